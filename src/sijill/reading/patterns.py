"""Rows of a word table go in; where their words stand in a text comes out.

A pattern is written the way the words are, in a small language that cannot run away:

    visit*              any ending of up to 15 letters
    (state/official)    one of several; may stand inside a word: подписа(л/на)
    (the )?visit        what stands in round brackets before ? may be missing
    signed ~ documents  a gap of up to 60 characters (Arabic 80, Japanese 40) inside one sentence
    #                   a number in digits

Patterns are folded as texts are, so case, hamza and vowel signs need not be written out. In Arabic
the particles و ف ب ك ل and the article may stand before the first word; Japanese has no word edges.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sijill.citation import Span
from sijill.errors import TableFault
from sijill.reading.deadline import check
from sijill.tables import Row, data_path, open_table
from sijill.text import Folded, fold, fold_with_origins

# A gap may not leave its sentence or clause.
_GAP = r"[^\n.!?؟;؛。]{0,60}?"
# An Arabic verb has its subject, with all its titles, between itself and its object.
_ARABIC_GAP = _GAP.replace("60", "80")
_JAPANESE_GAP = r"[^\n。]{0,40}?"
_ENDING = r"\w{0,15}"
_NUMBER = r"\d[\d.,]{0,12}"
_WORD = re.compile(r"[^\W_]+")
_SIGN = re.compile(r"[^\w\s]")
_ARABIC_FRONT = re.compile(r"([وف])?([بكل])?(ال|ل)?")
# What is left of an Arabic word without its particles must still be a word.
_SHORTEST_STEM = 3
#: How many beginnings of words a table keeps before it begins anew.
_MOST_KNOWN = 20_000


@lru_cache(maxsize=8)
def fold_text(text: str) -> Folded:
    """Fold a text; the last few are kept, because several layers read the same one."""
    return fold_with_origins(text)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a pattern's words stand: its span in the stored text, and its row."""

    start: int
    end: int
    row: Row

    @property
    def span(self) -> Span:
        """The place of the words."""
        return Span(self.start, self.end)


# “visit (abroad)?”: the blank is missing when the bracket is.
_OPTIONAL = re.compile(r" \(((?:[^()/]*[^()/\s]/)*[^()/]*[^()/\s])\)\?")


def _with_blank(match: re.Match[str]) -> str:
    return "(" + "/".join(f" {choice}" for choice in match.group(1).split("/")) + ")?"


def _alternatives(pattern: str) -> Iterator[str]:
    """Write a pattern's head out: every way its first letters can be."""
    cut = re.search(r"[(*~#]", pattern)
    if cut and cut.start() == 0 and pattern[0] == "#":
        yield from "0123456789"
        return
    if not cut or pattern[cut.start()] != "(":
        yield pattern[: cut.start()] if cut else pattern
        return
    head = pattern[: cut.start()]
    choices, rest = _choices(pattern, cut.start())
    if rest.startswith("?"):
        choices.append("")
        rest = rest[1:]
    for choice in choices:
        yield from _alternatives(head + choice + rest)


def _choices(pattern: str, opening: int) -> tuple[list[str], str]:
    """Split a bracket into its choices; brackets inside stay whole. Gives what follows, too."""
    depth = 0
    choices: list[str] = []
    start = opening + 1
    for at in range(opening, len(pattern)):
        sign = pattern[at]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        if (sign == "/" and depth == 1) or depth == 0:
            choices.append(pattern[start:at])
            start = at + 1
        if depth == 0:
            return choices, pattern[at + 1 :]
    return choices, ""


