"""A point, the size of its label and what is taken already go in; a free place for it comes out."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

#: Left, top, right, bottom in pixels.
Rect = tuple[float, float, float, float]

_DISTANCES = (26.0, 44.0, 70.0, 104.0, 150.0, 210.0)
# Where the label lies seen from its point: part of the width and of the height to move by.
_SIDES = (
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, 1.0),
    (0.0, -1.0),
    (0.8, 0.8),
    (-0.8, 0.8),
    (0.8, -0.8),
    (-0.8, -0.8),
)
_CLEAR = 14.0


@dataclass(slots=True)
class Obstacles:
    """What a label must not touch: frame, texts, points; and, softly, the route."""

    frame: Rect
    rects: list[Rect] = field(default_factory=list)
    points: list[tuple[float, float]] = field(default_factory=list)
    route: list[tuple[float, float]] = field(default_factory=list)


def place_label(
    point: tuple[float, float],
    size: tuple[float, float],
    taken: Obstacles,
    is_allowed: Callable[[Rect], bool] = lambda rect: True,
) -> tuple[float, Rect] | None:
    """Find the rectangle for a label near its point, with its cost; None when there is no room.

    Of the free places the one that covers least of the route wins, then the nearest; one that is
    nearer to another point than to its own is taken only in need, one that is not allowed never.
    """
    best: tuple[float, Rect] | None = None
    width, height = size
    for distance in _DISTANCES:
        for order, (across, down) in enumerate(_SIDES):
            x = point[0] + across * (distance + width / 2) - width / 2
            y = point[1] + down * (distance + height / 2) - height / 2
            rect = (x, y, x + width, y + height)
            if not is_free(rect, point, taken) or not is_allowed(rect):
                continue
            nearest = min(_distance(at, rect) for at in taken.points)
            strange = _distance(point, rect) > nearest + 1
            cost = covered(rect, taken) * 30 + distance + order * 2 + 240 * strange
            if best is None or cost < best[0]:
                best = (cost, rect)
    return best


def place_labels(
    wanted: Sequence[tuple[tuple[float, float], tuple[float, float]]], taken: Obstacles
) -> list[Rect | None]:
    """Find places for all labels (point and size of each), trying several orders of placing.

    A label for which there is no room at all gets None.
    """
    best: tuple[float, list[Rect | None]] = (math.inf, [None] * len(wanted))
    numbers = list(range(len(wanted)))
    turns = [numbers[turn:] + numbers[:turn] for turn in numbers[:6]]
    for order in [*turns, *(turn[::-1] for turn in turns)]:
        own = replace(taken, rects=list(taken.rects))
        found: list[Rect | None] = [None] * len(wanted)
        total = 0.0
        for number in order:
            spot = place_label(*wanted[number], own)
            total += spot[0] if spot else 10_000.0
            if spot:
                found[number] = spot[1]
                own.rects.append(spot[1])
        if total < best[0]:
            best = (total, found)
    return best[1]


def _distance(at: tuple[float, float], rect: Rect) -> float:
    across = max(rect[0] - at[0], 0.0, at[0] - rect[2])
    down = max(rect[1] - at[1], 0.0, at[1] - rect[3])
    return math.hypot(across, down)


def covered(rect: Rect, taken: Obstacles) -> int:
    """Count the points of the route that a rectangle covers or touches."""
    return sum(_inside(at, rect, 10.0) for at in taken.route)


def _inside(at: tuple[float, float], rect: Rect, slack: float) -> bool:
    return rect[0] - slack < at[0] < rect[2] + slack and rect[1] - slack < at[1] < rect[3] + slack


def is_free(rect: Rect, own: tuple[float, float] | None, taken: Obstacles) -> bool:
    """Say whether a rectangle touches nothing; to its own point it may come nearer."""
    left, top, right, bottom = taken.frame
    if rect[0] < left or rect[1] < top or rect[2] > right or rect[3] > bottom:
        return False
    if any(
        rect[0] < other[2] + _CLEAR
        and rect[2] > other[0] - _CLEAR
        and rect[1] < other[3] + _CLEAR / 2
        and rect[3] > other[1] - _CLEAR / 2
        for other in taken.rects
    ):
        return False
    return not any(_inside(at, rect, 20.0 if at != own else 12.0) for at in taken.points)
