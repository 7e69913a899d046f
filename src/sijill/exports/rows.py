"""A record goes in; flat tables come out, one for each kind of thing, with nothing left behind.

The tables follow the record's own dataclasses, so that a field which is added there is a column
here. A list of texts stays one cell; a list of things is a table of its own, with the id of the
item it belongs to (`owner`) and its place in the list (`position`, 0 first). All citations stand in
one table, with the field they bear out and, where that is a list, the part of it.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin

from sijill.citation import Citation
from sijill.record.items import LocalText, Record, RecordEntity
from sijill.serial import to_plain

#: What a column holds: `texts` is a list of texts, `map` an object with texts as keys.
KINDS = ("text", "integer", "number", "truth", "texts", "map")

_SCALARS = {str: "text", int: "integer", float: "number", bool: "truth"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, and what it holds (one of KINDS)."""

    name: str
    kind: str


@dataclass(slots=True)
class Table:
    """One table: its name, its columns, and rows of values, None where there is nothing."""

    name: str
    columns: tuple[Column, ...]
    rows: list[tuple[Any, ...]] = field(default_factory=list)


_OWNER = (Column("owner", "text"), Column("position", "integer"))
_CITATIONS = (
    Column("item", "text"),
    Column("field", "text"),
    Column("part", "integer"),
    Column("position", "integer"),
    *(
        Column(f.name, "text" if f.type in ("str", str) else "integer")
        for f in dataclasses.fields(Citation)
    ),
)
_PARTICIPANTS = (Column("event", "text"), Column("position", "integer"), Column("entity", "text"))
_NAMES = (
    Column("entity", "text"),
    Column("language", "text"),
    Column("name", "text"),
    Column("transliterated", "truth"),
)


def tables_of(record: Record) -> list[Table]:
    """Give a record as tables; their order and that of their rows is the record's own.

    A record without items gives the same tables, empty.
    """
    maker = _Maker()
    maker.add("record", _columns(Record), [_cells(record)])
    for way, kind in _lists(Record):
        maker.collect("_".join(way), kind, _parts(record, way))
    maker.add(
        "participants",
        _PARTICIPANTS,
        [
            (event.id, number, entity)
            for event in record.events
            for number, entity in enumerate(event.participants)
        ],
    )
    maker.add("names", _NAMES, [row for entity in record.entities for row in _names(entity)])
    return list(maker.tables.values())


class _Maker:
    """Gathers the tables while it walks through the record."""

    def __init__(self) -> None:
        self.tables: dict[str, Table] = {}
        self.add("citations", _CITATIONS, [])

    def add(self, name: str, columns: tuple[Column, ...], rows: list[tuple[Any, ...]]) -> None:
        assert len({column.name for column in columns}) == len(columns), f"columns of {name}"
        table = self.tables.setdefault(name, Table(name, columns))
        table.rows.extend(rows)

    def collect(self, name: str, kind: type, items: tuple[Any, ...]) -> None:
        """Make a table of a list of the record, and one of each list inside its items."""
        named = any(f.name == "id" for f in dataclasses.fields(kind))
        owner = () if named else (Column("position", "integer"),)
        rows = [_cells(item) if named else (n, *_cells(item)) for n, item in enumerate(items)]
        self.add(name, (*owner, *_columns(kind)), rows)
        for way, inner_kind in _lists(kind):
            inner = "_".join(way)
            child = _child_name(name, inner)
            if inner_kind is not Citation:
                self._prepare(child, inner_kind)
            for number, item in enumerate(items):
                key = item.id if named else f"{name}/{number}"
                self._nest(child, inner, inner_kind, key, _parts(item, way))

    def _prepare(self, name: str, kind: type) -> None:
        """Make the table of a list inside of items, and those inside of it, even if it is empty."""
        self.add(name, (*_OWNER, *_columns(kind)), [])
        for way, deeper_kind in _lists(kind):
            if deeper_kind is not Citation:
                self._prepare(_child_name(name, "_".join(way)), deeper_kind)

    def _nest(self, name: str, inner: str, kind: type, key: str, parts: tuple[Any, ...]) -> None:
        if kind is Citation:
            self._cite(key, inner, None, parts)
            return
        columns = (*_OWNER, *_columns(kind))
        self.add(name, columns, [(key, n, *_cells(part)) for n, part in enumerate(parts)])
        for way, deeper_kind in _lists(kind):
            deeper = "_".join(way)
            for number, part in enumerate(parts):
                if deeper_kind is Citation:
                    field_name = inner if deeper == "citations" else f"{inner}.{deeper}"
                    self._cite(key, field_name, number, _parts(part, way))
                else:
                    child = _child_name(name, deeper)
                    self._nest(child, deeper, deeper_kind, f"{key}#{number}", _parts(part, way))

    def _cite(self, key: str, name: str, of: int | None, citations: tuple[Citation, ...]) -> None:
        rows = [(key, name, of, n, *dataclasses.astuple(c)) for n, c in enumerate(citations)]
        self.tables["citations"].rows.extend(rows)