def _expression(pattern: str, language: str) -> str:
    japanese = language == "ja"
    gap = _ARABIC_GAP if language == "ar" else _GAP
    out = []
    for part in re.split(r"([()/?*~#]| ~ | )", pattern):
        if part in ("", None):
            continue
        if part == "(":
            out.append("(?:")
        elif part == "/":
            out.append("|")
        elif part in (")", "?"):
            out.append(part)
        elif part == "*":
            out.append(_ENDING)
        elif part == "#":
            out.append(_NUMBER)
        elif part in ("~", " ~ "):
            out.append(_JAPANESE_GAP if japanese else rf"\s{gap}(?<!\w)")
        elif part == " ":
            out.append(r"\s{1,3}")
        else:
            out.append(re.escape(part))
    body = "".join(out)
    if japanese:
        return body
    # A pattern that ends in a sign (a colon, a bracket) has no word edge there.
    return body + (r"(?:(?!\w)|(?<=\s))" if re.search(r"[\w*)?#]\Z", pattern) else "")


@dataclass(frozen=True, slots=True)
class _Starts:
    """Where in a folded text a pattern may begin: places in order, and the letters that begin it.

    `places_by_letters` has the same places by those letters: the rest of the word, a sign, in
    Japanese two characters.
    """

    places: list[int]
    letters: list[str]
    places_by_letters: dict[str, list[int]]
    distinct: frozenset[str]


@lru_cache(maxsize=4)
def _starts_of(text: str, language: str) -> _Starts:
    """Find the starts of a text once for all tables."""
    folded = fold_text(text).text
    found: list[tuple[int, str]] = []
    if language == "ja":
        found = [(i, folded[i : i + 2]) for i, c in enumerate(folded) if not c.isspace()]
    else:
        for word in _WORD.finditer(folded):
            start, letters = word.start(), word.group()
            found.append((start, letters))
            if language == "ar":
                found.extend((start + o, letters[o:]) for o in _stem_offsets(letters))
        found.extend((sign.start(), sign.group()) for sign in _SIGN.finditer(folded))
        found.sort()
    by_letters: dict[str, list[int]] = {}
    for place, letters in found:
        by_letters.setdefault(letters, []).append(place)
    places, begin = [f[0] for f in found], [f[1] for f in found]
    return _Starts(places, begin, by_letters, frozenset(by_letters))


class _Pattern:
    """A row; `rank` orders those that match the same words.

    It is compiled when a text first has the letters it begins with: most rows never are.
    """

    __slots__ = ("_expression", "_pattern", "rank", "row")

    def __init__(self, rank: int, pattern: str, language: str, row: Row) -> None:
        self.rank = rank
        self.row = row
        self._pattern = (pattern, language)
        self._expression: re.Pattern[str] | None = None

    @property
    def expression(self) -> re.Pattern[str]:
        """The pattern as a regular expression."""
        if self._expression is None:
            self._expression = re.compile(_expression(*self._pattern))
        return self._expression


