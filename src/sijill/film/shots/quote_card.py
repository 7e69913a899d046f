"""Exact words and their speaker go in; a large quotation with its hanging mark comes out."""

from __future__ import annotations

from sijill.film.shots.labels import label
from sijill.film.shots.reveal import Beat
from sijill.film.shots.sheet import Sheet, Side
from sijill.film.theme import is_right_to_left
from sijill.film.typesetting import Block
from sijill.script.scenes import QuoteCard

#: Between the speaker and the post: tails of Arabic names reach low.
_BY_GAP = 8.0


def draw_quote(sheet: Sheet, card: QuoteCard) -> None:
    """Lay out a quotation in its own direction, its translation below, the speaker, the source."""
    page, theme = sheet.page, sheet.theme
    sheet.head(*sheet.word("quote"))
    x, width = page.column_left(2), page.span_width(10)
    side: Side = "start" if is_right_to_left(card.language) == sheet.rtl else "end"

    kept = len(sheet.faults)
    by, below, block, y, by_height = _arrange(sheet, card, width, side, close=False)
    if len(sheet.faults) > kept:
        # Long words: speaker and post share a line, the translation may be longer.
        del sheet.faults[kept:]
        by, below, block, y, by_height = _arrange(sheet, card, width, side, close=True)
    _mark(sheet, card.language, side, y, block)
    piece = sheet.put("quote", block, x=x, y=y, width=width, side=side)
    sheet.reveal(piece, Beat(8), way="rise", length=18)
    after = 8 + theme.motion.stagger * block.lines + 12
    y = piece.bottom
    if below:
        sheet.rule(
            "translation-line",
            x=x,
            y=y + 20,
            width=width,
            colour=theme.colour("paper_faint", 0.45),
            beat=Beat(after),
            thickness=1.5,
        )
        piece = sheet.put("translation", below, x=x, y=y + 40, width=width)
        sheet.reveal(piece, Beat(after + 4), way="rise")
        after += 4 + theme.motion.stagger * below.lines
    y = page.content_bottom - by_height
    sheet.rule(
        "by-line",
        x=x,
        y=y + 6,
        width=96,
        colour=theme.colour("brass"),
        beat=Beat(after),
        thickness=3,
    )
    y += 30
    for step, (name, words) in enumerate(by):
        piece = sheet.put(name, words, x=x, y=y)
        sheet.reveal(piece, Beat(after + 6 + 5 * step), way="rise")
        y = piece.bottom + _BY_GAP
    sheet.foot(card.source, Beat(after + 14))


def _arrange(
    sheet: Sheet, card: QuoteCard, width: float, side: Side, *, close: bool
) -> tuple[list[tuple[str, Block]], Block | None, Block, float, float]:
    """Set speaker, translation and quotation, and find the quotation's top edge.

    Gives them in that order, then the edge and the height that the speaker takes.
    """
    page = sheet.page
    by = _speaker_blocks(sheet, card, width, close=close)
    by_height = sum(block.height + _BY_GAP for _, block in by) + 34 - _BY_GAP
    top, bottom = float(page.content_top), page.content_bottom - by_height - 20
    below = _translation(sheet, card, width, 240.0 if close else 190.0)
    beneath = below.height + 44 if below else 0.0
    block = sheet.fit(
        card.text,
        "quote",
        width=width,
        height=bottom - top - beneath,
        language=card.language,
        side=side,
    )
    y = top + max(0.0, (bottom - top - block.height - beneath) * 0.42)
    return by, below, block, y, by_height


def _speaker_blocks(
    sheet: Sheet, card: QuoteCard, width: float, *, close: bool
) -> list[tuple[str, Block]]:
    name, language = sheet.words(card.speaker)
    post, _ = sheet.words(card.post)
    if close and name and post:
        line = f"{name} · {post}"
        return [("speaker", sheet.fit(line, "detail", width=width, height=90, language=language))]
    blocks = []
    for name, text, style, height in (
        ("speaker", card.speaker, "name_small", 130.0),
        ("post", card.post, "detail", 100.0),
    ):
        words, language = sheet.words(text)
        if words:
            block = sheet.fit(words, style, width=width, height=height, language=language)
            blocks.append((name, block))
    return blocks


def _translation(sheet: Sheet, card: QuoteCard, width: float, height: float) -> Block | None:
    if card.language == sheet.language:
        return None
    words, language = sheet.words(card.translation)
    if not words or language == card.language:
        return None
    return sheet.fit(words, "translation", width=width, height=height, language=language)


def _mark(sheet: Sheet, language: str, side: Side, y: float, quote: Block) -> None:
    """Hang the opening mark in the margin beside the first line."""
    page, theme = sheet.page, sheet.theme
    style = theme.style("mark")
    block = sheet.type.set(
        label("open_quote", language),
        language,
        style,
        style.sizes[0],
        width=page.span_width(1),
        align=sheet.absolute("center"),
    )
    x = page.column_left(1 if side == "start" else page.columns)
    # Marks that hang high meet the upper edge of the letters, angular ones the middle of the line.
    high = label("open_quote", language) in "“„「『"
    rise, own = (0.78, 0.70) if high else (0.24, 0.20)
    top = y + quote.baseline - quote.size * rise - (block.baseline - block.size * own)
    piece = sheet.put("mark", block, x=x, y=top, checked=False)
    sheet.reveal(piece, Beat(2), length=20)
