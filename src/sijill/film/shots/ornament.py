"""The theme goes in; the ground of every scene and its few drawn ornaments come out.

Everything is drawn by formula: no pictures, no random numbers. Lines follow the girih of tiled
star patterns and the guilloche of engraved documents, kept so faint that text stands free.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import skia

from sijill.film.shots.base import CANVAS_HEIGHT, CANVAS_WIDTH
from sijill.film.theme import Theme


def stroke(colour: int, width: float) -> Any:
    """Make a paint for lines of a colour (0xAARRGGBB) and a width in pixels."""
    return skia.Paint(
        AntiAlias=True,
        Color=colour,
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width,
        StrokeCap=skia.Paint.kRound_Cap,
        StrokeJoin=skia.Paint.kMiter_Join,
    )


def fill(colour: int) -> Any:
    """Make a paint for areas of a colour (0xAARRGGBB)."""
    return skia.Paint(AntiAlias=True, Color=colour)


def star_path(x: float, y: float, radius: float, *, points: int = 8, inner: float = 0.765) -> Any:
    """Give the outline of a star; with 8 points and 0.765 it is two squares, one turned by 45°."""
    path = skia.Path()
    corners = []
    for step in range(points * 2):
        reach = radius if step % 2 == 0 else radius * inner
        angle = math.pi * step / points - math.pi / 2
        corners.append(skia.Point(x + reach * math.cos(angle), y + reach * math.sin(angle)))
    path.addPoly(corners, True)
    return path


def star_polygon(x: float, y: float, radius: float, points: int, skip: int) -> Any:
    """Give the lines of a star polygon {points/skip}: each corner joined to the one `skip` on."""
    path = skia.Path()
    for step in range(points):
        for end in (step, step + skip):
            angle = 2 * math.pi * end / points - math.pi / 2
            at = (x + radius * math.cos(angle), y + radius * math.sin(angle))
            (path.moveTo if end == step else path.lineTo)(*at)
    return path


def guilloche(x: float, y: float, radius: float, *, petals: int, depth: float, turns: int) -> Any:
    """Give a ring of waves shifted against each other, as engraved on documents."""
    path = skia.Path()
    steps = petals * 24
    for turn in range(turns):
        shift = 2 * math.pi * turn / turns
        for step in range(steps + 1):
            angle = 2 * math.pi * step / steps
            reach = radius * (1 + depth * math.cos(petals * angle + shift))
            at = (x + reach * math.cos(angle), y + reach * math.sin(angle))
            (path.moveTo if step == 0 else path.lineTo)(*at)
    return path


def paint_ground(canvas: Any, theme: Theme) -> None:
    """Paint the ground: ink with a lit corner at the top left, a faint net of stars, grain."""
    canvas.clear(theme.colour("ink"))
    shader = skia.GradientShader.MakeRadial
    lit = skia.Paint(
        Shader=shader(
            skia.Point(260, -120), 1500, [theme.colour("ink_warm"), theme.colour("ink_warm", 0)]
        ),
        Dither=True,
    )
    deep = skia.Paint(
        Shader=shader(
            skia.Point(1980, 1240), 1450, [theme.colour("ink_deep"), theme.colour("ink_deep", 0)]
        ),
        Dither=True,
    )
    canvas.drawPaint(lit)
    canvas.drawPaint(deep)
    _net(canvas, theme)
    canvas.drawImage(_grain(), 0, 0)


def _net(canvas: Any, theme: Theme) -> None:
    """Draw the net of eight-pointed stars, strongest at the right top, gone at the left."""
    cell = 120.0
    path = skia.Path()
    for row in range(10):
        for column in range(17):
            x, y = column * cell, row * cell
            path.addPath(star_path(x, y, cell * 0.5))
    line = stroke(theme.colour("brass"), 1.0)
    line.setShader(
        skia.GradientShader.MakeRadial(
            skia.Point(1900, 60), 1150, [theme.colour("brass", 0.085), theme.colour("brass", 0)]
        )
    )
    canvas.drawPath(path, line)


def _grain() -> Any:
    """Make a picture of faint even noise, so that the dark gradient does not show steps."""
    y, x = np.mgrid[0:CANVAS_HEIGHT, 0:CANVAS_WIDTH].astype(np.uint32)
    # An integer hash of the place (after Wang, 2007): the same on every machine.
    value = (x * np.uint32(73856093)) ^ (y * np.uint32(19349663))
    value = (value ^ np.uint32(61)) ^ (value >> np.uint32(16))
    value = value * np.uint32(9)
    value = value ^ (value >> np.uint32(4))
    value = value * np.uint32(0x27D4EB2D)
    value = value ^ (value >> np.uint32(15))
    strength = (value & np.uint32(3)).astype(np.uint8)
    picture = np.zeros((CANVAS_HEIGHT, CANVAS_WIDTH, 4), np.uint8)
    picture[..., :3] = strength[..., None]
    picture[..., 3] = strength
    return skia.Image.fromarray(picture, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
