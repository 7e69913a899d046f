"""What a documentary editor would strike: dates of another year, last year, who is that, of what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sijill.citation import Citation
from sijill.documents.document import ClaimKind, QuotationKind, Status
from sijill.record.items import (
    EventItem,
    RarityNote,
    Record,
    RecordEntity,
    StatementItem,
    Telling,
    Verdict,
)
from sijill.register.load import load_register
from sijill.script.chapters.economy import grant_card
from sijill.script.chapters.reception import venue
from sijill.script.claimed import claim_scene
from sijill.script.concepts import find_concepts
from sijill.script.contacts import encounter
from sijill.script.facts import Story, evidence_of
from sijill.script.happenings import tell_event
from sijill.script.reported_words import reported_words
from sijill.script.scenes import CaveatCard, PeersGridCard
from sijill.script.sentence import Script
from sijill.script.teller import Teller
from sijill.script.verdicts import judge, written_reason


def _begun(record: Record) -> tuple[Story, Teller]:
    teller = Teller(record, load_register(), ("ar", "en"))
    return Story(record, teller.names), teller


def _event(record: Record, event_id: str) -> EventItem:
    return next(e for e in record.events if e.id == event_id)


def _told(story: Story, teller: Teller, event: EventItem) -> dict[str, str]:
    sentence = tell_event(story, teller, event)
    assert sentence is not None
    return {lang: line.show for lang, line in sentence.lines.items()}


def _report(words: str, language: str) -> StatementItem:
    before = {"ar": "وقال الوزير إن ", "en": "She said that "}[language]
    citation = Citation("s", 100, 100 + len(words), words, before)
    return StatementItem("s1", QuotationKind.INDIRECT, language, words, (citation,))


def test_a_day_is_not_dated_by_a_plan_told_before(record: Record) -> None:
    story, teller = _begun(record)
    call = next(e for e in record.events if e.type == "phone_call")
    plan = replace(_event(record, "summit-2024"), date="2024-08", status=Status.POSTPONED)
    assert "2024" in _told(story, teller, plan)["en"]
    told = _told(story, teller, replace(call, date="2024-08-09"))
    assert "2024" in told["en"]
    assert "2024" in told["ar"]


def test_two_plans_of_one_month_have_their_year_once(record: Record) -> None:
    story, teller = _begun(record)
    plan = replace(_event(record, "summit-2024"), date="2024-08", status=Status.POSTPONED)
    assert "2024" in _told(story, teller, plan)["en"]
    assert "2024" not in _told(story, teller, replace(plan, id="another"))["en"]


def test_after_a_doubt_about_other_days_the_year_is_said_again(record: Record) -> None:
    story, teller = _begun(record)
    call = next(e for e in record.events if e.type == "phone_call")
    assert "2024" in _told(story, teller, replace(call, date="2024-08-09"))["en"]
    assert "2024" not in _told(story, teller, replace(call, date="2024-08-20"))["en"]
    teller.forget_date()
    assert "2024" in _told(story, teller, replace(call, date="2024-08-22"))["en"]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("الإنفاق العسكري في العالم بلغ في العام الماضي رقما قياسيا", "ar"),
        ("الوفد سيصل إلى العاصمة غدا مع رجال الأعمال", "ar"),
        ("التجارة ستنمو في السنة المقبلة كما نمت من قبل", "ar"),
        ("trade had doubled since last year and would grow on", "en"),
        ("the talks held yesterday were the best for long", "en"),
        ("the plant will open next month in the capital", "en"),
    ],
)
def test_words_that_count_from_their_day_are_not_narrated(words: str, language: str) -> None:
    assert reported_words(_report(words, language)) is None


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("القمة المقبلة ستعقد في كازاخستان كما اتفق القادة", "ar"),
        ("التجارة نمت في عام 2024 أكثر مما كان متوقعا", "ar"),
        ("trade had doubled in 2024 and would grow on", "en"),
        ("the next summit would be held in Kazakhstan", "en"),
    ],
)
def test_words_with_a_date_of_their_own_are_narrated(words: str, language: str) -> None:
    assert reported_words(_report(words, language)) is not None


def test_who_is_of_neither_state_gets_the_country_again_in_each_chapter(record: Record) -> None:
    teller = Teller(record, load_register(), ("ar", "en"))
    guest, other = "kassym-jomart-tokayev", "emomali-rahmon"
    for who in (guest, other):
        teller.person(who, "2025-12-19")
    assert "Tajikistan" not in teller.person(other, "2025-12-19")["en"].show
    teller.new_section()
    assert "Tajikistan" in teller.person(other, "2025-12-19")["en"].show
    assert "طاجيكستان" not in teller.person(other, "2025-12-19")["ar"].show
    assert teller.person(guest, "2025-12-19")["en"].show == "President Tokayev"


def test_a_card_counts_what_was_heard_and_not_another_event(record: Record) -> None:
    audiences = [e for e in record.events if e.type == "audience"]
    about, counter = audiences[0], audiences[1]
    notes = tuple(
        RarityNote(
            "same_day",
            event,
            "all",
            k,
            n,
            0.19,
            0.62,
            1.3,
            "not_rare",
            {"en": "x", "ar": "x"},
            "2016/2025",
            complete=False,
        )
        for event, k, n in ((counter.id, 5, 12), (about.id, 7, 16))
    )
    record = replace(record, rarities=notes)
    verdict = Verdict("contradicted", {}, {"en": "a note", "ar": "حاشية"}, (counter.id,))
    claim = replace(record.claims[0], kind=ClaimKind.RARE, verdict=verdict, about=about.id)
    story, teller = _begun(record)
    story.used.add("rate:same_day")
    why = written_reason(story, teller, claim, judge(story, teller, claim))
    for language in ("ar", "en"):
        assert "16" in why[language]
        assert "12" not in why[language]


def test_a_claim_names_which_happening_it_is_about(record: Record) -> None:
    claim = next(c for c in record.claims if c.kind is ClaimKind.RARE and c.about)
    day = _event(record, str(claim.about)).date
    for last, wanted in ((day, None), ("2025-12-19", "of 18 December"), (None, "of 2025")):
        story, teller = _begun(record)
        teller.when(last)
        draft = claim_scene(story, teller, claim)
        assert draft is not None
        said = draft.sentences[0].lines["en"].show
        assert "the audience" in said
        assert wanted in said if wanted else "2025" not in said and "December" not in said


def test_every_year_is_told_with_what_it_was(record: Record) -> None:
    words = "الحوار بين البلدين ازداد قوة كل عام على مدى أكثر من ثلاثين عاما"
    inner = "كل عام على مدى أكثر من ثلاثين عاما"
    whole = Citation("24", 500, 500 + len(words), words)
    start = 500 + words.index(inner)
    cited = Citation("24", start, start + len(inner), inner)
    said = StatementItem("around", QuotationKind.INDIRECT, "ar", words, (whole,))
    verdict = Verdict("depends", {}, {"en": "a note", "ar": "حاشية"})
    claim = replace(
        record.claims[0], kind=ClaimKind.EVERY, language="ar", text=inner,
        citations=(cited,), verdict=verdict, about=None, asserted_by=None,
    )  # fmt: skip
    record = replace(record, statements=(said,), claims=(claim,))
    draft = claim_scene(*_begun(record), claim)
    assert draft is not None
    assert isinstance(draft.card, CaveatCard)
    assert draft.card.claim == words
    assert (
        draft.sentences[0]
        .lines["en"]
        .show.startswith("On relations between the two countries, one source speaks of something")
    )


def test_a_grant_is_told_with_what_it_is_for(record: Record) -> None:
    grant = _event(record, "grant")
    text = grant.citations[0].exact
    languages = {s.id: s.language for s in record.sources}
    purpose = {"ru": "медицинское оборудование", "ar": "معدات طبية"}
    language = languages[grant.citations[0].source_id]
    what = f"{text} {purpose[language]}"
    cited = replace(grant.citations[0], exact=what)
    grant = replace(grant, citations=(cited,), details={"what": what})
    told = _told(*_begun(record), grant)
    assert "for medical equipment" in told["en"]
    assert "مخصصة لمعدات طبية" in told["ar"]
    card = grant_card(*_begun(record), grant)
    assert card.what["en"] == "Grant agreement: medical equipment"
    assert "for" not in _told(*_begun(record), replace(grant, details={}))["en"].split()


def test_a_branch_is_one_of_the_body_that_opens_it(record: Record) -> None:
    told = _told(*_begun(record), _event(record, "branch"))
    assert "a plan to open a regional branch of the United Nations University" in told["en"]
    assert "فرع إقليمي لجامعة الأمم المتحدة" in told["ar"]


def test_a_place_is_told_with_what_it_is_and_never_twice(record: Record) -> None:
    story, teller = _begun(record)
    assert encounter(story, _event(record, "meiji")) is not None
    told = _told(story, teller, _event(record, "meiji"))
    assert "the Meiji Jingu shrine" in told["en"]
    assert told["ar"].count("ضريح") == 1


def test_a_concept_inside_the_words_of_another_is_not_named() -> None:
    assert find_concepts("topics", "the Security Council", "en") == ["un"]
    assert find_concepts("topics", "عاجز مجلس الأمن", "ar") == ["un"]
    both = find_concepts("topics", "security, and the Security Council", "en")
    assert set(both) == {"un", "security"}


def test_a_woman_takes_office_as_one(record: Record) -> None:
    story, teller = _begun(record)
    premier = replace(
        _event(record, "branch"), type="appointment", status=Status.HELD, place=None, date=None,
        participants=("sanae-takaichi",), details={},
    )  # fmt: skip
    assert "تولت" in _told(story, teller, premier)["ar"]
    assert "منصبها" in _told(story, teller, replace(premier, id="again"))["ar"]


def test_a_card_names_a_place_without_its_article(record: Record) -> None:
    story, _ = _begun(record)
    event = _event(record, "audience-tokayev")
    assert story.names.body(str(event.place))["en"].show == "the Imperial Palace"
    assert venue(story, event)["en"] == "Imperial Palace"
    assert venue(story, event)["ar"] == "القصر الإمبراطوري"


def test_a_guest_in_a_grid_has_the_day_on_a_line_of_its_own(script: Script) -> None:
    cards = [s.card for _, s in script.scenes() if isinstance(s.card, PeersGridCard)]
    lines = [peer.line["en"].split("\n") for peer in cards[0].peers]
    assert ["18 December 2025", "Imperial Palace · about 20 minutes"] in lines


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("House of Representatives of Japan", "the House of Representatives of Japan"),
        ("Senate of Kazakhstan", "the Senate of Kazakhstan"),
        ("Supreme Court", "the Supreme Court"),
        ("State Duma", "the State Duma"),
        ("Bank of Japan", "the Bank of Japan"),
        ("Diplomatic Academy", "the Diplomatic Academy"),
        ("Hokkaido University", "Hokkaido University"),
        ("Leiden University", "Leiden University"),
    ],
)
def test_a_body_has_its_article(record: Record, name: str, said: str) -> None:
    body = RecordEntity("o-body", "organisation", {"en": name, "ar": "هيئة"}, country="JP")
    record = replace(record, entities=(*record.entities, body))
    story, _ = _begun(record)
    assert story.names.body("o-body")["en"].show == said


def test_the_length_of_a_meeting_is_cited_where_it_is_told(record: Record) -> None:
    audience = _event(record, "audience-tokayev")
    source = audience.citations[0].source_id
    behind = Citation(source, 90_000, 90_020, "It lasted 20 minutes")
    telling = Telling("minutes", "20", (behind,))
    told = replace(audience, details={"minutes": 20}, tellings=(telling,))
    assert evidence_of(told, ["minutes"])[-1] == behind
    assert evidence_of(told) == audience.citations[: len(evidence_of(told))]
    own = replace(telling, citations=audience.citations[:1])
    assert behind not in evidence_of(replace(told, tellings=(own,)), ["minutes"])
    # Talks are told without their length: its words are not shown for them.
    story, teller = _begun(record)
    talks = replace(told, type="talks", tellings=(telling,))
    sentence = tell_event(story, teller, talks)
    assert sentence is not None
    assert behind not in sentence.citations


def test_a_day_that_only_a_further_source_tells_is_cited(record: Record) -> None:
    audience = _event(record, "audience-tokayev")
    far = Citation("99", 10, 30, "on 18 December 2025,")
    telling = Telling("date", str(audience.date), (far,))
    assert evidence_of(replace(audience, tellings=(telling,)))[-1] == far
    # The days of a visit were worked out: its arrival is told.
    arrival = replace(telling, value="2025-12-17/2025-12-18")
    visit = replace(audience, date="2025-12-17/2025-12-20", tellings=(arrival,))
    assert evidence_of(visit)[-1] == far
    near = replace(telling, citations=(*telling.citations, audience.citations[0]))
    assert far not in evidence_of(replace(audience, tellings=(near,)))


def test_the_words_that_tell_most_stand_first(record: Record) -> None:
    audience = _event(record, "audience-tokayev")
    little, much = (
        Citation("aa", 1, 9, "received"),
        Citation("zz", 1, 29, "received on 18 December"),
    )
    tellings = (
        Telling("date", str(audience.date), (much,)),
        Telling("participants", audience.participants[0], (little, much)),
    )
    told = replace(audience, citations=(little, much), tellings=tellings)
    assert evidence_of(told) == (much, little)


def test_a_spoken_year_is_closed_before_the_hour(record: Record) -> None:
    call = next(e for e in record.events if e.type == "phone_call")
    call = replace(call, date="2024-08-09", details={**call.details, "begins": "19:15"})
    story, teller = _begun(record)
    sentence = tell_event(story, teller, call)
    assert sentence is not None
    assert "On 9 August 2024 at 19:15," in sentence.lines["en"].show
    assert "twenty twenty-four, at seven fifteen in the evening," in sentence.lines["en"].say
