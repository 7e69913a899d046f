"""Events go in; they come out with the signals that follow from several of them together: received
by two hosts on one day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sijill.checks.rarity import shown_features
from sijill.citation import Citation
from sijill.record.items import EventItem, Telling
from sijill.record.parties import Parties


def with_signals(events: Sequence[EventItem], parties: Parties) -> list[EventItem]:
    """Add the signals that follow from several events: received by two hosts on one day."""
    result = []
    by_date: dict[str | None, list[EventItem]] = defaultdict(list)
    for event in events:
        by_date[event.date].append(event)
    for event in events:
        if event.type != "audience":
            result.append(event)
            continue
        host = parties.country(event.place) or _monarch_country(event, parties)
        found = set(event.signals)
        used: set[Citation] = set()
        for guest in event.participants:
            if host is None or parties.country(guest) == host:
                continue
            if "same_day_monarch_and_hog" in shown_features(
                event, by_date[event.date], guest, host, parties
            ):
                found.add("same_day_monarch_and_hog")
                for other in by_date[event.date]:
                    if guest in other.participants:
                        used.update(other.citations if other.type in ("talks", "summit") else ())
        if found == set(event.signals):
            result.append(event)
            continue
        telling = Telling(
            "signals",
            "same_day_monarch_and_hog",
            tuple(sorted({*event.citations, *used})),
            inferred=True,
        )
        result.append(
            replace(event, signals=tuple(sorted(found)), tellings=(*event.tellings, telling))
        )
    return result


def _monarch_country(event: EventItem, parties: Parties) -> str | None:
    for participant in event.participants:
        if parties.held_role(participant, "monarch", event.date):
            return parties.country(participant)
    return None
