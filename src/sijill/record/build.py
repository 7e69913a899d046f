"""The readings of all sources and who is who go in; the record comes out, its claims still open.

Steps, each in a module of its own: tellings (`told`), which of them are one happening (`merging`,
`likeness`), their values (`values`, `status`), visits and their parts (`chronology`), statements.
What is claimed is judged over all of it in the room above, `checks`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from sijill.reading.document import Reading
from sijill.record.chronology import in_order, with_parts
from sijill.record.completion import complete, headline_cities, people_of
from sijill.record.differences import differences
from sijill.record.edtf import read_date
from sijill.record.figure_disputes import with_disputes
from sijill.record.figures import figures_of
from sijill.record.items import Record, RecordEntity, SourceNote, Unapplied
from sijill.record.material import Material
from sijill.record.merging import Group, merge
from sijill.record.occasions import place_in_day
from sijill.record.parties import Parties
from sijill.record.regrouping import Happening, regrouped
from sijill.record.replay import Replay
from sijill.record.statements import statements_of
from sijill.record.told import Told, tell
from sijill.record.told_lists import tell_encounters, tell_lists, tell_trips
from sijill.record.told_otherwise import tell_otherwise
from sijill.record.told_receptions import misread_guests, tell_receptions
from sijill.record.told_signals import tell_signals
from sijill.record.traces import trace_of
from sijill.record.values import item_of, settle_date
from sijill.record.versions import versions_in
from sijill.record.visit_days import on_days_of_visits
from sijill.record.voiced import heard_from, with_voices
from sijill.record.voices import voices_among
from sijill.register.entries import Register
from sijill.register.load import load_register


class Identities(Protocol):
    """Who is who: what `sijill.identity.resolver.resolve` gives."""

    @property
    def entity_by_local(self) -> Mapping[str, str]:
        """Map `<source id>#<local entity id>` to a canonical entity id."""

    @property
    def entities(self) -> tuple[RecordEntity, ...]:
        """All entities, in a fixed order."""

    @property
    def unapplied(self) -> tuple[Unapplied, ...]:
        """People's judgements that could not be applied."""


def merge_readings(
    *,
    title: str,
    between: tuple[str, str],
    languages: Sequence[str],
    readings: Sequence[Reading],
    sources: Sequence[SourceNote],
    texts: Mapping[str, str],
    identities: Identities,
    register: Register | None = None,
    replay: Replay | None = None,
) -> tuple[Record, Material]:
    """Merge what was read into a record without claims, and give what its items came from.

    `replay` has what people decided on events and statements: it holds before anything is worked
    out from the events, so that a visit corrected by a day holds the talks of that day.

    `between` are two country codes; `texts` maps source ids to stored texts. `register` (the
    package's own when None) adds what is known of places and posts beyond the entities themselves.
    The same input gives the same record; an item that could not be cited is not in it.
    """
    readings = sorted(readings, key=lambda r: r.source_id)
    known = load_register() if register is None else register
    parties = Parties(identities.entities, known)
    local = identities.entity_by_local
    traces = {r.source_id: trace_of(r, texts.get(r.source_id, ""), local) for r in readings}
    voices = voices_among(traces.values(), sources, languages=languages)
    versions = versions_in(voices, traces, texts)
    told = with_voices(_tellings(readings, texts, local, parties), voices, sources)
    groups = _groups(told, {r.source_id: r for r in readings}, texts, parties)
    by_source = {reading.source_id: reading for reading in readings}
    replay = replay or Replay((), identities.entities, texts)
    happenings = regrouped(_happenings(groups, parties), replay, parties, by_source)
    items = replay.events([h.event for h in happenings], parties)
    events = in_order(replay.hold(with_parts(items, parties)))
    event_by_local = _by_local(happenings, {event.id for event in items})
    dates = {event.id: event.date for event in events}
    record = Record(
        title=title,
        between=between,
        languages=tuple(languages),
        sources=tuple(sorted(sources, key=lambda s: s.id)),
        entities=identities.entities,
        events=events,
        statements=heard_from(
            replay.statements(
                statements_of(readings, texts, local, event_by_local, dates, parties),
                {reading.source_id: reading.language for reading in readings},
            ),
            voices,
            sources,
        ),
        claims=(),
        voices=voices,
        versions=differences(versions, readings, texts, languages=languages),
        figures=with_disputes(figures_of(readings, texts, local, event_by_local, dates, parties)),
    )
    material = Material(
        events=events,
        parties=parties,
        between=between,
        languages=tuple(languages),
        texts=texts,
        readings=by_source,
        entity_by_local=local,
        event_by_local=event_by_local,
        events_by_id={event.id: event for event in events},
        versions=versions,
    )
    return record, material


def _groups(
    told: Sequence[Told],
    readings: Mapping[str, Reading],
    texts: Mapping[str, str],
    parties: Parties,
) -> list[Group]:
    """Group all tellings into happenings.

    What one source tells without a day can follow a meeting whose day another source tells: so
    days are completed once more after a first grouping, and the tellings grouped again.
    """
    groups = merge(told, parties)
    known = {
        (one.source_id, one.local_id): day
        for group in groups
        if (day := read_date(settle_date(group.tellings, group.tellings[0].type)[0])) is not None
        for one in group.tellings
    }
    dated = on_days_of_visits(told, readings, texts, known=known)
    again = place_in_day(dated, texts, parties, known=known)
    return groups if again == list(told) else merge(again, parties)


def _tellings(
    readings: Sequence[Reading],
    texts: Mapping[str, str],
    entity_by_local: Mapping[str, str],
    parties: Parties,
) -> list[Told]:
    """Give every event as its source tells it, with what the source takes for granted."""
    told = list(tell(readings, texts, entity_by_local, parties))
    wrong: set[tuple[str, str]] = set()
    for reading in readings:
        text = texts.get(reading.source_id, "")
        told += tell_signals(reading, text, entity_by_local, parties)
        told += tell_lists(reading, text, entity_by_local, parties)
        told += tell_trips(reading, text, entity_by_local, parties)
        told += tell_encounters(reading, text, entity_by_local)
        told += tell_otherwise(reading, text, entity_by_local, parties)
        told += tell_receptions(reading, text, entity_by_local, parties)
        misread = misread_guests(reading, text, entity_by_local, parties)
        wrong |= {(reading.source_id, local) for local in misread}
    told = [t for t in told if (t.source_id, t.local_id) not in wrong]
    told = on_days_of_visits(told, {r.source_id: r for r in readings}, texts)
    cities = headline_cities(readings, texts, entity_by_local, parties)
    people = people_of(readings, entity_by_local, parties)
    completed = complete(told, texts, parties, cities=cities, people=people)
    return place_in_day(completed, texts, parties)


def _happenings(groups: Sequence[Group], parties: Parties) -> list[Happening]:
    """Make the events of all groups, with ids that are each one's own."""
    made: dict[str, Happening] = {}
    for group in groups:
        item = item_of(group, parties)
        number = 2
        base = item.id
        while item.id in made:
            item = replace(item, id=f"{base}-{number}")
            number += 1
        made[item.id] = Happening(group, item)
    return list(made.values())


def _by_local(happenings: Sequence[Happening], kept: Collection[str]) -> dict[str, str]:
    """Map `<source id>#<local event id>` to the events in which each was merged."""
    return {
        f"{told.source_id}#{told.local_id}": happening.event.id
        for happening in happenings
        if happening.event.id in kept
        for told in happening.group.tellings
    }
