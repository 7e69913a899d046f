"""Points in degrees go in; a map that holds them all, its outlines and routes, in pixels, come out.

Outlines are Natural Earth's at 1:50 million (public domain) as TopoJSON by world-atlas. The map is
Lambert's azimuthal equal-area projection (Snyder, Map Projections, 1987, p. 182) centred on the
points, so that no country is torn and none looks larger than another.
"""

from __future__ import annotations

import hashlib
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

from sijill.errors import ToolMissing
from sijill.film.fonts import REMEDY, assets_folder
from sijill.tables import open_table

Points = npt.NDArray[np.float64]

#: What lies farther than this from the centre is drawn on that circle, which is out of sight.
_EDGE = math.radians(152)
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
    return Outlines(countries, hashlib.sha256(data).hexdigest())


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
        return np.array(start) + part * (np.array(end) - np.array(start))
    way = (np.sin((1 - part) * angle) * a + np.sin(part * angle) * b) / math.sin(angle)
    longitude = np.degrees(np.arctan2(way[:, 1], way[:, 0]))
    latitude = np.degrees(np.arcsin(np.clip(way[:, 2], -1, 1)))
    return np.stack([longitude, latitude], axis=1)


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
    """A projection with its scale: `centre` in degrees, `scale` pixels per radian, offset."""

    centre: tuple[float, float]
    scale: float
    x: float
    y: float

    def project(self, points: Points) -> Points:
        """Turn points in degrees (longitude, latitude) into pixels of the canvas."""
        longitude = np.radians(points[:, 0] - self.centre[0])
        latitude = np.radians(points[:, 1])
        middle = math.radians(self.centre[1])
        cosine = math.sin(middle) * np.sin(latitude) + math.cos(middle) * np.cos(latitude) * np.cos(
            longitude
        )
        east = np.cos(latitude) * np.sin(longitude)
        north = math.cos(middle) * np.sin(latitude) - math.sin(middle) * np.cos(latitude) * np.cos(
            longitude
        )
        away = np.arccos(np.clip(cosine, -1, 1))
        reach = 2 * np.sin(np.minimum(away, _EDGE) / 2)
        length = np.maximum(np.hypot(east, north), 1e-9)
        return np.stack(
            [
                self.x + self.scale * reach * east / length,
                self.y - self.scale * reach * north / length,
            ],
            axis=1,
        )


def fit_view(points: Points, box: tuple[float, float, float, float]) -> MapView:
    """Choose the view that shows all points (n x 2, degrees) in a box (x, y, width, height)."""
    mean = np.mean([_vector((float(p[0]), float(p[1]))) for p in points], axis=0)
    if float(np.linalg.norm(mean)) < 1e-6:
        mean = _vector((float(points[0][0]), float(points[0][1])))
    centre = (
        math.degrees(math.atan2(mean[1], mean[0])),
        math.degrees(math.atan2(mean[2], math.hypot(mean[0], mean[1]))),
    )
    raw = MapView(centre, 1.0, 0.0, 0.0).project(points)
    low, high = raw.min(axis=0), raw.max(axis=0)
    left, top, width, height = box
    # A square's worth of the closest view stands in for points that nearly coincide.
    scale = min(
        width / max(high[0] - low[0], 1e-6),
        height / max(high[1] - low[1], 1e-6),
        height / (2 * _CLOSEST),
    )
    middle = (low + high) / 2
    return MapView(
        centre,
        float(scale),
        float(left + width / 2 - scale * middle[0]),
        float(top + height / 2 - scale * middle[1]),
    )
