"""Values of a channel go in and get numbers; the number of each comes out."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sijill.tagging.kernels import KERNELS

Ints = npt.NDArray[np.int64]


class ValueNumbers:
    """The numbers of values: strings, tuples of them, or None."""

    def __init__(self) -> None:
        self._number_of: dict[Hashable, int] = {}

    def __len__(self) -> int:
        return len(self._number_of)

    def find(
        self,
        values: Sequence[Hashable],
        fresh: dict[Hashable, int],
        first: int,
        clock: int,
        used: Ints,
        found: Ints,
    ) -> None:
        """Write the number of each value into `found`.

        One that has none gets the next number in `fresh`, which count from `first` on. Into `used`
        goes by number that they were looked up at the time of a clock.
        """
        number_of = self._number_of.get
        for place, value in enumerate(values):
            number = number_of(value)
            if number is None:
                number = fresh.setdefault(value, first + len(fresh))
            found[place] = number
        used[found] = clock

    def add(self, fresh: Mapping[Hashable, int], numbers: Ints, first: int, found: Ints) -> None:
        """Give new values their numbers, also in what was found, which counts from `first` on."""
        self._number_of.update(zip(fresh, numbers.tolist(), strict=True))
        is_new = found >= first
        found[is_new] = numbers[found[is_new] - first]

    def drop(self, is_gone: npt.NDArray[np.int8]) -> None:
        """Forget the values whose numbers are marked by other than zero."""
        gone = {*np.flatnonzero(is_gone).tolist()}
        self._number_of = {v: n for v, n in self._number_of.items() if n not in gone}


PlainValueNumbers = ValueNumbers

# The same in C, where that was built: a text has some ten thousand values.
if not TYPE_CHECKING and KERNELS is not None:
    ValueNumbers = KERNELS.ValueNumbers
