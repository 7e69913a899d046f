"""Sentences of one language go in; one wav file each comes out, and how long it is.

The voice is a scratch voice: understandable, vocalised in Arabic, meant to be replaced by a
narrator. It is made once per text and kept in the cache; where it cannot be made, the film goes on
in silence and says so.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
import wave
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sijill.digests import sha256
from sijill.errors import ToolMissing
from sijill.film.audio import SAMPLE_RATE, Samples, run_filters
from sijill.film.pronunciation import is_vocalised, spell_as_spoken, spoken_forms_digest
from sijill.keeping import is_kept, write_kept
from sijill.tables import Row, open_table

#: Raised when the sound made from the same text changes.
VOICE_REVISION = "2"

#: The room's echo after the last word; it is in the file but not in `VoiceClip.samples`.
TAIL_SAMPLES = SAMPLE_RATE * 3 // 10

# Takes the buzz and the boom off the formants and brings soft sounds forward.
_POLISH = (
    ("highpass", "f=75"),
    ("equalizer", "f=180:t=q:w=0.9:g=2.5"),
    ("equalizer", "f=2900:t=q:w=1.1:g=-4.5"),
    ("lowpass", "f=6800"),
    ("acompressor", "threshold=0.12:ratio=2.2:attack=12:release=180:makeup=1.4"),
)
_TIMEOUT_S = 600


@dataclass(frozen=True, slots=True)
class VoiceClip:
    """A spoken sentence: its file in the voice cache, the file's SHA-256, its length in samples.

    Samples are at 48,000 Hz; the room's echo that follows the last word is not counted.
    """

    file: str
    sha256: str
    samples: int


@dataclass(frozen=True, slots=True)
class Narration:
    """The spoken sentences of one language by sentence id; `version` is None without a voice."""

    language: str
    version: str | None
    clips: Mapping[str, VoiceClip] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def voice_folder(cache_dir: Path) -> Path:
    """Say where the spoken sentences of a cache are."""
    return cache_dir / "voice"


def _settings(language: str) -> Row | None:
    columns = ("language", "voice", "rate", "pitch", "range", "gap", "vocalise")
    rows = open_table("protocol/voices.tsv", columns)
    return next((row for row in rows if row["language"] == language), None)


@cache
def _package_version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def voice_version(language: str) -> str:
    """Name the voice of a language and all that its sound depends on.

    Raises ToolMissing when there is no voice for it, or its packages are not installed.
    """
    row = _settings(language)
    if row is None:
        raise ToolMissing(
            f"no voice: none is known for “{language}”",
            remedy="Record the narration, or give the film another narration language.",
        )
    espeak = _package_version("espeakng-loader")
    if espeak is None:
        raise ToolMissing(
            "no voice: the package espeakng-loader is not installed",
            remedy="Run: pip install 'sijill[voice]'",
        )
    parts = [f"espeakng-loader {espeak}"]
    if row["vocalise"] == "yes":
        parts.append(f"piper-tts {_package_version('piper-tts') or 'missing'}")
        parts.append(f"spoken forms {spoken_forms_digest()[:12]}")
    parts += [f"{k}={row[k]}" for k in ("voice", "rate", "pitch", "range", "gap")]
    parts.append(f"revision {VOICE_REVISION}")
    return "; ".join(parts)


def speak(sentences: Sequence[tuple[str, str]], language: str, *, cache_dir: Path) -> Narration:
    """Speak sentences, given as (id, text), keeping each in `cache_dir`/voice.

    Never raises for want of a voice: what could not be spoken is missing in `clips`, and `notes`
    says why. A text spoken before is taken from the cache.
    """
    try:
        version = voice_version(language)
    except ToolMissing as fault:
        return Narration(language, None, {}, (f"{fault.what}. {fault.remedy}",))
    folder = voice_folder(cache_dir)
    keys = {
        name: sha256(f"{language}\0{version}\0{text}".encode())[:40] for name, text in sentences
    }
    clips: dict[str, VoiceClip] = {}
    wanted: dict[str, str] = {}
    for name, text in sentences:
        clip = _open_clip(folder, keys[name])
        if clip:
            clips[name] = clip
        elif text.strip():
            wanted[keys[name]] = text
    notes: list[str] = []
    if wanted:
        notes += _make(wanted, language, folder)
        for name, _ in sentences:
            clip = clips.get(name) or _open_clip(folder, keys[name])
            if clip:
                clips[name] = clip
    spoken = {name: clips[name] for name, _ in sentences if name in clips}
    return Narration(language, version if spoken else None, spoken, tuple(notes))


def _open_clip(folder: Path, key: str) -> VoiceClip | None:
    path = folder / f"{key}.wav"
    if not is_kept(path):
        return None
    try:
        data = path.read_bytes()
        with wave.open(io.BytesIO(data)) as sound:
            frames = sound.getnframes()
            samples = frames - TAIL_SAMPLES
            right = sound.getframerate() == SAMPLE_RATE and sound.getnchannels() == 1
            # A file that was cut off still states the length it once had.
            right &= len(sound.readframes(frames)) == frames * sound.getsampwidth()
    except (OSError, wave.Error, EOFError):
        return None
    if not right or samples <= 0:
        return None
    return VoiceClip(path.name, sha256(data), samples)


def _make(texts: Mapping[str, str], language: str, folder: Path) -> list[str]:
    """Speak all texts, given by cache key, in one worker process; give what went wrong."""
    row = _settings(language)
    assert row is not None
    notes: list[str] = []
    if row["vocalise"] == "yes":
        texts, notes = _vocalised(texts)
    with tempfile.TemporaryDirectory(prefix="sijill-voice-") as name:
        settings: dict[str, Any] = {k: row[k] for k in ("voice", "rate", "pitch", "range", "gap")}
        answers, complaint = _ask("say", texts, settings | {"folder": name})
        notes += [
            f"a sentence could not be spoken: {answer.get('why', '')}"
            for answer in answers
            if answer.get("ok") is False
        ]
        if complaint:
            notes.append(f"no voice: {complaint}")
        for key in texts:
            raw = Path(name) / f"{key}.wav"
            if raw.exists():
                write_kept(folder / f"{key}.wav", _polished(raw))
    return notes


def _vocalised(texts: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Add the vowel signs that Arabic leaves out, and spell every text as it is spoken."""
    bare = {key: text for key, text in texts.items() if not is_vocalised(text)}
    signed = dict(texts)
    notes: list[str] = []
    if bare:
        answers, complaint = _ask("vocalise", bare, {})
        signed |= {a["key"]: str(a["text"]) for a in answers if a.get("text")}
        if complaint:
            notes.append(f"the voice reads Arabic without vowel signs: {complaint}")
    return {key: spell_as_spoken(text) for key, text in signed.items()}, notes


