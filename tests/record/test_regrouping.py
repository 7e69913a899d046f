"""People say which tellings are one happening; values are settled anew, and all can be undone."""

import pytest
from hand import Text, record_of

from sijill.citation import Span, cite
from sijill.record.decisions import Anchor, Decision
from sijill.record.finding import anchor_of
from sijill.record.verify import verify_record
from sijill.serial import dumps, to_plain


def lecture(name, words, *people, date="2025-12-19", language="ar", place="tokyo", **more):
    text = Text(name, words, language=language, published="2025-12-20")
    return text.event("lecture", "محاضرة", " ".join(people), date=date, place=place, **more)


@pytest.fixture
def three():
    """Two sources tell one lecture, a third one of another day."""
    return [
        lecture("a", "ألقى توكاييف محاضرة في طوكيو.", "tokayev"),
        lecture("b", "ألقى الرئيس محاضرة في طوكيو.", "tokayev", minutes=40),
        lecture("c", "ألقى الضيف محاضرة في طوكيو.", "tokayev", date="2025-12-21"),
    ]


def decide(action, *items, number=1, **values):
    anchors = {item.id: anchor_of(item) for item in items}
    return Decision(
        action, items[0].id, values, "event", anchors, number=number, who="Aru", at="2026-01-01"
    )


def merge(*items, number=1):
    return decide("merge", *items, number=number, **{"with": [item.id for item in items[1:]]})


def texts_of(texts):
    return {t.source_id: t.text for t in texts}


def test_two_events_become_one_with_all_that_was_told(three):
    two = record_of(*three).events
    assert [len(e.citations) for e in two] == [2, 1]
    (one,) = record_of(*three, decisions=[merge(*two)]).events
    assert one.id == two[0].id
    assert {c.source_id for c in one.citations} == {"a", "b", "c"}
    assert one.date == "2025-12-19"  # two sources against one
    assert "date" in one.disputed
    assert ("date", "2025-12-21") in {(t.field, t.value) for t in one.tellings}
    assert [(n.action, n.who) for n in one.decisions] == [("merge", "Aru")]


def test_what_was_said_at_a_merged_event_points_to_the_one_that_is_left(three):
    three[2].text += " وقال إن الثقة تعود."
    three[2].quotation("الثقة تعود", "tokayev")
    record = record_of(*three)
    said = record.statements[0]
    assert said.event == record.events[1].id
    after = record_of(*three, decisions=[merge(*record.events)])
    assert after.statements[0].event == record.events[0].id
    assert verify_record(after, texts_of(three)) == []


def test_leaving_the_merge_out_brings_everything_back(three):
    before = record_of(*three)
    record_of(*three, decisions=[merge(*before.events)])
    assert dumps(record_of(*three)) == dumps(before)


def test_decisions_on_both_follow_into_the_merged_event(three):
    first, second = record_of(*three).events
    decisions = [
        decide("correct", second, number=1, minutes=45),
        merge(first, second, number=2),
        decide("correct", first, number=3, place="astana"),
    ]
    (one,) = record_of(*three, decisions=decisions).events
    assert one.details["minutes"] == 45
    assert one.place == "astana"
    assert [n.line for n in one.decisions] == [1, 2, 3]


def test_what_is_merged_already_is_told(three):
    first, second = record_of(*three).events
    again = [merge(first, second, number=1), merge(first, second, number=2)]
    record = record_of(*three, decisions=again)
    assert len(record.events) == 1
    assert [(u.line, u.reason) for u in record.unapplied] == [(2, "these are one event already")]


def split(item, *citations, number=1):
    return decide("split", item, number=number, citations=to_plain(citations))


def test_a_telling_leaves_into_an_event_of_its_own(three):
    whole = record_of(*three).events[0]
    cited = next(c for c in whole.citations if c.source_id == "b")
    record = record_of(*three, decisions=[split(whole, cited)])
    assert len(record.events) == 3
    stays = next(e for e in record.events if e.id == whole.id)
    apart = next(e for e in record.events if {c.source_id for c in e.citations} == {"b"})
    assert "minutes" not in stays.details
    assert apart.details["minutes"] == 40
    assert apart.id.startswith(stays.id)  # the same description: a number sets them apart
    assert stays.decisions[0].action == apart.decisions[0].action == "split"
    assert len({e.id for e in record.events}) == 3


def test_what_was_split_can_be_decided_on_by_itself(three):
    whole = record_of(*three).events[0]
    cited = next(c for c in whole.citations if c.source_id == "b")
    first = split(whole, cited)
    apart = next(
        e
        for e in record_of(*three, decisions=[first]).events
        if {c.source_id for c in e.citations} == {"b"}
    )
    record = record_of(*three, decisions=[first, decide("reject", apart, number=2)])
    assert len(record.events) == 2
    assert record.unapplied == ()


def test_a_split_of_all_or_of_nothing_is_told(three):
    whole, other = record_of(*three).events
    decisions = [
        split(whole, *whole.citations, number=1),
        split(whole, *other.citations, number=2),
    ]
    record = record_of(*three, decisions=decisions)
    assert [u.line for u in record.unapplied] == [1, 2]
    assert "no telling would be left" in record.unapplied[0].reason
    assert "do not tell this event" in record.unapplied[1].reason


