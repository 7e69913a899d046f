"""All sources go in; pages of two columns, each headline in its own language, come out."""

from __future__ import annotations

from dataclasses import replace

from sijill.film.shots.reveal import Beat
from sijill.film.shots.sheet import Sheet
from sijill.film.typesetting import Block, clean
from sijill.script.scenes import RollEntry, SourceRollCard

_COLUMNS = 2
_GUTTER = 72.0
_GAP = 22.0
_HEADLINE_LINES = 3


def draw_source_roll(sheet: Sheet, card: SourceRollCard) -> None:
    """Lay out the entries on as many pages as they need; each page stands for an equal time."""
    page = sheet.page
    heading, language = sheet.words(card.heading)
    sheet.head(heading, language)
    top, bottom = float(page.content_top) - 8, float(page.foot_bottom)
    note, note_language = sheet.words(card.note)
    if note:
        block = sheet.fit(
            note, "line", width=page.inner_width - 46, height=130, language=note_language
        )
        bottom -= block.height + 30
        piece = sheet.put("note", block, x=page.margin + 24, y=bottom + 30)
        sheet.reveal(piece, Beat(20))
        sheet.rule(
            "note-line",
            x=page.margin,
            y=bottom + 34,
            width=block.height - 8,
            colour=sheet.theme.colour("brass"),
            beat=Beat(14),
            thickness=3,
            upright=True,
        )
    width = (page.inner_width - _GUTTER * (_COLUMNS - 1)) / _COLUMNS
    entries = [_set_entry(sheet, entry, width) for entry in card.entries]
    pages = _paginate([sum(block.height for block in blocks) for blocks in entries], bottom - top)
    for number, columns in enumerate(pages):
        for column, members in enumerate(columns):
            y = top
            for index in members:
                for part, block in enumerate(entries[index]):
                    x = page.margin + column * (width + _GUTTER)
                    piece = sheet.put(
                        f"entry-{index}-{part}", block, x=x, y=y, page=number, checked=True
                    )
                    sheet.reveal(piece, Beat(10), page=(number, len(pages)), length=16)
                    y = piece.bottom
                y += _GAP


def _set_entry(sheet: Sheet, entry: RollEntry, width: float) -> list[Block]:
    """Set a headline in its own language and the line on where and when it appeared."""
    theme = sheet.theme
    date, _ = sheet.words(entry.date_label)
    outlet = " · ".join(part for part in (clean(entry.outlet), date) if part)
    style = replace(theme.style("line"), colour="paper")
    headline, language = clean(entry.headline), entry.language
    if sheet.type.fonts.missing(headline, theme.family_list(style.family, language)):
        headline, language = sheet.word("undrawn")
        style = replace(style, colour="paper_dim")
    headline = _shortened(sheet, headline, language, width, style.sizes[0])
    blocks = [sheet.fit(headline, style, width=width, height=200, language=language)]
    if outlet:
        blocks.append(sheet.fit(outlet, "foot", width=width, height=90))
    return blocks


def _shortened(sheet: Sheet, text: str, language: str, width: float, size: int) -> str:
    """End a headline of more than three lines with an ellipsis at a word, for all to see."""
    style = sheet.theme.style("line")

    def lines(candidate: str) -> int:
        return sheet.type.set(
            candidate, language, style, size, width=width, align=sheet.absolute("start")
        ).lines

    text = text[:400]
    if lines(text) <= _HEADLINE_LINES:
        return text
    low, high = 0, len(text)
    while low + 1 < high:
        middle = (low + high) // 2
        if lines(text[:middle] + "…") <= _HEADLINE_LINES:
            low = middle
        else:
            high = middle
    cut = text[:low].rstrip()
    if " " in cut and low < len(text) and not text[low].isspace():
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:،؛") + "…"


def _paginate(heights: list[float], room: float) -> list[list[list[int]]]:
    """Fill columns from the first entry on; pages share the entries as evenly as they can."""
    columns = _columns(heights, room)
    pages = -(-len(columns) // _COLUMNS)
    if not pages:
        return []
    # The same number of columns, but none much emptier than the others.
    low, high = max(heights), room
    for _ in range(12):
        middle = (low + high) / 2
        if len(_columns(heights, middle)) <= pages * _COLUMNS:
            high = middle
        else:
            low = middle
    columns = _columns(heights, high)
    return [columns[start : start + _COLUMNS] for start in range(0, len(columns), _COLUMNS)]


def _columns(heights: list[float], room: float) -> list[list[int]]:
    columns: list[list[int]] = []
    used = room + 1
    for number, height in enumerate(heights):
        if used + height > room:
            columns.append([])
            used = 0.0
        columns[-1].append(number)
        used += height + _GAP
    return columns
