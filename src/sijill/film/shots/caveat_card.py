"""A claim, its verdict and the reason go in; the claim in its words with a stamp comes out."""

from __future__ import annotations

from typing import Any

import skia

from sijill.film.shots.ornament import stroke
from sijill.film.shots.reveal import Beat
from sijill.film.shots.sheet import Sheet, Side, with_colour
from sijill.film.theme import is_right_to_left
from sijill.script.scenes import CaveatCard

_PADDING = 30.0


def draw_caveat(sheet: Sheet, card: CaveatCard) -> None:
    """Lay out the claim above, the verdict's stamp and the reason below it."""
    page, theme = sheet.page, sheet.theme
    colour = theme.verdict_colour(card.verdict)
    sheet.head(*sheet.word("claim"))
    inset = 52.0
    x, width = page.margin + inset, page.inner_width - inset
    side: Side = "start" if is_right_to_left(card.language) == sheet.rtl else "end"
    # The band stands where the words begin: at the far side where they run the other way.
    band_x = float(page.margin) if side == "start" else page.margin + page.inner_width - 6
    claim_x = x if side == "start" else float(page.margin)

    why, why_language = sheet.words(card.why)
    reason_x = page.column_left(5)
    reason_width = page.span_width(8)
    reason = sheet.fit(
        why, "reason", width=reason_width, height=300, language=why_language, max_lines=6
    )
    label, label_language = sheet.words(card.verdict_label)
    stamp_width = reason_x - x - 48
    stamp = sheet.fit(
        label,
        with_colour(theme.style("stamp"), colour),
        width=stamp_width - 2 * _PADDING,
        height=190,
        language=label_language,
        side="center",
    )
    lower = max(reason.height, stamp.height + 2 * _PADDING)
    by, by_language = sheet.words(card.asserted_by)
    said = sheet.fit(by, "detail", width=width, height=60, language=by_language) if by else None
    top, bottom = float(page.content_top) + 8, float(page.content_bottom)
    extra = 16 + said.height if said else 0.0
    gap = 64.0
    room = bottom - top - lower - gap - extra
    claim = sheet.fit(
        card.claim, "claim", width=width, height=room, language=card.language, side=side
    )
    total = claim.height + extra + gap + lower
    y = top + max(0.0, (bottom - top - total) * 0.45)

    sheet.rule(
        "band",
        x=band_x,
        y=y + 6,
        width=claim.height + (extra if side == "start" else 0.0) - 6,
        colour=theme.colour(colour),
        beat=Beat(6),
        thickness=6,
        upright=True,
    )
    piece = sheet.put("claim", claim, x=claim_x, y=y, width=width, side=side)
    sheet.reveal(piece, Beat(8), way="rise", length=18)
    beat = 8 + theme.motion.stagger * claim.lines + 12
    if said:
        piece = sheet.put("said-by", said, x=x, y=piece.bottom + 16)
        sheet.reveal(piece, Beat(beat), way="rise")
    y = piece.bottom + gap
    frame_top = y + (lower - stamp.height) / 2 - _PADDING
    _stamp_frame(sheet, colour, x, frame_top, stamp_width, stamp.height + 2 * _PADDING)
    told = Beat(beat + 14)
    sheet.reveal("stamp-frame", told, length=16)
    piece = sheet.put(
        "stamp",
        stamp,
        x=x + _PADDING,
        y=y + (lower - stamp.height) / 2,
        width=stamp_width - 2 * _PADDING,
        side="center",
    )
    sheet.reveal(piece, told.later(4))
    if why:
        piece = sheet.put("why", reason, x=reason_x, y=y + (lower - reason.height) / 2)
        sheet.reveal(piece, told.later(16), way="rise")
    sheet.foot(card.source, told.later(24))


def _stamp_frame(
    sheet: Sheet, colour: str, x: float, y: float, width: float, height: float
) -> None:
    """Draw the double frame of a seal with its corners cut."""
    theme = sheet.theme

    def frame(inset: float, cut: float) -> Any:
        left, top = x + inset, y + inset
        right, bottom = x + width - inset, y + height - inset
        path = skia.Path()
        corners = (
            (left + cut, top), (right - cut, top), (right, top + cut), (right, bottom - cut),
            (right - cut, bottom), (left + cut, bottom), (left, bottom - cut), (left, top + cut),
        )  # fmt: skip
        path.addPoly([skia.Point(*corner) for corner in corners], True)
        return path

    def draw(canvas: Any) -> None:
        tint = skia.Paint(AntiAlias=True, Color=theme.colour(colour, 0.07))
        canvas.drawPath(frame(2, 16), tint)
        canvas.drawPath(frame(2, 16), stroke(theme.colour(colour), 3))
        canvas.drawPath(frame(10, 12), stroke(theme.colour(colour, 0.6), 1.2))

    sheet.drawing("stamp-frame", draw, x=x, y=y, width=width, height=height)
