"""Decisions of people go in, one line each, hash-chained; they come out in order, or the chain
says at which line it was broken.

JSON Lines, appended to and never rewritten. Each line holds the SHA-256 of the line before it, so
a changed, lost or inserted line is found; the head of the chain can be kept elsewhere.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from sijill.errors import LedgerBroken, WorkspaceFault
from sijill.serial import sync_folder

#: What stands before the first line.
GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision: its number (1-based), when (UTC, ISO 8601), who, what, why, and its fields.

    `what` names the kind of decision (accession, judgement, correction, translation …).
    """

    number: int
    at: str
    who: str
    what: str
    why: str
    fields: Mapping[str, Any]
    previous: str
    digest: str


def _digest(body: Mapping[str, Any]) -> str:
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


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
    lines = data.split(b"\n")
    if not is_cut_off(lines[-1]):
        lines.append(b"")
    entries: list[Entry] = []
    previous = GENESIS
    for number, line in enumerate(lines[:-1], 1):
        entry = _read_line(path, number, line, previous)
        entries.append(entry)
        previous = entry.digest
    return entries


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


def _read_line(path: Path, number: int, line: bytes, previous: str) -> Entry:
    remedy = "Restore the file from a copy; the lines before this one still hold."
    try:
        plain = json.loads(line.decode("utf-8"))
        digest = plain.pop("digest")
        entry = Entry(digest=digest, **plain)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise LedgerBroken(
            f"is not an entry of a ledger ({fault})", path=str(path), line=number, remedy=remedy
        ) from fault
    if entry.previous != previous:
        raise LedgerBroken(
            "does not follow the line before it: a line was changed, lost or put in",
            path=str(path),
            line=number,
            remedy=remedy,
        )
    if entry.number != number or _digest(plain) != digest:
        raise LedgerBroken(
            "was changed after it was written", path=str(path), line=number, remedy=remedy
        )
    return entry


def append(
    path: Path, *, at: str, who: str, what: str, why: str = "", fields: Mapping[str, Any]
) -> Entry:
    """Add one decision; when this returns, it is on the disk.

    `at` is the time in UTC as ISO 8601, given by the caller. Writers take turns through a lock on
    the file. Raises LedgerBroken when the chain does not hold, WorkspaceFault when the disk is
    full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "ab+") as out:
            fcntl.flock(out, fcntl.LOCK_EX)
            entries = replay(path)
            _cut_unfinished_line(out)
            body: dict[str, Any] = {
                "number": len(entries) + 1,
                "at": at,
                "who": who,
                "what": what,
                "why": why,
                "fields": dict(fields),
                "previous": entries[-1].digest if entries else GENESIS,
            }
            digest = _digest(body)
            line = json.dumps({**body, "digest": digest}, ensure_ascii=False) + "\n"
            if not entries:
                sync_folder(path.parent)
            _write(out, line.encode("utf-8"))
    except OSError as fault:
        raise WorkspaceFault(
            f"cannot write the decision: {fault.strerror or fault}",
            where=str(path),
            remedy="Free some space or check permissions; the decision was not kept.",
        ) from fault
    return Entry(digest=digest, **body)


def _write(out: IO[bytes], line: bytes) -> None:
    """Put a line at the end and onto the disk, or leave the file as it was."""
    end = out.seek(0, os.SEEK_END)
    try:
        _write_whole(out.fileno(), line)
        os.fsync(out.fileno())
    except OSError:
        # What may or may not be on the disk was not kept: the next line would stand upon it.
        with contextlib.suppress(OSError):
            os.ftruncate(out.fileno(), end)
        raise


def _write_whole(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]


def _cut_unfinished_line(out: IO[bytes]) -> None:
    """Make the file end with a newline: put one after a whole line, take a part of one away."""
    out.seek(0)
    data = out.read()
    end = data.rfind(b"\n") + 1
    if end == len(data):
        return
    if is_cut_off(data[end:]):
        out.truncate(end)
    else:
        _write(out, b"\n")
