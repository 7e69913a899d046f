"""The events of a record go in; pairs that may be one happening, but were not merged, come out.

Merging takes what fits well; what fits less well is for a person to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sijill.edtf import read_date
from sijill.record.items import EventItem
from sijill.tellings.families import family
from sijill.tellings.likeness import Likeness, compare, needed
from sijill.tellings.parties import Parties
from sijill.tellings.told import Told

#: From this likeness on a pair is asked about; merging needs 3 and more.
LEAST = 1.75
#: Of more events than this with one person or place and one kind, only those near in time are held
#: against each other.
MANY = 60
#: So many are shown beside an event.
MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Twins:
    """An event and those it may be one with, the likest first; `score` is the best likeness."""

    event: EventItem
    others: tuple[EventItem, ...]
    score: float
    why: tuple[str, ...]


def twins_of(events: Sequence[EventItem], parties: Parties) -> list[Twins]:
    """Give events that are like others, but not enough to be merged; of two the vaguer one is asked
    about. In a fixed order, the likest first.
    """
    told = {event.id: _as_told(event) for event in events}
    found: dict[str, list[tuple[float, EventItem, tuple[str, ...]]]] = defaultdict(list)
    by_id = {event.id: event for event in events}
    for one, other in _near(events):
        if one.part_of == other.id or other.part_of == one.id:
            continue
        likeness = compare(told[one.id], told[other.id], parties)
        if not isinstance(likeness, Likeness):
            continue
        most = max(needed(told[one.id]), needed(told[other.id]))
        if LEAST <= likeness.score < most + 0.5:
            vague, clear = sorted((one, other), key=_clearness)
            found[vague.id].append((likeness.score, clear, likeness.why))
    out = []
    for event_id, others in found.items():
        others.sort(key=lambda o: (-o[0], o[1].id))
        best = others[0]
        shown = tuple(other for _, other, _ in others[:MOST_SHOWN])
        out.append(Twins(by_id[event_id], shown, best[0], best[2]))
    return sorted(out, key=lambda twins: (-twins.score, twins.event.id))


def _clearness(event: EventItem) -> tuple[bool, int, str]:
    return event.date is not None, len(event.citations), event.id


def _near(events: Sequence[EventItem]) -> Iterable[tuple[EventItem, EventItem]]:
    """Give each pair of one family that shares a participant or the place, once."""
    shelves: dict[tuple[str, str], list[EventItem]] = defaultdict(list)
    for event in events:
        for kind in family(event.type).families:
            for shared in {*event.participants, *([event.place] if event.place else ())}:
                shelves[kind, shared].append(event)
    seen: set[tuple[str, str]] = set()
    for shelf in shelves.values():
        for number, one in enumerate(shelf):
            # The record is in order of time: neighbours are near in time.
            for other in shelf[number + 1 : number + 1 + MANY]:
                pair = (one.id, other.id)
                if pair not in seen:
                    seen.add(pair)
                    yield one, other


def _as_told(event: EventItem) -> Told:
    """Give an event as if one source of its own told it."""
    return Told(
        source_id=event.id,
        local_id=event.id,
        language="",
        type=event.type,
        status=event.status,
        trigger=event.citations[0],
        evidence=event.citations[0],
        date=read_date(event.date),
        place=event.place,
        participants=event.participants,
        details=event.details,
    )
