"""A cut goes in and nothing else; a film comes out: mp4 with sound, chapters and subtitles.

Every scene is drawn and encoded as a segment of its own, kept in the cache under a name made from
all that its picture depends on. A scene that did not change is never drawn again, and a build that
was stopped goes on where it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from dataclasses import dataclass
from functools import cache, partial
from importlib import metadata
from pathlib import Path

import cv2

from sijill.digests import sha256
from sijill.film.cut import Cut, CutScene
from sijill.film.encode import (
    ChapterMark,
    Quality,
    SubtitleTrack,
    find_quality,
    join_film,
    write_segment,
)
from sijill.film.line_breaks import find_pace
from sijill.film.planes import Compositor, Picture, darken
from sijill.film.shots.base import ShotMaker, ease
from sijill.film.sound import make_sound
from sijill.film.subtitles import write_subtitles
from sijill.film.telling import find_cues, tell
from sijill.film.voice import speak, voice_folder
from sijill.keeping import is_kept, sweep
from sijill.processes import processes
from sijill.serial import to_plain

#: Called after each scene with (scenes done, scenes in all, id of the scene).
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class FilmResult:
    """What a render made: files, how much of it was new, and what wants attention."""

    path: Path
    subtitles: tuple[Path, ...]
    frames: int
    scenes: int
    scenes_rendered: int
    loudness_lufs: float
    true_peak_dbtp: float
    notes: tuple[str, ...]

    @property
    def seconds(self) -> float:
        """The film's length."""
        return self.frames / 25


