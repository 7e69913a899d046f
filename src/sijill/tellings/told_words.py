"""An event of a reading and its marks go in; what its own words add or speak against comes out.

A reader gives people and places from the sentences around; here they are held against the words
that tell the event: a host they do not name, a place of another sentence, a reporter as a party.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from sijill.citation import Span
from sijill.dates import PartialDate
from sijill.documents.document import Event, Mention, MentionKind, Reading, Status
from sijill.edtf import read_date
from sijill.event_types import has_trait
from sijill.events.tellers import is_press
from sijill.people.posts import read_post
from sijill.tables import open_table
from sijill.tellings.claim_words import sentence_around
from sijill.tellings.parties import Parties
from sijill.tellings.venues import venue_senses

#: A day told further before an hour than this, in code points, is not the hour's.
FAR_DAY = 1_500
#: Between a name and its date stand a bracket or a preposition at most.
BETWEEN_PAIR = 6


def canonical(entity_by_local: Mapping[str, str], source_id: str, local: str | None) -> str | None:
    """Give the canonical id of an entity of one reading, or None."""
    return entity_by_local.get(f"{source_id}#{local}") if local else None


def reporters(reading: Reading, event: Event) -> set[str]:
    """Give the bodies that are only the ones who tell it ("according to the agency").

    A body whose words the sentence reports is a source and no party, as long as others take part;
    a paper or an agency is none in any case. The house of a speech may well be the one that reports
    it.
    """
    bodies = {e.id: e for e in reading.entities if e.kind is MentionKind.ORGANISATION}
    telling = {
        q.speaker
        for q in reading.quotations
        if q.speaker in bodies and event.evidence.overlaps(Span(q.start, q.end))
    }
    if has_trait(event.type, "one_speaker") or not set(event.participants) - set(bodies):
        return {t for t in telling if is_press(bodies[t], reading.language)}
    return telling


def absent_hosts(reading: Reading, event: Event) -> tuple[set[str], list[str]]:
    """Give the royal hosts that a sentence does not name, and whom it names of their state instead.

    A guard of honour at the Prime Minister's office is not the Emperor's, though he received the
    guest in the sentence before.
    """
    if has_trait(event.type, "royal") or has_trait(event.type, "meal"):
        return set(), []
    entities = {e.id: e for e in reading.entities if e.kind is MentionKind.PERSON}
    named = [m.entity for m in reading.mentions if event.evidence.contains(m.span)]
    absent = {
        p
        for p in event.participants
        if p in entities
        and p not in named
        and any(post.post in ("monarch", "heir", "royal_family") for post in entities[p].posts)
    }
    states = {entities[p].country for p in absent}
    instead = [
        n
        for n in dict.fromkeys(named)
        if n in entities and entities[n].country in states and n not in absent
    ]
    return (absent, instead) if instead else (set(), [])


def is_nobodys(
    reading: Reading, event: Event, entity_by_local: Mapping[str, str], parties: Parties
) -> bool:
    """Say whether a visit has no traveller, or only one who would be visiting his own state."""
    place = canonical(entity_by_local, reading.source_id, event.place)
    home = parties.country(place)
    travellers = [canonical(entity_by_local, reading.source_id, p) for p in event.participants]
    return all(home is not None and parties.country(t) == home for t in travellers)


def names_its_own(
    reading: Reading,
    event: Event,
    text: str,
    entity_by_local: Mapping[str, str],
    parties: Parties,
) -> bool:
    """Say whether a visit is its traveller's though he seems to be at home there.

    That is where its words name him and nobody else who could be, and he is of no state by them.
    """
    named = {m.entity for m in reading.mentions if event.evidence.contains(m.span)}
    others = travellers(reading, event, text, entity_by_local, parties)
    return is_of_no_state(reading, event) and named.isdisjoint(others)


def is_of_no_state(reading: Reading, event: Event) -> bool:
    """Say whether a visit's own words name its traveller, and nothing says of which state he is.

    Of a man whom no register knows and whose post is told bare («الرئيس الأسبق») a reading only
    works out a state, from the sentences around; that is less than what the words of the visit say.
    """
    named = {m.entity for m in reading.mentions if event.evidence.contains(m.span)}
    return any(
        entity.kind is MentionKind.PERSON
        and entity.id in event.participants
        and entity.id in named
        and entity.register_id is None
        and not any(_names_state(reading, held.mention) for held in entity.posts)
        for entity in reading.entities
    )


def _names_state(reading: Reading, post: str | None) -> bool:
    """Say whether the words of a post name a state: “President of Peru”, “the Peruvian one”."""
    country = {e.id: e.country for e in reading.entities if e.kind is not MentionKind.PERSON}
    for mention in reading.mentions:
        if mention.id == post:
            span = mention.span
            inner = [m for m in reading.mentions if m is not mention and span.contains(m.span)]
            states = {m.id: code for m in inner if (code := country.get(m.entity or ""))}
            return read_post(mention, inner, reading.language, states).country is not None
    return False


def travellers(
    reading: Reading,
    event: Event,
    text: str,
    entity_by_local: Mapping[str, str],
    parties: Parties,
) -> tuple[str, ...]:
    """Give the person a visit without a traveller must be that of, as an id of the reading.

    It is the last one named before the visit's word in its sentence, else the first after it, else
    the last of the paragraph before, who is not of the state visited. A visit by nobody is no item.
    """
    place = canonical(entity_by_local, reading.source_id, event.place)
    host = parties.country(place)
    people = {e.id for e in reading.entities if e.kind is MentionKind.PERSON}
    start = text.rfind("\n", 0, event.trigger.start) + 1
    named = [
        m
        for m in sorted(reading.mentions, key=lambda m: m.start)
        if m.entity in people
        and start <= m.start < event.evidence.end
        and (
            host is None
            or parties.country(canonical(entity_by_local, reading.source_id, m.entity)) != host
        )
    ]
    before = [m for m in named if m.end <= event.trigger.end]
    inside = [m for m in before if m.start >= event.evidence.start]
    after = [m for m in named if m.end > event.trigger.end]
    found = inside[-1:] or after[:1] or before[-1:]
    return tuple(m.entity for m in found if m.entity)


def visited_place(
    reading: Reading, event: Event, entity_by_local: Mapping[str, str], parties: Parties
) -> str | None:
    """Give the place that the words of a visit name, where the reading has one from elsewhere.

    None when the reading's place stands in the words, or the words name no place but the
    traveller's own state: then the reading's holds.
    """
    if not has_trait(event.type, "host_place") or event.place is None:
        return None
    inside = [m for m in reading.mentions if event.evidence.contains(m.span) and m.entity]
    if any(m.entity == event.place for m in inside):
        return None
    travellers = [canonical(entity_by_local, reading.source_id, p) for p in event.participants]
    homes = {parties.country(p) for p in travellers}
    places = [
        place
        for m in inside
        if m.kind is MentionKind.PLACE
        and (place := canonical(entity_by_local, reading.source_id, m.entity)) is not None
        and parties.country(place) not in (*homes, None)
    ]
    return places[-1] if places else None


def place_of_act(
    reading: Reading,
    event: Event,
    participants: Sequence[str],
    entity_by_local: Mapping[str, str],
    parties: Parties,
) -> str | None:
    """Give the one place that the words of a state's own act name, or None.

    A decree that closes a site is about that site; a meeting is held where it is told to be, and an
    ambassador is recalled in no place, whatever stands in the dateline.
    """
    if has_trait(event.type, "part") and event.type != "signing":
        return None
    if has_trait(event.type, "nowhere"):
        return None
    states = {parties.country(p) for p in participants} - {None}
    if len(states) > 1 or len(participants) > 1:
        return None
    named = {
        place
        for m in reading.mentions
        if event.evidence.contains(m.span)
        if (place := canonical(entity_by_local, reading.source_id, m.entity)) is not None
        and parties.kind(place) == "place"
        and not parties.is_state(place)
        and parties.country(place) is not None
        and (not states or parties.country(place) in states)
    }
    return named.pop() if len(named) == 1 else None


def hall_of(reading: Reading, event: Event, text: str) -> str | None:
    """Give the university or parliament that a speech is told to be held in, or None.

    It is the one named in the words that tell the speech, else the last one named in the same
    paragraph before them, else the one that the headline is about.
    """
    if not has_trait(event.type, "one_speaker"):
        return None
    bodies = {e.id: e for e in reading.entities if e.kind is MentionKind.ORGANISATION}
    taking_part = [bodies[p].name for p in event.participants if p in bodies]
    if any("hall" in venue_senses(name, reading.language) for name in taking_part):
        return None
    start = text.rfind("\n", 0, event.trigger.start) + 1
    halls = [
        m
        for m in reading.mentions
        if m.entity in bodies
        and start <= m.start < event.evidence.end
        and "hall" in venue_senses(m.text, reading.language)
    ]
    inside = [m for m in halls if m.start >= event.evidence.start]
    if halls:
        return inside[0].entity if inside else halls[-1].entity
    headline = {
        m.entity
        for m in reading.mentions
        if m.entity in bodies
        and m.end <= text.find("\n")
        and "hall" in venue_senses(m.text, reading.language)
    }
    return headline.pop() if len(headline) == 1 else None


def day_of_hour(reading: Reading, event: Event) -> PartialDate | None:
    """Give the day of what is told with its hour only: the last day told before it.

    "In the evening, at 19:15, he telephoned" goes on with a day that was told. Nothing that was
    held lies after the day of publication.
    """
    if "begins" not in event.details or event.status is not Status.HELD:
        return None
    published = read_date(reading.published)
    days = [
        day
        for m in reading.mentions
        if m.kind is MentionKind.DATE
        and 0 <= event.trigger.start - m.end <= FAR_DAY
        and (day := read_date(m.value)) is not None
        and day.is_day
        and (published is None or day.sort_key[0] <= published.sort_key[1])
    ]
    return days[-1] if days else None


@cache
def _type_by_role() -> dict[str, str]:
    rows = open_table("protocol/encounter_roles.tsv", ("role", "type"))
    return {row["role"]: row["type"] for row in rows}


def encounter_of(reading: Reading, local: str) -> str | None:
    """Give what a meeting with a person is called by the post he has in the text, or None."""
    for entity in reading.entities:
        if entity.id == local and entity.kind is MentionKind.PERSON and entity.posts:
            found = {_type_by_role().get(post.post) for post in entity.posts}
            return found.pop() if len(found) == 1 else None
    return None


def kind_of_meeting(reading: Reading, event: Event) -> str:
    """Give the type of a meeting: talks with a musician are a cultural encounter."""
    if event.type != "talks":
        return event.type
    kinds = {k for p in event.participants if (k := encounter_of(reading, p)) is not None}
    return kinds.pop() if len(kinds) == 1 else event.type


def met_beside(reading: Reading, event: Event) -> dict[str, str]:
    """Give those met beside their compatriots, each with what the meeting with him is called.

    "Meetings with the community, with a wrestler and with a musician" are three.
    """
    if event.type != "diaspora_meeting":
        return {}
    found = {p: encounter_of(reading, p) for p in event.participants}
    return {p: kind for p, kind in found.items() if kind is not None}


def name_date_pairs(
    inside: Sequence[Mention], dates: Sequence[Mention], reading: Reading
) -> list[tuple[str, Mention]]:
    """Give the (traveller, date) pairs of a sentence, if there are two: each name by its date."""
    people = {e.id for e in reading.entities if e.kind is MentionKind.PERSON}
    names = [m for m in inside if m.kind is MentionKind.PERSON and m.entity in people]
    for name_first in (True, False):
        found = []
        for date in dates:
            for name in names:
                gap = date.start - name.end if name_first else name.start - date.end
                if 0 <= gap <= BETWEEN_PAIR and name.entity:
                    found.append((name.entity, date))
        if len({name for name, _ in found}) > 1:
            return found
    return []


def paired_traveller(reading: Reading, event: Event, text: str) -> str | None:
    """Give who travelled on the date of a visit, where its sentence lists names with dates.

    None where it lists none, or the reading has the traveller right.
    """
    if not has_trait(event.type, "host_place") or event.date is None:
        return None
    start, end = sentence_around(text, event.trigger.start, event.trigger.end)
    inside = [m for m in reading.mentions if start <= m.start and m.end <= end]
    dates = [m for m in inside if m.kind is MentionKind.DATE and read_date(m.value)]
    by_date = {date.value: name for name, date in name_date_pairs(inside, dates, reading)}
    found = by_date.get(event.date)
    return None if found in event.participants else found
