import json

import pytest
from hand import Text, record_of

from sijill.serial import dumps, from_plain
from sijill.store.rows_file import RowsFile
from sijill.store.seals import Seals, broken


@pytest.fixture
def record():
    source = Text("a", "Tokayev gave a lecture in Tokyo. He said that trust must return.")
    source.event("lecture", "lecture", "tokayev", date="2025-12-19", place="tokyo")
    source.quotation("trust must return", "tokayev")
    return record_of(source)


@pytest.fixture
def seals(record, tmp_path):
    file = RowsFile(tmp_path / "record.json", is_sealed=True)
    file.write(record)
    written = file.seals(record)
    read = from_plain(Seals, json.loads(written))
    assert dumps(read).encode() == written
    return read


def test_what_was_written_is_unbroken(record, seals):
    assert broken(json.loads(dumps(record)), seals) == []


def test_each_changed_lost_and_new_row_is_named(record, seals):
    plain = json.loads(dumps(record))
    (event,) = (row["id"] for row in plain["events"])
    (statement,) = (row["id"] for row in plain["statements"])
    plain["title"] = "Another"
    plain["events"][0]["date"] = "2025-12-18"
    plain["statements"][0]["id"] = "mine"
    assert broken(plain, seals) == [
        f"events/{event} was changed",
        "statements/mine was put in",
        f"statements/{statement} is missing",
        "title was changed",
    ]


def test_a_field_that_a_later_version_knows_breaks_no_older_build(record, seals):
    plain = json.loads(dumps(record))
    older = seals
    del older.rows["versions"]
    del plain["versions"]
    assert broken(plain, older) == []
