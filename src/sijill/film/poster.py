"""A cut and a frame number go in; that frame comes out as a PNG, as the film shows it.

The picture goes through the same planes as the film, so what is seen here is what is encoded.
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from sijill.errors import UsageError
from sijill.film.cut import Cut, CutScene
from sijill.film.planes import Compositor, Picture, darken
from sijill.film.render import fade_at, light_at
from sijill.film.shots.base import CANVAS_HEIGHT, CANVAS_WIDTH, Shot, ShotMaker
from sijill.film.telling import find_cues, tell
from sijill.serial import write_atomic

# ITU-R BT.709, limited range, to B, G, R.
_TO_BGR = np.array(
    [
        [255 / 219, 1.8556 * 255 / 224, 0.0],
        [255 / 219, -0.0722 * 1.8556 / 0.7152 * 255 / 224, -0.2126 * 1.5748 / 0.7152 * 255 / 224],
        [255 / 219, 0.0, 1.5748 * 255 / 224],
    ],
    np.float32,
)


def to_bgr(picture: Picture) -> NDArray[np.uint8]:
    """Give a picture as an array of shape (height, width, 3): blue, green, red."""
    size = picture.size
    chroma = [
        cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR).astype(np.float32) - 128.0
        for plane in (picture.u, picture.v)
    ]
    stacked = np.stack([picture.y.astype(np.float32) - 16.0, *chroma], axis=-1)
    colours = stacked @ _TO_BGR.T
    return np.asarray(np.clip(np.rint(colours), 0, 255), np.uint8)


def draw_frame(
    cut: Cut, frame: int, *, maker: ShotMaker, width: int = CANVAS_WIDTH
) -> NDArray[np.uint8]:
    """Draw one frame of a cut; gives blue, green, red of shape (height, width, 3).

    `width` is a multiple of 32, so that the height is even. Raises UsageError for a frame that the
    film does not have, LayoutFault for a card that cannot be set.
    """
    placed = zip(cut.placed_scenes(), cut.spoken_scenes(), strict=True)
    for (start, scene), (_, lines) in placed:
        if start <= frame < start + scene.length:
            shot = maker(scene.card, cut.language, scene.id)
            shot = tell(shot, find_cues(scene, lines, cut.language))
            return to_bgr(_compose(scene, shot, frame - start, width))
    raise UsageError(f"the film has no frame {frame}; it has {cut.frames}, counted from 0")


def _compose(scene: CutScene, shot: Shot, frame: int, width: int) -> Picture:
    height = width * CANVAS_HEIGHT // CANVAS_WIDTH
    own = frame - scene.lead
    state = shot.placements(max(0, own), max(2, scene.frames))
    fade = fade_at(scene, own) if own >= 0 else 0.0
    picture = Compositor(shot, width=width, height=height).compose(state, fade=fade)
    shown = Picture.blank(width, height)
    darken(picture, shown, light_at(scene, frame))
    return shown


def write_poster(cut: Cut, path: Path, *, maker: ShotMaker, width: int = 1280) -> None:
    """Write the film's poster: its first scene with everything in place. Raises WorkspaceFault."""
    first = cut.scenes[0]
    frame = first.lead + max(first.frames - first.fade_out - 5, first.frames // 2)
    write_frame(cut, frame, path, maker=maker, width=width)


def write_frame(
    cut: Cut, frame: int, path: Path, *, maker: ShotMaker, width: int = CANVAS_WIDTH
) -> None:
    """Write one frame as a PNG file; see `draw_frame`. Raises WorkspaceFault."""
    done, data = cv2.imencode(".png", draw_frame(cut, frame, maker=maker, width=width))
    assert done  # a PNG in memory of an array we made
    write_atomic(path, data.tobytes())
