"""A record goes in; `record.sqlite` comes out, for anybody who asks in SQL; it can be read back.

Rollback journal, one transaction, rows in the order of the record: the same record gives the same
bytes. The file is written beside its place and moved there whole.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from sijill.errors import FormatFault, WorkspaceFault
from sijill.record.edtf import read_date
from sijill.record.items import RECORD_FORMAT, Record
from sijill.record.measure_tables import measure_rows, measure_tables
from sijill.record.verify import citations_of
from sijill.serial import dumps, from_plain

_META = sa.MetaData()

_RECORD = sa.Table(
    "record",
    _META,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
_SOURCES = sa.Table(
    "sources",
    _META,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text),
    sa.Column("headline", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("outlet", sa.Text),
    sa.Column("published", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("rights", sa.Text),
    sa.Column("words", sa.Integer),
)
_ENTITIES = sa.Table(
    "entities",
    _META,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("country", sa.Text),
    sa.Column("register_id", sa.Text),
    sa.Column("within", sa.Text),
    sa.Column("longitude", sa.Float),
    sa.Column("latitude", sa.Float),
)
_NAMES = sa.Table(
    "names",
    _META,
    sa.Column("entity", sa.Text, nullable=False, index=True),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
)
_POSTS = sa.Table(
    "posts",
    _META,
    sa.Column("entity", sa.Text, nullable=False, index=True),
    sa.Column("post", sa.Text, nullable=False),
    sa.Column("body", sa.Text),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("time", sa.Text),
)
_EVENTS = sa.Table(
    "events",
    _META,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("type", sa.Text, nullable=False, index=True),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("date", sa.Text),
    sa.Column("first_day", sa.Text, index=True),
    sa.Column("last_day", sa.Text),
    sa.Column("place", sa.Text),
    sa.Column("part_of", sa.Text),
    sa.Column("disputed", sa.Text, nullable=False),
    sa.Column("voices", sa.Integer, nullable=False),
    sa.Column("sides", sa.Text, nullable=False),
)
_VOICES = sa.Table(
    "voices",
    _META,
    sa.Column("voice", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False, index=True),
)
_PARTICIPANTS = sa.Table(
    "participants",
    _META,
    sa.Column("event", sa.Text, nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("entity", sa.Text, nullable=False, index=True),
)
_TELLINGS = sa.Table(
    "tellings",
    _META,
    sa.Column("event", sa.Text, nullable=False, index=True),
    sa.Column("field", sa.Text, nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("inferred", sa.Integer, nullable=False),
    sa.Column("sources", sa.Integer, nullable=False),
)
_STATEMENTS = sa.Table(
    "statements",
    _META,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("speaker", sa.Text, index=True),
    sa.Column("speaker_text", sa.Text),
    sa.Column("post", sa.Text),
    sa.Column("date", sa.Text),
    sa.Column("event", sa.Text),
)
_CLAIMS = sa.Table(
    "claims",
    _META,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("scope", sa.Text),
    sa.Column("asserted_by", sa.Text),
    sa.Column("outlet", sa.Text),
    sa.Column("about", sa.Text),
    sa.Column("verdict", sa.Text),
)
_CITATIONS = sa.Table(
    "citations",
    _META,
    sa.Column("item", sa.Text, nullable=False, index=True),
    sa.Column("field", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False, index=True),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("exact", sa.Text, nullable=False),
)
_MEASURES = measure_tables(_META)


def write_store(record: Record, path: Path) -> None:
    """Write the record as an SQLite file.

    Raises WorkspaceFault when the folder cannot be written or the disk is full.
    """
    beside = path.with_name(f".{path.name}.new")
    # A killed build leaves its journal, and SQLite would roll the new file back by it.
    journal = beside.with_name(f"{beside.name}-journal")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        journal.unlink(missing_ok=True)
        engine = sa.create_engine(f"sqlite:///{beside}")
        try:
            with engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
                connection.commit()
                with connection.begin():
                    _create_tables(connection)
                    for table, rows in _rows(record):
                        if rows:
                            connection.execute(sa.insert(table), rows)
        finally:
            engine.dispose()
        os.replace(beside, path)
    except (OSError, sa.exc.SQLAlchemyError) as fault:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
            journal.unlink(missing_ok=True)
        raise WorkspaceFault(
            f"the record's database cannot be written: {getattr(fault, 'orig', None) or fault}",
            where=str(path),
            remedy="Free some space or check the folder's permissions, then run: sijill build",
        ) from fault


def _create_tables(connection: sa.Connection) -> None:
    for table in _META.sorted_tables:
        connection.execute(sa.schema.CreateTable(table))
        # SQLAlchemy keeps them in a set: their order would change from run to run.
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            connection.execute(sa.schema.CreateIndex(index))


def read_store(path: Path) -> Record:
    """Read a record back from its SQLite file.

    Raises FormatFault when the file is not one of ours.
    """
    if not path.is_file():
        raise FormatFault("is not there", where=str(path), remedy="Run: sijill build")
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            rows = dict(connection.execute("SELECT key, value FROM record").fetchall())
        finally:
            connection.close()
    except sqlite3.Error as fault:
        raise FormatFault(
            f"is not a record ({fault})", where=str(path), remedy="Run: sijill build"
        ) from fault
    if rows.get("format") != RECORD_FORMAT:
        raise FormatFault(
            f"states the format “{rows.get('format')}”, expected “{RECORD_FORMAT}”",
            where=str(path),
            remedy="It was written by another version. Run: sijill build",
        )
    found = from_plain(Record, json.loads(rows["json"]))
    assert isinstance(found, Record)
    return found


def _rows(record: Record) -> Iterator[tuple[sa.Table, list[dict[str, Any]]]]:
    yield (
        _RECORD,
        [
            {"key": "format", "value": record.format},
            {"key": "json", "value": dumps(record, indent=None)},
            {"key": "title", "value": record.title},
        ],
    )
    yield (
        _SOURCES,
        [{c.name: getattr(source, c.name) for c in _SOURCES.columns} for source in record.sources],
    )
    yield (
        _ENTITIES,
        [
            {c.name: getattr(entity, c.name) for c in _ENTITIES.columns}
            for entity in record.entities
        ],
    )
    names = []
    posts = []
    for entity in record.entities:
        for language, name in entity.names.items():
            names.append({"entity": entity.id, "language": language, "name": name, "kind": "name"})
        for alias in entity.aliases:
            names.append(
                {
                    "entity": entity.id,
                    "language": alias.language,
                    "name": alias.text,
                    "kind": "alias",
                }
            )
        for post in entity.posts:
            posts.append(
                {
                    "entity": entity.id,
                    "post": post.post,
                    "body": post.body,
                    "status": post.status,
                    "time": post.time,
                }
            )
    yield _NAMES, names
    yield _POSTS, posts
    yield from _event_rows(record)
    yield (
        _STATEMENTS,
        [
            {**{c.name: getattr(s, c.name) for c in _STATEMENTS.columns}, "kind": s.kind.value}
            for s in record.statements
        ],
    )
    claims = []
    for claim in record.claims:
        row = {c.name: getattr(claim, c.name) for c in _CLAIMS.columns if c.name != "verdict"}
        row["kind"] = claim.kind.value
        row["verdict"] = claim.verdict.verdict if claim.verdict else None
        claims.append(row)
    yield _CLAIMS, claims
    yield from measure_rows(record, _MEASURES)
    yield (
        _CITATIONS,
        [
            {
                "item": item,
                "field": field,
                "source": c.source_id,
                "start": c.start,
                "end": c.end,
                "exact": c.exact,
            }
            for item, field, c in citations_of(record)
        ],
    )


def _event_rows(record: Record) -> Iterator[tuple[sa.Table, list[dict[str, Any]]]]:
    events = []
    participants = []
    tellings = []
    for event in record.events:
        when = read_date(event.date)
        events.append(
            {
                "id": event.id,
                "type": event.type,
                "status": event.status.value,
                "date": event.date,
                "first_day": when.start.isoformat() if when and when.start else None,
                "last_day": when.end.isoformat() if when and when.end else None,
                "place": event.place,
                "part_of": event.part_of,
                "disputed": " ".join(event.disputed),
                "voices": event.voices,
                "sides": " ".join(event.sides),
            }
        )
        for position, entity in enumerate(event.participants):
            participants.append({"event": event.id, "position": position, "entity": entity})
        for telling in event.tellings:
            tellings.append(
                {
                    "event": event.id,
                    "field": telling.field,
                    "value": telling.value,
                    "inferred": int(telling.inferred),
                    "sources": len({c.source_id for c in telling.citations}),
                }
            )
    yield _VOICES, [{"voice": v.id, "source": s} for v in record.voices for s in v.sources]
    yield _EVENTS, events
    yield _PARTICIPANTS, participants
    yield _TELLINGS, tellings
