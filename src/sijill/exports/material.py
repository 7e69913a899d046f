"""What every export is made from: the record, its sources as taken in, and who found what.

An export is a pure function of it: no clock and no order of chance, so that the same record gives
the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from urllib.parse import quote

from sijill.documents.document import Reading
from sijill.record.items import EventItem, Record, RecordEntity, SourceNote
from sijill.sources.source import Source
from sijill.tables import open_table

#: What an export makes: paths below the place asked for, and their bytes.
Files = dict[str, bytes]

#: The path of an export that is a single file.
ALONE = ""


@dataclass(frozen=True)
class Material:
    """A record, and beside it what a record does not hold.

    `sources` are the project's, for digests, authors and days of retrieval; without them an export
    tells what the record's own notes on sources tell. `load_rules` gives the rule or model behind
    each span (see `rules_of`), and is called where they are wanted; `version` is Sijill's.
    """

    record: Record
    sources: tuple[Source, ...] = ()
    version: str = ""
    load_rules: Callable[[], Mapping[tuple[str, int, int], str]] = dict

    @cached_property
    def rule_by_span(self) -> Mapping[tuple[str, int, int], str]:
        """The rule or model that marked certain words, by (source id, start, end)."""
        return self.load_rules()

    @cached_property
    def entity_by_id(self) -> dict[str, RecordEntity]:
        """The record's people, bodies and places."""
        return {entity.id: entity for entity in self.record.entities}

    @cached_property
    def event_by_id(self) -> dict[str, EventItem]:
        """The record's events."""
        return {event.id: event for event in self.record.events}

    @cached_property
    def note_by_id(self) -> dict[str, SourceNote]:
        """What the record says about its sources."""
        return {note.id: note for note in self.record.sources}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """The sources as they were taken in."""
        return {source.id: source for source in self.sources}

    @property
    def language(self) -> str:
        """The record's first language; English where it names none."""
        return next(iter(self.record.languages), "en")

    def name(self, entity_id: str, language: str) -> str:
        """Give an entity's name in a language, else in English, else in any, else its id."""
        entity = self.entity_by_id.get(entity_id)
        names = entity.names if entity else {}
        return names.get(language) or names.get("en") or next(iter(names.values()), entity_id)

    def language_of(self, source_id: str) -> str | None:
        """Give the language of a source, None when the record does not know the source."""
        note = self.note_by_id.get(source_id)
        return note.language if note else None

    def country_of(self, entity_id: str) -> str | None:
        """Give the state that an entity belongs to, by its country code."""
        entity = self.entity_by_id.get(entity_id)
        return entity.country if entity else None

    def label(self, table: str, key: str, language: str) -> str:
        """Give the label of an id of a table of `data/protocol/`, else the id itself."""
        row = _labels(table).get(key, {})
        return row.get(language) or row.get("en") or key.replace("_", " ")


@cache
def _labels(table: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in open_table(f"protocol/{table}.tsv", ("id", "en"))}


#: An export: what it is made from, to its files.
Export = Callable[[Material], Files]


def iri(kind: str, key: str) -> str:
    """Give the name of a thing of the record on the web of data, `urn:sijill:event:visit-2025-…`.

    It names and does not locate: nothing is fetched from there.
    """
    return f"urn:sijill:{kind}:{quote(key, safe='')}"


def rules_of(readings: Iterable[Reading]) -> dict[tuple[str, int, int], str]:
    """Give the rule or model behind every marked span, by (source id, start, end).

    Where several marks share a span, what is told by more words comes first: events, quotations,
    claims and signals before names.
    """
    found: dict[tuple[str, int, int], str] = {}
    for reading in readings:
        spans = [
            *((e.evidence.start, e.evidence.end, e.rule) for e in reading.events),
            *((e.trigger.start, e.trigger.end, e.rule) for e in reading.events),
            *((m.start, m.end, m.rule) for m in reading.quotations),
            *((m.start, m.end, m.rule) for m in reading.claims),
            *((m.start, m.end, m.rule) for m in reading.signals),
            *((m.start, m.end, m.rule) for m in reading.mentions),
        ]
        for start, end, rule in spans:
            if rule:
                found.setdefault((reading.source_id, start, end), rule)
    return found
