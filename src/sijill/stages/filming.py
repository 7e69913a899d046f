"""A script goes in; its cut (timeline, subtitles, trace) and from the cut its film come out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sijill.film.cut import Cut, make_cut
from sijill.film.edit_list import read_edit_list, write_edit_list
from sijill.film.fonts import load_fonts
from sijill.film.layout import check_layout
from sijill.film.poster import write_poster
from sijill.film.render import render_film
from sijill.film.shots.making import CardShots
from sijill.film.trace import write_trace
from sijill.film.voice import speak

if TYPE_CHECKING:
    from sijill.stages.steps import Steps


def cut_path(steps: Steps) -> Path:
    """Say where the timeline is."""
    return steps.build / "film" / f"{steps.workspace.name}.{steps.language}.otio"


def make_timeline(steps: Steps) -> list[Path]:
    """Speak the script in the film's language and lay it out in frames.

    Every card is laid out first: text that does not fit, or a sign no font has, raises LayoutFault
    with scene and text before anything is rendered.
    """
    script = steps.load_script()
    scenes = [(scene.id, scene.card) for _, scene in script.scenes()]
    faults = check_layout(scenes, [steps.language], load_fonts())
    if faults:
        raise faults[0]
    sentences = [
        (sentence.id, sentence.lines[steps.language].say)
        for _, scene in script.scenes()
        for sentence in scene.sentences
    ]
    steps.progress("cut", 0, 2)
    voice = speak(sentences, steps.language, cache_dir=steps.build / "cache")
    steps.progress("cut", 1, 2)
    cut = make_cut(
        script,
        language=steps.language,
        subtitle_languages=steps.languages,
        voice=voice,
        name=steps.workspace.name,
    )
    path = cut_path(steps)
    write_edit_list(cut, path, film_url=f"{cut.file_name}.mp4", voice_url="../cache/voice")
    trace = steps.build / "film" / "trace.json"
    write_trace(cut, trace)
    return [path, trace]


def render(steps: Steps) -> list[Path]:
    """Render the timeline as it stands on disk, so that an editor's changed cut renders too."""
    cut: Cut = read_edit_list(cut_path(steps))

    def on_progress(done: int, total: int, scene: str) -> None:
        steps.progress("film", done, total)

    result = render_film(
        cut,
        steps.film_path,
        maker=CardShots(),
        cache_dir=steps.build / "cache",
        quality=steps.quality,
        progress=on_progress,
    )
    poster = steps.film_path.with_suffix(".png")
    write_poster(cut, poster, maker=CardShots())
    return [result.path, *result.subtitles, poster]


def film_notes(steps: Steps) -> tuple[str, ...]:
    """Give what the cut has to say to a person: no voice, for example."""
    path = cut_path(steps)
    return read_edit_list(path).notes if path.exists() else ()
