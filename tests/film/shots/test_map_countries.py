"""Names of countries on a map: on their own land, else on water, and on nobody else's land."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sijill.film.shots.map_countries import contains, place_country
from sijill.film.shots.map_labels import Obstacles, Rect

FRAME: Rect = (0.0, 0.0, 1000.0, 800.0)
NAME = (120.0, 30.0)


def ring(left: float, top: float, right: float, bottom: float) -> NDArray[np.float64]:
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], dtype=np.float64)


def apart(rect: Rect, other: Rect) -> bool:
    return rect[2] <= other[0] or other[2] <= rect[0] or rect[3] <= other[1] or other[3] <= rect[1]


def test_a_point_in_a_ring() -> None:
    horseshoe = np.array([[0, 0], [9, 0], [9, 9], [6, 9], [6, 3], [3, 3], [3, 9], [0, 9]], float)
    points = np.array([[1, 8], [4.5, 8], [7, 8], [4.5, 1], [20, 1]], float)
    assert contains(horseshoe, points).tolist() == [True, False, True, True, False]


def test_a_name_stands_on_a_country_with_room() -> None:
    label: Rect = (420.0, 360.0, 580.0, 440.0)
    own = ring(200, 200, 800, 600)
    spot = place_country(own, [], NAME, Obstacles(FRAME, [label], [(410.0, 400.0)]))
    assert spot is not None
    assert spot[0] >= 200
    assert spot[1] >= 200
    assert spot[2] <= 800
    assert spot[3] <= 600
    assert apart(spot, label)


def test_a_narrow_country_is_named_on_the_water_and_not_on_its_neighbour() -> None:
    own, neighbour = ring(480, 100, 520, 700), ring(0, 0, 440, 800)
    spot = place_country(own, [neighbour], NAME, Obstacles(FRAME))
    assert spot is not None
    assert spot[0] > 520
    route = [(x, y) for x in range(521, 1000, 9) for y in range(0, 800, 9)]
    crossed = Obstacles(FRAME, route=[(float(x), float(y)) for x, y in route])
    assert place_country(own, [neighbour], NAME, crossed) is None


def test_no_name_where_there_is_no_room() -> None:
    full = Obstacles(FRAME, rects=[FRAME])
    assert place_country(ring(200, 200, 800, 600), [], NAME, full) is None
