from __future__ import annotations

import dataclasses

import pytest
from plain_shots import PlainMaker, PlainShot

from sijill.film.cut import Cut
from sijill.film.encode import find_quality
from sijill.film.render import segment_key
from sijill.film.shots.base import FULL, Layer
from sijill.film.shots.reveal import Appearance, Beat, DrawnShot
from sijill.film.telling import tell, told_templates
from sijill.film.theme import load_theme
from sijill.script.scenes import TimelineCard


def shot(count: int) -> DrawnShot:
    """Each of `count` happenings has a dot, and four frames later a label."""
    layers = [Layer("ground", FULL, lambda canvas: None, opaque=True, fades=False)]
    appearances = [Appearance("ground", Beat(0), "still"), Appearance("head", Beat(8))]
    for number in range(count):
        beat = Beat(20, number, count)
        appearances += [
            Appearance(f"dot-{number}", beat),
            Appearance(f"label-{number}", beat.later(4)),
        ]
    return DrawnShot(tuple(layers), tuple(appearances), load_theme().motion)


def comes_in(drawn: object, name: str, frames: int = 1000) -> int:
    assert isinstance(drawn, DrawnShot)
    return next(
        frame
        for frame in range(frames)
        if any(getattr(p, "layer_id", "") == name for p in drawn.placements(frame, frames))
    )


def test_each_happening_comes_in_as_its_sentence_begins() -> None:
    told = tell(shot(3), [(18, 150), (161, 300), (311, 460)])
    # Eight frames ahead of the voice, and one until the first trace of it can be seen.
    assert [comes_in(told, f"dot-{n}") for n in range(3)] == [11, 154, 304]
    assert comes_in(told, "label-1") == 158
    assert comes_in(told, "head") == 9


def test_happenings_share_the_time_of_a_single_sentence() -> None:
    told = tell(shot(4), [(20, 220)])
    assert [comes_in(told, f"dot-{n}") for n in range(4)] == [13, 63, 113, 163]


def test_more_sentences_than_happenings() -> None:
    told = tell(shot(2), [(20, 100), (110, 200), (210, 300), (310, 400)])
    assert [comes_in(told, f"dot-{n}") for n in range(2)] == [13, 203]


def test_a_scene_in_silence_keeps_its_own_pace() -> None:
    assert tell(shot(3), []) == shot(3)


def test_a_shot_of_another_kind_is_left_alone() -> None:
    plain = PlainShot()
    assert tell(plain, [(0, 10)]) is plain


def test_all_has_come_in_even_where_a_scene_was_made_short() -> None:
    told = tell(shot(3), [(18, 150), (161, 300), (311, 460)])
    assert isinstance(told, DrawnShot)
    for frames in (2, 10, 100):
        last = {getattr(p, "layer_id", "") for p in told.placements(frames - 1, frames)}
        assert {"dot-0", "dot-1", "dot-2"} <= last


def test_times_are_counted_in_the_scenes_own_frames(cut: Cut) -> None:
    moved = dataclasses.replace(cut.scenes[1], lead=40)
    lines = tuple(
        dataclasses.replace(n, start=n.start + 40) if n.scene == "protocol-2" else n
        for n in cut.narration
    )
    wide = dataclasses.replace(cut, scenes=(cut.scenes[0], moved, cut.scenes[2]), narration=lines)
    assert [times for _, times in wide.told_scenes()] == [times for _, times in cut.told_scenes()]
    assert next(times for scene, times in cut.told_scenes() if scene.id == "protocol-2")[0][0] == 18


def test_only_told_scenes_depend_on_when_they_are_told(cut: Cut) -> None:
    quality = find_quality("draft")
    digest = PlainMaker().digest()
    scene = cut.scenes[1]
    assert scene.template not in told_templates()
    assert segment_key(scene, "ar", quality, digest, ((1, 2),)) == segment_key(
        scene, "ar", quality, digest
    )
    told = dataclasses.replace(scene, card=TimelineCard({"ar": "الحوار"}, ()))
    assert segment_key(told, "ar", quality, digest, ((1, 2),)) != segment_key(
        told, "ar", quality, digest
    )


@pytest.mark.parametrize("template", ["day_clock", "timeline", "faces_strip"])
def test_scenes_that_list_happenings_are_told(template: str) -> None:
    assert template in told_templates()
