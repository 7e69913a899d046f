"""The record goes in; what a script asks of it comes out: main visit, guest, the pair's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache, cached_property

from sijill.citation import Citation
from sijill.dates import parse_edtf, sort_key
from sijill.documents.document import Status
from sijill.record.items import EventItem, Item, Record, StatementItem
from sijill.script.narration.naming import Names
from sijill.script.narration.people import rank
from sijill.tables import open_table

#: How many places are shown for one sentence: one per source, so that a reader is not buried.
MOST_CITATIONS = 4
#: Levels of `film_scope.tsv`, from generous to sparing.
SCOPE_LEVELS = 4
_RECENT_DAYS = 400
#: How many places are shown when some of them tell no more than a detail.
_MOST_WITH_DETAILS = 6


@cache
def _scopes() -> dict[str, tuple[int, ...]]:
    levels = [f"level{n}" for n in range(SCOPE_LEVELS)]
    rows = open_table("protocol/film_scope.tsv", ("what", *levels))
    return {r["what"]: tuple(int(r[level]) for level in levels) for r in rows}


class Story:
    """A record as the script looks at it. `used` are the ids of items that have been told.

    `level` says how sparing the telling is, from 0, and `further` how much is told of what no
    chapter tells of itself; see `film_scope.tsv`.
    """

    def __init__(self, record: Record, names: Names, level: int = 0, further: int = 0) -> None:
        self.record = record
        self.names = names
        self.level = level
        self.further = further
        self.used: set[str] = set()
        #: Whether a reference table was spoken of, whose facts no source tells.
        self.referred = False
        #: The event that tells each act of disarmament of a state.
        self.acts: dict[tuple[str, str], str] = {}
        self.language_by_source = {source.id: source.language for source in record.sources}
        self.event_by_id = {event.id: event for event in record.events}
        self.pair = frozenset(record.between)
        self.visit = self._main_visit()
        self.guest = self._main_guest()

    def most(self, what: str) -> int:
        """Give how many of something are told at this level."""
        level = self.further if what.startswith("further_") else self.level
        return _scopes()[what][level]

    # -- the main visit ------------------------------------------------------------------------

    def _main_visit(self) -> EventItem | None:
        visits = [e for e in self.events("visit") if self.crosses(e)]
        recent = [e for e in visits if e.date is None or self._is_recent(e.date)]
        visits = recent or visits
        parts: dict[str, int] = {}
        for event in self.record.events:
            if event.part_of:
                parts[event.part_of] = parts.get(event.part_of, 0) + 1

        return max(
            visits,
            key=lambda e: (
                parts.get(e.id, 0) + 2 * len(sources_of(e.citations)),
                -min((rank(p) for p in self._posts(e)), default=99),
                e.date or "",
                e.id,
            ),
            default=None,
        )

    def _posts(self, event: EventItem) -> list[str]:
        held = [self.names.post(p, event.date) for p in self.names.people(event.participants)]
        return [h.post for h in held if h]

    def _is_recent(self, date: str) -> bool:
        """Say whether a date lies within about a year of the film's time."""
        now = self.names.now
        return now is None or (sort_key(now)[0] - sort_key(date)[1]).days <= _RECENT_DAYS

    def crosses(self, event: EventItem) -> bool:
        """Say whether somebody of one state of the pair comes to the other."""
        there = self.country_of(event.place)
        return there in self.pair and any(
            self.country_of(p) in self.pair and self.country_of(p) != there
            for p in event.participants
        )

    def _main_guest(self) -> str | None:
        if self.visit:
            people = self.names.people(self.visit.participants)
            ranked = sorted(people, key=lambda p: (self.rank_of(p, self.visit_date), p))
            if ranked:
                return ranked[0]
        counts: dict[str, int] = {}
        for event in self.record.events:
            for person in self.names.people(event.participants):
                if self.country_of(person) in self.pair:
                    counts[person] = counts.get(person, 0) + 1
        return max(counts, key=lambda p: (counts[p], p), default=None)

    @property
    def visit_date(self) -> str | None:
        """The date of the main visit."""
        return self.visit.date if self.visit else None

    # -- looking things up ---------------------------------------------------------------------

    def country_of(self, entity_id: str | None) -> str | None:
        """Give the ISO code of an entity's state."""
        entity = self.names.entity(entity_id)
        if entity is not None:
            return entity.country
        return entity_id.upper() if entity_id and len(entity_id) == 2 else None

    def rank_of(self, person_id: str, time: str | None) -> int:
        """Give the protocol rank somebody had at a time, 1 highest."""
        held = self.names.post(person_id, time)
        return rank(held.post) if held else 99

    def is_monarch(self, person_id: str, time: str | None) -> bool:
        """Say whether somebody reigned at a time."""
        held = self.names.post(person_id, time)
        return held is not None and held.post.startswith("monarch")

    def events(self, *types: str, status: Status | None = Status.HELD) -> list[EventItem]:
        """Give the events of some types in the order of their dates; `status` None gives all."""
        found = [
            e
            for e in self.record.events
            if e.type in types and (status is None or e.status is status)
        ]
        return sorted(found, key=lambda e: (sort_key(e.date), e.id))

    @cached_property
    def pairs_own(self) -> tuple[EventItem, ...]:
        """The events in which a state of the pair has a part, of any status, in order of time."""
        own = [e for e in self.record.events if self.touches_pair(e)]
        return tuple(sorted(own, key=lambda e: (sort_key(e.date), e.id)))

    def touches_pair(self, event: EventItem) -> bool:
        """Say whether a state of the pair has a part in an event."""
        countries = {self.country_of(p) for p in (*event.participants, event.place)}
        return bool(countries & self.pair)

    def is_of_pair(self, event: EventItem) -> bool:
        """Say whether both states of the pair have a part in an event."""
        countries = {self.country_of(p) for p in (*event.participants, event.place)}
        return countries >= self.pair

    def strength(self, item: Item) -> int:
        """Give the number of sources that tell an item."""
        return len(sources_of(item.citations))

    def texts(self, citations: Iterable[Citation]) -> list[tuple[str, str]]:
        """Give cited words with their language."""
        return [(c.exact, self.language_by_source.get(c.source_id, "")) for c in citations]

    def in_main_visit(self, event: EventItem) -> bool:
        """Say whether an event belongs to the main visit: by record, or by day and guest."""
        if self.visit is None:
            return self.guest in event.participants
        if event.part_of == self.visit.id:
            return True
        if self.guest not in event.participants:
            return False
        if event.date is None or self.visit.date is None:
            return event.date is None and self.shares_source(event, self.visit)
        return parse_edtf(self.visit.date).covers(parse_edtf(event.date))

    def said_in(self, source_id: str) -> list[tuple[Citation, StatementItem]]:
        """Give what people are told to have said in a source, each with its place."""
        return self._said.get(source_id, [])

    @cached_property
    def _said(self) -> dict[str, list[tuple[Citation, StatementItem]]]:
        found: dict[str, list[tuple[Citation, StatementItem]]] = {}
        for statement in self.record.statements:
            if statement.speaker and self.names.people([statement.speaker]):
                for citation in statement.citations:
                    found.setdefault(citation.source_id, []).append((citation, statement))
        return found

    def shares_source(self, left: EventItem, right: EventItem) -> bool:
        """Say whether one source tells both."""
        return bool(sources_of(left.citations) & sources_of(right.citations))

    def take(self, *ids: str) -> None:
        """Note that items have been told."""
        self.used.update(ids)