class PatternTable:
    """All patterns of a table, found in one pass over a text.

    `rows` hold the pattern in the column `pattern`. Raises TableFault for a pattern that is empty,
    begins with a gap, or has a bracket without its fellow.
    """

    def __init__(self, rows: Iterable[Row], language: str, *, path: str = "") -> None:
        self._language = language
        japanese = language == "ja"
        by_literal: dict[str, list[_Pattern]] = {}
        for number, row in enumerate(rows):
            pattern = _OPTIONAL.sub(_with_blank, fold(row["pattern"]))
            if pattern.count("(") != pattern.count(")") or not pattern.strip():
                raise TableFault(f"“{row['pattern']}” is not a pattern", path=path)
            alternatives = set(_alternatives(pattern))
            if any(not head[:2].strip() for head in alternatives):
                raise TableFault(f"the pattern “{row['pattern']}” begins with a gap", path=path)
            mine = _Pattern(number, pattern, language, row)
            for head in sorted({_literal(a, japanese=japanese) for a in alternatives}):
                by_literal.setdefault(head, []).append(mine)
        #: By the first two letters: beginnings of patterns, and these patterns.
        self._by_head: dict[str, dict[str, tuple[_Pattern, ...]]] = {}
        for literal, found in by_literal.items():
            self._by_head.setdefault(literal[:2], {})[literal] = tuple(found)
        #: By the same letters: how long the beginnings are.
        self._lengths = {
            head: tuple(sorted({len(literal) for literal in alike}))
            for head, alike in self._by_head.items()
        }
        #: The patterns that may begin with certain letters, as far as texts had them.
        self._known: set[str] = set()
        self._hot: set[str] = set()
        self._patterns: dict[str, tuple[_Pattern, ...]] = {}

    def scan(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """Find every hit in `text[start:end]`, sorted; hits may overlap, one row once per place."""
        folded = fold_text(text)
        starts = _starts_of(text, self._language)
        end = len(text) if end is None else end
        self._learn(starts.distinct)
        found: list[tuple[int, int, int, Row]] = []
        for place, patterns in self._places(folded, starts, start, end):
            check()
            for pattern in patterns:
                match = pattern.expression.match(folded.text, place)
                if match and match.end() > place:
                    span = folded.span(place, match.end())
                    if span.end <= end:
                        found.append((span.start, -span.end, pattern.rank, pattern.row))
        found.sort(key=lambda hit: hit[:3])
        return [Hit(first, -last, row) for first, last, _, row in found]

    def _places(
        self, folded: Folded, starts: _Starts, start: int, end: int
    ) -> Iterator[tuple[int, tuple[_Pattern, ...]]]:
        """Give the places from `start` to `end` at which a pattern may begin, and which ones."""
        if (start, end) == (0, folded.origins[-1]):
            for letters in starts.distinct & self._hot:
                for place in starts.places_by_letters[letters]:
                    yield place, self._patterns[letters]
            return
        first = bisect_left(starts.places, bisect_left(folded.origins, start))
        last = bisect_left(starts.places, bisect_left(folded.origins, end))
        for index in range(first, last):
            if starts.letters[index] in self._patterns:
                yield starts.places[index], self._patterns[starts.letters[index]]

    def _learn(self, seen: frozenset[str]) -> None:
        """Look up which patterns begin with letters that no text had before."""
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
            self._hot.clear()
            self._patterns.clear()
        for letters in seen - self._known:
            mine: dict[int, _Pattern] = {}
            for head in (letters[:2], letters[:1]):
                alike = self._by_head.get(head)
                if alike is None:
                    continue
                for length in self._lengths[head]:
                    for pattern in alike.get(letters[:length], ()):
                        mine[pattern.rank] = pattern
            if mine:
                self._hot.add(letters)
                self._patterns[letters] = tuple(mine[rank] for rank in sorted(mine))
        self._known |= seen


def _literal(alternative: str, *, japanese: bool) -> str:
    """Give the first letters of a pattern that stand in its first word, or its first sign."""
    if japanese:
        return alternative[:2]
    word = _WORD.match(alternative)
    return word.group() if word else alternative[0]


@lru_cache(maxsize=16384)
def _stem_offsets(word: str) -> tuple[int, ...]:
    front = _ARABIC_FRONT.match(word)
    offsets = set()
    if front:
        first, second, third = (len(g or "") for g in front.groups())
        offsets = {first, first + second, first + second + third}
        if not first and not second and third == 1:
            offsets.add(1)
    # «ورد» may be «و» and «رد»; after the other particles a stem is longer.
    least = {o: 2 if o == 1 and word[0] in "وف" else _SHORTEST_STEM for o in offsets}
    return tuple(sorted(o for o in offsets if 0 < o <= len(word) - least[o]))


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Keep of hits that overlap the one that begins first, and of those the longest."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


@lru_cache(maxsize=64)
def pattern_table(language: str, name: str, columns: tuple[str, ...] = ()) -> PatternTable:
    """Open `data/<language>/<name>.tsv` as patterns; every row needs a `pattern`."""
    file = f"{language}/{name}.tsv"
    rows = open_table(file, ("pattern", *columns))
    return PatternTable(rows, language, path=str(data_path(file)))
