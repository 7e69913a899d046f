"""The rows of a field before and after go in; which are the same, changed, gone or new comes out.

Rows are compared by what they are, not by where they stand: nearly all of them are the very same
objects as before, and only the others are looked into.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from sijill.serial import dumps

Ints = npt.NDArray[np.int64]
Rows = Sequence[Any]


@dataclass(frozen=True, slots=True)
class RowsChange:
    """What became of rows, by their places.

    `taken` gives for each row where the same one stood before, -1 where none did; `renewed` for
    those that are not the same where one of the same name stood; `gone` are the places of all rows
    that are not there as they were. `numbers` are those by which Python tells the rows apart.
    """

    before: Rows
    after: Rows
    taken: Ints
    renewed: dict[int, int]
    gone: list[int]
    numbers: Ints
    _texts: dict[int, str] = field(default_factory=dict)

    @property
    def is_none(self) -> bool:
        """Say whether all is as it was, at the same places."""
        return not self.gone and len(self.before) == len(self.after)

    @property
    def come(self) -> list[int]:
        """Give the places of the rows that are not the same as before."""
        found: list[int] = np.flatnonzero(self.taken < 0).tolist()
        return found

    def text(self, place: int) -> str:
        """Give the JSON of a row with its newline, made once for all who ask."""
        known = self._texts.get(place)
        if known is None:
            known = self._texts[place] = dumps(self.after[place])
        return known

    def numbers_kept(self, numbers: Ints) -> Ints:
        """Give for each row the number of the one of before that it is, or was; -1 for new ones."""
        found = np.where(self.taken >= 0, numbers[self.taken] if len(numbers) else -1, -1)
        found[list(self.renewed)] = numbers[list(self.renewed.values())]
        return found


def change_of(before: Rows, after: Rows, numbers: Ints | None = None) -> RowsChange:
    """Find out what became of rows; those of one name are the same if they are equal.

    `numbers` are those of the rows of before, where they were asked for then.
    """
    old, new = _numbers(before) if numbers is None else numbers, _numbers(after)
    if np.array_equal(old, new):
        return RowsChange(before, after, np.arange(len(after)), {}, [], new)
    # The rows of before are still there, so that no other value can have the same number.
    taken = _found_again(old, new)
    come = np.flatnonzero(taken < 0).tolist()
    stays = np.zeros(len(before), dtype=bool)
    stays[taken[taken >= 0]] = True
    by_name = {name_of(before[at], at): at for at in np.flatnonzero(~stays).tolist()}
    renewed: dict[int, int] = {}
    for place in come:
        known = by_name.get(name_of(after[place], place))
        if known is None:
            continue
        if before[known] == after[place]:
            taken[place], stays[known] = known, True
        else:
            renewed[place] = known
    return RowsChange(before, after, taken, renewed, np.flatnonzero(~stays).tolist(), new)


def _numbers(rows: Rows) -> Ints:
    return np.fromiter(map(id, rows), np.int64, len(rows))


def _found_again(before: Ints, after: Ints) -> Ints:
    """Give for each number where the same one stood before; -1 where none did.

    Nearly all stand in the same order, with a few others between them: so both are gone through
    side by side, and only what does not meet so is looked up.
    """
    taken: Ints = np.full(len(after), -1, dtype=np.int64)
    old = new = 0
    while old < len(before) and new < len(after):
        alike = _alike(before[old : old + _BLOCK], after[new : new + _BLOCK])
        taken[new : new + alike] = np.arange(old, old + alike)
        old, new = old + alike, new + alike
        if alike < _BLOCK:
            near = {n: at for at, n in enumerate(before[old : old + _NEAR].tolist())}
            ahead = enumerate(after[new : new + _NEAR].tolist())
            steps = next(((near[n], at) for at, n in ahead if n in near), (_NEAR, _NEAR))
            old, new = old + steps[0], new + steps[1]
    is_left = np.ones(len(before), dtype=bool)
    is_left[taken[taken >= 0]] = False
    place_of = {int(before[at]): at for at in np.flatnonzero(is_left).tolist()}
    open_places = np.flatnonzero(taken < 0)
    taken[open_places] = [place_of.get(number, -1) for number in after[open_places].tolist()]
    return taken


#: How many numbers are compared at once, and how far ahead two orders are looked for to meet again.
_BLOCK, _NEAR = 4096, 64


def _alike(one: Ints, other: Ints) -> int:
    """Say how many numbers both begin with."""
    size = min(len(one), len(other))
    differ = one[:size] != other[:size]
    return int(differ.argmax()) if differ.any() else size


def name_of(row: Any, place: int) -> str | int:
    """Give what a row is found again by: its id, the two sides it speaks of, or its place."""
    named: str | None = getattr(row, "id", None)
    if named is None and hasattr(row, "left") and hasattr(row, "by"):
        return f"{row.left} {row.right} {row.by}"
    return place if named is None else named


@dataclass(slots=True)
class Changes:
    """What became of rows, found once for all who ask about the same two."""

    _known: dict[str, RowsChange] = field(default_factory=dict)

    def of(self, name: str, before: Rows, after: Rows) -> RowsChange:
        """Give what became of the rows of a field."""
        known = self._known.get(name)
        if known is None or known.before is not before or known.after is not after:
            numbers = known.numbers if known is not None and known.after is before else None
            known = self._known[name] = change_of(before, after, numbers)
        return known
