"""The patterns of a language go in, by their beginnings; where each stands in a text comes out.

A text is looked through once for all tables: its words are looked up by their letters (Arabic ones
also without the particles written onto them). The kernels go down a tree of letters; without them
what a word may begin is kept for the next text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from sijill.documents.deadline import check
from sijill.documents.kernels import KERNELS

#: How many words are kept before it begins anew.
MOST_KNOWN = 30_000
#: What is written onto words, by groups: of each one may stand before a word, in this order.
_FRONTS = {"ar": (("و", "ف"), ("ب", "ك", "ل"), ("ال", "ل"))}
#: What is left without them must still be a word: «ورد» may be «و» and «رد», after the other
#: particles a stem is longer.
_SHORTEST_BEHIND_FIRST, _SHORTEST_STEM = 2, 3
_WORD_OR_SIGN = re.compile(r"[^\W_]+|[^\w\s]")

#: Places of one word in a text, with the ranks of the patterns that may begin there.
_Places = list[tuple[list[int], tuple[int, ...]]]
#: A pattern in a folded text: start, end as a negative number, so that the longest is the first of
#: those that are sorted, and rank.
Found = tuple[int, int, int]


class Pattern(Protocol):
    """What is looked for where its beginning stands."""

    def steps(self) -> bytes:
        """Give what the kernels do to find it."""

    def end(self, text: str, place: int) -> int:
        """Give where a match that begins at a place ends; the place itself for none."""


class Beginning(NamedTuple):
    """The first letters of the pattern with a rank; whether these are always a whole word.

    `following` is what the next word may begin with: up to two letters of each, with blanks between
    them; nothing where it may be any.
    """

    letters: str
    rank: int
    is_whole: bool = False
    following: str = ""


class Beginnings:
    """The beginnings of the patterns of several tables of one language.

    A beginning is the letters of a pattern that stand in its first word, or its first sign; in
    Japanese, which writes no words apart, its first two characters.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._fronts = _FRONTS.get(language, ())
        self._kernel = KERNELS and KERNELS.Beginnings(self._fronts)
        #: The patterns of each table.
        self._patterns: list[Sequence[Pattern]] = []
        #: The last text, with what is found in it by table, or else where that may begin.
        self._found: tuple[str, list[list[Found]]] | None = None
        self._places: tuple[str, list[_Places]] | None = None
        #: Which patterns (table, rank) have a beginning that words may go on behind.
        self._alike: dict[str, list[tuple[int, int]]] = {}
        #: Which begin with a whole word: of a few letters, it begins many others, too.
        self._whole: dict[str, list[tuple[int, int]]] = {}
        #: By the first two letters: how long the beginnings are.
        self._lengths: dict[str, tuple[int, ...]] = {}
        #: What a word may begin: (letters before the beginning, table, ranks), as far as met.
        self._known: dict[str, tuple[tuple[int, int, tuple[int, ...]], ...]] = {}
        #: The last text, and where its words stand.
        self._words: tuple[str, dict[str, list[int]]] = ("", {})

    def add(self, beginnings: Iterable[Beginning], patterns: Sequence[Pattern]) -> int:
        """Take in a table, by the beginnings of its patterns; give its number."""
        number = len(self._patterns)
        self._patterns.append(patterns)
        self._found = self._places = None
        if self._kernel is not None:
            self._kernel.add(sorted(beginnings), len(patterns))
        else:
            self._add(beginnings, number)
        return number

    def find(self, folded: str, table: int) -> Sequence[Found]:
        """Give where the patterns of a table stand in a folded text; in no order."""
        if self._kernel is None:
            return self._try(folded, table)
        last = self._found
        if last is None or last[0] is not folded:
            is_pairs = self._language == "ja"
            found = self._kernel.find(folded, self._steps_of, check, is_pairs)
            last = self._found = (folded, found)
        return last[1][table]

    def _steps_of(self, table: int, rank: int) -> bytes:
        return self._patterns[table][rank].steps()

    def _add(self, beginnings: Iterable[Beginning], table: int) -> None:
        """Take in a table without the kernels, which look at no following words."""
        lengths: dict[str, set[int]] = {}
        for letters, rank, is_whole, _ in beginnings:
            if is_whole:
                self._whole.setdefault(letters, []).append((table, rank))
                continue
            self._alike.setdefault(letters, []).append((table, rank))
            lengths.setdefault(letters[:2], set()).add(len(letters))
        for head, found in lengths.items():
            self._lengths[head] = tuple(sorted(found.union(self._lengths.get(head, ()))))
        self._known.clear()

    def _try(self, folded: str, table: int) -> list[Found]:
        """Find the patterns of a table without the kernels."""
        last = self._places
        if last is None or last[0] is not folded:
            last = self._places = (folded, self._places_in(folded))
        found, patterns = [], self._patterns[table]
        for places, ranks in last[1][table]:
            for place in places:
                check()
                for rank in ranks:
                    end = patterns[rank].end(folded, place)
                    if end > place:
                        found.append((place, -end, rank))
        return found

    def _places_in(self, folded: str) -> list[_Places]:
        words = self._words
        if words[0] is not folded:
            words = self._words = (folded, self._words_of(folded))
        out: list[_Places] = [[] for _ in self._patterns]
        for letters, places in words[1].items():
            begun = self._known.get(letters)
            if begun is None:
                begun = self._begun_by(letters)
            for offset, table, ranks in begun:
                here = [place + offset for place in places] if offset else places
                out[table].append((here, ranks))
        return out

    def _words_of(self, folded: str) -> dict[str, list[int]]:
        by_word: dict[str, list[int]] = {}
        if self._language == "ja":
            for place, sign in enumerate(folded):
                if not sign.isspace():
                    by_word.setdefault(folded[place : place + 2], []).append(place)
        else:
            for word in _WORD_OR_SIGN.finditer(folded):
                by_word.setdefault(word.group(), []).append(word.start())
        return by_word

    def _begun_by(self, word: str) -> tuple[tuple[int, int, tuple[int, ...]], ...]:
        """Look up what a word may begin, with and without its particles, and keep it."""
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        offsets = (0, *_stem_offsets(word, self._fronts))
        found: list[tuple[int, int, tuple[int, ...]]] = []
        alike = self._alike
        for offset in offsets:
            letters = word[offset:]
            begun = [*self._whole.get(letters, ()), *alike.get(letters[:1], ())]
            for length in self._lengths.get(letters[:2], ()):
                if 1 < length <= len(letters):
                    begun += alike.get(letters[:length], ())
            if begun:
                ranks: dict[int, set[int]] = {}
                for table, rank in begun:
                    ranks.setdefault(table, set()).add(rank)
                found += [(offset, table, tuple(sorted(mine))) for table, mine in ranks.items()]
        begun_here = self._known[word] = tuple(found)
        return begun_here


@lru_cache(maxsize=16)
def beginnings_of(language: str) -> Beginnings:
    """Give the beginnings that all tables of a language share."""
    return Beginnings(language)


def _stem_offsets(word: str, fronts: Iterable[Sequence[str]]) -> list[int]:
    """List where a word may begin when what is written onto it is taken off."""
    found: list[int] = []
    offset, shortest = 0, _SHORTEST_BEHIND_FIRST
    for group in fronts:
        length = next((len(front) for front in group if word.startswith(front, offset)), 0)
        offset += length
        if length and len(word) - offset >= shortest:
            found.append(offset)
        shortest = _SHORTEST_STEM
    return found
