"""Decisions over what the machine proposes: they hold, they last, and leaving one out undoes it."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hand import LECTURE, Text, lecture_and_words, record_of

from sijill.identity.decisions import judgements_from
from sijill.ledger import Entry, append, replay
from sijill.record.decisions import ACTIONS, Decision, decisions_from, fields_of, kind_of_id
from sijill.record.finding import anchor_of
from sijill.record.verify import verify_record
from sijill.rights import rights_from
from sijill.store.database import write_store


@pytest.fixture
def text():
    return lecture_and_words()


def decision(item, action, number=1, **values):
    """Make a decision on an item of a record, as its line would give it back."""
    return Decision(
        action,
        item.id,
        values,
        kind_of_id(item.id),
        {item.id: anchor_of(item)},
        number=number,
        who="Aru",
        at="2026-01-01T00:00:00Z",
    )


def test_decisions_last_when_a_source_is_added(text):
    first = record_of(text)
    event, statement, claim = first.events[0], first.statements[0], first.claims[0]
    decisions = [
        decision(event, "correct", 1, status="cancelled", begins="10:30"),
        decision(statement, "translate", 2, ar="يجب أن تعود الثقة"),
        decision(claim, "judge", 3, verdict="opinion", why={"en": "Nothing to count."}),
    ]
    more = Text("b", "Tokayev gave a lecture.", published="2025-12-21")
    more.event("lecture", "lecture", "tokayev", date="2025-12-19", place="tokyo")
    second = record_of(text, more, decisions=decisions)
    assert second.events[0].status.value == "cancelled"
    assert second.events[0].details["begins"] == "10:30"
    assert second.events[0].decisions[0].fields == ("status", "begins")
    assert second.statements[0].translations == {"ar": "يجب أن تعود الثقة"}
    assert second.claims[0].verdict.why == {"en": "Nothing to count."}
    assert second.unapplied == ()


def test_a_rejected_event_leaves_nothing_that_points_to_it(text):
    before = record_of(text)
    after = record_of(text, decisions=[decision(before.events[0], "reject")])
    assert after.events == ()
    assert after.statements[0].event is None
    assert after.claims[0].about is None
    assert after.unapplied == ()
    assert verify_record(after, {"a": LECTURE}) == []


def test_without_the_decision_all_is_as_before(text):
    before = record_of(text)
    record_of(text, decisions=[decision(before.events[0], "reject")])
    assert record_of(text, decisions=[]) == before


def test_a_decision_about_nothing_is_listed_with_the_reason(text):
    lost = Decision("reject", "visit-gone", kind="event", number=7, who="Aru")
    (left,) = record_of(text, decisions=[lost]).unapplied
    assert (left.line, left.who) == (7, "Aru")
    assert "visit-gone" in left.reason


def test_the_words_of_a_source_are_not_corrected(text):
    item = record_of(text).statements[0]
    after = record_of(text, decisions=[decision(item, "correct", text="other")])
    assert after.statements[0].text == "trust must return"
    assert "“text” can't be set" in after.unapplied[0].reason


BAD = {
    "no action": {"item": "x"},
    "no such action": {"item": "x", "action": "improve"},
    "no such kind": {"item": "x", "action": "confirm", "kind": "person"},
    "not for its kind": {"item": "claim-x", "action": "merge", "values": {"with": ["y"]}},
    "values that are none": {"item": "x", "action": "correct", "values": ["date"]},
    "anchors that are none": {"item": "x", "action": "reject", "anchors": {"x": "words"}},
    "added without words": {"item": "x", "action": "add", "values": {"fields": {"type": "visit"}}},
    "merged with a text": {"item": "x", "action": "merge", "values": {"with": "y"}},
    "fields that are none": {"item": "x", "action": "add", "values": {"fields": ["type"]}},
    "split by a text": {"item": "x", "action": "split", "values": {"citations": "all"}},
    "split by half a citation": {"item": "x", "action": "split", "values": {"citations": [{}]}},
    "judged by nothing": {"item": "claim-x", "action": "judge", "values": {}},
    "confirmed by a text": {"item": "x", "action": "confirm", "values": {"values": "all"}},
    "a date that is a list": {"item": "EVENT", "action": "correct", "values": {"date": [1]}},
    "people that are a number": {
        "item": "EVENT",
        "action": "correct",
        "values": {"participants": 7},
    },
    "an unknown type": {"item": "EVENT", "action": "correct", "values": {"type": {"a": 1}}},
    "a word that is a list": {"item": "STATEMENT", "action": "translate", "values": {"en": []}},
    "a reason that is a text": {
        "item": "CLAIM",
        "action": "judge",
        "values": {"verdict": "opinion", "why": "so"},
    },
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_line_is_listed_and_the_others_hold(text, case):
    before = record_of(text)
    named = {
        "EVENT": before.events[0].id,
        "STATEMENT": before.statements[0].id,
        "CLAIM": before.claims[0].id,
    }
    item = named.get(BAD[case]["item"], BAD[case]["item"])
    lines = [
        {**BAD[case], "item": item},
        {"item": before.events[0].id, "action": "correct", "values": {"date": "2025-12-18"}},
    ]
    entries = [
        Entry(n, "2026-01-01T00:00:00Z", "Aru", "decision", "", fields, "", "")
        for n, fields in enumerate(lines, 1)
    ]
    after = record_of(text, decisions=decisions_from(entries))
    assert [u.line for u in after.unapplied] == [1]
    assert after.unapplied[0].reason
    assert after.events[0].date == "2025-12-18"


def test_two_wholes_of_each_other_are_no_circle():
    source = Text("a", "Tokayev visited Japan. He visited Tokyo.", published="2025-12-20")
    source.event("visit", "visited Japan", "tokayev", date="2025-12-18/2025-12-20", place="jp")
    source.event("visit", "visited Tokyo", "tokayev", date="2025-12-19", place="tokyo")
    one, other = record_of(source).events
    circle = [
        replace(decision(a, "correct", n, part_of=b.id), anchors={})
        for n, (a, b) in enumerate(((one, other), (other, one)), 1)
    ]
    after = {e.id: e.part_of for e in record_of(source, decisions=circle).events}
    assert sorted(str(whole) for whole in after.values())[0] == "None"


def test_every_line_that_the_page_on_decisions_shows_can_be_read():
    page = (Path(__file__).parent.parent.parent / "docs" / "decisions.md").read_text("utf-8")
    shown = [json.loads(line) for line in page.splitlines() if line.startswith("{")]
    kinds = {"action": "decision", "left": "judgement", "file": "rights", "line": "withdrawal"}
    entries = [
        Entry(n, "2026-01-01T00:00:00Z", "Aru", kinds[next(iter(fields))], "", fields, "", "")
        for n, fields in enumerate(shown, 1)
    ]
    decisions = decisions_from(entries)
    assert {d.action for d in decisions} == set(ACTIONS)
    assert len(judgements_from(entries)) == len(rights_from(entries)) == 1
    assert [fields_of(d) for d in decisions] == [f for f in shown if "action" in f]
    assert {e.what for e in entries} == set(kinds.values())


def test_decisions_on_items_can_be_asked_for_in_sql(text, tmp_path):
    item = record_of(text).events[0]
    changed = decision(item, "correct", 7, date="2025-12-18", place="astana")
    path = tmp_path / "record.sqlite"
    write_store(record_of(text, decisions=[changed]), path)
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT item, line, action, who, fields FROM decisions")
        assert rows.fetchall() == [(item.id, 7, "correct", "Aru", "date place")]


def test_a_decision_comes_back_from_its_line(text, tmp_path):
    path = tmp_path / "ledger.jsonl"
    made = decision(record_of(text).events[0], "correct", 1, date="2025-12-18")
    append(path, at=made.at, who=made.who, what="decision", fields=fields_of(made))
    assert decisions_from(replay(path)) == [made]


def test_lines_of_an_older_program_are_still_read(text, tmp_path):
    path = tmp_path / "ledger.jsonl"
    item = record_of(text).events[0].id
    append(
        path,
        at="2025-12-30T00:00:00Z",
        who="Omar",
        what="correction",
        fields={"item": item, "action": "correct", "values": {"date": "2025-12-18"}},
    )
    after = record_of(text, decisions=decisions_from(replay(path)))
    assert after.events[0].date == "2025-12-18"
    assert after.events[0].decisions[0].who == "Omar"


def two_lectures():
    one = Text("a", "Tokayev gave a lecture in Tokyo.", published="2025-12-20")
    one.event("lecture", "lecture", "tokayev", date="2025-12-19", place="tokyo")
    two = Text("b", "Tokayev gave a lecture in Tokyo.", published="2025-12-20")
    return one, two


def test_two_events_said_to_be_two_stay_two_when_reading_would_merge_them():
    one, two = two_lectures()
    two.event("lecture", "lecture", "tokayev", date="2025-11-02", place="tokyo")
    left, right = sorted(record_of(one, two).events, key=lambda e: e.date)
    said = decision(left, "apart", **{"with": [right.id]})
    said = replace(said, anchors={e.id: anchor_of(e) for e in (left, right)})
    assert record_of(one, two, decisions=[said]).unapplied == ()
    # A better reading gives both the same day: what was said still holds.
    one, better = two_lectures()
    better.event("lecture", "lecture", "tokayev", date="2025-12-19", place="tokyo")
    assert len(record_of(one, better).events) == 1
    after = record_of(one, better, decisions=[said])
    assert sorted(c.source_id for e in after.events for c in e.citations) == ["a", "b"]
    assert len(after.events) == 2
    assert after.unapplied == ()
