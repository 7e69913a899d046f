"""A claim and its sentence go in; what it compares comes out: which happenings, where, whose,
before when; several readings where the words allow more than one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijill.checks.known_days import known_day
from sijill.checks.origins import is_woman_of_nation, origin_of
from sijill.checks.populations import Population, Words, populations
from sijill.citation import Span
from sijill.dates import PartialDate, Precision
from sijill.documents.document import Claim, ClaimKind, Event, MentionKind, Reading
from sijill.edtf import read_date, shifted
from sijill.event_types import has_trait
from sijill.record.items import EventItem
from sijill.record.material import Material
from sijill.tellings.claim_words import (
    after,
    sense_ids,
    senses,
    sentence_around,
    since_year,
)
from sijill.tellings.likeness import NEWS_DAYS
from sijill.tellings.parties import Parties
from sijill.tellings.reference import regions
from sijill.tellings.told_words import canonical
from sijill.tellings.venues import venue_senses

#: So many code points before a claim may hold the pronoun that owns it.
NEAR = 14
#: So many hold the noun that an Arabic "only" follows.
NOUN = 24
#: An event told further before a claim than this, in code points, is not the one it speaks of.
FAR = 1_200


@dataclass(frozen=True, slots=True)
class Understood:
    """What a claim compares.

    `types` are event types, `roles` role ids of those who could have done it, `venues` entity ids
    of which one must fit, `named` all entities of the sentence. `populations` are the readings.
    `before` is the day of the happening it speaks of, else of publication; an older case lies
    before `until`, which leaves out the weeks of news that the happening itself may lie in, and
    after `since`, where the claim reckons from a year. `origin` is the state whose leaders it
    compares, where it says so.
    """

    senses: tuple[str, ...]
    sentence: str
    types: tuple[str, ...]
    roles: tuple[str, ...]
    venues: tuple[str, ...]
    named: tuple[str, ...]
    populations: tuple[Population, ...]
    before: PartialDate | None
    until: PartialDate | None
    about: EventItem | None
    subject: str | None
    language: str = ""
    since: PartialDate | None = None
    origin: str | None = None


def understand(claim: Claim, reading: Reading, material: Material) -> Understood:
    """Read a claim: its own words first, then its sentence, then the event it speaks of.

    "This is rare" speaks of the sentence before it, so that one counts as well.
    """
    text = material.texts.get(reading.source_id, "")
    start, end = sentence_around(text, claim.start, claim.end)
    if claim.kind is ClaimKind.RARE:
        start = _with_sentence_before(text, start)
    sentence = text[start:end]
    own = _senses_told(claim, reading, text[max(start, claim.start - NOUN) : claim.start])
    wide = sense_ids(sentence, reading.language)
    origin = origin_of(claim, reading, Span(start, end), material)
    year = since_year(f"{claim.text} {claim.scope or ''}", reading.language)
    about = _about(
        claim, reading, material, after(own, "type:") or after(wide, "type:"), (start, end)
    )
    named_here = _named(reading, _with_owner(claim, reading, text), claim.end, material)
    named = _named(reading, start, end, material)
    goals = [n for n in named_here if not _is_origin(n, origin, material.parties)]
    halls = _halls_named(claim, reading, material)
    about = _unless_elsewhere(about, goals, halls, material.parties)
    types = _types_told(own, wide, about)
    roles = after(own, "role:") or after(wide, "role:")
    subject = _subject(about, material.parties) or _speaker(claim, reading, material)
    near = sense_ids(text[max(0, claim.start - NEAR) : claim.end], reading.language)
    places = named
    if "visit" in types:
        named_here = goals
        places = [n for n in named if not _is_origin(n, origin, material.parties)]
    venues = halls[-1:] or _venues(named_here, places, about, types, material.parties)
    venues = venues or after(own, "goal:")  # 訪日: the goal is in the word
    if "visit" in types:
        venues = _goal_region(own, named_here, material.parties) or venues
    words = Words(own, wide, near, claim.text, reading.language)
    found = populations(words, named_here, named, venues, types, subject, origin, material.parties)
    known = known_day(about, material) if about else None
    before = read_date(known.date) if known else None
    if about is None:
        before = _date_told(reading, text, start, end, year)
    return Understood(
        tuple(own or wide),
        sentence,
        tuple(types),
        tuple(roles),
        tuple(venues),
        tuple(named),
        found,
        before or read_date(reading.published),
        before or _weeks_before(reading.published),
        about,
        subject,
        reading.language,
        read_date(str(year)) if year else None,
        origin,
    )


def _is_origin(entity: str, origin: str | None, parties: Parties) -> bool:
    """Say whether a place is the state whose leaders a claim compares, and so not their goal."""
    return origin is not None and parties.is_state(entity) and parties.country(entity) == origin


def _senses_told(claim: Claim, reading: Reading, ahead: str) -> list[str]:
    """Give the meanings of a claim's own words, and of the noun `ahead` of an Arabic “only”."""
    own = _own_senses(claim, reading.language)
    if claim.kind is ClaimKind.ONLY and reading.language == "ar":
        # «الدولة العربية الوحيدة»: the noun stands before the word.
        own += [s for s in sense_ids(ahead, "ar") if s.startswith(("region:", "role:", "woman"))]
    if is_woman_of_nation(claim, reading):
        own.append("woman")  # «أول مصرية»
    return own


