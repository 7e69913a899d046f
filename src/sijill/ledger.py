"""Decisions of people go in, one line each, hash-chained; they come out in order, or the chain
says at which line it was broken.

JSON Lines, appended to and never rewritten. Each line holds the SHA-256 of the line before it, so
a changed, lost or inserted line is found. That whole lines are missing at the end only shows
against a digest kept elsewhere (`chain_head`).
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sijill.chain_head import GENESIS, Head, cut_short, keep_head, kept_head
from sijill.errors import LedgerBroken, UsageError, WorkspaceFault
from sijill.serial import sync_folder

#: So much of the end is read to find the last lines; a longer line is read whole all the same.
_TAIL = 1 << 16
#: How a line is written, and how it is written to take its digest: each made once.
_PLAIN = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_SORTED = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)
_REMEDY = "Restore the file from a copy; the lines before this one still hold."


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision: its number (1-based), when (UTC, ISO 8601), who, what, why, and its fields.

    `what` names the kind of decision (accession, judgement, decision, withdrawal …).
    """

    number: int
    at: str
    who: str
    what: str
    why: str
    fields: Mapping[str, Any]
    previous: str
    digest: str


def digest_of(body: Mapping[str, Any]) -> str:
    """Give the SHA-256 of a line without its own digest: keys in order, no blanks, UTF-8."""
    return hashlib.sha256(_SORTED.encode(body).encode("utf-8")).hexdigest()


def replay(path: Path) -> list[Entry]:
    """Read all entries in order; a missing file is an empty ledger.

    A last line that is cut off was never acknowledged (the writer was killed) and is left out; one
    that lacks only its newline counts, for an editor may have taken that away. Raises LedgerBroken
    with the first line at which the chain does not hold.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as fault:
        raise WorkspaceFault(
            f"cannot be read: {fault.strerror or fault}",
            where=str(path),
            remedy="Check the file's permissions.",
        ) from fault
    entries, read = _read_before(path, data)
    lines = data[read:].split(b"\n")
    if is_cut_off(lines[-1]):
        lines.pop()
    for number, line in enumerate(lines, len(entries) + 1):
        entry = _read_line(path, number, line)
        _check_place(path, number, entry, entries[-1].digest if entries else GENESIS)
        entries.append(entry)
    _keep_read(path, data, entries)
    return entries


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of a ledger before: so many bytes, their SHA-256, the entries in them."""

    size: int
    digest: bytes
    entries: tuple[Entry, ...]


#: The last ledger that this process read. A build reads it several times, and a review after each
#: answer: at 100,000 lines taking them apart takes 3 s, and their SHA-256 0.05 s.
_last_read: dict[Path, _Read] = {}


def _read_before(path: Path, data: bytes) -> tuple[list[Entry], int]:
    """Give the entries that were read before, if those bytes are still the same, and their size."""
    known = _last_read.get(path)
    if known is None or known.size > len(data):
        return [], 0
    if hashlib.sha256(memoryview(data)[: known.size]).digest() != known.digest:
        return [], 0
    return list(known.entries), known.size


def _keep_read(path: Path, data: bytes, entries: list[Entry]) -> None:
    size = data.rfind(b"\n") + 1
    whole = entries if size == len(data) or is_cut_off(data[size:]) else entries[:-1]
    digest = hashlib.sha256(memoryview(data)[:size]).digest()
    _last_read.clear()
    _last_read[path] = _Read(size, digest, tuple(whole))


