"""What a checker of facts would strike: more than the words say, and what nobody but one says."""

from __future__ import annotations

from dataclasses import replace

from strong_record import cited, event, strong_record

from sijill.documents.document import SAME_DAY, ClaimKind
from sijill.record.items import ClaimItem, EventItem, RarityNote, Record, Telling, Verdict
from sijill.register.load import load_register
from sijill.script.cards import timeline
from sijill.script.compose import write_script
from sijill.script.facts import Story
from sijill.script.happenings import tell_event
from sijill.script.scenes import PortraitCard, SourceRollCard, TimelineCard
from sijill.script.sentence import Script, SentenceKind
from sijill.script.teller import Teller


def _begun(record: Record) -> tuple[Story, Teller]:
    teller = Teller(record, load_register(), ("ar", "en"))
    return Story(record, teller.names), teller


def _rarity() -> RarityNote:
    return RarityNote(
        SAME_DAY,
        "audience-tokayev",
        "all",
        7,
        16,
        0.19,
        0.62,
        1.3,
        "not_rare",
        {"en": "x", "ar": "x"},
        "2016/2025",
        complete=False,
    )


def _given_up(*trigger: str) -> EventItem:
    """Make the giving up of weapons, told by these words of the Russian report of a lecture."""
    told = tuple(cited("09", words) for words in trigger)
    return event(
        "gave-up",
        "disarmament",
        None,
        None,
        "kz",
        *told,
        tellings=(Telling("type", "disarmament", told),),
    )


def test_what_only_one_person_says_is_told_as_that_persons(record: Record) -> None:
    given_up = _given_up("отказаться от четвертого по величине ядерного арсенала")
    story, teller = _begun(record)
    told = tell_event(story, teller, given_up)
    assert told is not None
    assert told.kind is SentenceKind.ATTRIBUTED_OPINION
    assert told.lines["en"].show.startswith("Kazakhstan gave up nuclear weapons, as President")
    assert told.lines["en"].show.endswith("says.")
    assert "، كما يقول " in told.lines["ar"].show
    assert "s4" in told.items
    assert any(c.exact.startswith("после обретения независимости") for c in told.citations)


def test_what_a_source_tells_itself_is_the_narrators(record: Record) -> None:
    story, teller = _begun(replace(record, statements=()))
    told = tell_event(story, teller, _given_up("отказаться от четвертого по величине ядерного"))
    assert told is not None
    assert told.kind is SentenceKind.PARAPHRASE
    assert "says" not in told.lines["en"].show


def test_a_speech_is_no_lecture(record: Record) -> None:
    lecture = next(e for e in record.events if e.id == "lecture-2001")
    words = cited("10", "gave a speech at UN University")
    spoken = replace(lecture, citations=(words,), tellings=(Telling("type", "lecture", (words,)),))
    story, teller = _begun(record)
    told = tell_event(story, teller, spoken)
    assert told is not None
    assert "gave a speech at the United Nations University" in told.lines["en"].show
    assert "كلمة" in told.lines["ar"].show
    assert "محاضرة" not in told.lines["ar"].show
    called = cited("08", "محاضرة في مقر جامعة الأمم المتحدة")
    story, teller = _begun(record)
    both = replace(spoken, tellings=(Telling("type", "lecture", (words, called)),))
    told = tell_event(story, teller, both)
    assert told is not None
    assert "speech" not in told.lines["en"].show


def test_visits_that_are_counted_are_those_of_leaders(script: Script) -> None:
    told = [(s.card, s.sentences) for _, s in script.scenes() if isinstance(s.card, TimelineCard)]
    counts = [
        (card, line.lines["en"].show)
        for card, lines in told
        for line in lines
        if "the sources record" in line.lines["en"].show
    ]
    assert counts
    for card, line in counts:
        assert "by their leaders" in line
        assert card.heading["en"] == "Visits of the leaders"
        assert card.heading["ar"] == "زيارات القادة"


def test_the_roll_names_reference_tables_where_the_film_speaks_of_them(record: Record) -> None:
    def notes(given: Record) -> list[str]:
        cards = [s.card for _, s in write_script(given).scenes()]
        return [card.note["en"] for card in cards if isinstance(card, SourceRollCard)]

    rarity = _rarity()
    counted = replace(record, rarities=(rarity,))
    assert any("reference tables" in note for note in notes(counted))
    assert not any("reference tables" in note for note in notes(record))


