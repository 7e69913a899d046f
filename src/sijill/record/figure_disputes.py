"""Figures go in; they come out with those that disagree: two numbers for one measure, of one time
and the same states, that no rounding brings together.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sijill.record.figures import measures
from sijill.record.items import FigureItem
from sijill.workbook import Workbook

#: So many others a figure names at most, one for each value: of a figure that many tell, nearly
#: each disagrees with nearly each, and all pairs would be most of a record.
MOST_NAMED = 20
#: "About" and "nearly" reach so many steps of rounding.
_ABOUT = 1.5


def with_disputes(
    figures: Sequence[FigureItem], workbook: Workbook | None = None
) -> tuple[FigureItem, ...]:
    """Name with each figure those it disagrees with by their ids, the first of each value.

    Held against each other are figures of one measure, unit, time, happening and set of states;
    without a time only where the measure needs none, or a happening is named.
    """
    workbook = workbook or Workbook(keeps=False)
    known = measures()
    groups: dict[_Key, list[FigureItem]] = defaultdict(list)
    for figure in figures:
        is_timeless = known[figure.measure].is_timeless
        if is_timeless or figure.period is not None or figure.event is not None:
            time = None if is_timeless else figure.period
            groups[figure.measure, figure.unit, time, figure.event].append(figure)
    several = [(key, (tuple(group),)) for key, group in groups.items() if len(group) > 1]
    made: dict[str, FigureItem] = {}
    for disputed in workbook.page("figures held against each other").each(several, _disputed):
        made.update(disputed)
    return tuple(made.get(f.id, f) for f in figures)


#: A measure, its unit, a time and a happening.
_Key = tuple[str, str, str | None, str | None]


def _disputed(figures: Sequence[FigureItem]) -> dict[str, FigureItem]:
    """Give by id those that others of them disagree with, with the ids of these.

    Two values that cannot both be right, rounded as they are, disagree; two figures of other
    states do not speak against each other.
    """
    reaches = sorted(((f, *reach(f)) for f in figures), key=lambda one: one[0].id)
    found: dict[str, FigureItem] = {}
    for one, low, high in reaches:
        others: dict[tuple[float, str | None], str] = {}
        for other, least, most in reaches:
            if (high < least or most < low) and _are_of_one_state(one, other):
                others.setdefault((other.value, other.bound), other.id)
                if len(others) == MOST_NAMED:
                    break
        if others:
            found[one.id] = replace(one, disputed=tuple(sorted(others.values())))
    return found


def disagree(one: FigureItem, other: FigureItem) -> bool:
    """Say whether two values cannot both be right; see `with_disputes`."""
    return bool(_disputed((one, other)))


def _are_of_one_state(one: FigureItem, other: FigureItem) -> bool:
    if not (one.countries and other.countries):
        return True
    return not set(one.countries).isdisjoint(other.countries)


def reach(figure: FigureItem) -> tuple[float, float]:
    """Give between which values the truth lies, if a figure is right.

    A number is as fine as it is written: 450 stands for 425 to 475, 456 for 455.5 to 456.5. "More
    than 450" reaches up to the next number that would have been said, 500.
    """
    step = grain(abs(figure.value))
    value = figure.value
    if figure.bound == "over":
        return value, value + step
    if figure.bound == "under":
        return value - step, value
    if figure.bound in ("about", "nearly"):
        return value - _ABOUT * step, value + (0 if figure.bound == "nearly" else _ABOUT * step)
    return value - step / 2, value + step / 2


def grain(value: float) -> float:
    """Give the step of rounding that a number shows: the largest 1 or 5 times a power of ten that
    divides it and is at most a quarter of it.
    """
    if value <= 0:
        return 1.0
    power = math.floor(math.log10(value))
    for exponent in range(power, power - 7, -1):
        for factor in (5, 1):
            step = factor * 10.0**exponent
            if step <= value / 4 and math.isclose(round(value / step) * step, value, rel_tol=1e-9):
                return step
    return 10.0 ** (power - 6)
