"""Narrated sentences go in; subtitle cues in each language come out, as WebVTT and SubRip.

WebVTT: https://www.w3.org/TR/webvtt1/.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sijill.film.cut import Cut, card_texts, hang_frames
from sijill.film.line_breaks import Tied, find_pace, find_tied, split_sentence, width_of
from sijill.film.shots.base import FPS
from sijill.register.load import load_register
from sijill.serial import write_atomic

#: So many words of a card may be a sentence; fewer are a name or a label.
_SENTENCE_WORDS = 6


@dataclass(frozen=True, slots=True)
class SubtitleCue:
    """One subtitle: its id (the sentence's, with `/2` and so on for its later parts), its lines.

    Shown in the frames `[start, end)`.
    """

    id: str
    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenTrack:
    """A language's subtitle files, and what in them wants attention."""

    language: str
    vtt: Path
    srt: Path
    notes: tuple[str, ...]


def _names(part: Any, language: str) -> Iterator[str]:
    """Go through the names of people and places on a card."""
    for field in dataclasses.fields(part):
        value = getattr(part, field.name)
        if field.name in ("name", "speaker") and isinstance(value, Mapping):
            yield value.get(language, "")
        for inner in value if isinstance(value, tuple) else (value,):
            if dataclasses.is_dataclass(inner):
                yield from _names(inner, language)


def tied_words(cut: Cut, language: str) -> Tied:
    """Find the pairs of words in a film that its subtitles must not tear apart."""
    shown = [
        sentence.lines[language].show
        for scene in cut.scenes
        for sentence in scene.sentences
        if language in sentence.lines
    ]
    whole = "\n".join(shown).casefold()
    shown += [
        text
        for scene in cut.scenes
        for text in card_texts(scene.card, language)
        # A reason that the card has and the narrator says is one text: no word of it stands twice.
        if len(text.split()) < _SENTENCE_WORDS or text.strip(" .").casefold() not in whole
    ]
    names = {n for scene in cut.scenes for n in _names(scene.card, language)}
    return find_tied(shown, sorted(names | _known_names(language)))


@cache
def _known_names(language: str) -> frozenset[str]:
    """Give the names of the register's people: who is only spoken of is on no card."""
    people = (e for e in load_register().entries.values() if e.kind == "person")
    return frozenset(name for person in people if (name := person.name(language)))


def make_cues(cut: Cut, language: str) -> tuple[list[SubtitleCue], tuple[str, ...]]:
    """Give the film's subtitles in a language, timed by its narration, and what is too fast."""
    pace = find_pace(language)
    sentences = cut.sentence_by_id()
    tied = tied_words(cut, language)
    spoken = sorted(
        (n for n in cut.narration if n.start < cut.frames and n.end > 0), key=lambda n: n.start
    )
    cues: list[SubtitleCue] = []
    fast: list[str] = []
    for index, spoken_line in enumerate(spoken):
        sentence = sentences.get(spoken_line.sentence)
        line = sentence.lines.get(language) if sentence else None
        if line is None or not line.show.strip():
            continue
        start = max(0, spoken_line.start, cues[-1].end + pace.gap_frames if cues else 0)
        following = spoken[index + 1].start if index + 1 < len(spoken) else cut.frames
        latest = max(start + 1, min(following - pace.gap_frames, cut.frames))
        end = max(start + 1, min(spoken_line.end, latest))
        width = width_of(line.show, language)
        # Where speech is slow a subtitle may stay a second too long: three fragments are worse.
        largest = width / (end - start) * (pace.max_frames + FPS)
        parts = split_sentence(line.show, language, largest=largest, tied=tied)
        needed = math.ceil(width / pace.characters_per_second * FPS)
        needed += len(parts) * pace.gap_frames
        end = min(latest, max(end, min(start + needed, end + hang_frames(language, cut.language))))
        cues += _timed(sentence.id if sentence else "", parts, start, end, language)
        fast += [
            c.id
            for c in cues[-len(parts) :]
            if _speed(c, language) > pace.characters_per_second * 1.02
        ]
    if not fast:
        return cues, ()
    return cues, (
        f"{len(fast)} of {len(cues)} subtitles in “{language}” are faster than"
        f" {pace.characters_per_second:g} characters per second, the first in sentence"
        f" {fast[0].split('/')[0]}",
    )


def _speed(cue: SubtitleCue, language: str) -> float:
    return sum(width_of(line, language) for line in cue.lines) / (cue.end - cue.start) * FPS


def _timed(
    sentence_id: str, parts: Sequence[Sequence[str]], start: int, end: int, language: str
) -> list[SubtitleCue]:
    """Share a sentence's time among its parts by their length."""
    pace = find_pace(language)
    weights = [max(1.0, sum(width_of(line, language) for line in part)) for part in parts]
    total = sum(weights)
    # The gaps are nobody's: taken from a part they would make a short one too fast.
    gap = pace.gap_frames if end - start > 3 * pace.gap_frames * len(parts) else 0
    room = end - start - gap * (len(parts) - 1)
    cues: list[SubtitleCue] = []
    passed = 0.0
    for number, (part, weight) in enumerate(zip(parts, weights, strict=True)):
        first = start + number * gap + round(room * passed / total)
        passed += weight
        last = start + number * gap + round(room * passed / total)
        name = sentence_id if number == 0 else f"{sentence_id}/{number + 1}"
        cues.append(SubtitleCue(name, first, max(first + 1, last), tuple(part)))
    return cues


def _clock(frame: int, mark: str) -> str:
    ms = frame * 1000 // FPS
    minutes, rest = divmod(ms, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}{mark}{rest % 1000:03d}"


def to_vtt(cues: Sequence[SubtitleCue], language: str) -> str:
    """Write cues as WebVTT, each under its id."""
    mark = find_pace(language).lead_mark
    blocks = ["WEBVTT\n"]
    for cue in cues:
        text = "\n".join(mark + _escaped(line) for line in cue.lines)
        times = f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}"
        blocks.append(f"{cue.id}\n{times}\n{text}\n")
    return "\n".join(blocks)


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def to_srt(cues: Sequence[SubtitleCue], language: str) -> str:
    """Write cues as SubRip."""
    mark = find_pace(language).lead_mark
    blocks = []
    for number, cue in enumerate(cues, 1):
        text = "\n".join(mark + line for line in cue.lines)
        times = f"{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}"
        blocks.append(f"{number}\n{times}\n{text}\n")
    return "\n".join(blocks)


def write_subtitles(cut: Cut, folder: Path, stem: str) -> list[WrittenTrack]:
    """Write the subtitles of all the cut's subtitle languages beside the film.

    `stem`.vtt and .srt are those in the language of the narration, `stem`.xx.vtt those in “xx”.
    """
    tracks = []
    for language in cut.subtitle_languages:
        cues, notes = make_cues(cut, language)
        name = stem if language == cut.language else f"{stem}.{language}"
        vtt, srt = folder / f"{name}.vtt", folder / f"{name}.srt"
        write_atomic(vtt, to_vtt(cues, language).encode("utf-8"))
        write_atomic(srt, to_srt(cues, language).encode("utf-8"))
        tracks.append(WrittenTrack(language, vtt, srt, notes))
    return tracks
