"""Several guests or people go in; a grid of equal cells comes out."""

from __future__ import annotations

import math

from sijill.film.shots.labels import country_label
from sijill.film.shots.reveal import Beat
from sijill.film.shots.sheet import Sheet
from sijill.script.scenes import PeersGridCard


def draw_peers(sheet: Sheet, card: PeersGridCard) -> None:
    """Lay out the peers in one row of up to four, or in two rows; all names at one size."""
    page, theme = sheet.page, sheet.theme
    heading, language = sheet.words(card.heading)
    count = len(card.peers)
    if not count:
        sheet.head(heading, language)
        return
    rows = 1 if count <= 4 else 2
    across = math.ceil(count / rows)
    gutter = 44.0
    width = (page.inner_width - gutter * (across - 1)) / across
    top = float(page.content_top)
    sheet.head(heading, language)
    height = (page.content_bottom - top - 40 * (rows - 1)) / rows
    names = sheet.fit_same(
        [sheet.words(peer.name) for peer in card.peers],
        "name_small" if rows > 1 else "heading",
        width=width,
        height=height * 0.42,
        max_lines=3,
    )
    name_height = max(block.height for block in names)
    lines = sheet.fit_same(
        [sheet.words(peer.line) for peer in card.peers],
        "detail" if rows > 1 else "remark",
        width=width,
        height=height - name_height - 90,
    )
    tall = 74 + name_height + 14 + max(block.height for block in lines)
    spare = page.content_bottom - top - rows * tall - 56 * (rows - 1)
    y_first = top + max(0.0, spare * 0.45)
    for number, peer in enumerate(card.peers):
        row, column = divmod(number, across)
        x = page.margin + column * (width + gutter)
        y = y_first + row * (tall + 56)
        beat = Beat(14, number, count)
        sheet.rule(
            f"cell-{number}",
            x=x,
            y=y,
            width=width,
            colour=theme.colour("brass", 0.8),
            beat=beat,
            thickness=2,
        )
        country = country_label(peer.country, sheet.language)
        if country:
            piece = sheet.text(
                f"country-{number}", country, "country", x=x, y=y + 20, width=width, height=44
            )
            sheet.reveal(piece, beat.later(4))
        piece = sheet.put(f"name-{number}", names[number], x=x, y=y + 70)
        sheet.reveal(piece, beat.later(6), way="rise")
        if lines[number].text:
            piece = sheet.put(f"line-{number}", lines[number], x=x, y=piece.bottom + 12)
            sheet.reveal(piece, beat.later(10), way="rise")
    sheet.foot(card.source)
