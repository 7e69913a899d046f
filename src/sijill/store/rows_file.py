"""A record goes in; its file comes out. Of one that has changed a little only those rows are turned
into text that are others: the rest is taken over from the file that is there.

The bytes are those of `serial.dumps`, whatever was written before. Whatever holds rows can be
written so: a record, or who is who.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sijill.digests import Stat, stat_of
from sijill.serial import dumps, write_atomic
from sijill.store.rows import digest_of_row, is_rows

Ints = npt.NDArray[np.int64]
#: What a row stands under: the field of the record that holds it, and its id, or its place there.
Key = tuple[str, str | int]


@dataclass(frozen=True, slots=True)
class _Written:
    """The rows of one field as they were written: where each begins and ends, in bytes."""

    rows: Sequence[Any]
    digests: Sequence[str]
    starts: Ints
    ends: Ints


@dataclass(slots=True)
class RowsFile:
    """A file of rows while a project is open; `write` it as often as they change."""

    path: Path
    _written: dict[str, _Written] = field(default_factory=dict)
    _stat: Stat | None = None

    def write(self, whole: Any) -> None:
        """Write a value that has rows, all of it or nothing.

        Raises WorkspaceFault when the file cannot be written.
        """
        if self._stat is None or self._stat != stat_of(self.path):
            self._written = {}
            data, written = _put_together(whole, {}, b"")
        else:
            with (
                self.path.open("rb") as file,
                mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as old,
            ):
                data, written = _put_together(whole, self._written, old)
        write_atomic(self.path, data)
        self._written, self._stat = written, stat_of(self.path)

    def digests(self) -> dict[Key, str]:
        """Give the digest of each row that was written, by its field and id."""
        return {
            (name, getattr(row, "id", place)): digest
            for name, one in self._written.items()
            for place, (row, digest) in enumerate(zip(one.rows, one.digests, strict=True))
        }


def _put_together(
    whole: Any, before: dict[str, _Written], old: bytes | mmap.mmap
) -> tuple[bytes, dict[str, _Written]]:
    parts: list[bytes] = []
    size = 0
    written: dict[str, _Written] = {}
    opening = b"{\n "
    for name, value in _fields(whole):
        head = opening + f'"{name}": '.encode()
        opening = b",\n "
        if not is_rows(value):
            parts += [head, dumps(value)[:-1].replace("\n", "\n ").encode("utf-8")]
            size += sum(map(len, parts[-2:]))
            continue
        body, written[name] = _rows(value, before.get(name), old, size + len(head) + 1)
        parts += [head, b"[", *body, b"\n ]"]
        size = int(written[name].ends[-1]) + 3
    parts.append(b"\n}\n")
    return b"".join(parts), written


def _rows(
    rows: Sequence[Any], before: _Written | None, old: bytes | mmap.mmap, start: int
) -> tuple[list[bytes], _Written]:
    """Give the bytes of rows with the commas between them, and where in the file they stand.

    `start` is where the first one begins.
    """
    taken = _places_before(rows, before)
    texts = {place: dumps(rows[place]) for place in np.flatnonzero(taken < 0).tolist()}
    data = {
        place: ("\n  " + text[:-1].replace("\n", "\n  ")).encode("utf-8")
        for place, text in texts.items()
    }
    lengths = np.zeros(len(rows), dtype=np.int64)
    lengths[list(data)] = [len(one) for one in data.values()]
    parts: list[bytes] = []
    if before is not None:
        is_old = taken >= 0
        lengths[is_old] = (before.ends - before.starts)[taken[is_old]]
    # Rows that stood side by side are copied at once, with the commas between them.
    begins = np.flatnonzero(np.r_[True, (np.diff(taken) != 1) | (taken[1:] <= 0)])
    for first, last in zip(
        begins.tolist(), [*(begins[1:] - 1).tolist(), len(rows) - 1], strict=True
    ):
        parts.append(b"," if first else b"")
        if taken[first] >= 0 and before is not None:
            parts.append(old[before.starts[taken[first]] : before.ends[taken[last]]])
        else:
            parts.append(b",".join(data[place] for place in range(first, last + 1)))
    ends = start + np.cumsum(lengths + 1) - 1
    known = before.digests if before is not None else ()
    digests = [
        known[at] if at >= 0 else digest_of_row(texts[place])
        for place, at in enumerate(taken.tolist())
    ]
    return parts, _Written(rows, digests, ends - lengths, ends)


def _places_before(rows: Sequence[Any], before: _Written | None) -> Ints:
    """Give for each row where the same row stood before, -1 where none did."""
    if before is None:
        return np.full(len(rows), -1, dtype=np.int64)
    # The rows of before are still there, so that no other value can have the same number.
    place_of = {id(row): place for place, row in enumerate(before.rows)}
    found = [place_of.get(id(row), -1) for row in rows]
    if -1 in found:
        by_name = {_name_of(row, place): place for place, row in enumerate(before.rows)}
        for place, at in enumerate(found):
            if at < 0:
                known = by_name.get(_name_of(rows[place], place), -1)
                if known >= 0 and before.rows[known] == rows[place]:
                    found[place] = known
    return np.array(found, dtype=np.int64)


def _name_of(row: Any, place: int) -> str | int:
    """Give what a row is found again by: its id, the two sides it speaks of, or its place."""
    named: str | None = getattr(row, "id", None)
    if named is None and hasattr(row, "left") and hasattr(row, "by"):
        return f"{row.left} {row.right} {row.by}"
    return place if named is None else named


def _fields(whole: Any) -> Iterator[tuple[str, Any]]:
    for one in fields(whole):
        yield one.name, getattr(whole, one.name)
