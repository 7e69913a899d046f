from __future__ import annotations

import dataclasses

from plain_shots import PlainShot

from sijill.film.cut import Cut, SpokenLine
from sijill.film.encode import find_quality
from sijill.film.render import segment_key
from sijill.film.shots.base import FULL, Layer
from sijill.film.shots.reveal import Appearance, Beat, DrawnShot
from sijill.film.telling import find_cues, happenings, match_in_order, tell
from sijill.film.theme import load_theme
from sijill.script.scenes import FacesStripCard, MemoryPairCard, Peer, TimelineCard, TimelinePoint
from sijill.script.sentence import Line, ScriptSentence, SentenceKind


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


def test_each_happening_comes_in_at_its_cue() -> None:
    told = tell(shot(3), (10, 153, 303))
    # A frame later the first trace of it can be seen.
    assert [comes_in(told, f"dot-{n}") for n in range(3)] == [11, 154, 304]
    assert comes_in(told, "label-1") == 158
    assert comes_in(told, "head") == 9


def test_a_shot_of_another_count_keeps_its_own_pace() -> None:
    assert tell(shot(3), (10, 20)) == shot(3)
    assert tell(shot(3), ()) == shot(3)
    plain = PlainShot()
    assert tell(plain, (1, 2)) is plain


POINTS = (
    ("28 ديسمبر 1991", "إقامة العلاقات الدبلوماسية"),
    ("1993", "سفارة اليابان في أستانا"),
    ("1997", "سفارة كازاخستان في طوكيو"),
    ("2004", "الاجتماع الأول للحوار"),
    ("2016", "شراكة أعلى"),
)
SENTENCES = (
    "في 28 ديسمبر 1991 أُقيمت العلاقات الدبلوماسية بين كازاخستان واليابان.",
    "وافتُتحت سفارة اليابان في أستانا في يناير 1993، ثم سفارة كازاخستان في طوكيو عام 1997.",
    "وارتقت الشراكة بين البلدين إلى مستوى أعلى في عام 2016.",
)


def test_the_sentence_that_tells_of_a_happening_is_found() -> None:
    chosen = match_in_order([" ".join(point) for point in POINTS], SENTENCES)
    assert [chosen[0], chosen[1], chosen[2], chosen[4]] == [0, 1, 1, 2]
    assert chosen[3] in (1, 2)  # no sentence tells of it; it stays in its order


def test_without_a_likeness_happenings_are_shared_out() -> None:
    assert match_in_order(["a", "b", "c", "d"], ["x y", "z w"]) == [0, 0, 1, 1]
    assert match_in_order(["a"], []) == []


def test_cues_are_a_little_ahead_of_the_voice(cut: Cut) -> None:
    card = TimelineCard(
        {"ar": "الحوار"},
        tuple(TimelinePoint("1991", {"ar": date}, {"ar": label}) for date, label in POINTS),
    )
    sentences = tuple(
        ScriptSentence(f"s{n}", SentenceKind.PARAPHRASE, {"ar": Line(text, text)})
        for n, text in enumerate(SENTENCES)
    )
    scene = dataclasses.replace(cut.scenes[1], card=card, sentences=sentences, frames=700)
    lines = [SpokenLine(f"s{n}", scene.id, 18 + 200 * n, 180) for n in range(3)]
    cues = find_cues(scene, lines, "ar")
    assert cues[0] == 10
    assert cues[1] == 210
    assert cues[4] >= 410
    assert list(cues) == sorted(cues)
    assert find_cues(scene, [], "ar") == ()
    assert find_cues(cut.scenes[1], lines, "ar") == ()


def test_a_heading_does_not_stand_alone_for_long(cut: Cut) -> None:
    # The only face is told of in the second sentence.
    card = FacesStripCard({"en": "Faces"}, (Peer({"en": "Akira"}, {"en": "musician"}),))
    sentences = tuple(
        ScriptSentence(f"s{n}", SentenceKind.PARAPHRASE, {"en": Line(text, text)})
        for n, text in enumerate(("On 18 December a long day began.", "Akira is a musician."))
    )
    scene = dataclasses.replace(cut.scenes[1], card=card, sentences=sentences)
    lines = [SpokenLine(f"s{n}", scene.id, 18 + 200 * n, 180) for n in range(2)]
    assert find_cues(scene, lines, "en") == (58,)


def test_both_sides_of_a_pair_are_happenings() -> None:
    pair = MemoryPairCard(
        {"en": "Memory"},
        Peer({"en": "Hiroshima"}, {"en": "1945"}),
        Peer({"en": "Semipalatinsk"}, {"en": "1949"}),
    )
    assert happenings(pair, "en") == ("Hiroshima 1945", "Semipalatinsk 1949")


def test_all_has_come_in_even_where_a_scene_was_made_short() -> None:
    told = tell(shot(3), (10, 153, 303))
    assert isinstance(told, DrawnShot)
    for frames in (2, 10, 100):
        last = {getattr(p, "layer_id", "") for p in told.placements(frames - 1, frames)}
        assert {"dot-0", "dot-1", "dot-2"} <= last


def test_lines_are_counted_in_the_scenes_own_frames(cut: Cut) -> None:
    moved = dataclasses.replace(cut.scenes[1], lead=40)
    lines = tuple(
        dataclasses.replace(n, start=n.start + 40) if n.scene == "protocol-2" else n
        for n in cut.narration
    )
    wide = dataclasses.replace(cut, scenes=(cut.scenes[0], moved, cut.scenes[2]), narration=lines)
    assert [own for _, own in wide.spoken_scenes()] == [own for _, own in cut.spoken_scenes()]
    own = next(lines for scene, lines in cut.spoken_scenes() if scene.id == "protocol-2")
    assert own[0].start == 18


def test_a_picture_depends_on_its_cues(cut: Cut) -> None:
    quality = find_quality("draft")
    keys = {segment_key(cut.scenes[1], "ar", quality, "maker", cues) for cues in ((), (1,), (2,))}
    assert len(keys) == 3
