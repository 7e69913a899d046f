"""The readings of all sources and who is who go in; what they tell comes out as happenings.

Each source is a unit of its own: what it tells depends on its reading and on the people and places
that it names. Only where tellings meet (`merging`) does one source count for another, and then once
more: what a source tells without a day can follow a meeting whose day another source tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from sijill.dates import PartialDate
from sijill.edtf import read_date
from sijill.reading.document import MentionKind
from sijill.record.pages import Page
from sijill.record.regrouping import Happening
from sijill.record.values import item_of, settle_date
from sijill.tellings.completion import complete, headline_cities, people_of
from sijill.tellings.merging import Group, Merger
from sijill.tellings.noted import noted_each
from sijill.tellings.occasions import place_in_day
from sijill.tellings.parties import Parties
from sijill.tellings.told import Told, tell
from sijill.tellings.told_lists import tell_encounters, tell_lists, tell_trips
from sijill.tellings.told_otherwise import tell_otherwise
from sijill.tellings.told_receptions import misread_guests, tell_receptions
from sijill.tellings.told_signals import tell_signals
from sijill.tellings.visit_days import on_days_of_visits
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
    build of which `workbook` comes. Pages stand in the order of their ids.
    """
    ids = [page.id for page in pages]
    telling = [(page.id, (page, leads.get(page.id), sides.get(page.id))) for page in pages]
    told = noted_each(workbook.page("tellings"), telling, parties, _tell)
    first = workbook.grown("first grouping", Merger)
    groups = first.update(dict(zip(ids, told, strict=True)), parties, changed)
    days = _days_known(groups, workbook)
    dating = [
        (page.id, (page, one, days.get(page.id, ())))
        for page, one in zip(pages, told, strict=True)
        if one
    ]
    again = dict(zip(ids, told, strict=True))
    dated = noted_each(workbook.page("tellings again"), dating, parties, _dated)
    again |= zip((source_id for source_id, _ in dating), dated, strict=True)
    if any(again[i] is not one and again[i] != one for i, one in zip(ids, told, strict=True)):
        second = workbook.grown("second grouping", Merger)
        groups = second.update(again, parties, changed)
    return _settled(groups, parties, workbook)


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
    names = people_of(readings, ids, parties, (MentionKind.PERSON,))
    completed = complete(told, texts, parties, cities=cities, people=people, names=names)
    placed = place_in_day(completed, texts, parties)
    return tuple(replace(one, voice=voice, side=side) for one in placed)


#: The days of a source's events that other sources tell, by local id.
Days = tuple[tuple[str, PartialDate], ...]


def _days_known(groups: Sequence[Group], workbook: Workbook) -> dict[str, Days]:
    """Give for each source the days of what it tells, as all that tell of it settle them."""
    units = ((_name_of(group), (group,)) for group in groups)
    settled = workbook.page("days settled").each(units, _days_of)
    found: dict[str, list[tuple[str, PartialDate]]] = defaultdict(list)
    for days in settled:
        for source_id, day in days:
            found[source_id].append(day)
    return {
        source_id: tuple(days if len(days) == 1 else sorted(days, key=_FIRST))
        for source_id, days in found.items()
    }


_FIRST = itemgetter(0)


def _days_of(group: Group) -> tuple[tuple[str, tuple[str, PartialDate]], ...]:
    """Give the day of what a group tells, if it is known, by each telling's source and local id."""
    day = read_date(settle_date(group.tellings, group.tellings[0].type)[0])
    if day is None:
        return ()
    return tuple((one.source_id, (one.local_id, day)) for one in group.tellings)


def _name_of(group: Group) -> tuple[str, str, int, str]:
    """Give what tells a group from all others: its most exact telling."""
    told = group.tellings[0]
    return told.source_id, told.local_id, told.trigger.start, told.type


def _dated(page: Page, told: tuple[Told, ...], days: Days, parties: Parties) -> tuple[Told, ...]:
    """Complete days once more, by what other sources tell of them."""
    texts, known = {page.id: page.text}, {(page.id, local): day for local, day in days}
    dated = on_days_of_visits(told, {page.id: page.reading}, texts, known=known)
    again = tuple(place_in_day(dated, texts, parties, known=known))
    return told if again == told else again


def _settled(groups: Sequence[Group], parties: Parties, workbook: Workbook) -> list[Happening]:
    """Make the events of all groups, with ids that are each one's own."""
    units = ((_name_of(group), (group,)) for group in groups)
    items = noted_each(workbook.page("events"), units, parties, item_of)
    made: dict[str, Happening] = {}
    for group, item in zip(groups, items, strict=True):
        own, number = item, 2
        while own.id in made:
            own = replace(item, id=f"{item.id}-{number}")
            number += 1
        made[own.id] = Happening(group, own)
    return list(made.values())
