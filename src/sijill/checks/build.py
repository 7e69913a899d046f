"""The readings of all sources and who is who go in; the whole record comes out: merged (`record`),
its claims judged (`claims`, `verdicts`, `sequence`), rarity counted, people's decisions over it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.checks.claims import claims_of
from sijill.checks.rarity import rarities
from sijill.checks.same_day import with_signals
from sijill.reading.document import Reading
from sijill.record.build import Identities, merge_readings
from sijill.record.decisions import Decision
from sijill.record.items import Record, SourceNote
from sijill.record.replay import Replay
from sijill.register.entries import Register


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
) -> Record:
    """Build the record of a relationship; what is given is that of `merge_readings`.

    `decisions` are replayed in their order over what the machine proposes: those on events before
    claims are judged, so that a verdict rests on what people corrected. The same input gives the
    same record.
    """
    replay = Replay(decisions, identities.entities, texts)
    record, material = merge_readings(
        title=title,
        between=between,
        languages=languages,
        readings=readings,
        sources=sources,
        texts=texts,
        identities=identities,
        register=register,
        replay=replay,
    )
    events = replay.hold(with_signals(record.events, material.parties))
    material = replace(
        material, events=events, events_by_id={event.id: event for event in events}, _kinds={}
    )
    record = replace(
        record,
        events=events,
        claims=replay.claims(claims_of(material)),
        rarities=rarities(events, material.parties, tuple(languages)),
    )
    return replace(record, unapplied=replay.unapplied)
