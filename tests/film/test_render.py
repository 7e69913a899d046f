from __future__ import annotations

import dataclasses
import errno
import hashlib
import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import opentimelineio as otio
import pytest
from plain_shots import PlainMaker

import sijill.film.encode
from sijill.errors import LayoutFault, UsageError, WorkspaceFault
from sijill.film.cut import Cut, make_cut, narrate
from sijill.film.edit_list import read_edit_list, write_edit_list
from sijill.film.encode import ChapterMark, Quality, SubtitleTrack, join_film, write_segment
from sijill.film.planes import Picture
from sijill.film.render import (
    fade_at,
    light_at,
    render_film,
    render_segments,
    scene_pictures,
    segment_key,
)
from sijill.film.sound import make_sound
from sijill.film.voice import voice_folder
from sijill.keeping import is_running
from sijill.script.scenes import TitleCard
from sijill.script.sentence import Script

TINY = Quality("tiny", 192, 108, "ultrafast", 20)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def short(cut: Cut) -> Cut:
    """The same film in 105 frames."""
    scenes = tuple(dataclasses.replace(s, frames=35) for s in cut.scenes)
    lines = tuple(
        dataclasses.replace(n, start=i * 30 + 5, frames=20) for i, n in enumerate(cut.narration)
    )
    return dataclasses.replace(cut, scenes=scenes, narration=lines)


def test_scenes_meet_at_the_bare_backdrop(cut: Cut) -> None:
    scene = dataclasses.replace(cut.scenes[1], frames=60)
    strengths = [fade_at(scene, f) for f in range(60)]
    assert 0 < strengths[0] < 0.1
    assert 0 < strengths[-1] < 0.1
    assert strengths[10:50] == [1.0] * 40
    assert strengths == strengths[::-1]


def test_light_comes_from_black_and_goes_to_black(cut: Cut) -> None:
    first, last = cut.scenes[0], cut.scenes[-1]
    assert light_at(first, 0) == 0.0
    assert light_at(first, 40) == 1.0
    assert light_at(last, last.length - 1) == 0.0


def test_a_scene_may_be_shorter_than_its_fades(cut: Cut) -> None:
    for frames in (1, 2, 5):
        scene = dataclasses.replace(cut.scenes[0], frames=frames)
        pictures = list(scene_pictures(scene, "ar", PlainMaker(), width=192, height=108))
        assert len(pictures) == frames


def test_frames_come_back_from_the_film_as_they_were_made(tmp_path: Path) -> None:
    # Bands of grey that x264 keeps almost exactly; each third frame repeats the one before.
    sharp = Quality("sharp", 192, 108, "ultrafast", 4)
    levels = [40, 90, None, 200, 30, None, None, 120]

    def pictures() -> list[Picture | None]:
        made: list[Picture | None] = []
        for level in levels:
            if level is None:
                made.append(None)
                continue
            picture = Picture.blank(192, 108)
            picture.y[:54] = level
            made.append(picture)
        return made

    path = tmp_path / "a.mp4"
    assert write_segment(iter(pictures()), path, sharp) == len(levels)
    with av.open(str(path)) as film:
        frames = [f.to_ndarray(format="yuv420p") for f in film.decode(video=0)]
    assert [round(float(np.mean(f[10:40, 10:180]))) for f in frames] == [
        40, 90, 90, 200, 30, 30, 30, 120
    ]  # fmt: skip


def test_the_film_is_whole_and_the_same_twice(cut: Cut, tmp_path: Path) -> None:
    film = short(cut)
    seen: list[tuple[int, int, str]] = []
    found = []
    for turn in ("one", "two"):
        path = tmp_path / turn / "strong-partner.ar.mp4"
        result = render_film(
            film,
            path,
            maker=PlainMaker(),
            cache_dir=tmp_path / f"cache-{turn}",
            quality="draft",
            workers=1,
            progress=lambda *told: seen.append(told),
        )
        assert (result.frames, result.scenes, result.scenes_rendered) == (105, 3, 3)
        found.append(digest(path))
    assert found[0] == found[1]
    assert seen[:4] == [
        (0, 3, ""), (1, 3, "protocol-1"), (2, 3, "protocol-2"), (3, 3, "experts-1")
    ]  # fmt: skip
    with av.open(str(path)) as container:
        assert [s.type for s in container.streams][:4] == [
            "video", "audio", "subtitle", "subtitle"
        ]  # fmt: skip
        assert [s.language for s in container.streams][1:4] == ["ara", "ara", "eng"]
        assert [c["metadata"]["title"] for c in container.chapters()] == [
            "البروتوكول", "قراءة الخبراء"
        ]  # fmt: skip
        second = container.chapters()[1]
        assert float(second["start"] * second["time_base"]) == 2.8
        times = [f.pts * f.time_base for f in container.decode(video=0)]
    assert len(times) == 105
    assert [float(b - a) for a, b in itertools.pairwise(times)] == [0.04] * 104
    assert not list(tmp_path.rglob("*.part"))


