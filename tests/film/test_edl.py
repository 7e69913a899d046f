from __future__ import annotations

import dataclasses

from sijill.film.cut import Cut
from sijill.film.edl import timecode, to_edl, to_marker_edl


def test_timecode_counts_25_frames_a_second() -> None:
    assert timecode(0) == "00:00:00:00"
    assert timecode(10 * 3600 * 25 + 61 * 25 + 24) == "10:01:01:24"


def test_clips_follow_each_other_and_name_their_words(cut: Cut) -> None:
    lines = to_edl(cut).split("\n")
    assert lines[:2] == ["TITLE: شريك قوي", "FCM: NON-DROP FRAME"]
    assert lines[3].split() == [
        "001", "AX", "V", "C", "00:00:00:00", "00:00:05:00", "10:00:00:00", "10:00:05:00"
    ]  # fmt: skip
    assert "* FROM CLIP NAME: protocol-1" in lines
    assert "* SIJILL protocol-2.1 source-1:5-14 هذا الحدث" in lines
    assert sum("  V     C  " in line for line in lines) == 3


def test_spoken_lines_are_listed_with_their_files(cut: Cut) -> None:
    lines = tuple(dataclasses.replace(n, voice_file="a.wav") for n in cut.narration[:1])
    text = to_edl(dataclasses.replace(cut, narration=lines))
    assert "* SOURCE FILE: a.wav" in text
    event = next(line for line in text.split("\n") if "  A     C  " in line)
    assert event.split()[-2] == timecode(10 * 3600 * 25 + cut.narration[0].start)


def test_markers_carry_chapters_and_citations(cut: Cut) -> None:
    text = to_marker_edl(cut)
    assert " |C:ResolveColorBlue |M:البروتوكول |D:" in text
    assert " |M:protocol-1.1 source-1:5-14 هذا الحدث |D:" in text
    assert text.count("ResolveColorGreen") == 3
