"""A shot without letters, so that the engine is tested without fonts: a bar on a ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import skia

from sijill.errors import LayoutFault
from sijill.film.shots.base import FULL, FrameState, Layer, Placement, Shot, Sketch, progress
from sijill.script.scenes import Card, TitleCard

GROUND = (12, 24, 44)
BAR = (200, 160, 60)


def _ground(canvas: Any) -> None:
    canvas.drawColor(skia.Color(*GROUND))


def _bar(canvas: Any) -> None:
    canvas.drawRect(skia.Rect.MakeXYWH(400, 400, 800, 120), skia.Paint(Color=skia.Color(*BAR)))


@dataclass(frozen=True)
class PlainShot:
    """A ground, a bar that comes in while it rises, and a dot that runs along it."""

    def layers(self) -> Sequence[Layer]:
        return [Layer("ground", FULL, _ground, opaque=True, fades=False), Layer("bar", FULL, _bar)]

    def placements(self, frame: int, frames: int) -> FrameState:
        come = progress(frame, 5, 15)
        x = 400 + 8 * min(frame, frames // 2)

        def dot(canvas: Any) -> None:
            canvas.drawCircle(x, 700, 20, skia.Paint(Color=skia.ColorWHITE))

        return (
            Placement("ground"),
            Placement("bar", come, 0.0, 24 * (1 - come)),
            Sketch("dot", (x,), (x - 24, 676, 48, 48), dot),
        )


@dataclass(frozen=True)
class PlainMaker:
    """Makes the plain shot of any card; a card titled “overflow” cannot be set."""

    name: str = "plain"

    def __call__(self, card: Card, language: str, scene_id: str) -> Shot:
        if isinstance(card, TitleCard) and card.title.get(language) == "overflow":
            raise LayoutFault("overflows its box", scene_id=scene_id, text="overflow")
        return PlainShot()

    def digest(self) -> str:
        return self.name