def is_cut_off(rest: bytes) -> bool:
    """Say whether what stands after the last newline is the beginning of a line, or nothing.

    It is no longer one when the object it holds is complete: no writer that was killed leaves more
    than that, so whatever follows it was put there by something else.
    """
    try:
        json.JSONDecoder().raw_decode(rest.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return True
    return False


def unfinished_bytes(path: Path) -> int:
    """Count the bytes at the end that do not count, because their writer was killed."""
    try:
        rest = path.read_bytes().rsplit(b"\n", 1)[-1]
    except FileNotFoundError:
        return 0
    return len(rest) if is_cut_off(rest) else 0


def _read_line(path: Path, number: int, line: bytes) -> Entry:
    """Read one line and check its own digest."""
    try:
        plain = json.loads(line.decode("utf-8"))
        if _PLAIN.encode(plain).encode("utf-8") != line:
            raise ValueError("it is written in another way than Sijill writes")
        digest = plain.pop("digest")
        entry = Entry(digest=digest, **plain)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        why = str(fault)
        if not line.strip():
            why = "it is empty"
        elif "Extra data" in why:
            why = "two lines stand in one: the end of a line was lost"
        elif isinstance(fault, KeyError):
            why = f"it has no {fault}"
        raise LedgerBroken(
            f"is not an entry of a ledger: {why}", path=str(path), line=number, remedy=_REMEDY
        ) from fault
    if digest_of(plain) != digest:
        raise LedgerBroken(
            "was changed after it was written", path=str(path), line=number, remedy=_REMEDY
        )
    return entry


def _check_place(path: Path, number: int, entry: Entry, previous: str) -> None:
    what = ""
    if entry.number != number:
        what = f"has the number {entry.number}: a line before it was lost or put in, or two swapped"
        if entry.number == number - 1:
            what = f"has the number {entry.number} again: it was lost or put in twice"
    elif entry.previous != previous:
        what = "does not follow the line before it: that one was changed, lost or put in"
    if what:
        raise LedgerBroken(what, path=str(path), line=number, remedy=_REMEDY)


def head_of(entries: Sequence[Entry]) -> Head:
    """Give the end of the chain, to be kept elsewhere."""
    return Head(entries[-1].number, entries[-1].digest) if entries else Head(0, GENESIS)


def append(
    path: Path, *, at: str, who: str, what: str, why: str = "", fields: Mapping[str, Any]
) -> Entry:
    """Add one decision; when this returns, it is on the disk.

    `at` is the time in UTC as ISO 8601, given by the caller. Writers take turns; only the last
    line is read, however long the ledger is. Raises LedgerBroken when the last line does not hold
    or lines are missing after it, WorkspaceFault when it cannot be written: then nothing is kept.
    """
    with _opened(path) as out:
        size, last = _end(path, out)
        body: dict[str, Any] = {
            "number": last.number + 1,
            "at": at,
            "who": who,
            "what": what,
            "why": why,
            "fields": dict(fields),
            "previous": last.digest,
        }
        try:
            digest = digest_of(body)
            line = _PLAIN.encode({**body, "digest": digest}) + "\n"
            data = line.encode("utf-8")
        except (ValueError, RecursionError) as fault:
            raise UsageError(
                f"the decision cannot be written as a line of text: {fault}",
                where=str(path),
                remedy="Leave out what is no text or number.",
            ) from fault
        if last.number < 2:
            # Whoever made the file may have been killed before its name was on the disk.
            sync_folder(path.parent)
            sync_folder(path.parent.parent)
        _write(out, data, size)
        keep_head(path, Head(body["number"], digest))
    return Entry(digest=digest, **body)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """Open a ledger for writing and hold its lock; what the system refuses becomes plain words."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        out = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
        try:
            # Blocking locks are given in about the order in which they were asked for; six writers
            # wait 0.2 s at most (benchmarks/deciding.py). A poll would let the quickest win.
            fcntl.flock(out, fcntl.LOCK_EX)
            yield out
        finally:
            os.close(out)
    except OSError as fault:
        raise WorkspaceFault(
            f"cannot write the decision: {fault.strerror or fault}",
            where=str(path),
            remedy="Free some space or check permissions; the decision was not kept.",
        ) from fault


def _end(path: Path, out: int) -> tuple[int, Head]:
    """Give the length up to which lines are whole and the last of them; cut what comes after.

    Call it under the lock alone: what another writer has half written would be cut too.
    """
    size = os.fstat(out).st_size
    *lines, rest = _last_lines(out, size)
    lacks_newline = not is_cut_off(rest)
    if lacks_newline:
        lines.append(rest)
    last = _checked_last(path, lines, lambda: _count_lines(out, size) + lacks_newline)
    kept = kept_head(path)
    if kept is not None and kept.number > last.number:
        raise cut_short(path, last.number, kept.number)
    if kept is not None and kept.number == last.number and kept != last:
        raise LedgerBroken(
            "is another line than was written", path=str(path), line=last.number, remedy=_REMEDY
        )
    if lacks_newline:
        _write(out, b"\n", size)
        return size + 1, last
    if rest:
        os.ftruncate(out, size - len(rest))
    return size - len(rest), last


def _last_lines(out: int, size: int) -> list[bytes]:
    """Read the last lines, at least two where there are so many, and what follows the last one."""
    step = _TAIL
    while True:
        start = max(0, size - step)
        lines = os.pread(out, size - start, start).split(b"\n")
        if start == 0:
            return lines
        if len(lines) > 3:
            return lines[1:]  # the first piece may be the end of a longer line
        step *= 4


def _checked_last(path: Path, lines: list[bytes], count: Callable[[], int]) -> Head:
    """Check the last whole line by its own digest and number, and that it follows the one before.

    Raises LedgerBroken; `count` counts the lines then, which takes as long as the ledger is.
    """
    if not lines:
        return Head(0, GENESIS)
    try:
        last = _read_line(path, 0, lines[-1])
        before = _read_line(path, 0, lines[-2]) if len(lines) > 1 else None
        number, previous = (before.number, before.digest) if before else (0, GENESIS)
        _check_place(path, number + 1, last, previous)
    except LedgerBroken as fault:
        raise LedgerBroken(
            fault.what,
            path=str(path),
            line=count(),
            remedy="Nothing was added. Restore the file from a copy; to see which line is the first"
            " that does not hold:  sijill verify",
        ) from fault
    return Head(last.number, last.digest)


def _count_lines(out: int, end: int) -> int:
    return sum(os.pread(out, 1 << 20, at).count(b"\n") for at in range(0, end, 1 << 20))


def _write(out: int, data: bytes, size: int) -> None:
    """Write at the end and wait until it is on the disk; what fails leaves nothing behind."""
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(out, view) :]
        os.fsync(out)
    except OSError:
        # What may or may not be on the disk was not kept: the next line would stand upon it.
        with suppress(OSError):
            os.ftruncate(out, size)
        raise
