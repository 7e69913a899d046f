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
from collections.abc import Iterator
from functools import cache, lru_cache
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
_DIGIT = re.compile(r"\d")
_SIGNS = r"[\u0610-\u061a\u0640\u064b-\u065f\u0670]"
#: The signs of footnotes are no letters of the word that they stand at: «мая²», “May①”.
FOOTNOTES = r"²³¹\u2070-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
_LETTER = rf"[^\W\d_{FOOTNOTES}]"
_WORD = re.compile(rf"\d+|(?:{_LETTER}|{_SIGNS}){_LETTER}*(?:{_SIGNS}+{_LETTER}*)*\.?|[^\w\s]")
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


Table = dict[str, tuple[tuple[str, str], ...]]

# Rows that are no words of their own: `_decade_at` looks for the one behind a number, and
# `_future_stem` holds the other against what begins like a verb of the future.
_NO_WORDS = frozenset({"decade_end", "no_future"})


@cache
def _table(language: str) -> Table:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in open_table(f"{language}/calendar.tsv", ("word", "class", "value")):
        if row["class"] in _NO_WORDS:
            continue
        key = " ".join(m.group() for m in _WORD.finditer(row["word"]))
        found.setdefault(_key(key, language), []).append((row["class"], row["value"]))
    return {word: tuple(classes) for word, classes in found.items()}


@cache
def _first_words(language: str) -> frozenset[str]:
    """Give the words that entries of several words begin with."""
    return frozenset(key.split(" ", 1)[0] for key in _table(language) if " " in key)


@cache
def _heads(language: str) -> frozenset[str]:
    """Give the first two letters of all words that entries begin with."""
    table, first_words = _table(language), _first_words(language)
    return frozenset(word[:2] for word in (*table, *first_words))


class _Opening(NamedTuple):
    """A form of a word that begins an entry, with the letters cut off in front and behind.

    `is_open` says whether it may be an entry of more words.
    """

    form: str
    front: int
    back: int
    is_open: bool


@lru_cache(maxsize=16384)
def _openings(word: str, language: str) -> tuple[_Opening, ...]:
    """Give those of a word's forms that begin an entry."""
    if language in WITH_ENDINGS:  # all forms begin as the word does: most need not be made
        folded = fold_word(word)
        if folded[:2] not in _heads(language) and folded[:1] not in _heads(language):
            return ()
    table, first_words = _table(language), _first_words(language)
    return tuple(
        [
            _Opening(form, front, back, form in first_words)
            for form, front, back in _forms(word, language)
            if form in table or form in first_words
        ]
    )


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
    if language == "ja":
        return tuple(_japanese(plain, 0))
    return tuple(_worded(plain, 0, language))


def _numeric(plain: str, offset: int) -> Iterator[Atom]:
    for m in _NUMERIC.finditer(plain):
        if m.group(1):
            year, month, day = m.group(1), m.group(2), m.group(3)
        else:
            day, month, year = m.group(4), m.group(5), m.group(6)
        value = f"{year}-{int(month):02}-{int(day):02}"
        yield Atom(offset + m.start(), offset + m.end(), "numeric", value)
    for m in _CLOCK.finditer(plain):
        if int(m.group(1)) < 25 and int(m.group(2)) < 60:
            yield Atom(offset + m.start(), offset + m.end(), "clock", m.group())


def _worded(plain: str, offset: int, language: str) -> Iterator[Atom]:
    table = _table(language)
    words = list(_WORD.finditer(plain))
    taken = sorted(_numeric(plain, offset), key=lambda a: a.start) if _DIGIT.search(plain) else []
    position = 0
    following = 0  # the first word that is not taken yet
    for index in [n for n, word in enumerate(words) if _may_begin(word.group(), language)]:
        if index < following or _is_of_name(plain, words[index], language):
            continue
        word = words[index]
        here = offset + word.start()
        while position < len(taken) and taken[position].end <= here:
            position += 1
        if position < len(taken) and taken[position].start <= here:
            if taken[position].start == here:
                yield taken[position]
        elif word.group()[0].isdecimal():
            decade = _decade_at(plain, word, language)
            if decade is not None:
                yield Atom(here, offset + decade.end(), "decade", word.group()[:-1])
                following = index + 1
                while following < len(words) and words[following].start() < decade.end():
                    following += 1
            elif len(word.group()) <= _LONGEST_NUMBER:
                yield Atom(here, offset + word.end(), "number", word.group())
        else:
            atom, used = _lookup(words, index, table, offset, language)
            if atom is not None:
                yield atom
            following = index + used


