"""A sentence that tells several audiences at once goes in; one telling for each guest comes out.

"The Emperor received four Central Asian presidents, one after another": the guests are named in
what follows, and each was received by himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sijill.citation import Span, cite
from sijill.documents.document import Mention, MentionKind, Reading, Status
from sijill.edtf import read_date
from sijill.tellings.claim_words import after, sense_ids, senses, sentence_around
from sijill.tellings.parties import Parties, overlap
from sijill.tellings.reference import regions
from sijill.tellings.told import Told
from sijill.tellings.told_words import canonical

#: So many guests, at most, are told by a number.
MOST_GUESTS = 9
#: The guests are named within so many code points after the sentence.
FAR = 1_500


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence that tells how many a monarch received: its span, host, day, place and guests."""

    start: int
    end: int
    host: str
    day: str | None
    place: str | None
    guests: dict[str, Mention]


def tell_receptions(
    reading: Reading, text: str, entity_by_local: Mapping[str, str], parties: Parties
) -> Iterator[Told]:
    """Give an audience for each guest of a sentence that tells how many a monarch received.

    The guests are the people named after it who held the post it tells, of the region it tells;
    there must be exactly as many. A guest whose audience the reading has itself is left out.
    """
    for row in rows_of(reading, text, entity_by_local, parties):
        for guest, named in row.guests.items():
            if _has(reading, named, row.day):
                continue
            yield Told(
                reading.source_id,
                f"reception-{row.start}-{named.id}",
                reading.language,
                "audience",
                Status.HELD,
                cite(reading.source_id, text, named.span),
                cite(reading.source_id, text, Span(row.start, row.end)),
                read_date(row.day),
                row.place,
                (row.host, guest),
                {},
                read_date(reading.published),
            )


def misread_guests(
    reading: Reading, text: str, entity_by_local: Mapping[str, str], parties: Parties
) -> set[str]:
    """Give the reading's audiences, by local id, that a row of guests speaks against.

    They are told by the row's sentence, of somebody who is none of its guests.
    """
    wrong = set()
    for row in rows_of(reading, text, entity_by_local, parties):
        guests = {m.entity for m in row.guests.values()}
        for event in reading.events:
            here = row.start <= event.trigger.start < row.end and event.type == "audience"
            if here and not guests & set(event.participants):
                wrong.add(event.id)
    return wrong


def rows_of(
    reading: Reading, text: str, entity_by_local: Mapping[str, str], parties: Parties
) -> list[Row]:
    """Find the sentences that tell a number of audiences, with as many guests named after them."""
    rows: list[Row] = []
    done: set[int] = set()
    for mention in sorted(reading.mentions, key=lambda m: m.start):
        if mention.kind not in (MentionKind.POST, MentionKind.PERSON):
            continue
        host = canonical(entity_by_local, reading.source_id, mention.entity)
        if host is None or not parties.ever_held_role(host, "monarch"):
            continue
        start, end = sentence_around(text, mention.start, mention.end)
        if start in done:
            continue
        day = _day(reading, start, end)
        if not parties.held_role(host, "monarch", day or reading.published):
            continue
        done.add(start)
        wanted = _wanted(text[start:end], reading.language)
        if wanted is None:
            continue
        number, role, countries = wanted
        guests = _guests(reading, entity_by_local, parties, end, role, countries, host, day)
        if len(guests) == number:
            place = _place(reading, start, end, entity_by_local, parties)
            rows.append(Row(start, end, host, day, place, guests))
    return rows


def _has(reading: Reading, guest: Mention, day: str | None) -> bool:
    """Say whether the reading has an audience of a guest that may be on that day."""
    return any(
        event.type == "audience"
        and guest.entity in event.participants
        and overlap(read_date(event.date), read_date(day))
        for event in reading.events
    )


def _wanted(sentence: str, language: str) -> tuple[int, str, frozenset[str] | None] | None:
    """Give number of guests, their role and their region's states; None if not told so."""
    found = sense_ids(sentence, language)
    roles = [r for r in after(found, "role:") if r in ("head_of_state", "head_of_government")]
    if "type:audience" not in found or not roles:
        return None
    numbers = [
        int(s.id.removeprefix("number:"))
        for s in senses(sentence, language)
        if s.id.startswith("number:")
    ]
    numbers += [int(n) for n in re.findall(r"(?<![\d:.])\d(?![\d:.])", sentence)]
    fitting = [n for n in numbers if 1 < n <= MOST_GUESTS]
    if not fitting:
        return None
    named = after(found, "region:")
    return fitting[0], roles[0], regions()[named[0]].countries if named else None


def _guests(
    reading: Reading,
    entity_by_local: Mapping[str, str],
    parties: Parties,
    end: int,
    role: str,
    countries: frozenset[str] | None,
    host: str,
    day: str | None,
) -> dict[str, Mention]:
    """Give the people named after the sentence who fit, each with his first mention there."""
    found: dict[str, Mention] = {}
    limit = _next_date(reading, end)
    for mention in sorted(reading.mentions, key=lambda m: m.start):
        if mention.kind is not MentionKind.PERSON or not end <= mention.start < min(
            limit, end + FAR
        ):
            continue
        person = canonical(entity_by_local, reading.source_id, mention.entity)
        if person is None or person == host or person in found:
            continue
        country = parties.country(person)
        if country == parties.country(host) or (countries is not None and country not in countries):
            continue
        if parties.held_role(person, role, day or reading.published):
            found[person] = mention
    return found


def _next_date(reading: Reading, end: int) -> int:
    """Give where the text goes on to another day."""
    starts = [m.start for m in reading.mentions if m.kind is MentionKind.DATE and m.start >= end]
    return min((s for s in starts if _is_day(reading, s)), default=end + FAR)


def _is_day(reading: Reading, start: int) -> bool:
    value = next(
        m.value for m in reading.mentions if m.kind is MentionKind.DATE and m.start == start
    )
    when = read_date(value)
    return when is not None and when.is_day


def _day(reading: Reading, start: int, end: int) -> str | None:
    """Give the last single day that a sentence tells."""
    days = [
        m.value
        for m in reading.mentions
        if m.kind is MentionKind.DATE and start <= m.start < end
        if (when := read_date(m.value)) is not None and when.is_day
    ]
    return days[-1] if days else None


def _place(
    reading: Reading,
    start: int,
    end: int,
    entity_by_local: Mapping[str, str],
    parties: Parties,
) -> str | None:
    """Give the most exact place the sentence names."""
    places = [
        place
        for m in reading.mentions
        if m.kind is MentionKind.PLACE and start <= m.start < end
        if (place := canonical(entity_by_local, reading.source_id, m.entity)) is not None
        and not parties.is_state(place)
    ]
    return max(places, key=lambda p: len(parties.within(p)), default=None)