def test_words_that_come_with_a_claim_are_not_announced_before_it(record: Record) -> None:
    """A portrait that only says that somebody spoke of weapons, before the words are shown."""
    claim = ClaimItem(
        "order",
        ClaimKind.RANK,
        "ru",
        "отказаться от четвертого по величине ядерного арсенала в мире",
        (cited("09", "отказаться от четвертого по величине ядерного арсенала в мире"),),
        asserted_by="kassym-jomart-tokayev",
        verdict=Verdict("contradicted", {}, {"ar": "لا يصح ذلك.", "en": "This is not so."}),
    )
    for claims, announced in (((), 1), ((claim,), 0)):
        script = write_script(replace(record, claims=claims))
        told = [
            sentence
            for chapter, scene in script.scenes()
            if chapter.id == "nuclear_security" and isinstance(scene.card, PortraitCard)
            for sentence in scene.sentences
            if "s4" in sentence.items
        ]
        assert len(told) == announced


def test_a_post_on_a_card_has_no_article_before_it(record: Record) -> None:
    entities = [
        replace(e, posts=tuple(replace(held, citations=()) for held in e.posts))
        if e.id == "tomohiko-uyama"
        else e
        for e in record.entities
    ]
    _, teller = _begun(replace(record, entities=tuple(entities)))
    assert teller.names.post_label("tomohiko-uyama", None) == {
        "ar": "خبير في جامعة هوكايدو",
        "en": "Expert at Hokkaido University",
    }


def test_a_count_up_to_a_day_says_so(record: Record) -> None:
    """Seven of 16 up to the visit and seven of 18 today are both right, if one says which."""
    note = _rarity()
    for given, said in ((note, False), (replace(note, k_today=7, n_today=18), True)):
        script = write_script(replace(record, rarities=(given,)))
        lines = [s.lines["en"].show for _, scene in script.scenes() for s in scene.sentences]
        [counted] = [line for line in lines if "seven of 16 other visits" in line]
        assert ("up to then" in counted) is said


def test_a_point_with_two_dates_shows_both(record: Record) -> None:
    """The narrator says that sources differ; the line must not know better."""
    opened = next(e for e in record.events if e.type == "embassy_opened")
    tellings = tuple(
        Telling("date", value, opened.citations) for value in ("1996-02", "1997", "1997-02")
    )
    differing = replace(opened, date="1997-02", tellings=tellings, disputed=("date",))
    others = [e for e in record.events if e.type == "visit" and e.date][:3]
    story, teller = _begun(record)
    card = timeline(story, teller, "heading.milestones", [differing, *others])
    assert card is not None
    labels = {point.date: point.date_label for point in card.points}
    assert labels["1997-02"] == {
        "ar": "فبراير 1996 أو 1997",
        "en": "February 1996 or 1997",
    }


def test_nobody_looks_at_one_chronology_for_a_minute(script: Script) -> None:
    told = [
        (len(s.sentences), len(s.card.points))
        for _, s in script.scenes()
        if isinstance(s.card, TimelineCard)
    ]
    assert told
    assert all(sentences <= 6 or points < 6 for sentences, points in told)


def test_the_roll_of_sources_is_in_the_order_of_their_days(script: Script) -> None:
    [card] = [s.card for _, s in script.scenes() if isinstance(s.card, SourceRollCard)]
    dated = {note.headline: note.published for note in strong_record().sources}
    days = [dated[entry.headline] for entry in card.entries]
    told = [day for day in days if day]
    assert told == sorted(told)
    assert days[: len(told)] == told


def test_two_spans_of_days_are_both_shown(record: Record) -> None:
    visits = [e for e in record.events if e.type == "visit" and e.date]
    values = ("2008-06", "2008-06-18/2008-06-22", "2008-06-18/2008-06-23")
    differing = replace(
        visits[0],
        date="2008-06-18/2008-06-23",
        tellings=tuple(Telling("date", value, visits[0].citations) for value in values),
        disputed=("date",),
    )
    story, teller = _begun(record)
    card = timeline(story, teller, "heading.visits", [differing, *visits[1:4]])
    assert card is not None
    assert {
        "ar": "18–22 أو 18–23 يونيو 2008",
        "en": "18–22 or 18–23 June 2008",
    } in [point.date_label for point in card.points]


def test_days_worked_out_stand_on_what_happened_on_the_last(record: Record) -> None:
    """No source says that the visit lasted until the 20th; the summit of that day says so."""
    visit = next(e for e in record.events if e.id == "visit-2025")
    told = (Telling("date", "2025-12", visit.citations),)
    worked_out = replace(
        visit,
        tellings=(*told, Telling("date", str(visit.date), visit.citations, inferred=True)),
    )
    story, teller = _begun(record)
    sentence = tell_event(story, teller, worked_out)
    assert sentence is not None
    assert sentence.kind is SentenceKind.SYNTHESIS
    summit = next(e for e in record.events if e.id == "summit-2025")
    assert set(sentence.citations) & set(summit.citations)
    assert summit.id in sentence.items
    as_told = replace(visit, tellings=(Telling("date", str(visit.date), visit.citations),))
    story, teller = _begun(record)
    plain = tell_event(story, teller, as_told)
    assert plain is not None
    assert plain.kind is SentenceKind.PARAPHRASE
