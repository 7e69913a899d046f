"""Happenings and their dates go in; what the events of each source are in the record comes out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from sijill.record.regrouping import Happening
from sijill.record.under_keys import Under, tellers_of

#: What a source's own events are in the record: local id, id of the item, its date (EDTF).
InSource = tuple[tuple[str, str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Occasions:
    """What the events of each source are, by its id, and of all by `<source id>#<local id>`.

    `changed` are the ids of the sources for which it is not as in the build before.
    """

    by_source: Mapping[str, InSource]
    event_by_local: Mapping[str, str]
    changed: Collection[str]


class OccasionsIn:
    """What the events of each source are, kept up to date."""

    def __init__(self) -> None:
        self._told: Under[str, Happening] = Under(lambda one: tellers_of(one.group))
        self._dates: Mapping[str, str | None] = {}
        self._by_source: dict[str, InSource] = {}
        self._event_by_local: dict[str, str] = {}

    def update(self, happenings: Sequence[Happening], dates: Mapping[str, str | None]) -> Occasions:
        """Take these happenings, with the date of each event that the record has, by its id.

        What became of a happening that the record does not have is not told.
        """
        dated = {event for event, date in dates.items() if self._dates.get(event, "") != date}
        dated |= self._dates.keys() - dates.keys()
        self._dates = dates
        doubted = (h for h in happenings if h.event.id in dated) if dated else ()
        told = self._told.update(happenings, doubted)
        for source_id, own in told.items():
            self._note(source_id, own)
        return Occasions(self._by_source, dict(self._event_by_local), told.keys())

    def _note(self, source_id: str, told: Iterable[Happening]) -> None:
        """Note what the events of one source are, of its happenings in their order."""
        for local, _, _ in self._by_source.pop(source_id, ()):
            del self._event_by_local[f"{source_id}#{local}"]
        found = {
            one.local_id: happening.event.id
            for happening in told
            if happening.event.id in self._dates
            for one in happening.group.tellings
            if one.source_id == source_id
        }
        for local, event in found.items():
            self._event_by_local[f"{source_id}#{local}"] = event
        if found:
            rows = ((local, event, self._dates[event]) for local, event in found.items())
            self._by_source[source_id] = tuple(sorted(rows, key=_LOCAL))


_LOCAL = itemgetter(0)
