"""A stretch of text goes in; the words of the calendar in it come out as atoms with values.

The words stand in `data/<language>/calendar.tsv`, by class:

    month 1–12            weekday 1–7 (Monday first)   part      a part of the day
    day, week, month, year + `rel`   counted from the day of publication (`day=-1` is yesterday)
    dayrel, monthsame, yearsame      counted from the date told last (同日, накануне)
    nthday                which day of a visit (первый день), -1 the last; 0: as its number says
    unit, mod, edge       year, month …; last -1, next 1, this 0, same, after; begin, mid, end
    season 21–24          as in EDTF                   decade    7 for السبعينات
    halfyear, quarter     which of the year's          count     three; pair: two of a unit, عامين
    ago, apart            a distance from the day of publication or the day told: -1 back, 1 on;
                          `within`: from the day told in what was done, else from publication;
                          with its unit where they are one word (年前: `year:-1`)
    decade_end            what makes a decade of the year before it: 1990s, 1990-х
    era                   its base year (令和 2018), or `ad`, `ah`
    ordinal               first, الثالث عشر, 元        range, glue, hour, future   as they say
    no_future             what only begins like a verb of the future: سيدة, سيمون*
    none                  a word with another in it that would be read as one: 来日, 駐日

Digits of any script become the classes `number` and `clock` (10:30) and `numeric` (2025-02-06).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import compress
from typing import NamedTuple

from sijill.documents.deadline import check
from sijill.documents.expressions import ends_in, expression
from sijill.documents.tokens import ending_cuts, proclitic_cuts
from sijill.languages import WITH_ENDINGS
from sijill.register.affixes import affixes
from sijill.tables import open_table
from sijill.text import fold_word, to_ascii_digits

#: The longest entry of a table has this many words.
MOST_WORDS = 4

_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?:(\d{4})[-./](\d{1,2})[-./](\d{1,2})"
    r"|(\d{1,2})[-./](\d{1,2})[-./](\d{4}))(?![\d/-])"
)
_CLOCK = re.compile(r"(?<![\d.,:])(\d{1,2})[:.](\d{2})(?![\d.,:]|[^\W\d_])")
_SIGNS = r"[\u0610-\u061a\u0640\u064b-\u065f\u0670]"
#: The signs of footnotes are no letters of the word that they stand at: «мая²», “May①”.
FOOTNOTES = r"²³¹\u2070-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
_LETTER = rf"[^\W\d_{FOOTNOTES}]"
_WORD = re.compile(rf"\d+|(?:{_LETTER}|{_SIGNS}){_LETTER}*(?:{_SIGNS}+{_LETTER}*)*\.?|[^\w\s]")
# Of words whose endings are cut off so many letters tell most of those that begin no entry.
_HEAD = 3
# A number with more digits is none of a date.
_LONGEST_NUMBER = 4
_KANJI_DIGITS = "〇一二三四五六七八九"


class Atom(NamedTuple):
    """One word of the calendar: its span (attached letters outside), its class and value."""

    start: int
    end: int
    kind: str
    value: str

    @property
    def number(self) -> int:
        """The value as a number."""
        return int(self.value)


#: Class and value of each entry.
Table = dict[str, tuple[str, str]]

# Rows that are no words of their own: `_decade_at` looks for the one behind a number, and
# `_is_future` holds the other against what begins like a verb of the future.
_NO_WORDS = frozenset({"decade_end", "no_future"})


@cache
def _table(language: str) -> Table:
    found: Table = {}
    for row in open_table(f"{language}/calendar.tsv", ("word", "class", "value")):
        if row["class"] in _NO_WORDS:
            continue
        key = " ".join(_WORD.findall(row["word"]))
        found.setdefault(_key(key, language), (row["class"], row["value"]))
    return found


@cache
def _second_words(language: str) -> dict[str, frozenset[str]]:
    """Give what may follow the words that entries of several words begin with.

    The last word of an entry may have the full stop of its sentence.
    """
    found: dict[str, set[str]] = {}
    for first, second, *_ in [key.split(" ") for key in _table(language) if " " in key]:
        found.setdefault(first, set()).update((second, second + "."))
    return {first: frozenset(seconds) for first, seconds in found.items()}


@cache
def _beginnings(language: str) -> tuple[frozenset[str], range]:
    """Give the first words of all entries, folded, as far as words are held against them.

    Where endings are cut off these are their first letters, elsewhere the words without their full
    stop. Beside them how many letters of a text's word may stand before them.
    """
    folded = {fold_word(key.split(" ", 1)[0]) for key in _table(language)}
    if language in WITH_ENDINGS:
        return frozenset(word[:_HEAD] for word in folded), range(1)
    front = affixes(language, "front")[0] if language == "ar" else ""  # the longest
    return frozenset(word.rstrip(".") for word in folded), range(len(front) + 1)


def _may_begin(word: str, language: str) -> bool:
    """Say whether an entry may begin with a form of a word; most words have none such."""
    beginnings, cuts = _beginnings(language)
    folded = fold_word(word)
    if language in WITH_ENDINGS:  # all forms begin as the word does
        return not beginnings.isdisjoint([folded[:size] for size in range(1, _HEAD + 1)])
    folded = folded.rstrip(".")
    return not beginnings.isdisjoint([folded[cut:] for cut in cuts])


class _Opening(NamedTuple):
    """A form of a word that begins an entry, with the letters cut off in front and behind.

    `told` are class and value where it is an entry by itself; `seconds` may follow where it begins
    one of more words.
    """

    form: str
    front: int
    back: int
    told: tuple[str, str] | None
    seconds: Container[str] = ()


# A number begins a date by itself, whatever stands in the table.
_NUMBER = (_Opening("", 0, 0, None),)


def _openings(word: str, language: str) -> tuple[_Opening, ...]:
    """Give those of a word's forms that begin an entry; none for most words."""
    if word[0].isdecimal():
        return _NUMBER
    table, seconds = _table(language), _second_words(language)
    found = [
        _Opening(form, front, back, table.get(form), seconds.get(form, ()))
        for form, front, back in (_forms(word, language) if _may_begin(word, language) else ())
        if form in table or form in seconds
    ]
    if _is_future(word, language):
        found.append(_Opening(word, 0, 0, ("future", "")))
    return tuple(found)


