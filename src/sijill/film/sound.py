"""A cut and its spoken sentences go in; the film's sound comes out, at the loudness of EBU R 128.

The narration stands in the middle; under it lies a quiet pad that steps back while somebody speaks.
Target: -23 LUFS, true peak at most -1 dBTP (EBU R 128 v4.0).
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from sijill.digests import sha256
from sijill.errors import WorkspaceFault
from sijill.film.audio import SAMPLE_RATE, Loudness, Samples, measure, run_filters
from sijill.film.bed import lay_bed
from sijill.film.cut import SAMPLES_PER_FRAME, Cut
from sijill.film.voice import voice_folder
from sijill.keeping import forget, is_kept, keep, sweep, write_kept

TARGET_LUFS = -23.0
MAX_TRUE_PEAK = -1.0
#: Raised when the sound made from the same cut changes.
SOUND_REVISION = "2"

_BED_FREE = 10 ** (-37 / 20)
_BED_DUCKED = 10 ** (-44 / 20)
_DUCK_S = 0.7
_BIT_RATE = 160_000


@dataclass(frozen=True, slots=True)
class Sound:
    """The film's sound: an AAC file of the cache, its loudness, and what wants attention."""

    path: Path
    loudness: Loudness
    notes: tuple[str, ...]


def _read_voice(path: Path) -> NDArray[np.float32] | None:
    """Read a spoken sentence of any format FFmpeg knows, as mono at 48,000 Hz."""
    try:
        with av.open(str(path)) as container:
            resampler = av.AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE)
            parts = [
                out.to_ndarray().reshape(-1)
                for frame in container.decode(audio=0)
                for out in resampler.resample(frame)
            ]
            parts += [out.to_ndarray().reshape(-1) for out in resampler.resample(None)]
    except (OSError, ValueError, IndexError, av.error.FFmpegError):
        return None
    return np.concatenate(parts) if parts else None


def _ducking(cut: Cut, total: int) -> NDArray[np.float32]:
    """Give the pad's gain per sample: lower while a line is spoken, with slow slopes."""
    slope = _DUCK_S * SAMPLE_RATE
    points: list[tuple[float, float]] = [(0.0, _BED_FREE)]
    spoken = sorted((line.start, line.end) for line in cut.narration if line.voice_file)
    for start, end in spoken:
        first, last = start * SAMPLES_PER_FRAME, end * SAMPLES_PER_FRAME
        if points[-1][0] >= first - 2 * slope:
            points = points[:-1] if points[-1][1] == _BED_FREE and len(points) > 1 else points
        else:
            points.append((first - slope, _BED_FREE))
        points += [(float(first), _BED_DUCKED), (float(last), _BED_DUCKED)]
        points.append((last + slope, _BED_FREE))
    times, gains = zip(*sorted(points), strict=True)
    curve = np.interp(np.arange(0, total, 480), times, gains).astype(np.float32)
    return np.repeat(curve, 480)[:total]


def mix(cut: Cut, cache_dir: Path) -> tuple[Samples, tuple[str, ...]]:
    """Mix the whole film in stereo at 48,000 Hz, before loudness is set; silence without a voice.

    The second value names voice files that are not there or not readable.
    """
    total = cut.frames * SAMPLES_PER_FRAME
    sound = np.zeros((2, total), np.float32)
    missing: list[str] = []
    heard = False
    for line in cut.narration:
        if not line.voice_file:
            continue
        samples = _read_voice(_voice_path(line.voice_file, cache_dir))
        if samples is None:
            missing.append(f"sentence {line.sentence} is silent: {line.voice_file} cannot be read")
            continue
        start = line.start * SAMPLES_PER_FRAME
        first = max(0, -start)
        part = samples[first : max(first, total - start)]
        sound[:, start + first : start + first + len(part)] += part
        heard = heard or bool(len(part))
    if heard:
        gain = _ducking(cut, total)
        fade = min(total, 3 * SAMPLE_RATE)
        ramp = np.sin(np.linspace(0.0, np.pi / 2, fade, dtype=np.float32)) ** 2
        gain[:fade] *= ramp
        gain[total - fade :] *= ramp[::-1]
        lay_bed(sound, gain)
    return sound, tuple(missing)


