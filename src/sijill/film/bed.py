"""A track goes in; under it comes a quiet pad, made by arithmetic: the narration's ground.

Four open chords, each swelling into the next, from sines alone: no recording, no rights, and the
same samples every time.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from sijill.film.audio import SAMPLE_RATE, Samples, run_filters

# The pad has nothing above 2 kHz, so it is made at a quarter of the rate and brought up.
_RATE = SAMPLE_RATE // 4
_CHORD_S = 16
_OVERLAP_S = 8

# Semitones above D2 (73.42 Hz): D A D E, then B-flat F D A, F C A E, and C G D E.
_CHORDS = ((0, 7, 12, 14), (-4, 3, 12, 19), (3, 10, 19, 26), (-2, 5, 12, 14))
_ROOT_HZ = 73.416


def _swell(size: int, overlap: int) -> NDArray[np.float64]:
    shape = np.ones(size)
    ramp = np.sin(np.linspace(0.0, np.pi / 2, overlap)) ** 2
    shape[:overlap] = ramp
    shape[-overlap:] = ramp[::-1]
    return shape


def _chord(notes: tuple[int, ...], size: int, side: int) -> NDArray[np.float64]:
    t = np.arange(size) / _RATE
    sound = np.zeros(size)
    for place, note in enumerate(notes):
        for harmonic in (1, 2, 3, 4):
            # Sides are a few cents apart, so that the pad is wide without a beat that is heard.
            cents = (place % 2 * 2 - 1) * (2.5 if side else -2.5)
            hz = _ROOT_HZ * 2 ** ((note + cents / 100) / 12) * harmonic
            breath = 1.0 + 0.35 * np.sin(2 * np.pi * (0.05 + 0.013 * place) * t + place + side)
            weight = 1.0 / (harmonic**2.2 * (1.0 + 0.5 * place))
            sound += weight * breath * np.sin(2 * np.pi * hz * t + 0.7 * harmonic * (place + 1))
    return sound


@cache
def _loop() -> Samples:
    """Give one round of the four chords in stereo, at an RMS of 1."""
    size = (_CHORD_S + _OVERLAP_S) * _RATE
    step = _CHORD_S * _RATE
    total = step * len(_CHORDS)
    loop = np.zeros((2, total))
    shape = _swell(size, _OVERLAP_S * _RATE)
    for index, notes in enumerate(_CHORDS):
        places = (index * step + np.arange(size)) % total
        for side in (0, 1):
            loop[side, places] += _chord(notes, size, side) * shape
    loop /= np.sqrt(np.mean(loop * loop))
    # The end is put before the beginning, so that the filter's start is not heard in the loop.
    warm = _RATE * 2
    framed = np.concatenate([loop[:, -warm:], loop], axis=1).astype(np.float32)
    wide = run_filters(framed, (("lowpass", "f=1500"),), rate=_RATE, rate_out=SAMPLE_RATE)
    start = warm * SAMPLE_RATE // _RATE
    return wide[:, start : start + total * SAMPLE_RATE // _RATE]


def lay_bed(sound: Samples, gain: NDArray[np.float32]) -> None:
    """Add the pad to a stereo track at 48,000 Hz in place; `gain` is its RMS, per sample."""
    loop = _loop()
    size = loop.shape[1]
    for start in range(0, sound.shape[1], size):
        part = sound[:, start : start + size]
        part += loop[:, : part.shape[1]] * gain[start : start + size]