def _ask(
    task: str, texts: Mapping[str, str], settings: Mapping[str, Any]
) -> tuple[list[dict[str, Any]], str]:
    """Give a task to the worker process; gives its answers, and what went wrong or nothing."""
    lines = [{"key": key, "text": text} for key, text in texts.items()]
    worker = Path(__file__).with_name("voice_worker.py")
    try:
        result = subprocess.run(
            # -P keeps this folder out of the path: its modules must not hide others.
            [sys.executable, "-P", str(worker)],
            input=json.dumps({"task": task, "lines": lines, **settings}).encode(),
            capture_output=True,
            timeout=_TIMEOUT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        return [], f"its process could not be run ({fault})"
    answers: list[dict[str, Any]] = []
    for line in result.stdout.decode("utf-8", "replace").splitlines():
        try:
            answer = json.loads(line)
        except ValueError:  # a library wrote there too
            continue
        if isinstance(answer, dict) and answer.get("key") in texts:
            answers.append(answer)
    if result.returncode == 0:
        return answers, ""
    last = result.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
    return answers, f"its process stopped with status {result.returncode}: {last}"


def _polished(raw: Path) -> bytes:
    """Bring espeak's samples to 48,000 Hz, equalised, in a small room, at an even level."""
    with wave.open(str(raw)) as sound:
        rate = sound.getframerate()
        samples = np.frombuffer(sound.readframes(sound.getnframes()), np.int16)
    dry = run_filters(
        (samples.astype(np.float32) / 32768.0)[None, :],
        _POLISH,
        rate=rate,
        rate_out=SAMPLE_RATE,
    )[0]
    wet = _in_room(dry)
    loud = np.abs(dry) > 0.02
    level = float(np.sqrt(np.mean(np.square(dry[loud], dtype=np.float64)))) if loud.any() else 1.0
    # Speech at -20 dBFS leaves room for its peaks; the mix sets the final loudness.
    gain = min(0.1 / max(level, 1e-6), 0.89 / max(float(np.abs(wet).max(initial=0.0)), 1e-6))
    data = np.clip(np.rint(wet * (gain * 32767.0)), -32768, 32767).astype("<i2")
    out = io.BytesIO()
    with wave.open(out, "wb") as target:
        target.setnchannels(1)
        target.setsampwidth(2)
        target.setframerate(SAMPLE_RATE)
        target.writeframes(data.tobytes())
    return out.getvalue()


@cache
def _room() -> NDArray[np.float32]:
    """Give the echo of a small, soft room: first reflections and a short diffuse tail."""
    size = TAIL_SAMPLES
    noise = np.random.RandomState(1992).standard_normal(size)
    noise = np.convolve(noise, np.hanning(25) / np.hanning(25).sum(), "same")
    tail = noise * np.exp(-np.arange(size) / (0.055 * SAMPLE_RATE))
    tail[: SAMPLE_RATE // 125] = 0.0
    for ms, gain in ((11.3, 0.5), (17.9, -0.36), (26.1, 0.27)):
        tail[round(ms * SAMPLE_RATE / 1000)] += gain
    tail *= 0.17 / np.sqrt(np.sum(tail * tail))
    return tail.astype(np.float32)


def _in_room(dry: NDArray[np.float32]) -> NDArray[np.float32]:
    size = 1 << int(len(dry) + TAIL_SAMPLES - 1).bit_length()
    echo = np.fft.irfft(np.fft.rfft(dry, size) * np.fft.rfft(_room(), size), size)
    wet: Samples = echo[: len(dry) + TAIL_SAMPLES].astype(np.float32)
    wet[: len(dry)] += dry
    return wet
