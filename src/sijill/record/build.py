"""The readings of all sources and who is who go in; the record comes out, its claims still open.

Steps, each in a module of its own: tellings grouped into happenings (`happenings`), visits and
their parts (`visit_parts`), statements and figures (`pages`), voices and versions of texts.
What is claimed is judged over all of it in the room above, `checks`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from sijill.documents.document import Reading
from sijill.record.chronology import in_order
from sijill.record.figure_disputes import with_disputes
from sijill.record.happenings import happenings_of
from sijill.record.items import Record, RecordEntity, SourceNote, Unapplied
from sijill.record.material import Material
from sijill.record.own_occasions import OccasionsIn
from sijill.record.pages import accounts_in, figures_in, pages_of, statements_in
from sijill.record.regrouping import regrouped
from sijill.record.replay import Replay
from sijill.record.same_texts import (
    differences_among,
    traces_in,
    versions_among,
)
from sijill.record.visit_parts import VisitParts
from sijill.record.voiced import heard_from, leads_of, sides_of
from sijill.record.voices import voices_among
from sijill.register.entries import Register
from sijill.register.load import load_register
from sijill.tellings.parties import Parties, others_than
from sijill.workbook import Workbook


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
    workbook: Workbook | None = None,
) -> tuple[Record, Material]:
    """Merge what was read into a record without claims, and give what its items came from.

    `replay` has what people decided on events and statements: it holds before anything is worked
    out from the events, so that a visit corrected by a day holds the talks of that day.

    `between` are two country codes; `texts` maps source ids to stored texts. `register` (the
    package's own when None) adds what is known of places and posts beyond the entities themselves.
    `workbook` is that of an earlier build with the same register: what has not changed since is not
    worked out again.
    The same input gives the same record; an item that could not be cited is not in it.
    """
    workbook = workbook or Workbook(keeps=False)
    known = load_register() if register is None else register
    replay = replay or Replay((), identities.entities, texts)
    parties, changed = _parties(replay.entities, known, workbook)
    local = identities.entity_by_local
    pages = pages_of(readings, texts, local, workbook)
    traces = traces_in(pages, workbook)
    voices = voices_among(traces.values(), sources, languages=languages, workbook=workbook)
    versions = versions_among(voices, traces, texts, workbook)
    del traces  # a quarter of what is held here
    by_source = {source_id: page.reading for source_id, page in pages.by_id.items()}
    leads, sides = leads_of(voices), sides_of(sources, workbook)
    told = happenings_of(pages, leads, sides, parties, workbook, changed)
    happenings = regrouped(told, replay, parties, by_source)
    items = replay.events([h.event for h in happenings], parties)
    parts = workbook.grown("parts of visits", VisitParts)
    events = in_order(replay.hold(parts.update(items, parties, changed)))
    occasions = workbook.grown("what events of sources are", OccasionsIn).update(
        happenings, {event.id: event.date for event in events}
    )
    record = Record(
        title=title,
        between=between,
        languages=tuple(languages),
        sources=tuple(sorted(sources, key=lambda s: s.id)),
        entities=replay.entities,
        events=events,
        statements=heard_from(
            replay.statements(
                tuple(statements_in(pages, occasions, parties, workbook)),
                {reading.source_id: reading.language for reading in readings},
            ),
            leads,
            sides,
            workbook,
        ),
        claims=(),
        voices=voices,
        versions=differences_among(versions, by_source, texts, languages, workbook),
        figures=with_disputes(tuple(figures_in(pages, occasions, parties, workbook)), workbook),
        accounts=accounts_in(pages, workbook),
    )
    material = Material(
        events=events,
        parties=parties,
        between=between,
        languages=tuple(languages),
        texts=texts,
        readings=by_source,
        entity_by_local=local,
        event_by_local=occasions.event_by_local,
        changed=pages.changed,
        events_by_id={event.id: event for event in events},
        versions=versions,
    )
    return record, material


def _parties(
    entities: Sequence[RecordEntity], register: Register, workbook: Workbook
) -> tuple[Parties, frozenset[str]]:
    """Give who is who, and the ids of those who are somebody else than before."""
    before = workbook.grown("parties", lambda: Parties((), register))
    parties = Parties(entities, register, before=before)
    workbook.keep("parties", parties)
    return parties, others_than(before, parties)
