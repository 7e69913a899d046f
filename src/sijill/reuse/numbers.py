"""Words of a text go in; the numbers in them come out, in digits or spelt, as one comparable value.

«٣٫٧ مليار», "3.7 billion", «3,7 млрд», «3,7 миллиард» and 37億 are one number: so that two
languages can be held side by side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sijill.citation import Ranged, Span
from sijill.documents.expressions import expression
from sijill.money_words import money_words
from sijill.tables import open_table
from sijill.text import fold, fold_with_origins, to_ascii_digits

#: Smaller numbers are told in other ways as well: both, a pair, the dual.
TOLD_OTHERWISE = 10
_DIGITS = re.compile(
    # An Arabic particle may be written onto digits: و1.1
    r"(?:(?<![\w.])|(?<=(?<!\w)[وبلفك]))"
    r"(?:\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,٫٬]\d+)*)"
)
#: After a comma or a blank, three digits are thousands; anything else is a fraction.
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,٬\u00a0\u202f ]\d{3})+\Z", re.ASCII)
_KANJI = {c: n for n, c in enumerate("〇一二三四五六七八九")}
_KANJI_TENS = {"十": 10, "百": 100, "千": 1000}
#: Between tens and units stand a blank or hyphen, in Arabic units, "and", tens.
_JOINT = re.compile(r"[\s-]?\Z|\sو\Z")


@dataclass(frozen=True, slots=True)
class Number(Ranged):
    """A number: its place in code points of the text, and its value."""

    start: int
    end: int
    value: float

    @property
    def span(self) -> Span:
        """The place of the number."""
        return Span(self.start, self.end)


@cache
def _spelt(language: str) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    """Give a pattern of the numbers that a language spells out, and what they mean; 1 is none."""
    values: dict[str, int] = {}
    for row in open_table(f"{language}/quantities.tsv", ("pattern", "value")):
        value = float(row["value"])
        if value >= 2 and value == int(value):
            for form in row["pattern"].strip("()").split("/"):
                values.setdefault(fold(form), int(value))
    if not values or language == "ja":
        return None, {}
    forms = "|".join(re.escape(f) for f in sorted(values, key=lambda f: (-len(f), f)))
    attached = "[وبلك]{0,2}(?:ال)?" if language == "ar" else ""
    return re.compile(rf"(?<!\w){attached}(?P<form>{forms})(?!\w)"), values


@cache
def _scale_words(language: str) -> tuple[re.Pattern[str], dict[str, int]]:
    scales: dict[str, int] = {}
    for word in money_words(language, "scale"):
        scales |= dict.fromkeys(map(fold, word.cues), word.size)
    forms = "|".join(re.escape(f) for f in sorted(scales, key=lambda f: (-len(f), f)))
    if not forms:
        return re.compile(r"(?!)(?P<scale>)"), {}
    after = "" if language == "ja" else r"(?:\w{0,3})(?!\w)"
    return re.compile(rf"[\s\u00a0-]?(?P<scale>{forms}){after}"), scales


@cache
def _duals(language: str) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    """Give the words that mean two of a scale, as in «مليارا دولار»: two billion dollars."""
    values: dict[str, int] = {}
    for word in money_words(language, "dual"):
        values |= dict.fromkeys(map(fold, word.cues), word.size)
    if not values:
        return None, {}
    forms = "|".join(re.escape(f) for f in sorted(values, key=lambda f: (-len(f), f)))
    return re.compile(rf"(?<!\w)[وبلك]?(?P<form>{forms})(?!\w)"), values


def find_numbers(text: str, language: str) -> tuple[Number, ...]:
    """Find the numbers of a text in their order; "one" is none, as it is an article elsewhere.

    A scale behind a number belongs to it (6.8 million); per cent and units do not.
    """
    if language == "ja":
        return tuple(_joined_kanji(text))
    folded = fold_with_origins(text)
    found = [Number(m.start(), m.end(), _value(m.group())) for m in _DIGITS.finditer(folded.text)]
    pattern, values = _spelt(language)
    if pattern is not None:
        spelt = [
            Number(m.start(), m.end(), values[m.group("form")])
            for m in pattern.finditer(folded.text)
        ]
        found = sorted([*found, *_compound(spelt, folded.text)], key=lambda n: n.start)
    duals, twice = _duals(language)
    if duals is not None:
        pairs = duals.finditer(folded.text)
        found += [Number(m.start(), m.end(), twice[m.group("form")]) for m in pairs]
        found.sort(key=lambda n: n.start)
    scale, scales = _scale_words(language)
    result = []
    for number in found:
        end, value = number.end, number.value
        behind = scale.match(folded.text, end)
        if behind:
            end, value = behind.end(), value * scales[behind.group("scale")]
        span = folded.span(number.start, end)
        result.append(Number(span.start, span.end, round(value, 6)))
    return tuple(result)


def _value(digits: str) -> float:
    plain = to_ascii_digits(digits)
    if _THOUSANDS.match(plain):
        return float(re.sub(r"\D", "", plain))
    head, *tail = re.split(r"\D", plain)
    return float(f"{head}.{tail[0]}") if len(tail) == 1 else float("".join([head, *tail]))


def _compound(spelt: list[Number], text: str) -> list[Number]:
    """Join "forty" and "two", and «اثنين و» and «أربعين»."""
    result: list[Number] = []
    for number in spelt:
        before = result[-1] if result else None
        if before is not None and _JOINT.match(text[before.end : number.start]):
            tens, units = max(before.value, number.value), min(before.value, number.value)
            if 20 <= tens <= 90 and tens % 10 == 0 and units < 10:
                result[-1] = Number(before.start, number.end, tens + units)
                continue
        result.append(number)
    return result


def _joined_kanji(text: str) -> list[Number]:
    """Read Japanese numbers: 1億2000万, 3.7兆, 二十, 十四."""
    plain = to_ascii_digits(text)
    pieces = [(m.start(), m.end(), _value(m.group())) for m in _NEAR_DIGITS.finditer(plain)]
    pieces += [
        (m.start(), m.end(), _kanji(m.group()))
        for m in expression("ja", "kanji_number").finditer(plain)
    ]
    scale, scales = _scale_words("ja")
    found: list[Number] = []
    for start, digits_end, plain_value in sorted(pieces):
        end, value = digits_end, plain_value
        behind = scale.match(plain, end)
        if behind:
            end, value = behind.end(), value * scales[behind.group("scale")]
        before = found[-1] if found else None
        if before and before.end == start and _ends_in_scale(plain, start, scales):
            found[-1] = Number(before.start, end, round(before.value + value, 6))
        else:
            found.append(Number(start, end, round(value, 6)))
    return found


_NEAR_DIGITS = re.compile(r"\d+(?:[.,]\d+)*", re.ASCII)


def _ends_in_scale(text: str, end: int, scales: dict[str, int]) -> bool:
    return any(text.endswith(scale, 0, end) for scale in scales)


def _kanji(word: str) -> float:
    if not any(c in _KANJI_TENS for c in word):
        return float("".join(str(_KANJI[c]) for c in word))
    total, digit = 0, 0
    for c in word:
        if c in _KANJI:
            digit = _KANJI[c]
        else:
            total += (digit or 1) * _KANJI_TENS[c]
            digit = 0
    return float(total + digit)
