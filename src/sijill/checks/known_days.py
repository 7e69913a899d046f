"""An event of the record goes in; the day on which it was comes out, with what knows it: the event
itself, another telling of it, or a reference table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijill.documents.document import Reading, Status
from sijill.edtf import days_apart, read_date
from sijill.event_types import has_trait
from sijill.record.items import EventItem
from sijill.record.material import Material
from sijill.record.visits import TRIP_DAYS, VisitRow, visits
from sijill.tellings.families import may_name_one
from sijill.tellings.parties import Parties
from sijill.tellings.reference import milestones

#: Who receives at which kinds of meeting, and the cell of the table of visits that has its day.
RECEIVERS = (
    (("audience", "courtesy_call"), "monarch", "monarch_date"),
    (("talks", "courtesy_call", "summit"), "head_of_government", "hog_date"),
)


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A date (EDTF), the other event of the record that has it, and a table's addresses."""

    date: str
    other: str | None = None
    addresses: tuple[str, ...] = ()


def known_day(event: EventItem, material: Material) -> KnownDay | None:
    """Give the date of an event: its own, that of its dated twin, else of a reference table."""
    if event.date is not None:
        return KnownDay(event.date)
    twin = _dated_twin(event, material)
    if twin is not None and twin.date is not None:
        return KnownDay(twin.date, twin.id)
    return _milestone_day(event, material.parties) or visit_day(event, material.parties)


def written_after(reading: Reading, material: Material) -> str | None:
    """Give a day (EDTF) before which a text cannot have been written, for one without a date.

    That is the last day of what it tells as done.
    """
    days = []
    for event in reading.events:
        item = material.events_by_id.get(
            material.event_by_local.get(f"{reading.source_id}#{event.id}", "")
        )
        if item is None or item.status is not Status.HELD or event.status is not Status.HELD:
            continue
        known = known_day(item, material)
        when = read_date(known.date) if known else None
        if when is not None and when.start is not None:
            days.append(when.start)
    return max(days).isoformat() if days else None


def visit_rows(
    guest: str, hosts: Sequence[str], parties: Parties, near: str | None = None
) -> list[VisitRow]:
    """Give the rows of the table of visits that can be a guest's visit to these hosts.

    `hosts` are people: a visit counts when each held the post in which the table says that the
    guest was received, on that day. `near` is a date in or soon after the visit, if one is known.
    """
    country = parties.country(guest)
    states = {parties.country(host) for host in hosts}
    names = (parties.describe(guest, "en"), parties.spellings(guest))
    when = read_date(near)
    found = []
    for row in visits():
        day = read_date(row.day)
        if row.host not in states or row.country != country or day is None:
            continue
        if row.guest != names[0] and row.guest not in names[1]:
            continue
        if when is not None and days_apart(when, day) > TRIP_DAYS:
            continue
        if all(_received(row, host, parties) for host in hosts):
            found.append(row)
    return found


def _received(row: VisitRow, host: str, parties: Parties) -> bool:
    """Say whether a host can be who received in this row: in post on the day that the row has.

    A post that a text tells without a time counts only where no term of it is known.
    """
    for _, role, cell in RECEIVERS:
        when = read_date(getattr(row, cell))
        posts = [o for o in parties.posts_at(host, None) if o.post == role]
        terms = [t for o in posts if (t := read_date(o.time)) is not None]
        if when is not None and (any(t.may_equal(when) for t in terms) if terms else posts):
            return True
    return False


def visit_day(event: EventItem, parties: Parties) -> KnownDay | None:
    """Give the day of an undated audience or talks from the one visit that it can belong to."""
    people = [p for p in event.participants if parties.kind(p) == "person"]
    if len(people) != 2:
        return None
    found = []
    for types, role, cell in RECEIVERS:
        if event.type not in types:
            continue
        for host, guest in (people, people[::-1]):
            if parties.held_role(host, role, None):
                rows = visit_rows(guest, [host], parties)
                found += [(row, cell) for row in rows if getattr(row, cell)]
    if len(found) != 1:
        return None
    row, cell = found[0]
    return KnownDay(getattr(row, cell), None, row.cell_addresses.get(cell, ()))


def _dated_twin(item: EventItem, material: Material) -> EventItem | None:
    """Give the dated event of the record that must be the same thing that happens once.

    Two such events with other dates are a doubt: then none is given.
    """
    if not has_trait(item.type, "once"):
        return None
    parties = material.parties
    where = _states(item, parties)
    found = [
        e
        for e in material.lookup.with_trait("once")
        if e.date is not None
        and e.status is Status.HELD
        and may_name_one(e.type, item.type)
        and (e.place == item.place if e.place and item.place else bool(where & _states(e, parties)))
    ]
    return found[0] if len({e.date for e in found}) == 1 else None


def _states(event: EventItem, parties: Parties) -> set[str]:
    ids = [*event.participants, *([event.place] if event.place else [])]
    return {c for c in map(parties.country, ids) if c}


def _milestone_day(item: EventItem, parties: Parties) -> KnownDay | None:
    """Give the day that the milestones have for a thing that happens once, at its place."""
    if not has_trait(item.type, "once"):
        return None
    place = parties.register_id(item.place) if item.place else None
    states = _states(item, parties)
    alike = [
        fact
        for fact in milestones()
        if fact.held and may_name_one(fact.type, item.type) and has_trait(fact.type, "once")
    ]
    facts = [f for f in alike if place and f.place_id == place]
    facts = facts or [f for f in alike if f.country in states]
    if len({fact.date for fact in facts}) != 1:
        return None
    return KnownDay(facts[0].date, None, facts[0].addresses)
