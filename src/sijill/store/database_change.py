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
from pathlib import Path
from typing import Any

import numpy as np

from sijill.digests import Stat, stat_of
from sijill.errors import WorkspaceFault
from sijill.record.items import Record, RecordEntity
from sijill.store.database import ROOM, head_rows, table_rows, write_store
from sijill.store.rows import is_rows
from sijill.store.rows_change import Changes, Ints, RowsChange
from sijill.store.search_rows import SearchRows, pairs_in

#: Rows of tables: the name of a table, and a row of it.
Row = tuple[str, tuple[Any, ...]]
#: The numbers of rows, in the order of the record, by the field that holds them.
Numbers = Mapping[str, Ints]
#: Under this, beside the fields of a record, stand all items in the order in which they answer.
_ITEMS = "items"


@dataclass(slots=True)
class Store:
    """A record's database while a project is open; `write` it as often as the record changes.

    `changes` may be shared with others that follow the same rows.
    """

    path: Path
    changes: Changes = field(default_factory=Changes)
    _search: SearchRows | None = None
    _numbers: Numbers = field(default_factory=dict)
    _stat: Stat | None = None
    #: Whether the file is not byte for byte what a record written anew gives.
    is_changed: bool = False

    def write(self, record: Record) -> bool:
        """Make the database that of a record; say whether it was changed in place.

        Raises WorkspaceFault when it cannot be written; then it is as it was.
        """
        known = self._search if self._stat == stat_of(self.path) else None
        in_place = known is not None and self._change(known, SearchRows(record))
        if in_place:
            self.is_changed = True
        else:
            self._write_anew(record)
        self._stat = stat_of(self.path)
        return in_place

    def settle(self) -> None:
        """Write anew what was changed in place: the same record gives the same bytes again.

        Raises WorkspaceFault when it cannot be written; then it is as it was.
        """
        if self.is_changed and self._search is not None:
            self._write_anew(self._search.record)
            self._stat = stat_of(self.path)

    def _write_anew(self, record: Record) -> None:
        write_store(record, self.path)
        self._search, self.is_changed = SearchRows(record), False
        self._numbers = {n: ROOM * np.arange(1, len(r) + 1) for n, r in _rows_of(self._search)}

    def _change(self, known: SearchRows, search: SearchRows) -> bool:
        """Change the database in place; False where it has to be written anew."""
        moved = self._moved(known, search)
        if moved is None:
            return False
        before, after = known.record, search.record
        gone, come = _part(before, moved.gone), _part(after, moved.come)
        if _is_elsewhere(before, after, gone, come):
            return False
        items = _items_found_otherwise(before, after, gone, come)
        items |= {known.items[place].id for place in moved.gone[_ITEMS].tolist()}
        items |= {search.items[place].id for place in moved.come[_ITEMS].tolist()}
        old_rows = [*_rows(gone, come), *_found(known, items, self._numbers)]
        new_rows = [*_rows(come, gone), *_found(search, items, moved.numbers)]
        try:
            with contextlib.closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
                connection.execute("PRAGMA busy_timeout = 5000")
                connection.execute("BEGIN IMMEDIATE")
                _exchange(connection, old_rows, new_rows)
                _exchange_texts(connection, _numbered(self._numbers, moved.gone), moved.texts)
                connection.execute("DELETE FROM record")
                connection.executemany("INSERT INTO record VALUES (?, ?)", head_rows(after))
                connection.execute("COMMIT")
        except sqlite3.Error as fault:
            raise WorkspaceFault(
                f"the record's database cannot be changed: {fault}",
                where=str(self.path),
                remedy="Free some space or close what holds it open, then run: sijill build",
            ) from fault
        self._numbers, self._search = moved.numbers, search
        return True

    def _moved(self, known: SearchRows, search: SearchRows) -> _Moved | None:
        """Find which rows go, which come, and what their numbers are; None where there is no room
        between numbers.
        """
        before, after = dict(_rows_of(known)), dict(_rows_of(search))
        moved = _Moved()
        for name in {**before, **after}:
            old = self._numbers.get(name, _NONE)
            change = self.changes.of(name, before.get(name, ()), after.get(name, ()))
            numbers = placed(change.numbers_kept(old))
            if numbers is None:
                return None
            moved.numbers[name] = numbers
            moved.gone[name], moved.come[name] = _parted(name, change, old, numbers)
            if name != _ITEMS:
                for place in moved.come[name].tolist():
                    row_id = getattr(change.after[place], "id", None)
                    text = change.text(place)[:-1]
                    moved.texts.append((name, int(numbers[place]), row_id, text))
        return moved


@dataclass(slots=True)
class _Moved:
    """What becomes of rows, by their fields: the numbers of all, the places of those that go and
    of those that come; `texts` are the rows of the table `rows` of the latter.
    """

    numbers: dict[str, Ints] = field(default_factory=dict)
    gone: dict[str, Ints] = field(default_factory=dict)
    come: dict[str, Ints] = field(default_factory=dict)
    texts: list[tuple[str, int, str | None, str]] = field(default_factory=list)


_NONE: Ints = np.zeros(0, dtype=np.int64)


def _rows_of(search: SearchRows) -> Iterator[tuple[str, Sequence[Any]]]:
    """Give the rows of each field of a record, and all its items in their order."""
    for one in fields(search.record):
        rows = getattr(search.record, one.name)
        if is_rows(rows):
            yield one.name, rows
    yield _ITEMS, search.items