def test_two_processes_give_the_same_segments_as_one(cut: Cut, tmp_path: Path) -> None:
    film = short(cut)
    both = []
    for workers in (1, 2):
        paths, made = render_segments(
            film,
            quality=TINY,
            maker=PlainMaker(),
            cache_dir=tmp_path / str(workers),
            workers=workers,
        )
        assert made == 3
        both.append([digest(p) for p in paths])
    assert both[0] == both[1]


def test_only_a_changed_scene_is_rendered_again(cut: Cut, tmp_path: Path) -> None:
    film = short(cut)

    def made(changed: Cut, maker: PlainMaker | None = None) -> int:
        return render_segments(
            changed,
            quality=TINY,
            maker=maker or PlainMaker(),
            cache_dir=tmp_path,
            workers=1,
        )[1]

    assert made(film) == 3
    assert made(film) == 0
    title = TitleCard({"ar": "شريك", "en": "Partner"})
    scenes = (dataclasses.replace(film.scenes[0], card=title), *film.scenes[1:])
    assert made(dataclasses.replace(film, scenes=scenes)) == 1
    said = dataclasses.replace(film, narration=())
    assert made(said) == 0
    assert made(film, PlainMaker("other fonts")) == 3


def test_a_stopped_render_goes_on_where_it_was(cut: Cut, tmp_path: Path) -> None:
    film = short(cut)

    def stop(done: int, _total: int, _scene: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render_segments(
            film,
            quality=TINY,
            maker=PlainMaker(),
            cache_dir=tmp_path,
            workers=1,
            progress=stop,
        )
    _, made = render_segments(film, quality=TINY, maker=PlainMaker(), cache_dir=tmp_path, workers=1)
    assert made == 1


def test_a_clip_an_editor_made_longer_is_rendered_longer(cut: Cut, tmp_path: Path) -> None:
    film = short(cut)
    path = tmp_path / "cut.otio"
    write_edit_list(film, path, film_url="f.mp4", voice_url="voice")
    timeline = otio.adapters.read_from_file(str(path))
    clip = timeline.tracks[0][1]
    clip.source_range = otio.opentime.TimeRange(
        clip.source_range.start_time, otio.opentime.RationalTime(61, 25)
    )
    otio.adapters.write_to_file(timeline, str(path))
    changed = read_edit_list(path)
    segments, _ = render_segments(
        changed, quality=TINY, maker=PlainMaker(), cache_dir=tmp_path, workers=1
    )
    counts = []
    for segment in segments:
        with av.open(str(segment)) as container:
            counts.append(sum(1 for _ in container.decode(video=0)))
    assert counts == [35, 61, 35]


@pytest.mark.parametrize("workers", [1, 2])
def test_text_that_overflows_names_its_scene(cut: Cut, tmp_path: Path, workers: int) -> None:
    film = short(cut)
    bad = dataclasses.replace(film.scenes[0], card=TitleCard({"ar": "overflow"}))
    with pytest.raises(LayoutFault) as caught:
        render_film(
            dataclasses.replace(film, scenes=(bad, *film.scenes[1:])),
            tmp_path / "film.mp4",
            maker=PlainMaker(),
            cache_dir=tmp_path / "cache",
            quality="draft",
            workers=workers,
        )
    assert (caught.value.scene_id, caught.value.text) == ("protocol-1", "overflow")
    assert not (tmp_path / "film.mp4").exists()


def test_a_full_disk_is_said_and_nothing_is_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sijill.film.encode.os, "replace", full)
    with pytest.raises(WorkspaceFault, match="the disk is full"):
        write_segment(iter([Picture.blank(192, 108)]), tmp_path / "a.mp4", TINY)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_quality_lists_the_known(cut: Cut, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        render_film(cut, tmp_path / "f.mp4", maker=PlainMaker(), cache_dir=tmp_path, quality="best")
    assert "draft, standard, master" in caught.value.remedy


def test_a_segments_name_depends_on_its_picture_alone(cut: Cut) -> None:
    scene = cut.scenes[0]
    key = segment_key(scene, "ar", TINY, "maker")
    assert segment_key(dataclasses.replace(scene, id="x", sentences=()), "ar", TINY, "maker") == key
    others = {
        segment_key(dataclasses.replace(scene, frames=99), "ar", TINY, "maker"),
        segment_key(dataclasses.replace(scene, lead=1), "ar", TINY, "maker"),
        segment_key(scene, "en", TINY, "maker"),
        segment_key(scene, "ar", dataclasses.replace(TINY, crf=21), "maker"),
        segment_key(scene, "ar", TINY, "other"),
    }
    assert len(others) == 5
    assert key not in others


def test_what_a_killed_render_left_is_swept_away(cut: Cut, tmp_path: Path) -> None:
    folder = tmp_path / "segments"
    folder.mkdir()
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (folder / f".abc.{gone.pid}.part").write_bytes(b"half a film")
    (folder / f".abc.{os.getpid()}.part").write_bytes(b"being written")
    render_segments(short(cut), quality=TINY, maker=PlainMaker(), cache_dir=tmp_path, workers=1)
    assert [p.name for p in folder.glob(".*.part")] == [f".abc.{os.getpid()}.part"]


KILLED = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from plain_shots import PlainMaker
from sijill.film.edit_list import read_edit_list
from sijill.film.encode import Quality
from sijill.film.render import render_segments
if __name__ == "__main__":
    render_segments(read_edit_list(Path({otio!r})), quality=Quality("q", 960, 540, "medium", 20),
                    maker=PlainMaker(), cache_dir=Path({cache!r}), workers=2)
"""


def test_workers_end_with_a_parent_that_is_killed(cut: Cut, tmp_path: Path) -> None:
    long = dataclasses.replace(
        cut, scenes=tuple(dataclasses.replace(s, frames=5000) for s in cut.scenes)
    )
    otio_path = tmp_path / "cut.otio"
    write_edit_list(long, otio_path, film_url="f.mp4", voice_url="voice")
    script = tmp_path / "render.py"
    script.write_text(
        KILLED.format(tests=str(Path(__file__).parent), otio=str(otio_path), cache=str(tmp_path)),
        "utf-8",
    )
    parent = subprocess.Popen([sys.executable, str(script)], start_new_session=True)
    folder = tmp_path / "segments"

    def begun() -> set[int]:
        return {int(p.name.split(".")[-2]) for p in folder.glob(".*.part")}

    def until(condition: Callable[[], bool]) -> bool:
        return any(condition() or time.sleep(0.05) for _ in range(400))

    assert until(lambda: len(begun()) == 2)
    workers = begun()
    assert parent.pid not in workers
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()

    def ended(worker: int) -> bool:
        # Where nobody collects orphans they stay in the table of processes as zombies.
        stat = Path(f"/proc/{worker}/stat")
        return not is_running(worker) or (stat.exists() and ") Z " in stat.read_text("utf-8"))

    assert until(lambda: all(ended(worker) for worker in workers))


def test_a_voice_the_cache_has_lost_is_spoken_again(script: Script, tmp_path: Path) -> None:
    pytest.importorskip("espeakng_loader")
    pytest.importorskip("piper")
    voice = narrate(script, "ar", cache_dir=tmp_path)
    made = make_cut(script, language="ar", subtitle_languages=(), voice=voice, name="n")
    film = dataclasses.replace(
        made, scenes=tuple(dataclasses.replace(s, frames=30) for s in made.scenes)
    )
    files = sorted(voice_folder(tmp_path).iterdir())
    before = [digest(path) for path in files]
    for path in files:
        path.unlink()
    result = render_film(
        film,
        tmp_path / "f.mp4",
        maker=PlainMaker(),
        cache_dir=tmp_path,
        quality="draft",
        workers=1,
    )
    assert result.notes == ()
    assert result.loudness_lufs == pytest.approx(-23, abs=0.5)
    assert [digest(path) for path in files] == before


def test_chapters_of_minutes_keep_their_times_beside_subtitles(cut: Cut, tmp_path: Path) -> None:
    film = short(cut)
    result = render_film(
        film,
        tmp_path / "film.ar.mp4",
        maker=PlainMaker(),
        cache_dir=tmp_path / "cache",
        quality="draft",
        workers=1,
    )
    srt = next(path for path in result.subtitles if path.suffix == ".srt")
    out = tmp_path / "long.mp4"
    join_film(
        sorted((tmp_path / "cache" / "segments").rglob("*.mp4")),
        make_sound(film, tmp_path / "cache").path,
        out,
        title="T",
        language="ara",
        # A long one before a short one: in a clock too fine only the long one overflows.
        chapters=[ChapterMark(0, 6000, "one"), ChapterMark(6000, 6500, "two")],
        subtitles=[SubtitleTrack(srt, "ara", "ar")],
    )
    with av.open(str(out)) as container:
        ends = [float(c["end"] * c["time_base"]) for c in container.chapters()]
    assert ends[0] == 240.0
