"""The tellings of one source go in; they come out with the guest, the monarch and the venue that a
text takes for granted, marked as inferred.

Reports of a visit leave out its guest again and again ("then the Prime Minister gave a dinner"),
and an audience needs no word to say whose it is. What follows here is no more than a careful
reader adds; nothing is added where two guests could be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from sijill.citation import Citation
from sijill.documents.document import MentionKind, Reading, Status
from sijill.edtf import days_apart
from sijill.event_types import has_trait
from sijill.tellings.claim_words import after, sense_ids
from sijill.tellings.likeness import NEWS_DAYS, window
from sijill.tellings.parties import Parties
from sijill.tellings.summits import named_beside, with_leaders, with_members
from sijill.tellings.told import Told
from sijill.tellings.told_words import canonical
from sijill.tellings.venues import venue_of

#: Posts that one person of a report is called by instead of a name.
_NAMED_BY_POST = ("head_of_state", "head_of_government", "foreign_minister")
#: A visit of which no more than its month is known is one of days, too.
_LONGEST_STAY = timedelta(days=31)
_PUT_OFF = (Status.POSTPONED, Status.CANCELLED)


def complete(
    tellings: Iterable[Told],
    texts: Mapping[str, str],
    parties: Parties,
    *,
    cities: Mapping[str, str] | None = None,
    people: Mapping[str, Sequence[tuple[int, str]]] | None = None,
    names: Mapping[str, Sequence[tuple[int, str]]] | None = None,
) -> list[Told]:
    """Add to each telling who must have taken part and where, source by source.

    `cities` gives for a source the one city that its headline names, `people` everybody in it with
    the places where he is told of, by name or by post, and `names` those where it is by name.
    """
    by_source: dict[str, list[Told]] = defaultdict(list)
    for told in tellings:
        by_source[told.source_id].append(told)
    result = []
    for source_id in sorted(by_source):
        group = sorted(by_source[source_id], key=lambda t: (t.trigger, t.local_id))
        visits = [t for t in group if has_trait(t.type, "host_place") and t.status not in _PUT_OFF]
        for told in group:
            told_abroad = _not_at_home(told, visits, parties)
            text = texts.get(source_id, "")
            here = (people or {}).get(source_id, ())
            by_name = {p for at, p in (names or {}).get(source_id, ()) if _is_in(at, told.evidence)}
            nameless = frozenset(p for _, p in here) - by_name
            named = _with_holder(told_abroad, nameless, parties)
            with_guest = _with_guest(named, visits, text, parties)
            with_host = _with_monarch(with_guest, visits, parties)
            of_states = with_members(with_host, group, parties)
            of_leaders = with_leaders(of_states, named_beside(told, here, text), parties)
            with_venue = _with_venue(of_leaders, visits, parties)
            city = (cities or {}).get(source_id)
            in_city = _with_city(with_venue, city, visits, parties)
            whole = _where_visited(in_city, visits, parties)
            if not _is_two_hosts_alone(whole, parties):
                result.append(whole)
    return result


def _is_two_hosts_alone(told: Told, parties: Parties) -> bool:
    """Say whether a meeting is told of a monarch and the premier of one state and nobody else.

    "He was received by the Emperor and had talks with the Prime Minister" is read so when the
    guest is lost; the two did not meet each other.
    """
    if told.type not in ("talks", "audience") or len(told.participants) != 2:
        return False
    day = told.edtf or (told.published.edtf if told.published else None)
    one, other = told.participants
    if (
        day is None
        or parties.country(one) is None
        or parties.country(one) != parties.country(other)
    ):
        return False
    roles = ("monarch", "head_of_government")
    return any(
        parties.held_role(a, roles[0], day) and parties.held_role(b, roles[1], day)
        for a, b in ((one, other), (other, one))
    )


def _not_at_home(told: Told, visits: Sequence[Told], parties: Parties) -> Told:
    """Take the place away from a meeting abroad that is told to be in the traveller's own state.

    "He met citizens of Kazakhstan who study in Japan": the state is theirs, not the place.
    """
    if told.place is None or not parties.is_state(told.place):
        return told
    if not has_trait(told.type, "part") or has_trait(told.type, "host_place"):
        return told
    home = parties.country(told.place)
    anywhere = replace(told, place=None)
    visit = _visit_of(anywhere, visits, parties)
    if visit is None or visit.evidence == told.evidence:
        return told
    traveller = next((p for p in visit.participants if parties.kind(p) == "person"), None)
    abroad = parties.country(visit.place)
    if parties.country(traveller) == home and abroad not in (None, home):
        return anywhere
    return told


def _with_holder(told: Told, people: frozenset[str], parties: Parties) -> Told:
    """Add who is named by the post alone: "the President met the league's chairman".

    Only one person of the source may have held the post on that day, and nobody who takes part.
    `people` are those whom the words do not name: who is named in them, and was not read as taking
    part, is somebody else in them («岸田外務大臣の表敬を受け、演説した»).
    """
    day = told.edtf or (told.published.edtf if told.published else None)
    present = [p for p in told.participants if parties.kind(p) == "person"]
    speaks = has_trait(told.type, "one_speaker") and not present
    if day is None or not (speaks or (has_trait(told.type, "two_sided") and len(present) < 2)):
        return told
    for role in after(sense_ids(told.evidence.exact, told.language), "role:"):
        if role not in _NAMED_BY_POST or any(parties.held_role(p, role, day) for p in present):
            continue
        holders = [p for p in sorted(people) if parties.held_role(p, role, day)]
        if len(holders) == 1:
            added = holders[0]
            return replace(
                told,
                participants=(*told.participants, added),
                inferred=told.inferred | {added},
            )
    return told


def _with_city(told: Told, city: str | None, visits: Sequence[Told], parties: Parties) -> Told:
    """Give news of a state the city that the headline names: "The minister in Astana".

    Only what is told of the days before publication, and only where the city lies in the state
    that the event or its visit is told to be in.
    """
    if city is None or not (has_trait(told.type, "part") or has_trait(told.type, "follows")):
        return told
    if told.place is not None and not parties.is_state(told.place):
        return told
    if told.date is None or told.published is None:
        # Without a day nothing says that it was part of the news of the headline.
        return told
    if days_apart(told.date, told.published) > NEWS_DAYS:
        return told
    visit = _visit_of(told, visits, parties)
    state = parties.country(told.place) or (parties.country(visit.place) if visit else None)
    if state is None or state != parties.country(city):
        return told
    return replace(told, place=city, inferred=told.inferred | {city})


def _where_visited(told: Told, visits: Sequence[Told], parties: Parties) -> Told:
    """Give a meeting in the course of a visit to one city that city.

    Only where the guest meets people of the host's state, on the days of the visit, and the source
    tells of no other visit of his.
    """
    meets = all(has_trait(told.type, trait) for trait in ("part", "occasion", "two_sided"))
    if not meets or told.place is not None or told.date is None:
        return told
    visit = _visit_of(told, visits, parties)
    if visit is None or visit.date is None or parties.city(visit.place) != visit.place:
        return told
    first, last = visit.date.sort_key
    if last - first > _LONGEST_STAY:
        return told  # what is told for some day of a year need not be of the trip told for it
    guest = visit.participants[0]
    host = parties.country(visit.place)
    others = [p for p in told.participants if p != guest]
    alone = all(v is visit or guest not in v.participants for v in visits)
    if (
        visit.place is None
        or not alone
        or len(others) == len(told.participants)
        or not others
        or any(parties.country(p) != host for p in others)
    ):
        return told
    return replace(told, place=visit.place, inferred=told.inferred | {visit.place})


def _with_guest(told: Told, visits: Sequence[Told], text: str, parties: Parties) -> Told:
    """Add the traveller of the visit that a part belongs to, when nobody of that side is told."""
    if not has_trait(told.type, "part") or has_trait(told.type, "host_place"):
        return told
    visit = _visit_of(told, visits, parties)
    if visit is None:
        return told
    guests = [p for p in visit.participants if parties.kind(p) == "person"]
    if not guests or guests[0] in told.participants:
        return told
    guest = guests[0]
    side = parties.country(guest)
    people = [p for p in told.participants if parties.kind(p) == "person"]
    if any(parties.country(p) in (side, None) for p in people):
        return told
    host = parties.country(visit.place)
    if any(parties.country(p) != host for p in people) and host is not None:
        return told
    alone = not people or has_trait(told.type, "one_speaker")
    if alone and "\n" in text[visit.trigger.start : told.trigger.start]:
        return told
    days = told.date
    if days is None and visit.evidence.span.overlaps(told.evidence.span):
        # Told in one sentence with the visit, it lies in the visit's days.
        days = visit.date
    return replace(
        told,
        participants=(*told.participants, guest),
        inferred=told.inferred | {guest},
        date=days,
        date_inferred=told.date_inferred or days is not told.date,
    )


def _visit_of(told: Told, visits: Sequence[Told], parties: Parties) -> Told | None:
    """Give the visit told last before a part, if days and country fit and no other guest's does."""
    fitting = [
        v
        for v in visits
        if v.participants
        and (v.place is not None or v.evidence.span.overlaps(told.evidence.span))
        and _days_fit(told, v)
        and _places_fit(told, v, parties)
    ]
    if not fitting:
        return None
    before = [v for v in fitting if v.trigger.start <= told.trigger.start]
    chosen = before[-1] if before else fitting[0]
    if told.date is None and not before and len({v.participants[0] for v in fitting}) > 1:
        return None
    same_days = [v for v in fitting if v is not chosen and _days_fit(chosen, v)]
    if any(v.participants[0] != chosen.participants[0] for v in same_days):
        return None
    return chosen


