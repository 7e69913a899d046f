"""The sentences of a text go in; where its words stand in the lists that a model reads comes out.

Each list has one place for each word, paragraph by paragraph; around each paragraph stand a few
places more for what lies beyond it. Which stretches of the text stand at a word is asked by place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from sijill.documents.document import Sentence, Token

_V = TypeVar("_V")
#: What a stretch has at a word that holds no edge of it, its beginning, its end, or both.
Edged = tuple[Hashable, Hashable, Hashable, Hashable]
_BEGIN, _END = 1, 2


class Places:
    """The words of a text by their places.

    `around` is how many places stand between two paragraphs, before the first and behind the last.
    `words`, `starts` and `ends` tell of each place; `sentences` are the places of each that has
    words, half-open, and whether it is of the headline.
    """

    def __init__(self, sentences: Sequence[Sentence], *, around: int) -> None:
        self._around = around
        self.units: list[tuple[Token, ...]] = []
        self.positions: list[int] = []
        self.sentences: list[tuple[int, int, bool]] = []
        nothing = ("",) * around
        self.words: list[str] = [*nothing]
        self.starts: list[int] = [-1] * around
        self.ends: list[int] = [-1] * around
        #: The places beyond all paragraphs, and of each paragraph that of its last word.
        self._beyond = set(range(around))
        self._lasts: list[int] = []
        for paragraph, group in groupby(sentences, key=lambda s: s.paragraph):
            begin = len(self.words)
            tokens: list[Token] = []
            for sentence in group:
                first = begin + len(tokens)
                tokens += sentence.tokens
                if sentence.tokens:
                    self.sentences.append((first, begin + len(tokens), paragraph == 0))
            self.units.append(tuple(tokens))
            self.positions += range(begin, begin + len(tokens))
            # What lies beyond a paragraph is empty, and as far on as its last word.
            starts, ends, _, words = zip(*tokens, strict=True) if tokens else ((), (), (), ())
            behind = (ends[-1] if ends else self.ends[-1],) * around
            self.words += words + nothing
            self.starts += starts + behind
            self.ends += ends + behind
            self._lasts.append(len(self.words) - around - 1)
            self._beyond.update(range(len(self.words) - around, len(self.words)))

    def under(
        self,
        stretches: Iterable[tuple[int, int, _V]],
        *,
        by_middle: bool = False,
        at_start_only: bool = False,
    ) -> dict[int, _V]:
        """Give by place the value of the stretch at a word's first letter, or else at its last.

        A later stretch covers earlier ones. `by_middle`: or else at the letter in its middle.
        """
        starts, ends = self.starts, self.ends
        at_start, at_last, at_middle = {}, {}, {}
        for start, end, value in stretches:
            first = bisect_right(ends, start)
            behind = bisect_left(starts, end, first)
            if first < behind and starts[first] < start:
                if ends[first] <= end:
                    at_last[first] = value
                elif by_middle and start <= (starts[first] + ends[first]) // 2 < end:
                    at_middle[first] = value
                first += 1
            for place in range(first, behind):
                at_start[place] = value
        found = at_start if at_start_only else {**at_middle, **at_last, **at_start}
        # A stretch that goes on in the next paragraph has gone over what lies between them.
        for place in self._beyond.intersection(found):
            del found[place]
        return found

    def spread(
        self, stretches: Iterable[tuple[int, int, Edged]], nothing: Hashable
    ) -> list[Hashable]:
        """Give a list with what `under` gives, where each stretch has several values.

        Which of them stands at a word is told by the edges of the stretch that it holds.
        """
        starts, ends = self.starts, self.ends
        column = [nothing] * len(self.words)
        whole: list[tuple[int, int, int, int, Edged]] = []
        for start, end, values in stretches:
            first = bisect_right(ends, start)
            behind = bisect_left(starts, end, first)
            if first < behind and starts[first] < start:
                if ends[first] <= end:
                    column[first] = values[_BEGIN + _END * (ends[first] == end)]
                first += 1
            if first < behind:
                whole.append((first, behind, start, end, values))
        for first, behind, start, end, values in whole:
            last = behind - 1
            if behind - first > 2:
                column[first:behind] = (values[0],) * (behind - first)
            begin, close = _BEGIN * (starts[first] == start), _END * (ends[last] >= end)
            if first == last:
                column[first] = values[begin + close]
            else:
                column[first], column[last] = values[begin], values[close]
        for behind in (-1, *self._lasts):
            column[behind + 1 : behind + 1 + self._around] = [nothing] * self._around
        return column

    def filled(
        self, values: Mapping[int, Hashable] | None = None, nothing: Hashable = None
    ) -> list[Hashable]:
        """Give a list in which only some places hold something."""
        column = [nothing] * len(self.words)
        for place, value in (values or {}).items():
            column[place] = value
        return column

    def inside(self, column: list[Hashable]) -> list[Hashable]:
        """Leave of a list only what stands at words: None beyond the paragraphs."""
        nothing = [None] * self._around
        for behind in (-1, *self._lasts):
            column[behind + 1 : behind + 1 + self._around] = nothing
        return column