def _is_of_name(plain: str, word: re.Match[str], language: str) -> bool:
    """Say whether a capital makes a word, or part of one, a name: «Санта-Марта», «кейін Айна».

    Where case endings are cut off, one inside of a sentence that has an ending is none of a date.
    """
    start, first = word.start(), word.group()[0]
    if not first.isupper():
        return False
    if language in WITH_ENDINGS and _key(word.group(), language) not in _table(language):
        return plain[start - 2 : start - 1].isalpha() and plain[start - 1 : start] == " "
    hyphened = ends_in(language, "hyphenated_before").search(plain, max(0, start - 24), start)
    return plain[start - 1 : start] == "-" and hyphened is not None


@cache
def _decade_ends(language: str) -> re.Pattern[str] | None:
    rows = open_table(f"{language}/calendar.tsv", ("word", "class", "value"))
    ends = sorted({re.escape(r["word"]) for r in rows if r["class"] == "decade_end"}, reverse=True)
    return re.compile(rf"(?:{'|'.join(ends)})(?!\w)") if ends else None


def _decade_at(plain: str, number: re.Match[str], language: str) -> re.Match[str] | None:
    """Give the end of a decade's word behind its number: “1990s”, “90-х”; not of 1992–2000."""
    ends = _decade_ends(language)
    is_round = number.group().endswith("0") and len(number.group()) in (2, 4)
    if ends is None or not is_round or plain[: number.start()].endswith(("-", "–", "—")):
        return None
    return ends.match(plain, number.end())


@lru_cache(maxsize=16384)
def _may_begin(word: str, language: str) -> bool:
    """Say whether an entry may begin with a word as it stands, or it is a number."""
    return word[0].isdecimal() or bool(_openings(word, language)) or _future_stem(word, language)


def _lookup(
    words: list[re.Match[str]], index: int, table: Table, offset: int, language: str
) -> tuple[Atom | None, int]:
    """Give the longest entry that begins at a word, and how many words it takes."""
    for first, front, back, is_open in _openings(words[index].group(), language):
        most = min(MOST_WORDS, len(words) - index) if is_open else 1
        for count in range(most, 1, -1):
            parts = words[index + 1 : index + count]
            key = " ".join([first, *(_key(w.group(), language) for w in parts)])
            stop = int(key not in table and key.endswith("."))  # that of the sentence
            key = key.removesuffix(".") if stop else key
            if key in table:
                start = offset + words[index].start() + front
                kind, value = table[key][0]
                return Atom(start, offset + parts[-1].end() - stop, kind, value), count
        if first in table:
            kind, value = table[first][0]
            word = words[index]
            return Atom(offset + word.start() + front, offset + word.end() - back, kind, value), 1
    future = _future_stem(words[index].group(), language)
    if future:
        word = words[index]
        return Atom(offset + word.start(), offset + word.end(), "future", ""), 1
    return None, 1


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


@lru_cache(maxsize=16384)
def _future_stem(word: str, language: str) -> bool:
    """Say whether a word is a verb of the future; «سيارة» and «سيمون» only begin like one."""
    stems = _stems(language, "future")
    if not stems:
        return False
    bare = expression(language, "joined_to_verb").sub("", word) if language == "ar" else word
    form = fold_word(bare)
    if not any(form.startswith(s) and len(form) > len(s) + 1 for s in stems):
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
    return {word.replace(" ", ""): classes for word, classes in _table("ja").items()}


@cache
def _japanese_pattern() -> re.Pattern[str]:
    words = sorted(_table("ja"), key=lambda w: (-len(w), w))
    table = "|".join(re.escape(w.replace(" ", "")) for w in words)
    unit = expression("ja", "unit_of_number").pattern
    listed = expression("ja", "listed_days").pattern
    # 「この年」 tells a year, 「この年齢」 and 「同年代」 do not.
    table = rf"(?:{table})(?!(?<=年)[代齢輩])"
    return re.compile(rf"\d+|{table}|[{_KANJI_DIGITS}十]+(?={unit})|(?P<listed>{listed})")


def _japanese(plain: str, offset: int) -> Iterator[Atom]:
    table = _japanese_table()
    for m in _japanese_pattern().finditer(plain):
        if m.group("listed"):
            # 「16、17日」: the word for “day” behind the last one is that of the one before, too.
            yield Atom(offset + m.start(), offset + m.start(), "unit", "day")
            yield Atom(offset + m.start(), offset + m.end(), "range", "and")
        elif m.group()[0].isdecimal():
            if len(m.group()) <= _LONGEST_NUMBER:
                yield Atom(offset + m.start(), offset + m.end(), "number", m.group())
        elif m.group() not in table:
            number = _kanji_number(m.group())
            if number is not None:
                yield Atom(offset + m.start(), offset + m.end(), "number", str(number))
        else:
            kind, value = table[m.group()][0]
            yield Atom(offset + m.start(), offset + m.end(), kind, value)
