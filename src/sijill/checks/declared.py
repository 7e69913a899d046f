"""A claim of being first or only goes in; the user's table that bears it out comes out, or None.

Only a table that a named body declares complete can do so, and only for the guests, the host, the
roles and the time that it is complete for.
"""

from __future__ import annotations

from dataclasses import dataclass

from sijill.checks.populations import Population
from sijill.checks.understanding import Understood
from sijill.dates import PartialDate
from sijill.edtf import days_apart, read_date, starts_before
from sijill.record.material import Material
from sijill.record.own_tables import OwnTable
from sijill.record.visits import TRIP_DAYS, VisitRow
from sijill.tellings.families import is_same_kind
from sijill.tellings.parties import Parties
from sijill.tellings.reference import anchor_dates


@dataclass(frozen=True, slots=True)
class Borne:
    """A table that bears a claim out, and its row for the claim's own visit."""

    table: OwnTable
    row: VisitRow


def bearing_table(
    understood: Understood, population: Population, material: Material, *, later_too: bool = False
) -> Borne | None:
    """Give the table that has the claim's own visit and no earlier one (`later_too`: no other).

    A table of all visits bears out what is claimed of some of them as well: where nobody came
    before, nobody came on a state visit or to one city.
    """
    parties = material.parties
    roles = {role for role in understood.roles if role != "state"}
    hosts = {parties.country(venue) for venue in understood.venues}
    if not understood.types or not all(is_same_kind("visit", t) for t in understood.types):
        return None
    if len(hosts) != 1 or not roles or understood.before is None:
        return None
    host = str(next(iter(hosts)))
    guests = population.countries
    if len(understood.populations) > 1:
        # "The first head of state" names no state: read of one state it can be contradicted, but
        # it is borne out only by a table of all.
        guests = None
    elif population.person is not None:
        country = parties.country(population.person)
        guests = frozenset({country}) if country else None
    for table in material.own_tables:
        if not table.is_complete_for(host, guests, roles):
            continue
        if not _covers(table, guests, understood.before):
            continue
        rows = [
            row
            for row in table.rows
            if row.host == host and row.role in roles and _is_of(row, guests, population, parties)
        ]
        own = [row for row in rows if _is_itself(row, understood.before)]
        if len(own) != 1:
            continue
        others = [row for row in rows if row is not own[0]]
        if not any(later_too or not _is_later(row, understood.before) for row in others):
            return Borne(table, own[0])
    return None


def _is_of(
    row: VisitRow, guests: frozenset[str] | None, population: Population, parties: Parties
) -> bool:
    """Say whether a row may be one of the population's; of a person by the terms held."""
    if guests is not None and row.country not in guests:
        return False
    person = population.person
    return person is None or parties.held_role(person, row.role, row.when)


def _is_itself(row: VisitRow, when: PartialDate) -> bool:
    day = read_date(row.when)
    return day is not None and days_apart(day, when) <= TRIP_DAYS


def _is_later(row: VisitRow, when: PartialDate) -> bool:
    day = read_date(row.when)
    return day is not None and starts_before(when, day)


def _covers(table: OwnTable, guests: frozenset[str] | None, when: PartialDate) -> bool:
    """Say whether a table reaches from the beginning to a date.

    The beginning is an open one, or not later than the independence of each of the states.
    """
    window = read_date(table.window)
    if window is None or window.sort_key[1] < when.sort_key[0]:
        return False
    if window.start is None:
        return True
    for country in guests or ():
        found = anchor_dates().get((country, "independence"))
        begun = read_date(found[0]) if found else None
        if begun is None or begun.sort_key[0] < window.start:
            return False
    return guests is not None
