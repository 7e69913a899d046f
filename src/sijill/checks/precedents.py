"""What a claim compares goes in; the cases of the record and of the reference tables that it would
have to know come out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sijill.checks.populations import Population
from sijill.checks.understanding import Understood
from sijill.citation import Citation
from sijill.dates import PartialDate, Precision
from sijill.documents.document import MentionKind, Status
from sijill.edtf import days_apart, read_date, starts_before
from sijill.record.items import EventItem
from sijill.record.lookup import FACTS, Lookup
from sijill.record.material import Material
from sijill.record.visits import TRIP_DAYS, VisitRow
from sijill.tellings.claim_words import sense_ids, since_year
from sijill.tellings.families import is_same_kind
from sijill.tellings.parties import Parties
from sijill.tellings.reference import Milestone, milestones
from sijill.tellings.told_words import canonical


@dataclass(frozen=True, slots=True)
class Precedents:
    """Cases found: events of the record, reference facts, and those only announced beforehand.

    `searched` counts what was looked through: the record's events of the kind, and the facts of
    the kind at the place.
    """

    events: tuple[EventItem, ...]
    announced: tuple[EventItem, ...]
    facts: tuple[Milestone, ...]
    announced_facts: tuple[Milestone, ...]
    searched: int


def precedents(
    understood: Understood, population: Population, material: Material, *, later_too: bool = False
) -> Precedents:
    """Look for cases of the same kind, at the same place, by the same population.

    Only cases that lie surely before the claim's time count, unless `later_too` (for "only").
    """
    parties = material.parties
    known = material.lookup.kept(FACTS, lambda: reference_facts(material.visits))
    kinds = {kind for kind in {m.type for m in known} if _of_kind(kind, understood)}
    facts = _at_venues([m for m in known if m.type in kinds], understood, parties)
    found = [
        e
        for e in _near(understood, population, material.lookup)
        if not _is_itself(e, understood)
        and not _is_of_the_named(e, understood, parties)
        and _in_time(read_date(e.date), understood, later_too=later_too)
        and _by_population(e, understood, population, material)
        and not _is_told_in_passing(e, material)
    ]
    fitting = [
        m
        for m in facts
        if _in_time(read_date(m.date), understood, later_too=later_too)
        and not _is_same_trip(m, understood, parties)
        and _fact_by_population(m, understood, population, parties)
    ]
    meant = (Status.PLANNED, Status.PROPOSED)
    return Precedents(
        tuple(e for e in found if e.status is Status.HELD),
        tuple(e for e in found if e.status in meant),
        tuple(m for m in fitting if m.held),
        tuple(m for m in fitting if not m.held),
        material.lookup.number_of(understood.types) + len(facts),
    )


def _near(understood: Understood, population: Population, lookup: Lookup) -> list[EventItem]:
    """Give the events of the kind at the place that may be of the population."""
    states: Collection[str] = ()
    if population.pair is not None:
        states = population.pair
    elif population.person is None and population.countries and len(population.countries) == 1:
        states = population.countries
    person = population.person if population.pair is None else None
    return lookup.of_kind(understood.types, venues=understood.venues, person=person, states=states)


def reference_facts(visits: Sequence[VisitRow]) -> tuple[Milestone, ...]:
    """Give the milestones and, as visits, the rows of the tables of visits."""
    rows = tuple(
        Milestone(
            row.when or "",
            "visit",
            True,
            (row.guest,),
            ((row.role, row.country),),
            "",
            row.host.lower(),
            row.host,
            "",
            row.addresses,
        )
        for row in visits
        if row.when
    )
    return milestones() + rows


def _of_kind(event_type: str, understood: Understood) -> bool:
    return any(is_same_kind(event_type, t) for t in understood.types)


def _is_itself(event: EventItem, understood: Understood) -> bool:
    about = understood.about
    if about is None:
        return False
    if event.id == about.id or event.part_of == about.id or about.part_of == event.id:
        return True
    # An undated or coarser telling that was not merged may still be the same happening.
    one, other = read_date(event.date), read_date(about.date)
    shares = bool(set(event.participants) & set(about.participants))
    return shares and one is not None and other is not None and one.may_equal(other)


def _is_of_the_named(event: EventItem, understood: Understood, parties: Parties) -> bool:
    """Say whether a happening is that of whom "nobody before her" names."""
    people = {n for n in understood.named if parties.kind(n) == "person"}
    return "before" in understood.senses and bool(people & set(event.participants))


def _is_told_in_passing(event: EventItem, material: Material) -> bool:
    """Say whether nothing but "the first since 2015" tells of a happening of that year.

    That there was one is no more than the claim itself says, and whose it was it does not say.
    """
    when = read_date(event.date)
    if when is None or when.start is None or when.precision is not Precision.YEAR:
        return False
    return all(
        since_year(c.exact, material.readings[c.source_id].language) == when.start.year
        for c in event.citations
        if c.source_id in material.readings
    )


def _in_time(when: PartialDate | None, understood: Understood, *, later_too: bool) -> bool:
    if when is None:
        return False
    if understood.since is not None and not starts_before(understood.since, when):
        return False  # "the first since 2015" says nothing of what came before
    until = understood.until
    return later_too or until is None or starts_before(when, until)


def _is_same_trip(fact: Milestone, understood: Understood, parties: Parties) -> bool:
    """Say whether a reference fact tells of the claim's own event, or of the trip it belongs to."""
    about = read_date(understood.about.date) if understood.about else understood.before
    when = read_date(fact.date)
    subject = understood.subject
    if about is None:
        # Nobody says when: a fact about the same person may be the very event.
        return subject is not None and any(_is_person(n, subject, parties) for n in fact.people)
    if when is None or days_apart(about, when) > TRIP_DAYS:
        return False
    countries = {country for _, country in fact.roles}
    return when.may_equal(about) or subject is None or parties.country(subject) in countries


