"""A shot goes in; its frames come out as Y, U and V planes, each layer having been drawn once.

Pictures are YUV 4:2:0, ITU-R BT.709, limited range (16..235, 16..240). A layer is drawn by skia,
turned into planes, trimmed to what it covers, and kept; a frame is then put together in planes,
and only where it differs from the frame before. No compiler is needed: numpy and OpenCV do it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from sijill.film.shots.base import (
    CANVAS_HEIGHT,
    CANVAS_WIDTH,
    Box,
    Draw,
    FrameState,
    Layer,
    Placement,
    Shot,
    Sketch,
)

Plane = NDArray[np.uint8]

# Rows of (B, G, R, A) -> Y, U, V for premultiplied colour: the offset scales with the alpha.
_Y = np.array([[0.0722 * 219, 0.7152 * 219, 0.2126 * 219, 16.0]]) / 255.0
_U = np.array([[0.5 * 224, -0.7152 / 1.8556 * 224, -0.2126 / 1.8556 * 224, 128.0]]) / 255.0
_V = np.array([[-0.0722 / 1.5748 * 224, -0.7152 / 1.5748 * 224, 0.5 * 224, 128.0]]) / 255.0
_BLACK = (16, 128, 128)


@dataclass(frozen=True, slots=True)
class Picture:
    """Planes of a whole frame or of a part of one; U and V have half the height and width."""

    y: Plane
    u: Plane
    v: Plane

    @classmethod
    def blank(cls, width: int, height: int) -> Picture:
        """Give a black picture; width and height are even."""
        y, u, v = _BLACK
        return cls(
            np.full((height, width), y, np.uint8),
            np.full((height // 2, width // 2), u, np.uint8),
            np.full((height // 2, width // 2), v, np.uint8),
        )

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return int(self.y.shape[1]), int(self.y.shape[0])


#: A rectangle in pixels of the film, edges even: left, top, right, bottom.
Rect = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Sprite:
    """A drawn layer: premultiplied planes and their alpha at full and at half size.

    `cover` and `half_cover` are None where the layer is opaque all over.
    """

    rect: Rect
    picture: Picture
    cover: Plane | None
    half_cover: Plane | None


def _even_rect(box: Box, scale: float) -> Rect:
    x, y, w, h = box
    width, height = round(CANVAS_WIDTH * scale), round(CANVAS_HEIGHT * scale)
    left = max(0, math.floor(x * scale) // 2 * 2)
    top = max(0, math.floor(y * scale) // 2 * 2)
    right = min(width, -(-math.ceil((x + w) * scale) // 2) * 2)
    bottom = min(height, -(-math.ceil((y + h) * scale) // 2) * 2)
    return left, top, max(left, right), max(top, bottom)


def _common(a: Rect, b: Rect) -> Rect | None:
    left, top = max(a[0], b[0]), max(a[1], b[1])
    right, bottom = min(a[2], b[2]), min(a[3], b[3])
    return (left, top, right, bottom) if left < right and top < bottom else None


def draw_bgra(draw: Draw, rect: Rect, scale: float) -> Plane:
    """Draw with skia into premultiplied BGRA of shape (height, width, 4)."""
    import skia

    left, top, right, bottom = rect
    pixels = np.zeros((bottom - top, right - left, 4), np.uint8)
    info = skia.ImageInfo.Make(
        right - left, bottom - top, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType
    )
    surface = skia.Surface.MakeRasterDirect(info, pixels, (right - left) * 4)
    canvas = surface.getCanvas()
    canvas.translate(-left, -top)
    canvas.scale(scale, scale)
    draw(canvas)
    surface.flushAndSubmit()
    return pixels


def _to_sprite(pixels: Plane, rect: Rect, *, opaque: bool) -> Sprite:
    half = cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    picture = Picture(
        np.asarray(cv2.transform(pixels, _Y), np.uint8).reshape(pixels.shape[:2]),
        np.asarray(cv2.transform(half, _U), np.uint8).reshape(half.shape[:2]),
        np.asarray(cv2.transform(half, _V), np.uint8).reshape(half.shape[:2]),
    )
    if opaque:
        return Sprite(rect, picture, None, None)
    return Sprite(
        rect,
        picture,
        np.ascontiguousarray(pixels[:, :, 3]),
        np.ascontiguousarray(half[:, :, 3]),
    )


def _trimmed(pixels: Plane, rect: Rect) -> tuple[Plane, Rect] | None:
    alpha = pixels[:, :, 3]
    rows = np.flatnonzero(alpha.any(axis=1))
    if not len(rows):
        return None
    columns = np.flatnonzero(alpha.any(axis=0))
    left, right = int(columns[0]) // 2 * 2, -(-(int(columns[-1]) + 1) // 2) * 2
    top, bottom = int(rows[0]) // 2 * 2, -(-(int(rows[-1]) + 1) // 2) * 2
    part = np.ascontiguousarray(pixels[top:bottom, left:right])
    return part, (rect[0] + left, rect[1] + top, rect[0] + right, rect[1] + bottom)


def rasterise(layer: Layer, scale: float) -> Sprite | None:
    """Draw a layer into planes; None where it draws nothing."""
    rect = _even_rect(layer.box, scale)
    if rect[0] >= rect[2] or rect[1] >= rect[3]:
        return None
    pixels = draw_bgra(layer.draw, rect, scale)
    if layer.opaque:
        return _to_sprite(pixels, rect, opaque=True)
    trimmed = _trimmed(pixels, rect)
    return _to_sprite(*trimmed, opaque=False) if trimmed else None


def _shifted(plane: Plane, fx: float, fy: float) -> Plane:
    """Move a plane right and down by fractions of a pixel; it grows by one row and column."""
    out = cv2.copyMakeBorder(plane, 0, 1 if fy else 0, 0, 1 if fx else 0, cv2.BORDER_CONSTANT)
    if fx:
        moved = np.zeros_like(out)
        moved[:, 1:] = out[:, :-1]
        out = cv2.addWeighted(out, 1.0 - fx, moved, fx, 0.0)
    if fy:
        moved = np.zeros_like(out)
        moved[1:] = out[:-1]
        out = cv2.addWeighted(out, 1.0 - fy, moved, fy, 0.0)
    return np.asarray(out, np.uint8)


def _moved(sprite: Sprite, dx: float, dy: float) -> Sprite:
    """Move a sprite by pixels of the film, kept to a quarter; the result is not opaque."""
    dx, dy = round(dx * 4) / 4, round(dy * 4) / 4
    left, top, right, bottom = sprite.rect
    # Whole steps of two pixels keep the chroma in place; the rest is a shift of the planes.
    ox, oy = math.floor(dx / 2) * 2, math.floor(dy / 2) * 2
    rx, ry = dx - ox, dy - oy
    cover, half_cover = sprite.cover, sprite.half_cover
    if cover is None or half_cover is None:
        cover = np.full_like(sprite.picture.y, 255)
        half_cover = np.full_like(sprite.picture.u, 255)
    place = (left + ox, top + oy, right + ox, bottom + oy)
    if not rx and not ry:
        return Sprite(place, sprite.picture, cover, half_cover)
    pad_x, pad_y = (2 if rx else 0), (2 if ry else 0)
    place = (place[0], place[1], place[2] + pad_x, place[3] + pad_y)

    def full(plane: Plane) -> Plane:
        whole_x, whole_y = math.floor(rx), math.floor(ry)
        part = _shifted(plane, rx - whole_x, ry - whole_y)
        out = np.zeros((place[3] - place[1], place[2] - place[0]), np.uint8)
        high = min(part.shape[0], out.shape[0] - whole_y)
        wide = min(part.shape[1], out.shape[1] - whole_x)
        out[whole_y : whole_y + high, whole_x : whole_x + wide] = part[:high, :wide]
        return out

    def half(plane: Plane) -> Plane:
        return _shifted(plane, rx / 2, ry / 2)

    picture = Picture(full(sprite.picture.y), half(sprite.picture.u), half(sprite.picture.v))
    return Sprite(place, picture, full(cover), half(half_cover))


def _blend(under: Plane, over: Plane, cover: Plane | None, strength: int) -> None:
    """Lay premultiplied samples over a plane in place; `strength` is 0..256."""
    if cover is None:
        if strength >= 256:
            under[:] = over
            return
        cv2.addWeighted(over, strength / 256, under, 1.0 - strength / 256, 0.0, dst=under)
        return
    if strength < 256:
        over = np.asarray(cv2.convertScaleAbs(over, alpha=strength / 256), np.uint8)
        keep = cv2.convertScaleAbs(cover, alpha=-strength / 256, beta=255.0)
    else:
        keep = cv2.bitwise_not(cover)
    kept = cv2.multiply(under, keep, scale=1.0 / 255.0)
    cv2.add(kept, over, dst=under)


def _paste(frame: Picture, sprite: Sprite, strength: int, clip: Rect) -> None:
    part = _common(sprite.rect, clip)
    if part is None or strength <= 0:
        return
    left, top, right, bottom = part
    ox, oy = sprite.rect[0], sprite.rect[1]
    here = np.s_[top:bottom, left:right]
    there = np.s_[top - oy : bottom - oy, left - ox : right - ox]
    _blend(
        frame.y[here],
        sprite.picture.y[there],
        None if sprite.cover is None else sprite.cover[there],
        strength,
    )
    here = np.s_[top // 2 : bottom // 2, left // 2 : right // 2]
    there = np.s_[(top - oy) // 2 : (bottom - oy) // 2, (left - ox) // 2 : (right - ox) // 2]
    half = None if sprite.half_cover is None else sprite.half_cover[there]
    _blend(frame.u[here], sprite.picture.u[there], half, strength)
    _blend(frame.v[here], sprite.picture.v[there], half, strength)


@dataclass(frozen=True, slots=True)
class _Pasted:
    """One element of a frame, ready to be pasted; equal keys are the same paste."""

    key: tuple[Any, ...]
    sprite: Sprite
    strength: int
    clip: Rect

    @property
    def rect(self) -> Rect | None:
        return _common(self.sprite.rect, self.clip)


class Compositor:
    """Puts the frames of one shot together, keeping the last one and changing only what changed."""

    def __init__(self, shot: Shot, *, width: int, height: int) -> None:
        self._scale = width / CANVAS_WIDTH
        self._whole: Rect = (0, 0, width, height)
        self._layers = {layer.id: layer for layer in shot.layers()}
        self._sprites: dict[str, Sprite | None] = {}
        self._moves: dict[tuple[str, float, float], Sprite] = {}
        self._frame = Picture.blank(width, height)
        self._held: tuple[_Pasted, ...] = ()
        #: Counts the different pictures so far: two calls that leave it alone gave the same one.
        self.pictures = 0

    def compose(self, state: FrameState, *, fade: float = 1.0) -> Picture:
        """Give the picture of a frame's state; the planes are overwritten by the next call.

        `fade` multiplies the strength of all but layers with `fades=False`. Raises KeyError for a
        layer that the shot does not have.
        """
        wanted = tuple(self._ready(state, fade))
        if wanted != self._held:
            for rect in self._changed(wanted):
                for element in wanted:
                    clip = _common(element.clip, rect)
                    if clip:
                        _paste(self._frame, element.sprite, element.strength, clip)
            self._held = wanted
            self.pictures += 1
        return self._frame

    def _ready(self, state: FrameState, fade: float) -> Iterable[_Pasted]:
        for part in state:
            if isinstance(part, Sketch):
                element = self._sketch(part, fade)
            else:
                element = self._placed(part, fade)
            if element is not None:
                yield element

    def _placed(self, part: Placement, fade: float) -> _Pasted | None:
        layer = self._layers[part.layer_id]
        strength = round(min(1.0, max(0.0, part.alpha)) * (fade if layer.fades else 1.0) * 256)
        if strength <= 0:
            return None
        if part.layer_id not in self._sprites:
            self._sprites[part.layer_id] = rasterise(layer, self._scale)
        sprite = self._sprites[part.layer_id]
        if sprite is None:
            return None
        dx = round(part.dx * self._scale * 4) / 4
        dy = round(part.dy * self._scale * 4) / 4
        if dx or dy:
            sprite = self._at(part.layer_id, sprite, dx, dy)
        clip = self._whole
        if part.clip is not None:
            found = _common(self._whole, _even_rect(part.clip, self._scale))
            if found is None:
                return None
            clip = found
        return _Pasted((part.layer_id, dx, dy, strength, clip), sprite, strength, clip)

    def _at(self, layer_id: str, sprite: Sprite, dx: float, dy: float) -> Sprite:
        """Give a moved sprite; the last position of each layer is kept, for fades at one place."""
        key = (layer_id, dx, dy)
        if key not in self._moves:
            for old in [k for k in self._moves if k[0] == layer_id]:
                del self._moves[old]
            self._moves[key] = _moved(sprite, dx, dy)
        return self._moves[key]

    def _sketch(self, part: Sketch, fade: float) -> _Pasted | None:
        strength = round(min(1.0, max(0.0, part.alpha)) * fade * 256)
        rect = _even_rect(part.box, self._scale)
        if strength <= 0 or rect[0] >= rect[2] or rect[1] >= rect[3]:
            return None
        key = ("sketch", part.id, part.key, part.box, strength)
        for held in self._held:
            if held.key == key:
                return held
        trimmed = _trimmed(draw_bgra(part.draw, rect, self._scale), rect)
        if trimmed is None:
            return None
        return _Pasted(key, _to_sprite(*trimmed, opaque=False), strength, self._whole)

    def _changed(self, wanted: tuple[_Pasted, ...]) -> list[Rect]:
        """Say which rectangles differ between the frame held and the one wanted."""
        old = {element.key for element in self._held}
        new = {element.key for element in wanted}
        same_order = [e.key for e in self._held if e.key in new] == [
            e.key for e in wanted if e.key in old
        ]
        if not self._held or not same_order:
            return [self._whole]
        rects = [e.rect for e in self._held if e.key not in new]
        rects += [e.rect for e in wanted if e.key not in old]
        return _joined([rect for rect in rects if rect is not None])


def _area(rect: Rect) -> int:
    return (rect[2] - rect[0]) * (rect[3] - rect[1])


def _joined(rects: list[Rect]) -> list[Rect]:
    """Join rectangles that overlap, or that are cheaper to do as one; the rest stay apart."""
    done: list[Rect] = []
    for rect in rects:
        current = rect
        again = True
        while again:
            again = False
            for other in done:
                both = (
                    min(current[0], other[0]),
                    min(current[1], other[1]),
                    max(current[2], other[2]),
                    max(current[3], other[3]),
                )
                touching = _common(current, other) is not None
                if touching or _area(both) <= (_area(current) + _area(other)) * 1.2:
                    done.remove(other)
                    current = both
                    again = True
                    break
        done.append(current)
    return done


def darken(source: Picture, target: Picture, light: float) -> None:
    """Write a picture on its way from black (`light` 0) to itself (1) into another."""
    if light >= 1.0:
        pairs = ((source.y, target.y), (source.u, target.u), (source.v, target.v))
        for a, b in pairs:
            b[:] = a
        return
    held = max(0.0, light)
    planes = ((source.y, target.y, 16.0), (source.u, target.u, 128.0), (source.v, target.v, 128.0))
    for a, b, ground in planes:
        cv2.convertScaleAbs(a, dst=b, alpha=held, beta=ground * (1.0 - held))