@cache
def _openings_of(language: str) -> Callable[[str], tuple[_Opening, ...]]:
    """Give what tells the openings of a language's words; of those seen last it knows them."""
    return lru_cache(maxsize=16384)(partial(_openings, language=language))


@cache
def _exact(language: str) -> frozenset[str]:
    """Give the words of two letters and fewer as they are written."""
    rows = open_table(f"{language}/calendar.tsv", ("word", "class", "value"))
    return frozenset(row["word"] for row in rows if len(row["word"]) <= 2)


def _key(word: str, language: str) -> str:
    # English months and weekdays are told from «may» and «sat» by their capital.
    if language == "en":
        return word
    return fold_word(word)


def _forms(word: str, language: str) -> list[tuple[str, int, int]]:
    """Give the forms of a word with the letters that are cut off in front and behind."""
    forms = [(_key(word, language), 0, 0)]
    if word.endswith("."):
        forms.append((_key(word[:-1], language), 0, 1))
    if language == "ar":
        bare = word.rstrip(".")  # a full stop stands at the end of the sentence, too
        folded = fold_word(bare)
        # «آب» is August; folded and with a particle it would be in باب and أب.
        if len(folded) <= 2 and bare not in _exact("ar"):
            return []
        back = len(word) - len(bare)
        for cut in proclitic_cuts(bare, "ar"):
            if len(bare) - cut > 2 or bare[cut:] in _exact("ar"):
                forms.append((folded[len(fold_word(bare[:cut])) :], cut, back))
    elif language in WITH_ENDINGS:
        folded = fold_word(word.rstrip("."))
        cuts = (0, *ending_cuts(word, language))
        for cut in cuts:
            stem = folded[: len(folded) - cut]
            if cut:
                forms.append((stem, 0, cut))
            for ending in affixes(language, "possessive"):
                if stem.endswith(ending) and len(stem) > len(ending) + 2:
                    forms.append((stem[: -len(ending)], 0, cut))
    elif language == "en" and word[:1].isupper():
        forms.append((word[:1].lower() + word[1:], 0, 0))
        if len(word) > 2 and word.isupper():
            forms.append((word.capitalize(), 0, 0))
            forms.append((word.lower(), 0, 0))
    return forms


