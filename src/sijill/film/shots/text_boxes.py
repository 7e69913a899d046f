"""Boxes of texts go in; those that leave the safe area or meet one another come out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sijill.film.shots.base import Box
from sijill.film.theme import Page
from sijill.film.typesetting import Block


@dataclass(frozen=True, slots=True)
class TextBox:
    """Where a text stands, in pixels; texts of different `page`s are never seen together."""

    layer_id: str
    text: str
    left: float
    top: float
    right: float
    bottom: float
    page: int | None = None

    def overlaps(self, other: TextBox, slack: float = 1.0) -> bool:
        """Say whether two boxes share more than `slack` pixels in both directions."""
        together = self.page is None or other.page is None or self.page == other.page
        return (
            together
            and min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.bottom, other.bottom) - max(self.top, other.top) > slack
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that was put on the sheet: its layer, its block, and its place from the start side."""

    layer_id: str
    block: Block
    x: float
    top: float
    bottom: float
    lines: tuple[Box, ...]


def misplaced(boxes: Sequence[TextBox], page: Page) -> Iterator[tuple[TextBox, str]]:
    """Find every text outside of the safe area and every two that overlap, and say what is wrong.

    The safe area ends where subtitles begin.
    """
    for box in boxes:
        if (
            box.left < page.margin - 1
            or box.right > page.width - page.margin + 1
            or box.top < page.top - 1
            or box.bottom > page.subtitle_top + 1
        ):
            place = f"{box.left:.0f},{box.top:.0f} to {box.right:.0f},{box.bottom:.0f}"
            yield box, f"text at {place} leaves the safe area"
    for number, box in enumerate(boxes):
        for other in boxes[number + 1 :]:
            if box.overlaps(other):
                yield box, f"text overlaps “{other.text[:60]}”"


def line_boxes(block: Block, box: Box, y: float) -> tuple[Box, ...]:
    """Cut the box of a text into one box per line; the outer ones keep the box's margin."""
    x, top, width, height = box
    edges = [top]
    edges += [math.floor(y + block.line_height * number) for number in range(1, block.lines)]
    edges.append(top + height)
    return tuple((x, first, width, max(1, last - first)) for first, last in pairwise(edges))
