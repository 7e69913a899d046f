"""What one state did to another: told neutrally, in the words of a source."""

from __future__ import annotations

from dataclasses import replace

import pytest
from other_record import TEXT, other_record

from sijill.record.items import EventItem, Occupancy, Record
from sijill.script.check import check_script
from sijill.script.compose import write_script
from sijill.script.scenes import QuoteCard
from sijill.script.sentence import Scene, Script
from sijill.temporal.datelines import text_behind_dateline


def record_with(kind: str, *, who: tuple[str, ...] = ("om",), language: str = "en") -> Record:
    """Give a record in which the talks are another kind of event, of the day after."""
    record = other_record()
    talks = next(e for e in record.events if e.id == "talks")
    crisis = replace(talks, id="crisis", type=kind, date="2031-03-20", participants=who)
    sources = tuple(replace(s, language=language) for s in record.sources)
    return replace(record, events=(*record.events, crisis), sources=sources)


def scene_of(script: Script) -> Scene:
    return next(
        scene
        for _, scene in script.scenes()
        if any("crisis" in sentence.items for sentence in scene.sentences)
    )


def crisis_of(record: Record) -> EventItem:
    return next(e for e in record.events if e.id == "crisis")


@pytest.mark.parametrize(
    ("kind", "english", "arabic"),
    [
        ("sanction", "anctions were imposed", "فُرضت عقوبات"),
        ("protest", "protest", "احتجاج"),
        ("ambassador_recalled", "an ambassador was recalled", "سُحب سفير"),
        ("expulsion", "diplomatic expulsion", "طرد دبلوماسي"),
    ],
)
def test_it_happened_and_a_source_says_the_rest(kind: str, english: str, arabic: str) -> None:
    record = record_with(kind)
    scene = scene_of(write_script(record))
    fact, words = scene.sentences
    assert english in fact.lines["en"].show
    assert arabic in fact.lines["ar"].show
    assert "20 March" in fact.lines["en"].show
    exact = crisis_of(record).citations[0].exact
    assert exact.rstrip(".") in words.lines["en"].show
    assert "بالإنجليزية" in words.lines["ar"].show
    assert isinstance(scene.card, QuoteCard)
    assert (scene.card.text, scene.card.language) == (exact, "en")


def test_a_sentence_that_tells_two_steps_is_read_once() -> None:
    record = record_with("sanction")
    first = crisis_of(record)
    second = replace(first, id="recall", type="ambassador_recalled", date="2031-03-21")
    both = replace(record, events=(*record.events, second))
    script = write_script(both)
    sanctions, recall, words = scene_of(script).sentences
    assert "anctions were imposed" in sanctions.lines["en"].show
    assert "ambassador was recalled" in recall.lines["en"].show
    assert words.items == ("crisis", "recall")
    exact = first.citations[0].exact.rstrip(".")
    lines = [s.lines["en"].show for _, scene in script.scenes() for s in scene.sentences]
    assert sum(exact in line for line in lines) == 1
    faults = check_script(script, both, {"en-1": TEXT}).faults
    assert not [f for f in faults if f.sentence_id in (sanctions.id, recall.id, words.id)]


def test_an_envoy_is_named() -> None:
    record = record_with("ambassador_recalled", who=("sultan",))
    envoys = tuple(
        replace(e, posts=(Occupancy("ambassador", "OM", "current", None, e.posts[0].citations),))
        if e.id == "sultan"
        else e
        for e in record.entities
    )
    fact = scene_of(write_script(replace(record, entities=envoys))).sentences[0]
    assert "Salim bin Rashid" in fact.lines["en"].show
    assert "was recalled" in fact.lines["en"].show


def test_words_that_no_voice_of_the_film_reads_are_only_shown() -> None:
    record = record_with("expulsion", language="ru")
    words = scene_of(write_script(record)).sentences[1]
    exact = crisis_of(record).citations[0].exact.rstrip(".")
    assert all(exact not in line.show for line in words.lines.values())
    assert "in Russian" in words.lines["en"].show


def test_beside_the_steps_of_a_relationship_it_is_told_in_words_too() -> None:
    record = record_with("sanction")
    steps = tuple(
        replace(e, id=f"step-{n}", type="phone_call", date=f"20{n}-03-20")
        for e in record.events
        if e.id == "talks"
        for n in (26, 27, 28)
    )
    scene = scene_of(write_script(replace(record, events=(*record.events, *steps))))
    assert isinstance(scene.card, QuoteCard)


def test_a_source_that_opens_with_its_dateline_is_not_named_by_it() -> None:
    record = record_with("sanction")
    dated = tuple(
        replace(s, outlet="", headline="Muscat, 21 March 2031", published="2031-03-21")
        for s in record.sources
    )
    card = scene_of(write_script(replace(record, sources=dated))).card
    assert isinstance(card, QuoteCard)
    assert card.speaker["en"].startswith("Published source")


def test_it_stands_the_check() -> None:
    record = record_with("sanction")
    script = write_script(record)
    faults = check_script(script, record, {"en-1": TEXT}).faults
    told = {s.id for s in scene_of(script).sentences}
    assert not [fault for fault in faults if fault.sentence_id in told]


@pytest.mark.parametrize(
    ("exact", "told"),
    [
        ("OSLO, 20 March 2031 (NW) – The envoy left.", "The envoy left."),
        ("OSLO (Reuters) – The envoy left.", "The envoy left."),
        ("The envoy – a man of few words – left.", "The envoy – a man of few words – left."),
    ],
)
def test_a_dateline_is_no_part_of_the_words_shown(exact: str, told: str) -> None:
    assert text_behind_dateline(exact, "en") == told
    record = record_with("protest")
    crisis = crisis_of(record)
    citations = tuple(replace(c, exact=exact) for c in crisis.citations)
    events = tuple(
        replace(e, citations=citations) if e.id == "crisis" else e for e in record.events
    )
    scene = scene_of(write_script(replace(record, events=events)))
    assert isinstance(scene.card, QuoteCard)
    assert scene.card.text == told


def test_who_knows_the_month_alone_tells_nothing_again() -> None:
    record = record_with("expulsion")
    vague = replace(crisis_of(record), id="vague", date="2031-03")
    other = replace(crisis_of(record), id="other", date="2031-04")
    script = write_script(replace(record, events=(*record.events, vague, other)))
    told = {item for _, scene in script.scenes() for s in scene.sentences for item in s.items}
    assert {"crisis", "other"} <= told
    assert "vague" not in told
