import json
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace

import pytest
from hand import LECTURE, lecture_and_words, record_of

from sijill.errors import FormatFault, WorkspaceFault
from sijill.record.items import Record
from sijill.record.verify import verify_record
from sijill.serial import dumps, from_plain
from sijill.store.database import read_store, write_store


@pytest.fixture
def text():
    return lecture_and_words()


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
    assert verify_record(record, {"a": LECTURE}) == []


def test_one_changed_letter_is_found_and_named(record):
    faults = verify_record(record, {"a": LECTURE.replace("trust", "thrust")})
    items = {f.item.split("-")[0] for f in faults}
    assert "statement" in items
    assert any("trust must return" in str(f) for f in faults)


def test_a_source_that_is_gone_is_named(record):
    faults = verify_record(record, {})
    assert {f.why for f in faults} == {"its source is not there"}


def test_a_reference_to_nothing_is_found(record):
    event = replace(record.events[0], place="atlantis", part_of="visit-none")
    fields = {f.field for f in verify_record(replace(record, events=(event,)), {"a": LECTURE})}
    assert {"place", "part_of"} <= fields


@pytest.mark.parametrize("time", ["937", "12017-03", "2025-02-29", "../937", "None/.."])
def test_a_time_that_is_no_edtf_is_found_and_named(record, time):
    event = record.events[0]
    telling = replace(event.tellings[0], field="date", value=time)
    wrong = replace(
        record,
        events=(replace(event, date=time, tellings=(telling,)),),
        statements=(replace(record.statements[0], date=time), *record.statements[1:]),
    )
    faults = [f for f in verify_record(wrong, {"a": LECTURE}) if time in f.why]
    assert {(f.item, f.field) for f in faults} == {
        (event.id, "date"),
        (event.id, "tellings[date]"),
        (record.statements[0].id, "date"),
    }


def test_the_database_has_the_same_bytes_under_any_hash_order(tmp_path):
    code = (
        "import sys; from pathlib import Path; from sijill.record.items import Record;"
        "from sijill.store.database import write_store;"
        "write_store(Record('T', ('PE', 'GH'), ('en',), (), (), (), (), ()), Path(sys.argv[1]))"
    )
    for seed in ("1", "2", "3"):
        path = tmp_path / f"{seed}.sqlite"
        (tmp_path / f".{path.name}.new-journal").write_bytes(b"left by a killed build")
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, path], check=True, env=environment)
    assert len({path.read_bytes() for path in tmp_path.glob("*.sqlite")}) == 1
    assert not list(tmp_path.glob(".*"))


def killed_halfway(path):
    """Change a database in a process that is killed before it has said that it is done."""
    child = os.fork()
    if child == 0:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE rows SET json = json || '" + "x" * 50_000 + "'")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert path.with_name(f"{path.name}-journal").exists()


def test_a_change_that_was_killed_halfway_is_undone_by_who_reads_next(record, tmp_path):
    path = tmp_path / "record.sqlite"
    write_store(record, path)
    whole = path.read_bytes()
    killed_halfway(path)
    assert path.read_bytes() != whole
    assert read_store(path) == record


def test_what_is_left_of_a_killed_change_does_not_spoil_the_next_build(record, tmp_path):
    path = tmp_path / "record.sqlite"
    write_store(record, path)
    whole = path.read_bytes()
    killed_halfway(path)
    write_store(record, path)
    assert read_store(path) == record
    assert path.read_bytes() == whole
