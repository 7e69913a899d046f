"""A sentence that tells several visits at once goes in; one telling for each comes out.

"He visited Japan four times: in April 1994, December 1999, June 2008 and November 2016" and "after
Koizumi in 2006 and Abe in 2015" are lists; a reader marks the first of them, or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sijill.citation import Span, cite
from sijill.dates import PartialDate
from sijill.documents.document import Event, Mention, MentionKind, Reading, Status
from sijill.edtf import read_date
from sijill.event_types import has_trait
from sijill.tellings.claim_words import sentence_around
from sijill.tellings.parties import Parties
from sijill.tellings.told import Told
from sijill.tellings.told_words import (
    canonical,
    met_beside,
    name_date_pairs,
    paired_traveller,
    visited_place,
)

#: Between two dates of a list stand a comma, a word like "and" and a preposition at most.
BETWEEN_DATES = 9


def tell_lists(
    reading: Reading, text: str, entity_by_local: Mapping[str, str], parties: Parties
) -> Iterator[Told]:
    """Give the further visits of each sentence that tells a visit and lists dates or travellers.

    A traveller and date that the reading has as a visit of its own are not told again. Visits of
    a list that lie before the day of publication were held, whatever the visit that is spoken of.
    """
    visits = [e for e in reading.events if has_trait(e.type, "host_place")]
    seen: set[tuple[str | None, str | None]] = {(p, e.date) for e in visits for p in e.participants}
    seen |= {(paired_traveller(reading, e, text), e.date) for e in visits}
    for event in sorted(visits, key=lambda e: (e.trigger, e.id)):
        start, end = sentence_around(text, event.trigger.start, event.trigger.end)
        inside = [m for m in reading.mentions if start <= m.start and m.end <= end]
        dates = [m for m in inside if m.kind is MentionKind.DATE and read_date(m.value)]
        if len(dates) < 2:
            continue
        pairs = name_date_pairs(inside, dates, reading)
        if not pairs:
            pairs = _list_of_dates(event, dates, text)
        for number, (traveller, date) in enumerate(pairs, 1):
            if (traveller, date.value) in seen or _is_covered(traveller, date, visits):
                continue
            seen.add((traveller, date.value))
            found = _told(reading, event, number, traveller, date, text, entity_by_local, parties)
            if found is not None:
                yield found


def tell_encounters(
    reading: Reading, text: str, entity_by_local: Mapping[str, str]
) -> Iterator[Told]:
    """Give the meetings with an athlete or an artist that are told in one word with others.

    Neither day nor place of the one is that of the other.
    """
    for event in sorted(reading.events, key=lambda e: (e.trigger, e.id)):
        beside = met_beside(reading, event)
        rest = [p for p in event.participants if p not in beside]
        for local, kind in beside.items():
            people = [
                person
                for p in (local, *rest)
                if (person := canonical(entity_by_local, reading.source_id, p)) is not None
            ]
            if not people:
                continue
            yield Told(
                reading.source_id,
                f"{event.id}&{local}",
                reading.language,
                kind,
                event.status,
                cite(reading.source_id, text, event.trigger),
                cite(reading.source_id, text, event.evidence),
                None,
                None,
                tuple(dict.fromkeys(people)),
                {},
                read_date(reading.published),
            )


def tell_trips(
    reading: Reading, text: str, entity_by_local: Mapping[str, str], parties: Parties
) -> Iterator[Told]:
    """Give the trip to a place that a reading put on a visit told elsewhere.

    "He visited Japan in November … On the 9th he went to Hiroshima": where the place of a visit
    stands in another sentence than the visit, that sentence tells a trip of its own, if it tells a
    day.
    """
    for event in sorted(reading.events, key=lambda e: (e.trigger, e.id)):
        if visited_place(reading, event, entity_by_local, parties) is None:
            continue
        for mention in sorted(reading.mentions, key=lambda m: m.start):
            if mention.entity != event.place or mention.start < event.trigger.end:
                continue
            start, end = sentence_around(text, mention.start, mention.end)
            days = [
                when
                for m in reading.mentions
                if m.kind is MentionKind.DATE and start <= m.start < end
                if (when := read_date(m.value)) is not None and when.is_day
            ]
            travellers = [
                person
                for p in event.participants
                if (person := canonical(entity_by_local, reading.source_id, p)) is not None
            ]
            if not days or not travellers:
                continue
            yield Told(
                reading.source_id,
                f"{event.id}@{mention.id}",
                reading.language,
                event.type,
                event.status,
                cite(reading.source_id, text, mention.span),
                cite(reading.source_id, text, Span(start, end)),
                days[0],
                canonical(entity_by_local, reading.source_id, event.place),
                tuple(travellers),
                {},
                read_date(reading.published),
            )
            break


def _list_of_dates(event: Event, dates: Sequence[Mention], text: str) -> list[tuple[str, Mention]]:
    """Give the dates that stand in a row, each with the one traveller of the event."""
    if not event.participants:
        return []
    row = [dates[0]]
    longest: list[Mention] = []
    for date in dates[1:]:
        between = text[row[-1].end : date.start]
        if len(between) <= BETWEEN_DATES and "/" not in between and "–" not in between:
            row.append(date)
        else:
            longest = max(longest, row, key=len)
            row = [date]
    longest = max(longest, row, key=len)
    if len(longest) < 2:
        return []
    return [(event.participants[0], date) for date in longest]


def _is_covered(traveller: str, date: Mention, visits: Sequence[Event]) -> bool:
    """Say whether the reading has that traveller's visit at that time, told more exactly."""
    when = read_date(date.value)
    for visit in visits:
        other = read_date(visit.date)
        if traveller in visit.participants and when and other and when.covers(other):
            return True
    return False


def _told(
    reading: Reading,
    event: Event,
    number: int,
    traveller: str,
    date: Mention,
    text: str,
    entity_by_local: Mapping[str, str],
    parties: Parties,
) -> Told | None:
    when = read_date(date.value)
    person = canonical(entity_by_local, reading.source_id, traveller)
    if when is None or person is None:
        return None
    start, end = sentence_around(text, event.trigger.start, event.trigger.end)
    published = read_date(reading.published)
    return Told(
        reading.source_id,
        f"{event.id}+{number}",
        reading.language,
        event.type,
        _status(event, when, published),
        cite(reading.source_id, text, date.span),
        cite(reading.source_id, text, Span(start, end)),
        when,
        visited_place(reading, event, entity_by_local, parties)
        or canonical(entity_by_local, reading.source_id, event.place),
        (person,),
        {},
        published,
    )


def _status(event: Event, when: PartialDate, published: PartialDate | None) -> Status:
    if published is not None and when.sort_key[1] < published.sort_key[0]:
        return Status.HELD
    return event.status