def _types_told(own: Sequence[str], wide: Sequence[str], about: EventItem | None) -> list[str]:
    """Give the types of event that a claim speaks of: its words', its sentence's, its event's."""
    types = after(own, "type:") or _fitting(after(wide, "type:"), about)
    if about is not None and not types:
        types = [about.type]
    if types == ["talks"] and "several" in own and after(own, "region:"):
        return ["summit"]  # a meeting of the heads of state of a region is none of two states
    return types


def _own_senses(claim: Claim, language: str) -> list[str]:
    """Give the meanings of a claim's own words; of several kinds of event that nearest its number.

    "Came to Astana for the third meeting" counts meetings.
    """
    ids = sense_ids(f"{claim.text} {claim.scope or ''}", language)
    found = senses(claim.text, language)
    numbers = [s for s in found if s.id.startswith("ordinal:")]
    kinds = [s for s in found if s.id.startswith("type:")]
    if len({k.id for k in kinds}) < 2 or not numbers:
        return ids
    number = numbers[0]
    nearest = min(kinds, key=lambda k: (max(k.start - number.end, number.start - k.end), k.start))
    return [i for i in ids if not i.startswith("type:") or i == nearest.id]


def _with_owner(claim: Claim, reading: Reading, text: str) -> int:
    """Give the start of a claim with the state that owns it: "Kazakhstan's ⟦first visit⟧"."""
    for mention in reading.mentions:
        gap = text[mention.end : claim.start]
        if (
            mention.kind is MentionKind.PLACE
            and 0 < len(gap) <= 3
            and gap.strip() in ("'s", "’s", "の")
        ):
            return mention.start
    return claim.start


def _unless_elsewhere(
    about: EventItem | None, named_here: Sequence[str], halls: Sequence[str], parties: Parties
) -> EventItem | None:
    """Give up the event taken for the claim's own when the claim names another place for it."""
    if about is not None and halls and not set(halls) & {*about.participants, about.place}:
        return None
    places = [n for n in named_here if parties.kind(n) == "place"]
    if about is None or about.place is None or not places:
        return about
    if all(parties.apart(p, about.place) for p in places[-1:]):
        return None
    return about


def _with_sentence_before(text: str, start: int) -> int:
    """Give the start of the sentence before, in the same paragraph; else the start itself."""
    at = start
    while at > 0 and text[at - 1] in " \t\u00a0":
        at -= 1
    if at == 0 or text[at - 1] == "\n":
        return start
    return sentence_around(text, at - 1, at)[0]


def _weeks_before(published: str | None) -> PartialDate | None:
    """Give the day before which an older case must lie, when nobody tells the event's own."""
    when = read_date(published)
    return read_date(shifted(when, -NEWS_DAYS).isoformat()) if when and when.start else None


def _date_told(
    reading: Reading, text: str, start: int, end: int, since: int | None = None
) -> PartialDate | None:
    """Give the last date told in a sentence; of an undated text, also in the sentence before.

    The year that a claim reckons from (`since`) is not the one it is told of.
    """
    starts = [start] if reading.published else [start, _with_sentence_before(text, start)]
    for first in starts:
        dates = [
            when
            for m in reading.mentions
            if m.kind is MentionKind.DATE
            and first <= m.start < end
            and (when := read_date(m.value))
            and m.value != str(since)
        ]
        if dates:
            return dates[-1]
    return None


def _fitting(types: Sequence[str], about: EventItem | None) -> list[str]:
    """Of the kinds of event a whole sentence names, keep the one the claim speaks of."""
    if about is not None:
        return [t for t in types if t == about.type] or [about.type]
    return list(types[:1])


def _about(
    claim: Claim,
    reading: Reading,
    material: Material,
    wanted: Sequence[str],
    context: tuple[int, int],
) -> EventItem | None:
    """Give the event a claim speaks of: the one it names, else the nearest told around it.

    `context` is the span of the claim's sentence. Of events told in other sentences only one of a
    `wanted` kind can be meant, and only one told not long before. "Every year" and "for thirty
    years" speak of no single event.
    """
    if claim.kind is ClaimKind.EVERY or (claim.kind is ClaimKind.SINCE and not wanted):
        return None
    by_id = material.events_by_id
    local = claim.about
    passing = {e.id for e in reading.events if _is_told_in_passing(e, reading, material)}
    if local and local not in passing:
        found = by_id.get(material.event_by_local.get(f"{reading.source_id}#{local}", ""))
        if found is not None:
            return found
    told = _date_told(reading, material.texts.get(reading.source_id, ""), *context)
    options = []
    for event in reading.events:
        item = by_id.get(material.event_by_local.get(f"{reading.source_id}#{event.id}", ""))
        if item is None or (wanted and event.type not in wanted and item.type not in wanted):
            continue
        inside = context[0] <= event.trigger.start < context[1]
        when = read_date(item.date)
        if event.id in passing:
            continue
        if told is not None and when is not None and not inside and not told.may_equal(when):
            continue  # the claim's sentence tells another day
        gap = abs(event.trigger.start - claim.start)
        before = 0 <= context[0] - event.trigger.start <= FAR
        if inside or (wanted and before):
            options.append((not inside, gap, event.id, item))
    return min(options, key=lambda o: o[:3])[3] if options else None


