"""A record's database and a question go in; the items that answer it come out: events in order of
time, then statements, then claims. The record itself is not loaded.

Words are compared folded (case, vowel signs, hamza, width, digits of any script); every word of a
question must be found somewhere on the item: in its source words, its names, its kind or its date.
A word is looked up as a run of signs: three signs and more in an index of all runs of three, two
kanji or kana in an index of pairs; what is shorter is looked for in every item. Names are looked up
apart, in the names of all entities.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sijill.dates import parse_edtf
from sijill.languages import LANGUAGES
from sijill.record.items import (
    ClaimItem,
    EventItem,
    Item,
    Record,
    RecordEntity,
    SourceNote,
    StatementItem,
)
from sijill.serial import from_plain
from sijill.store.database import fault_of, open_store
from sijill.store.search_rows import pairs_in, people_of_item
from sijill.tables import open_table
from sijill.text import fold

T = TypeVar("T")
_KINDS: dict[str, type[Item]] = {
    "events": EventItem,
    "statements": StatementItem,
    "claims": ClaimItem,
}
#: Whether an entity is among those of a JSON list: one value, where a name may be that of more
#: people than SQLite takes values in one question.
_LISTED = "entity IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for; an empty field asks nothing.

    `words` must all be found; `person` and `place` are names in any script or ids (a place also
    answers for what lies in it); `when` is an EDTF that the item's date may mean; `kinds` are event
    types, or `statement`, `claim`; `disputed` asks for events on which sources differ.
    """

    words: tuple[str, ...] = ()
    person: str | None = None
    place: str | None = None
    when: str | None = None
    kinds: tuple[str, ...] = ()
    status: str | None = None
    disputed: bool = False


def find_stored(
    path: Path, question: Question, *, most: int | None = None
) -> tuple[list[Item], Record]:
    """Give the items that answer a question, at most so many, and of the record what they speak of.

    That part of the record holds the items themselves, their sources, and their entities with
    nothing but kind, country and names. Raises FormatFault when `when` is not a date, or the file
    no record's database.
    """
    with closing(open_store(path)) as connection:
        try:
            return _find(connection, question, most)
        except sqlite3.Error as fault:
            raise fault_of(path, fault) from fault


def _find(
    connection: sqlite3.Connection, question: Question, most: int | None
) -> tuple[list[Item], Record]:
    where, values = _conditions(connection, question)
    query = (
        "SELECT items.field, rows.json FROM items JOIN rows ON rows.field = items.field"
        f" AND rows.position = items.position WHERE {where} ORDER BY items.number LIMIT ?"
    )
    values.append(-1 if most is None else most)
    items: list[Item] = [
        _made(_KINDS[field], text) for field, text in connection.execute(query, values)
    ]
    named = {entity for item in items for entity in _named(item)}
    cited = {c.source_id for item in items for c in _cited(item)}
    head = dict(connection.execute("SELECT key, value FROM record"))
    return items, Record(
        title=head["title"],
        between=tuple(json.loads(head["between"])),
        languages=tuple(json.loads(head["languages"])),
        sources=tuple(_sources(connection, cited)),
        entities=tuple(_entities(connection, named)),
        events=tuple(item for item in items if isinstance(item, EventItem)),
        statements=tuple(item for item in items if isinstance(item, StatementItem)),
        claims=tuple(item for item in items if isinstance(item, ClaimItem)),
    )


def _conditions(connection: sqlite3.Connection, question: Question) -> tuple[str, list[Any]]:
    """Give what an item must fulfil, as SQL and the values in it."""
    parts = ["1"]
    values: list[Any] = []

    def need(condition: str, *given: Any) -> None:
        parts.append(f"({condition})")
        values.extend(given)

    if question.kinds:
        need(f"kind IN ({_marks(question.kinds)})", *question.kinds)
    if question.disputed:
        need("disputed")
    if question.status:
        need("status = ?", question.status)
    for name, kind, table in (
        (question.person, "person", "item_people"),
        (question.place, "place", "item_places"),
    ):
        if name is not None:
            entities = _entities_named(connection, name, kind)
            need(f"number IN (SELECT item FROM {table} WHERE {_LISTED})", json.dumps(entities))
    if question.when:
        first, last = parse_edtf(question.when).sort_key
        need("first_day <= ? AND last_day >= ?", last.isoformat(), first.isoformat())
    for part in (part for word in question.words for part in fold(word).split()):
        condition, given = _has(connection, part)
        need(condition, *given)
    return " AND ".join(parts), values


