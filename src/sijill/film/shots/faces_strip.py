"""People outside of government go in; a row of medals with a line for each comes out."""

from __future__ import annotations

from sijill.film.shots.medallion import draw_medallion, initials, letters_scale
from sijill.film.shots.reveal import Beat
from sijill.film.shots.sheet import Sheet
from sijill.film.typesetting import pick
from sijill.script.scenes import FacesStripCard


def draw_faces(sheet: Sheet, card: FacesStripCard) -> None:
    """Lay out the faces in equal columns, all names at one size and all lines at one size."""
    page = sheet.page
    heading, language = sheet.words(card.heading)
    sheet.head(heading, language)
    count = len(card.faces)
    if not count:
        return
    gutter = 48.0
    width = (page.inner_width - gutter * (count - 1)) / count
    radius = 128.0 if count <= 3 else 104.0
    names = sheet.fit_same(
        [sheet.words(face.name) for face in card.faces],
        "name_small",
        width=width,
        height=190,
        side="center",
        max_lines=3,
    )
    tall = max(block.height for block in names)
    top = float(page.content_top)
    room = page.content_bottom - top - 2 * radius - tall - 54
    lines = sheet.fit_same(
        [sheet.words(face.line) for face in card.faces],
        "detail",
        width=width,
        height=room,
        side="center",
    )
    used = 2 * radius + 34 + tall + 20 + max(block.height for block in lines)
    y = top + max(0.0, (page.content_bottom - top - used) * 0.45)
    spoken_names = [sheet.words(face.name) for face in card.faces]
    letters = [(initials(name, spoken), spoken) for name, spoken in spoken_names]
    scale = letters_scale(sheet, letters, radius)
    for number in range(count):
        x = page.margin + number * (width + gutter)
        beat = Beat(12, number, count)
        draw_medallion(
            sheet,
            f"face-{number}",
            *letters[number],
            x=x + width / 2,
            y=y + radius,
            radius=radius,
            beat=beat,
            owner=pick(card.faces[number].name, "en")[0],
            scale=scale,
        )
        below = y + 2 * radius + 34
        piece = sheet.put(f"name-{number}", names[number], x=x, y=below, width=width, side="center")
        sheet.reveal(piece, beat.later(8), way="rise")
        if lines[number].text:
            piece = sheet.put(
                f"line-{number}",
                lines[number],
                x=x,
                y=below + tall + 20,
                width=width,
                side="center",
            )
            sheet.reveal(piece, beat.later(14), way="rise")
    sheet.foot(card.source)
