"""A record goes in; one digest for each of its rows comes out, so that a change can be named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from sijill.record.items import Record
from sijill.serial import dumps
from sijill.stages.graph import digest_of

SEALS_FORMAT = "sijill.seals/1"


@dataclass(frozen=True, slots=True)
class Seals:
    """The digest of every row of a record, by its id."""

    rows: dict[str, str] = field(default_factory=dict)
    format: str = SEALS_FORMAT


def _rows(record: Record) -> Iterator[tuple[str, Any]]:
    """Go through a record as (name, row): rows by their ids or places, whatever else by fields."""
    for field_ in fields(record):
        value = getattr(record, field_.name)
        if not (isinstance(value, tuple) and value and is_dataclass(value[0])):
            yield field_.name, value
            continue
        for place, row in enumerate(value):
            yield f"{field_.name}/{getattr(row, 'id', place)}", row


def seal(record: Record) -> Seals:
    """Give the digest of every row."""
    return Seals({name: digest_of([dumps(row)])[:16] for name, row in _rows(record)})


def broken(record: Record, seals: Seals) -> list[str]:
    """Name the rows that are not as they were sealed, are lost, or were put in."""
    found = seal(record).rows
    changed = [f"{n} was changed" for n, d in found.items() if seals.rows.get(n, d) != d]
    lost = [f"{n} is missing" for n in seals.rows if n not in found]
    put_in = [f"{n} was put in" for n in found if n not in seals.rows]
    return sorted(changed + lost + put_in)
