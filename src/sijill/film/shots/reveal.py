"""Layers and the beats of their coming go in; a shot that knows every frame comes out.

A beat is told in frames from the start of the scene, or as the k-th of n happenings that the
narrator tells, spread over the scene. A scene too short for its beats plays them faster, so that
all has come in by the part of the scene that the theme names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sijill.film.shots.base import Box, FrameState, Layer, Placement, progress
from sijill.film.theme import Motion

Way = Literal["fade", "rise", "wipe_right", "wipe_left", "wipe_down", "wipe_up", "still"]


@dataclass(frozen=True, slots=True)
class Beat:
    """When something comes in: `lead` frames, and as number `index` (from 0) of `count` told."""

    lead: int
    index: int = 0
    count: int = 0

    def later(self, frames: int) -> Beat:
        """Give the beat so many frames later."""
        return Beat(self.lead + frames, self.index, self.count)


@dataclass(frozen=True, slots=True)
class Appearance:
    """One layer coming in, and, where `page` is (k, n), standing only for the k-th n-th part.

    `parts` are the boxes of the lines of a text: they come in one after the other.
    """

    layer_id: str
    beat: Beat
    way: Way = "fade"
    length: int = 14
    box: Box = (0, 0, 0, 0)
    parts: tuple[Box, ...] = ()
    strength: float = 1.0
    page: tuple[int, int] | None = None
    path: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnShot:
    """A shot made of layers and appearances; see `Shot` for what its methods promise."""

    all_layers: tuple[Layer, ...]
    appearances: tuple[Appearance, ...]
    motion: Motion

    def layers(self) -> Sequence[Layer]:
        """Give all layers, the backdrop first."""
        return self.all_layers

    def placements(self, frame: int, frames: int) -> FrameState:
        """Give the state of frame `frame` of a scene that is `frames` long."""
        quick = self._quickness(frames)
        state: list[Placement] = []
        for appearance in self.appearances:
            state.extend(self._placed(appearance, frame, frames, quick))
        return tuple(state)

    def _quickness(self, frames: int) -> float:
        """How much of their own pace the beats keep in a scene of this length, at most 1."""
        last = max(
            (a.beat.lead + a.length + self.motion.stagger * max(0, len(a.parts) - 1))
            for a in self.appearances
        )
        return min(1.0, self.motion.arrive * frames / max(1, last))

    def _start(self, beat: Beat, frames: int, quick: float) -> float:
        lead = beat.lead * quick
        if not beat.count:
            return lead
        room = max(0.0, self.motion.arrive * frames - lead)
        return lead + beat.index * min(float(self.motion.told), room / beat.count)

    def _placed(
        self, appearance: Appearance, frame: int, frames: int, quick: float
    ) -> list[Placement]:
        name, strength = appearance.layer_id, appearance.strength
        if appearance.way == "still":
            return [Placement(name, strength)]
        length = max(1, round(appearance.length * quick))
        # In scenes of a few frames rounding must not push anything past the last one.
        latest = max(0, frames - 1 - length)
        start = min(latest, round(self._start(appearance.beat, frames, quick)))
        if appearance.page is not None:
            number, count = appearance.page
            first, last = frames * number // count, frames * (number + 1) // count
            if not first <= frame < last:
                return []
            start, length = first, max(1, min(length, (last - first) // 4))
            leaving = 1.0 if number + 1 == count else 1.0 - progress(frame, last - length, length)
            came = progress(frame, start, length) * leaving
            return [Placement(name, round(came * strength, 4))] if came > 0 else []
        if appearance.path:
            return self._along(appearance, frame, start, length)
        if appearance.way == "rise" and appearance.parts:
            return self._lines(appearance, frame, start, length, quick, latest)
        came = progress(frame, start, length)
        if came <= 0:
            return []
        if came >= 1:
            return [Placement(name, strength)]
        if appearance.way == "fade":
            return [Placement(name, round(came * strength, 4))]
        if appearance.way == "rise":
            return [Placement(name, round(came * strength, 4), 0.0, self._drop(came))]
        x, y, w, h = appearance.box
        if appearance.way == "wipe_down":
            return [Placement(name, strength, clip=(x, y, w, max(1, round(h * came))))]
        if appearance.way == "wipe_up":
            high = max(1, round(h * came))
            return [Placement(name, strength, clip=(x, y + h - high, w, high))]
        part = max(1, round(w * came))
        left = x if appearance.way == "wipe_right" else x + w - part
        return [Placement(name, strength, clip=(left, y, part, h))]

    def _drop(self, came: float) -> float:
        # Whole pixels: a clip moves with the layer, and repeated frames stay equal.
        return float(round(self.motion.rise * (1.0 - came)))

    def _lines(
        self,
        appearance: Appearance,
        frame: int,
        start: int,
        length: int,
        quick: float,
        latest: int,
    ) -> list[Placement]:
        step = self.motion.stagger * quick
        placed: list[Placement] = []
        whole = True
        for number, (x, y, w, h) in enumerate(appearance.parts):
            came = progress(frame, min(latest, start + round(number * step)), length)
            whole = whole and came >= 1
            if came <= 0:
                continue
            drop = self._drop(came)
            alpha = round(came * appearance.strength, 4)
            clip = (x, y + int(drop), w, h)
            placed.append(Placement(appearance.layer_id, alpha, 0.0, drop, clip))
        return [Placement(appearance.layer_id, appearance.strength)] if whole else placed

    def _along(
        self, appearance: Appearance, frame: int, start: int, length: int
    ) -> list[Placement]:
        came = progress(frame, start, length)
        if frame < start:
            return []
        path = appearance.path
        at = came * (len(path) - 1)
        index = min(int(at), len(path) - 2)
        (ax, ay), (bx, by) = path[index], path[index + 1]
        part = at - index
        # A quarter of a pixel is what the compositor keeps.
        dx = round((ax + (bx - ax) * part - path[0][0]) * 4) / 4
        dy = round((ay + (by - ay) * part - path[0][1]) * 4) / 4
        return [Placement(appearance.layer_id, appearance.strength, dx, dy)]
