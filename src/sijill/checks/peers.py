"""A record's events and the reference tables go in; guests of one occasion side by side come out:
who was received by whom, where, how long, with a meal or not, on one day or on two.

What neither a source nor a table tells is not known, and never a "no".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sijill.checks.occasions_of_hosts import Occasion, Reception, occasions_of
from sijill.citation import Citation
from sijill.edtf import read_date
from sijill.event_types import types_with
from sijill.record.items import EventItem
from sijill.record.material import Material
from sijill.record.peer_rows import PeerRow, PeerValue
from sijill.record.visits import VisitRow
from sijill.tables import open_table
from sijill.tellings.noted import noted_those
from sijill.tellings.parties import Parties
from sijill.workbook import Workbook

_MEETINGS = types_with("received")
_HEADS = ("monarch", "head_of_state")
_NEAR_DAYS = 2


@dataclass
class _Guest:
    """What is gathered of one guest: feature, value, and what each stands on."""

    entity: str | None
    name: str
    country: str
    told: dict[tuple[str, str], tuple[set[Citation], set[str]]] = field(default_factory=dict)

    def tell(
        self, feature: str, value: str, citations: Iterable[Citation], addresses: Iterable[str] = ()
    ) -> None:
        words, rows = self.told.setdefault((feature, value), (set(), set()))
        words.update(citations)
        rows.update(addresses)

    def values(self, feature: str) -> list[str]:
        return sorted(value for name, value in self.told if name == feature)


def peers_of(material: Material, workbook: Workbook | None = None) -> tuple[PeerRow, ...]:
    """Give a row for each guest of each occasion that had guests from at least two states."""
    workbook = workbook or Workbook(keeps=False)
    occasions = {o.id: o for o in occasions_of(material.events, material.parties, workbook)}
    rows = noted_those(
        workbook.page("peers"),
        occasions,
        occasions,
        lambda occasion_id: (occasions[occasion_id], material.visits),
        material.parties,
        _side_by_side,
    )
    return tuple(row for some in rows for row in some)


def _side_by_side(
    occasion: Occasion, visits: Sequence[VisitRow], parties: Parties
) -> tuple[PeerRow, ...]:
    """Give the rows of one occasion, from its events and the tables; none for guests of a state."""
    guests = [_from_record(g, occasion, parties) for g in occasion.guests]
    _add_table_rows(guests, occasion, visits, parties)
    return tuple(_rows(guests, occasion)) if len({g.country for g in guests}) > 1 else ()


def _from_record(guest: str, occasion: Occasion, parties: Parties) -> _Guest:
    found = _Guest(guest, parties.describe(guest, "en"), str(parties.country(guest)))
    for reception in occasion.receptions:
        if reception.guests == (guest,):
            _tell_reception(found, reception, parties)
    return found


def _tell_reception(guest: _Guest, reception: Reception, parties: Parties) -> None:
    """Tell what one event of this guest alone shows."""
    event = reception.event
    roles = {
        role
        for p in event.participants
        if parties.country(p) == reception.host
        for role in (*_HEADS, "head_of_government", "heir")
        if parties.held_role(p, role, event.date)
    }
    by_head = bool(roles & {*_HEADS}) or event.type == "audience"
    when = read_date(event.date)
    if event.type in _MEETINGS and when is not None and when.is_day:
        feature = "received" if by_head else "government"
        if by_head or "head_of_government" in roles:
            _tell_field(guest, feature, event, "date", event.date)
    if event.type in _MEETINGS and by_head:
        if event.place and not parties.is_state(event.place):
            _tell_field(guest, "received_at", event, "place", event.place)
        _tell_field(guest, "received_minutes", event, "minutes", event.details.get("minutes"))
    if event.type == "banquet" and by_head:
        _tell_field(guest, "received_meal", event, "meal", event.details.get("meal"))
    if "heir" in roles:
        heirs = {
            p
            for p in event.participants
            if parties.country(p) == reception.host and parties.held_role(p, "heir", event.date)
        }
        words = _words(event, "participants", heirs)
        guest.tell("crown_prince", "yes", words or event.citations)
    if event.type == "visit":
        told = event.details.get("visit_format")
        _tell_field(guest, "visit_format", event, "visit_format", told)
    if "guard_of_honour" in event.signals:
        guest.tell("guard_of_honour", "yes", _words(event, "signals", {"guard_of_honour"}))


def _tell_field(
    guest: _Guest, feature: str, event: EventItem, name: str, value: str | int | float | None
) -> None:
    """Tell a field's value, and where sources differ on it all of their values."""
    if value is None:
        return
    if name in event.disputed:
        for telling in event.tellings:
            if telling.field == name:
                guest.tell(feature, telling.value, telling.citations)
        return
    guest.tell(feature, str(value), _words(event, name, {str(value)}) or event.citations)


