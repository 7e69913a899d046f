"""A record goes in; the rows of its database come out by which `sijill.store.search` finds items.

Every item has one row with what a question may ask of it. What is written of an item itself is one
folded text; the names of its people and places stand in rows of their own, since many share them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from sijill.edtf import read_date
from sijill.record.items import EventItem, Item, Record, RecordEntity, StatementItem
from sijill.tellings.parties import Parties
from sijill.text import KANJI, fold

#: Tables, and what is put into each. `words` and `pairs` are made where SQLite has FTS5.
TABLES = (
    "CREATE TABLE items (number INTEGER PRIMARY KEY, field TEXT NOT NULL, position INTEGER NOT"
    " NULL, kind TEXT NOT NULL, status TEXT, disputed INTEGER NOT NULL, first_day TEXT, last_day"
    " TEXT, own TEXT NOT NULL)",
    "CREATE TABLE item_people (entity TEXT NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (entity,"
    " item)) WITHOUT ROWID",
    "CREATE TABLE item_places (entity TEXT NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (entity,"
    " item)) WITHOUT ROWID",
    "CREATE TABLE spellings (entity TEXT NOT NULL, kind TEXT NOT NULL, folded TEXT NOT NULL)",
)
#: Where words of three signs and more, and pairs of kanji and kana, are looked up.
WORD_TABLES = (
    "CREATE VIRTUAL TABLE words USING fts5(own, content='items', content_rowid='number',"
    " tokenize='trigram', detail='full')",
    "CREATE VIRTUAL TABLE pairs USING fts5(own, content='', detail='none',"
    " tokenize='unicode61 remove_diacritics 0')",
)
_JAPANESE = re.compile(f"[\u3005-\u30ff{KANJI}]{{2,}}")


def pairs_in(folded: str) -> list[str]:
    """Give the pairs of neighbouring kanji and kana in a folded text, each once."""
    found: dict[str, None] = {}
    for run in _JAPANESE.findall(folded):
        found.update(dict.fromkeys(run[i : i + 2] for i in range(len(run) - 1)))
    return [pair for pair in found if pair.isalpha()]


def kind_of(item: Item) -> str:
    """Give by what word an item is asked for: an event type, `statement` or `claim`."""
    if isinstance(item, EventItem):
        return item.type
    return "statement" if isinstance(item, StatementItem) else "claim"


def people_of_item(item: Item) -> tuple[str, ...]:
    """Give the entities that take part in, say or claim an item."""
    if isinstance(item, EventItem):
        return item.participants
    told = item.speaker if isinstance(item, StatementItem) else item.asserted_by
    return (told,) if told else ()


def own_text(item: Item) -> str:
    """Give what is written of an item itself, without the names of its people and places."""
    parts = [item.id, *dict.fromkeys(c.exact for c in item.citations)]
    if isinstance(item, EventItem):
        parts += [item.status.value, item.date or "", *map(str, item.details.values())]
    elif item.text not in parts:
        parts.append(item.text)
    return fold(" ".join(parts))


def spellings_of(entity: RecordEntity) -> tuple[str, ...]:
    """Give the names by which an entity is asked for, folded, each once; its id is one of them."""
    names = (*entity.names.values(), *(a.text for a in entity.aliases), entity.id)
    return tuple(dict.fromkeys(map(fold, names)))


class SearchRows:
    """The rows of the tables by which one record's items are found."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._parties = Parties(record.entities)
        self._events = {event.id: event for event in record.events}

    def spellings(self) -> Iterator[tuple[str, str, str]]:
        """Give each name of each entity, folded, with the entity and its kind."""
        for entity in self.record.entities:
            for name in spellings_of(entity):
                yield entity.id, entity.kind, name

    def item(self, item: Item) -> tuple[str, str | None, int, str | None, str | None, str]:
        """Give the row of an item, without its number, field and position."""
        when = read_date(self.date_of(item))
        first, last = when.sort_key if when else (None, None)
        event = item if isinstance(item, EventItem) else None
        return (
            kind_of(item),
            event.status.value if event else None,
            int(bool(event and event.disputed)),
            first.isoformat() if first else None,
            last.isoformat() if last else None,
            own_text(item),
        )

    def people_of(self, item: Item) -> list[str]:
        """Give who takes part in, says or claims an item."""
        return list(dict.fromkeys(people_of_item(item)))

    def places_of(self, item: Item) -> list[str]:
        """Give the place of an item, and all that hold it."""
        event = self._event_of(item)
        if event is None or event.place is None:
            return []
        return list(dict.fromkeys((event.place, *self._parties.within(event.place))))

    def date_of(self, item: Item) -> str | None:
        """Give the date of an item, or that of its event."""
        if isinstance(item, StatementItem) and item.date:
            return item.date
        event = self._event_of(item)
        return event.date if event else None

    @property
    def ordered(self) -> Iterator[tuple[str, int, Item]]:
        """All items in the order in which they answer a question, each with its field and its place
        in it.
        """
        for name in ("events", "statements", "claims"):
            for place, item in enumerate(getattr(self.record, name)):
                yield name, place, item

    @cached_property
    def items(self) -> list[Item]:
        """All items in that order."""
        return [*self.record.events, *self.record.statements, *self.record.claims]

    def _event_of(self, item: Item) -> EventItem | None:
        if isinstance(item, EventItem):
            return item
        link = item.event if isinstance(item, StatementItem) else item.about
        return self._events.get(link or "")
