"""The sentences of a text go in; where its words stand in the lists that a model reads comes out.

Each list has one place for each word, paragraph by paragraph; around each paragraph stand a few
places more for what lies beyond it. Which stretches of the text stand at a word is asked by place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from sijill.documents.document import Sentence, Token
from sijill.tagging.kernels import KERNELS

_V = TypeVar("_V")
#: What a stretch has at a word that holds no edge of it, its beginning, its end, or both.
Edged = tuple[_V, _V, _V, _V]
_Stretch = tuple[int, int, Edged[_V]]
_BEGIN, _END = 1, 2
_paragraph = attrgetter("paragraph")
_start, _end, _folded = itemgetter(0), itemgetter(1), itemgetter(3)
#: What stands before all words.
_BEFORE_ALL = Token(-1, -1, "", "")


class Places:
    """The words of a text by their places.

    `around` is how many places stand between two paragraphs, before the first and behind the last.
    `tokens` and `words`, their folded forms, have one for each place; `sentences` are the places of
    each that has words, half-open, and whether it is of the headline.
    """

    def __init__(self, sentences: Sequence[Sentence], *, around: int) -> None:
        self._around = around
        self.units: list[tuple[Token, ...]] = []
        self.sentences: list[tuple[int, int, bool]] = []
        #: Each stretch of places beyond the paragraphs.
        self._gaps = [slice(0, around)]
        tokens = self.tokens = [_BEFORE_ALL] * around
        for paragraph, group in groupby(sentences, key=_paragraph):
            begin = len(tokens)
            for sentence in group:
                if sentence.tokens:
                    first = len(tokens)
                    tokens += sentence.tokens
                    self.sentences.append((first, len(tokens), paragraph == 0))
            end = len(tokens)
            self.units.append(tuple(tokens[begin:]))
            self._gaps.append(slice(end, end + around))
            # What lies beyond a paragraph is empty, and as far on as its last word.
            last = tokens[-1].end
            tokens += [Token(last, last, "", "")] * around
        self.words: list[str] = [*map(_folded, tokens)]

    @cached_property
    def positions(self) -> npt.NDArray[np.int64]:
        """The places of all words, in order."""
        lengths = [*map(len, self.units)]
        ahead = [self._around * number for number in range(1, len(lengths) + 1)]
        return np.arange(sum(lengths)) + np.repeat(np.array(ahead, dtype=np.int64), lengths)

    def spread(
        self,
        stretches: Sequence[_Stretch[_V]],
        nothing: _V,
        *,
        by_middle: bool = False,
        at_start_only: bool = False,
    ) -> list[_V]:
        """Give for each place the value of the stretch at a word's first letter, else at its last.

        A later stretch covers earlier ones; what it has at a word is told by those of its edges
        that the word holds. `by_middle`: or else at the letter in the middle of a word.
        """
        column = self.filled(nothing)
        if KERNELS is not None:
            KERNELS.spread(column, self.tokens, stretches, by_middle, at_start_only)
        else:
            self._spread(column, stretches, by_middle=by_middle, at_start_only=at_start_only)
        return self.inside(column, nothing)

    def _spread(
        self,
        column: list[_V],
        stretches: Sequence[_Stretch[_V]],
        *,
        by_middle: bool,
        at_start_only: bool,
    ) -> None:
        """Put into a column what `spread` promises, but for what lies beyond paragraphs."""
        tokens = self.tokens
        at_last: list[tuple[int, _V]] = []
        whole: list[tuple[int, int, int, int, Edged[_V]]] = []
        for start, end, values in stretches:
            first = bisect_right(tokens, start, key=_end)
            behind = bisect_left(tokens, end, first, key=_start)
            if first < behind and tokens[first].start < start:
                word = tokens[first]
                if at_start_only:
                    pass
                elif word.end <= end:
                    at_last.append((first, values[_BEGIN + _END * (word.end == end)]))
                elif by_middle and start <= (word.start + word.end) // 2 < end:
                    column[first] = values[_BEGIN + _END]
                first += 1
            if first < behind:
                whole.append((first, behind, start, end, values))
        for place, value in at_last:
            column[place] = value
        for first, behind, start, end, values in whole:
            last = behind - 1
            if behind - first > 2:
                column[first:behind] = (values[0],) * (behind - first)
            begin, close = _BEGIN * (tokens[first].start == start), _END * (tokens[last].end >= end)
            if first == last:
                column[first] = values[begin + close]
            else:
                column[first], column[last] = values[begin], values[close]

    def filled(self, nothing: _V) -> list[_V]:
        """Give a list with nothing at each place."""
        return [nothing] * len(self.words)

    def inside(self, column: list[_V], nothing: _V) -> list[_V]:
        """Put nothing where a list, which is changed, tells of what lies beyond a paragraph."""
        beyond = [nothing] * self._around
        for gap in self._gaps:
            column[gap] = beyond
        return column
