"""A card's texts and drawings go in, one by one; a shot comes out, with every box checked.

A sheet is laid out from the *start* side: x grows from the left in languages written from the
left, from the right in those written from the right. Faults are collected, not raised, so that a
whole cut can be checked at once; `finish` raises the first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

import skia

from sijill.errors import LayoutFault
from sijill.film.fonts import Fonts
from sijill.film.shots.base import FULL, Layer, box_around
from sijill.film.shots.labels import label, label_language
from sijill.film.shots.ornament import fill, paint_ground, star_path
from sijill.film.shots.reveal import Appearance, Beat, DrawnShot, Way
from sijill.film.shots.text_boxes import Piece, TextBox, line_boxes, misplaced
from sijill.film.theme import Style, Theme, is_right_to_left
from sijill.film.typesetting import Align, Block, Typesetter, clean, pick

Side = Literal["start", "center", "end"]

GROUND = "ground"
#: How long the short line of a card is, in pixels of the canvas.
_SHORT_RULE = 264


class Sheet:
    """The drawing board of one scene in one language."""

    def __init__(self, scene_id: str, language: str, fonts: Fonts, theme: Theme) -> None:
        self.scene_id = scene_id
        self.language = language
        self.theme = theme
        self.page = theme.page
        self.type = Typesetter(fonts, theme)
        self.rtl = is_right_to_left(language)
        self.faults: list[LayoutFault] = []
        self.boxes: list[TextBox] = []
        self._layers: list[Layer] = [
            Layer(
                f"{GROUND}-rtl" if self.rtl else GROUND,
                FULL,
                self._mirrored(lambda canvas: paint_ground(canvas, theme)),
                opaque=True,
                fades=False,
            )
        ]
        self._appearances: list[Appearance] = [Appearance(self._layers[0].id, Beat(0), "still")]

    # Places ---------------------------------------------------------------------------------

    def left_of(self, x: float, width: float) -> float:
        """Turn a place from the start side into a left edge on the canvas."""
        return self.page.width - x - width if self.rtl else x

    def _mirrored(self, draw: Callable[[Any], None]) -> Callable[[Any], None]:
        if not self.rtl:
            return draw

        def mirrored(canvas: Any) -> None:
            canvas.save()
            canvas.translate(self.page.width, 0)
            canvas.scale(-1, 1)
            draw(canvas)
            canvas.restore()

        return mirrored

    def absolute(self, side: Side) -> Align:
        """Turn a side of reading into a side of the canvas."""
        if side == "center":
            return "center"
        return "right" if (side == "start") == self.rtl else "left"

    # Texts ----------------------------------------------------------------------------------

    def words(self, text: Mapping[str, str]) -> tuple[str, str]:
        """Choose the text in the language of the sheet; see `pick`."""
        return pick(text, self.language)

    def fit(
        self,
        text: str,
        style: Style | str,
        *,
        width: float,
        height: float,
        language: str | None = None,
        side: Side = "start",
        max_lines: int | None = None,
        balance: bool = True,
        colour: int | None = None,
    ) -> Block:
        """Set a text in a box; a fault is kept and the text set at its smallest size."""
        chosen = self.theme.style(style) if isinstance(style, str) else style
        spoken = language or self.language
        text = clean(text)
        align = self.absolute(side)
        if not text:
            empty = self.type.set("", spoken, chosen, chosen.sizes[-1], width=width, align=align)
            return replace(empty, height=0.0)
        try:
            return self.type.fit(
                text,
                spoken,
                chosen,
                width=width,
                height=height,
                align=align,
                max_lines=max_lines,
                balance=balance,
                colour=colour,
                scene_id=self.scene_id,
            )
        except LayoutFault as fault:
            self.faults.append(fault)
            shown = text[:200]
            return self.type.set(
                shown, spoken, chosen, chosen.sizes[-1], width=width, align=align, colour=colour
            )

    def fit_same(
        self,
        texts: Sequence[tuple[str, str]],
        style: Style | str,
        *,
        width: float,
        height: float,
        side: Side = "start",
        max_lines: int | None = None,
    ) -> list[Block]:
        """Set several (text, language) that stand side by side, all at one size.

        An empty text gives a block without height.
        """
        chosen = self.theme.style(style) if isinstance(style, str) else style
        kept = len(self.faults)
        blocks: list[Block] = []
        for size in chosen.sizes:
            del self.faults[kept:]
            blocks = [
                self.fit(
                    text,
                    replace(chosen, sizes=(size,)),
                    width=width,
                    height=height,
                    language=language,
                    side=side,
                    max_lines=max_lines,
                )
                for text, language in texts
            ]
            if len(self.faults) == kept:
                break
        return blocks

    def put(
        self,
        layer_id: str,
        block: Block,
        *,
        x: float,
        y: float,
        width: float | None = None,
        side: Side = "start",
        checked: bool = True,
        page: int | None = None,
    ) -> Piece:
        """Put a block so that its `side` meets that side of the room from `x` on, `width` wide."""
        room = block.width if width is None else width
        spare = room - block.width
        at = x + {"start": 0.0, "center": spare / 2, "end": spare}[side]
        left = self.left_of(at, block.width)
        ink = block.ink_left(left)
        pad = block.size * 0.34
        box = box_around(ink - pad, y - pad, ink + block.ink_width + pad, y + block.height + pad)
        self._layers.append(Layer(layer_id, box, lambda canvas: block.paint(canvas, left, y)))
        right, bottom = ink + block.ink_width, y + block.height
        if checked and block.text:
            self.boxes.append(TextBox(layer_id, block.text, ink, y, right, bottom, page))
        return Piece(layer_id, block, at, y, bottom, line_boxes(block, box, y))

    def text(
        self,
        layer_id: str,
        text: str,
        style: Style | str,
        *,
        x: float,
        y: float,
        width: float,
        height: float,
        side: Side = "start",
        beat: Beat | None = None,
        language: str | None = None,
        max_lines: int | None = None,
        colour: int | None = None,
        way: Way = "rise",
    ) -> Piece:
        """Set a text into a box, put it there, and let it come in at a beat."""
        block = self.fit(
            text,
            style,
            width=width,
            height=height,
            language=language,
            side=side,
            max_lines=max_lines,
            colour=colour,
        )
        piece = self.put(layer_id, block, x=x, y=y, width=width, side=side)
        if beat is not None:
            self.reveal(piece, beat, way=way)
        return piece

    # Drawings -------------------------------------------------------------------------------

    def drawing(
        self,
        layer_id: str,
        draw: Callable[[Any], None],
        *,
        x: float,
        y: float,
        width: float,
        height: float,
        mirror: bool = True,
    ) -> str:
        """Add a drawing; `draw` works in coordinates from the start side unless `mirror` is off."""
        left = self.left_of(x, width) if mirror else x
        box = box_around(left, y, left + width, y + height)
        self._layers.append(Layer(layer_id, box, self._mirrored(draw) if mirror else draw))
        return layer_id

    def rule(
        self,
        layer_id: str,
        *,
        x: float,
        y: float,
        width: float,
        colour: int,
        beat: Beat,
        thickness: float = 2.0,
        upright: bool = False,
    ) -> None:
        """Draw a line that grows from the start side (or downwards when `upright`)."""
        w, h = (thickness, width) if upright else (width, thickness)

        def draw(canvas: Any) -> None:
            canvas.drawRect(skia.Rect.MakeXYWH(x, y, w, h), fill(colour))

        self.drawing(layer_id, draw, x=x, y=y, width=w, height=h)
        self.grow(layer_id, beat, downwards=upright)

    def short_rule(self, *, y: float, beat: Beat) -> None:
        """Draw the short brass line that parts what a card is about from what it says of it."""
        self.rule(
            "rule",
            x=self.page.margin,
            y=y,
            width=_SHORT_RULE,
            colour=self.theme.colour("brass"),
            beat=beat,
            thickness=3,
        )

    # Coming in ------------------------------------------------------------------------------

    def _layer(self, layer_id: str) -> Layer:
        return next(layer for layer in self._layers if layer.id == layer_id)

    def reveal(
        self,
        what: Piece | str,
        beat: Beat,
        *,
        way: Way = "fade",
        strength: float = 1.0,
        length: int | None = None,
        page: tuple[int, int] | None = None,
    ) -> None:
        """Let a text or a drawing come in."""
        lines = what.lines if isinstance(what, Piece) else ()
        name = what.layer_id if isinstance(what, Piece) else what
        span = self.theme.motion.fade if length is None else length
        self._appearances.append(
            Appearance(name, beat, way, span, self._layer(name).box, lines, strength, page)
        )

    def grow(self, layer_id: str, beat: Beat, *, downwards: bool = False, length: int = 0) -> None:
        """Let a drawing be wiped in from the start side, or downwards."""
        way: Way = "wipe_down" if downwards else ("wipe_left" if self.rtl else "wipe_right")
        self.reveal(layer_id, beat, way=way, length=length or self.theme.motion.rule)

    def move(
        self, layer_id: str, beat: Beat, path: tuple[tuple[float, float], ...], length: int
    ) -> None:
        """Let a drawing run along a path of canvas points; it is drawn at the first of them."""
        box = self._layer(layer_id).box
        self._appearances.append(Appearance(layer_id, beat, "fade", length, box, path=path))

    # What every scene has -------------------------------------------------------------------

    def word(self, name: str) -> tuple[str, str]:
        """Give one of the film's own words and the language it is in."""
        return label(name, self.language), label_language(name, self.language)

    def head(self, text: str, language: str | None = None) -> None:
        """Draw the running head: a star, a short line of text, a hairline that grows."""
        page, theme = self.page, self.theme
        middle = (page.head_top + page.head_line) / 2 - 4
        x = page.margin + 13

        def draw(canvas: Any) -> None:
            canvas.drawPath(star_path(x, middle, 13), fill(theme.colour("brass")))
            canvas.drawPath(star_path(x, middle, 5.5), fill(theme.colour("ink")))

        self.drawing("head-star", draw, x=x - 14, y=middle - 14, width=28, height=28)
        self.reveal("head-star", Beat(0))
        block = self.fit(
            text,
            "kicker",
            width=page.inner_width - 44,
            height=page.head_line - page.head_top - 4,
            language=language,
            max_lines=1,
        )
        self.put("head", block, x=page.margin + 44, y=middle - block.height / 2)
        self.reveal("head", Beat(2))
        self.rule(
            "head-line",
            x=page.margin,
            y=page.head_line,
            width=page.inner_width,
            colour=theme.colour("brass", 0.34),
            beat=Beat(4),
            thickness=1.5,
        )

    def foot(self, source: Mapping[str, str], beat: Beat | None = None) -> None:
        """Draw the line that says where the facts stand; nothing when the card does not say."""
        text, language = self.words(source)
        if not text:
            return
        page, theme = self.page, self.theme
        height = page.foot_bottom - page.foot_top
        # Vowel signs stand higher than letters: a line with them may reach out of the row a little,
        # still clear of the content above and the subtitles below.
        reach = page.subtitle_top - page.foot_bottom - 2
        start = beat or Beat(24)
        block = self.fit(
            text,
            "foot",
            width=page.inner_width - 44,
            height=height + 2 * reach,
            language=language,
            max_lines=1,
        )
        y = page.foot_top + (height - block.height) / 2
        middle = y + block.height / 2

        def draw(canvas: Any) -> None:
            canvas.drawPath(
                star_path(page.margin + 10, middle, 8, points=4, inner=0.45),
                fill(theme.colour("brass")),
            )

        self.drawing("foot-mark", draw, x=page.margin, y=middle - 9, width=20, height=18)
        self.reveal("foot-mark", start)
        self.put("foot", block, x=page.margin + 36, y=y)
        self.reveal("foot", start)

    # The end --------------------------------------------------------------------------------

    def check_boxes(self) -> None:
        """Keep a fault for every text outside of the safe area and every two that overlap."""
        for box, what in misplaced(self.boxes, self.page):
            self.fault(what, box.text)

    def fault(self, what: str, text: str) -> None:
        """Keep a fault of the layout."""
        self.faults.append(
            LayoutFault(
                what,
                scene_id=self.scene_id,
                text=text,
                remedy="Shorten the text, or divide the scene.",
            )
        )

    def finish(self) -> DrawnShot:
        """Give the shot; raises the first LayoutFault if there is any."""
        if self.faults:
            raise self.faults[0]
        return DrawnShot(tuple(self._layers), tuple(self._appearances), self.theme.motion)


def with_colour(style: Style, colour: str) -> Style:
    """Give a style in another colour of the theme."""
    return replace(style, colour=colour)