def _places_fit(told: Told, visit: Told, parties: Parties) -> bool:
    if told.place is None or visit.place is None:
        return True
    return parties.country(told.place) == parties.country(visit.place)


def _days_fit(told: Told, visit: Told) -> bool:
    if told.date is None or visit.date is None:
        return True
    (a, b), (c, d) = window(told), window(visit)
    if visit.date.is_day:
        # Only the first day of the visit is told; a fortnight is the longest.
        return c <= a and (a - c).days <= 14
    return a <= d and c <= b


def _with_monarch(told: Told, visits: Sequence[Told], parties: Parties) -> Told:
    """Add the monarch of the host state to an audience that names only its guest."""
    if not has_trait(told.type, "royal"):
        return told
    day = told.edtf or (told.published.edtf if told.published else None)
    monarchs = [p for p in told.participants if parties.held_role(p, "monarch", day)]
    if monarchs:
        return _without_premier(told, parties.country(monarchs[0]), day, parties)
    visit = _visit_of(told, visits, parties)
    host = parties.country(told.place) or (parties.country(visit.place) if visit else None)
    monarch = parties.holder("monarch", host, told.edtf)
    if host is None or monarch is None or not told.participants:
        return told
    if all(parties.country(p) == host for p in told.participants):
        return told
    with_monarch = replace(
        told, participants=(*told.participants, monarch), inferred=told.inferred | {monarch}
    )
    return _without_premier(with_monarch, host, day, parties)


