"""Stretches of a text in order go in; those that begin in another stretch, or touch it, come out.

So that a text of a thousand quotations costs no more than a thousand times one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from sijill.documents.kernels import KERNELS


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


class _Stretch(_Placed, Protocol):
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=_Placed)
S = TypeVar("S", bound=_Stretch)
T = TypeVar("T")

_start = attrgetter("start")


def beginning_in(places: Sequence[P], start: int, end: int) -> Sequence[P]:
    """Give those of a list or tuple sorted by start that begin in `[start, end)`."""
    # Of nine questions eight find nothing, half of them in a list that has nothing on one side.
    if not places or places[-1].start < start or places[0].start >= end:
        return places[:0]
    first = bisect_left(places, start, key=_start)
    if places[first].start >= end:
        return places[:0]
    return places[first : bisect_left(places, end, lo=first + 1, key=_start)]


plain_beginning_in = beginning_in

# The same in C, where that was built: a text asks some six hundred times.
if not TYPE_CHECKING and KERNELS is not None:
    beginning_in = KERNELS.beginning_in


def touching(stretches: Sequence[S], start: int, end: int) -> Sequence[S]:
    """Give those that share a character with `[start, end)`.

    The list is sorted, and none of its stretches overlaps another.
    """
    first = bisect_left(stretches, start, key=_start)
    if first and stretches[first - 1].end > start:
        first -= 1
    return stretches[first : bisect_left(stretches, end, lo=first, key=_start)]


def over(stretches: Sequence[S], place: int) -> S | None:
    """Give the one that holds a place; the list is as in `touching`."""
    at = bisect_right(stretches, place, key=_start) - 1
    return stretches[at] if at >= 0 and place < stretches[at].end else None


class Holding(Generic[T]):
    """Gives of many stretches, which may overlap, those that hold another; `span_of` tells each."""

    def __init__(self, items: Iterable[T], span_of: Callable[[T], tuple[int, int]]) -> None:
        numbered = enumerate((span_of(item), item) for item in items)
        placed = [(*span, number, item) for number, (span, item) in numbered]
        placed.sort(key=itemgetter(0))
        self._placed = placed
        self._starts = [start for start, _, _, _ in placed]
        #: How far the stretches up to each one reach.
        self._reach = list(accumulate([end for _, end, _, _ in placed], max))

    def over(self, start: int, end: int) -> list[T]:
        """Give those that begin at `start` or before and end at `end` or after, in their order."""
        last = bisect_right(self._starts, start)
        first = bisect_left(self._reach, end, hi=last)
        found = [(number, item) for _, e, number, item in self._placed[first:last] if end <= e]
        if len(found) > 1:
            found.sort(key=itemgetter(0))
        return [item for _, item in found]
