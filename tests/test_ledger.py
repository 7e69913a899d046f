import errno
import json
import os
import subprocess
import sys

import pytest

from sijill import ledger
from sijill.chain_head import GENESIS, check_head, find_digest, head_path, kept_head
from sijill.errors import LedgerBroken, UsageError, WorkspaceFault
from sijill.ledger import append, digest_of, head_of, replay

WHY = {
    "ar": "المصدر الثاني يكذّب الأول",
    "en": "the second source denies it",
    "ru": "второй источник это опровергает",
    "kk": "екінші дереккөз мұны жоққа шығарады",
    "ja": "二番目の資料がこれを否定している",
}


@pytest.fixture
def path(tmp_path):
    """A ledger of three lines."""
    path = tmp_path / "ledger" / "ledger.jsonl"
    for n in range(3):
        note(path, n)
    return path


def note(path, n, **more):
    given = {"at": f"2025-12-0{n + 1}T00:00:00Z", "who": "Aru", "what": "note", "fields": {"n": n}}
    return append(path, **{**given, **more})


def lines_of(path):
    return path.read_bytes().split(b"\n")[:-1]


def write(path, lines):
    path.write_bytes(b"".join(line + b"\n" for line in lines))


def forged(line, **changes):
    """Change a line and give it the digest that fits."""
    plain = {**json.loads(line), **changes}
    plain.pop("digest")
    return json.dumps({**plain, "digest": digest_of(plain)}, ensure_ascii=False).encode()


def broken(path):
    with pytest.raises(LedgerBroken) as caught:
        replay(path)
    assert caught.value.path == str(path)
    assert caught.value.remedy
    return caught.value


def test_entries_come_back_in_order_and_chained(path):
    entries = replay(path)
    assert [e.fields["n"] for e in entries] == [0, 1, 2]
    assert entries[0].previous == GENESIS
    assert entries[2].previous == entries[1].digest


def test_a_missing_ledger_is_empty(tmp_path):
    assert replay(tmp_path / "none.jsonl") == []


@pytest.mark.parametrize("language", WHY)
def test_words_of_any_language_come_back_as_they_were(path, language):
    made = note(path, 3, why=WHY[language])
    assert replay(path)[-1] == made
    assert WHY[language] in path.read_text("utf-8")


@pytest.mark.parametrize("line", [1, 2, 3])
def test_one_changed_letter_is_found_at_its_line(path, line):
    lines = lines_of(path)
    lines[line - 1] = lines[line - 1].replace(b"Aru", b"Ari")
    write(path, lines)
    fault = broken(path)
    assert (fault.line, fault.what) == (line, "was changed after it was written")


def test_a_lost_line_is_found(path):
    lines = lines_of(path)
    write(path, [lines[0], lines[2]])
    fault = broken(path)
    assert fault.line == 2
    assert "lost or put in" in fault.what


def test_a_line_put_in_is_found(path):
    lines = lines_of(path)
    write(path, [lines[0], forged(lines[0], number=2, previous=GENESIS), *lines[1:]])
    assert broken(path).line == 2


def test_two_swapped_lines_are_found(path):
    lines = lines_of(path)
    write(path, [lines[1], lines[0], lines[2]])
    fault = broken(path)
    assert fault.line == 1
    assert "swapped" in fault.what


def test_a_line_that_stands_twice_is_found(path):
    lines = lines_of(path)
    write(path, [lines[0], lines[1], lines[1], lines[2]])
    fault = broken(path)
    assert fault.line == 3
    assert "the number 2 again" in fault.what


def test_a_forged_line_breaks_the_chain_behind_it(path):
    lines = lines_of(path)
    lines[1] = forged(lines[1], who="Omar")
    write(path, lines)
    fault = broken(path)
    assert fault.line == 3
    assert "does not follow the line before it" in fault.what


def test_a_lost_newline_is_named(path):
    lines = lines_of(path)
    write(path, [lines[0] + lines[1], lines[2]])
    fault = broken(path)
    assert fault.line == 1
    assert "two lines stand in one" in fault.what


@pytest.mark.parametrize("odd", [b"", b"   ", b"\xff\xfe", b"[1, 2]", b"{}", b"[" * 100_000])
def test_what_is_no_line_is_named(path, odd):
    lines = lines_of(path)
    write(path, [lines[0], odd, *lines[1:]])
    assert broken(path).line == 2


