"""A detail of protocol goes in; the fact, and k of n as a row of stars, comes out."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import skia

from sijill.film.shots.ornament import fill, star_path, stroke
from sijill.film.shots.reveal import Beat
from sijill.film.shots.sheet import Sheet
from sijill.script.scenes import CalloutCard

#: More marks than this cannot be counted by eye: a bar is drawn instead.
_MOST_MARKS = 72


def draw_callout(sheet: Sheet, card: CalloutCard) -> None:
    """Lay out the fact large, and below it how often that is on record."""
    page, theme = sheet.page, sheet.theme
    heading, heading_language = sheet.words(card.heading)
    sheet.head(heading, heading_language)
    width = page.span_width(11)
    text, language = sheet.words(card.fact)
    rate, rate_language = sheet.words(card.rate)
    counted = card.k is not None and card.n is not None and 0 <= card.k <= card.n and card.n > 0
    marks = _marks_height(card.n or 0, page.span_width(11)) if counted else 0.0
    said = (
        sheet.fit(rate, "rate", width=width, height=150, language=rate_language) if rate else None
    )
    below = (marks + 34 if counted else 0.0) + (said.height + 26 if said else 0.0)
    top, bottom = float(page.content_top), float(page.content_bottom)
    gap = 56.0 if below else 0.0
    room = bottom - top - below - gap
    block = sheet.fit(text, "statement", width=width, height=room, language=language)
    y = top + max(0.0, (bottom - top - block.height - below - gap) * 0.45)
    piece = sheet.put("fact", block, x=page.margin, y=y)
    sheet.reveal(piece, Beat(8), way="rise", length=18)
    beat = Beat(8 + theme.motion.stagger * block.lines + 20)
    y = piece.bottom + gap
    if below:
        sheet.short_rule(y=y - gap / 2, beat=beat)
    if counted:
        _marks(sheet, card.k or 0, card.n or 0, page.span_width(11), y, beat.later(8))
        y += marks + 34
    if said:
        piece = sheet.put("rate", said, x=page.margin, y=y)
        sheet.reveal(piece, beat.later(34), way="rise")
    sheet.foot(card.source, beat.later(40))


def _grid(count: int, width: float) -> tuple[int, float]:
    """How many marks stand in a row, and their distance in pixels."""
    rows = 1 if count <= 24 else 2 if count <= 48 else 3
    across = math.ceil(count / rows)
    return across, min(66.0, width / across)


def _marks_height(count: int, width: float) -> float:
    if count > _MOST_MARKS:
        return 34.0
    across, step = _grid(count, width)
    return math.ceil(count / across) * step


def _marks(sheet: Sheet, k: int, n: int, width: float, y: float, beat: Beat) -> None:
    page, theme = sheet.page, sheet.theme
    left = page.margin
    height = _marks_height(n, width)
    gold = fill(theme.colour("brass_light"))
    if n > _MOST_MARKS:
        part = max(4.0, width * k / n) if k else 0.0

        def bar(canvas: Any) -> None:
            canvas.drawRect(skia.Rect.MakeXYWH(left, y + 10, width, 14), fill(theme.colour("land")))

        def share(canvas: Any) -> None:
            canvas.drawRect(skia.Rect.MakeXYWH(left, y + 10, part, 14), gold)

        sheet.drawing("marks", bar, x=left, y=y, width=width, height=height)
        sheet.grow("marks", beat, length=30)
        if part:
            sheet.drawing("marks-k", share, x=left, y=y, width=part, height=height)
            sheet.grow("marks-k", beat.later(20), length=30)
        return
    across, step = _grid(n, width)
    radius = step * 0.36

    def stars(first: int, last: int, paint: Any, size: float) -> Callable[[Any], None]:
        def draw(canvas: Any) -> None:
            for number in range(first, last):
                row, column = divmod(number, across)
                x = left + (column + 0.5) * step - (step * 0.5 - radius)
                canvas.drawPath(star_path(x, y + (row + 0.5) * step, size), paint)

        return draw

    line = stroke(theme.colour("paper_dim", 0.75), 1.8)
    room = across * step
    sheet.drawing("marks", stars(k, n, line, radius), x=left, y=y, width=room, height=height)
    sheet.grow("marks", beat, length=24)
    if k:
        sheet.drawing("marks-k", stars(0, k, gold, radius), x=left, y=y, width=room, height=height)
        sheet.reveal("marks-k", beat.later(20), length=20)
