"""A record goes in; `record.sqlite` comes out, for anybody who asks in SQL; it can be read back.

Rollback journal, one transaction, rows in the order of the record: the same record gives the same
bytes. The file is written beside its place and moved there whole.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sijill.edtf import read_date
from sijill.errors import FormatFault, WorkspaceFault
from sijill.record.items import RECORD_FORMAT, Record
from sijill.record.verify import citations_of
from sijill.serial import dumps, from_plain
from sijill.store.measure_tables import MEASURE_COLUMNS, measure_rows, values_of
from sijill.store.protocol_tables import PROTOCOL_COLUMNS, protocol_rows
from sijill.store.rows import RowTexts, is_rows, row_texts
from sijill.store.search_rows import TABLES, WORD_TABLES, SearchRows, pairs_in

#: Tables of a record, in the order in which they are made; each with its columns. A star marks one
#: that has an index.
_COLUMNS = {
    "sources": "id TEXT PRIMARY KEY, name TEXT, headline TEXT, language TEXT, outlet TEXT,"
    " published TEXT, url TEXT, rights TEXT, words INTEGER",
    "entities": "id TEXT PRIMARY KEY, kind TEXT NOT NULL, country TEXT, register_id TEXT,"
    " within TEXT, longitude REAL, latitude REAL",
    "names": "entity* TEXT NOT NULL, language TEXT NOT NULL, name TEXT NOT NULL,"
    " kind TEXT NOT NULL",
    "posts": "entity* TEXT NOT NULL, post TEXT NOT NULL, body TEXT, status TEXT NOT NULL,"
    " time TEXT",
    "events": "id TEXT PRIMARY KEY, type* TEXT NOT NULL, status TEXT NOT NULL, date TEXT,"
    " first_day* TEXT, last_day TEXT, place TEXT, part_of TEXT, disputed TEXT NOT NULL,"
    " voices INTEGER NOT NULL, sides TEXT NOT NULL",
    "voices": "voice TEXT NOT NULL, source* TEXT NOT NULL",
    "participants": "event* TEXT NOT NULL, position INTEGER NOT NULL, entity* TEXT NOT NULL",
    "tellings": "event* TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,"
    " inferred INTEGER NOT NULL, sources INTEGER NOT NULL",
    "statements": "id TEXT PRIMARY KEY, kind TEXT NOT NULL, language TEXT NOT NULL,"
    " text TEXT NOT NULL, speaker* TEXT, speaker_text TEXT, post TEXT, date TEXT, event TEXT",
    "claims": "id TEXT PRIMARY KEY, kind TEXT NOT NULL, language TEXT NOT NULL,"
    " text TEXT NOT NULL, scope TEXT, asserted_by TEXT, outlet TEXT, about TEXT, verdict TEXT",
    **MEASURE_COLUMNS,
    **PROTOCOL_COLUMNS,
    "citations": "item* TEXT NOT NULL, field TEXT NOT NULL, source* TEXT NOT NULL,"
    ' start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL',
    "record": "key TEXT PRIMARY KEY, value TEXT NOT NULL",
    "rows": "field TEXT NOT NULL, position INTEGER NOT NULL, id* TEXT, json TEXT NOT NULL,"
    " PRIMARY KEY (field, position)",
}

Rows = Iterable[tuple[Any, ...]]
#: Numbers that put rows in order are multiples of this, so that others find room between them.
ROOM = 1 << 20


def write_store(record: Record, path: Path, *, texts: RowTexts | None = None) -> None:
    """Write the record as an SQLite file; `texts` are its `row_texts`, where they are made already.

    Raises WorkspaceFault when the folder cannot be written or the disk is full.
    """
    beside = path.with_name(f".{path.name}.new")
    # A killed build leaves its journal, and SQLite would roll the new file back by it.
    journal = beside.with_name(f"{beside.name}-journal")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        journal.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(beside, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("BEGIN IMMEDIATE")
            _fill(connection, record, row_texts(record) if texts is None else texts)
            connection.execute("COMMIT")
        # Nor may the new file be rolled back by what was left of a change of the old one.
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
        os.replace(beside, path)
    except (OSError, sqlite3.Error) as fault:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
            journal.unlink(missing_ok=True)
        raise WorkspaceFault(
            f"the record's database cannot be written: {fault}",
            where=str(path),
            remedy="Free some space or check the folder's permissions, then run: sijill build",
        ) from fault


def _fill(connection: sqlite3.Connection, record: Record, texts: RowTexts) -> None:
    for table, columns in _COLUMNS.items():
        connection.execute(f"CREATE TABLE {table} ({columns.replace('*', '')})")
    for table in TABLES:
        connection.execute(table)
    search = SearchRows(record)
    ordered = [
        ((number + 1) * ROOM, (place + 1) * ROOM, name, item)
        for number, (name, place, item) in enumerate(search.ordered)
    ]
    places = {name: [(p + 1) * ROOM for p in range(len(made))] for name, made in texts.items()}
    given = (
        *table_rows(record),
        ("record", head_rows(record)),
        ("rows", json_rows(record, places, texts=texts)),
        ("items", ((n, name, place, *search.item(item)) for n, place, name, item in ordered)),
        ("item_people", sorted((e, n) for n, *_, item in ordered for e in search.people_of(item))),
        ("item_places", sorted((e, n) for n, *_, item in ordered for e in search.places_of(item))),
        ("spellings", search.spellings()),
    )
    for table, rows in given:
        width = len(connection.execute(f"SELECT * FROM {table} LIMIT 0").description)
        marks = ", ".join("?" * width)
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    # Indexes last: to fill them row by row takes longer.
    for table, columns in _COLUMNS.items():
        for column in columns.split():
            if column.endswith("*"):
                name = column[:-1]
                connection.execute(f"CREATE INDEX {table}_{name} ON {table} ({name})")
    _fill_words(connection)


def _fill_words(connection: sqlite3.Connection) -> None:
    """Make the indexes of words; an SQLite without them leaves them out, and search is slower."""
    try:
        for table in WORD_TABLES:
            connection.execute(table)
    except sqlite3.OperationalError as fault:
        if "no such" not in str(fault):
            raise
        connection.execute("DROP TABLE IF EXISTS words")
        return
    connection.execute("INSERT INTO words (words) VALUES ('rebuild')")
    found = connection.execute("SELECT number, own FROM items ORDER BY number").fetchall()
    paired = ((number, " ".join(pairs_in(own))) for number, own in found)
    connection.executemany(
        "INSERT INTO pairs (rowid, own) VALUES (?, ?)", (row for row in paired if row[1])
    )


def open_store(path: Path) -> sqlite3.Connection:
    """Open a record's database for reading.

    Raises FormatFault when the file is not one of ours, or of another version.
    """
    if not path.is_file():
        raise FormatFault("is not there", where=str(path), remedy="Run: sijill build")
    try:
        _roll_back(path)
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        found = connection.execute("SELECT value FROM record WHERE key = 'format'").fetchone()
    except sqlite3.Error as fault:
        raise fault_of(path, fault) from fault
    if found != (RECORD_FORMAT,):
        connection.close()
        raise FormatFault(
            f"states the format “{found and found[0]}”, expected “{RECORD_FORMAT}”",
            where=str(path),
            remedy="It was written by another version. Run: sijill build",
        )
    return connection


def _roll_back(path: Path) -> None:
    """Undo a change that was killed halfway: who only reads may not, and could not read it."""
    if path.with_name(f"{path.name}-journal").exists():
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT count(*) FROM record").fetchone()


def fault_of(path: Path, fault: sqlite3.Error) -> FormatFault:
    """Give what to say of a database that cannot be read."""
    return FormatFault(f"is not a record ({fault})", where=str(path), remedy="Run: sijill build")


def read_store(path: Path) -> Record:
    """Read a record back from its SQLite file.

    Raises FormatFault when the file is not one of ours.
    """
    with contextlib.closing(open_store(path)) as connection:
        try:
            head = connection.execute("SELECT key, value FROM record").fetchall()
            rows = connection.execute("SELECT field, json FROM rows ORDER BY field, position")
            fields: dict[str, list[str]] = {}
            for field, text in rows:
                fields.setdefault(field, []).append(text)
        except sqlite3.Error as fault:
            raise fault_of(path, fault) from fault
    plain = {key: value if key in ("format", "title") else json.loads(value) for key, value in head}
    plain |= {field: json.loads(f"[{','.join(texts)}]") for field, texts in fields.items()}
    found = from_plain(Record, plain)
    assert isinstance(found, Record)
    return found


def head_rows(record: Record) -> list[tuple[str, str]]:
    """Give the rows of the table `record`: what of a record is no rows itself."""
    return sorted(
        (one.name, value if isinstance(value, str) else dumps(value, indent=None)[:-1])
        for one in dataclasses.fields(record)
        for value in [getattr(record, one.name)]
        if not is_rows(value)
    )


def json_rows(
    record: Record,
    places: Mapping[str, Sequence[int]],
    *,
    texts: RowTexts | None = None,
) -> Iterator[tuple[str, int, str | None, str]]:
    """Give the rows of the table `rows`: each row of a record as JSON.

    `places` give for each field the numbers of its rows; `texts` are the record's `row_texts`,
    where they are made already.
    """
    for field, made in (row_texts(record) if texts is None else texts).items():
        for row, number, text in zip(getattr(record, field), places[field], made, strict=True):
            yield field, number, getattr(row, "id", None), text


def table_rows(record: Record) -> Iterator[tuple[str, Rows]]:
    """Give the rows of the tables that have a column for each value, in the order of the record."""
    yield "sources", (values_of(_COLUMNS["sources"], source) for source in record.sources)
    yield "entities", (values_of(_COLUMNS["entities"], entity) for entity in record.entities)
    yield "names", _name_rows(record)
    yield (
        "posts",
        (
            (entity.id, post.post, post.body, post.status, post.time)
            for entity in record.entities
            for post in entity.posts
        ),
    )
    yield from _event_rows(record)
    yield (
        "statements",
        (
            (
                s.id,
                s.kind.value,
                s.language,
                s.text,
                s.speaker,
                s.speaker_text,
                s.post,
                s.date,
                s.event,
            )
            for s in record.statements
        ),
    )
    yield "claims", (
        (c.id, c.kind.value, c.language, c.text, c.scope, c.asserted_by, c.outlet, c.about,
         c.verdict.verdict if c.verdict else None)
        for c in record.claims
    )  # fmt: skip
    yield from measure_rows(record)
    yield from protocol_rows(record)
    yield (
        "citations",
        (
            (item, field, c.source_id, c.start, c.end, c.exact)
            for item, field, c in citations_of(record)
        ),
    )


def _name_rows(record: Record) -> Iterator[tuple[str, str, str, str]]:
    for entity in record.entities:
        for language, name in entity.names.items():
            yield entity.id, language, name, "name"
        for alias in entity.aliases:
            yield entity.id, alias.language, alias.text, "alias"


def _event_rows(record: Record) -> Iterator[tuple[str, Rows]]:
    events = []
    for event in record.events:
        when = read_date(event.date)
        first = when.start.isoformat() if when and when.start else None
        last = when.end.isoformat() if when and when.end else None
        events.append((event.id, event.type, event.status.value, event.date, first, last,
                       event.place, event.part_of, " ".join(event.disputed), event.voices,
                       " ".join(event.sides)))  # fmt: skip
    yield "events", events
    yield "voices", ((voice.id, source) for voice in record.voices for source in voice.sources)
    yield (
        "participants",
        (
            (event.id, position, entity)
            for event in record.events
            for position, entity in enumerate(event.participants)
        ),
    )
    yield "tellings", (
        (event.id, told.field, told.value, int(told.inferred),
         len({c.source_id for c in told.citations}))
        for event in record.events
        for told in event.tellings
    )  # fmt: skip
