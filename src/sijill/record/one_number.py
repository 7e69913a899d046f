"""The figures of one text go in; they come out with those that give the same amount for something
else: one number told of two things.

A text that says «3 trillion yen» of projects and of investment has one of them from somebody who
took one for the other, or both are meant: which, is not said here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sijill.record.items import FigureItem

#: Smaller amounts meet by chance.
_LARGE = 1_000_000
#: Two flows side by side, of which each may well have the other's amount.
_SIDE_BY_SIDE = frozenset(("exports", "imports"))


def with_other_uses(figures: Sequence[FigureItem]) -> tuple[FigureItem, ...]:
    """Name with each large amount of money those of its text that give it for another measure.

    Two numbers written in one sentence are two amounts that happen to be equal, and so are those of
    two times. What is told as one number of which accounts differ is one.
    """
    groups: dict[tuple[str, float, str], list[FigureItem]] = defaultdict(list)
    for figure in figures:
        if len(figure.unit) == 3 and figure.value >= _LARGE:
            groups[figure.number.source_id, figure.value, figure.unit].append(figure)
    found: dict[str, tuple[str, ...]] = {}
    for group in groups.values():
        for one in group:
            others = sorted(other.id for other in group if _is_one_number(one, other))
            if others:
                found[one.id] = tuple(others)
    return tuple(replace(f, told_otherwise=found[f.id]) if f.id in found else f for f in figures)


def _is_one_number(one: FigureItem, other: FigureItem) -> bool:
    if one.measure == other.measure or {one.measure, other.measure} == _SIDE_BY_SIDE:
        return False
    if one.number == other.number:
        return True
    if not set(one.citations).isdisjoint(other.citations):
        return False
    return one.period == other.period or None in (one.period, other.period)