def _without_premier(told: Told, host: str | None, day: str | None, parties: Parties) -> Told:
    """Take the host's head of government out of an audience: he receives by himself.

    "The Emperor and the Prime Minister received him" tells two receptions in one word.
    """
    kept = tuple(
        p
        for p in told.participants
        if parties.country(p) != host or not parties.held_role(p, "head_of_government", day)
    )
    return told if len(kept) < 2 else replace(told, participants=kept)


def _with_venue(told: Told, visits: Sequence[Told], parties: Parties) -> Told:
    """Give an event the known place that its words mean by "the palace" or "her office".

    A place that the register knows is left as it is told.
    """
    royal = has_trait(told.type, "royal")
    if not has_trait(told.type, "part") or has_trait(told.type, "host_place"):
        return told
    if told.place is not None and parties.point_known(told.place):
        return told
    visit = _visit_of(told, visits, parties)
    host = _host_country(told, "monarch" if royal else "head_of_government", parties)
    if host is None and not royal and told.place is None:
        return told
    host = host or (parties.country(visit.place) if visit else None)
    words = parties.spellings(told.place) if told.place else told.evidence.exact
    place = venue_of(words, told.language, host, royal=royal)
    if place is None or place not in parties:
        return told
    return replace(told, place=place, inferred=told.inferred | {place})


def _host_country(told: Told, role: str, parties: Parties) -> str | None:
    """Give the state of the participant who receives in a role, as far as the day tells."""
    day = told.edtf or (told.published.edtf if told.published else None)
    for participant in told.participants:
        if parties.held_role(participant, role, day):
            return parties.country(participant)
    return None


def _is_in(at: int, words: Citation) -> bool:
    return words.start <= at < words.end


def people_of(
    readings: Iterable[Reading],
    entity_by_local: Mapping[str, str],
    parties: Parties,
    kinds: Collection[MentionKind] = tuple(MentionKind),
) -> dict[str, list[tuple[int, str]]]:
    """Give for each source where people are told of, and the ids of whom.

    `kinds` are those of the mentions: a person's name, a post that is his.
    """
    return {
        reading.source_id: [
            (mention.start, found)
            for mention in sorted(reading.mentions, key=lambda m: (m.start, m.id))
            if (found := canonical(entity_by_local, reading.source_id, mention.entity)) is not None
            and mention.kind in kinds
            and parties.kind(found) == "person"
        ]
        for reading in readings
    }


def headline_cities(
    readings: Iterable[Reading],
    texts: Mapping[str, str],
    entity_by_local: Mapping[str, str],
    parties: Parties,
) -> dict[str, str]:
    """Give for each source the one city its headline (first line) names; none where it names two.

    A palace or a shrine of the headline counts for its city.
    """
    found = {}
    for reading in readings:
        end = texts.get(reading.source_id, "").find("\n")
        cities = {
            city
            for m in reading.mentions
            if m.kind is MentionKind.PLACE and m.end <= end
            if (local := canonical(entity_by_local, reading.source_id, m.entity)) is not None
            if (city := parties.city_of_record(local)) is not None
        }
        if len(cities) == 1:
            found[reading.source_id] = cities.pop()
    return found
