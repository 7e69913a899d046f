"""A record and the one that its database holds go in; the database is changed in place into that of
the record: only what is another is taken out and put in.

The tables then hold what those of a database written anew hold. Only the order inside of tables is
another, and the numbers that put rows in order, which leave room between them (`database.ROOM`).
"""

from __future__ import annotations

import contextlib
import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from operator import eq, lt
from pathlib import Path
from typing import Any

from sijill.digests import Stat, stat_of
from sijill.errors import WorkspaceFault
from sijill.record.items import Record, RecordEntity
from sijill.store.database import ROOM, head_rows, json_rows, table_rows, write_store
from sijill.store.rows import is_rows
from sijill.store.search_rows import SearchRows, pairs_in

Places = Mapping[Hashable, int]
#: Rows of tables: the name of a table, and a row of it.
Row = tuple[str, tuple[Any, ...]]


@dataclass(slots=True)
class Store:
    """A record's database while a project is open; `write` it as often as the record changes."""

    path: Path
    _record: Record | None = None
    _search: SearchRows | None = None
    _places: dict[str, Places] = field(default_factory=dict)
    _numbers: Places = field(default_factory=dict)
    _stat: Stat | None = None
    #: Whether the file is not byte for byte what a record written anew gives.
    is_changed: bool = False

    def write(self, record: Record) -> bool:
        """Make the database that of a record; say whether it was changed in place.

        Raises WorkspaceFault when it cannot be written; then it is as it was.
        """
        known = self._record if self._stat == stat_of(self.path) else None
        in_place = known is not None and self._change(known, record)
        if in_place:
            self.is_changed = True
            self._record = record
        else:
            self._write_anew(record)
        self._stat = stat_of(self.path)
        return in_place

    def settle(self) -> None:
        """Write anew what was changed in place: the same record gives the same bytes again.

        Raises WorkspaceFault when it cannot be written; then it is as it was.
        """
        if self.is_changed and self._record is not None:
            self._write_anew(self._record)
            self._stat = stat_of(self.path)

    def _write_anew(self, record: Record) -> None:
        write_store(record, self.path)
        self._places = {name: _numbered(_keys(record, name)) for name in _row_fields(record)}
        self._numbers = _numbered(item.id for _, _, item in SearchRows(record).ordered)
        self._record, self._search, self.is_changed = record, None, False

    def _change(self, before: Record, after: Record) -> bool:
        """Change the database in place; False where it has to be written anew."""
        places: dict[str, Places] = {}
        for name in _row_fields(after):
            found = _placed(_keys(after, name), self._places.get(name, {}))
            if found is None:
                return False
            places[name] = found
        search, known = SearchRows(after), self._search or SearchRows(before)
        numbers = _placed([item.id for _, _, item in search.ordered], self._numbers)
        if numbers is None:
            return False
        gone, come = _parted(before, after, self._places, places)
        if _is_elsewhere(gone.entities, come.entities):
            return False
        items = _items_found_otherwise(before, after, gone, come)
        items |= {key for key, number in numbers.items() if self._numbers.get(key) != number}
        old_rows = [
            *_rows(gone, come, self._places),
            *_found(known, items, self._places, self._numbers),
        ]
        new_rows = [*_rows(come, gone, places), *_found(search, items, places, numbers)]
        try:
            with contextlib.closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
                connection.execute("PRAGMA busy_timeout = 5000")
                connection.execute("BEGIN IMMEDIATE")
                _exchange(connection, old_rows, new_rows)
                connection.execute("DELETE FROM record")
                connection.executemany("INSERT INTO record VALUES (?, ?)", head_rows(after))
                connection.execute("COMMIT")
        except sqlite3.Error as fault:
            raise WorkspaceFault(
                f"the record's database cannot be changed: {fault}",
                where=str(self.path),
                remedy="Free some space or close what holds it open, then run: sijill build",
            ) from fault
        self._places, self._numbers, self._search = places, numbers, search
        return True


def _row_fields(record: Record) -> list[str]:
    return [one.name for one in fields(record) if is_rows(getattr(record, one.name))]


def _keys(record: Record, name: str) -> list[Hashable]:
    """Give what names the rows of a field: their ids, or their places."""
    return [getattr(row, "id", place) for place, row in enumerate(getattr(record, name))]


def _numbered(keys: Iterable[Hashable]) -> Places:
    return {key: (place + 1) * ROOM for place, key in enumerate(keys)}


def _placed(keys: Sequence[Hashable], before: Places) -> Places | None:
    """Give numbers in the order of the keys, most of them as before; None where there is no room.

    As many as possible keep theirs: the longest part of the order that is as it was.
    """
    if len(keys) == len(before) and all(map(eq, keys, before)):
        return before
    numbers = [before.get(key) for key in keys]
    found: dict[Hashable, int] = {}
    last = 0
    waiting: list[Hashable] = []
    for key, number in zip(keys, _ascending(numbers), strict=True):
        if number is None:
            waiting.append(key)
            continue
        if len(waiting) >= number - last:
            return None
        found |= _between(waiting, last, number)
        found[key] = last = number
        waiting = []
    # In the order of the keys: where nothing has changed the next time, that is seen at once.
    return found | _between(waiting, last, last + ROOM * (len(waiting) + 1))


def _between(keys: Sequence[Hashable], low: int, high: int) -> dict[Hashable, int]:
    step = (high - low) // (len(keys) + 1)
    return {key: low + (place + 1) * step for place, key in enumerate(keys)}


