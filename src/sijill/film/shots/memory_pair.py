"""Two places of shared memory go in; two halves of one picture, joined in the middle, come out."""

from __future__ import annotations

from typing import Any

from sijill.film.shots.labels import country_label
from sijill.film.shots.ornament import fill, star_path, stroke
from sijill.film.shots.reveal import Beat
from sijill.film.shots.sheet import Sheet
from sijill.script.scenes import MemoryPairCard, Peer

_AXIS = 486.0


def draw_memory_pair(sheet: Sheet, card: MemoryPairCard) -> None:
    """Lay out the two places, each in the middle of its half, at one size."""
    page = sheet.page
    heading, language = sheet.words(card.heading)
    sheet.head(heading, language)
    half = page.inner_width / 2
    width = half - 110
    peers = (card.left, card.right)
    names = sheet.fit_same(
        [sheet.words(peer.name) for peer in peers],
        "chapter_title",
        width=width,
        height=250,
        side="center",
        max_lines=2,
    )
    lines = sheet.fit_same(
        [sheet.words(peer.line) for peer in peers],
        "reason",
        width=width,
        height=230,
        side="center",
    )
    tall = max(block.height for block in names)
    _middle(sheet, page.width / 2)
    for number, peer in enumerate(peers):
        left = page.margin + number * half + 55
        beat = Beat(14, number, 2)
        _ripples(sheet, f"ripples-{number}", left + width / 2, beat)
        _half(sheet, number, peer, names[number], lines[number], left, tall, beat)
    sheet.reveal("middle", Beat(10), way="wipe_down", length=30)
    sheet.foot(card.source)


def _half(
    sheet: Sheet,
    number: int,
    peer: Peer,
    name: Any,
    line: Any,
    left: float,
    tall: float,
    beat: Beat,
) -> None:
    room = sheet.page.inner_width / 2 - 110
    top = _AXIS - tall - 10
    country = country_label(peer.country, sheet.language)
    if country:
        block = sheet.fit(country, "country", width=room, height=46, side="center")
        piece = sheet.put(f"country-{number}", block, x=left, y=top - 58, width=room, side="center")
        sheet.reveal(piece, beat.later(4))
    y = top + (tall - name.height)
    piece = sheet.put(f"name-{number}", name, x=left, y=y, width=room, side="center")
    sheet.reveal(piece, beat.later(6), way="rise", length=20)
    if line.text:
        piece = sheet.put(
            f"line-{number}", line, x=left, y=piece.bottom + 30, width=room, side="center"
        )
        sheet.reveal(piece, beat.later(16), way="rise")


def _ripples(sheet: Sheet, layer_id: str, x: float, beat: Beat) -> None:
    """Draw rings that spread, as on water."""
    theme = sheet.theme

    def draw(canvas: Any) -> None:
        for step in range(7):
            radius = 90 + step * 42
            canvas.drawCircle(
                x, _AXIS, radius, stroke(theme.colour("lapis_light", 0.20 - step * 0.025), 1.5)
            )

    reach = 90 + 6 * 42 + 4
    sheet.drawing(layer_id, draw, x=x - reach, y=_AXIS - reach, width=2 * reach, height=2 * reach)
    sheet.reveal(layer_id, beat, length=40)


def _middle(sheet: Sheet, x: float) -> None:
    page, theme = sheet.page, sheet.theme
    top, bottom = page.content_top + 10.0, page.content_bottom - 10.0

    def draw(canvas: Any) -> None:
        line = stroke(theme.colour("brass", 0.6), 1.6)
        canvas.drawLine(x, top, x, _AXIS - 34, line)
        canvas.drawLine(x, _AXIS + 34, x, bottom, line)
        canvas.drawPath(star_path(x, _AXIS, 22), stroke(theme.colour("brass"), 2))
        canvas.drawPath(star_path(x, _AXIS, 9), fill(theme.colour("brass")))

    sheet.drawing("middle", draw, x=x - 26, y=top, width=52, height=bottom - top)
