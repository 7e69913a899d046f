"""Events go in; they come out with the signals that follow from several of them together: received
by two hosts on one day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sijill.checks.rarity import shown_features
from sijill.citation import Citation
from sijill.documents.document import SAME_DAY
from sijill.record.items import EventItem, Telling
from sijill.tellings.noted import noted_those
from sijill.tellings.parties import Parties
from sijill.workbook import Workbook


def with_signals(
    events: Sequence[EventItem], parties: Parties, workbook: Workbook | None = None
) -> list[EventItem]:
    """Add the signals that follow from several events: received by two hosts on one day."""
    by_date: dict[str | None, list[EventItem]] = defaultdict(list)
    for event in events:
        by_date[event.date].append(event)
    audiences = {event.id: event for event in events if event.type == "audience"}
    found = noted_those(
        (workbook or Workbook(keeps=False)).page("received by two on one day"),
        audiences,
        audiences,
        lambda event_id: (audiences[event_id], tuple(by_date[audiences[event_id].date])),
        parties,
        _with_signals,
    )
    made = dict(zip(audiences, found, strict=True))
    return [made.get(event.id, event) for event in events]


def _with_signals(
    event: EventItem, on_that_day: Sequence[EventItem], parties: Parties
) -> EventItem:
    host = parties.country(event.place) or _monarch_country(event, parties)
    found = set(event.signals)
    used: set[Citation] = set()
    for guest in event.participants:
        if host is None or parties.country(guest) == host:
            continue
        if SAME_DAY in shown_features(event, on_that_day, guest, host, parties):
            found.add(SAME_DAY)
            for other in on_that_day:
                if guest in other.participants:
                    used.update(other.citations if other.type in ("talks", "summit") else ())
    if found == set(event.signals):
        return event
    citations = tuple(sorted({*event.citations, *used}))
    telling = Telling("signals", SAME_DAY, citations, inferred=True)
    return replace(event, signals=tuple(sorted(found)), tellings=(*event.tellings, telling))


def _monarch_country(event: EventItem, parties: Parties) -> str | None:
    for participant in event.participants:
        if parties.held_role(participant, "monarch", event.date):
            return parties.country(participant)
    return None
