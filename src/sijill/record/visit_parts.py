"""Event items go in; to which visit each belongs comes out, and what follows from that: the days of
a visit, and the city of a part, each marked as inferred.

What one event needs: the visits of its people about its days (`Wholes`), of a visit what its people
did about its days (`Spans`), of a part without a place what they did on that day (`Cities`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sijill.citation import Citation
from sijill.dates import PartialDate
from sijill.documents.document import Status
from sijill.edtf import length_days, read_date
from sijill.event_types import has_trait
from sijill.record.derived import Derived, Rule
from sijill.record.items import EventItem, Telling
from sijill.tellings.likeness import LONGEST_VISIT
from sijill.tellings.parties import Parties
from sijill.temporal.clock import day_plus

_ALIVE = (Status.HELD, Status.PLANNED)
#: A part is told to within these days.
_PART_DAYS = 31
#: A date of more months is looked up under none of them, but as one of any time.
_MOST_MONTHS = 24
_ANY_TIME = -1
#: Somebody in a month.
Key = tuple[str, int]


class VisitParts:
    """Events with the visits they belong to, and what follows from that, kept up to date."""

    def __init__(self) -> None:
        self._given: dict[str, EventItem] = {}
        self._steps = [Derived() for _ in range(4)]

    def update(
        self, events: Sequence[EventItem], parties: Parties, changed: Collection[str] = ()
    ) -> list[EventItem]:
        """Take these events, those of before that are not among them no more; ids are unique.

        `changed` are the ids of those of whom `parties` give another portrait than at the last
        update. Events come in the order given.
        """
        given = {event.id: event for event in events}
        others: dict[str, EventItem | None] = {
            i: event for i, event in given.items() if not _is_same(self._given.get(i), event)
        }
        others |= {i: None for i in self._given if i not in given}
        self._given = given
        anew = [e.id for e in events if _tells_of(e, changed, parties)] if changed else []
        # A longer stay holds more: what belongs to it is asked again when its days are known.
        rules: list[Rule] = [Wholes(parties), Spans(parties), Wholes(parties), Cities(parties)]
        for step, rule in zip(self._steps, rules, strict=True):
            others = step.update(rule, others, anew)
        return [self._steps[-1].made[event.id] for event in events]


def _is_same(before: EventItem | None, event: EventItem) -> bool:
    return before is event or before == event


def _tells_of(event: EventItem, others: Collection[str], parties: Parties) -> bool:
    places = (event.place, *parties.within(event.place)) if event.place else ()
    return any(i in others for i in (*places, *event.participants))


@dataclass(frozen=True, slots=True)
class Wholes:
    """To which visit an event belongs: the shortest of its people's that holds its days."""

    parties: Parties

    def gives(self, event: EventItem) -> Iterator[Key]:
        """Give a visit's people in the months in which it may hold something."""
        stay = _may_last(event) if event.status in _ALIVE and _is_visit(event) else None
        if stay is not None:
            for month in _months(*stay):
                yield from ((person, month) for person in _people(event, self.parties))

    def asks(self, event: EventItem) -> Iterator[Key]:
        """Give those who take part, in the month of an event that may belong to a visit."""
        when = _as_part(event)
        if when is not None and when.start is not None:
            for month in (_month(when.start), _ANY_TIME):
                yield from ((participant, month) for participant in event.participants)

    def make(self, event: EventItem, near: Sequence[EventItem]) -> EventItem:
        """Give the event as a part of the shortest visit that may hold it, or of none."""
        stays = {
            visit.id: stay
            for visit in near
            if visit.id != event.id and (stay := _may_last(visit)) is not None
            if _lies_in(event, stay) and _may_hold(visit, event, self.parties)
        }
        whole = min(stays, key=lambda i: (stays[i][1] - stays[i][0], i), default=None)
        return event if event.part_of == whole else replace(event, part_of=whole)


def _as_part(event: EventItem) -> PartialDate | None:
    """Give the date of an event that may be a part of a visit, if it is told finely enough."""
    when = read_date(event.date)
    if not has_trait(event.type, "part") or when is None or length_days(when) > _PART_DAYS:
        return None
    return when


def _may_last(visit: EventItem) -> tuple[date, date] | None:
    """Give the first and the last day on which a visit may hold something, where it has a date."""
    span = read_date(visit.date)
    if span is None:
        return None
    start = span.start or day_plus(span.end or date.max, -LONGEST_VISIT.days) or date.min
    if span.end is not None and not span.is_day:
        return start, span.end
    # Where only one day of it is told, its parts may lie on later ones.
    return start, day_plus(start, LONGEST_VISIT.days) or date.max


def _lies_in(event: EventItem, stay: tuple[date, date]) -> bool:
    when = _as_part(event)
    return when is not None and stay[0] <= when.sort_key[0] and when.sort_key[1] <= stay[1]


def _may_hold(visit: EventItem, event: EventItem, parties: Parties) -> bool:
    if event.status is Status.HELD and visit.status is not Status.HELD:
        return False
    if _is_visit(event):
        # A trip to one city inside a visit to its country: fewer days, narrower place.
        outer, inner = read_date(visit.date), read_date(event.date)
        if outer is None or inner is None or length_days(outer) <= length_days(inner):
            return False
        if visit.place is None or event.place is None or visit.place == event.place:
            return False
    if visit.place and event.place:
        return parties.country(visit.place) == parties.country(event.place)
    return True


