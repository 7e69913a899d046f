"""Things that are told go in: groups of tellings, happenings, statements; for each key under which
some have changed, all that stand under it come out.

They are kept up to date: what one more source changes is found without going through all others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from sijill.tellings.merging import Group

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Under(Generic[K, T]):
    """Things under their keys; `keys_of` gives those of one. A thing that has changed is another
    object.
    """

    def __init__(self, keys_of: Callable[[T], Collection[K]]) -> None:
        self._keys_of = keys_of
        self._things: Sequence[T] = ()
        #: By what Python tells objects apart by what stands under each key.
        self._under: dict[K, set[int]] = defaultdict(set)

    def update(self, things: Sequence[T], doubted: Iterable[T] = ()) -> dict[K, list[T]]:
        """Take these things; give what stands under each key for which that is not as before.

        It is in the order of `things`. Given as well are the keys of what is `doubted`.
        """
        # Those of before are still held, so that no other one can have the same number.
        before, now = _numbered(self._things), _numbered(things)
        self._things = things
        touched: dict[K, None] = {}
        for number in before.keys() - now.keys():
            for key in self._keys_of(before[number]):
                self._under[key].discard(number)
                touched[key] = None
        for number in now.keys() - before.keys():
            for key in self._keys_of(now[number]):
                self._under[key].add(number)
                touched[key] = None
        for thing in doubted:
            touched |= dict.fromkeys(self._keys_of(thing))
        place = dict(zip(now, range(len(now)), strict=True)) if touched else {}
        found = {}
        for key in touched:
            found[key] = [now[n] for n in sorted(self._under[key], key=place.__getitem__)]
            if not found[key]:
                del self._under[key]
        return found


def tellers_of(group: Group) -> set[str]:
    """Give the ids of the sources that tell of one happening."""
    return {told.source_id for told in group.tellings}


def _numbered(things: Sequence[T]) -> dict[int, T]:
    return dict(zip(map(id, things), things, strict=True))
