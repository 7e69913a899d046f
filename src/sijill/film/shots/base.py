"""What a shot owes the compositor: layers that are drawn once, and where they stand in each frame.

The canvas is always 1920x1080 logical pixels, whatever the size of the film: the compositor draws
each layer at its own scale. A frame is a list of placements, bottom first; that list is at once
the frame's state key: two frames with equal lists are the same picture and are drawn once.

A shot never fades itself in or out as a whole: the compositor multiplies the strength of every
placement by the scene's fade, except for layers with `fades=False`: the backdrop that all scenes
share, so that one scene gives way to the next over an unbroken ground.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from sijill.script.scenes import Card

CANVAS_WIDTH = 1920
CANVAS_HEIGHT = 1080
FPS = 25

#: Left, top, width, height in logical pixels. Need not be even: the compositor widens it to a
#: multiple of four and cuts it at the canvas.
Box = tuple[int, int, int, int]

#: Draws in canvas coordinates (not relative to the box) on a `skia.Canvas`.
Draw = Callable[[Any], None]

FULL: Box = (0, 0, CANVAS_WIDTH, CANVAS_HEIGHT)


@dataclass(frozen=True, slots=True)
class Layer:
    """A picture drawn once; outside of `box` it is empty.

    `opaque` promises that every pixel of the box is covered with full strength: it is then copied,
    not blended. `fades=False` is for the common backdrop alone.
    """

    id: str
    box: Box
    draw: Draw = field(compare=False, repr=False)
    opaque: bool = False
    fades: bool = True


@dataclass(frozen=True, slots=True)
class Placement:
    """A layer in one frame: strength `alpha` 0..1, moved by (`dx`, `dy`) logical pixels.

    Movement may be fractional (kept to a quarter of a pixel). `clip` shows only the part inside
    of a rectangle of the canvas, in logical pixels after the movement: a line that grows, a panel
    that is wiped in. Round the values you animate: frames that look alike should be equal.
    """

    layer_id: str
    alpha: float = 1.0
    dx: float = 0.0
    dy: float = 0.0
    clip: Box | None = None


@dataclass(frozen=True, slots=True)
class Sketch:
    """Something small drawn anew for this frame, such as a route so far and the dot at its head.

    `key` says all that the drawing depends on: sketches with equal id, key, box and alpha are the
    same picture. Keep the box as small as the drawing.
    """

    id: str
    key: tuple[int | float | str, ...]
    box: Box
    draw: Draw = field(compare=False, repr=False)
    alpha: float = 1.0


#: All that is in one frame, bottom first; equal values are equal pictures.
FrameState = tuple[Placement | Sketch, ...]


class Shot(Protocol):
    """One scene's picture: pure, so any frame can be asked for in any order."""

    def layers(self) -> Sequence[Layer]:
        """Give all layers the placements name; the first is the opaque backdrop, full canvas.

        Text was set and checked before this returns: raises LayoutFault rather than overflow.
        """
        ...

    def placements(self, frame: int, frames: int) -> FrameState:
        """Give the state of frame `frame` (0-based) of a scene that is `frames` long.

        Must hold for any `frames` of at least 2: an editor may shorten or lengthen a scene. All
        that is shown must have come in well before the end; spread appearances over `frames`.
        """
        ...


class ShotMaker(Protocol):
    """Makes the shot of a card; picklable, since scenes are drawn in processes of their own."""

    def __call__(self, card: Card, language: str, scene_id: str) -> Shot:
        """Set the card in a language; raises LayoutFault naming the scene."""
        ...

    def digest(self) -> str:
        """Name everything but the card that the picture depends on: theme, fonts, outlines."""
        ...


def ease(value: float) -> float:
    """Map 0..1 to 0..1 with a slow start and a slow end; values outside are held at the ends."""
    held = min(1.0, max(0.0, value))
    return held * held * (3.0 - 2.0 * held)


def progress(frame: int, start: int, length: int) -> float:
    """Say how far (0..1, eased, in steps of 1/256) a movement of `length` frames has come."""
    if length <= 0:
        return 1.0 if frame >= start else 0.0
    return round(ease((frame - start) / length) * 256) / 256


def box_around(left: float, top: float, right: float, bottom: float) -> Box:
    """Give the smallest box of whole pixels around the edges, cut at the canvas."""
    x = max(0, math.floor(left))
    y = max(0, math.floor(top))
    return (
        x,
        y,
        max(1, min(CANVAS_WIDTH, math.ceil(right)) - x),
        max(1, min(CANVAS_HEIGHT, math.ceil(bottom)) - y),
    )
