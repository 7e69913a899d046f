"""Sentences and mentions of a text go in; those at, in and over a place come out.

Each question is a search by halves, so that a long text asks no more of one than a short text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import TYPE_CHECKING

from sijill.documents.document import Mention, MentionKind, Sentence
from sijill.documents.kernels import KERNELS

#: A mention is looked for among so many that begin before: it is seldom longer than a few hundred
#: characters, and nested ones start close by. That of `native/whereabouts.c`.
NESTED = 12


class Whereabouts:
    """Sentences, and mentions by place, the longer before the nested one.

    `check` is called with the questions; what it raises is raised.
    """

    def __init__(
        self,
        sentences: tuple[Sentence, ...],
        mentions: tuple[Mention, ...],
        check: Callable[[], None],
    ) -> None:
        self._check = check
        self._sentences = sentences
        self._mentions = mentions
        self._sentence_starts = [s.start for s in sentences]
        self._mention_starts = [m.start for m in mentions]
        #: How far the mentions up to each one reach, behind nothing before the first.
        self._reach = [0, *accumulate((m.end for m in mentions), max)]

    def sentence_index(self, offset: int, /) -> int:
        """Give the number of the sentence that holds an offset, or of the last one before it."""
        self._check()
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def sentence_at(self, offset: int, /) -> Sentence:
        """Give the sentence that holds an offset, or the last one before it."""
        return self._sentences[self.sentence_index(offset)]

    def mentions_in(
        self, start: int, end: int, kinds: Iterable[MentionKind] | None = None, /
    ) -> list[Mention]:
        """Give the mentions wholly inside a stretch, in order, longer ones before nested ones.

        Those of all kinds, or of some.
        """
        self._check()
        first = bisect_left(self._mention_starts, start)
        last = bisect_left(self._mention_starts, end, first)
        if first == last:
            return []
        if kinds is None:
            return [m for m in self._mentions[first:last] if m.end <= end]
        wanted = tuple(kinds)
        return [m for m in self._mentions[first:last] if m.end <= end and m.kind in wanted]

    def mention_over(self, start: int, end: int, /) -> Mention | None:
        """Give the longest mention that covers a stretch."""
        self._check()
        last = bisect_right(self._mention_starts, start)
        if self._reach[last] < end:
            return None
        first = max(0, last - NESTED)
        return next((m for m in self._mentions[first:last] if end <= m.end), None)


PlainWhereabouts = Whereabouts

# The same in C, where that was built: a text asks some six hundred times.
if not TYPE_CHECKING and KERNELS is not None:
    Whereabouts = KERNELS.Whereabouts