def test_a_second_name_hidden_in_a_line_is_found(path):
    lines = lines_of(path)
    # A reader of the text would see Omar, a program Aru.
    lines[1] = lines[1].replace(b'"who": "Aru"', b'"who": "Omar", "who": "Aru"')
    write(path, lines)
    assert broken(path).line == 2


def test_a_line_cut_off_by_a_kill_was_never_acknowledged(path):
    whole = path.read_bytes()
    path.write_bytes(whole + json.dumps({"number": 4}).encode()[:7])
    assert len(replay(path)) == 3
    note(path, 3)
    assert [e.fields["n"] for e in replay(path)] == [0, 1, 2, 3]


def test_a_whole_last_line_without_its_newline_is_not_lost(path):
    path.write_bytes(path.read_bytes()[:-1])
    assert len(replay(path)) == 3
    note(path, 3)
    assert [e.fields["n"] for e in replay(path)] == [0, 1, 2, 3]


@pytest.mark.parametrize("sign", [b"\x0b", b"\x00", b" x", b"J"])
def test_a_damaged_last_newline_is_found_and_costs_no_line(path, sign):
    damaged = path.read_bytes()[:-1] + sign
    path.write_bytes(damaged)
    assert broken(path).line == 3
    with pytest.raises(LedgerBroken) as caught:
        note(path, 3)
    assert caught.value.line == 3
    assert path.read_bytes() == damaged


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_decision_that_the_disk_did_not_take_is_not_kept(path, monkeypatch, call):
    whole = path.read_bytes()
    write = os.write

    def full(handle, *data):
        for part in data:
            write(handle, part[: len(part) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(WorkspaceFault, match="was not kept"):
        note(path, 3)
    monkeypatch.undo()
    assert path.read_bytes() == whole


def test_an_acknowledged_line_that_was_cut_in_half_is_not_thrown_away(path):
    half = path.read_bytes()[:-20]
    path.write_bytes(half)
    with pytest.raises(LedgerBroken, match="had 3 lines"):
        note(path, 3)
    assert path.read_bytes() == half


@pytest.mark.parametrize(
    "break_it",
    [
        lambda lines: [*lines[:2], lines[2].replace(b"Aru", b"Ari")],
        lambda lines: [*lines[:2], lines[2][:-9]],
        lambda lines: [*lines, b""],
        lambda lines: [*lines, lines[2]],
        lambda lines: [lines[0], lines[2]],
        lambda lines: [lines[0], lines[1] + lines[2]],
        lambda lines: [lines[0], forged(lines[1], who="Omar"), lines[2]],
        lambda lines: [*lines[:2], forged(lines[2], who="Omar")],
        lambda lines: lines[:2],
        lambda lines: [],
    ],
)
def test_nothing_is_added_to_a_ledger_whose_end_is_broken(path, break_it):
    write(path, break_it(lines_of(path)))
    before = path.read_bytes()
    with pytest.raises(LedgerBroken) as caught:
        note(path, 3)
    assert path.read_bytes() == before
    assert caught.value.line == len(lines_of(path))
    assert "Restore the file" in caught.value.remedy


def test_the_file_that_keeps_the_head_follows_every_line(path):
    assert kept_head(path) == head_of(replay(path))
    # A crash may leave it behind; what it says still holds.
    before = kept_head(path)
    made = note(path, 3)
    head_path(path).write_text(str(before), "ascii")
    assert note(path, 4).previous == made.digest
    assert kept_head(path).number == 5


def test_lines_missing_at_the_end_are_found_by_a_head_kept_elsewhere(path):
    head = head_of(replay(path))
    write(path, lines_of(path)[:2])
    head_path(path).unlink()
    entries = replay(path)  # what is left holds by itself
    digests = [e.digest for e in entries]
    with pytest.raises(LedgerBroken, match="missing at the end"):
        find_digest(path, digests, head.digest)
    with pytest.raises(LedgerBroken, match="had 3 lines"):
        check_head(path, digests, head)


def test_a_ledger_that_has_grown_still_holds_an_older_head(path):
    head = head_of(replay(path))
    note(path, 3)
    digests = [e.digest for e in replay(path)]
    assert find_digest(path, digests, head.digest[:12].upper()) == 3
    check_head(path, digests, head)
    with pytest.raises(UsageError, match="is no digest"):
        find_digest(path, digests, "the last one")


def test_a_ledger_written_anew_is_found_by_an_older_head(path):
    head = head_of(replay(path))
    path.unlink()
    head_path(path).unlink()
    for n in range(4):
        note(path, n, who="Omar")
    with pytest.raises(LedgerBroken, match="written anew") as caught:
        check_head(path, [e.digest for e in replay(path)], head)
    assert caught.value.line == 3


def test_a_head_that_is_none_is_told(path):
    head_path(path).write_text("3 abc\n")
    with pytest.raises(LedgerBroken, match="is not the head"):
        note(path, 3)


def test_only_the_end_is_read_to_append(path, monkeypatch):
    # 2,000 lines, some of them longer than what is read at once.
    for n in range(1997):
        note(path, 3, fields={"n": n + 3, "words": "الكلمات " * (20_000 if n == 1990 else 5)})
    read = []
    pread = os.pread
    monkeypatch.setattr(ledger.os, "pread", lambda out, n, at: read.append(n) or pread(out, n, at))
    note(path, 4, fields={"n": 2000})
    assert sum(read) <= 1 << 16 < path.stat().st_size
    assert [e.fields["n"] for e in replay(path)] == list(range(2001))


def test_a_line_longer_than_what_is_read_at_once_is_followed(path):
    for n in (3, 4):
        note(path, n, fields={"n": n, "words": "言葉" * 60_000})
    note(path, 5)
    assert len(replay(path)) == 6


def test_what_is_no_text_is_refused_and_nothing_is_kept(path):
    before = path.read_bytes()
    for odd in ("half a sign \ud800", float("nan")):
        with pytest.raises(UsageError, match="cannot be written"):
            note(path, 3, fields={"n": odd})
    assert path.read_bytes() == before


#: Run by another process, as what it does to itself must not hit the tests.
_IN_ANOTHER = """
import os, resource, signal, sys
from pathlib import Path
from sijill.errors import WorkspaceFault
from sijill.ledger import append
path, what = Path(sys.argv[1]), sys.argv[2]
if what == "full":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = path.stat().st_size + 100  # in the middle of the line
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
elif os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    append(path, at="2026-01-01T00:00:00Z", who="Aru", what="note", fields={"n": 3})
except WorkspaceFault as fault:
    print(fault)
"""


@pytest.mark.parametrize(("what", "says"), [("full", "too large"), ("read-only", "denied")])
def test_a_disk_that_refuses_is_told_and_nothing_half_written_stays(tmp_path_factory, what, says):
    folder = tmp_path_factory.getbasetemp() / f"refusing-{what}"
    path = folder / "ledger.jsonl"
    for n in range(3):
        note(path, n)
    before = path.read_bytes()
    path.chmod(0o444)
    for above in (folder, *list(folder.parents)[:2]):
        above.chmod(0o755)
    ran = subprocess.run(
        [sys.executable, "-c", _IN_ANOTHER, path, what],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert says in ran.stdout
    assert "the decision was not kept" in ran.stdout
    assert path.read_bytes() == before


def test_a_ledger_that_is_a_folder_is_told(tmp_path):
    (tmp_path / "ledger.jsonl").mkdir()
    with pytest.raises(WorkspaceFault, match="cannot write the decision"):
        note(tmp_path / "ledger.jsonl", 0)
    with pytest.raises(WorkspaceFault, match="cannot be read"):
        replay(tmp_path / "ledger.jsonl")


def test_what_is_read_again_is_read_as_it_stands(path):
    """A process keeps what it read; it may never give it for other bytes."""
    for _ in range(2):
        assert len(replay(path)) == 3
    note(path, 3)
    assert [e.fields["n"] for e in replay(path)] == [0, 1, 2, 3]
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b'"n": 1', b'"n": 7'))
    assert broken(path).line == 2
    path.write_bytes(whole[:-1])
    assert len(replay(path)) == 4
    path.write_bytes(whole)
    assert len(replay(path)) == 4
    path.write_bytes(b"".join(line + b"\n" for line in whole.split(b"\n")[:2]))
    assert len(replay(path)) == 2
    path.write_bytes(whole + whole.split(b"\n")[0] + b"\n")
    assert broken(path).line == 5
    path.unlink()
    assert replay(path) == []


def test_entries_that_were_given_out_can_be_changed_by_nobody_else(path):
    replay(path).clear()
    assert len(replay(path)) == 3
