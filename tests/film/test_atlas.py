import json
import math
from pathlib import Path

import numpy as np
import pytest

from sijill.errors import ToolMissing
from sijill.film.atlas import (
    MapView,
    fit_view,
    great_circle,
    load_outlines,
    middle_meridian,
)

ASTANA, TOKYO, LIMA, SUVA, APIA = (
    (71.43, 51.13),
    (139.69, 35.69),
    (-77.04, -12.05),
    (178.44, -18.14),
    (-171.76, -13.83),
)
WHOLE = (0.0, 0.0, 1920.0, 1080.0)


def at(view: MapView, *points: tuple[float, float]) -> np.ndarray:
    return view.project(np.array(points, dtype=np.float64))


def test_projection_gives_the_published_edges_of_equal_earth() -> None:
    view = MapView(0.0, 1.0, 0.0, 0.0)
    # Half width and half height of the projection for a globe of radius 1 (Šavrič et al., 2018).
    assert at(view, (180, 0))[0][0] == pytest.approx(2.70663, abs=1e-4)
    assert -at(view, (0, 90))[0][1] == pytest.approx(1.31736, abs=1e-4)
    assert at(view, (0, 0))[0] == pytest.approx([0, 0])


def test_projection_keeps_areas() -> None:
    view = MapView(0.0, 1.0, 0.0, 0.0)

    def area(latitude: float) -> float:
        # A field of one by one degree; on the globe its area is that of the cosine.
        corners = at(
            view,
            (30, latitude - 0.5),
            (31, latitude - 0.5),
            (31, latitude + 0.5),
            (30, latitude + 0.5),
        )
        x, y = corners[:, 0], corners[:, 1]
        flat = abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2
        return float(flat) / math.cos(math.radians(latitude))

    assert area(60) == pytest.approx(area(0), rel=0.002)
    assert area(-45) == pytest.approx(area(10), rel=0.002)


def test_line_over_the_180th_meridian_runs_on() -> None:
    view = MapView(90.0, 300.0, 960.0, 540.0)
    line = at(view, *[(float(x) if x <= 180 else x - 360.0, 65.0) for x in range(170, 192, 2)])
    assert np.all(np.diff(line[:, 0]) > 0)
    assert np.all(np.diff(line[:, 0]) < 20)


def test_great_circle_goes_the_shortest_way() -> None:
    way = great_circle(ASTANA, TOKYO)
    assert tuple(way[0]) == pytest.approx(ASTANA)
    assert tuple(way[-1]) == pytest.approx(TOKYO)
    # North of the straight line: the way from Astana leaves north of east.
    assert way[:, 1].max() > ASTANA[1]
    over = great_circle(SUVA, APIA)
    assert np.all(np.abs(np.abs(over[:, 0]) - 180) < 10)


def test_great_circle_of_a_point_to_itself_and_to_its_opposite() -> None:
    for end in (ASTANA, (ASTANA[0] - 180, -ASTANA[1])):
        way = great_circle(ASTANA, end)
        assert np.all(np.isfinite(way))


def test_middle_meridian_crosses_the_date_line() -> None:
    assert abs(middle_meridian(np.array([SUVA, APIA]))) > 175
    assert middle_meridian(np.array([ASTANA, TOKYO])) == pytest.approx(106, abs=8)


def test_view_holds_every_set_in_its_box() -> None:
    stops = np.array([ASTANA, TOKYO])
    around = np.array([(46.5, 48.0), (87.3, 49.1), (145.8, 43.4), (129.7, 31.0)])
    inner, outer = (400.0, 300.0, 1500.0, 760.0), (110.0, 270.0, 1810.0, 840.0)
    view = fit_view(middle_meridian(stops), [(stops, inner), (around, outer)])
    for points, (left, top, right, bottom) in ((stops, inner), (around, outer)):
        drawn = view.project(points)
        assert drawn[:, 0].min() >= left - 0.5
        assert drawn[:, 0].max() <= right + 0.5
        assert drawn[:, 1].min() >= top - 0.5
        assert drawn[:, 1].max() <= bottom + 0.5


def test_view_of_one_place_does_not_come_closer_than_the_outlines_bear() -> None:
    view = fit_view(71.43, [(np.array([ASTANA]), WHOLE)])
    assert view.scale == pytest.approx(1080 / math.radians(10), rel=0.01)
    assert at(view, ASTANA)[0] == pytest.approx([960, 540])


def test_outlines_know_countries_by_code() -> None:
    by_code = {country.code: country for country in load_outlines().countries}
    for code, (west, south, east, north) in {
        "KZ": (46.4, 40.5, 87.4, 55.5),
        "JP": (123.7, 24.2, 145.9, 45.6),
        "EG": (24.6, 21.9, 36.9, 31.7),
    }.items():
        points = np.concatenate(by_code[code].rings)
        assert points[:, 0].min() == pytest.approx(west, abs=0.6)
        assert points[:, 1].min() == pytest.approx(south, abs=0.6)
        assert points[:, 0].max() == pytest.approx(east, abs=0.6)
        assert points[:, 1].max() == pytest.approx(north, abs=0.6)
    # The seven shapes without a number have no code rather than a wrong one.
    assert len([c for c in load_outlines().countries if not c.code]) <= 7


def test_missing_or_broken_outlines_are_told(tmp_path: Path) -> None:
    with pytest.raises(ToolMissing, match="not there") as caught:
        load_outlines(tmp_path)
    assert "make assets" in caught.value.remedy
    for number, text in enumerate(("{", "[]", json.dumps({"type": "Topology"}))):
        folder = tmp_path / str(number) / "outlines"
        folder.mkdir(parents=True)
        (folder / "countries-50m.json").write_text(text, "utf-8")
        with pytest.raises(ToolMissing, match="not a file of map outlines"):
            load_outlines(folder.parent)
