"""The package's reference tables go in; dated facts with their own addresses come out.

Reference facts can stand against a claim or be counted; they are not sources, so they never become
items of a record.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sijill.dates import PartialDate, parse_edtf
from sijill.tables import cell_list, open_table


@dataclass(frozen=True, slots=True)
class Milestone:
    """One dated fact: `people` are English names, `roles` (role, country) in the same order.

    `held` is False where only a notice written beforehand was seen.
    """

    date: str
    type: str
    held: bool
    people: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    place: str
    place_id: str
    country: str
    what: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A region, its states, and whether it is what "our region" means for them."""

    id: str
    countries: frozenset[str]
    is_subregion: bool


@dataclass(frozen=True, slots=True)
class CompleteList:
    """A list that a named body declares complete: its first entry, and the days of all of them.

    `declared_by` is the body's id in the register, or its name. `dates` are EDTF, in order;
    `until` is the last day for which it is complete, None for an open end.
    """

    id: str
    type: str
    role: str
    country: str
    of_women: bool
    series: str
    first_date: str
    first_person: str
    place_id: str
    declared_by: str
    address: str
    dates: tuple[str, ...] = ()
    until: str | None = None


@cache
def milestones() -> tuple[Milestone, ...]:
    """Give the dated reference facts, in the order of the table."""
    columns = ("date", "type", "status", "participants", "roles", "place", "place_id", "country")
    rows = open_table("protocol/milestones.tsv", (*columns, "what"))
    found = []
    for row in rows:
        pairs = [part.partition(":")[::2] for part in cell_list(row["roles"])]
        roles = tuple((r if r != "-" else "", c if c != "-" else "") for r, c in pairs)
        people = tuple(p if p != "-" else "" for p in cell_list(row["participants"]))
        found.append(
            Milestone(
                row["date"],
                row["type"],
                row["status"] == "held",
                people,
                roles,
                row["place"],
                row["place_id"],
                row["country"],
                row["what"],
                cell_list(row["source"]),
            )
        )
    return tuple(found)


@cache
def regions() -> dict[str, Region]:
    """Give all regions by id."""
    rows = open_table("protocol/regions.tsv", ("id", "kind", "countries"))
    return {
        row["id"]: Region(
            row["id"], frozenset(cell_list(row["countries"])), row["kind"] == "subregion"
        )
        for row in rows
    }


def region_of(country: str | None) -> Region | None:
    """Give the subregion a state lies in, or None."""
    return next((r for r in regions().values() if r.is_subregion and country in r.countries), None)


@cache
def _formats() -> dict[str, list[tuple[PartialDate | None, tuple[str, ...]]]]:
    """Give the members of each format with the day from which they were, the first ones first."""
    formats: dict[str, list[tuple[PartialDate | None, tuple[str, ...]]]] = {}
    for row in open_table("protocol/format_members.tsv", ("body", "members", "since")):
        since = parse_edtf(row["since"]) if row["since"] else None
        formats.setdefault(row["body"], []).append((since, cell_list(row["members"])))
    return formats


def format_ids() -> frozenset[str]:
    """Give the register ids of the meeting formats whose members are known."""
    return frozenset(_formats())


def format_members(body: str | None, date: PartialDate | None) -> tuple[str, ...]:
    """Give the member states (country codes) of a meeting format, `body`, at a date.

    `body` is a register id. Without a date they are the newest that are known. Empty where the
    body is no format, and where its members of that date are not known.
    """
    known = _formats().get(body or "", [])
    if date is None:
        return known[-1][1] if known else ()
    begun = [
        members
        for since, members in known
        if since is None or since.sort_key[1] <= date.sort_key[0]
    ]
    return begun[-1] if begun else ()


@cache
def complete_lists() -> tuple[CompleteList, ...]:
    """Give the lists that somebody declares complete."""
    columns = ("id", "type", "role", "country", "woman", "series", "first_date", "first_person")
    rows = open_table(
        "protocol/complete_lists.tsv", (*columns, "place_id", "declared_by", "dates", "until")
    )
    return tuple(
        CompleteList(
            row["id"],
            row["type"],
            row["role"],
            row["country"],
            row["woman"] == "1",
            row["series"],
            row["first_date"],
            row["first_person"],
            row["place_id"],
            row["declared_by"],
            row["source"],
            cell_list(row["dates"]) or (row["first_date"],),
            row["until"] or None,
        )
        for row in rows
    )


@cache
def anchor_dates() -> dict[tuple[str, str], tuple[str, str]]:
    """Give dated turning points: (country, anchor) to (EDTF, source)."""
    rows = open_table("protocol/anchors.tsv", ("country", "anchor", "date"))
    return {(row["country"], row["anchor"]): (row["date"], row["source"]) for row in rows}


def official_falls(between: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Give the periods in which an official series of a pair fell: (EDTF, change, address)."""
    pair = sorted(between)
    rows = open_table(
        "protocol/official_series.tsv", ("between", "series", "date", "change_percent")
    )
    return [
        (row["date"], row["change_percent"], row["source"])
        for row in rows
        if list(cell_list(row["between"])) == pair and float(row["change_percent"]) < 0
    ]
