"""Dated events of one thread go in; a line with flags above and below it comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from sijill.dates import parse_edtf
from sijill.errors import FormatFault
from sijill.film.shots.ornament import fill, stroke
from sijill.film.shots.reveal import Beat
from sijill.film.shots.sheet import Sheet, with_colour
from sijill.film.typesetting import Block
from sijill.script.scenes import TimelineCard, TimelinePoint

_AXIS = 500.0
_STEM = 40.0
_PAD = 18.0
_WIDEST = 520.0
#: Statuses that did not happen, or not yet: their points are hollow and say so.
_OPEN = ("planned", "proposed", "postponed", "cancelled")


def draw_timeline(sheet: Sheet, card: TimelineCard) -> None:
    """Lay out the points by their time, no two closer than their flags need."""
    page, theme = sheet.page, sheet.theme
    heading, language = sheet.words(card.heading)
    sheet.head(heading, language)
    points = card.points
    if not points:
        return
    count = len(points)
    end = float(page.width - page.margin)
    dates = [sheet.words(point.date_label) for point in points]
    widest = max(block.ink_width for block in _dates(sheet, dates, [_WIDEST] * count))
    # The last flag keeps room for its date in one line, and for some words below it; flags of one
    # side stand two points apart.
    last = end - max(340.0, widest + _PAD + 8, page.inner_width * 1.2 / (count + 1))
    days = [_when(point) for point in points]
    xs = spread(days, page.margin + 14.0, last, least=(widest + _PAD + 34) / 2)
    sheet.rule(
        "axis",
        x=page.margin,
        y=_AXIS - 1.5,
        width=page.inner_width,
        colour=theme.colour("brass", 0.75),
        beat=Beat(6),
        thickness=3,
    )
    widths = [
        (xs[number + 2] if number + 2 < count else end) - xs[number] - _PAD - 26
        if number + 2 < count
        else end - xs[number] - _PAD
        for number in range(count)
    ]
    flags = _flags(sheet, points, [min(width, _WIDEST) for width in widths])
    for number, point in enumerate(points):
        beat = Beat(18, number, count)
        _flag(sheet, number, point, flags[number], xs[number], beat)
    sheet.foot(card.source)


def _when(point: TimelinePoint) -> int | None:
    try:
        start = parse_edtf(point.date).sort_key[0]
    except FormatFault:
        return None
    return start.toordinal() if start.year > 1 else None


def spread(
    days: Sequence[int | None], first: float, last: float, *, least: float = 0.0
) -> list[float]:
    """Place days between two edges by their distance in time, kept apart, in the order given.

    Neighbours stand no closer than `least` pixels, as far as there is room, nor than 0.62 of an
    even share. If a day is not known, or goes back in time, all take an even share.
    """
    count = len(days)
    if count == 1:
        return [first]
    even = (last - first) / (count - 1)
    known = [day for day in days if day is not None]
    ordered = len(known) == count and all(a <= b for a, b in pairwise(known))
    if not ordered or known[-1] == known[0]:
        return [first + even * number for number in range(count)]
    least = min(even, max(least, even * 0.62))
    # Every gap gets the least; what remains is shared by the distances in time.
    free = (last - first) - least * (count - 1)
    whole = known[-1] - known[0]
    places = [first]
    for earlier, later in pairwise(known):
        places.append(places[-1] + least + free * (later - earlier) / whole)
    return places


def _flags(
    sheet: Sheet, points: Sequence[TimelinePoint], widths: Sequence[float]
) -> list[list[tuple[str, Block]]]:
    """Set all flags at one size of text: the largest at which the tightest still fits."""
    page, theme = sheet.page, sheet.theme
    above = _AXIS - _STEM - page.content_top
    style = with_colour(theme.style("reason"), "paper")
    kept = len(sheet.faults)
    flags: list[list[tuple[str, Block]]] = []
    dates = _dates(sheet, [sheet.words(point.date_label) for point in points], widths)
    for size in style.sizes:
        del sheet.faults[kept:]
        flags = []
        for number, point in enumerate(points):
            width, room, parts = widths[number], above, []
            if dates[number].text:
                parts.append(("date", dates[number]))
                room -= dates[number].height
            status = None
            if point.status in _OPEN:
                words, spoken = sheet.word(point.status)
                status = sheet.fit(words, "foot", width=width, height=90, language=spoken)
                room -= status.height
            label, language = sheet.words(point.label)
            block = sheet.fit(
                label,
                replace(style, sizes=(size,)),
                width=width,
                height=room,
                language=language,
            )
            parts.append(("label", block))
            if status:
                parts.append(("status", status))
            flags.append(parts)
        if len(sheet.faults) == kept:
            break
    return flags


def _dates(sheet: Sheet, dates: Sequence[tuple[str, str]], widths: Sequence[float]) -> list[Block]:
    """Set all dates at one size: the largest at which each is one line, else the smallest."""
    style = sheet.theme.style("date")
    for size in style.sizes:
        kept = len(sheet.faults)
        look = replace(style, sizes=(size,))
        last = size == style.sizes[-1]
        blocks = [
            sheet.fit(
                text,
                look,
                width=width,
                height=130,
                language=language,
                max_lines=None if last else 1,
            )
            for (text, language), width in zip(dates, widths, strict=True)
        ]
        if last or len(sheet.faults) == kept:
            break
        del sheet.faults[kept:]
    return blocks


def _flag(
    sheet: Sheet,
    number: int,
    point: TimelinePoint,
    flag: list[tuple[str, Block]],
    x: float,
    beat: Beat,
) -> None:
    theme = sheet.theme
    height = sum(block.height for _, block in flag)
    up = number % 2 == 0
    top = _AXIS - _STEM - height if up else _AXIS + _STEM
    stem_top = top + 8 if up else _AXIS
    stem_end = _AXIS if up else top + height - 8

    def stem(canvas: Any) -> None:
        line = stroke(theme.colour("brass", 0.6), 1.6)
        canvas.drawLine(x, stem_top, x, stem_end, line)

    sheet.drawing(f"stem-{number}", stem, x=x - 2, y=stem_top, width=4, height=stem_end - stem_top)
    sheet.reveal(f"stem-{number}", beat, way="wipe_up" if up else "wipe_down", length=16)
    _point(sheet, f"point-{number}", x, point.status, beat)
    y = top
    for name, block in flag:
        piece = sheet.put(f"{name}-{number}", block, x=x + _PAD, y=y)
        sheet.reveal(piece, beat.later(4 if name == "date" else 8), way="rise")
        y = piece.bottom


def _point(sheet: Sheet, layer_id: str, x: float, status: str, beat: Beat) -> None:
    theme = sheet.theme

    def draw(canvas: Any) -> None:
        canvas.drawCircle(x, _AXIS, 13, fill(theme.colour("ink")))
        if status not in _OPEN:
            canvas.drawCircle(x, _AXIS, 10, fill(theme.colour("brass_light")))
            return
        canvas.drawCircle(x, _AXIS, 10, stroke(theme.colour("brass_light"), 2.5))
        if status in ("postponed", "cancelled"):
            canvas.drawLine(x - 6, _AXIS + 6, x + 6, _AXIS - 6, stroke(theme.colour("paper"), 2.5))

    sheet.drawing(layer_id, draw, x=x - 14, y=_AXIS - 14, width=28, height=28)
    sheet.reveal(layer_id, beat)