@dataclass(frozen=True, slots=True)
class Spans:
    """The days of a visit by what its traveller did in its state on the days beside.

    A gap of over two days ends a stay; so does the last day told, if two sources tell it.
    """

    parties: Parties

    def gives(self, event: EventItem) -> Iterator[Key]:
        """Give the people of what was held on one day, in the month of that."""
        day = _day_of_held_part(event)
        if day is not None:
            for month in (_month(day), _ANY_TIME):
                yield from ((person, month) for person in _people(event, self.parties))

    def asks(self, event: EventItem) -> Iterator[Key]:
        """Give the people of a visit that is not told in full, in the months about it."""
        stay = _to_be_completed(event)
        if stay is not None:
            first, last = _known_days(stay)
            for month in _months(first, last, beside=1):
                yield from ((person, month) for person in _people(event, self.parties))

    def make(self, event: EventItem, near: Sequence[EventItem]) -> EventItem:
        """Give a visit with its days, as a telling that is inferred."""
        span = _to_be_completed(event)
        if span is None:
            return event
        first, last = _known_days(span)
        days = _days_beside(event, first, last, near, self.parties)
        gap = 1 if span.start and span.end and not span.is_day else 2
        used: set[Citation] = set()
        for day in sorted(days):
            if 0 < (day - last).days <= gap:
                last = day
                used |= days[day]
        for day in sorted(days, reverse=True):
            if 0 < (first - day).days <= gap and (span.start is None or span.is_day):
                first = day
                used |= days[day]
        if not used or first == last:
            return event
        edtf = f"{first.isoformat()}/{last.isoformat()}"
        telling = Telling("date", edtf, tuple(sorted(used)), inferred=True)
        return replace(event, date=edtf, tellings=(*event.tellings, telling))


def _to_be_completed(visit: EventItem) -> PartialDate | None:
    """Give the date of a visit that was held, if its days are told, but not surely all."""
    if not _is_visit(visit) or visit.status is not Status.HELD:
        return None
    span = read_date(visit.date)
    if span is None or not (span.is_day or span.is_interval) or _is_surely_told(visit):
        return None
    return span


def _known_days(span: PartialDate) -> tuple[date, date]:
    known = [day for day in (span.start, span.end) if day is not None]
    return min(known), max(known)


def _is_surely_told(visit: EventItem) -> bool:
    """Say whether two sources give the whole stay as it is."""
    sources = {
        c.source_id
        for t in visit.tellings
        if t.field == "date" and t.value == visit.date and ".." not in t.value and "/" in t.value
        for c in t.citations
    }
    return len(sources) > 1


def _day_of_held_part(event: EventItem) -> date | None:
    """Give the day of what was held on one day and is no visit itself."""
    when = read_date(event.date)
    if when is None or not when.is_day or event.status is not Status.HELD:
        return None
    return when.start if has_trait(event.type, "part") and not _is_visit(event) else None


def _days_beside(
    visit: EventItem, first: date, last: date, near: Sequence[EventItem], parties: Parties
) -> Mapping[date, set[Citation]]:
    """Give the days near a stay on which its traveller took part in something in its state."""
    state = parties.country(visit.place)
    days: dict[date, set[Citation]] = defaultdict(set)
    for event in near:
        day = _day_of_held_part(event)
        here = event.part_of == visit.id or (
            state is not None and event.place and parties.country(event.place) == state
        )
        if here and day and first - day <= LONGEST_VISIT and day - last <= LONGEST_VISIT:
            days[day].update(event.citations)
    return days


@dataclass(frozen=True, slots=True)
class Cities:
    """The city of a part that is told without: the one in which all others of that day were."""

    parties: Parties

    def gives(self, event: EventItem) -> Iterator[tuple[str, str]]:
        """Give the people of what is told to have been in a city on one day, with the day."""
        day = _day_of_part(event)
        if day is not None and self.parties.city_of_record(event.place):
            yield from ((person, day) for person in _people(event, self.parties))

    def asks(self, event: EventItem) -> Iterator[tuple[str, str]]:
        """Give the people of an event of which the day is told, but of the place only the state."""
        day = _day_of_part(event)
        vague = event.place is None or self.parties.is_state(event.place)
        if day is not None and vague and not _is_visit(event):
            yield from ((person, day) for person in _people(event, self.parties))

    def make(self, event: EventItem, near: Sequence[EventItem]) -> EventItem:
        """Give the event with its city, as a telling that is inferred."""
        options: dict[str, set[Citation]] = defaultdict(set)
        for other in near:
            options[self.parties.city_of_record(other.place) or ""].update(other.citations)
        fits = [c for c in options if event.place is None or self.parties.covers(event.place, c)]
        if len(options) != 1 or not fits:
            return event
        telling = Telling("place", fits[0], tuple(sorted(options[fits[0]])), inferred=True)
        return replace(event, place=fits[0], tellings=(*event.tellings, telling))


def _day_of_part(event: EventItem) -> str | None:
    when = read_date(event.date)
    return when.edtf if when and when.is_day and has_trait(event.type, "part") else None


def _is_visit(event: EventItem) -> bool:
    return has_trait(event.type, "host_place")


def _people(event: EventItem, parties: Parties) -> list[str]:
    return [p for p in event.participants if parties.kind(p) == "person"]


def _months(first: date, last: date, *, beside: int = 0) -> Sequence[int]:
    """Give the months between two days, and those beside; of very many only any time is left."""
    found = range(_month(first) - beside, _month(last) + beside + 1)
    return found if len(found) <= _MOST_MONTHS else [_ANY_TIME]


def _month(day: date) -> int:
    return 12 * day.year + day.month