def fade_at(scene: CutScene, frame: int) -> float:
    """Say how strong a scene is at its own frame, 0..1; it meets its neighbours at 0."""
    room = max(1, scene.frames // 3)
    fade_in, fade_out = min(scene.fade_in, room), min(scene.fade_out, room)
    strength = 1.0
    if frame < fade_in:
        strength = ease((frame + 1) / (fade_in + 1))
    if scene.frames - frame <= fade_out:
        strength = min(strength, ease((scene.frames - frame) / (fade_out + 1)))
    return round(strength * 256) / 256


def light_at(scene: CutScene, frame: int) -> float:
    """Say how far from black a frame of a scene is, 0..1; `frame` counts the lead in."""
    light = 1.0
    if frame < scene.from_black:
        light = ease(frame / scene.from_black)
    left = scene.length - 1 - frame
    if left < scene.to_black:
        light = min(light, ease(left / scene.to_black))
    return round(light * 256) / 256


def scene_pictures(
    scene: CutScene,
    language: str,
    maker: ShotMaker,
    *,
    width: int,
    height: int,
    cues: Sequence[int] = (),
) -> Iterator[Picture | None]:
    """Give a scene's pictures frame by frame; None where a frame is the one before again.

    `cues` say when each happening on its card is told. The planes are overwritten from frame to
    frame. Raises LayoutFault when the card cannot be set.
    """
    shot = tell(maker(scene.card, language, scene.id), cues)
    compositor = Compositor(shot, width=width, height=height)
    dark = Picture.blank(width, height)
    shown: tuple[int, float] | None = None
    for frame in range(scene.length):
        own = frame - scene.lead
        fade = fade_at(scene, own) if own >= 0 else 0.0
        state = shot.placements(max(0, own), max(2, scene.frames))
        picture = compositor.compose(state, fade=fade)
        light = light_at(scene, frame)
        now = (compositor.pictures, light)
        if now == shown:
            yield None
            continue
        shown = now
        if light < 1.0:
            darken(picture, dark, light)
            yield dark
        else:
            yield picture


@cache
def code_digest() -> str:
    """Name the code and the libraries that a picture depends on."""
    folder = Path(__file__).parent
    parts = []
    for path in sorted(folder.rglob("*.py")):
        parts.append(f"{path.relative_to(folder).as_posix()} {sha256(path.read_bytes())}")
    parts += [
        f"{name} {metadata.version(name)}"
        for name in ("av", "numpy", "opencv-python-headless", "skia-python")
    ]
    return sha256("\n".join(parts).encode())


def segment_key(
    scene: CutScene,
    language: str,
    quality: Quality,
    maker_digest: str,
    cues: Sequence[int] = (),
) -> str:
    """Name a scene's segment: equal keys are equal bytes.

    What is said in a scene, and its id, are not part of its picture.
    """
    plain = {
        "card": to_plain(scene.card),
        "language": language,
        "frames": [scene.frames, scene.lead, scene.fade_in, scene.fade_out],
        "black": [scene.from_black, scene.to_black],
        "cues": list(cues),
        "quality": to_plain(quality),
        "maker": maker_digest,
        "code": code_digest(),
    }
    return sha256(json.dumps(plain, sort_keys=True).encode())[:40]


@dataclass(frozen=True, slots=True)
class _Job:
    scene: CutScene
    language: str
    quality: Quality
    path: Path
    maker: ShotMaker
    cues: tuple[int, ...]


def _render_scene(job: _Job) -> int:
    cv2.setNumThreads(1)
    pictures = scene_pictures(
        job.scene,
        job.language,
        job.maker,
        width=job.quality.width,
        height=job.quality.height,
        cues=job.cues,
    )
    return write_segment(pictures, job.path, job.quality)


def _run_jobs(
    jobs: Sequence[_Job], workers: int, also: Callable[[], object] | None, tell: Progress
) -> None:
    """Render scenes in processes of their own, and do one more thing beside them."""
    # Setting the text is cheap: every fault in it is found before a frame is drawn.
    for job in jobs:
        job.maker(job.scene.card, job.language, job.scene.id).layers()
    if workers <= 1 or len(jobs) <= 1:
        for count, job in enumerate(jobs, 1):
            _render_scene(job)
            tell(count, len(jobs), job.scene.id)
        return
    with processes(
        min(workers, len(jobs)),
        doing="draws scenes",
        where=str(jobs[0].path.parent),
        remedy="It may have run out of memory. Build again: finished scenes are kept.",
    ) as pool:
        # The longest first, so that no worker is left alone with a long scene at the end.
        ordered = sorted(jobs, key=lambda job: -job.scene.length)
        futures: dict[Future[int], _Job] = {pool.submit(_render_scene, j): j for j in ordered}
        beside = pool.submit(also) if also else None
        for count, future in enumerate(as_completed(futures), 1):
            future.result()
            tell(count, len(jobs), futures[future].scene.id)
        if beside:
            beside.result()


def render_segments(
    cut: Cut,
    *,
    quality: Quality,
    maker: ShotMaker,
    cache_dir: Path,
    workers: int = 2,
    progress: Progress | None = None,
    also: Callable[[], object] | None = None,
) -> tuple[tuple[Path, ...], int]:
    """Render what the cache lacks; gives each scene's segment in order, and how many were new.

    `also` is other work, picklable, for which a process may have time while scenes are drawn.
    """
    digest = maker.digest()
    folder = cache_dir / "segments"
    sweep(folder)
    paths = []
    jobs: dict[Path, _Job] = {}
    for scene, lines in cut.spoken_scenes():
        cues = find_cues(scene, lines, cut.language)
        path = folder / f"{segment_key(scene, cut.language, quality, digest, cues)}.mp4"
        paths.append(path)
        if path not in jobs and not is_kept(path):
            jobs.setdefault(path, _Job(scene, cut.language, quality, path, maker, cues))
    ready = len(cut.scenes) - len(jobs)

    def tell(count: int, _: int, scene: str) -> None:
        if progress:
            progress(ready + count, len(cut.scenes), scene)

    tell(0, 0, "")
    _run_jobs(list(jobs.values()), workers, also, tell)
    return tuple(paths), len(jobs)


def _restore_voice(cut: Cut, cache_dir: Path) -> None:
    """Speak again what the cut names and the cache has lost: the same text gives the same file."""
    sentences = cut.sentence_by_id()
    folder = voice_folder(cache_dir)
    lost = []
    for line in cut.narration:
        sentence = sentences.get(line.sentence)
        words = sentence.lines.get(cut.language) if sentence else None
        if line.voice_file and words and not (folder / Path(line.voice_file).name).exists():
            lost.append((line.sentence, words.say or words.show))
    if lost:
        speak(lost, cut.language, cache_dir=cache_dir)


def render_film(
    cut: Cut,
    out_path: Path,
    *,
    maker: ShotMaker,
    cache_dir: Path,
    quality: str = "standard",
    workers: int = 2,
    progress: Progress | None = None,
) -> FilmResult:
    """Render a cut to `out_path` (mp4), with .vtt and .srt files beside it.

    `cache_dir` holds spoken sentences, segments and sound from run to run. Everything appears
    whole or not at all, and the same cut gives the same bytes.

    Raises LayoutFault for text that cannot be set, WorkspaceFault when the disk is full,
    UsageError for an unknown quality, ToolMissing when a part of the installation is not there.
    """
    chosen = find_quality(quality)
    _restore_voice(cut, cache_dir)
    subtitles = write_subtitles(cut, out_path.parent, out_path.stem)
    segments, rendered = render_segments(
        cut,
        quality=chosen,
        maker=maker,
        cache_dir=cache_dir,
        workers=workers,
        progress=progress,
        also=partial(make_sound, cut, cache_dir),
    )
    sound = make_sound(cut, cache_dir)
    join_film(
        segments,
        sound.path,
        out_path,
        title=cut.title.get(cut.language) or next(iter(cut.title.values()), cut.name),
        language=find_pace(cut.language).iso_639_2,
        chapters=[
            ChapterMark(start, end, chapter.title.get(cut.language, chapter.id))
            for chapter, start, end in cut.chapter_spans()
        ],
        subtitles=[
            SubtitleTrack(track.srt, find_pace(track.language).iso_639_2, track.language)
            for track in subtitles
        ],
    )
    return FilmResult(
        path=out_path,
        subtitles=tuple(path for track in subtitles for path in (track.vtt, track.srt)),
        frames=cut.frames,
        scenes=len(cut.scenes),
        scenes_rendered=rendered,
        loudness_lufs=sound.loudness.integrated,
        true_peak_dbtp=sound.loudness.true_peak,
        notes=(*cut.notes, *sound.notes, *(note for t in subtitles for note in t.notes)),
    )
