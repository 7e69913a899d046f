"""A record goes in; its visits, people, quotations or claims come out, as lists to be read."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.record.chronology import in_order
from sijill.record.items import (
    ClaimItem,
    EventItem,
    Record,
    RecordEntity,
    StatementItem,
)
from sijill.store.search_rows import spellings_of
from sijill.text import fold


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
    wanted = fold(speaker).split()
    bear_it = {
        e.id
        for e in record.entities
        if any(all(word in name for word in wanted) for name in spellings_of(e))
    }
    return [s for s in record.statements if s.speaker in bear_it]


def claims_of_verdict(record: Record, verdicts: Sequence[str] = ()) -> list[ClaimItem]:
    """Give the claims, all or those with one of the verdicts."""
    if not verdicts:
        return list(record.claims)
    return [c for c in record.claims if c.verdict and c.verdict.verdict in verdicts]
