"""Merged events and what each of them came from: everything that a check of the record looks at."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sijill.documents.document import Reading
from sijill.record.items import EventItem
from sijill.record.lookup import Lookup
from sijill.record.measures import RelationshipIndex
from sijill.record.own_tables import OwnTable
from sijill.record.visits import VisitRow, visits
from sijill.reuse.versions import Versions
from sijill.tellings.parties import Parties


@dataclass(frozen=True)
class Material:
    """Everything a check looks at: the record's events and what each came from.

    `visits` are those of the reference tables, the project's own among them; `own_tables` the
    project's own as they were declared. `changed` are the ids of the sources of which the reading,
    the text or whom they name is not as in the build before.
    """

    events: tuple[EventItem, ...]
    parties: Parties
    between: tuple[str, str]
    languages: tuple[str, ...]
    texts: Mapping[str, str]
    readings: Mapping[str, Reading]
    entity_by_local: Mapping[str, str]
    event_by_local: Mapping[str, str]
    changed: Collection[str]
    events_by_id: Mapping[str, EventItem] = field(default_factory=dict)
    versions: Versions = field(default_factory=lambda: Versions(()))
    index: RelationshipIndex | None = None
    visits: tuple[VisitRow, ...] = field(default_factory=visits)
    own_tables: tuple[OwnTable, ...] = ()
    _lookups: list[Lookup] = field(default_factory=list, repr=False)

    @property
    def lookup(self) -> Lookup:
        """What finds events by kind, place, people and states, made once."""
        if not self._lookups or self._lookups[0].events is not self.events:
            self._lookups[:] = [Lookup(self.events, self.parties)]
        return self._lookups[0]
