"""A title card goes in; the film's title with a rosette, or a numbered chapter, comes out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import skia

from sijill.film.shots.ornament import guilloche, star_polygon, stroke
from sijill.film.shots.reveal import Beat
from sijill.film.shots.sheet import Sheet
from sijill.script.scenes import TitleCard

_AXIS = 478.0


def draw_title(sheet: Sheet, card: TitleCard) -> None:
    """Lay out the title of the film or of a chapter."""
    if card.number is None:
        _rosette(sheet)
        kicker, language = sheet.word("documentary")
    else:
        _numeral(sheet, card.number)
        kicker, language = sheet.word("chapter")
        kicker = kicker.format(n=card.number)
    _words(sheet, card, kicker, language)


def _words(sheet: Sheet, card: TitleCard, kicker: str, kicker_language: str) -> None:
    page, theme = sheet.page, sheet.theme
    # The rosette of the film's title takes five columns, a chapter's number four.
    width = page.span_width(7 if card.number is None else 8)
    title, language = sheet.words(card.title)
    style = "film_title" if card.number is None else "chapter_title"
    head = sheet.fit(kicker, "kicker", width=width, height=50, language=kicker_language)
    body = sheet.fit(title, style, width=width, height=400, language=language, max_lines=3)
    below = []
    for name, text, look, room in (
        ("subtitle", card.subtitle, "subtitle", 140.0),
        ("note", card.note, "detail", 100.0),
    ):
        words, spoken = sheet.words(text)
        if words:
            block = sheet.fit(words, look, width=width, height=room, language=spoken)
            below.append((name, block))
    # Arabic keeps air above its letters, others do not.
    gap = 20 if language == "ar" else 34
    height = head.height + gap + body.height + 40
    height += sum(block.height + 16 for _, block in below)
    y = max(float(page.content_top), _AXIS - height / 2)
    x = page.margin
    sheet.reveal(sheet.put("kicker", head, x=x, y=y), Beat(6))
    y += head.height + gap
    piece = sheet.put("title", body, x=x, y=y)
    sheet.reveal(piece, Beat(12), way="rise", length=22)
    y = piece.bottom + 24
    sheet.rule(
        "rule", x=x, y=y, width=264, colour=theme.colour("brass"), beat=Beat(26), thickness=3
    )
    y += 28
    for step, (name, block) in enumerate(below):
        piece = sheet.put(name, block, x=x, y=y)
        sheet.reveal(piece, Beat(34 + 8 * step), way="rise")
        y = piece.bottom + 16


def _rosette(sheet: Sheet) -> None:
    """Draw the rosette of the film's title at the end side, cut by the edge of the picture."""
    theme = sheet.theme
    x, y = 1560.0, 470.0

    def outer(canvas: Any) -> None:
        line = stroke(theme.colour("brass", 0.30), 1.1)
        canvas.drawPath(guilloche(x, y, 352, petals=32, depth=0.115, turns=9), line)
        canvas.drawCircle(x, y, 404, stroke(theme.colour("brass", 0.55), 1.6))
        canvas.drawCircle(x, y, 414, stroke(theme.colour("brass", 0.30), 1.0))

    def inner(canvas: Any) -> None:
        canvas.drawPath(star_polygon(x, y, 296, 16, 7), stroke(theme.colour("brass", 0.34), 1.2))
        canvas.drawPath(star_polygon(x, y, 296, 16, 5), stroke(theme.colour("brass", 0.44), 1.4))
        canvas.drawCircle(x, y, 300, stroke(theme.colour("brass", 0.55), 1.6))
        canvas.drawPath(star_polygon(x, y, 114, 8, 3), stroke(theme.colour("lapis_light", 0.6), 2))
        canvas.drawCircle(x, y, 120, stroke(theme.colour("lapis_light", 0.35), 1.2))

    for number, (name, draw) in enumerate((("rosette-inner", inner), ("rosette-outer", outer))):
        sheet.drawing(name, draw, x=x - 418, y=y - 418, width=836, height=836)
        sheet.reveal(name, Beat(4 + 14 * number), length=40)


def _numeral(sheet: Sheet, number: int) -> None:
    """Draw a chapter's number large and in outline at the end side."""
    page, theme = sheet.page, sheet.theme
    style = replace(theme.style("mark"), leading=0.8)
    outline = skia.Paint(
        AntiAlias=True,
        Color=theme.colour("brass", 0.85),
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=2.2,
    )
    block = sheet.type.set(
        str(number),
        "en",
        style,
        theme.sizes["numeral"] if number < 10 else theme.sizes["numeral"] * 0.7,
        width=page.span_width(4),
        align=sheet.absolute("end"),
        foreground=outline,
    )
    x = page.column_left(9)
    piece = sheet.put("numeral", block, x=x, y=_AXIS - block.height / 2, checked=False)
    sheet.reveal(piece, Beat(0), length=30)
