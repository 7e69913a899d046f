"""A record goes in; its file comes out. Of one that has changed a little only those rows are turned
into text that are others: the rest is taken over from the file that is there.

The bytes are those of `serial.dumps`, whatever was written before. Whatever holds rows can be
written so: a record, or who is who.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, fields
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sijill.digests import Part, Stat, sha256_of_parts, stat_of
from sijill.following import changed_since
from sijill.serial import dumps, write_atomic
from sijill.store.rows import is_rows
from sijill.store.rows_change import Changes, Ints
from sijill.store.seals import digest_of_row, file_of, sealed

#: Texts, one for each row.
Texts = npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class _Written:
    """The rows of one field as they were written: where each begins and ends, in bytes.

    `seals` are a line of JSON for each row, its field and id, and its digest, which `digests` are;
    none of a file that is not sealed.
    """

    rows: Sequence[Any]
    digests: Texts
    seals: Texts
    starts: Ints
    ends: Ints


@dataclass(slots=True)
class RowsFile:
    """A file of rows while a project is open; `write` it as often as they change.

    `changes` may be shared with others that follow the same rows.
    """

    path: Path
    changes: Changes = field(default_factory=Changes)
    #: Whether the digest of each row is kept as well.
    is_sealed: bool = False
    _written: dict[str, _Written] = field(default_factory=dict)
    #: Maps of words to words as they were written, with the line of each word.
    _lines: dict[str, tuple[Mapping[str, str], dict[str, str]]] = field(default_factory=dict)
    _stat: Stat | None = None

    def write(self, whole: Any) -> str:
        """Write a value that has rows, all of it or nothing; give the SHA-256 of the bytes.

        Raises WorkspaceFault when the file cannot be written.
        """
        if self._stat is None or self._stat != stat_of(self.path):
            return self._write(whole, {}, memoryview(b""))
        with (
            self.path.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as old,
            memoryview(old) as view,
        ):
            return self._write(whole, self._written, view)

    def _write(self, whole: Any, before: dict[str, _Written], old: memoryview) -> str:
        parts, written = self._put_together(whole, before, old)
        try:
            # Both go through all bytes, and neither needs a turn of the interpreter.
            with ThreadPoolExecutor(1) as beside:
                digest = beside.submit(sha256_of_parts, parts)
                write_atomic(self.path, parts)
        finally:
            parts.clear()  # while a part of the old file is held, that cannot be closed
        self._written, self._stat = written, stat_of(self.path)
        return digest.result()

    def seals(self, whole: Any) -> bytes:
        """Give the file of seals of a value as it was last written: the digest of each row.

        What holds no rows has one for the whole of it. Only a sealed file knows of its rows.
        """
        lines: list[str] = []
        for name, value in _fields(whole):
            if name in self._written:
                lines += self._written[name].seals.tolist()
            else:
                lines.append(sealed(name, digest_of_row(dumps(value))))
        return file_of(lines)

    def _put_together(
        self, whole: Any, before: dict[str, _Written], old: memoryview
    ) -> tuple[list[Part], dict[str, _Written]]:
        parts: list[Part] = []
        size = 0
        written: dict[str, _Written] = {}
        opening = b"{\n "
        for name, value in _fields(whole):
            head = opening + f'"{name}": '.encode()
            opening = b",\n "
            if not is_rows(value):
                parts += [head, self._mapping(name, value) or _indented(dumps(value)[:-1], 1)]
                size += sum(map(len, parts[-2:]))
                continue
            body, written[name] = self._rows(name, value, before.get(name), old, size + len(head))
            parts += [head, b"[", *body, b"\n ]"]
            size = int(written[name].ends[-1]) + 3
        parts.append(b"\n}\n")
        return parts, written

    def _mapping(self, name: str, value: Any) -> bytes | None:
        """Give the bytes of what maps words to words; None of anything else.

        Each line of it is made once while its word stays the same.
        """
        if not isinstance(value, dict) or type(next(iter(value.values()), None)) is not str:
            return None
        words, lines = self._lines.get(name, ({}, {}))
        for key in changed_since(words, value):
            if (word := value.get(key)) is None:
                lines.pop(key, None)
            else:
                lines[key] = f"\n  {encode_basestring(key)}: {encode_basestring(word)}"
        self._lines[name] = value, lines
        return f"{{{','.join(map(lines.__getitem__, value))}\n }}".encode()

    def _rows(
        self,
        name: str,
        rows: Sequence[Any],
        before: _Written | None,
        old: memoryview,
        start: int,
    ) -> tuple[list[Part], _Written]:
        """Give the bytes of rows with the commas between them, and where in the file they stand.

        `start` is where their bracket opens.
        """
        known = before or _Written((), _NO_TEXTS, _NO_TEXTS, _NONE, _NONE)
        change = self.changes.of(name, known.rows, rows)
        taken = change.taken
        texts = {place: change.text(place) for place in change.come}
        data = {place: _indented("\n" + text[:-1], 2) for place, text in texts.items()}
        lengths = np.zeros(len(rows), dtype=np.int64)
        lengths[list(data)] = [len(one) for one in data.values()]
        is_old = taken >= 0
        lengths[is_old] = (known.ends - known.starts)[taken[is_old]]
        parts: list[Part] = []
        # Rows that stood side by side are copied at once, with the commas between them.
        begins = np.flatnonzero(np.r_[True, (np.diff(taken) != 1) | (taken[1:] <= 0)])
        for first, last in zip(
            begins.tolist(), [*(begins[1:] - 1).tolist(), len(rows) - 1], strict=True
        ):
            parts.append(b"," if first else b"")
            if taken[first] >= 0:
                parts.append(old[known.starts[taken[first]] : known.ends[taken[last]]])
            else:
                parts.append(b",".join(data[place] for place in range(first, last + 1)))
        ends = start + 1 + np.cumsum(lengths + 1) - 1
        digests, seals = known.digests, known.seals
        if self.is_sealed and not change.is_none:
            digests = _carried(known.digests, taken)
            digests[list(texts)] = list(map(digest_of_row, texts.values()))
            seals = _seals(name, known.seals, rows, taken, digests)
        return parts, _Written(rows, digests, seals, ends - lengths, ends)


def _seals(name: str, known: Texts, rows: Sequence[Any], taken: Ints, digests: Texts) -> Texts:
    """Give the line of each row; those that are named by their places have others' places now."""
    if not hasattr(rows[0], "id"):
        lines = [sealed(f"{name}/{at}", digest) for at, digest in enumerate(digests.tolist())]
        return np.array(lines, dtype=object)
    found = _carried(known, taken)
    for place in np.flatnonzero(taken < 0).tolist():
        found[place] = sealed(f"{name}/{rows[place].id}", digests[place])
    return found


def _carried(known: Texts, taken: Ints) -> Texts:
    """Give for each row the text of the same one of before; None where there was none."""
    found: Texts = np.empty(len(taken), dtype=object)
    is_old = taken >= 0
    found[is_old] = known[taken[is_old]]
    return found


_NONE: Ints = np.zeros(0, dtype=np.int64)
_NO_TEXTS: Texts = np.zeros(0, dtype=object)


def _indented(text: str, depth: int) -> bytes:
    """Give a JSON text as it stands inside of others."""
    return text.replace("\n", "\n" + " " * depth).encode("utf-8")


def _fields(whole: Any) -> Iterator[tuple[str, Any]]:
    for one in fields(whole):
        yield one.name, getattr(whole, one.name)
