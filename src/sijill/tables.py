"""The name of a data table of the package goes in; its checked rows come out.

A table is a TSV file in UTF-8 (NFC) with a header line; `source` is its last column. Lines that
begin with `#` are remarks. Lists inside a cell are separated by ` | `.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from sijill.errors import TableFault

Row = dict[str, str]


def data_path(name: str) -> Path:
    """Give the path of a file in the package's data folder, for example `ar/months.tsv`."""
    return Path(str(files("sijill"))) / "data" / name


_Table = tuple[tuple[str, ...], tuple[tuple[int, tuple[str, ...]], ...]]


@cache
def _kept_rows(path: Path, stamp: int) -> _Table:
    """Give header and numbered rows of a table; `stamp` changes with the file."""
    return _rows(path)


def _rows(path: Path) -> _Table:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise TableFault(
            f"cannot be read: {fault}",
            path=str(path),
            remedy="Install Sijill again; the package is not complete.",
        ) from fault
    if unicodedata.normalize("NFC", text) != text:
        raise TableFault("is not in NFC", path=str(path))
    header: tuple[str, ...] = ()
    rows: list[tuple[int, tuple[str, ...]]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if not header:
            header = cells
            continue
        if len(cells) != len(header):
            raise TableFault(
                f"has {len(cells)} cells, the header has {len(header)}", path=str(path), line=number
            )
        rows.append((number, cells))
    return header, tuple(rows)


def read_table(path: Path, columns: Iterable[str]) -> list[Row]:
    """Read a TSV table as one dict per row, in the order of the file.

    `columns` are the columns that must be there; `source` always must. Raises TableFault with
    file and line.
    """
    header, rows = _checked(path, columns)
    return [dict(zip(header, cells, strict=True)) for _, cells in rows]


def _checked(path: Path, columns: Iterable[str], *, is_kept: bool = True) -> _Table:
    if is_kept:
        # The package's tables never change while it runs; a project's own may.
        header, rows = _kept_rows(path, path.stat().st_mtime_ns if path.exists() else 0)
    else:
        header, rows = _rows(path)
    missing = [c for c in (*columns, "source") if c not in header]
    if missing:
        raise TableFault(
            f"lacks the column “{missing[0]}”; it has: {', '.join(header)}", path=str(path), line=1
        )
    return header, rows


def open_table(name: str, columns: Iterable[str]) -> list[Row]:
    """Read a table of the package's data folder; see `read_table`."""
    return read_table(data_path(name), columns)


def open_columns(name: str, columns: Sequence[str]) -> tuple[list[str], ...]:
    """Read columns of a table of the package's data folder: a long one, which is not kept."""
    header, rows = _checked(data_path(name), columns, is_kept=False)
    places = [header.index(column) for column in columns]
    return tuple([cells[place] for _, cells in rows] for place in places)


def cell_list(cell: str) -> tuple[str, ...]:
    """Split a cell that holds a list; an empty cell is an empty tuple."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