def find_atoms(text: str, start: int, end: int, language: str) -> tuple[Atom, ...]:
    """Give the calendar words in `text[start:end]`, left to right, none overlapping.

    Where a word has two classes (ربيع is spring and a Hijri month) the first of the table's order
    month, season … is given; `times` looks at its neighbours.
    """
    check()
    atoms = _atoms_of(to_ascii_digits(text[start:end]), language)
    if not start or not atoms:
        return atoms
    return tuple([Atom(first + start, last + start, kind, v) for first, last, kind, v in atoms])


@lru_cache(maxsize=4096)
def _atoms_of(plain: str, language: str) -> tuple[Atom, ...]:
    """Give the atoms of one sentence, which several layers ask for in turn."""
    return tuple(_japanese(plain) if language == "ja" else _worded(plain, language))


def _numeric(plain: str) -> Iterator[Atom]:
    for m in _NUMERIC.finditer(plain):
        if m.group(1):
            year, month, day = m.group(1), m.group(2), m.group(3)
        else:
            day, month, year = m.group(4), m.group(5), m.group(6)
        yield Atom(m.start(), m.end(), "numeric", f"{year}-{int(month):02}-{int(day):02}")
    for m in _CLOCK.finditer(plain):
        if int(m.group(1)) < 25 and int(m.group(2)) < 60:
            yield Atom(m.start(), m.end(), "clock", m.group())


def _worded(plain: str, language: str) -> Iterator[Atom]:
    begun = [*map(_openings_of(language), _WORD.findall(plain))]
    if not any(begun):
        return
    words = [*_WORD.finditer(plain)]
    taken = deque(sorted(_numeric(plain)) if _NUMBER in begun else ())
    following = 0  # the first word that is not taken yet
    for index in compress(range(len(words)), begun):
        start = words[index].start()
        if index < following:
            continue
        if plain[start].isupper() and _is_of_name(plain, words[index], language):
            continue
        while taken and taken[0].end <= start:
            taken.popleft()
        if taken and taken[0].start <= start:
            if taken[0].start == start:
                yield taken[0]
            continue
        if begun[index] is _NUMBER:
            atom, following = _number(plain, words, index, language)
        else:
            atom, following = _lookup(words, index, begun[index], language)
        if atom is not None:
            yield atom


def _is_of_name(plain: str, word: re.Match[str], language: str) -> bool:
    """Say whether a capital makes a word, or part of one, a name: «Санта-Марта», «кейін Айна».

    Where case endings are cut off, one inside of a sentence that has an ending is none of a date.
    """
    start = word.start()
    if language in WITH_ENDINGS and _key(word.group(), language) not in _table(language):
        return plain[start - 2 : start - 1].isalpha() and plain[start - 1 : start] == " "
    if plain[start - 1 : start] != "-":
        return False
    hyphened = ends_in(language, "hyphenated_before").search(plain, max(0, start - 24), start)
    return hyphened is not None


@cache
def _decade_ends(language: str) -> re.Pattern[str] | None:
    rows = open_table(f"{language}/calendar.tsv", ("word", "class", "value"))
    ends = sorted({re.escape(r["word"]) for r in rows if r["class"] == "decade_end"}, reverse=True)
    return re.compile(rf"(?:{'|'.join(ends)})(?!\w)") if ends else None


def _number(
    plain: str, words: Sequence[re.Match[str]], index: int, language: str
) -> tuple[Atom | None, int]:
    """Give the number or decade at a word, None for one too long, and the first word behind it."""
    number = words[index]
    start, end, digits = number.start(), number.end(), number.group()
    decade = _decade_at(plain, number, language)
    if decade is None:
        told = Atom(start, end, "number", digits) if len(digits) <= _LONGEST_NUMBER else None
        return told, index + 1
    following = index + 1
    while following < len(words) and words[following].start() < decade.end():
        following += 1
    return Atom(start, decade.end(), "decade", digits[:-1]), following


def _decade_at(plain: str, number: re.Match[str], language: str) -> re.Match[str] | None:
    """Give the end of a decade's word behind its number: “1990s”, “90-х”; not of 1992–2000."""
    ends = _decade_ends(language)
    is_round = number.group().endswith("0") and len(number.group()) in (2, 4)
    if ends is None or not is_round or plain.endswith(("-", "–", "—"), 0, number.start()):
        return None
    return ends.match(plain, number.end())


