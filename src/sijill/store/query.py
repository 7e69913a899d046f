"""A record and a question go in; the items that answer it come out, in order of time.

Words are compared folded (case, vowel signs, hamza, width, digits of any script); every word of a
question must be found somewhere on the item: in its source words, its names, its kind or its date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sijill.dates import parse_edtf
from sijill.edtf import read_date
from sijill.record.chronology import in_order
from sijill.record.items import (
    ClaimItem,
    EventItem,
    Record,
    RecordEntity,
    SourceNote,
    StatementItem,
)
from sijill.tellings.parties import Parties
from sijill.text import fold

Item = EventItem | StatementItem | ClaimItem


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


def find(record: Record, question: Question) -> list[Item]:
    """Give the items that answer a question: events by time, then statements, then claims.

    Raises FormatFault when `when` is not a date.
    """
    search = _Search(record)
    when = parse_edtf(question.when) if question.when else None
    people = search.entities_named(question.person, "person")
    places = search.entities_named(question.place, "place")
    found: list[Item] = []
    items: list[Item] = [*in_order(record.events), *record.statements, *record.claims]
    for item in items:
        if question.kinds and _kind(item) not in question.kinds:
            continue
        if question.disputed and not (isinstance(item, EventItem) and item.disputed):
            continue
        if question.status and not (
            isinstance(item, EventItem) and item.status.value == question.status
        ):
            continue
        if question.person is not None and not people & search.people_of(item):
            continue
        if question.place is not None and not places & search.places_of(item):
            continue
        if when is not None:
            date = read_date(search.date_of(item))
            if date is None or not date.may_equal(when):
                continue
        if question.words and not search.has_words(item, question.words):
            continue
        found.append(item)
    return found


def visits_of(record: Record) -> list[tuple[EventItem, tuple[EventItem, ...]]]:
    """Give every visit with the events that belong to it, in order of time."""
    parts: dict[str, list[EventItem]] = {}
    for event in record.events:
        if event.part_of:
            parts.setdefault(event.part_of, []).append(event)
    wholes = [e for e in record.events if e.type == "visit" and e.part_of is None]
    return [(w, in_order(parts.get(w.id, ()))) for w in in_order(wholes)]


def people_of(record: Record) -> list[RecordEntity]:
    """Give the people of a record, those with most items first."""
    counts: dict[str, int] = {}
    for event in record.events:
        for entity_id in event.participants:
            counts[entity_id] = counts.get(entity_id, 0) + 1
    for statement in record.statements:
        if statement.speaker:
            counts[statement.speaker] = counts.get(statement.speaker, 0) + 1
    people = [e for e in record.entities if e.kind == "person"]
    return sorted(people, key=lambda e: (-counts.get(e.id, 0), e.id))


def quotations_of(record: Record, *, speaker: str | None = None) -> list[StatementItem]:
    """Give what was said, by anybody or by whoever bears a name."""
    if speaker is None:
        return list(record.statements)
    ids = _Search(record).entities_named(speaker, None)
    return [s for s in record.statements if s.speaker in ids]


def claims_of_verdict(record: Record, verdicts: Sequence[str] = ()) -> list[ClaimItem]:
    """Give the claims, all or those with one of the verdicts."""
    if not verdicts:
        return list(record.claims)
    return [c for c in record.claims if c.verdict and c.verdict.verdict in verdicts]


def sources_of(record: Record) -> list[SourceNote]:
    """Give the sources by day of publication, those without one last."""
    return sorted(record.sources, key=lambda s: (s.published or "9999", s.id))


def _kind(item: Item) -> str:
    if isinstance(item, EventItem):
        return item.type
    return "statement" if isinstance(item, StatementItem) else "claim"


class _Search:
    """Folded words of all items of one record, made once per question."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._parties = Parties(record.entities)
        self._events = {e.id: e for e in record.events}
        self._names = {
            e.id: {fold(n) for n in (*e.names.values(), *(a.text for a in e.aliases), e.id)}
            for e in record.entities
        }

    def entities_named(self, name: str | None, kind: str | None) -> set[str]:
        """Give the ids of entities one of whose names has all the words asked for."""
        if name is None:
            return set()
        wanted = fold(name).split()
        return {
            e.id
            for e in self._record.entities
            if (kind is None or e.kind == kind)
            and any(all(w in n for w in wanted) for n in self._names[e.id])
        }

    def people_of(self, item: Item) -> set[str]:
        """Give the entities that take part in, say or claim an item."""
        if isinstance(item, EventItem):
            return set(item.participants)
        if isinstance(item, StatementItem):
            return {item.speaker} if item.speaker else set()
        return {item.asserted_by} if item.asserted_by else set()

    def places_of(self, item: Item) -> set[str]:
        """Give the places of an item and all that hold them."""
        event = self._event_of(item)
        if event is None or event.place is None:
            return set()
        return {event.place, *self._parties.within(event.place)}

    def date_of(self, item: Item) -> str | None:
        """Give the date of an item, or that of its event."""
        if isinstance(item, StatementItem) and item.date:
            return item.date
        event = self._event_of(item)
        return event.date if event else None

    def has_words(self, item: Item, words: Iterable[str]) -> bool:
        """Say whether every word is found on the item."""
        text = self._text_of(item)
        return all(part in text for word in words for part in fold(word).split())

    def _event_of(self, item: Item) -> EventItem | None:
        if isinstance(item, EventItem):
            return item
        link = item.event if isinstance(item, StatementItem) else item.about
        return self._events.get(link or "")

    def _text_of(self, item: Item) -> str:
        from sijill.record.wording import LANGUAGES, label

        parts = [item.id, *(c.exact for c in item.citations)]
        ids = self.people_of(item) | self.places_of(item)
        parts += sorted(n for i in ids for n in self._names.get(i, ()))
        if isinstance(item, EventItem):
            parts += [item.status.value, item.date or "", *map(str, item.details.values())]
            parts += [label("event_types", item.type, language) for language in LANGUAGES]
        else:
            parts.append(item.text)
        return fold(" ".join(parts))