ADDED = {
    "ar": ("وتناول الرئيس الغداء مع رئيسة الوزراء في القصر.", "تناول الرئيس الغداء"),
    "en": ("The president had luncheon with the premier.", "had luncheon"),
    "ru": ("Президент пообедал с премьер-министром.", "пообедал"),
    "kk": ("Президент премьер-министрмен түскі ас ішті.", "түскі ас ішті"),
    "ja": ("大統領は首相と昼食を共にした。", "昼食を共にした"),
}


def add(text, words, number=1, **fields):
    start = text.text.index(words)
    cited = cite(text.source_id, text.text, Span(start, start + len(words)))
    return Decision(
        "add",
        "banquet-2025-12-18-added000",
        {"fields": fields},
        "event",
        {"banquet-2025-12-18-added000": Anchor("banquet", (cited,), (cited,))},
        number=number,
        who="Aru",
    )


@pytest.mark.parametrize("language", ADDED)
def test_what_reading_missed_is_added_with_its_words(language):
    words, cited = ADDED[language]
    text = Text("a", words, language=language, published="2025-12-20")
    made = add(
        text,
        cited,
        type="banquet",
        date="2025-12-18",
        participants=["tokayev", "takaichi"],
        place="tokyo",
        meal="luncheon",
    )
    record = record_of(text, decisions=[made])
    (event,) = record.events
    assert (event.id, event.type, event.date, event.place) == (
        made.item,
        "banquet",
        "2025-12-18",
        "tokyo",
    )
    assert event.citations[0].exact == cited
    assert event.details == {"meal": "luncheon"}
    assert event.decisions[0].action == "add"
    assert verify_record(record, {"a": words}) == []


def test_an_added_event_that_reading_finds_later_is_one_event():
    words, cited = ADDED["ar"]
    text = Text("a", words, language="ar", published="2025-12-20")
    fields = {"type": "banquet", "date": "2025-12-18", "participants": ["tokayev", "takaichi"]}
    decisions = [
        add(text, cited, 1, **fields),
        Decision("correct", "banquet-2025-12-18-added000", {"place": "tokyo"}, "event",
                 add(text, cited).anchors, number=2, who="Aru"),
    ]  # fmt: skip
    text.event("banquet", "الغداء", "tokayev takaichi", date="2025-12-18")
    (event,) = record_of(text, decisions=decisions).events
    assert event.place == "tokyo"
    assert {c.exact for c in event.citations} == {cited, words}


def test_an_added_event_takes_part_in_what_the_machine_works_out():
    text = Text("a", "زار توكاييف اليابان من 18 إلى 20 ديسمبر. تناول الغداء.", language="ar")
    text.event("visit", "زار", "tokayev", date="2025-12-18/2025-12-20", place="jp")
    fields = {"type": "banquet", "date": "2025-12-19", "participants": ["tokayev", "takaichi"]}
    visit, banquet = record_of(text, decisions=[add(text, "تناول الغداء", **fields)]).events
    assert banquet.part_of == visit.id


def test_added_words_that_are_not_there_any_more_are_told():
    words, cited = ADDED["ar"]
    made = add(Text("a", words), cited, type="banquet")
    elsewhere = Text("a", "…" + words, language="ar")
    (lost,) = record_of(elsewhere, decisions=[made]).unapplied
    assert "do not stand in the source" in lost.reason
    (lost,) = record_of(Text("b", words, language="ar"), decisions=[made]).unapplied
    assert "its source a is not here" in lost.reason


def test_an_added_event_with_an_entity_that_is_gone_is_told():
    words, cited = ADDED["ar"]
    text = Text("a", words, language="ar")
    made = add(text, cited, type="banquet", participants=["somebody-gone"])
    (lost,) = record_of(text, decisions=[made]).unapplied
    assert "somebody-gone" in lost.reason


def reject(item, number=1):
    anchor = anchor_of(item, whole=True)
    return Decision("reject", item.id, {}, "event", {item.id: anchor}, number=number, who="Aru")


def test_rejected_words_leave_an_event_that_tells_more_by_now():
    misread = lecture("a", "كانت آخر محاضرة قبل سنين.", "tokayev", date="1920", place=None)
    item = record_of(misread).events[0]
    # A better reading takes the day from elsewhere, and the lecture for the one that others tell.
    better = lecture("a", "كانت آخر محاضرة قبل سنين.", "tokayev")
    other = lecture("b", "ألقى الرئيس محاضرة في طوكيو.", "tokayev")
    (one,) = record_of(better, other).events
    assert len(one.citations) == 2
    record = record_of(better, other, decisions=[reject(item)])
    assert [c.source_id for e in record.events for c in e.citations] == ["b"]
    assert record.events[0].id == one.id
    assert record.unapplied == ()


def test_a_rejected_event_stays_away_and_it_is_said_who_tells_it_again():
    first = lecture("a", "ألقى الرئيس محاضرة في طوكيو.", "tokayev")
    item = record_of(first).events[0]
    again = lecture("b", "ألقى توكاييف محاضرة في طوكيو.", "tokayev")
    record = record_of(first, again, decisions=[reject(item)])
    assert record.events == ()
    (told,) = record.retold
    assert (told.line, told.item) == (1, item.id)
    assert told.reason.endswith(": b")
    assert record_of(first, decisions=[reject(item)]).retold == ()


def test_what_was_corrected_before_it_was_rejected_is_no_decision_without_effect(three):
    item = record_of(*three).events[0]
    decisions = [decide("correct", item, number=1, minutes=30), reject(item, number=2)]
    record = record_of(*three, decisions=decisions)
    assert item.id not in {e.id for e in record.events}
    assert record.unapplied == ()
