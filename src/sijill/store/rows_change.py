"""The rows of a field before and after go in; which are the same, changed, gone or new comes out.

Rows are compared by what they are, not by where they stand: nearly all of them are the very same
objects as before, and only the others are looked into.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import is_
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
    that are not there as they were.
    """

    before: Rows
    after: Rows
    taken: Ints
    renewed: dict[int, int]
    gone: list[int]
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


def change_of(before: Rows, after: Rows) -> RowsChange:
    """Find out what became of rows; those of one name are the same if they are equal."""
    if len(before) == len(after) and all(map(is_, before, after)):
        return RowsChange(before, after, np.arange(len(after)), {}, [])
    # The rows of before are still there, so that no other value can have the same number.
    place_of = dict(zip(map(id, before), range(len(before)), strict=True))
    taken = np.fromiter(
        (place_of.get(number, -1) for number in map(id, after)), np.int64, len(after)
    )
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
    return RowsChange(before, after, taken, renewed, np.flatnonzero(~stays).tolist())


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
            known = self._known[name] = change_of(before, after)
        return known