def _by_population(
    event: EventItem, understood: Understood, population: Population, material: Material
) -> bool:
    parties = material.parties
    if population.pair is not None:
        states = {c for p in event.participants if (c := parties.country(p))}
        return population.pair <= states
    if population.person is not None:
        return population.person in event.participants and _has_role(
            population.person, event, understood, material
        )
    host = parties.country(event.place)
    for actor in event.participants:
        country = parties.country(actor)
        if population.countries is not None and country not in population.countries:
            continue
        if population.without is not None and country == population.without:
            continue
        if parties.is_state(actor) or parties.kind(actor) == "organisation":
            if understood.roles == ("state",):
                return True
            continue
        if parties.kind(actor) != "person":
            continue
        if country is not None and country == host and len(event.participants) > 1:
            continue
        if _has_role(actor, event, understood, material):
            return True
    return False


def _has_role(person: str, event: EventItem, understood: Understood, material: Material) -> bool:
    """Say whether somebody fits the claim's roles on the event's day.

    A post told without a time counts for all; so does one that stands beside the name where the
    event, or the visit it belongs to, is told.
    """
    roles = [r for r in understood.roles if r != "state"]
    parties = material.parties
    if not roles or any(parties.held_role(person, role, event.date) for role in roles):
        return True
    if any(o.post in roles and o.time is None for o in parties.told_posts(person)):
        return True
    parent = material.events_by_id.get(event.part_of or "")
    told = (*event.citations, *(parent.citations if parent else ()))
    return any(_is_called(person, roles, c, material) for c in told)


def _is_called(person: str, roles: Sequence[str], words: Citation, material: Material) -> bool:
    """Say whether words name somebody by one of these posts, which the source says were his.

    "Deputy prime minister" holds the words of another post.
    """
    reading = material.readings.get(words.source_id)
    if reading is None:
        return False
    posts = {
        post.post
        for entity in reading.entities
        if canonical(material.entity_by_local, reading.source_id, entity.id) == person
        for post in entity.posts
    }
    roles = [role for role in roles if role in posts]
    for mention in reading.mentions:
        if mention.kind is not MentionKind.POST or not words.span.contains(mention.span):
            continue
        if canonical(material.entity_by_local, reading.source_id, mention.entity) != person:
            continue
        senses = sense_ids(mention.text, reading.language)
        if any(f"role:{role}" in senses for role in roles):
            return True
    return False


def _at_venues(facts: list[Milestone], understood: Understood, parties: Parties) -> list[Milestone]:
    """Give those that were at one of the places or in one of the states that a claim names."""
    venues = understood.venues
    if not venues:
        return facts
    places = {*venues, *map(parties.register_id, venues)}
    states = {parties.country(venue) for venue in venues if parties.is_state(venue)}
    return [fact for fact in facts if fact.place_id in places or fact.country in states]


def _fact_by_population(
    fact: Milestone, understood: Understood, population: Population, parties: Parties
) -> bool:
    roles = understood.roles
    if population.pair is not None:
        return population.pair <= {country for _, country in fact.roles}
    for name, (role, country) in zip(fact.people, fact.roles, strict=True):
        if population.person is not None and not _is_person(name, population.person, parties):
            continue
        if population.countries is not None and country not in population.countries:
            continue
        if country == fact.country and fact.country:
            continue
        if population.without is not None and country == population.without:
            continue
        if not roles or role in roles:
            return True
    return False


def _is_person(name: str, person: str, parties: Parties) -> bool:
    """Say whether a table's English name is that of an entity, as the register spells it."""
    known = parties.named(name)
    return name == parties.describe(person, "en") or known == parties.register_id(person)
