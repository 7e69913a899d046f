"""A record's file that is written as often as the record changes."""

import errno
import os
from dataclasses import replace

import pytest
from hand import record_of, visit_and_plan

from sijill.digests import sha256_of_file
from sijill.errors import WorkspaceFault
from sijill.serial import dumps
from sijill.store.rows_change import change_of
from sijill.store.rows_file import RowsFile


@pytest.fixture
def record():
    return record_of(*visit_and_plan())


def test_a_disk_that_is_full_leaves_the_rows_as_they_were(record, tmp_path, monkeypatch):
    file = RowsFile(tmp_path / "record.json")
    file.write(record)
    before = file.path.read_bytes()
    other = replace(record, title="Another")

    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(WorkspaceFault, match="No space left"):
            file.write(other)
    assert file.path.read_bytes() == before
    assert file.write(other) == sha256_of_file(file.path)
    assert file.path.read_text("utf-8") == dumps(other)


def test_rows_are_found_again_by_what_they_are_and_by_their_names(record):
    (event, *others) = record.events
    renewed = replace(event, disputed=("date",))
    change = change_of((event, *others), (*others, renewed))
    assert change.taken.tolist() == [*range(1, 1 + len(others)), -1]
    assert change.renewed == {len(others): 0}
    assert change.gone == [0]
    same = change_of((event, *others), (*others, replace(event)))
    assert same.gone == []
    assert sorted(same.taken.tolist()) == list(range(1 + len(others)))
