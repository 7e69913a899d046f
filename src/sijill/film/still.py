"""A shot and a frame number go in; that frame as a PNG comes out, without an encoder."""

from __future__ import annotations

from typing import Any

import skia

from sijill.film.shots.base import CANVAS_HEIGHT, CANVAS_WIDTH, Placement, Shot, Sketch


def paint_frame(canvas: Any, shot: Shot, frame: int, frames: int) -> None:
    """Paint one frame of a shot on a Skia canvas of 1920x1080 logical pixels."""
    layer_by_id = {layer.id: layer for layer in shot.layers()}
    for placed in shot.placements(frame, frames):
        if placed.alpha <= 0:
            continue
        paint = skia.Paint(Alphaf=placed.alpha)
        if isinstance(placed, Sketch):
            x, y, width, height = placed.box
            canvas.saveLayer(skia.Rect.MakeXYWH(x, y, width, height), paint)
            placed.draw(canvas)
            canvas.restore()
            continue
        _paint_placement(canvas, layer_by_id[placed.layer_id].draw, placed, paint)


def _paint_placement(canvas: Any, draw: Any, placed: Placement, paint: Any) -> None:
    canvas.save()
    if placed.clip is not None:
        x, y, width, height = placed.clip
        canvas.clipRect(skia.Rect.MakeXYWH(x, y, width, height))
    canvas.translate(placed.dx, placed.dy)
    if placed.alpha < 1:
        canvas.saveLayer(None, paint)
    draw(canvas)
    if placed.alpha < 1:
        canvas.restore()
    canvas.restore()


def draw_still(shot: Shot, frame: int, frames: int, *, width: int = CANVAS_WIDTH) -> bytes:
    """Draw frame `frame` of a scene of `frames` as a PNG of a width in pixels, 16:9."""
    scale = width / CANVAS_WIDTH
    surface = skia.Surface(width, round(CANVAS_HEIGHT * scale))
    with surface as canvas:
        canvas.scale(scale, scale)
        paint_frame(canvas, shot, frame, frames)
    return bytes(surface.makeImageSnapshot().encodeToData(skia.kPNG, 100))
