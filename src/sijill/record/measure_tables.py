"""The index and the threads of a record go in; their rows in `record.sqlite` come out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from sijill.record.items import Record

Rows = list[dict[str, Any]]


def measure_tables(meta: sa.MetaData) -> tuple[sa.Table, sa.Table, sa.Table]:
    """Describe the tables `index_years`, `threads` and `thread_links`."""
    years = sa.Table(
        "index_years",
        meta,
        sa.Column("year", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Float, nullable=False) for name in ("value", "low", "high")),
        sa.Column("recorded", sa.Float, nullable=False),
        sa.Column("p_grew", sa.Float),
        sa.Column("word", sa.Text, nullable=False),
        sa.Column("coverage", sa.Float, nullable=False),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("flow", sa.Float, nullable=False),
        sa.Column("contacts", sa.Integer, nullable=False),
    )
    threads = sa.Table(
        "threads",
        meta,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("type", sa.Text),
        sa.Column("missing", sa.Integer, nullable=False),
    )
    links = sa.Table(
        "thread_links",
        meta,
        sa.Column("thread", sa.Text, nullable=False, index=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("date", sa.Text),
        sa.Column("event", sa.Text, index=True),
        sa.Column("number", sa.Integer),
        sa.Column("numbered", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("post", sa.Text),
        sa.Column("body", sa.Text),
        sa.Column("status", sa.Text),
    )
    return years, threads, links


def measure_rows(
    record: Record, tables: tuple[sa.Table, sa.Table, sa.Table]
) -> Iterator[tuple[sa.Table, Rows]]:
    """Give the rows of the three tables, in the order of the record."""
    years, threads, links = tables
    yield years, [_row(years, year) for year in (record.index.years if record.index else ())]
    yield threads, [_row(threads, thread) for thread in record.threads]
    told = ("thread", "position")
    yield (
        links,
        [
            {**_row(links, link, told), "thread": thread.id, "position": position}
            for thread in record.threads
            for position, link in enumerate(thread.links)
        ],
    )


def _row(table: sa.Table, value: object, without: tuple[str, ...] = ()) -> dict[str, Any]:
    return {c.name: getattr(value, c.name) for c in table.columns if c.name not in without}
