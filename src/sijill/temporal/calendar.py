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
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from sijill.documents.deadline import check
from sijill.documents.expressions import ends_in, expression
from sijill.documents.kept_answers import kept_while_read
from sijill.documents.lookups import WORD, find_known
from sijill.languages import WITH_ENDINGS
from sijill.tables import open_table
from sijill.temporal.calendar_words import (
    NUMBER,
    Opening,
    Table,
    heads_of,
    key_of,
    table_of,
    words_of,
)
from sijill.text import to_ascii_digits

#: The longest entry of a table has this many words.
MOST_WORDS = 4

# What opens with a digit is tried at digits only.
_NUMERIC = re.compile(r"(\d(?<![\d.,/-]\d)\d{0,3})[-./](\d{1,2})[-./](\d{1,4})(?![\d/-])")
_CLOCK = re.compile(r"(\d(?<![\d.,:]\d)\d?)[:.](\d{2})(?![\d.,:]|[^\W\d_])")
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


def find_atoms(text: str, start: int, end: int, language: str) -> tuple[Atom, ...]:
    """Give the calendar words in `text[start:end]`, left to right, none overlapping.

    Where a word has two classes (ربيع is spring and a Hijri month) the first of the table's order
    month, season … is given; `times` looks at its neighbours. Those of a text are kept while it is
    read, because several layers ask for the same ones in turn.
    """
    known = _atoms_by_place(text, language)
    atoms = known.get((start, end))
    if atoms is None:
        check()
        atoms = known[start, end] = tuple(atoms_of(text[start:end], language, start))
    return atoms


@kept_while_read
def _atoms_by_place(text: str, language: str) -> dict[tuple[int, int], tuple[Atom, ...]]:
    """Give what is known of the calendar words of a text, by the stretch that was asked for."""
    return {}


def atoms_of(words: str, language: str, at: int = 0) -> list[Atom]:
    """Give the calendar words of a word, a date or a sentence that is read by itself.

    `at` is where it begins in the text that their places are of.
    """
    if language == "ja":
        return list(_japanese(to_ascii_digits(words), at))
    return _worded(words, language, at)


def may_begin_atom(text: str, start: int, end: int, language: str, kind: str) -> bool:
    """Say whether a calendar word of a class may begin where `text[start:end]` does."""
    if language == "ja":
        return True
    word = WORD.match(text, start, end)
    return word is not None and _may_be(word.group(), language, kind)


def may_hold_weekdays(text: str, start: int, end: int, language: str) -> bool:
    """Say whether `text[start:end]` may hold two names of days of the week, each of one word."""
    if language == "ja":
        return True
    words = WORD.findall(text, start, end)
    return len(words) > 1 and sum(_may_be(word, language, "weekday") for word in words) > 1


def _may_be(word: str, language: str, kind: str) -> bool:
    """Say whether an entry of a class may begin with a word; numbers are none of a table."""
    openings = words_of(language)[word]
    return openings is not None and any(
        o.seconds or (o.told is not None and o.told[0] == kind) for o in openings
    )


def _numeric(text: str, at: int) -> Iterator[Atom]:
    plain = to_ascii_digits(text)
    for m in _NUMERIC.finditer(plain):
        day, month, year = m.groups()
        if len(year) < len(day):
            day, year = year, day
        if len(year) == len("2025") and len(day) <= len("31"):
            told = f"{year}-{int(month):02}-{int(day):02}"
            yield Atom(at + m.start(), at + m.end(), "numeric", told)
    for m in _CLOCK.finditer(plain):
        if int(m.group(1)) < 25 and int(m.group(2)) < 60:
            yield Atom(at + m.start(), at + m.end(), "clock", m.group())


def _worded(text: str, language: str, at: int) -> list[Atom]:
    found: list[Atom] = []
    known = find_known(text, 0, len(text), words_of(language), heads_of(language))
    if not known:
        return found
    numbers = [(start, end) for start, end, openings in known if openings is NUMBER]
    # Most sentences have no two numbers with one sign between them.
    is_numeric = len(numbers) > 1 and any(
        other[0] - one[1] == 1 for one, other in pairwise(numbers)
    )
    taken = deque(sorted(_numeric(text, at)) if is_numeric else ())
    reached = 0  # where what is not taken yet begins
    for start, end, openings in known:
        if start < reached:
            continue
        if text[start].isupper() and _is_of_name(text, start, end, language):
            continue
        while taken and taken[0].end <= at + start:
            taken.popleft()
        if taken and taken[0].start <= at + start:
            if taken[0].start == at + start:
                found.append(taken[0])
            continue
        if openings is NUMBER:
            atom, reached = _number(text, start, end, language, at)
        else:
            _, front, back, told, seconds = openings[0]
            if told is not None and not seconds:  # as most words: no other form comes before it
                fields = (at + start + front, at + end - back, *told)
                found.append(tuple.__new__(Atom, fields))  # as `Atom(*fields)`, in half the time
                continue
            atom, reached = _lookup(text, start, end, openings, language, at)
        if atom is not None:
            found.append(atom)
    return found


