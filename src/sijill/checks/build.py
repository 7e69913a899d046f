"""The readings of all sources and who is who go in; the whole record comes out: merged (`record`),
the index reckoned (`index`), its claims judged (`claims`, `verdicts`, `sequence`), rarity counted,
people's decisions over it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.checks.claims import claims_of
from sijill.checks.index import Refused, relationship_index
from sijill.checks.peers import peers_of
from sijill.checks.rarity import rarities
from sijill.checks.relations import beginning
from sijill.checks.same_day import with_signals
from sijill.checks.signals import signals_of
from sijill.documents.document import Reading
from sijill.edtf import read_date
from sijill.languages import LANGUAGES
from sijill.record.build import Identities, merge_readings
from sijill.record.decisions import Decision
from sijill.record.items import Record, SourceNote
from sijill.record.own_tables import OwnTables
from sijill.record.replay import Replay
from sijill.record.threads import threads_of
from sijill.record.visits import join_visits, visits
from sijill.register.entries import Register
from sijill.tellings.parties import Parties
from sijill.workbook import Workbook


def build_record(
    *,
    title: str,
    between: tuple[str, str],
    languages: Sequence[str],
    readings: Sequence[Reading],
    sources: Sequence[SourceNote],
    texts: Mapping[str, str],
    identities: Identities,
    decisions: Sequence[Decision] = (),
    register: Register | None = None,
    own_tables: OwnTables | None = None,
    workbook: Workbook | None = None,
) -> Record:
    """Build the record of a relationship; what is given is that of `merge_readings`.

    `decisions` are replayed in their order over what the machine proposes: those on events before
    claims are judged, so that a verdict rests on what people corrected. `own_tables` are a
    project's reference tables: their rows are counted with the package's. The same input gives
    the same record.

    `languages` are the record's own. What explains (reasons, readings, counts, notes) is told in
    every language besides, since the page speaks them all.
    """
    told_in = tuple(dict.fromkeys((*languages, *LANGUAGES)))
    workbook = workbook or Workbook(keeps=False)
    own = own_tables.tables if own_tables else ()
    replay = Replay(decisions, identities.entities, texts)
    record, material = merge_readings(
        title=title,
        between=between,
        languages=told_in,
        readings=readings,
        sources=sources,
        texts=texts,
        identities=identities,
        register=register,
        replay=replay,
        workbook=workbook,
    )
    events = replay.hold(with_signals(record.events, material.parties, workbook))
    material = replace(
        material,
        events=events,
        events_by_id={event.id: event for event in events},
        visits=join_visits(visits(), *(table.rows for table in own)),
        own_tables=own,
        _lookups=[],
    )
    # What people corrected counts in the index as they corrected it.
    record = _with_index(replace(record, events=events), material.parties, workbook)
    material = replace(material, index=record.index)
    peers = peers_of(material, workbook)
    record = replace(
        record,
        claims=replay.claims(claims_of(material, workbook)),
        rarities=rarities(material),
        peers=peers,
        signals=signals_of(material, peers, workbook),
    )
    lost = sorted((*identities.unapplied, *replay.unapplied), key=lambda one: one.line)
    threads = threads_of(record, material.parties, workbook)
    return replace(
        record,
        languages=tuple(languages),
        unapplied=tuple(lost),
        retold=replay.retold,
        threads=threads,
    )


def _with_index(record: Record, parties: Parties, workbook: Workbook) -> Record:
    """Reckon the index of a record, from the beginning of relations to its newest source."""
    told = {source.published for source in record.sources}
    published = [day.year for one in told if (day := read_date(one)) and day.year]
    start = beginning(record.events, parties, record.between)
    found = relationship_index(
        record.events,
        parties,
        record.between,
        record.sources,
        record.languages,
        voices=record.voices,
        since=start.year if start else None,
        until=max(published, default=None),
        workbook=workbook,
    )
    if isinstance(found, Refused):
        return replace(record, index=None, index_refused=found.why)
    return replace(record, index=found, index_refused={})
