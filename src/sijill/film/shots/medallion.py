"""A name goes in; its first letters come out, in a struck medal: a portrait without a face."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from sijill.film.shots.ornament import guilloche, star_polygon, stroke
from sijill.film.shots.reveal import Beat
from sijill.film.shots.sheet import Sheet
from sijill.film.typesetting import Block


def initials(name: str, language: str) -> str:
    """Give the first letters of the first and the last word; for Japanese the first sign.

    The Arabic article is passed over, so that not every name begins with it.
    """
    words = [word.strip("«»“”\"'().,") for word in name.replace("-", " ").split()]
    words = [word for word in words if word and word[0].isalpha()]
    if not words:
        return ""
    if language == "ja":
        return words[0][0]
    if language == "ar":
        words = [word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words]
    chosen = [words[0]] if len(words) == 1 else [words[0], words[-1]]
    # The non-joiner keeps Arabic letters apart, each in its own full shape.
    return ("\u200c" if language == "ar" else "").join(word[0].upper() for word in chosen)


def draw_medallion(
    sheet: Sheet,
    layer_id: str,
    letters: str,
    language: str,
    *,
    x: float,
    y: float,
    radius: float,
    beat: Beat,
    owner: str,
    scale: float = 1.0,
) -> None:
    """Draw a medal of a radius around (x, y), and the letters in its middle, `scale` as large.

    `owner` is the name that the lines of the medal follow: each person has a medal of their own,
    the same in every scene and language.
    """
    theme = sheet.theme
    seed = hashlib.sha256(owner.encode()).digest()
    petals = (14, 18, 22, 26)[seed[0] % 4] * (2 if radius > 150 else 1)
    turns = (2, 3, 4)[seed[1] % 3]
    depth = (0.045, 0.06, 0.075)[seed[2] % 3]
    points, skip = ((8, 3), (9, 4), (10, 3), (12, 5), (10, 4), (7, 3))[seed[3] % 6]

    def draw(canvas: Any) -> None:
        canvas.drawCircle(x, y, radius - 1, stroke(theme.colour("brass", 0.9), 2))
        ring = guilloche(x, y, radius * 0.88, petals=petals, depth=depth, turns=turns)
        canvas.drawPath(ring, stroke(theme.colour("brass", 0.5), 1))
        canvas.drawCircle(x, y, radius * 0.78, stroke(theme.colour("brass", 0.75), 1.4))
        star = star_polygon(x, y, radius * 0.775, points, skip)
        canvas.drawPath(star, stroke(theme.colour("brass", 0.2), 1.2))

    sheet.drawing(
        f"{layer_id}-medal",
        draw,
        x=x - radius,
        y=y - radius,
        width=2 * radius,
        height=2 * radius,
    )
    sheet.reveal(f"{layer_id}-medal", beat, length=24)
    if letters:
        block = _letters(sheet, letters, language, radius, scale)
        # Letters stand on their baseline: the middle of a capital is a third of the size above.
        top = y - (block.baseline - block.size * (0.26 if language == "ar" else 0.33))
        if language == "ja":
            top = y - block.height / 2
        left = x - block.width / 2
        piece = sheet.put(f"{layer_id}-letters", block, x=left, y=top, checked=False)
        sheet.reveal(piece, beat.later(8), length=20)


def _letters(sheet: Sheet, letters: str, language: str, radius: float, scale: float) -> Block:
    style = sheet.theme.style("monogram")
    size = min(style.sizes[0], radius * 0.72) * scale
    # Wider than any two letters: they are never broken into lines.
    return sheet.type.set(letters, language, style, size, width=radius * 4, align="center")


def letters_scale(sheet: Sheet, names: Sequence[tuple[str, str]], radius: float) -> float:
    """Find how large the letters of several (letters, language) may be, to fit and be alike."""
    widest = max((_letters(sheet, *name, radius, 1.0).ink_width for name in names), default=0.0)
    return min(1.3, radius * 1.1 / widest) if widest else 1.0
