"""A script and its spoken sentences go in; the cut comes out: all of a film in whole frames.

The cut is the renderer's only input. The picture is a row of scenes, the narration a row of spoken
lines on the film's own clock, so that an editor may move either without the other.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sijill.errors import UsageError
from sijill.film.audio import SAMPLE_RATE
from sijill.film.line_breaks import find_pace, width_of
from sijill.film.shots.base import FPS
from sijill.film.voice import Narration, speak
from sijill.record.items import LocalText
from sijill.script.scenes import Card
from sijill.script.sentence import Scene, Script, ScriptSentence
from sijill.tables import open_table

CUT_FORMAT = "sijill.cut/1"
SAMPLES_PER_FRAME = SAMPLE_RATE // FPS

#: How long a subtitle may stay after the last word (BBC subtitle guidelines: 1.5 s).
HANG_FRAMES = 37
#: How long one in another language may: who reads it does not follow the words that are spoken.
HANG_FRAMES_OTHER = 62

#: Card fields that hold words of a source in their own language, not a code.
_SOURCE_WORDS = frozenset({"text", "claim", "headline", "outlet", "native_name"})


@dataclass(frozen=True, slots=True)
class CutScene:
    """One picture: what it draws and for how many frames.

    `lead` frames of bare backdrop come before it (an editor's gap); they are not part of `frames`.
    `from_black` and `to_black` count frames at the ends of the film.
    """

    id: str
    chapter: str
    card: Card
    sentences: tuple[ScriptSentence, ...]
    frames: int
    fade_in: int
    fade_out: int
    lead: int = 0
    from_black: int = 0
    to_black: int = 0

    @property
    def template(self) -> str:
        """The scene type of the film grammar."""
        return self.card.template

    @property
    def length(self) -> int:
        """All frames of the scene, its lead counted in."""
        return self.lead + self.frames


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One sentence on the narration track: `[start, start + frames)` on the film's clock.

    `voice_file` is a file name in the voice cache, None where the line is silent.
    """

    sentence: str
    scene: str
    start: int
    frames: int
    voice_file: str | None = None
    voice_sha256: str | None = None

    @property
    def end(self) -> int:
        """The first frame after the line."""
        return self.start + self.frames


@dataclass(frozen=True, slots=True)
class CutChapter:
    """A chapter of the film: its id and title."""

    id: str
    title: LocalText


@dataclass(frozen=True, slots=True)
class Cut:
    """A film in one narration language, ready to be rendered."""

    name: str
    title: LocalText
    language: str
    subtitle_languages: tuple[str, ...]
    profile: str
    voice: str | None
    chapters: tuple[CutChapter, ...]
    scenes: tuple[CutScene, ...]
    narration: tuple[SpokenLine, ...]
    notes: tuple[str, ...] = ()
    fps: int = FPS
    format: str = CUT_FORMAT

    @property
    def frames(self) -> int:
        """The film's length in frames."""
        return sum(scene.length for scene in self.scenes)

    @property
    def file_name(self) -> str:
        """The stem of the film's files: `name.language`."""
        return f"{self.name}.{self.language}"

    def placed_scenes(self) -> Iterator[tuple[int, CutScene]]:
        """Go through the scenes with the frame at which each begins, its lead counted in."""
        start = 0
        for scene in self.scenes:
            yield start, scene
            start += scene.length

    def spoken_scenes(self) -> Iterator[tuple[CutScene, tuple[SpokenLine, ...]]]:
        """Go through the scenes with their spoken lines, these in the scene's own frames."""
        for start, scene in self.placed_scenes():
            own = start + scene.lead
            yield (
                scene,
                tuple(
                    dataclasses.replace(line, start=line.start - own)
                    for line in self.narration
                    if line.scene == scene.id and line.end > own and line.start < own + scene.frames
                ),
            )

    def chapter_spans(self) -> tuple[tuple[CutChapter, int, int], ...]:
        """Give each chapter's half-open range of frames; a chapter shown in two places twice."""
        by_id = {chapter.id: chapter for chapter in self.chapters}
        spans: list[tuple[CutChapter, int, int]] = []
        for start, scene in self.placed_scenes():
            chapter = by_id.get(scene.chapter) or CutChapter(scene.chapter, {})
            end = start + scene.length
            if spans and spans[-1][0].id == chapter.id:
                spans[-1] = (chapter, spans[-1][1], end)
            else:
                spans.append((chapter, start, end))
        return tuple(spans)

    def sentence_by_id(self) -> dict[str, ScriptSentence]:
        """Give every sentence of the film under its id."""
        return {s.id: s for scene in self.scenes for s in scene.sentences}


def speech_frames(text: str, language: str) -> int:
    """Estimate how many frames a narrator needs to say a text that no voice has spoken."""
    rows = {row["language"]: row for row in open_table("protocol/narration_pace.tsv", _PACE)}
    row = rows.get(language) or rows["en"]
    if row["unit"] == "word":
        count = len(text.split())
    else:
        count = sum(1 for sign in text if not sign.isspace())
    return max(1, math.ceil(count * 60 * FPS / float(row["per_minute"])))


_PACE = ("language", "unit", "per_minute")


def hang_frames(language: str, spoken: str) -> int:
    """Give how many frames a subtitle may stay after the last word of the spoken language."""
    return HANG_FRAMES if language == spoken else HANG_FRAMES_OTHER


def reading_hold(
    sentence: ScriptSentence, frames: int, languages: Sequence[str], spoken: str
) -> int:
    """Say how many frames after the last word the longest subtitle still needs to be read.

    A sentence may be short in the narrator's language and long in another. `frames` is how long it
    is `spoken`; no subtitle stays longer than `hang_frames` after it.
    """
    hold = 0
    for language in languages:
        line = sentence.lines.get(language)
        if line is None:
            continue
        pace = find_pace(language)
        width = width_of(line.show, language)
        parts = math.ceil(width / pace.characters_per_line / 2)  # a subtitle has two lines
        needed = math.ceil(width / pace.characters_per_second * FPS) + parts * pace.gap_frames
        if needed > frames:
            hold = max(hold, min(needed - frames, hang_frames(language, spoken)) + pace.gap_frames)
    return hold


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The film's rhythm: gaps and fades in frames, least times per scene type."""

    frames: Mapping[str, int]
    least: Mapping[str, int]
    reading_share: Mapping[str, float]
    characters_per_second: Mapping[str, float]


def open_rhythm() -> Rhythm:
    """Read the rhythm from the package's tables."""
    paces = open_table("protocol/film_pace.tsv", ("template", "min_seconds", "reading_share"))
    speeds = open_table("protocol/subtitle_pace.tsv", ("language", "characters_per_second"))
    return Rhythm(
        {
            row["name"]: int(row["frames"])
            for row in open_table("protocol/film_rhythm.tsv", ("name", "frames"))
        },
        {row["template"]: round(float(row["min_seconds"]) * FPS) for row in paces},
        {row["template"]: float(row["reading_share"]) for row in paces},
        {row["language"]: float(row["characters_per_second"]) for row in speeds},
    )


def card_texts(card: Any, language: str) -> Iterator[str]:
    """Go through the texts that a viewer finds on a card in a language."""
    if isinstance(card, Mapping):
        yield str(card.get(language, ""))
    elif isinstance(card, tuple):
        for part in card:
            yield from card_texts(part, language)
    elif dataclasses.is_dataclass(card):
        for field in dataclasses.fields(card):
            value = getattr(card, field.name)
            if not isinstance(value, str):
                yield from card_texts(value, language)
            elif field.name in _SOURCE_WORDS:
                yield value


def least_frames(card: Card, language: str, rhythm: Rhythm) -> int:
    """Say how long a card must be seen at least, so that its words can be read."""
    speed = rhythm.characters_per_second.get(language, 17.0)
    share = rhythm.reading_share.get(card.template, 0.6)
    characters = sum(len(text) for text in card_texts(card, language))
    reading = math.ceil(characters * share / speed * FPS)
    return max(rhythm.least.get(card.template, 6 * FPS), reading + rhythm.frames["lead_in"])


def narrate(script: Script, language: str, *, cache_dir: Path) -> Narration:
    """Speak all sentences of a script in a language; see `sijill.film.voice.speak`."""
    lines = [
        (sentence.id, sentence.lines[language].say or sentence.lines[language].show)
        for _, scene in script.scenes()
        for sentence in scene.sentences
        if language in sentence.lines
    ]
    return speak(lines, language, cache_dir=cache_dir)


def make_cut(
    script: Script,
    *,
    language: str,
    subtitle_languages: Sequence[str],
    voice: Narration,
    name: str,
    profile: str = "hd_1080p25",
    rhythm: Rhythm | None = None,
) -> Cut:
    """Lay out a script in whole frames, each scene as long as its words need.

    `voice` holds the spoken sentences (see `narrate`); a sentence it lacks gets
    the time a narrator would need, and silence. Raises UsageError for a language the script
    does not have, or a script without scenes.
    """
    for wanted in (language, *subtitle_languages):
        if wanted not in script.languages:
            raise UsageError(
                f"the script has no text in “{wanted}”; it has: {', '.join(script.languages)}",
                remedy="Add the language to sijill.toml and build the script again.",
            )
    pace = rhythm or open_rhythm()
    scenes: list[CutScene] = []
    spoken: list[SpokenLine] = []
    clock = 0
    for chapter, scene in script.scenes():
        laid, lines = _lay_out(chapter.id, scene, clock, voice, language, subtitle_languages, pace)
        scenes.append(laid)
        spoken.extend(lines)
        clock += laid.frames
    if not scenes:
        raise UsageError(
            "the script has no scenes, so there is no film to cut",
            remedy="Add sources that tell of a visit, talks or an agreement, and build again.",
        )
    scenes[0] = dataclasses.replace(scenes[0], from_black=pace.frames["opening"])
    scenes[-1] = dataclasses.replace(
        scenes[-1],
        frames=scenes[-1].frames + pace.frames["closing"] // 2,
        to_black=pace.frames["closing"],
    )
    return Cut(
        name=name,
        title=dict(script.title),
        language=language,
        subtitle_languages=tuple(dict.fromkeys(subtitle_languages)),
        profile=profile,
        voice=voice.version,
        chapters=tuple(CutChapter(c.id, dict(c.title)) for c in script.chapters if c.scenes),
        scenes=tuple(scenes),
        narration=tuple(spoken),
        notes=voice.notes,
    )


def _lay_out(
    chapter: str,
    scene: Scene,
    start: int,
    voice: Narration,
    language: str,
    subtitle_languages: Sequence[str],
    pace: Rhythm,
) -> tuple[CutScene, list[SpokenLine]]:
    """Give a scene that begins at a frame, as long as its words need, and when each is spoken."""
    spoken: list[SpokenLine] = []
    at = pace.frames["lead_in"]
    for sentence in scene.sentences:
        line = sentence.lines.get(language)
        if line is None:
            raise UsageError(
                f"sentence {sentence.id} has no line in “{language}”",
                remedy="Build the script again.",
            )
        clip = voice.clips.get(sentence.id)
        if clip:
            frames = max(1, math.ceil(clip.samples / SAMPLES_PER_FRAME))
        else:
            frames = speech_frames(line.say or line.show, language)
        file, digest = (clip.file, clip.sha256) if clip else (None, None)
        spoken.append(SpokenLine(sentence.id, scene.id, start + at, frames, file, digest))
        hold = reading_hold(sentence, frames, subtitle_languages, language)
        at += frames + max(hold, pace.frames["between_sentences"])
    if scene.sentences:
        at += pace.frames["tail"] - pace.frames["between_sentences"]
    length = max(at, least_frames(scene.card, language, pace))
    fade = pace.frames["fade"]
    return CutScene(scene.id, chapter, scene.card, scene.sentences, length, fade, fade), spoken
