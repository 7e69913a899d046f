"""Countries picked out and what is taken on a map go in; a place for each one's name comes out.

A name stands on its country where there is room for it, else beside it on the water: a name on
another country's land would name that one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from sijill.film.atlas import Points
from sijill.film.shots.map_labels import Obstacles, Rect, covered, is_free, place_label

#: So many places are tried across a country and down it.
_STEPS = 15
#: So many pixels a name on the water keeps from land and route.
_AWAY = 8.0


def place_country(
    own: Points, others: Sequence[Points], size: tuple[float, float], taken: Obstacles
) -> Rect | None:
    """Find the rectangle for a country's name; None when it has no room on the map.

    `own` is the country's largest ring on the canvas (n x 2, pixels), `others` are all other
    rings, of this and of other countries; `size` is the name's width and height.
    """
    return _on_land(own, size, taken) or _on_water(own, others, size, taken)


def _on_land(own: Points, size: tuple[float, float], taken: Obstacles) -> Rect | None:
    left, top, right, bottom = taken.frame
    low, high = own.min(axis=0), own.max(axis=0)
    width, height = size
    middle = own.mean(axis=0)
    best: tuple[float, Rect] | None = None
    for x in np.linspace(max(low[0], left), min(high[0], right) - width, _STEPS):
        for y in np.linspace(max(low[1], top), min(high[1], bottom) - height, _STEPS):
            rect = (float(x), float(y), float(x) + width, float(y) + height)
            if not contains(own, _marks(rect)).all() or not is_free(rect, None, taken):
                continue
            away = float(np.hypot(x + width / 2 - middle[0], y + height / 2 - middle[1]))
            cost = away + 60 * covered(rect, taken)
            if best is None or cost < best[0]:
                best = (cost, rect)
    return best[1] if best else None


def _on_water(
    own: Points, others: Sequence[Points], size: tuple[float, float], taken: Obstacles
) -> Rect | None:
    """Find a place beside a country, on nobody's land and off its own coast."""

    def is_water(rect: Rect) -> bool:
        left, top, right, bottom = rect
        wider = (left - _AWAY, top - _AWAY, right + _AWAY, bottom + _AWAY)
        marks = _marks(wider)
        return not any(contains(ring, marks).any() for ring in (own, *others)) and not covered(
            wider, taken
        )

    middle = own.mean(axis=0)
    coast = [(float(x), float(y)) for x, y in own]
    at = (float(middle[0]), float(middle[1]))
    found = place_label(
        at, size, replace(taken, points=[*taken.points, at], route=[*taken.route, *coast]), is_water
    )
    return found[1] if found else None


def _marks(rect: Rect) -> Points:
    """Give the points of a rectangle that are looked at, in small steps."""
    left, top, right, bottom = rect
    across, down = np.linspace(left, right, 13), np.linspace(top, bottom, 5)
    return np.array([[x, y] for x in across for y in down], dtype=np.float64)


def contains(ring: Points, points: Points) -> NDArray[np.bool_]:
    """Say of each point whether it lies within a closed ring (even-odd rule)."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    inside = np.zeros(len(points), dtype=np.bool_)
    if (points.max(axis=0) < low).any() or (points.min(axis=0) > high).any():
        return inside
    ax, ay = ring[:, 0], ring[:, 1]
    bx, by = np.roll(ax, -1), np.roll(ay, -1)
    for number, (x, y) in enumerate(points):
        spans = (ay > y) != (by > y)
        crossing = ax[spans] + (y - ay[spans]) / (by[spans] - ay[spans]) * (bx[spans] - ax[spans])
        inside[number] = np.count_nonzero(crossing > x) % 2 == 1
    return inside
