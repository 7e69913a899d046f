"""A record goes in; a folder of CSV files comes out (RFC 4180, UTF-8), exact to the code point.

For programs and statisticians. Values are never changed: who opens the files in a spreadsheet
program takes the variant that is guarded for it (`spreadsheet`).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sijill.exports.material import Files, Material
from sijill.exports.rows import tables_of


def csv_files(material: Material) -> Files:
    """Give one CSV file for each table of the record."""
    return {
        f"{table.name}.csv": csv_bytes([c.name for c in table.columns], table.rows)
        for table in tables_of(material.record)
    }


def cell(value: Any) -> str:
    """Give the text of a cell: nothing for None, `true` and `false`, JSON for lists and objects."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def csv_bytes(
    header: Sequence[str], rows: Iterable[Sequence[Any]], guard: Callable[[Any], str] = cell
) -> bytes:
    """Write rows as CSV; `guard` makes the text of each cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([guard(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8")
