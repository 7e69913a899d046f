"""Events go in; the occasions on which one state received leaders of several others come out.

An occasion is a summit with the days around it, else a week in which a host received leaders of at
least two states.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sijill.checks.known_days import visit_day
from sijill.documents.document import Status
from sijill.edtf import read_date
from sijill.record.items import EventItem
from sijill.tellings.noted import noted_those
from sijill.tellings.parties import Parties
from sijill.temporal.clock import day_plus
from sijill.workbook import Workbook

#: Who travels as a leader of a state.
LEADERS = ("monarch", "head_of_state", "head_of_government")
_SUMMIT = "summit"
#: Guests of a summit are received some days before or after it.
_AROUND_DAYS = 3
_WEEK_DAYS = 6


@dataclass(frozen=True, slots=True)
class Reception:
    """An event of one host on known days, with the foreign leaders who took part."""

    event: EventItem
    host: str
    first: date
    last: date
    guests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion: its id, its host, its first and last day, and what happened."""

    id: str
    host: str
    first: date
    last: date
    receptions: tuple[Reception, ...]

    @property
    def guests(self) -> tuple[str, ...]:
        """All leaders who took part, each once, in order of time."""
        return tuple(dict.fromkeys(g for r in self.receptions for g in r.guests))


def occasions_of(
    events: Sequence[EventItem], parties: Parties, workbook: Workbook | None = None
) -> list[Occasion]:
    """Give the occasions in order of time; of a lone guest, too: a table may know of others."""
    by_host: dict[str, list[Reception]] = defaultdict(list)
    by_id = {event.id: event for event in events}
    workbook = workbook or Workbook(keeps=False)
    changed = workbook.changed_in("events with receptions", by_id)
    told = noted_those(
        workbook.page("receptions"),
        by_id,
        changed | {event.id for event in events if event.part_of in changed},
        lambda event_id: (by_id[event_id], by_id.get(by_id[event_id].part_of or "")),
        parties,
        _reception,
    )
    for found in told:
        if found is not None:
            by_host[found.host].append(found)
    made = [o for host in sorted(by_host) for o in _occasions(host, by_host[host])]
    return sorted(made, key=lambda o: (o.first, o.host, o.id))


def _reception(event: EventItem, whole: EventItem | None, parties: Parties) -> Reception | None:
    if event.status is not Status.HELD:
        return None
    # A text that tells no day may tell of the one reception that the tables have a day of.
    known = visit_day(event, parties) if event.date is None else None
    day = known.date if known else event.date
    when = read_date(day)
    if when is None or not (when.start and when.end) or (when.end - when.start).days > _WEEK_DAYS:
        return None
    host = host_state(event, {whole.id: whole} if whole else {}, parties)
    if host is None:
        return None
    guests = tuple(
        p
        for p in event.participants
        if parties.kind(p) == "person"
        and parties.country(p) not in (None, host)
        and any(parties.held_role(p, role, day) for role in LEADERS)
    )
    return Reception(event, host, when.start, when.end, guests) if guests else None


def host_state(event: EventItem, by_id: Mapping[str, EventItem], parties: Parties) -> str | None:
    """Give the state that receives: that of the place, of the visit's place, or of the monarch."""
    visit = by_id.get(event.part_of or "")
    for place in (event.place, visit.place if visit else None):
        if (country := parties.country(place)) is not None:
            return country
    return next(
        (
            parties.country(p)
            for p in event.participants
            if event.type == "audience" and parties.held_role(p, "monarch", event.date)
        ),
        None,
    )


def _on(day: date, days: int) -> date:
    """Give the day so many days on, or itself at the end of the calendar."""
    return day_plus(day, days) or day


def _occasions(host: str, receptions: list[Reception]) -> Iterator[Occasion]:
    left = sorted(receptions, key=lambda r: (r.first, r.last, r.event.id))
    starts = [r.first for r in left]
    taken: set[int] = set()
    for number, summit in enumerate(left):
        if summit.event.type != _SUMMIT or len(summit.guests) < 2 or number in taken:
            continue
        first, last = _on(summit.first, -_AROUND_DAYS), _on(summit.last, _AROUND_DAYS)
        # No reception is longer than a week.
        near = range(bisect_left(starts, _on(first, -_WEEK_DAYS)), bisect_right(starts, last))
        own = [at for at in near if at not in taken and first <= left[at].last]
        taken.update(own)
        yield Occasion(summit.event.id, host, first, last, tuple(left[at] for at in own))
    for number, reception in enumerate(left):
        if number in taken:
            continue
        first = reception.first
        end = _on(first, _WEEK_DAYS)
        near = range(number, bisect_right(starts, end))
        own = [at for at in near if at not in taken and left[at].last <= end] or [number]
        taken.update(own)
        last = max(left[at].last for at in own)
        yield Occasion(
            f"week-{host}-{first.isoformat()}", host, first, last, tuple(left[at] for at in own)
        )
