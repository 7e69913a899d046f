"""One day's happenings go in; a list in their order and a dial of the day come out.

What has an hour is a point on the dial; what has only a part of the day is an arc; what has
neither stands in the list alone, so that nothing looks more exact than it was told.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import skia

from sijill.film.shots.ornament import fill, stroke
from sijill.film.shots.reveal import Beat
from sijill.film.shots.sheet import Sheet
from sijill.film.typesetting import Block
from sijill.script.scenes import ClockEntry, DayClockCard

#: Hours of the parts of a day, as wide as the words are.
_PARTS = {
    "morning": (6.0, 11.5),
    "noon": (11.5, 13.0),
    "afternoon": (13.0, 17.5),
    "evening": (17.5, 22.0),
}
_RADIUS = 228.0
_TIME_WIDTH = 230.0


def draw_day_clock(sheet: Sheet, card: DayClockCard) -> None:
    """Lay out the list at the start side and the dial at the end side."""
    page = sheet.page
    day, language = sheet.words(card.day)
    sheet.head(*sheet.word("day"))
    head = sheet.fit(day, "heading", width=page.span_width(8), height=120, language=language)
    piece = sheet.put("day", head, x=page.margin, y=page.content_top)
    sheet.reveal(piece, Beat(8), way="rise")
    # A dial on which nothing could be shown would only look like knowledge.
    timed = any(hour_of(entry.time) is not None or entry.part in _PARTS for entry in card.entries)
    end = page.column_left(9) - 30 if timed else float(page.width - page.margin)
    _rows(sheet, card.entries, piece.bottom + 34, end)
    if timed:
        _dial(sheet, card.entries)
    sheet.foot(card.source)


def _rows(sheet: Sheet, entries: tuple[ClockEntry, ...], top: float, end: float) -> None:
    page, theme = sheet.page, sheet.theme
    count = len(entries)
    if not count:
        return
    gap = 22.0 if count <= 6 else 12.0
    x = page.margin
    inset = 46.0
    times = [_time_block(sheet, entry) for entry in entries]
    widest = max((block.ink_width for block in times if block is not None), default=0.0)
    text_x = x + inset + (widest + 44 if widest else 0.0)
    width = end - text_x
    room = page.content_bottom - 14 - top
    titles, lines = _set_rows(sheet, entries, width, room - gap * (count - 1))
    heights = [title.height + line.height for title, line in zip(titles, lines, strict=True)]
    if count > 1:
        gap = min(44.0, max(gap, (room - sum(heights)) / (count - 1)))
    total = sum(heights) + gap * (count - 1)
    y = top + max(0.0, (room - total) * 0.3)
    if count > 1:
        first = titles[0].height / titles[0].lines / 2
        sheet.rule(
            "ladder",
            x=x + 8,
            y=y + first,
            width=total - heights[-1],
            colour=theme.colour("brass", 0.45),
            beat=Beat(14),
            thickness=2,
            upright=True,
        )
    for number, entry in enumerate(entries):
        beat = Beat(20, number, count)
        title = titles[number]
        middle = y + title.height / title.lines / 2
        exact = bool(entry.time) and entry.bound is None
        _mark(sheet, f"mark-{number}", x + 9, middle, exact, beat)
        time = times[number]
        if time is not None:
            # Hour and title stand on one baseline.
            top_edge = y + title.baseline - time.baseline
            piece = sheet.put(f"time-{number}", time, x=x + inset, y=top_edge)
            sheet.reveal(piece, beat)
        piece = sheet.put(f"title-{number}", title, x=text_x, y=y)
        sheet.reveal(piece, beat.later(4), way="rise")
        if lines[number].text:
            piece = sheet.put(f"detail-{number}", lines[number], x=text_x, y=piece.bottom)
            sheet.reveal(piece, beat.later(10), way="rise")
        y += heights[number] + gap


def _set_rows(
    sheet: Sheet, entries: tuple[ClockEntry, ...], width: float, room: float
) -> tuple[list[Block], list[Block]]:
    """Set titles and details at the largest sizes at which all rows fit in a height.

    Where there are too many rows for two lines each, the detail follows its title.
    """
    heads = [sheet.words(entry.title) for entry in entries]
    details = [sheet.words(entry.detail) for entry in entries]
    together = [
        (" · ".join(part for part in (head, detail) if part), language)
        for (head, language), (detail, _) in zip(heads, details, strict=True)
    ]
    nothing = [("", sheet.language)] * len(entries)
    title_style, line_style = sheet.theme.style("entry"), sheet.theme.style("line")
    kept = len(sheet.faults)
    titles: list[Block] = []
    lines: list[Block] = []
    for upper, lower in ((heads, details), (together, nothing)):
        for size in title_style.sizes:
            del sheet.faults[kept:]
            look = replace(title_style, sizes=(size,))
            titles = sheet.fit_same(upper, look, width=width, height=room)
            lines = sheet.fit_same(lower, line_style, width=width, height=room)
            used = sum(block.height for block in (*titles, *lines))
            if used <= room and len(sheet.faults) == kept:
                return titles, lines
    sheet.fault(
        f"{len(entries)} happenings take more than the {room:.0f} pixels there are", together[0][0]
    )
    return titles, lines


def _time_block(sheet: Sheet, entry: ClockEntry) -> Block | None:
    if entry.time and entry.bound:
        words, language = sheet.word(f"clock_{entry.bound}")
        return sheet.fit(
            words.replace("{time}", entry.time),
            "date",
            width=_TIME_WIDTH,
            height=80,
            language=language,
            max_lines=1,
        )
    if entry.time:
        return sheet.fit(entry.time, "date", width=_TIME_WIDTH, height=80, max_lines=1)
    if entry.part in _PARTS:
        words, language = sheet.word(entry.part)
        return sheet.fit(
            words, "date", width=_TIME_WIDTH, height=80, language=language, max_lines=1
        )
    return None


def _mark(sheet: Sheet, layer_id: str, x: float, y: float, exact: bool, beat: Beat) -> None:
    theme = sheet.theme

    def draw(canvas: Any) -> None:
        canvas.drawCircle(x, y, 9, fill(theme.colour("ink")))
        if exact:
            canvas.drawCircle(x, y, 8, fill(theme.colour("brass_light")))
        else:
            canvas.drawCircle(x, y, 7.5, stroke(theme.colour("brass_light"), 2.5))

    sheet.drawing(layer_id, draw, x=x - 11, y=y - 11, width=22, height=22)
    sheet.reveal(layer_id, beat)


def hour_of(time: str | None) -> float | None:
    """Read HH:MM as hours; None for anything else."""
    hours, _, minutes = (time or "").partition(":")
    if hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit():
        value = int(hours) + int(minutes) / 60
        return value if 0 <= value <= 24 else None
    return None


def _angle(hour: float) -> float:
    """Degrees, clockwise from three o'clock as Skia counts; noon is above, midnight below."""
    return (hour - 12) * 15 - 90


