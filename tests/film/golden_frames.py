"""The frames kept in tests/golden/film: how they are drawn small, and how two are compared."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from sample_cards import CARDS

from sijill.film.shots import CardShots
from sijill.film.still import draw_still

FOLDER = Path(__file__).parent.parent / "golden" / "film"
WIDTH, HEIGHT = 480, 270


def draw_golden(name: str, language: str) -> bytes:
    """Draw a card with everything in place, as a small PNG of 16 steps per colour."""
    shot = CardShots()(CARDS[name], language, name)
    full = decode(draw_still(shot, 249, 250, width=960))
    small = cv2.resize(full, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
    # Without its grain a frame takes a tenth of the room.
    steps = ((small.astype(np.uint16) + 8) // 16 * 16).clip(0, 255).astype(np.uint8)
    return bytes(cv2.imencode(".png", steps)[1].tobytes())


def decode(png: bytes) -> NDArray[np.uint8]:
    return np.asarray(cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR), np.uint8)


def difference(one: bytes, other: bytes) -> float:
    """Say how far two frames differ where they differ most: 0..255, over blocks of 24x15 pixels.

    Another version of a library moves edges by less than a step; a text that moved by one line,
    or is missing, changes the mean of its block by far more.
    """
    apart = np.abs(decode(one).astype(np.int16) - decode(other).astype(np.int16)).mean(axis=2)
    blocks = apart.reshape(HEIGHT // 15, 15, WIDTH // 24, 24).mean(axis=(1, 3))
    return float(blocks.max())
