"""Rates, signals and peers of a record go in; their rows in `record.sqlite` come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sijill.record.items import Record
from sijill.store.measure_tables import values_of

#: Tables with their columns, as in `database`: a star marks a column that has an index.
PROTOCOL_COLUMNS = {
    "rarities": "event* TEXT NOT NULL, feature TEXT NOT NULL, scope TEXT NOT NULL,"
    " k INTEGER NOT NULL, n INTEGER NOT NULL, low REAL NOT NULL, high REAL NOT NULL,"
    " word TEXT NOT NULL, window TEXT NOT NULL, complete INTEGER NOT NULL, tipping INTEGER,"
    " unknown INTEGER NOT NULL, k_max INTEGER NOT NULL, standing TEXT NOT NULL, until TEXT,"
    " k_today INTEGER, n_today INTEGER",
    "signals": "event* TEXT NOT NULL, signal* TEXT NOT NULL, standing TEXT NOT NULL,"
    " value TEXT NOT NULL, by TEXT NOT NULL, visit TEXT, visit_class TEXT NOT NULL,"
    " basis TEXT NOT NULL, inferred INTEGER NOT NULL",
    "peers": "occasion* TEXT NOT NULL, host TEXT NOT NULL, guest TEXT, name TEXT NOT NULL,"
    " country TEXT NOT NULL, feature TEXT, value TEXT, inferred INTEGER, alone INTEGER,"
    " sources INTEGER, addresses INTEGER",
}


def protocol_rows(record: Record) -> Iterator[tuple[str, Iterable[tuple[Any, ...]]]]:
    """Give the rows of these tables, in the order of the record.

    A guest of whom nothing is known has one row without a feature.
    """
    yield "rarities", [values_of(PROTOCOL_COLUMNS["rarities"], n) for n in record.rarities]
    yield "signals", [values_of(PROTOCOL_COLUMNS["signals"], n) for n in record.signals]
    peers: list[tuple[Any, ...]] = []
    for row in record.peers:
        who = (row.occasion, row.host, row.guest, row.name, row.country)
        for value in row.values:
            rows = (len({c.source_id for c in value.citations}), len(value.references))
            peers.append((*who, value.feature, value.value, value.inferred, value.alone, *rows))
        if not row.values:
            peers.append((*who, None, None, None, None, None, None))
    yield "peers", peers