def _has(connection: sqlite3.Connection, part: str) -> tuple[str, list[Any]]:
    """Give the condition that a folded word stands somewhere on an item."""
    own, values = "instr(own, ?)", [part]
    if _has_words(connection):
        quoted = '"' + part.replace('"', '""') + '"'
        if len(part) > 2:
            own = "number IN (SELECT rowid FROM words WHERE words MATCH ?) AND instr(own, ?)"
            values = [quoted, part]
        elif pairs_in(part):
            own = "number IN (SELECT rowid FROM pairs WHERE pairs MATCH ?)"
            values = [quoted]
    names = connection.execute(
        "SELECT DISTINCT entity FROM spellings WHERE instr(folded, ?)", (part,)
    )
    entities = [entity for (entity,) in names]
    kinds = [kind for kind, words in _labels() if any(part in word for word in words)]
    condition = f"{own} OR kind IN ({_marks(kinds)})"
    for table in ("item_people", "item_places"):
        condition += f" OR number IN (SELECT item FROM {table} WHERE {_LISTED})"
    listed = json.dumps(entities)
    return condition, [*values, *kinds, listed, listed]


def _has_words(connection: sqlite3.Connection) -> bool:
    """Say whether the database has the indexes of words, and this SQLite can read them."""
    try:
        connection.execute("SELECT rowid FROM words LIMIT 0")
    except sqlite3.OperationalError:
        return False
    return True


def _labels() -> Iterator[tuple[str, list[str]]]:
    for row in open_table("protocol/event_types.tsv", ("id", *LANGUAGES)):
        cells = (row[language] or row["en"] or row["id"] for language in LANGUAGES)
        yield row["id"], [fold(cell.split(" | ")[0]) for cell in cells]


def _entities_named(connection: sqlite3.Connection, name: str, kind: str) -> list[str]:
    """Give the entities of a kind one of whose names has all the words asked for."""
    wanted = fold(name).split()
    having = "".join(" AND instr(folded, ?)" for _ in wanted)
    found = connection.execute(
        f"SELECT DISTINCT entity FROM spellings WHERE kind = ?{having} ORDER BY entity",
        (kind, *wanted),
    )
    return [entity for (entity,) in found]


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def _made(kind: type[T], text: str) -> T:
    made = from_plain(kind, json.loads(text))
    assert isinstance(made, kind)
    return made


def _named(item: Item) -> Iterator[str]:
    yield from people_of_item(item)
    if isinstance(item, EventItem) and item.place:
        yield item.place


def _cited(item: Item) -> Iterator[Any]:
    yield from item.citations
    if isinstance(item, EventItem):
        for telling in item.tellings:
            yield from telling.citations


def _sources(connection: sqlite3.Connection, ids: Iterable[str]) -> Iterator[SourceNote]:
    query = (
        "SELECT json FROM rows WHERE field = 'sources' AND id IN (SELECT value FROM json_each(?))"
        " ORDER BY position"
    )
    for (text,) in connection.execute(query, (json.dumps(sorted(ids)),)):
        yield _made(SourceNote, text)


def _entities(connection: sqlite3.Connection, ids: Iterable[str]) -> Iterator[RecordEntity]:
    """Give entities without spellings and posts: a state's are cited from nearly every source."""
    names: dict[str, dict[str, str]] = {}
    listed = json.dumps(sorted(ids))
    query = (
        f"SELECT entity, language, name FROM names WHERE kind = 'name' AND {_LISTED} ORDER BY rowid"
    )
    for entity, language, name in connection.execute(query, (listed,)):
        names.setdefault(entity, {})[language] = name
    query = (
        "SELECT id, kind, country FROM entities WHERE id IN (SELECT value FROM json_each(?))"
        " ORDER BY rowid"
    )
    for entity, kind, country in connection.execute(query, (listed,)):
        yield RecordEntity(entity, kind, names.get(entity, {}), country)
