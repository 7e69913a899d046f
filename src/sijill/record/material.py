"""Merged events and what each of them came from: everything that a check of the record looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sijill.reading.document import Reading
from sijill.record.families import is_same_kind
from sijill.record.items import EventItem
from sijill.record.measures import RelationshipIndex
from sijill.record.own_tables import OwnTable
from sijill.record.parties import Parties
from sijill.record.versions import Versions
from sijill.record.visits import VisitRow, visits


@dataclass(frozen=True)
class Material:
    """Everything a check looks at: the record's events and what each came from.

    `visits` are those of the reference tables, the project's own among them; `own_tables` the
    project's own as they were declared.
    """

    events: tuple[EventItem, ...]
    parties: Parties
    between: tuple[str, str]
    languages: tuple[str, ...]
    texts: Mapping[str, str]
    readings: Mapping[str, Reading]
    entity_by_local: Mapping[str, str]
    event_by_local: Mapping[str, str]
    events_by_id: Mapping[str, EventItem] = field(default_factory=dict)
    versions: Versions = field(default_factory=lambda: Versions(()))
    index: RelationshipIndex | None = None
    visits: tuple[VisitRow, ...] = field(default_factory=visits)
    own_tables: tuple[OwnTable, ...] = ()
    _kinds: dict[tuple[str, ...], tuple[EventItem, ...]] = field(default_factory=dict)

    def events_of(self, types: tuple[str, ...]) -> tuple[EventItem, ...]:
        """Give the events that one of these types can name, found once for each set of types."""
        if types not in self._kinds:
            self._kinds[types] = tuple(
                e for e in self.events if any(is_same_kind(e.type, t) for t in types)
            )
        return self._kinds[types]
