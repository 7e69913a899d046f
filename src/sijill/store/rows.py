"""A record goes in; the JSON text of each of its rows comes out.

Rows are what stands in fields of a record that hold many values of our own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sijill.record.items import Record
from sijill.serial import dumps

#: The JSON texts of the rows of a record, by the field of the record that holds them.
RowTexts = Mapping[str, Sequence[str]]


def row_texts(record: Record) -> dict[str, list[str]]:
    """Give the JSON text of every row, without a final newline, by the field it stands in.

    Rows are what stands in fields that hold many values of our own: sources, entities, events and
    so on. Other fields have none.
    """
    return {
        name: [dumps(row)[:-1] for row in rows] for name, rows in _fields(record) if is_rows(rows)
    }


def is_rows(value: Any) -> bool:
    """Say whether the value of a field of a record is rows of our own."""
    return isinstance(value, tuple) and bool(value) and dataclasses.is_dataclass(value[0])


def _fields(record: Record) -> Iterator[tuple[str, Any]]:
    for field in dataclasses.fields(record):
        yield field.name, getattr(record, field.name)
