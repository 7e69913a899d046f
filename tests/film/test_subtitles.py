from __future__ import annotations

import dataclasses
import itertools
from pathlib import Path

import pysubs2
import webvtt

from sijill.film.cut import Cut
from sijill.film.subtitles import make_cues, tied_words, to_srt, to_vtt, write_subtitles
from sijill.script.scenes import QuoteCard

LONG = (
    "في العالم المعاصر، لم تعد الدبلوماسية مجرد أداة للمفاوضات، بل أصبحت اليوم مورداً"
    " استراتيجياً لتعزيز مكانة الدولة الدولية وآلية أساسية لضمان التنمية المستدامة."
)


def test_cues_follow_the_narration(cut: Cut) -> None:
    cues, notes = make_cues(cut, "ar")
    assert not notes
    assert [c.id for c in cues] == ["protocol-1.1", "protocol-2.1", "protocol-2.2"]
    assert [c.start for c in cues] == [n.start for n in cut.narration]
    for before, after in itertools.pairwise(cues):
        assert after.start - before.end >= 2
    assert all(c.end - c.start >= 20 for c in cues)


def test_a_long_sentence_is_shown_in_parts_that_share_its_time(cut: Cut) -> None:
    sentence = cut.scenes[0].sentences[0]
    text = LONG
    long = dataclasses.replace(
        sentence, lines={"ar": dataclasses.replace(sentence.lines["ar"], show=text)}
    )
    scene = dataclasses.replace(cut.scenes[0], sentences=(long,), frames=300)
    line = dataclasses.replace(cut.narration[0], start=18, frames=250)
    film = dataclasses.replace(cut, scenes=(scene,), narration=(line,))
    cues, notes = make_cues(film, "ar")
    assert [c.id for c in cues[:2]] == ["protocol-1.1", "protocol-1.1/2"]
    assert cues[0].start == 18
    assert cues[-1].end == 268
    assert not notes
    hurried = dataclasses.replace(film, narration=(dataclasses.replace(line, frames=60),))
    _, notes = make_cues(
        dataclasses.replace(hurried, scenes=(dataclasses.replace(scene, frames=80),)), "ar"
    )
    assert "faster than 20 characters" in notes[0]


def test_vtt_has_sentence_ids_and_keeps_arabic_from_right_to_left(cut: Cut) -> None:
    cues, _ = make_cues(cut, "ar")
    text = to_vtt(cues, "ar")
    assert text.startswith("WEBVTT\n\nprotocol-1.1\n00:00:00.720 --> ")
    read = webvtt.from_string(text)
    assert [c.identifier for c in read] == [c.id for c in cues]
    assert all(line.startswith("\u200f") for c in read for line in c.text.split("\n"))


def test_srt_is_read_by_others(cut: Cut) -> None:
    cues, _ = make_cues(cut, "en")
    read = pysubs2.SSAFile.from_string(to_srt(cues, "en"), format_="srt")
    assert [e.start for e in read] == [c.start * 40 for c in cues]
    assert read[0].plaintext.replace("\n", " ") == cut.scenes[0].sentences[0].lines["en"].show


def test_signs_of_markup_are_escaped_in_vtt(cut: Cut) -> None:
    cues, _ = make_cues(cut, "en")
    odd = dataclasses.replace(cues[0], lines=("a <b> & --> c",))
    assert "a &lt;b&gt; &amp; --&gt; c" in to_vtt([odd], "en")


def test_files_lie_beside_the_film(cut: Cut, tmp_path: Path) -> None:
    write_subtitles(cut, tmp_path, "strong-partner.ar")
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "strong-partner.ar.en.srt",
        "strong-partner.ar.en.vtt",
        "strong-partner.ar.srt",
        "strong-partner.ar.vtt",
    ]


def test_names_on_cards_stay_whole_in_subtitles(cut: Cut) -> None:
    card = QuoteCard("...", "ar", {"ar": "باتيرخان فلان الفلاني"})
    named = dataclasses.replace(cut, scenes=(dataclasses.replace(cut.scenes[0], card=card),))
    assert ("فلان", "الفلاني") in tied_words(named, "ar")
    assert ("فلان", "الفلاني") not in tied_words(cut, "ar")


def test_a_name_that_is_on_no_card_is_kept_whole(cut: Cut) -> None:
    assert ("سناء", "تاكايتشي") in tied_words(cut, "ar")
    assert ("sanae", "takaichi") in tied_words(cut, "en")


def test_a_reason_that_card_and_narrator_both_give_ties_no_words(cut: Cut) -> None:
    """Else a day was torn from its month, as every word of the sentence held the next."""
    reason = "استقلال البلاد لم يُعلن إلا في 16 ديسمبر من ذلك العام."
    scene = cut.scenes[0]
    line = dataclasses.replace(scene.sentences[0].lines["ar"], show=f"لكن {reason}")
    sentence = dataclasses.replace(scene.sentences[0], lines={"ar": line})
    card = QuoteCard(reason, "ar", {})
    told = dataclasses.replace(
        cut, scenes=(dataclasses.replace(scene, card=card, sentences=(sentence,)),)
    )
    assert ("لم", "يُعلن") not in tied_words(told, "ar")
    other = dataclasses.replace(card, text="لم يُعلن")
    twice = dataclasses.replace(told, scenes=(dataclasses.replace(told.scenes[0], card=other),))
    assert ("لم", "يُعلن") in tied_words(twice, "ar")