def sources_of(citations: Iterable[Citation]) -> frozenset[str]:
    """Give the ids of the sources cited."""
    return frozenset(c.source_id for c in citations)


def evidence_of(event: EventItem, spoken: Iterable[str] = ()) -> tuple[Citation, ...]:
    """Give the words on which an event's sentence stands.

    One place of each source that tells it; and where none of those tells its day, its place, one
    of its people or a detail that is `spoken`, the place that does: hour and length may stand in a
    sentence behind the one that tells the event.
    """
    wanted = [("date", _told_date(event)), ("place", event.place)]
    wanted += [("participants", one) for one in event.participants]
    wanted += [(name, str(event.details[name])) for name in spoken if name in event.details]
    tells = Counter(
        citation
        for telling in event.tellings
        if (telling.field, telling.value) in wanted and not telling.inferred
        for citation in telling.citations
    )
    # The words that tell most of it come first: they are what a reader sees first.
    cited = few(sorted(event.citations, key=lambda c: -tells[c]))
    for field, value in wanted:
        told = [
            citation
            for telling in event.tellings
            if (telling.field, telling.value) == (field, value) and not telling.inferred
            for citation in telling.citations
        ]
        if len(cited) < _MOST_WITH_DETAILS and not any(
            stands_in(own, c) for own in told for c in cited
        ):
            cited += tuple(told[:1])
    return cited


def _told_date(event: EventItem) -> str | None:
    """Give the date that sources tell of an event: its own, else one that begins on its first day.

    The days of a visit may be worked out from its parts, where a source tells the arrival alone.
    """
    told = [t.value for t in event.tellings if t.field == "date" and not t.inferred]
    if event.date is None or event.date in told:
        return event.date
    first = event.date.partition("/")[0]
    return next((value for value in told if value.partition("/")[0] == first), event.date)


def stands_in(inner: Citation, outer: Citation) -> bool:
    """Say whether cited words lie within others."""
    return outer.source_id == inner.source_id and outer.span.contains(inner.span)


def few(citations: Iterable[Citation], most: int = MOST_CITATIONS) -> tuple[Citation, ...]:
    """Keep one citation of each source, the first told, up to `most`."""
    kept: dict[str, Citation] = {}
    for citation in citations:
        kept.setdefault(citation.source_id, citation)
    return tuple(kept.values())[:most]
