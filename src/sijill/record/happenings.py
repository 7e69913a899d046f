"""The readings of all sources and who is who go in; what they tell comes out as happenings.

Each source is a unit of its own: what it tells depends on its reading and on the people and places
that it names. Only where tellings meet (`merging`) does one source count for another, and then once
more: what a source tells without a day can follow a meeting whose day another source tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from sijill.dates import PartialDate
from sijill.record.completion import complete, headline_cities, people_of
from sijill.record.edtf import read_date
from sijill.record.items import EventItem
from sijill.record.merging import Group, Merger
from sijill.record.noted import noted
from sijill.record.occasions import place_in_day
from sijill.record.pages import Page
from sijill.record.parties import Parties
from sijill.record.regrouping import Happening
from sijill.record.told import Told, tell
from sijill.record.told_lists import tell_encounters, tell_lists, tell_trips
from sijill.record.told_otherwise import tell_otherwise
from sijill.record.told_receptions import misread_guests, tell_receptions
from sijill.record.told_signals import tell_signals
from sijill.record.values import item_of, settle_date
from sijill.record.visit_days import on_days_of_visits
from sijill.workbook import Workbook


def happenings_of(
    pages: Sequence[Page],
    leads: Mapping[str, str],
    sides: Mapping[str, str],
    parties: Parties,
    workbook: Workbook,
    changed: Collection[str],
) -> list[Happening]:
    """Group what all sources tell into happenings, with the values of each settled.

    `leads` and `sides` give for a source the first source of its voice and the country it speaks
    from. `changed` are the ids of entities of which `parties` give another portrait than in the
    build of which `workbook` comes. The same pages in any order give the same.
    """
    pages = sorted(pages, key=lambda page: page.id)
    told = {
        page.id: _told_by(page, leads.get(page.id), sides.get(page.id), parties, workbook)
        for page in pages
    }
    first = workbook.grown("first grouping", Merger)
    groups = first.update(told, parties, changed)
    days = _days_known(groups, workbook)
    again = {
        page.id: _told_again(page, told[page.id], days.get(page.id, ()), parties, workbook)
        for page in pages
    }
    if again != told:
        second = workbook.grown("second grouping", Merger)
        groups = second.update(again, parties, changed)
    return _settled(groups, parties, workbook)


def _told_by(
    page: Page, voice: str | None, side: str | None, parties: Parties, workbook: Workbook
) -> tuple[Told, ...]:
    """Give what one source tells, in its voice."""
    given = page.reading, page.text, page.named, voice, side
    work = partial(_tell, page, voice, side)
    return noted(workbook.page("tellings"), page.id, given, parties, work)


def _tell(page: Page, voice: str | None, side: str | None, parties: Parties) -> tuple[Told, ...]:
    """Give every event as a source tells it, with what it takes for granted."""
    reading, text, readings, texts = page.reading, page.text, [page.reading], {page.id: page.text}
    ids = page.ids
    told = list(tell(readings, texts, ids, parties))
    told += tell_signals(reading, text, ids, parties)
    told += tell_lists(reading, text, ids, parties)
    told += tell_trips(reading, text, ids, parties)
    told += tell_encounters(reading, text, ids)
    told += tell_otherwise(reading, text, ids, parties)
    told += tell_receptions(reading, text, ids, parties)
    misread = misread_guests(reading, text, ids, parties)
    told = [one for one in told if one.local_id not in misread]
    told = on_days_of_visits(told, {page.id: reading}, texts)
    cities = headline_cities(readings, texts, ids, parties)
    people = people_of(readings, ids, parties)
    completed = complete(told, texts, parties, cities=cities, people=people)
    placed = place_in_day(completed, texts, parties)
    return tuple(replace(one, voice=voice, side=side) for one in placed)


#: The days of a source's events that other sources tell, by local id.
Days = tuple[tuple[str, PartialDate], ...]


def _days_known(groups: Sequence[Group], workbook: Workbook) -> dict[str, Days]:
    """Give for each source the days of what it tells, as all that tell of it settle them."""
    page = workbook.page("days settled")
    found: dict[str, list[tuple[str, PartialDate]]] = defaultdict(list)
    for group in groups:
        day: PartialDate | None = page.get(_name_of(group), (group,), partial(_day_of, group))
        if day is not None:
            for one in group.tellings:
                found[one.source_id].append((one.local_id, day))
    return {source_id: tuple(sorted(days, key=_first)) for source_id, days in found.items()}


def _first(pair: tuple[str, PartialDate]) -> str:
    return pair[0]


def _day_of(group: Group) -> PartialDate | None:
    return read_date(settle_date(group.tellings, group.tellings[0].type)[0])


def _name_of(group: Group) -> tuple[str, str, int, str]:
    """Give what tells a group from all others: its most exact telling."""
    told = group.tellings[0]
    return told.source_id, told.local_id, told.trigger.start, told.type


def _told_again(
    page: Page, told: tuple[Told, ...], days: Days, parties: Parties, workbook: Workbook
) -> tuple[Told, ...]:
    """Complete days once more, by what other sources tell of them."""

    def make(noting: Parties) -> tuple[Told, ...]:
        texts, known = {page.id: page.text}, {(page.id, local): day for local, day in days}
        dated = on_days_of_visits(told, {page.id: page.reading}, texts, known=known)
        again = tuple(place_in_day(dated, texts, noting, known=known))
        return told if again == told else again

    if not told:
        return told
    return noted(workbook.page("tellings again"), page.id, (told, days), parties, make)


def _settled(groups: Sequence[Group], parties: Parties, workbook: Workbook) -> list[Happening]:
    """Make the events of all groups, with ids that are each one's own."""
    page = workbook.page("events")
    made: dict[str, Happening] = {}
    for group in groups:
        item: EventItem = noted(page, _name_of(group), (group,), parties, partial(item_of, group))
        number = 2
        base = item.id
        while item.id in made:
            item = replace(item, id=f"{base}-{number}")
            number += 1
        made[item.id] = Happening(group, item)
    return list(made.values())
