"""A map goes in, and the one that was there before; it comes out as one that knows in what the two
differ, so that whoever followed the one before need not go through all of it.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Following(dict[K, V]):
    """A map, `before` it another, and the keys for which both don't give the same.

    `changed` may name some that do, too. What came before that other one is let go.
    """

    __slots__ = ("before", "changed")

    def __init__(
        self, now: Mapping[K, V], before: Following[K, V] | None, changed: Collection[K]
    ) -> None:
        super().__init__(now)
        self.before, self.changed = before, changed
        if before is not None:
            before.before = None


def changed_since(before: Mapping[K, V], now: Mapping[K, V]) -> Collection[K]:
    """Give the keys for which two maps may not give the same, those of which one has none as well.

    Where `now` follows the other, nothing is gone through.
    """
    if isinstance(now, Following) and now.before is before:
        return now.changed
    known = before.get
    found = {key for key, value in now.items() if known(key, _NOTHING) != value}
    return found | (before.keys() - now.keys())


#: Stands for what is not there, and equals nothing else.
_NOTHING: object = object()
