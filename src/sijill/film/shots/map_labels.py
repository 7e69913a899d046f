"""A point, the size of its label and what is taken already go in; a free place for it comes out."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Left, top, right, bottom in pixels.
Rect = tuple[float, float, float, float]

_DISTANCES = (26.0, 44.0, 70.0, 104.0, 150.0, 210.0)
# Where the label lies seen from its point: part of the width and of the height to move by.
_SIDES = (
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, 1.0),
    (0.0, -1.0),
    (0.8, 0.8),
    (-0.8, 0.8),
    (0.8, -0.8),
    (-0.8, -0.8),
)
_CLEAR = 14.0


@dataclass(slots=True)
class Obstacles:
    """What a label must not touch: frame, texts, points; and, softly, the route."""

    frame: Rect
    rects: list[Rect] = field(default_factory=list)
    points: list[tuple[float, float]] = field(default_factory=list)
    route: list[tuple[float, float]] = field(default_factory=list)


def place_label(
    point: tuple[float, float], size: tuple[float, float], taken: Obstacles
) -> Rect | None:
    """Find the rectangle for a label near its point, or None when there is no room at all.

    Of the free places the one that covers least of the route wins, then the nearest.
    """
    best: tuple[float, Rect] | None = None
    width, height = size
    for distance in _DISTANCES:
        for order, (across, down) in enumerate(_SIDES):
            x = point[0] + across * (distance + width / 2) - width / 2
            y = point[1] + down * (distance + height / 2) - height / 2
            rect = (x, y, x + width, y + height)
            if not _free(rect, point, taken):
                continue
            crossed = sum(_inside(at, rect, 10.0) for at in taken.route)
            cost = crossed * 30 + distance + order * 2
            if best is None or cost < best[0]:
                best = (cost, rect)
    return best[1] if best else None


def _inside(at: tuple[float, float], rect: Rect, slack: float) -> bool:
    return rect[0] - slack < at[0] < rect[2] + slack and rect[1] - slack < at[1] < rect[3] + slack


def _free(rect: Rect, own: tuple[float, float], taken: Obstacles) -> bool:
    left, top, right, bottom = taken.frame
    if rect[0] < left or rect[1] < top or rect[2] > right or rect[3] > bottom:
        return False
    if any(
        rect[0] < other[2] + _CLEAR
        and rect[2] > other[0] - _CLEAR
        and rect[1] < other[3] + _CLEAR / 2
        and rect[3] > other[1] - _CLEAR / 2
        for other in taken.rects
    ):
        return False
    return not any(_inside(at, rect, 20.0 if at != own else 12.0) for at in taken.points)