def placed(kept: Ints) -> Ints | None:
    """Give ascending numbers, most of them those that were kept; None where there is no room.

    `kept` are numbers, -1 where there is none yet. As many as possible stay: the longest part of
    the order that is as it was.
    """
    found = _ascending(kept)
    new = np.flatnonzero(found < 0)
    # Where there is a gap between two of them, another run begins.
    for run in np.split(new, np.flatnonzero(np.diff(new) != 1) + 1) if len(new) else ():
        first, behind, size = int(run[0]), int(run[-1]) + 1, len(run)
        low = int(found[first - 1]) if first else 0
        high = int(found[behind]) if behind < len(found) else low + ROOM * (size + 1)
        if size >= high - low:
            return None
        found[run] = low + (high - low) // (size + 1) * np.arange(1, size + 1)
    return found


def _ascending(numbers: Ints) -> Ints:
    """Keep a longest ascending part of some numbers; the others become -1 (patience sorting)."""
    places = np.flatnonzero(numbers >= 0)
    told = numbers[places]
    if (np.diff(told) > 0).all():
        return numbers.copy()
    tails: list[int] = []
    at: list[int] = []
    above: list[int] = []
    for place, number in enumerate(told.tolist()):
        length = bisect_left(tails, number)
        above.append(at[length - 1] if length else -1)
        if length == len(tails):
            tails.append(number)
            at.append(place)
        else:
            tails[length], at[length] = number, place
    kept = np.full(len(numbers), -1, dtype=np.int64)
    place = at[-1]
    while place >= 0:
        kept[places[place]] = told[place]
        place = above[place]
    return kept


#: Rows whose citations are named by their places (`citations_of`): all go and come, or none.
_CITED_BY_PLACE = "versions"


def _parted(name: str, change: RowsChange, old: Ints, new: Ints) -> tuple[Ints, Ints]:
    """Give the places of rows that go, and of those that come: other rows, or other numbers."""
    if change.is_none or name != _CITED_BY_PLACE:
        same = np.flatnonzero(change.taken >= 0)
        moved = same[new[same] != old[change.taken[same]]]
        gone = np.r_[np.array(change.gone, dtype=np.int64), change.taken[moved]]
        return np.sort(gone), np.sort(np.r_[np.flatnonzero(change.taken < 0), moved])
    return np.arange(len(change.before)), np.arange(len(change.after))


def _numbered(numbers: Numbers, places: Mapping[str, Ints]) -> Iterator[tuple[str, int]]:
    """Give the field and the number of each row of a record that stands at one of these places."""
    for name, some in places.items():
        if name != _ITEMS and len(some):
            yield from ((name, number) for number in numbers[name][some].tolist())


def _part(record: Record, places: Mapping[str, Ints]) -> Record:
    """Give a record with some of its rows alone."""
    rows: dict[str, Any] = {
        name: tuple(getattr(record, name)[place] for place in some.tolist())
        for name, some in places.items()
        if name != _ITEMS
    }
    return replace(record, **rows)


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


def _is_elsewhere(before: Record, after: Record, gone: Record, come: Record) -> bool:
    """Say whether a place of events lies elsewhere than before: then much else is found elsewhere,
    too.
    """
    was = {
        entity.id: (entity.country, entity.within, entity.register_id) for entity in gone.entities
    }
    moved = {
        e.id
        for e in come.entities
        for now in [(e.country, e.within, e.register_id)]
        if was.get(e.id, now) != now
    }
    return bool(moved) and any(
        not moved.isdisjoint((*(e.place for e in one.events), *(e.within for e in one.entities)))
        for one in (before, after)
    )


def _items_found_otherwise(
    before: Record, after: Record, gone: Record, come: Record
) -> set[Hashable]:
    """Give the ids of items that changed, and of those that are found by an event that did."""
    events = {event.id for part in (gone, come) for event in part.events}
    items: set[Hashable] = set(events)
    for part in (gone, come):
        items |= {s.id for s in part.statements} | {c.id for c in part.claims}
    for record in (before, after):
        items |= {s.id for s in record.statements if s.event in events}
        items |= {c.id for c in record.claims if c.about in events}
    return items


def _rows(part: Record, other: Record) -> Iterator[Row]:
    """Give the rows of all tables that stand for rows of a record, but for those of their JSON.

    Those that stand for rows of the other part just the same may be left out.
    """
    others = {entity.id: entity for entity in other.entities}
    lean = tuple(_cited_otherwise(one, others.get(one.id)) for one in part.entities)
    for table, rows in table_rows(replace(part, entities=lean)):
        yield from ((table, tuple(row)) for row in rows)
    yield from (("spellings", row) for row in SearchRows(part).spellings())


def _found(search: SearchRows, items: set[Hashable], numbers: Numbers) -> Iterator[Row]:
    """Give the rows by which certain items of a record are found."""
    for at, (name, place, item) in enumerate(search.ordered):
        if item.id in items:
            number = int(numbers[_ITEMS][at])
            yield _ITEMS, (number, name, int(numbers[name][place]), *search.item(item))
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


def _exchange_texts(
    connection: sqlite3.Connection,
    gone: Iterable[tuple[str, int]],
    come: Iterable[tuple[str, int, str | None, str]],
) -> None:
    """Take the JSON of rows out, by their fields and numbers, and put that of others in."""
    connection.executemany("DELETE FROM rows WHERE field = ? AND position = ?", gone)
    connection.executemany("INSERT INTO rows VALUES (?, ?, ?, ?)", come)


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
