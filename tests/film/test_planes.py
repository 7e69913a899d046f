from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import skia
from plain_shots import BAR, GROUND, PlainShot

from sijill.film.planes import Compositor, Picture, darken
from sijill.film.shots.base import FULL, FrameState, Layer, Placement, Sketch


def bt709(red: int, green: int, blue: int) -> tuple[int, int, int]:
    """Limited-range BT.709, from the standard's own formulas."""
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return (
        round(16 + 219 * light / 255),
        round(128 + 224 * (blue - light) / 1.8556 / 255),
        round(128 + 224 * (red - light) / 1.5748 / 255),
    )


def sample(picture: Picture, x: int, y: int) -> tuple[int, int, int]:
    return (
        int(picture.y[y, x]),
        int(picture.u[y // 2, x // 2]),
        int(picture.v[y // 2, x // 2]),
    )


def copied(picture: Picture) -> Picture:
    return Picture(picture.y.copy(), picture.u.copy(), picture.v.copy())


def same(a: Picture, b: Picture) -> bool:
    return all(np.array_equal(p, q) for p, q in ((a.y, b.y), (a.u, b.u), (a.v, b.v)))


@pytest.mark.parametrize("scale", [1.0, 0.5])
def test_colours_are_those_of_the_standard(scale: float) -> None:
    compositor = Compositor(PlainShot(), width=round(1920 * scale), height=round(1080 * scale))
    picture = compositor.compose(PlainShot().placements(40, 100))
    assert sample(picture, round(100 * scale), round(100 * scale)) == bt709(*GROUND)
    assert sample(picture, round(700 * scale), round(460 * scale)) == bt709(*BAR)


def test_half_strength_lies_half_way() -> None:
    compositor = Compositor(PlainShot(), width=1920, height=1080)
    picture = compositor.compose((Placement("ground"), Placement("bar", 0.5)))
    for found, under, over in zip(
        sample(picture, 700, 460), bt709(*GROUND), bt709(*BAR), strict=True
    ):
        assert abs(found - (under + over) / 2) <= 1


@pytest.mark.parametrize("size", [(1920, 1080), (960, 540)])
def test_changing_only_what_changed_gives_the_whole_picture(size: tuple[int, int]) -> None:
    shot = PlainShot()
    kept = Compositor(shot, width=size[0], height=size[1])
    for frame in (0, 3, 9, 14, 20, 12, 60):
        fade = 0.5 if frame == 9 else 1.0
        followed = copied(kept.compose(shot.placements(frame, 100), fade=fade))
        fresh = Compositor(shot, width=size[0], height=size[1])
        assert same(followed, fresh.compose(shot.placements(frame, 100), fade=fade))


def test_a_frame_that_repeats_is_not_a_new_picture() -> None:
    compositor = Compositor(PlainShot(), width=960, height=540)
    shot = PlainShot()
    counts = []
    for frame in range(46, 54):
        compositor.compose(shot.placements(frame, 100))
        counts.append(compositor.pictures)
    assert counts == [1, 2, 3, 4, 5, 5, 5, 5]  # the dot stands still from frame 50 on


def test_the_backdrop_does_not_fade() -> None:
    compositor = Compositor(PlainShot(), width=960, height=540)
    picture = compositor.compose(PlainShot().placements(40, 100), fade=0.0)
    assert sample(picture, 350, 230) == bt709(*GROUND)


class Moving:
    def layers(self) -> list[Layer]:
        def ground(canvas: Any) -> None:
            canvas.drawColor(skia.ColorBLACK)

        def square(canvas: Any) -> None:
            canvas.drawRect(skia.Rect.MakeXYWH(100, 100, 40, 40), skia.Paint(Color=skia.ColorWHITE))

        return [Layer("ground", FULL, ground, opaque=True, fades=False), Layer("sq", FULL, square)]

    def placements(self, frame: int, frames: int) -> FrameState:
        return ()


@pytest.mark.parametrize("moved", [(0.0, 0.0), (1.0, 0.0), (2.5, 3.25), (-7.75, 1.0), (0.0, -3.5)])
def test_movement_keeps_the_place_to_a_quarter_of_a_pixel(moved: tuple[float, float]) -> None:
    dx, dy = moved
    compositor = Compositor(Moving(), width=1920, height=1080)
    picture = compositor.compose((Placement("ground"), Placement("sq", 1.0, dx, dy)))
    light = picture.y.astype(float) - 16
    rows, columns = light.sum(axis=1), light.sum(axis=0)
    middle_y = (rows * (np.arange(1080) + 0.5)).sum() / rows.sum()
    middle_x = (columns * (np.arange(1920) + 0.5)).sum() / columns.sum()
    assert middle_x == pytest.approx(120 + dx, abs=0.02)
    assert middle_y == pytest.approx(120 + dy, abs=0.02)
    assert light.sum() == pytest.approx(40 * 40 * 219, rel=0.002)


def test_a_clip_shows_only_its_part() -> None:
    compositor = Compositor(Moving(), width=1920, height=1080)
    picture = compositor.compose((Placement("ground"), Placement("sq", clip=(0, 0, 120, 1080))))
    assert int((picture.y > 200).sum()) == 20 * 40


def test_layers_beyond_the_canvas_are_cut_or_left_out() -> None:
    compositor = Compositor(Moving(), width=960, height=540)
    for dx, dy in ((-130.0, 0.0), (1900.0, 0.0), (0.0, -5000.0), (0.0, 5000.0)):
        picture = compositor.compose((Placement("ground"), Placement("sq", 1.0, dx, dy)))
        assert picture.size == (960, 540)


def test_a_sketch_is_drawn_for_its_key() -> None:
    drawn = []

    def sketch(key: int) -> Sketch:
        def draw(canvas: Any) -> None:
            drawn.append(key)
            canvas.drawRect(skia.Rect.MakeXYWH(200, 200, 20, 20), skia.Paint(Color=skia.ColorWHITE))

        return Sketch("dot", (key,), (190, 190, 40, 40), draw)

    compositor = Compositor(Moving(), width=1920, height=1080)
    for key in (1, 1, 2, 2):
        picture = compositor.compose((Placement("ground"), sketch(key)))
    assert drawn == [1, 2]
    assert int((picture.y == 235).sum()) == 400


def test_darkness_is_black() -> None:
    compositor = Compositor(PlainShot(), width=960, height=540)
    picture = compositor.compose(PlainShot().placements(40, 100))
    target = Picture.blank(960, 540)
    darken(picture, target, 0.0)
    assert sample(target, 350, 230) == (16, 128, 128)
    darken(picture, target, 1.0)
    assert same(picture, target)
