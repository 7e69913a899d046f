"""What the narrator says for a verdict: sentences one can listen to, made of its facts."""

from __future__ import annotations

from dataclasses import replace

from strong_record import cited

from sijill.documents.document import ClaimKind
from sijill.record.items import ClaimItem, EventItem, RarityNote, Record, Verdict
from sijill.register.load import load_register
from sijill.script.facts import Story
from sijill.script.teller import Teller
from sijill.script.verdicts import can_be_judged, judge, written_reason
from sijill.tellings.reference import anchor_dates, milestones


def _told(record: Record, claim: ClaimItem, language: str) -> str:
    teller = Teller(record, load_register(), ("ar", "en"))
    story = Story(record, teller.names)
    assert can_be_judged(story, teller, claim)
    return " ".join(s.lines[language].show for s in judge(story, teller, claim) if s)


def _claim(record: Record, kind: ClaimKind, verdict: Verdict, about: str | None) -> ClaimItem:
    return replace(record.claims[0], kind=kind, verdict=verdict, about=about)


def test_dates_that_stand_the_other_way_round(record: Record) -> None:
    closing = EventItem(
        "closing",
        "disarmament",
        record.events[0].status,
        (cited("01", "14 وثيقة"),),
        date="1991-08-29",
        participants=("kz",),
    )
    told = replace(closing.citations[0], exact="إغلاق موقع سيميبالاتينسك للتجارب")
    closing = replace(closing, citations=(told,))
    address = anchor_dates()["KZ", "independence"][1]
    verdict = Verdict("contradicted", {}, {}, ("closing",), 1, (address,))
    claim = _claim(record, ClaimKind.ORDER, verdict, "closing")
    known = replace(record, events=(*record.events, closing), claims=(claim,))
    assert _told(known, claim, "en").endswith(
        "came on 29 August 1991, and independence was declared only on 16 December 1991."
    )
    assert "ولم يُعلن الاستقلال إلا في 16 ديسمبر 1991" in _told(known, claim, "ar")


def test_a_case_that_only_a_reference_table_knows(record: Record) -> None:
    fact = next(m for m in milestones() if m.people == ("Emomali Rahmonov",) and m.held)
    verdict = Verdict("contradicted", {}, {}, (), 1, fact.addresses)
    claim = _claim(record, ClaimKind.FIRST, verdict, None)
    assert _told(record, claim, "en") == (
        "But a reference table holds an earlier case: a lecture by Emomali Rahmonov, then president"
        " of Tajikistan, at the United Nations University between 14 and 18 May 2001."
    )
    assert _told(record, claim, "ar") == (
        "لكن في جدول مرجعي حالة أسبق: محاضرة لرئيس طاجيكستان آنذاك إمام علي رحمن"
        " في جامعة الأمم المتحدة بين 14 و18 مايو 2001."
    )


def test_a_note_of_figures_and_brackets_is_not_read_out(record: Record) -> None:
    verdict = Verdict("contradicted", {}, {"en": "Almaty (1993)", "ar": "ألماتي (1993)"})
    claim = _claim(record, ClaimKind.COUNT, verdict, None)
    teller = Teller(record, load_register(), ("ar", "en"))
    assert not can_be_judged(Story(record, teller.names), teller, claim)


def test_a_card_shows_what_was_said(record: Record) -> None:
    fact = next(m for m in milestones() if m.people == ("Emomali Rahmonov",) and m.held)
    verdict = Verdict("contradicted", {}, {"en": "a note", "ar": "حاشية"}, (), 1, fact.addresses)
    claim = _claim(record, ClaimKind.FIRST, verdict, None)
    teller = Teller(record, load_register(), ("ar", "en"))
    story = Story(record, teller.names)
    why = written_reason(story, teller, claim, judge(story, teller, claim))
    assert why["ar"].startswith("في جدول مرجعي حالة أسبق")
    assert why["en"].startswith("A reference table holds an earlier case")
    opinion = replace(claim, verdict=replace(verdict, verdict="opinion"))
    assert written_reason(story, teller, opinion, judge(story, teller, opinion))["en"] == "A note"


def test_a_card_tells_a_count_heard_before_again_and_nothing_more(record: Record) -> None:
    event = next(e for e in record.events if e.type == "audience")
    note = RarityNote("same_day", event.id, "all", 7, 18, 0.19, 0.62, 1.3, "not_rare",
                      {"en": "x", "ar": "x"}, "2016/2025", complete=False)  # fmt: skip
    record = replace(record, rarities=(note,))
    long = {"en": "Received " * 40, "ar": "استقبال " * 40}
    claim = _claim(record, ClaimKind.RARE, Verdict("contradicted", {}, long), event.id)
    teller = Teller(record, load_register(), ("ar", "en"))
    story = Story(record, teller.names)
    story.used.add("rate:same_day")
    why = written_reason(story, teller, claim, judge(story, teller, claim))
    for language in ("ar", "en"):
        assert "18" in why[language]
        assert len(why[language]) < 120