def set_loudness(sound: Samples) -> tuple[Samples, Loudness]:
    """Bring a mix to -23 LUFS with one gain; peaks above -1 dBTP are held back by a limiter.

    The mix is changed in place: ten minutes of it are 230 MB.
    """
    found = measure(sound)
    if found.integrated <= -70.0:
        return sound, found
    gain_db = TARGET_LUFS - found.integrated
    sound *= np.float32(10 ** (gain_db / 20))
    if found.true_peak + gain_db <= MAX_TRUE_PEAK:
        return sound, Loudness(TARGET_LUFS, found.true_peak + gain_db)
    # The limiter sees samples, not the peaks between them: half a decibel is left for those.
    limit = 10 ** ((MAX_TRUE_PEAK - 0.6) / 20)
    held = run_filters(
        sound,
        (("alimiter", f"limit={limit:.4f}:attack=4:release=60:level=false:latency=true"),),
        rate=SAMPLE_RATE,
        rate_out=SAMPLE_RATE,
    )[:, : sound.shape[1]]
    return held, measure(held)


def _voice_path(name: str, cache_dir: Path) -> Path:
    # A cut may come from elsewhere: a name with folders in it must not lead out of the cache.
    return voice_folder(cache_dir) / Path(name).name


def sound_key(cut: Cut, cache_dir: Path) -> str:
    """Name the sound of a cut: equal keys are equal bytes.

    It is the voice files themselves that count, so that a recorded sentence put in the place of a
    made one is heard.
    """
    plain: list[Any] = [SOUND_REVISION, av.__version__, cut.frames]
    for line in cut.narration:
        digest = ""
        if line.voice_file:
            path = _voice_path(line.voice_file, cache_dir)
            digest = sha256(path.read_bytes()) if path.exists() else "missing"
        plain.append([line.start, line.frames, digest])
    return sha256(json.dumps(plain).encode())[:40]


def make_sound(cut: Cut, cache_dir: Path) -> Sound:
    """Make the film's sound as an AAC file in `cache_dir`/sound, or take it from there.

    Raises WorkspaceFault when it cannot be written.
    """
    folder = cache_dir / "sound"
    sweep(folder)
    path = folder / f"{sound_key(cut, cache_dir)}.m4a"
    facts = path.with_suffix(".json")
    try:
        if is_kept(path) and is_kept(facts):
            kept = json.loads(facts.read_text("utf-8"))
            loudness = Loudness(kept["integrated"], kept["true_peak"])
            return Sound(path, loudness, tuple(kept["notes"]))
    except (OSError, ValueError, KeyError):
        pass
    samples, missing = mix(cut, cache_dir)
    samples, loudness = set_loudness(samples)
    scratch = folder / f".{path.stem}.{os.getpid()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write_aac(samples, scratch)
        kept = {
            "integrated": loudness.integrated,
            "true_peak": loudness.true_peak,
            "notes": missing,
        }
        write_kept(facts, json.dumps(kept).encode("utf-8"))
        forget(path)
        os.replace(scratch, path)
        keep(path)
    except OSError as fault:
        raise WorkspaceFault(
            f"the film's sound cannot be written: {fault.strerror or fault}",
            where=str(path),
            remedy="Free some space or check the folder's permissions, then build again.",
        ) from fault
    finally:
        scratch.unlink(missing_ok=True)
    return Sound(path, loudness, missing)


def _write_aac(samples: Samples, path: Path) -> None:
    container = av.open(str(path), "w", format="mp4", options={"fflags": "+bitexact"})
    try:
        stream = container.add_stream("aac", rate=SAMPLE_RATE)
        stream.layout = "stereo"
        stream.bit_rate = _BIT_RATE
        # FFmpeg's fast coder takes 40 % of the time of the default one; 160 kbit/s make up for it.
        stream.codec_context.options = {"flags": "+bitexact", "aac_coder": "fast"}
        for start in range(0, samples.shape[1], 1024):
            part = np.zeros((2, 1024), np.float32)
            piece = samples[:, start : start + 1024]
            part[:, : piece.shape[1]] = piece
            frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="stereo")
            frame.sample_rate = SAMPLE_RATE
            frame.pts = start
            frame.time_base = Fraction(1, SAMPLE_RATE)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    finally:
        container.close()
