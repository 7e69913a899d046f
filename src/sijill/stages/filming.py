"""A script goes in; its cut (timeline, subtitles, trace) and from the cut its film come out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sijill.errors import ToolMissing
from sijill.film.cut import Cut, make_cut, narrate
from sijill.film.edit_list import read_edit_list, write_edit_list
from sijill.film.fonts import load_fonts
from sijill.film.layout import check_layout
from sijill.film.poster import write_poster
from sijill.film.render import render_film
from sijill.film.shots.making import CardShots
from sijill.film.trace import write_trace
from sijill.film.voice import voice_version
from sijill.script.sentence import Script
from sijill.serial import write_json


@dataclass(frozen=True, slots=True)
class FilmOrder:
    """Which film: the build folder, its short name, its languages (its own first), its quality."""

    build: Path
    name: str
    languages: tuple[str, ...]
    quality: str
    progress: Callable[[str, int, int], None]

    @property
    def language(self) -> str:
        """The language it is narrated in."""
        return self.languages[0]

    @property
    def film(self) -> Path:
        """Where the film goes."""
        return self.build / "film" / f"{self.name}.{self.language}.mp4"

    @property
    def cut(self) -> Path:
        """Where its timeline goes."""
        return self.film.with_suffix(".otio")

    @property
    def notes(self) -> Path:
        """Where stands what the film has to say to a person."""
        return self.film.with_suffix(".notes.json")

    @property
    def trace(self) -> Path:
        """Where the trace goes, from frames to sentences, items and citations."""
        return self.build / "film" / "trace.json"


def voice_key(language: str) -> str:
    """Stand for the voice of a language, so that one installed later is heard."""
    try:
        return voice_version(language)
    except ToolMissing as fault:
        return fault.what


def make_timeline(order: FilmOrder, script: Script) -> tuple[list[Path], bool]:
    """Speak the script in the film's language and lay it out in frames.

    Gives what was written, and whether the voice, where there is one, spoke every sentence.

    Every card is laid out first: text that does not fit, or a sign no font has, raises LayoutFault
    with scene and text before anything is rendered.
    """
    scenes = [(scene.id, scene.card) for _, scene in script.scenes()]
    faults = check_layout(scenes, [order.language], load_fonts())
    if faults:
        raise faults[0]
    order.progress("cut", 0, 2)
    voice = narrate(script, order.language, cache_dir=order.build / "cache")
    order.progress("cut", 1, 2)
    cut = make_cut(
        script,
        language=order.language,
        subtitle_languages=order.languages,
        voice=voice,
        name=order.name,
    )
    write_edit_list(cut, order.cut, film_url=order.film.name, voice_url="../cache/voice")
    write_trace(cut, order.trace)
    told = [s for _, scene in script.scenes() for s in scene.sentences if order.language in s.lines]
    whole = not _has_voice(order.language) or all(s.id in voice.clips for s in told)
    return [order.cut, order.trace], whole


def _has_voice(language: str) -> bool:
    try:
        return bool(voice_version(language))
    except ToolMissing:
        return False


def render(order: FilmOrder) -> list[Path]:
    """Render the timeline as it stands on disk, so that an editor's changed cut renders too."""
    cut: Cut = read_edit_list(order.cut)

    def on_progress(done: int, total: int, scene: str) -> None:
        order.progress("film", done, total)

    result = render_film(
        cut,
        order.film,
        maker=CardShots(),
        cache_dir=order.build / "cache",
        quality=order.quality,
        progress=on_progress,
    )
    poster = order.film.with_suffix(".png")
    write_poster(cut, poster, maker=CardShots())
    write_json(order.notes, list(result.notes))
    return [result.path, *result.subtitles, poster, order.notes]


def length_of(order: FilmOrder) -> float:
    """Give the length of the timeline on disk in seconds."""
    cut = read_edit_list(order.cut)
    return cut.frames / cut.fps


def read_notes(order: FilmOrder) -> list[str]:
    """Give what the film has to say to a person: no voice, or a subtitle that is too fast."""
    if not order.notes.exists():
        return list(read_edit_list(order.cut).notes) if order.cut.exists() else []
    return [str(note) for note in json.loads(order.notes.read_text("utf-8"))]