def _lookup(
    words: Sequence[re.Match[str]], index: int, openings: Iterable[_Opening], language: str
) -> tuple[Atom | None, int]:
    """Give the longest entry that begins at a word, and the first word behind it."""
    start, end = words[index].span()
    after = _key(words[index + 1].group(), language) if index + 1 < len(words) else ""
    for form, front, back, told, seconds in openings:
        if after in seconds:
            longer = _of_more_words(words, index, form, language)
            if longer is not None:
                stop, count, (kind, value) = longer
                return Atom(start + front, stop, kind, value), index + count
        if told is not None:
            return Atom(start + front, end - back, *told), index + 1
    return None, index + 1


def _of_more_words(
    words: Sequence[re.Match[str]], index: int, first: str, language: str
) -> tuple[int, int, tuple[str, str]] | None:
    """Give the longest entry of several words that begins with a form of a word, or None.

    Given are where it ends, how many words it has, and its class and value.
    """
    table = _table(language)
    for count in range(min(MOST_WORDS, len(words) - index), 1, -1):
        parts = words[index + 1 : index + count]
        key = " ".join([first, *(_key(w.group(), language) for w in parts)])
        stop = int(key not in table and key.endswith("."))  # that of the sentence
        key = key.removesuffix(".") if stop else key
        if key in table:
            return parts[-1].end() - stop, count, table[key]
    return None


@cache
def _stems(language: str, kind: str) -> tuple[str, ...]:
    """Give the beginnings that the table has of a class, folded; its whole words are none."""
    return tuple(
        sorted(
            fold_word(row["word"].rstrip("*"))
            for row in open_table(f"{language}/calendar.tsv", ("word", "class", "value"))
            if row["class"] == kind and row["word"].endswith("*")
        )
    )


@cache
def _no_verbs(language: str) -> frozenset[str]:
    rows = open_table(f"{language}/calendar.tsv", ("word", "class", "value"))
    return frozenset(fold_word(r["word"]) for r in rows if r["class"] == "no_future")


def _is_future(word: str, language: str) -> bool:
    """Say whether a word is a verb of the future; «سيارة» and «سيمون» only begin like one."""
    stems = _stems(language, "future")
    joined = expression(language, "joined_to_verb").match(word) if stems else None
    bare = word[joined.end() :] if joined else word
    form = fold_word(bare)
    if not form.startswith(stems) or not any(
        form.startswith(stem) and len(form) > len(stem) + 1 for stem in stems
    ):
        return False
    if expression(language, "no_future").match(bare) is not None or form in _no_verbs(language):
        return False
    return not form.startswith(_stems(language, "no_future") or ("\0",))


def _kanji_number(word: str) -> int | None:
    """Read 三十一 as 31 and 二〇二五 as 2025; None for no number, and for one too long."""
    if "十" not in word:
        digits = "".join(str(_KANJI_DIGITS.index(sign)) for sign in word)
        return int(digits) if len(digits) <= _LONGEST_NUMBER else None
    tens, ones = word.split("十", 1)
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return None  # 七、八十 without its comma: nobody knows which
    ten = _KANJI_DIGITS.index(tens) if tens else 1
    return 10 * ten + (_KANJI_DIGITS.index(ones) if ones else 0)


@cache
def _japanese_table() -> Table:
    return {word.replace(" ", ""): told for word, told in _table("ja").items()}


@cache
def _japanese_pattern() -> re.Pattern[str]:
    words = sorted(_table("ja"), key=lambda w: (-len(w), w))
    table = "|".join(re.escape(w.replace(" ", "")) for w in words)
    unit = expression("ja", "unit_of_number").pattern
    listed = expression("ja", "listed_days").pattern
    # 「この年」 tells a year, 「この年齢」 and 「同年代」 do not.
    table = rf"(?:{table})(?!(?<=年)[代齢輩])"
    return re.compile(rf"\d+|{table}|[{_KANJI_DIGITS}十]+(?={unit})|(?P<listed>{listed})")


def _japanese(plain: str) -> Iterator[Atom]:
    table = _japanese_table()
    for m in _japanese_pattern().finditer(plain):
        (start, end), word = m.span(), m.group()
        if m.group("listed"):
            # 「16、17日」: the word for “day” behind the last one is that of the one before, too.
            yield Atom(start, start, "unit", "day")
            yield Atom(start, end, "range", "and")
        elif word[0].isdecimal():
            if len(word) <= _LONGEST_NUMBER:
                yield Atom(start, end, "number", word)
        elif word not in table:
            number = _kanji_number(word)
            if number is not None:
                yield Atom(start, end, "number", str(number))
        else:
            yield Atom(start, end, *table[word])
