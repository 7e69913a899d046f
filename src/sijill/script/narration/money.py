"""An amount in the words of a source goes in; the amount in a narrator's words comes out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from sijill.money_words import SIZE_BY_SCALE, MoneyWord, money_words
from sijill.script.narration.numerals import (
    arabic_cardinal,
    english_cardinal,
    spell,
    western_digits,
)
from sijill.script.narration.words import Words

_NUMBER = re.compile(r"\d+(?:[.,٫ \u00a0]\d+)*")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount: the whole value, the currency as an ISO 4217 code, and about, over or under."""

    value: Decimal
    currency: str
    bound: str | None = None


@cache
def _words(language: str) -> tuple[tuple[MoneyWord, re.Pattern[str]], ...]:
    """Give each word with the pattern of its cues, the longest cues first."""
    made = []
    for word in money_words(language):
        cues = sorted(word.cues, key=lambda c: (-len(c), c))
        either = "|".join(re.escape(c) for c in cues)
        # A sign such as $ has no word edge; 万 stands inside of its word.
        pattern = either if language == "ja" else rf"(?<!\w)(?:{either})(?!\w)"
        made.append((word, re.compile(pattern, re.IGNORECASE)))
    return tuple(made)


@cache
def _labels(language: str) -> dict[str, str]:
    # A dual is a number and its scale in one word, and no label of the scale.
    return {word.id: word.label for word in money_words(language) if word.kind != "dual"}


def read_amount(text: str, language: str, *, before: str = "") -> Amount | None:
    """Read an amount such as `6,8 млн долларов` or `$3.7 billion`; None when it is not plain.

    `text` holds the amount and little else; `before` what stands in front of it in its source.
    """
    plain = western_digits(text)
    if len(plain) > _LONGEST:
        return None
    numbers = _NUMBER.findall(plain)
    if len(numbers) != 1:
        return None
    value = _value(numbers[0], language)
    currency: str | None = None
    scale = Decimal(1)
    spaced = re.sub(r"(\d)", r" \1", re.sub(r"(?<=\d)(?=[^\W\d])", " ", plain))
    for word, cue in _words(language):
        if not cue.search(spaced):
            continue
        if word.kind == "currency":
            currency = currency or word.id
        elif word.kind == "scale":
            scale = Decimal(word.size)
    if value is None or currency is None:
        return None
    return Amount(value * scale, currency, _bound(before, language))


def _bound(before: str, language: str) -> str | None:
    """Find a word such as `about` right in front of an amount."""
    near = " ".join(before.split()[-3:]) if language != "ja" else before[-3:]
    for word, cue in _words(language):
        if word.kind == "bound" and any(m.end() >= len(near) - 1 for m in cue.finditer(near)):
            return word.id
    return None


def _value(number: str, language: str) -> Decimal | None:
    number = re.sub(r"[ \u00a0]", "", number).replace("٫", ".")
    parts = re.split(r"[.,]", number)
    if len(parts) == 1:
        return Decimal(parts[0])
    # Groups of three are thousands, anything else is a decimal part.
    if all(len(p) == 3 for p in parts[1:]) and len(parts[0]) <= 3 and len(parts) > 2:
        return Decimal("".join(parts))
    if len(parts) == 2 and len(parts[1]) == 3 and ("," in number) == (language in ("en", "ja")):
        return Decimal("".join(parts))
    return Decimal(f"{parts[0]}.{parts[1]}") if len(parts) == 2 else None


def amount_words(amount: Amount, language: str) -> Words | None:
    """Say an amount: `6.8 مليون دولار`, `6.8 million dollars`; None for an unknown currency."""
    currency = _labels(language).get(amount.currency)
    if currency is None:
        return None
    shown, scale = amount.value, ""
    for word, size in sorted(SIZE_BY_SCALE.items(), key=lambda pair: -pair[1]):
        if amount.value >= size and word != "thousand":
            shown, scale = amount.value / size, f" {_labels(language)[word]}"
            break
    figure = format(shown.normalize(), "f")
    lead = f"{_labels(language)[amount.bound]} " if amount.bound else ""
    if amount.value != amount.value.to_integral_value():
        said = spell(figure, language) + scale
    elif language == "ar":
        said = _construct(arabic_cardinal(int(amount.value), oblique=True))
    else:
        said = english_cardinal(int(amount.value))
    if language == "ar" and shown == shown.to_integral_value() and shown <= 10 and scale:
        # Print too says خمسة مليارات and ملياري, not 5 مليار.
        return Words(f"{lead}{said} {currency}", f"{lead}{said} {currency}", plural=True)
    return Words(f"{lead}{figure}{scale} {currency}", f"{lead}{said} {currency}", plural=True)


def _construct(said: str) -> str:
    """Write a number as it stands before its currency: no nun of the dual, no tanwin."""
    if said.endswith(("ونين", "يارين", "فين", "تين")):
        return said[:-1]
    return said[:-2] + said[-2:].replace("اً", "") if said.endswith("اً") else said
