"""A record goes in; one digest for each of its rows comes out, so that a change can be named.

A file is compared row by row as it stands, not as this version of Sijill reads it: a version that
knows more fields still finds every row of an older build unchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from sijill.record.items import Record
from sijill.record.rows import RowTexts, digest_of_row, row_texts
from sijill.serial import dumps

SEALS_FORMAT = "sijill.seals/1"


@dataclass(frozen=True, slots=True)
class Seals:
    """The digest of every row of a record, by its id."""

    rows: dict[str, str] = field(default_factory=dict)
    format: str = SEALS_FORMAT


def _rows(record: Record, texts: RowTexts) -> Iterator[tuple[str, str]]:
    """Go through a record as (name, JSON): rows by id or place, whatever else by fields."""
    for field_ in fields(record):
        value = getattr(record, field_.name)
        if field_.name not in texts:
            yield field_.name, dumps(value)
            continue
        for place, (row, text) in enumerate(zip(value, texts[field_.name], strict=True)):
            yield f"{field_.name}/{getattr(row, 'id', place)}", f"{text}\n"


def seal(record: Record, *, texts: RowTexts | None = None) -> Seals:
    """Give the digest of every row; `texts` are its `row_texts`, where they are made already."""
    made = row_texts(record) if texts is None else texts
    return Seals({name: digest_of_row(text) for name, text in _rows(record, made)})


def _plain_rows(plain: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Go through a record's file in the same way."""
    for name, value in plain.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for place, row in enumerate(value):
                yield f"{name}/{row.get('id', place)}", dumps(row)
        else:
            yield name, dumps(value)


def broken(plain: Mapping[str, Any], seals: Seals) -> list[str]:
    """Name the rows that are not as they were sealed, are lost, or were put in.

    `plain` is what stands in the record's file.
    """
    found = {name: digest_of_row(text) for name, text in _plain_rows(plain)}
    changed = [f"{n} was changed" for n, d in found.items() if seals.rows.get(n, d) != d]
    lost = [f"{n} is missing" for n in seals.rows if n not in found]
    put_in = [f"{n} was put in" for n in found if n not in seals.rows]
    return sorted(changed + lost + put_in)
