"""Samples go through FFmpeg's filters, are measured by EBU R 128, and become AAC.

Samples are float32 arrays of shape (channels, samples), full scale at 1.0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 48_000

Samples = NDArray[np.float32]

_LAYOUTS = {1: "mono", 2: "stereo"}
_BLOCK = 48_000


@dataclass(frozen=True, slots=True)
class Loudness:
    """Integrated loudness in LUFS and true peak in dBTP (EBU R 128)."""

    integrated: float
    true_peak: float


def _frames(samples: Samples, rate: int, block: int) -> Iterator[Any]:
    layout = _LAYOUTS[samples.shape[0]]
    for start in range(0, samples.shape[1], block):
        part = np.ascontiguousarray(samples[:, start : start + block], np.float32)
        frame = av.AudioFrame.from_ndarray(part, format="fltp", layout=layout)
        frame.sample_rate = rate
        frame.pts = start
        frame.time_base = Fraction(1, rate)
        yield frame


def _through(samples: Samples, filters: Iterable[tuple[str, str]], rate: int) -> Iterator[Any]:
    graph = av.filter.Graph()
    source = graph.add_abuffer(
        sample_rate=rate,
        format="fltp",
        layout=_LAYOUTS[samples.shape[0]],
        time_base=Fraction(1, rate),
    )
    last = source
    for name, options in filters:
        node = graph.add(name, options)
        last.link_to(node)
        last = node
    sink = graph.add("abuffersink")
    last.link_to(sink)
    graph.configure()

    def ready() -> Iterator[Any]:
        while True:
            try:
                yield sink.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return

    for frame in _frames(samples, rate, _BLOCK):
        source.push(frame)
        yield from ready()
    source.push(None)
    yield from ready()


def run_filters(
    samples: Samples, filters: Iterable[tuple[str, str]], *, rate: int, rate_out: int
) -> Samples:
    """Send samples through a chain of FFmpeg audio filters, given as (name, options)."""
    channels = samples.shape[0]
    if not samples.shape[1]:
        return np.zeros((channels, 0), np.float32)
    chain = [
        *filters,
        ("aresample", str(rate_out)),
        ("aformat", f"sample_fmts=fltp:channel_layouts={_LAYOUTS[channels]}"),
    ]
    parts = [frame.to_ndarray() for frame in _through(samples, chain, rate)]
    if not parts:
        return np.zeros((channels, 0), np.float32)
    return np.concatenate(parts, axis=1).astype(np.float32, copy=False)


def measure(samples: Samples, *, rate: int = SAMPLE_RATE) -> Loudness:
    """Measure loudness and true peak; silence has an integrated loudness of -70 LUFS."""
    found: dict[str, str] = {}
    for frame in _through(samples, [("ebur128", "peak=true:metadata=1")], rate):
        found.update(frame.metadata)
    peaks = [float(v) for k, v in found.items() if k.startswith("lavfi.r128.true_peaks_ch")]
    highest = max((p for p in peaks if p > 0.0), default=0.0)
    return Loudness(
        float(found.get("lavfi.r128.I", "-70")),
        20.0 * float(np.log10(highest)) if highest else -120.0,
    )