def _ascending(numbers: Sequence[int | None]) -> Sequence[int | None]:
    """Keep a longest ascending part of some numbers; the others become None (patience sorting)."""
    told = [number for number in numbers if number is not None]
    if all(map(lt, told, told[1:])):
        return numbers
    tails: list[int] = []
    at: list[int] = []
    above: list[int] = [-1] * len(numbers)
    for place, number in enumerate(numbers):
        if number is None:
            continue
        length = bisect_left(tails, number)
        above[place] = at[length - 1] if length else -1
        if length == len(tails):
            tails.append(number)
            at.append(place)
        else:
            tails[length], at[length] = number, place
    kept: list[int | None] = [None] * len(numbers)
    place = at[-1] if at else -1
    while place >= 0:
        kept[place] = numbers[place]
        place = above[place]
    return kept


def _parted(
    before: Record, after: Record, old: Mapping[str, Places], new: Mapping[str, Places]
) -> tuple[Record, Record]:
    """Give of two records only those rows that are not in both, at the same place.

    Of rows without an id all are given or none: they are named by their places.
    """
    gone: dict[str, Any] = {}
    come: dict[str, Any] = {}
    for name in {*old, *new}:
        left = dict(zip(_keys(before, name), getattr(before, name), strict=True))
        right = dict(zip(_keys(after, name), getattr(after, name), strict=True))
        was, now = old.get(name, {}), new.get(name, {})
        same = {
            key
            for key, row in right.items()
            if was.get(key) == now[key] and ((known := left[key]) is row or known == row)
        }
        if len(same) < max(len(left), len(right)) and 0 in (*left, *right):
            same = set()
        gone[name] = tuple(row for key, row in left.items() if key not in same)
        come[name] = tuple(row for key, row in right.items() if key not in same)
    return replace(before, **gone), replace(after, **come)


def _cited_otherwise(entity: RecordEntity, other: RecordEntity | None) -> RecordEntity:
    """Leave out the citations of spellings that are in another version of an entity as well.

    A state is cited from nearly every source, and one more source changes a few of them.
    """
    if other is None:
        return entity
    known = {id(citation) for alias in other.aliases for citation in alias.citations}
    aliases = tuple(
        replace(alias, citations=tuple(c for c in alias.citations if id(c) not in known))
        for alias in entity.aliases
    )
    return replace(entity, aliases=aliases)


def _is_elsewhere(gone: Sequence[RecordEntity], come: Sequence[RecordEntity]) -> bool:
    """Say whether something lies elsewhere than before: then much else is found elsewhere, too."""
    before = {entity.id: (entity.country, entity.within, entity.register_id) for entity in gone}
    return any(
        before.get(e.id, now) != now for e in come for now in [(e.country, e.within, e.register_id)]
    )


def _items_found_otherwise(
    before: Record, after: Record, gone: Record, come: Record
) -> set[Hashable]:
    """Give the ids of items that changed, and of those that are found by an event that did."""
    events = {event.id for part in (gone, come) for event in part.events}
    items: set[Hashable] = {
        item.id for part in (gone, come) for _, _, item in SearchRows(part).ordered
    }
    for record in (before, after):
        items |= {s.id for s in record.statements if s.event in events}
        items |= {c.id for c in record.claims if c.about in events}
    return items


def _rows(part: Record, other: Record, places: Mapping[str, Places]) -> Iterator[Row]:
    """Give the rows of all tables that stand for rows of a record.

    Those that stand for rows of the other part just the same may be left out.
    """
    others = {entity.id: entity for entity in other.entities}
    lean = tuple(_cited_otherwise(one, others.get(one.id)) for one in part.entities)
    for table, rows in table_rows(replace(part, entities=lean)):
        yield from ((table, tuple(row)) for row in rows)
    yield from (("rows", row) for row in json_rows(part, places))
    yield from (("spellings", row) for row in SearchRows(part).spellings())


def _found(
    search: SearchRows, items: set[Hashable], places: Mapping[str, Places], numbers: Places
) -> Iterator[Row]:
    """Give the rows by which certain items of a record are found."""
    for name, _, item in search.ordered:
        if item.id in items:
            number = numbers[item.id]
            yield "items", (number, name, places[name][item.id], *search.item(item))
            yield from (("item_people", (one, number)) for one in search.people_of(item))
            yield from (("item_places", (one, number)) for one in search.places_of(item))


def _exchange(connection: sqlite3.Connection, old: Iterable[Row], new: Iterable[Row]) -> None:
    """Take rows out of tables, and put others in; what is in both stays where it is."""
    before, after = Counter(old), Counter(new)
    gone, come = before - after, after - before
    has_words = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'words'").fetchone()
    for (table, row), times in gone.items():
        if table == "items" and has_words:
            _forget_words(connection, row[0], row[-1])
        where = " AND ".join(f"{name} IS ?" for name in _columns(connection, table))
        key = "rowid" if table not in ("item_people", "item_places") else "(entity, item)"
        found = f"SELECT {key.strip('()')} FROM {table} WHERE {where} LIMIT 1"
        for _ in range(times):
            connection.execute(f"DELETE FROM {table} WHERE {key} IN ({found})", row)
    for (table, row), times in come.items():
        marks = ", ".join("?" * len(row))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", [row] * times)
        if table == "items" and has_words:
            _learn_words(connection, row[0], row[-1])


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [f'"{name}"' for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]


def _forget_words(connection: sqlite3.Connection, number: int, own: str) -> None:
    for table, text in (("words", own), ("pairs", " ".join(pairs_in(own)))):
        if text:
            connection.execute(
                f"INSERT INTO {table} ({table}, rowid, own) VALUES ('delete', ?, ?)", (number, text)
            )


def _learn_words(connection: sqlite3.Connection, number: int, own: str) -> None:
    for table, text in (("words", own), ("pairs", " ".join(pairs_in(own)))):
        if text:
            connection.execute(f"INSERT INTO {table} (rowid, own) VALUES (?, ?)", (number, text))