def _words(event: EventItem, name: str, values: set[str]) -> list[Citation]:
    return [
        citation
        for telling in event.tellings
        if telling.field == name and telling.value in values
        for citation in telling.citations
    ]


# -- from the tables ---------------------------------------------------------------------------


def _add_table_rows(
    guests: list[_Guest], occasion: Occasion, visits: Sequence[VisitRow], parties: Parties
) -> None:
    """Add what the tables know of the occasion's guests, and guests that the record lacks."""
    for row in visits:
        when = read_date(row.when)
        if row.host != occasion.host or when is None or not (when.start and when.end):
            continue
        if not when.is_day or not _is_within(when.start, occasion):
            continue
        same = [g for g in guests if g.country == row.country]
        same = [g for g in same if _is_guest(row, g, parties)] or same
        guest = same[0] if len(same) == 1 else None
        if guest is None and not same:
            guest = _Guest(None, row.guest, row.country)
            guests.append(guest)
        if guest is not None:
            _tell_row(guest, row, parties)
    guests.sort(key=lambda g: (g.values("received") or ["9"], g.country, g.name))


def _is_within(day: date, occasion: Occasion) -> bool:
    before, behind = (occasion.first - day).days, (day - occasion.last).days
    return before <= _NEAR_DAYS and behind <= _NEAR_DAYS


def _is_guest(row: VisitRow, guest: _Guest, parties: Parties) -> bool:
    return guest.name == row.guest or row.guest in parties.spellings(guest.entity or "")


def _tell_row(guest: _Guest, row: VisitRow, parties: Parties) -> None:
    for feature in open_table("protocol/peer_features.tsv", ("feature", "column")):
        column = feature["column"]
        if not column:
            continue
        told = getattr(row, column)
        own = {} if told is None else {str(told): row.cell_addresses.get(column) or row.addresses}
        for value, addresses in (row.differing.get(column) or own).items():
            _tell_cell(guest, feature["feature"], value, row.host, addresses, parties)


def _tell_cell(
    guest: _Guest,
    feature: str,
    value: str,
    host: str,
    addresses: Sequence[str],
    parties: Parties,
) -> None:
    """Tell a cell; where the record has the same value the cell's addresses stand beside it."""
    if feature == "crown_prince":
        value = "yes"
    if feature == "received_at":
        value = _place(host, value)
    for known in guest.values(feature):
        one, other = read_date(known), read_date(value)
        finer = one is not None and other is not None and other.covers(one)
        if finer or (feature == "received_at" and parties.covers(known, value)):
            value = known
    guest.tell(feature, value, (), addresses)


def _place(host: str, word: str) -> str:
    for row in open_table("protocol/host_venues.tsv", ("country", "sense", "place")):
        if (row["country"], row["sense"]) == (host, word):
            return row["place"]
    return word


# -- side by side --------------------------------------------------------------------------------


def _rows(guests: Sequence[_Guest], occasion: Occasion) -> Iterator[PeerRow]:
    order = [r["feature"] for r in open_table("protocol/peer_features.tsv", ("feature",))]
    for guest in guests:
        _tell_one_day(guest)
    for guest in guests:
        values = [
            PeerValue(
                feature,
                value,
                tuple(sorted(words)),
                tuple(sorted(rows)),
                inferred=feature == "one_day",
                alone=_is_alone(feature, value, guest, guests),
            )
            for (feature, value), (words, rows) in guest.told.items()
        ]
        values.sort(key=lambda v: (order.index(v.feature), v.value))
        row = PeerRow(occasion.id, occasion.host, guest.entity, guest.name, guest.country)
        yield replace(row, values=tuple(values))


def _tell_one_day(guest: _Guest) -> None:
    """Say whether both received on one day, where each day is known and told one way."""
    received, government = guest.values("received"), guest.values("government")
    if len(received) != 1 or len(government) != 1:
        return
    words: set[Citation] = set()
    rows: set[str] = set()
    for key in (("received", received[0]), ("government", government[0])):
        words |= guest.told[key][0]
        rows |= guest.told[key][1]
    guest.tell("one_day", "yes" if received == government else "no", words, rows)


def _is_alone(feature: str, value: str, guest: _Guest, guests: Sequence[_Guest]) -> bool:
    others = [other.values(feature) for other in guests if other is not guest]
    if guest.values(feature) != [value]:
        return False
    return all(others) and not any(value in told for told in others) and len(others) > 1
