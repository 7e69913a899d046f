"""Outlines and a view go in; the painted map comes out, darker above and below for its texts."""

from __future__ import annotations

from typing import Any

import numpy as np
import skia

from sijill.film.atlas import MapView, Outlines, Points
from sijill.film.shots.base import CANVAS_HEIGHT, CANVAS_WIDTH
from sijill.film.shots.ornament import fill, stroke
from sijill.film.theme import Theme


def paint_map(
    canvas: Any, outlines: Outlines, view: MapView, codes: frozenset[str], theme: Theme
) -> None:
    """Paint sea, net, land and the countries of `codes` (ISO 3166-1 alpha-2) picked out."""
    canvas.drawRect(skia.Rect.MakeWH(CANVAS_WIDTH, CANVAS_HEIGHT), fill(theme.colour("sea", 0.55)))
    _paint_net(canvas, view, theme)
    edges, chosen_edges = skia.Path(), skia.Path()
    for country in outlines.countries:
        picked = country.code in codes
        shape = skia.Path()
        shape.setFillType(skia.PathFillType.kEvenOdd)
        for ring in country.rings:
            at = view.project(ring)
            low, high = at.min(axis=0), at.max(axis=0)
            if high[0] < -40 or low[0] > CANVAS_WIDTH + 40:
                continue
            if high[1] < -40 or low[1] > CANVAS_HEIGHT + 40:
                continue
            corners = [skia.Point(float(x), float(y)) for x, y in at]
            shape.addPoly(corners, True)
            _add_edges(chosen_edges if picked else edges, ring, corners)
        canvas.drawPath(shape, fill(theme.colour("land")))
        if picked:
            canvas.drawPath(shape, fill(theme.colour("lapis", 0.66)))
    canvas.drawPath(edges, stroke(theme.colour("land_edge"), 1.2))
    canvas.drawPath(chosen_edges, stroke(theme.colour("lapis_light", 0.9), 1.8))
    shade = skia.Paint(
        Shader=skia.GradientShader.MakeLinear(
            [skia.Point(0, 0), skia.Point(0, 330)],
            [theme.colour("ink", 0.94), theme.colour("ink", 0.0)],
        ),
        Dither=True,
    )
    canvas.drawRect(skia.Rect.MakeWH(CANVAS_WIDTH, 330), shade)
    shade.setShader(
        skia.GradientShader.MakeLinear(
            [skia.Point(0, CANVAS_HEIGHT), skia.Point(0, CANVAS_HEIGHT - 330)],
            [theme.colour("ink", 0.96), theme.colour("ink", 0.0)],
        )
    )
    canvas.drawRect(skia.Rect.MakeXYWH(0, CANVAS_HEIGHT - 330, CANVAS_WIDTH, 330), shade)


def _add_edges(path: Any, ring: Points, corners: list[Any]) -> None:
    """Add a ring's outline, but not where the outlines were cut along the 180th meridian."""
    cut = np.abs(np.abs(ring[:, 0]) - 180) < 0.02
    broken = True
    for number, corner in enumerate(corners):
        if broken or (cut[number] and cut[number - 1]):
            path.moveTo(corner)
        else:
            path.lineTo(corner)
        broken = False


def _paint_net(canvas: Any, view: MapView, theme: Theme) -> None:
    line = stroke(theme.colour("brass", 0.10), 1)
    steps = np.linspace(-180, 180, 181)
    ways = [np.stack([steps, np.full_like(steps, lat)], axis=1) for lat in range(-75, 90, 15)]
    rise = np.linspace(-80, 80, 81)
    ways += [np.stack([np.full_like(rise, lon), rise], axis=1) for lon in range(-180, 180, 15)]
    path = skia.Path()
    for way in ways:
        started = False
        for x, y in view.project(way):
            if not (-600 < x < CANVAS_WIDTH + 600 and -600 < y < CANVAS_HEIGHT + 600):
                started = False
                continue
            (path.lineTo if started else path.moveTo)(float(x), float(y))
            started = True
    canvas.drawPath(path, line)
