"""The name of a data table of the package goes in; its checked rows come out.

A table is a TSV file in UTF-8 (NFC) with a header line; `source` is its last column. Lines that
begin with `#` are remarks. Lists inside a cell are separated by ` | `.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from sijill.errors import TableFault

Row = dict[str, str]

_DATA = Path(__file__).parent / "data"


def data_path(name: str) -> Path:
    """Give the path of a file in the package's data folder, for example `ar/months.tsv`."""
    return _DATA / name


_Table = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]


def _kept(path: Path) -> _Table:
    # The package's tables never change while it runs; a project's own may.
    return _kept_rows(path, path.stat().st_mtime_ns if path.exists() else 0)


@cache
def _kept_rows(path: Path, stamp: int) -> _Table:
    """Give header and rows of a table; `stamp` changes with the file."""
    return _rows(_text(path), path)


def _text(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise TableFault(
            f"cannot be read: {fault}",
            path=str(path),
            remedy="Install Sijill again; the package is not complete.",
        ) from fault
    if not unicodedata.is_normalized("NFC", text):
        raise TableFault("is not in NFC", path=str(path))
    return text.replace("\r\n", "\n") if "\r" in text else text


def _rows(text: str, path: Path) -> _Table:
    lines = text.split("\n")
    table = [tuple(line.split("\t")) for line in lines if line and line[0] != "#"]
    header, *rows = table or [()]
    if rows and {*map(len, rows)} != {len(header)}:
        raise _uneven(lines, len(header), path)
    return header, tuple(rows)


def _uneven(lines: Sequence[str], width: int, path: Path) -> TableFault:
    """Name the first row that has not as many cells as the header."""
    sizes = (
        (number, line.count("\t") + 1)
        for number, line in enumerate(lines, 1)
        if line and line[0] != "#"
    )
    number, cells = next(row for row in sizes if row[1] != width)
    return TableFault(f"has {cells} cells, the header has {width}", path=str(path), line=number)


def read_table(path: Path, columns: Iterable[str]) -> list[Row]:
    """Read a TSV table as one dict per row, in the order of the file.

    `columns` are the columns that must be there; `source` always must. Raises TableFault with
    file and line.
    """
    header, rows = _checked(_kept(path), path, columns)
    return [dict(zip(header, cells, strict=True)) for cells in rows]


def _checked(table: _Table, path: Path, columns: Iterable[str]) -> _Table:
    header = table[0]
    missing = [c for c in (*columns, "source") if c not in header]
    if missing:
        raise TableFault(
            f"lacks the column “{missing[0]}”; it has: {', '.join(header)}", path=str(path), line=1
        )
    return table


def open_table(name: str, columns: Iterable[str]) -> list[Row]:
    """Read a table of the package's data folder; see `read_table`."""
    return read_table(data_path(name), columns)


def check_columns(name: str, columns: Iterable[str]) -> None:
    """Raise TableFault unless a table of the package's data folder has these columns."""
    path = data_path(name)
    _checked(_kept(path), path, columns)


def open_columns(name: str, columns: Sequence[str]) -> tuple[Sequence[str], ...]:
    """Read columns of a table of the package's data folder: a long one, which is not kept.

    Its other cells are passed over, and never become strings.
    """
    path = data_path(name)
    text = _text(path)
    first = next((line for line in text.split("\n", 99) if line and line[0] != "#"), "")
    header, _ = _checked(_rows(first, path), path, columns)
    wanted = [header.index(column) for column in columns]
    cells = ["([^\t\n]*)" if place in wanted else "[^\t\n]*" for place in range(len(header))]
    found = re.findall("(?m)^(?!#)" + "\t".join(cells) + "$", text)
    lines = text.count("\n") - text.count("\n#") - text.startswith("#")
    if len(found) != lines:  # there are empty lines, or rows that are not whole
        _, rows = _rows(text, path)
        return tuple([row[place] for row in rows] for place in wanted)
    if len(wanted) == 1:
        return (found[1:],)
    if len(found) == 1:  # the header alone
        return tuple([] for _ in wanted)
    by_place = dict(zip(sorted(wanted), zip(*found[1:], strict=True), strict=True))
    return tuple(by_place[place] for place in wanted)


def cell_list(cell: str) -> tuple[str, ...]:
    """Split a cell that holds a list; an empty cell is an empty tuple."""
    if "|" not in cell:
        return (whole,) if (whole := cell.strip()) else ()
    return tuple(part.strip() for part in cell.split("|") if part.strip())
