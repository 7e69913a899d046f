"""Index, figures, threads and decisions of a record go in; their rows in the database come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sijill.record.items import DecisionNote, Record

#: Tables with their columns, as in `database`: a star marks a column that has an index.
MEASURE_COLUMNS = {
    "index_years": "year INTEGER PRIMARY KEY, value REAL NOT NULL, low REAL NOT NULL,"
    " high REAL NOT NULL, recorded REAL NOT NULL, p_grew REAL, word TEXT NOT NULL,"
    " coverage REAL NOT NULL, basis TEXT NOT NULL, flow REAL NOT NULL, contacts INTEGER NOT NULL",
    "figures": "id TEXT PRIMARY KEY, measure* TEXT NOT NULL, value REAL NOT NULL,"
    " unit TEXT NOT NULL, bound TEXT, period TEXT, event* TEXT",
    "threads": "id TEXT PRIMARY KEY, kind TEXT NOT NULL, type TEXT, missing INTEGER NOT NULL",
    "thread_links": "thread* TEXT NOT NULL, position INTEGER NOT NULL, date TEXT, event* TEXT,"
    " number INTEGER, numbered TEXT NOT NULL, stage TEXT NOT NULL, post TEXT, body TEXT,"
    " status TEXT",
    "decisions": "item* TEXT NOT NULL, line INTEGER NOT NULL, action TEXT NOT NULL, who TEXT NOT"
    " NULL, at TEXT NOT NULL, why TEXT NOT NULL, fields TEXT NOT NULL, contested TEXT NOT NULL",
}


def column_names(columns: str) -> list[str]:
    """Give the names of the columns of a table as it is described above."""
    return [column.split()[0].strip('*"') for column in columns.split(", ")]


def values_of(columns: str, value: object) -> tuple[Any, ...]:
    """Give of a value what its table holds: the attributes of the names of the columns."""
    return tuple(getattr(value, name) for name in column_names(columns))


def measure_rows(record: Record) -> Iterator[tuple[str, Iterable[tuple[Any, ...]]]]:
    """Give the rows of these tables, in the order of the record."""
    years = record.index.years if record.index else ()
    yield "index_years", [values_of(MEASURE_COLUMNS["index_years"], year) for year in years]
    yield "figures", [values_of(MEASURE_COLUMNS["figures"], figure) for figure in record.figures]
    yield "threads", [values_of(MEASURE_COLUMNS["threads"], thread) for thread in record.threads]
    own = ", ".join(MEASURE_COLUMNS["thread_links"].split(", ")[2:])
    links = [
        (thread.id, position, *values_of(own, link))
        for thread in record.threads
        for position, link in enumerate(thread.links)
    ]
    yield "thread_links", links
    yield (
        "decisions",
        [
            (item.id, note.line, note.action, note.who, note.at, note.why, *_lists(note))
            for items in (record.events, record.statements, record.claims, record.entities)
            for item in items
            for note in item.decisions
        ],
    )


def _lists(note: DecisionNote) -> tuple[str, str]:
    return " ".join(note.fields), " ".join(note.contested)
