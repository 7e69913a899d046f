"""The readings of all sources and who is who go in; what they tell comes out as happenings.

Each source is a unit of its own: what it tells depends on its reading and on the people and places
that it names. Only where tellings meet (`merging`) does one source count for another, and then once
more: what a source tells without a day can follow a meeting whose day another source tells.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from operator import is_not

from sijill.documents.document import MentionKind
from sijill.record.days_known import Days, DaysKnown
from sijill.record.pages import Page, Pages
from sijill.record.regrouping import Happening
from sijill.record.values import item_of
from sijill.tellings.completion import complete, headline_cities, people_of
from sijill.tellings.merging import Group, Merger
from sijill.tellings.noted import noted_those
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
    pages: Pages,
    leads: Mapping[str, str],
    sides: Mapping[str, str],
    parties: Parties,
    workbook: Workbook,
    changed: Collection[str],
) -> list[Happening]:
    """Group what all sources tell into happenings, with the values of each settled.

    `leads` gives for a source the first source of its voice where that is another, `sides` the
    country it speaks from. `changed` are the ids of entities of which `parties` give another
    portrait than in the build of which `workbook` comes.
    """
    by_id = pages.by_id
    told = noted_those(
        workbook.page("tellings"),
        by_id,
        {
            *pages.changed,
            *workbook.changed_in("leads", leads),
            *workbook.changed_in("sides", sides),
        },
        lambda source_id: (
            by_id[source_id],
            leads.get(source_id, source_id),
            sides.get(source_id),
        ),
        parties,
        _tell,
    )
    own = dict(zip(by_id, told, strict=True))
    retold = workbook.changed_in("told", own)
    groups = workbook.grown("first grouping", Merger).update(own, parties, changed)
    days = workbook.grown("days known", DaysKnown).update(groups)
    dated = noted_those(
        workbook.page("tellings again"),
        [source_id for source_id, one in own.items() if one],
        {*pages.changed, *retold, *days.changed},
        lambda source_id: (by_id[source_id], own[source_id], days.by_source.get(source_id, ())),
        parties,
        _dated,
    )
    again = own | dict(zip((i for i, one in own.items() if one), dated, strict=True))
    if any(map(is_not, again.values(), told)):
        groups = workbook.grown("second grouping", Merger).update(again, parties, changed)
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


def _dated(page: Page, told: tuple[Told, ...], days: Days, parties: Parties) -> tuple[Told, ...]:
    """Complete days once more, by what other sources tell of them."""
    texts, known = {page.id: page.text}, {(page.id, local): day for local, day in days}
    dated = on_days_of_visits(told, {page.id: page.reading}, texts, known=known)
    again = tuple(place_in_day(dated, texts, parties, known=known))
    return told if again == told else again


def _settled(groups: Sequence[Group], parties: Parties, workbook: Workbook) -> list[Happening]:
    """Make the events of all groups, with ids that are each one's own."""
    by_number = dict(zip(map(id, groups), groups, strict=True))
    found = noted_those(
        workbook.page("events"),
        by_number,
        (),  # a group that has changed is another object
        lambda number: (by_number[number],),
        parties,
        _happening,
    )
    if len({happening.event.id for happening in found}) == len(found):
        return found
    made: dict[str, Happening] = {}
    for happening in found:
        own, number = happening.event, 2
        while own.id in made:
            own = replace(happening.event, id=f"{happening.event.id}-{number}")
            number += 1
        made[own.id] = happening if own is happening.event else Happening(happening.group, own)
    return list(made.values())


def _happening(group: Group, parties: Parties) -> Happening:
    return Happening(group, item_of(group, parties))
