"""A record goes in; its file comes out. Of one that has changed a little only those rows are turned
into text that are others: the rest is taken over from the file that is there.

The bytes are those of `serial.dumps`, whatever was written before. Whatever holds rows can be
written so: a record, or who is who.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from sijill.record.rows import digest_of_row, is_rows
from sijill.serial import dumps, write_atomic

#: What a row stands under: the field of the record that holds it, and its id, or its place there.
Key = tuple[str, str | int]


@dataclass(slots=True)
class _Written:
    """A row as it was written: itself, the digest of its text, and where it stands in the file."""

    row: Any
    digest: str
    start: int
    end: int


@dataclass(slots=True)
class RowsFile:
    """A file of rows while a project is open; `write` it as often as they change."""

    path: Path
    _rows: dict[Key, _Written] = field(default_factory=dict)
    _stat: tuple[int, int] | None = None

    def write(self, whole: Any) -> None:
        """Write a value that has rows, all of it or nothing.

        Raises WorkspaceFault when the file cannot be written.
        """
        if self._stat is None or self._stat != _stat_of(self.path):
            self._rows = {}
            write_atomic(self.path, self._put_together(whole, b""))
        else:
            with (
                self.path.open("rb") as file,
                mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as old,
            ):
                made = self._put_together(whole, old)
            write_atomic(self.path, made)
        self._stat = _stat_of(self.path)

    def digests(self) -> dict[Key, str]:
        """Give the digest of each row that was written, by its field and id."""
        return {key: one.digest for key, one in self._rows.items()}

    def _put_together(self, whole: Any, old: bytes | mmap.mmap) -> bytes:
        out = _Parts(old)
        written: dict[Key, _Written] = {}
        before = b"{\n "
        for name, value in _fields(whole):
            out.put(before + f'"{name}": '.encode())
            before = b",\n "
            if not is_rows(value):
                out.put(dumps(value)[:-1].replace("\n", "\n ").encode("utf-8"))
                continue
            for place, row in enumerate(value):
                key = name, _name_of(row, place)
                known = self._rows.get(key)
                out.put(b"," if place else b"[")
                start = out.size
                if known is not None and (known.row is row or known.row == row):
                    out.take(known.start, known.end)
                    digest = known.digest
                else:
                    text = dumps(row)
                    out.put(("\n  " + text[:-1].replace("\n", "\n  ")).encode("utf-8"))
                    digest = digest_of_row(text)
                written[key] = _Written(row, digest, start, out.size)
            out.put(b"\n ]")
        out.put(b"\n}\n")
        self._rows = written
        return out.joined()


class _Parts:
    """Bytes put together, many from an old file; what stood there side by side is taken at once."""

    def __init__(self, old: bytes | mmap.mmap) -> None:
        self._old = old
        self._parts: list[bytes] = []
        self._taken: tuple[int, int] | None = None
        self._comma = b""
        self.size = 0

    def put(self, data: bytes) -> None:
        """Put new bytes behind; a comma waits for what comes, as it may stand in the old file."""
        self.size += len(data)
        if data == b"," and self._taken is not None:
            self._comma = data
            return
        self._flush()
        self._parts.append(data)

    def take(self, start: int, end: int) -> None:
        """Put behind what stands in the old file from `start` to `end`."""
        self.size += end - start
        if self._comma and self._taken is not None and self._taken[1] + 1 == start:
            self._taken, self._comma = (self._taken[0], end), b""
        else:
            self._flush()
            self._taken = start, end

    def _flush(self) -> None:
        if self._taken is not None:
            self._parts.append(self._old[self._taken[0] : self._taken[1]])
        self._parts.append(self._comma)
        self._taken, self._comma = None, b""

    def joined(self) -> bytes:
        """Give all of it."""
        self._flush()
        return b"".join(self._parts)


def _name_of(row: Any, place: int) -> str | int:
    """Give what a row is found again by: its id, the two sides it speaks of, or its place."""
    named: str | None = getattr(row, "id", None)
    if named is None and hasattr(row, "left") and hasattr(row, "by"):
        return f"{row.left} {row.right} {row.by}"
    return place if named is None else named


def _fields(whole: Any) -> Iterator[tuple[str, Any]]:
    for one in fields(whole):
        yield one.name, getattr(whole, one.name)


def _stat_of(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
