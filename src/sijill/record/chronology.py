"""Event items go in; they come out in order of time, each inside the visit it belongs to, with the
few values that a careful reader works out marked as inferred.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sijill.citation import Citation
from sijill.dates import sort_key
from sijill.reading.document import Status
from sijill.record.edtf import length_days, read_date
from sijill.record.families import has_trait
from sijill.record.items import EventItem, Telling
from sijill.record.likeness import LONGEST_VISIT
from sijill.record.parties import Parties

_ALIVE = (Status.HELD, Status.PLANNED)


def in_order(events: Iterable[EventItem]) -> tuple[EventItem, ...]:
    """Sort events by first and last possible day; a whole comes before its parts; undated last.

    Of two on one day the hour told decides (`begins`, HH:MM), then the part of the day.
    """
    return tuple(sorted(events, key=_order))


_PARTS = {
    "morning": "08",
    "forenoon": "10",
    "noon": "12",
    "afternoon": "14",
    "evening": "18",
    "night": "21",
}


def _order(event: EventItem) -> tuple[date, int, int, str, date, str]:
    first, last = _sort_key(event.date)
    hour = str(event.details.get("begins", "")) or _PARTS.get(
        str(event.details.get("part_of_day", "")), "13"
    )
    holds_others = 0 if has_trait(event.type, "host_place") else 1
    undated = 0 if event.date else 1
    return first, undated, holds_others, hour, last, event.id


def _sort_key(edtf: str | None) -> tuple[date, date]:
    when = read_date(edtf)
    if when is None:
        return sort_key(None)
    first, last = when.sort_key
    return (last, last) if when.start is None else (first, last)


def with_parts(events: Sequence[EventItem], parties: Parties) -> list[EventItem]:
    """Say of each event to which visit it belongs, and work out what follows from that.

    A part shares a traveller with the visit, lies in its days and in its country. From the parts
    follow the visit's days where they are not told in full; from the day's other parts follows the
    city of a part whose place is not told. Both are tellings with `inferred`.
    """
    linked = _linked(events, parties)
    by_person: dict[str, list[EventItem]] = defaultdict(list)
    for event in linked:
        for person in _people(event, parties):
            by_person[person].append(event)
    spanned = [_with_span(e, by_person, parties) for e in linked]
    if spanned != linked:
        # A longer stay holds more.
        spanned = _linked(spanned, parties)
    return _with_cities(spanned, parties)


def _linked(events: Sequence[EventItem], parties: Parties) -> list[EventItem]:
    """Say of each event to which visit it belongs."""
    visits = [e for e in events if has_trait(e.type, "host_place") and e.status in _ALIVE]
    by_traveller: dict[str, list[EventItem]] = defaultdict(list)
    for visit in visits:
        for traveller in _people(visit, parties):
            by_traveller[traveller].append(visit)
    parent: dict[str, str] = {}
    for event in events:
        whole = _whole_of(event, by_traveller, parties)
        if whole is not None:
            parent[event.id] = whole.id
    return [_part_of(event, parent.get(event.id)) for event in events]


def _part_of(event: EventItem, whole: str | None) -> EventItem:
    return event if event.part_of == whole else replace(event, part_of=whole)


def _people(event: EventItem, parties: Parties) -> list[str]:
    return [p for p in event.participants if parties.kind(p) == "person"]


def _whole_of(
    event: EventItem, by_traveller: dict[str, list[EventItem]], parties: Parties
) -> EventItem | None:
    when = read_date(event.date)
    if not has_trait(event.type, "part") or when is None or length_days(when) > 31:
        return None
    found = []
    for visit in {v.id: v for p in event.participants for v in by_traveller.get(p, ())}.values():
        if visit.id == event.id or not _may_hold(visit, event, parties):
            continue
        span = read_date(visit.date)
        if span is None:
            continue
        start = span.start or (span.end or date.max) - LONGEST_VISIT
        end = span.end or start + LONGEST_VISIT
        if _told_as_first_day(visit):
            end = start + LONGEST_VISIT
        if start <= (when.start or start) and (when.end or end) <= end:
            found.append(((end - start).days, visit.id, visit))
    return min(found)[2] if found else None


def _told_as_first_day(visit: EventItem) -> bool:
    """Say whether only one day of a visit is told; its parts may lie on later days."""
    span = read_date(visit.date)
    return span is not None and span.is_day


def _may_hold(visit: EventItem, event: EventItem, parties: Parties) -> bool:
    if event.status is Status.HELD and visit.status is not Status.HELD:
        return False
    if has_trait(event.type, "host_place"):
        # A trip to one city inside a visit to its country: fewer days, narrower place.
        outer, inner = read_date(visit.date), read_date(event.date)
        if outer is None or inner is None or length_days(outer) <= length_days(inner):
            return False
        if visit.place is None or event.place is None or visit.place == event.place:
            return False
    if visit.place and event.place:
        return parties.country(visit.place) == parties.country(event.place)
    return True


def _with_span(
    visit: EventItem, by_person: Mapping[str, Sequence[EventItem]], parties: Parties
) -> EventItem:
    """Complete the days of a visit by what its traveller did in its state on the days beside.

    A gap of over two days ends a stay; so does the last day told, if two sources tell it.
    """
    if not has_trait(visit.type, "host_place") or visit.status is not Status.HELD:
        return visit
    span = read_date(visit.date)
    if span is None or not (span.is_day or span.is_interval) or _is_surely_told(visit):
        return visit
    known = [d for d in (span.start, span.end) if d is not None]
    first, last = min(known), max(known)
    days = _days_beside(visit, first, last, by_person, parties)
    gap = timedelta(days=1 if span.start and span.end and not span.is_day else 2)
    used: set[Citation] = set()
    for day in sorted(days):
        if last < day <= last + gap:
            last = day
            used |= days[day]
    for day in sorted(days, reverse=True):
        if first > day >= first - gap and (span.start is None or span.is_day):
            first = day
            used |= days[day]
    if not used or first == last:
        return visit
    edtf = f"{first.isoformat()}/{last.isoformat()}"
    telling = Telling("date", edtf, tuple(sorted(used)), inferred=True)
    return replace(visit, date=edtf, tellings=(*visit.tellings, telling))


def _is_surely_told(visit: EventItem) -> bool:
    """Say whether two sources give the whole stay as it is."""
    sources = {
        c.source_id
        for t in visit.tellings
        if t.field == "date" and t.value == visit.date and ".." not in t.value and "/" in t.value
        for c in t.citations
    }
    return len(sources) > 1


def _days_beside(
    visit: EventItem,
    first: date,
    last: date,
    by_person: Mapping[str, Sequence[EventItem]],
    parties: Parties,
) -> dict[date, set[Citation]]:
    """Give the days near a stay on which its traveller took part in something in its state."""
    state = parties.country(visit.place)
    days: dict[date, set[Citation]] = defaultdict(set)
    for event in (e for p in _people(visit, parties) for e in by_person.get(p, ())):
        when = read_date(event.date)
        if when is None or not when.is_day or when.start is None:
            continue
        if event.status is not Status.HELD or not has_trait(event.type, "part"):
            continue
        if has_trait(event.type, "host_place"):
            continue
        here = event.part_of == visit.id or (
            state is not None and event.place and parties.country(event.place) == state
        )
        if here and first - LONGEST_VISIT <= when.start <= last + LONGEST_VISIT:
            days[when.start].update(event.citations)
    return days


def _with_cities(events: Sequence[EventItem], parties: Parties) -> list[EventItem]:
    """Give a dated part without a place the one city in which all of that day's others were."""
    cities: dict[tuple[str, str], dict[str, set[Citation]]] = defaultdict(lambda: defaultdict(set))
    for event in events:
        city = parties.city(event.place)
        when = read_date(event.date)
        if city and when and when.is_day and has_trait(event.type, "part"):
            for person in _people(event, parties):
                cities[person, when.edtf][city].update(event.citations)
    result = []
    for event in events:
        when = read_date(event.date)
        vague = event.place is None or parties.is_state(event.place)
        if not (vague and when and when.is_day and has_trait(event.type, "part")):
            result.append(event)
            continue
        options: dict[str, set[Citation]] = defaultdict(set)
        for person in _people(event, parties):
            for city, cited in cities.get((person, when.edtf), {}).items():
                options[city] |= cited
        fits = [c for c in options if event.place is None or parties.covers(event.place, c)]
        if len(options) != 1 or not fits or has_trait(event.type, "host_place"):
            result.append(event)
            continue
        telling = Telling("place", fits[0], tuple(sorted(options[fits[0]])), inferred=True)
        result.append(replace(event, place=fits[0], tellings=(*event.tellings, telling)))
    return result