def _is_of_name(text: str, start: int, end: int, language: str) -> bool:
    """Say whether a capital makes a word, or part of one, a name: «Санта-Марта», «кейін Айна».

    Where case endings are cut off, one inside of a sentence that has an ending is none of a date.
    """
    if language in WITH_ENDINGS and key_of(text[start:end], language) not in table_of(language):
        return text[start - 2 : start - 1].isalpha() and text[start - 1 : start] == " "
    if text[start - 1 : start] != "-":
        return False
    hyphened = ends_in(language, "hyphenated_before").search(text, max(0, start - 24), start)
    return hyphened is not None


@cache
def _decade_ends(language: str) -> re.Pattern[str] | None:
    rows = open_table(f"{language}/calendar.tsv", ("word", "class", "value"))
    ends = sorted({re.escape(r["word"]) for r in rows if r["class"] == "decade_end"}, reverse=True)
    return re.compile(rf"(?:{'|'.join(ends)})(?!\w)") if ends else None


def _number(text: str, start: int, end: int, language: str, at: int) -> tuple[Atom | None, int]:
    """Give the number or decade at a place, None for one too long, and where it ends."""
    digits = to_ascii_digits(text[start:end])
    decade = _decade_at(text, start, end, language) if digits.endswith("0") else None
    if decade is not None:
        return Atom(at + start, at + decade.end(), "decade", digits[:-1]), decade.end()
    is_told = len(digits) <= _LONGEST_NUMBER
    return Atom(at + start, at + end, "number", digits) if is_told else None, end


def _decade_at(text: str, start: int, end: int, language: str) -> re.Match[str] | None:
    """Give the end of a decade's word behind a round number: “1990s”; not of 1992–2000."""
    ends = _decade_ends(language)
    if ends is None or end - start not in (2, 4) or text.endswith(("-", "–", "—"), 0, start):
        return None
    return ends.match(text, end)


def _lookup(
    text: str, start: int, end: int, openings: Iterable[Opening], language: str, at: int
) -> tuple[Atom | None, int]:
    """Give the longest entry that begins with a word, and where its last word ends."""
    after: str | None = None
    for form, front, back, told, seconds in openings:
        if seconds:
            if after is None:
                behind = WORD.search(text, end)
                after = key_of(behind.group(), language) if behind else ""
            if after in seconds:
                longer = _of_more_words(text, end, form, language)
                if longer is not None:
                    stop, reached, (kind, value) = longer
                    return Atom(at + start + front, at + stop, kind, value), reached
        if told is not None:
            return Atom(at + start + front, at + end - back, *told), end
    return None, end


def _of_more_words(
    text: str, end: int, first: str, language: str
) -> tuple[int, int, tuple[str, str]] | None:
    """Give the longest entry of several words that begins with a form of the word that ends there.

    Given are where it ends, and its last word; its class and value. None where none begins.
    """
    table = table_of(language)
    parts = [*islice(WORD.finditer(text, end), MOST_WORDS - 1)]
    while parts:
        key = " ".join([first, *(key_of(w.group(), language) for w in parts)])
        stop = int(key not in table and key.endswith("."))  # that of the sentence
        key = key.removesuffix(".") if stop else key
        if key in table:
            return parts[-1].end() - stop, parts[-1].end(), table[key]
        del parts[-1]
    return None


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
    return {word.replace(" ", ""): told for word, told in table_of("ja").items()}


@cache
def _japanese_pattern() -> re.Pattern[str]:
    firsts, table = _by_first_sign(_japanese_table())
    unit = expression("ja", "unit_of_number").pattern
    listed = expression("ja", "listed_days").pattern
    joined = expression("ja", "range_sign").pattern
    # 「この年」 tells a year, 「この年齢」 and 「同年代」 do not.
    table = rf"(?:{table})(?!(?<=年)[代齢輩])"
    words = rf"\d+|{table}|[{_KANJI_DIGITS}十]+(?={unit})"
    # Most signs begin no word, which a look at them tells five times as fast.
    word = rf"(?=[\d{_KANJI_DIGITS}十{firsts}])(?:{words})"
    return re.compile(rf"{word}|(?P<listed>{listed})|(?P<to>{joined})")


def _by_first_sign(words: Iterable[str]) -> tuple[str, str]:
    """Give the signs that words begin with, and an expression for the longest word at a place."""
    behind: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        behind.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    return "".join(behind), "|".join(f"{sign}(?:{'|'.join(ends)})" for sign, ends in behind.items())


def _japanese(plain: str, at: int) -> Iterator[Atom]:
    table = _japanese_table()
    for m in _japanese_pattern().finditer(plain):
        word, start, end = m.group(), at + m.start(), at + m.end()
        if m.group("listed"):
            # 「16、17日」: the word for “day” behind the last one is that of the one before, too.
            yield Atom(start, start, "unit", "day")
            yield Atom(start, end, "range", "and")
        elif m.group("to"):
            yield Atom(start, end, "range", "to")
        elif word[0].isdecimal():
            if len(word) <= _LONGEST_NUMBER:
                yield Atom(start, end, "number", word)
        elif word not in table:
            number = _kanji_number(word)
            if number is not None:
                yield Atom(start, end, "number", str(number))
        else:
            yield Atom(start, end, *table[word])
