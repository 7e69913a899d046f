import errno
import json
import os

import pytest

from sijill.errors import LedgerBroken, WorkspaceFault
from sijill.ledger import GENESIS, append, replay


def _three(path):
    for n in range(3):
        append(path, at=f"2025-12-0{n + 1}T00:00:00Z", who="Aru", what="note", fields={"n": n})


def test_entries_come_back_in_order_and_chained(tmp_path):
    path = tmp_path / "ledger.jsonl"
    _three(path)
    entries = replay(path)
    assert [e.fields["n"] for e in entries] == [0, 1, 2]
    assert entries[0].previous == GENESIS
    assert entries[2].previous == entries[1].digest


def test_a_missing_ledger_is_empty(tmp_path):
    assert replay(tmp_path / "none.jsonl") == []


@pytest.mark.parametrize("line", [1, 2, 3])
def test_one_changed_letter_is_found_at_its_line(tmp_path, line):
    path = tmp_path / "ledger.jsonl"
    _three(path)
    lines = path.read_bytes().split(b"\n")
    lines[line - 1] = lines[line - 1].replace(b"Aru", b"Ari")
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(LedgerBroken) as caught:
        replay(path)
    assert caught.value.line == line


def test_a_lost_line_is_found(tmp_path):
    path = tmp_path / "ledger.jsonl"
    _three(path)
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join(lines[:1] + lines[2:]))
    with pytest.raises(LedgerBroken, match="lost or put in"):
        replay(path)


def test_a_line_cut_off_by_a_kill_was_never_acknowledged(tmp_path):
    path = tmp_path / "ledger.jsonl"
    _three(path)
    whole = path.read_bytes()
    path.write_bytes(whole + json.dumps({"number": 4}).encode()[:7])
    assert len(replay(path)) == 3
    append(path, at="2025-12-09T00:00:00Z", who="Aru", what="note", fields={"n": 3})
    assert [e.fields["n"] for e in replay(path)] == [0, 1, 2, 3]


def test_a_last_line_whose_newline_an_editor_took_away_still_counts(tmp_path):
    path = tmp_path / "ledger.jsonl"
    _three(path)
    whole = path.read_bytes()
    path.write_bytes(whole.rstrip(b"\n"))
    assert len(replay(path)) == 3
    append(path, at="2025-12-09T00:00:00Z", who="Aru", what="note", fields={"n": 3})
    assert path.read_bytes().startswith(whole)
    assert [e.fields["n"] for e in replay(path)] == [0, 1, 2, 3]


@pytest.mark.parametrize("sign", [b"\x0b", b"\x00", b" x", b"J"])
def test_a_damaged_last_newline_is_found_and_costs_no_line(tmp_path, sign):
    path = tmp_path / "ledger.jsonl"
    _three(path)
    damaged = path.read_bytes()[:-1] + sign
    path.write_bytes(damaged)
    with pytest.raises(LedgerBroken) as caught:
        replay(path)
    assert caught.value.line == 3
    with pytest.raises(LedgerBroken):
        append(path, at="2025-12-09T00:00:00Z", who="Aru", what="note", fields={"n": 3})
    assert path.read_bytes() == damaged


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_decision_that_the_disk_did_not_take_is_not_kept(tmp_path, monkeypatch, call):
    path = tmp_path / "ledger.jsonl"
    _three(path)
    whole = path.read_bytes()
    write = os.write

    def full(handle, *data):
        for part in data:
            write(handle, part[: len(part) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(WorkspaceFault, match="was not kept"):
        append(path, at="2025-12-09T00:00:00Z", who="Aru", what="note", fields={"n": 3})
    monkeypatch.undo()
    assert path.read_bytes() == whole
