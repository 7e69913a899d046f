"""Points in degrees go in; a map that holds them all, its outlines and routes, in pixels, come out.

Outlines are Natural Earth's at 1:50 million (public domain) as TopoJSON by world-atlas. The map is
the Equal Earth projection (Šavrič, Patterson and Jenny, 2018) around the points' own meridian: no
country looks larger than another, and north is above.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from babel.core import get_global

from sijill.digests import sha256
from sijill.errors import ToolMissing
from sijill.film.fonts import REMEDY, assets_folder
from sijill.tables import open_table

Points = npt.NDArray[np.float64]

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_HALF_ROOT_3 = math.sqrt(3) / 2
#: The closest a map comes: the outlines are too coarse for more. Radians from middle to edge.
_CLOSEST = math.radians(5.0)


@dataclass(frozen=True, slots=True)
class Country:
    """One country: its ISO 3166-1 alpha-2 code (empty where it has none) and rings in degrees."""

    code: str
    rings: tuple[Points, ...] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Outlines:
    """All countries of the world; `digest` names the file they came from."""

    countries: tuple[Country, ...]
    digest: str


def load_outlines(assets: Path | None = None) -> Outlines:
    """Read the outlines from a folder of assets, the package's own by default.

    Raises ToolMissing with the remedy when the file is not there or is not TopoJSON.
    """
    return _load((assets or assets_folder()) / "outlines")


@cache
def _load(folder: Path) -> Outlines:
    path = folder / open_table("film/outlines.tsv", ("file",))[0]["file"]
    try:
        data = path.read_bytes()
        plain = json.loads(data)
        countries = _decode(plain)
    except OSError as fault:
        raise ToolMissing(
            "the map outlines are not there", where=str(path), remedy=REMEDY
        ) from fault
    except (ValueError, KeyError, TypeError, IndexError) as fault:
        raise ToolMissing(
            "is not a file of map outlines", where=str(path), remedy=REMEDY
        ) from fault
    return Outlines(countries, sha256(data))


def _decode(plain: Any) -> tuple[Country, ...]:
    """Decode TopoJSON (its specification, section 4.1: arcs are deltas of whole numbers)."""
    scale = np.array(plain["transform"]["scale"])
    origin = np.array(plain["transform"]["translate"])
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + origin for arc in plain["arcs"]]
    codes = get_global("territory_aliases")
    countries = []
    for shape in plain["objects"]["countries"]["geometries"]:
        alias = codes.get(str(shape.get("id")), [""])
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = tuple(_join(ring, arcs) for polygon in polygons for ring in polygon)
        countries.append(Country(alias[0] if len(alias) == 1 else "", rings))
    return tuple(countries)


def _join(ring: Sequence[int], arcs: Sequence[Points]) -> Points:
    parts = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in ring]
    joined: Points = np.concatenate([parts[0], *(part[1:] for part in parts[1:])])
    return joined


def great_circle(start: tuple[float, float], end: tuple[float, float], count: int = 97) -> Points:
    """Give the shortest way over the globe between two points, as `count` points in degrees.

    Between opposite points of the globe, and from a point to itself, the way is a straight guess.
    """
    a, b = _vector(start), _vector(end)
    angle = math.acos(float(np.clip(a @ b, -1, 1)))
    part = np.linspace(0, 1, count)[:, None]
    if math.sin(angle) < 1e-6:
        straight: Points = np.array(start) + part * (np.array(end) - np.array(start))
        return straight
    way = (np.sin((1 - part) * angle) * a + np.sin(part * angle) * b) / math.sin(angle)
    longitude = np.degrees(np.arctan2(way[:, 1], way[:, 0]))
    latitude = np.degrees(np.arcsin(np.clip(way[:, 2], -1, 1)))
    circle: Points = np.stack([longitude, latitude], axis=1)
    return circle


def _vector(point: tuple[float, float]) -> Points:
    longitude, latitude = map(math.radians, point)
    return np.array(
        [
            math.cos(latitude) * math.cos(longitude),
            math.cos(latitude) * math.sin(longitude),
            math.sin(latitude),
        ]
    )


@dataclass(frozen=True, slots=True)
class MapView:
    """A projection with its scale: `meridian` in degrees, `scale` pixels per radian, offset."""

    meridian: float
    scale: float
    x: float
    y: float

    def project(self, points: Points) -> Points:
        """Turn a line of points in degrees (longitude, latitude) into pixels of the canvas.

        A line that crosses the edge of the map opposite to the meridian runs on beyond it.
        """
        east = np.unwrap(points[:, 0] - self.meridian, period=360.0)
        # The line as a whole is moved to where most of it can be seen.
        east = east - 360.0 * round(float(east.mean()) / 360.0)
        return self._flat(east, points[:, 1])

    def _flat(self, east: Points, latitude: Points) -> Points:
        theta = np.arcsin(_HALF_ROOT_3 * np.sin(np.radians(np.clip(latitude, -90, 90))))
        square = theta * theta
        sixth = square**3
        down = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
        slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
        along = np.radians(east) * np.cos(theta) / (_HALF_ROOT_3 * slope)
        flat: Points = np.stack([self.x + self.scale * along, self.y - self.scale * down], axis=1)
        return flat


#: Left, top, right, bottom in pixels.
Edges = tuple[float, float, float, float]


def middle_meridian(points: Points) -> float:
    """Give the meridian in the middle of points (n x 2, degrees)."""
    mean = np.mean([_vector((float(p[0]), float(p[1]))) for p in points], axis=0)
    if float(np.hypot(mean[0], mean[1])) < 1e-6:
        mean = _vector((float(points[0][0]), 0.0))
    return math.degrees(math.atan2(mean[1], mean[0]))


def fit_view(meridian: float, wanted: Sequence[tuple[Points, Edges]]) -> MapView:
    """Choose the largest view in which each set of points (n x 2, degrees) lies in its own box."""
    raw = MapView(meridian, 1.0, 0.0, 0.0)
    scale, spans = math.inf, []
    for points, (left, top, right, bottom) in wanted:
        at = raw.project(points)
        (x0, y0), (x1, y1) = at.min(axis=0), at.max(axis=0)
        spans.append(((x0, x1, left, right), (y0, y1, top, bottom)))
        scale = min(scale, (bottom - top) / (2 * _CLOSEST))
    offsets = []
    for axis in (0, 1):
        ranges = [span[axis] for span in spans]
        # Whatever lies leftmost and whatever lies rightmost must be as near as their boxes ask.
        for low, _, first, _ in ranges:
            for _, high, _, last in ranges:
                if high - low > 1e-9:
                    scale = min(scale, (last - first) / (high - low))
    for axis in (0, 1):
        ranges = [span[axis] for span in spans]
        least = max(first - scale * low for low, _, first, _ in ranges)
        most = min(last - scale * high for _, high, _, last in ranges)
        offsets.append((least + most) / 2)
    return MapView(meridian, float(scale), float(offsets[0]), float(offsets[1]))