def _at(x: float, y: float, hour: float, radius: float) -> tuple[float, float]:
    angle = math.radians(_angle(hour))
    return x + radius * math.cos(angle), y + radius * math.sin(angle)


def _dial(sheet: Sheet, entries: tuple[ClockEntry, ...]) -> None:
    page, theme = sheet.page, sheet.theme
    # The dial itself is never mirrored: hours go round one way in every language.
    x = sheet.left_of(page.width - page.margin - _RADIUS - 46, 0)
    y = 500.0

    def face(canvas: Any) -> None:
        night = skia.Rect.MakeXYWH(x - _RADIUS, y - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        canvas.drawArc(night, 0, 180, True, fill(theme.colour("ink_deep", 0.9)))
        canvas.drawArc(night, 180, 180, True, fill(theme.colour("ink_raised", 0.85)))
        canvas.drawCircle(x, y, _RADIUS, stroke(theme.colour("brass", 0.8), 2))
        canvas.drawCircle(x, y, _RADIUS + 9, stroke(theme.colour("brass", 0.3), 1))
        edge = stroke(theme.colour("brass", 0.4), 1.2)
        canvas.drawLine(x - _RADIUS + 20, y, x + _RADIUS - 20, y, edge)
        for hour in range(24):
            long = hour % 6 == 0
            inner = _RADIUS - (20 if long else 11)
            start, end = _at(x, y, hour, inner), _at(x, y, hour, _RADIUS - 2)
            tick = stroke(theme.colour("brass", 0.95 if long else 0.5), 2.4 if long else 1.4)
            canvas.drawLine(*start, *end, tick)

    box = 2 * _RADIUS + 24
    sheet.drawing("dial", face, x=x - box / 2, y=y - box / 2, width=box, height=box, mirror=False)
    sheet.reveal("dial", Beat(4), length=26)
    for hour in (6, 12, 18, 24):
        block = sheet.fit(
            f"{hour % 24:02d}", "foot", width=60, height=48, language="en", side="center"
        )
        cx, cy = _at(x, y, hour, _RADIUS - 48)
        piece = sheet.put(
            f"hour-{hour}",
            block,
            x=sheet.left_of(cx - 30, 60),
            y=cy - block.height / 2,
            checked=False,
        )
        sheet.reveal(piece, Beat(12))
    for number, entry in enumerate(entries):
        _happening(sheet, number, entry, Beat(20, number, len(entries)), x, y)


def _happening(
    sheet: Sheet, number: int, entry: ClockEntry, beat: Beat, x: float, y: float
) -> None:
    theme = sheet.theme
    hour = hour_of(entry.time)
    name = f"happening-{number}"
    if hour is not None:
        cx, cy = _at(x, y, hour, _RADIUS)

        def point(canvas: Any) -> None:
            canvas.drawCircle(cx, cy, 17, fill(theme.colour("brass_light", 0.3)))
            canvas.drawCircle(cx, cy, 10, fill(theme.colour("brass_light")))

        sheet.drawing(name, point, x=cx - 18, y=cy - 18, width=36, height=36, mirror=False)
    elif entry.part in _PARTS:
        first, last = _PARTS[entry.part]
        ring = _RADIUS + 24
        oval = skia.Rect.MakeXYWH(x - ring, y - ring, 2 * ring, 2 * ring)

        def arc(canvas: Any) -> None:
            line = stroke(theme.colour("brass_light", 0.85), 5)
            canvas.drawArc(oval, _angle(first) + 1.5, (last - first) * 15 - 3, False, line)

        size = 2 * ring + 10
        sheet.drawing(
            name, arc, x=x - size / 2, y=y - size / 2, width=size, height=size, mirror=False
        )
    else:
        return
    sheet.reveal(name, beat.later(6), length=18)
