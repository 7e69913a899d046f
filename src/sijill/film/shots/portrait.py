"""A person's name and posts go in; a portrait of letters comes out: no invented face."""

from __future__ import annotations

from typing import Any

from sijill.film.shots.labels import country_label
from sijill.film.shots.medallion import draw_medallion, initials, letters_scale
from sijill.film.shots.ornament import fill, stroke
from sijill.film.shots.reveal import Beat
from sijill.film.shots.sheet import Sheet
from sijill.film.typesetting import clean, pick
from sijill.script.scenes import PortraitCard

_RADIUS = 226.0


def draw_portrait(sheet: Sheet, card: PortraitCard) -> None:
    """Lay out the name, a ladder of posts, and a medal of initials with the name's own writing."""
    page = sheet.page
    sheet.head(*sheet.word("person"))
    width = page.span_width(8) - 40
    name, language = sheet.words(card.name)
    block = sheet.fit(name, "name", width=width, height=330, language=language, max_lines=3)
    posts = [words for words in map(sheet.words, card.posts) if words[0]]
    top, bottom = float(page.content_top), float(page.content_bottom)
    rung = 22.0
    below_name = 24 + (20 if language == "ar" else 0)
    room = bottom - top - block.height - 52 - below_name
    inset = 46.0
    rungs = (
        sheet.fit_same(
            posts, "reason", width=width - inset, height=room / len(posts) - rung, max_lines=3
        )
        if posts
        else []
    )
    total = block.height
    if rungs:
        total += 52 + below_name + sum(b.height + rung for b in rungs) - rung
    y = top + max(0.0, (bottom - top - total) * 0.42)
    piece = sheet.put("name", block, x=page.margin, y=y)
    sheet.reveal(piece, Beat(10), way="rise", length=20)
    y = piece.bottom + below_name
    if rungs:
        sheet.short_rule(y=y, beat=Beat(22))
        y += 44
        middles, at = [], y
        for words in rungs:
            middles.append(at + words.height / words.lines / 2)
            at += words.height + rung
        _ladder_line(sheet, middles[0], middles[-1])
    for number, words in enumerate(rungs):
        beat = Beat(30, number, max(2, len(rungs)))
        middle = y + words.height / words.lines / 2
        _dot(sheet, f"rung-{number}", page.margin + 9, middle, beat)
        piece = sheet.put(f"post-{number}", words, x=page.margin + inset, y=y)
        sheet.reveal(piece, beat.later(4), way="rise")
        y = piece.bottom + rung
    _medal(sheet, card, name, language)
    sheet.foot(card.source, Beat(44))


def _medal(sheet: Sheet, card: PortraitCard, name: str, language: str) -> None:
    page = sheet.page
    x = page.width - page.margin - _RADIUS - 14
    y = 440.0
    native = clean(card.native_name or "")
    letters = (initials(name, language), language)
    scale = letters_scale(sheet, [letters], _RADIUS)
    draw_medallion(
        sheet,
        "medal",
        *letters,
        x=x,
        y=y,
        radius=_RADIUS,
        beat=Beat(4),
        owner=pick(card.name, "en")[0],
        scale=scale,
    )
    below = y + _RADIUS + 30
    left, width = x - _RADIUS - 14, 2 * _RADIUS + 28
    if native and native != name:
        block = sheet.fit(
            native,
            "subtitle",
            width=width,
            height=110,
            language=writing_language(native),
            side="center",
        )
        piece = sheet.put("native", block, x=left, y=below, width=width, side="center")
        sheet.reveal(piece, Beat(22), way="rise")
        below = piece.bottom + 8
    country = country_label(card.country, sheet.language)
    if country:
        block = sheet.fit(country, "country", width=width, height=48, side="center")
        piece = sheet.put("country", block, x=left, y=below, width=width, side="center")
        sheet.reveal(piece, Beat(28))


def writing_language(text: str) -> str:
    """Guess from its letters alone a language whose fonts and direction a name needs."""
    for sign in text:
        code = ord(sign)
        if 0x0590 <= code <= 0x08FF or 0xFB1D <= code <= 0xFEFF:
            return "ar"
        if 0x0400 <= code <= 0x052F:
            return "kk"
        if 0x3040 <= code <= 0x30FF or 0x4E00 <= code <= 0x9FFF:
            return "ja"
    return "en"


def _ladder_line(sheet: Sheet, first: float, last: float) -> None:
    x = sheet.page.margin + 8
    if last - first < 8:
        return
    sheet.rule(
        "ladder",
        x=x,
        y=first,
        width=last - first,
        colour=sheet.theme.colour("brass", 0.45),
        beat=Beat(28),
        thickness=2,
        upright=True,
    )


def _dot(sheet: Sheet, layer_id: str, x: float, y: float, beat: Beat) -> None:
    theme = sheet.theme

    def draw(canvas: Any) -> None:
        canvas.drawCircle(x, y, 8, fill(theme.colour("ink")))
        canvas.drawCircle(x, y, 8, stroke(theme.colour("brass_light"), 2.5))

    sheet.drawing(layer_id, draw, x=x - 11, y=y - 11, width=22, height=22)
    sheet.reveal(layer_id, beat)
