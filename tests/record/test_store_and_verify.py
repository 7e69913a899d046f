import json
import os
import sqlite3
import subprocess
import sys

import pytest
from hand import Text, record_of

from sijill.errors import FormatFault, UsageError, WorkspaceFault
from sijill.record.corrections import Correction, corrected, corrections_from
from sijill.record.items import Record
from sijill.record.store import read_store, write_store
from sijill.record.verify import verify_record
from sijill.serial import dumps, from_plain

WORDS = "Tokayev gave a lecture in Tokyo. He said that trust must return."


@pytest.fixture
def text():
    source = Text("a", WORDS, published="2025-12-20")
    source.event("lecture", "lecture", "tokayev", date="2025-12-19", place="tokyo")
    source.quotation("trust must return", "tokayev")
    return source.claim("first", "gave a lecture")


@pytest.fixture
def record(text):
    return record_of(text)


def test_a_record_comes_back_from_its_json(record):
    assert from_plain(Record, json.loads(dumps(record))) == record


def test_a_record_comes_back_from_its_database(record, tmp_path):
    path = tmp_path / "record.sqlite"
    write_store(record, path)
    assert read_store(path) == record
    with sqlite3.connect(path) as connection:
        rows = connection.execute(
            "SELECT e.date, p.entity FROM events e JOIN participants p ON p.event = e.id"
        ).fetchall()
    connection.close()
    assert rows == [("2025-12-19", "tokayev")]


def test_the_same_record_gives_the_same_bytes(record, tmp_path):
    write_store(record, tmp_path / "one.sqlite")
    write_store(record, tmp_path / "two.sqlite")
    assert (tmp_path / "one.sqlite").read_bytes() == (tmp_path / "two.sqlite").read_bytes()


def test_writing_again_replaces_the_database_whole(record, tmp_path):
    path = tmp_path / "record.sqlite"
    path.write_bytes(b"old")
    write_store(record, path)
    assert read_store(path) == record
    assert [p.name for p in tmp_path.iterdir()] == ["record.sqlite"]


def test_a_folder_that_cannot_be_made_is_told(record, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkspaceFault):
        write_store(record, tmp_path / "file" / "record.sqlite")


def test_what_is_no_database_is_told(tmp_path):
    path = tmp_path / "record.sqlite"
    with pytest.raises(FormatFault):
        read_store(path)
    path.write_bytes(b"not a database at all, but long enough to be looked at")
    with pytest.raises(FormatFault):
        read_store(path)


def test_everything_holds_in_a_fresh_record(record):
    assert verify_record(record, {"a": WORDS}) == []


def test_one_changed_letter_is_found_and_named(record):
    faults = verify_record(record, {"a": WORDS.replace("trust", "thrust")})
    items = {f.item.split("-")[0] for f in faults}
    assert "statement" in items
    assert any("trust must return" in str(f) for f in faults)


def test_a_source_that_is_gone_is_named(record):
    faults = verify_record(record, {})
    assert {f.why for f in faults} == {"its source is not there"}


def test_a_reference_to_nothing_is_found(record):
    from dataclasses import replace

    event = replace(record.events[0], place="atlantis", part_of="visit-none")
    fields = {f.field for f in verify_record(replace(record, events=(event,)), {"a": WORDS})}
    assert {"place", "part_of"} <= fields


def test_decisions_last_over_a_new_build(text):
    first = record_of(text)
    event, statement, claim = first.events[0].id, first.statements[0].id, first.claims[0].id
    decisions = [
        Correction(event, "correct", {"status": "cancelled", "meal": "luncheon"}),
        Correction(statement, "translate", {"ar": "يجب أن تعود الثقة"}),
        Correction(claim, "judge", {"verdict": "opinion", "why": {"en": "Nothing to count."}}),
    ]
    more = Text("b", "Tokayev gave a lecture.", published="2025-12-21")
    more.event("lecture", "lecture", "tokayev", date="2025-12-19", place="tokyo")
    second = record_of(text, more, decisions=decisions)
    assert second.events[0].status.value == "cancelled"
    assert second.events[0].details["meal"] == "luncheon"
    assert second.statements[0].translations == {"ar": "يجب أن تعود الثقة"}
    assert second.claims[0].verdict.why == {"en": "Nothing to count."}


def test_a_rejected_event_leaves_nothing_that_points_to_it(record):
    after, orphaned = corrected(record, [Correction(record.events[0].id, "reject")])
    assert after.events == ()
    assert after.statements[0].event is None
    assert after.claims[0].about is None
    assert orphaned == ()


def test_a_decision_about_nothing_is_handed_back(record):
    lost = Correction("visit-gone", "reject")
    assert corrected(record, [lost])[1] == (lost,)


def test_the_words_of_a_source_are_not_corrected(record):
    change = Correction(record.statements[0].id, "correct", {"text": "other", "speaker": None})
    after, _ = corrected(record, [change])
    assert after.statements[0].text == "trust must return"
    assert after.statements[0].speaker is None


def test_an_unknown_decision_is_refused():
    with pytest.raises(UsageError, match="improve"):
        corrections_from([{"item": "x", "action": "improve"}])


def test_the_database_has_the_same_bytes_under_any_hash_order(tmp_path):
    code = (
        "import sys; from pathlib import Path; from sijill.record.items import Record;"
        "from sijill.record.store import write_store;"
        "write_store(Record('T', ('PE', 'GH'), ('en',), (), (), (), (), ()), Path(sys.argv[1]))"
    )
    for seed in ("1", "2", "3"):
        path = tmp_path / f"{seed}.sqlite"
        (tmp_path / f".{path.name}.new-journal").write_bytes(b"left by a killed build")
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, path], check=True, env=environment)
    assert len({path.read_bytes() for path in tmp_path.glob("*.sqlite")}) == 1
    assert not list(tmp_path.glob(".*"))
