from __future__ import annotations

import dataclasses
from pathlib import Path

import opentimelineio as otio
import pytest

from sijill.errors import FormatFault
from sijill.film.cut import Cut
from sijill.film.edit_list import read_edit_list, to_timeline, write_edit_list


@pytest.fixture
def path(cut: Cut, tmp_path: Path) -> Path:
    path = tmp_path / "strong-partner.otio"
    write_edit_list(cut, path, film_url="strong-partner.ar.mp4", voice_url="../cache/voice")
    return path


def test_the_cut_comes_back_as_it_was(cut: Cut, path: Path) -> None:
    assert read_edit_list(path) == cut


def test_the_same_cut_gives_the_same_bytes(cut: Cut, path: Path) -> None:
    first = path.read_bytes()
    write_edit_list(cut, path, film_url="strong-partner.ar.mp4", voice_url="../cache/voice")
    assert path.read_bytes() == first


def test_clips_say_which_words_they_stand_on(cut: Cut) -> None:
    timeline = to_timeline(cut, film_url="f.mp4", voice_url="voice")
    assert timeline.global_start_time.to_timecode() == "10:00:00:00"
    picture, narration = timeline.tracks
    clip = picture[1]
    assert clip.metadata["sijill"]["template"] == "caveat_card"
    assert [s["id"] for s in clip.metadata["sijill"]["sentences"]] == [
        "protocol-2.1",
        "protocol-2.2",
    ]
    assert clip.markers[0].comment == "source-1:5-14 هذا الحدث"
    spoken = [c for c in narration if isinstance(c, otio.schema.Clip)]
    assert list(spoken[0].metadata["sijill"]["items"]) == ["item-protocol-1.1"]
    assert [m.name for m in timeline.tracks.markers] == ["البروتوكول", "قراءة الخبراء"]


def test_an_editors_changes_are_taken_over(cut: Cut, path: Path) -> None:
    timeline = otio.adapters.read_from_file(str(path))
    picture = timeline.tracks[0]
    picture[0].source_range = otio.opentime.TimeRange(
        picture[0].source_range.start_time, otio.opentime.RationalTime(80, 25)
    )
    picture.insert(
        1,
        otio.schema.Gap(
            source_range=otio.opentime.TimeRange(
                otio.opentime.RationalTime(0, 50), otio.opentime.RationalTime(48, 50)
            )
        ),
    )
    last = picture[3].clone()
    del picture[3]
    picture.insert(0, last)
    otio.adapters.write_to_file(timeline, str(path))
    changed = read_edit_list(path)
    assert [s.id for s in changed.scenes] == ["experts-1", "protocol-1", "protocol-2"]
    assert [s.frames for s in changed.scenes][1] == 80
    assert changed.scenes[2].lead == 24
    assert [bool(s.from_black) for s in changed.scenes] == [True, False, False]
    assert [bool(s.to_black) for s in changed.scenes] == [False, False, True]
    assert changed.narration == cut.narration


def test_a_clip_without_our_metadata_is_named(path: Path) -> None:
    timeline = otio.adapters.read_from_file(str(path))
    timeline.tracks[0].append(
        otio.schema.Clip("drone.mov", source_range=timeline.tracks[0][0].source_range)
    )
    otio.adapters.write_to_file(timeline, str(path))
    with pytest.raises(FormatFault, match="no Sijill metadata") as caught:
        read_edit_list(path)
    assert "drone.mov" in caught.value.where


@pytest.mark.parametrize("text", ["", "{}", "not a timeline", '{"OTIO_SCHEMA": "Clip.1"}'])
def test_a_file_of_another_kind_is_refused(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    with pytest.raises(FormatFault):
        read_edit_list(path)


def test_a_cut_with_a_gap_comes_back(cut: Cut, tmp_path: Path) -> None:
    gap = dataclasses.replace(cut.scenes[1], lead=30)
    wide = dataclasses.replace(cut, scenes=(cut.scenes[0], gap, cut.scenes[2]))
    path = tmp_path / "gap.otio"
    write_edit_list(wide, path, film_url="f.mp4", voice_url="voice")
    assert read_edit_list(path) == wide
