"""Groups of tellings, or happenings, go in; for each source of which they have changed, those that
it tells come out.

They are kept up to date: what one more source changes is found without going through all others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from sijill.tellings.merging import Group

T = TypeVar("T")


class Tellers(Generic[T]):
    """Who tells what; `group_of` gives the tellings of one thing that is told.

    A thing that has changed is another object.
    """

    def __init__(self, group_of: Callable[[T], Group]) -> None:
        self._group_of = group_of
        self._things: Sequence[T] = ()
        #: By what Python tells objects apart by what each source tells.
        self._told: dict[str, set[int]] = defaultdict(set)

    def update(self, things: Sequence[T], doubted: Iterable[T] = ()) -> dict[str, list[T]]:
        """Take these things; give what each source tells for which that is not as before.

        What it tells is in the order of `things`. Given as well are those that tell of something
        `doubted`.
        """
        # Those of before are still held, so that no other one can have the same number.
        before, now = _numbered(self._things), _numbered(things)
        self._things = things
        touched: set[str] = set()
        for number in before.keys() - now.keys():
            for source_id in self.sources_of(before[number]):
                self._told[source_id].discard(number)
                touched.add(source_id)
        for number in now.keys() - before.keys():
            for source_id in self.sources_of(now[number]):
                self._told[source_id].add(number)
                touched.add(source_id)
        for thing in doubted:
            touched |= self.sources_of(thing)
        place = dict(zip(now, range(len(now)), strict=True)) if touched else {}
        return {
            source_id: [now[n] for n in sorted(self._told[source_id], key=place.__getitem__)]
            for source_id in touched
        }

    def sources_of(self, thing: T) -> set[str]:
        """Give the ids of the sources that tell a thing."""
        return {told.source_id for told in self._group_of(thing).tellings}


def _numbered(things: Sequence[T]) -> dict[int, T]:
    return dict(zip(map(id, things), things, strict=True))