def _is_told_in_passing(event: Event, reading: Reading, material: Material) -> bool:
    """Say whether an event is only the one that "the first since 2015" reckons from."""
    when = read_date(event.date)
    if when is None or when.start is None or when.precision is not Precision.YEAR:
        return False
    text = material.texts.get(reading.source_id, "")
    start, end = sentence_around(text, event.trigger.start, event.trigger.end)
    return since_year(text[start:end], reading.language) == when.start.year


def _named(reading: Reading, start: int, end: int, material: Material) -> list[str]:
    found: dict[str, None] = {}
    for mention in reading.mentions:
        if mention.kind in (MentionKind.POST, MentionKind.DATE):
            continue
        if start <= mention.start and mention.end <= end:
            known = canonical(material.entity_by_local, reading.source_id, mention.entity)
            if known:
                found[known] = None
    return list(found)


def _subject(about: EventItem | None, parties: Parties) -> str | None:
    """Give the guest, speaker or actor of an event: its first person."""
    if about is None:
        return None
    return next((p for p in about.participants if parties.kind(p) == "person"), None)


def _speaker(claim: Claim, reading: Reading, material: Material) -> str | None:
    """Give who makes a claim, as far as the reading tells: by name or as the one quoted."""
    local = claim.asserted_by
    for quotation in reading.quotations:
        if local is None and quotation.start <= claim.start < quotation.end:
            local = quotation.speaker
    return canonical(material.entity_by_local, reading.source_id, local)


def _venues(
    named_here: Sequence[str],
    named: Sequence[str],
    about: EventItem | None,
    types: Sequence[str],
    parties: Parties,
) -> list[str]:
    """Give where it must have happened: bodies and places of the words that fit the event's place.

    Without an event the last place named is the goal ("Kazakhstan's first visit to Japan").
    """
    if about is not None:
        own = {about.place} if about.place else set()
        hosts = [p for p in about.participants if parties.kind(p) == "organisation"]
        if has_trait(about.type, "one_speaker"):
            # "This institution" is the body named beside it, whether or not the reader knew.
            hosts += [n for n in named if n not in hosts and _is_hall(n, parties)]
        if hosts:
            return hosts
        for names in (named_here, named):
            places = [n for n in names if _is_place_of(n, about, parties)]
            if places:
                return places[-1:]
        return sorted(own)
    for names in (named_here, named):
        bodies = [n for n in names if parties.kind(n) == "organisation"]
        if bodies and "visit" not in types:
            return bodies[:1]
        places = [n for n in names if parties.kind(n) == "place"]
        if places:
            return places[-1:]
    return []


def _halls_named(claim: Claim, reading: Reading, material: Material) -> list[str]:
    """Give the universities and parliaments that a claim itself calls by name.

    "This university" is none: which one is meant, the event it speaks of tells better.
    """
    named = []
    for mention in reading.mentions:
        inside = claim.start <= mention.start and mention.end <= claim.end
        if inside and mention.kind is MentionKind.ORGANISATION and mention.value:
            known = canonical(material.entity_by_local, reading.source_id, mention.entity)
            if known and _is_hall(known, material.parties):
                named.append(known)
    return named


def _is_hall(body: str, parties: Parties) -> bool:
    """Say whether an organisation is a university or a parliament, in whose house one speaks."""
    if body not in parties or parties.kind(body) != "organisation":
        return False
    names = parties.names(body)
    return any("hall" in venue_senses(name, lang) for lang, name in sorted(names.items()))


def _is_place_of(place: str, event: EventItem, parties: Parties) -> bool:
    if parties.kind(place) != "place" or not event.place:
        return False
    return parties.covers(place, event.place) or parties.covers(event.place, place)


def _goal_region(own: Sequence[str], named_here: Sequence[str], parties: Parties) -> list[str]:
    """Give the region a claim about a visit has for its goal: "the premier's visit to the region".

    A region is the goal when the claim also names a state outside of it, as the traveller's.
    """
    named = after(list(own), "region:")
    if not named:
        return []
    region = regions()[named[0]]
    states = [parties.country(n) for n in named_here if parties.is_state(n)]
    if not any(c and c not in region.countries for c in states):
        return []
    goal = region.id.replace("_", "-")
    return [n for n in named_here if parties.register_id(n) == goal]