def _child_name(parent: str, name: str) -> str:
    # Lists that are known to be of one kind of item keep their own name.
    plain = {"tellings", "aliases", "posts"}
    return name if name in plain else f"{parent}_{name}"


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _bare(hint: Any) -> Any:
    """Give a type without its None."""
    if get_origin(hint) in (Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        return options[0] if len(options) == 1 else Any
    return hint


def _listed(hint: Any) -> type | None:
    """Give the dataclass that a tuple holds, None for any other type."""
    args = get_args(hint)
    inner = args[0] if get_origin(hint) is tuple and args else None
    return inner if isinstance(inner, type) and dataclasses.is_dataclass(inner) else None


def _lists(kind: type) -> Iterator[tuple[tuple[str, ...], type]]:
    """Go through the lists of things in a dataclass: the way to each, and the kind of thing.

    A list inside of a single thing belongs to whatever holds that thing.
    """
    for f in dataclasses.fields(kind):
        hint = _bare(_hints(kind)[f.name])
        listed = _listed(hint)
        if listed is not None:
            yield (f.name,), listed
        elif dataclasses.is_dataclass(hint) and isinstance(hint, type):
            for way, deeper in _lists(hint):
                yield (f.name, *way), deeper


def _parts(item: Any, way: tuple[str, ...]) -> tuple[Any, ...]:
    """Give the list at the end of a way, empty where the way breaks off."""
    for name in way:
        if item is None:
            return ()
        item = getattr(item, name)
    return tuple(item)


def _columns(kind: type) -> tuple[Column, ...]:
    return tuple(Column(name, column_kind) for name, column_kind, _ in _flat(kind))


@cache
def _flat(kind: type) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Give the columns of a dataclass: name, kind, and the way to the value."""
    found: list[tuple[str, str, tuple[str, ...]]] = []
    for f in dataclasses.fields(kind):
        hint = _bare(_hints(kind)[f.name])
        if _listed(hint) is not None:
            continue
        if isinstance(hint, type) and dataclasses.is_dataclass(hint):
            for name, column_kind, way in _flat(hint):
                whole = name if name == f.name else f"{f.name}_{name}"
                found.append((whole, column_kind, (f.name, *way)))
            continue
        found.append((f.name, _kind(hint), (f.name,)))
    return tuple(found)


def _kind(hint: Any) -> str:
    if hint in _SCALARS:
        return _SCALARS[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return "text"
    if get_origin(hint) is tuple and set(get_args(hint)) <= {str, Ellipsis}:
        return "texts"
    return "map"


def _cells(item: Any) -> tuple[Any, ...]:
    kind: type = type(item)
    return tuple(_value(item, way) for _, _, way in _flat(kind))


def _value(item: Any, way: tuple[str, ...]) -> Any:
    for name in way:
        if item is None:
            return None
        item = getattr(item, name)
    return to_plain(item)


def _names(entity: RecordEntity) -> Iterator[tuple[str, str, str, bool]]:
    names: LocalText = entity.names
    for language, name in names.items():
        yield entity.id, language, name, language in entity.transliterated
