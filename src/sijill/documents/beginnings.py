"""The patterns of a language go in, by their beginnings; where each stands in a text comes out.

A text is looked through once for all tables: its words are looked up by their letters (Arabic ones
also without the particles written onto them), and what a word may begin is kept for the next text.
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
# What is left of an Arabic word without its particles must still be a word.
_SHORTEST_STEM = 3
_WORD_OR_SIGN = re.compile(r"[^\W_]+|[^\w\s]")
_ARABIC_FRONT = re.compile(r"([وف])?([بكل])?(ال|ل)?")

#: Places of one word in a text, with the ranks of the patterns that may begin there.
_Places = list[tuple[list[int], tuple[int, ...]]]
#: A pattern in a folded text: start, end and rank.
Found = tuple[int, int, int]


class Pattern(Protocol):
    """What is looked for where its beginning stands."""

    def steps(self) -> bytes:
        """Give what the kernels do to find it."""

    def end(self, text: str, place: int) -> int:
        """Give where a match that begins at a place ends; the place itself for none."""


class Beginning(NamedTuple):
    """The first letters of the pattern with a rank; whether these are always a whole word."""

    letters: str
    rank: int
    is_whole: bool = False


class Beginnings:
    """The beginnings of the patterns of several tables of one language.

    A beginning is the letters of a pattern that stand in its first word, or its first sign; in
    Japanese, which writes no words apart, its first two characters.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        #: Which patterns (table, rank) have a beginning that words may go on behind.
        self._alike: dict[str, list[tuple[int, int]]] = {}
        #: Which begin with a whole word: of a few letters, it begins many others, too.
        self._whole: dict[str, list[tuple[int, int]]] = {}
        #: By the first two letters: how long the beginnings are.
        self._lengths: dict[str, tuple[int, ...]] = {}
        #: What a word may begin: (letters before the beginning, table, ranks), as far as met.
        self._known: dict[str, tuple[tuple[int, int, tuple[int, ...]], ...]] = {}
        #: The patterns of each table; their steps, as far as they were needed.
        self._patterns: list[Sequence[Pattern]] = []
        self._steps: list[list[bytes | None]] = []
        #: The last text, and where its words stand.
        self._words: tuple[str, dict[str, list[int]]] = ("", {})
        #: The last text, with what is found in it by table, or else where that may begin.
        self._found: tuple[str, list[list[Found]]] | None = None
        self._places: tuple[str, list[_Places]] | None = None

    def add(self, beginnings: Iterable[Beginning], patterns: Sequence[Pattern]) -> int:
        """Take in a table, by the beginnings of its patterns; give its number."""
        number = len(self._patterns)
        lengths: dict[str, set[int]] = {}
        for letters, rank, is_whole in beginnings:
            if is_whole:
                self._whole.setdefault(letters, []).append((number, rank))
                continue
            self._alike.setdefault(letters, []).append((number, rank))
            lengths.setdefault(letters[:2], set()).add(len(letters))
        for head, found in lengths.items():
            self._lengths[head] = tuple(sorted(found.union(self._lengths.get(head, ()))))
        self._patterns.append(patterns)
        self._steps.append([None] * len(patterns))
        self._known.clear()
        self._found = self._places = None
        return number

    def find(self, folded: str, table: int) -> Sequence[Found]:
        """Give where the patterns of a table stand in a folded text; in no order."""
        if KERNELS is None:
            return self._try(folded, table)
        last = self._found
        if last is None or last[0] is not folded:
            found = KERNELS.find(
                folded,
                self._known,
                self._begun_by,
                self._steps,
                self._steps_of,
                check,
                self._language == "ja",
            )
            last = self._found = (folded, found)
        return last[1][table]

    def _steps_of(self, table: int, rank: int) -> bytes:
        steps = self._steps[table][rank] = self._patterns[table][rank].steps()
        return steps

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
                        found.append((place, end, rank))
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
        offsets = (0, *_stem_offsets(word)) if self._language == "ar" else (0,)
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


def _stem_offsets(word: str) -> tuple[int, ...]:
    """List where an Arabic word may begin when its particles are taken off."""
    front = _ARABIC_FRONT.match(word)
    if front is None or not front.end():
        return ()
    first, second, third = [len(group) for group in front.groups("")]
    offsets = sorted({first, first + second, first + second + third} - {0})
    # «ورد» may be «و» and «رد»; after the other particles a stem is longer.
    behind_one = 2 if word[0] in "وف" else _SHORTEST_STEM
    return tuple(
        [o for o in offsets if o <= len(word) - (behind_one if o == 1 else _SHORTEST_STEM)]
    )
