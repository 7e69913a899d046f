from __future__ import annotations

from pathlib import Path

import cv2
import pytest
from plain_shots import BAR, GROUND, PlainMaker

from sijill.errors import UsageError
from sijill.film.cut import Cut
from sijill.film.poster import draw_frame, write_poster


def test_a_frame_has_the_colours_that_were_drawn(cut: Cut) -> None:
    image = draw_frame(cut, 60, maker=PlainMaker(), width=1920)
    assert image.shape == (1080, 1920, 3)
    for (x, y), (red, green, blue) in (((100, 100), GROUND), ((700, 460), BAR)):
        pairs = zip(image[y, x], (blue, green, red), strict=True)
        assert all(abs(int(found) - drawn) <= 2 for found, drawn in pairs)


def test_the_film_begins_in_black(cut: Cut) -> None:
    assert not draw_frame(cut, 0, maker=PlainMaker(), width=320).any()


def test_a_frame_beyond_the_end_is_refused(cut: Cut) -> None:
    with pytest.raises(UsageError, match="no frame"):
        draw_frame(cut, cut.frames, maker=PlainMaker(), width=320)


def test_the_poster_is_a_png_of_the_first_scene(cut: Cut, tmp_path: Path) -> None:
    path = tmp_path / "poster.png"
    write_poster(cut, path, maker=PlainMaker(), width=640)
    image = cv2.imread(str(path))
    assert image.shape == (360, 640, 3)
    assert image[150, 230].max() > 150  # the bar is there
