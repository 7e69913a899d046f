from __future__ import annotations

import dataclasses
import math

import pytest

from sijill.errors import UsageError
from sijill.film.cut import (
    HANG_FRAMES,
    HANG_FRAMES_OTHER,
    Cut,
    make_cut,
    open_rhythm,
    reading_hold,
    speech_frames,
)
from sijill.film.line_breaks import width_of
from sijill.film.shots.base import FPS
from sijill.film.voice import Narration, VoiceClip
from sijill.script.sentence import Script


def test_a_narrators_time_is_estimated_from_words_per_minute() -> None:
    # Seven words at 115 a minute are 3.65 s: 91.3 frames.
    assert speech_frames("استقبل الإمبراطور الرئيس في ذلك اليوم نفسه", "ar") == 92
    # Nine characters at 300 a minute are 1.8 s.
    assert speech_frames("三十年以上の記録。", "ja") == 45
    assert speech_frames("", "en") == 1


def test_scenes_are_as_long_as_their_words_or_their_least_time(cut: Cut) -> None:
    rhythm = open_rhythm().frames
    first, second, third = cut.scenes
    assert first.frames == 125  # a title stays five seconds; six words need less
    spoken = [n for n in cut.narration if n.scene == "protocol-2"]
    assert spoken[0].start == first.frames + rhythm["lead_in"]
    assert spoken[1].start == spoken[0].end + rhythm["between_sentences"]
    assert second.frames >= spoken[1].end - first.frames + rhythm["tail"]
    # A quotation card of six seconds, without a sentence, and half of the closing.
    assert third.frames == 150 + rhythm["closing"] // 2
    assert cut.frames == sum(s.frames for s in cut.scenes)


def test_a_spoken_sentence_decides_its_own_time(script: Script) -> None:
    voice = Narration("ar", "a voice", {"protocol-1.1": VoiceClip("a.wav", "00", 48_000 * 9 + 1)})
    cut = make_cut(script, language="ar", subtitle_languages=(), voice=voice, name="n")
    line = cut.narration[0]
    assert (line.frames, line.voice_file) == (226, "a.wav")
    assert cut.scenes[0].frames == 18 + 226 + 20
    assert cut.voice == "a voice"


def test_a_sentence_that_is_long_in_another_language_leaves_time_to_read(script: Script) -> None:
    voice = Narration("ar", "a voice", {"protocol-1.1": VoiceClip("a.wav", "00", 48_000)})
    cut = make_cut(script, language="ar", subtitle_languages=("ar", "en"), voice=voice, name="n")
    first = script.chapters[0].scenes[0].sentences[0]
    longest = max(width_of(first.lines[lang].show, lang) for lang in ("ar", "en"))
    needed = math.ceil(longest / 20 * FPS) + 2  # one subtitle, and the gap behind it
    assert needed > 25  # one second is spoken
    own = math.ceil(width_of(first.lines["ar"].show, "ar") / 20 * FPS) + 2
    assert reading_hold(first, 25, ("ar",), "ar") == min(own - 25, HANG_FRAMES) + 2
    held = reading_hold(first, 25, ("ar", "en"), "ar")
    assert held == min(needed - 25, HANG_FRAMES_OTHER) + 2
    assert reading_hold(first, needed, ("ar", "en"), "ar") == 0
    assert reading_hold(first, 25, (), "ar") == 0
    assert cut.scenes[0].frames >= 18 + 25 + held


def test_the_film_opens_from_black_and_closes_to_black(cut: Cut) -> None:
    assert [s.from_black > 0 for s in cut.scenes] == [True, False, False]
    assert [s.to_black > 0 for s in cut.scenes] == [False, False, True]


def test_chapters_cover_the_film(cut: Cut) -> None:
    spans = [(c.id, start, end) for c, start, end in cut.chapter_spans()]
    border = cut.scenes[0].frames + cut.scenes[1].frames
    assert spans == [("protocol", 0, border), ("experts", border, cut.frames)]


def test_a_gap_counts_in_the_clock(cut: Cut) -> None:
    moved = dataclasses.replace(cut.scenes[1], lead=40)
    longer = dataclasses.replace(cut, scenes=(cut.scenes[0], moved, cut.scenes[2]))
    assert longer.frames == cut.frames + 40


def test_an_unknown_language_is_named(script: Script) -> None:
    with pytest.raises(UsageError, match="no text in “ja”"):
        make_cut(
            script, language="ja", subtitle_languages=(), voice=Narration("ja", None), name="n"
        )


def test_a_script_without_scenes_is_refused(script: Script) -> None:
    empty = dataclasses.replace(script, chapters=())
    with pytest.raises(UsageError, match="no scenes"):
        make_cut(empty, language="ar", subtitle_languages=(), voice=Narration("ar", None), name="n")
