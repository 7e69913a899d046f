"""The words of a claim and who is named in it go in; who could have been first comes out, a reading
each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijill.documents.expressions import expression
from sijill.tellings.claim_words import after
from sijill.tellings.families import family
from sijill.tellings.parties import Parties
from sijill.tellings.reference import region_of, regions

#: A claim of three words has its limits in the rest of its sentence; where words are not parted,
#: one of so few code points.
SHORT = 12
#: Families of what is always between states.
_BETWEEN = frozenset({"signing", "agreement"})


@dataclass(frozen=True, slots=True)
class Population:
    """Who could have been first.

    `countries` are states (None for all), `region` their region's id; `person` is one person;
    `pair` are two states between which something was. `without` is the state that the claim itself
    is about: another state must have been the other one.
    """

    countries: frozenset[str] | None = None
    person: str | None = None
    region: str | None = None
    pair: frozenset[str] | None = None
    without: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The meanings of a claim's own words, of its sentence, and of what stands beside the claim."""

    own: Sequence[str]
    wide: Sequence[str]
    near: Sequence[str]
    text: str
    language: str

    @property
    def is_short(self) -> bool:
        """Say whether a claim is too short to have its limits in its own words."""
        return len(self.text.split()) < 4 and (" " in self.text or len(self.text) < SHORT)


def populations(
    words: Words,
    named_here: Sequence[str],
    named: Sequence[str],
    venues: Sequence[str],
    types: Sequence[str],
    subject: str | None,
    origin: str | None,
    parties: Parties,
) -> tuple[Population, ...]:
    """Give who could have been first; none where the words limit it unknowably.

    "His first visit" ranges over his own; "first of our region" over the region of the one who
    speaks or acts; a claim about all of several things at once is narrower than the record can
    tell. `named_here` are those named in the claim, `named` in its sentence.
    """
    if "whole" in words.own:
        return ()
    if "possessive" in words.near and "own_region" not in words.near:
        person = subject if parties.kind(subject) == "person" else None
        return (Population(person=person),) if person else ()
    own_state = _own_state(words, named, venues, parties)
    is_goal = any(parties.kind(v) == "place" and not parties.is_state(v) for v in venues)
    for senses in (words.own, words.wide if words.is_short else ()):
        named_region = after(list(senses), "region:")
        if named_region and not ("visit" in types and is_goal):
            region = regions()[named_region[0]]
            return (Population(region.countries, region=region.id, without=own_state),)
        if "own_region" in senses:
            known = parties.kind(subject) == "person"
            found = region_of(parties.country(subject)) if known else None
            if found is None:
                return ()
            return (Population(found.countries, region=found.id, without=own_state),)
    people = [n for n in named_here if parties.kind(n) == "person"]
    if people and not (origin is not None and "before" in words.own):
        return (Population(person=people[0]),)
    if origin is not None:
        return (Population(frozenset({origin})),)
    return _of_states(words, named_here, venues, types, subject, parties)


def _of_states(
    words: Words,
    named_here: Sequence[str],
    venues: Sequence[str],
    types: Sequence[str],
    subject: str | None,
    parties: Parties,
) -> tuple[Population, ...]:
    states = list(
        dict.fromkeys(
            c for n in named_here if parties.is_state(n) and (c := parties.country(n)) is not None
        )
    )
    if len(states) == 2 and not after(list(words.own), "role:") and _is_of_two(types):
        # "The first agreement on water" is narrower than the record can tell.
        if expression(words.language, "topic_limit").search(words.text):
            return ()
        return (Population(pair=frozenset(states)),)
    hosts = {parties.country(v) for v in venues}
    guests = [c for c in states if c not in hosts]
    if guests:
        return (Population(frozenset(guests[:1])),)
    country = parties.country(subject)
    if "visit" in types and subject and country:
        return Population(frozenset({country})), Population(person=subject)
    return (Population(),)


def _is_of_two(types: Sequence[str]) -> bool:
    return bool(types) and all(family(t).families & _BETWEEN for t in types)


def _own_state(
    words: Words, named: Sequence[str], venues: Sequence[str], parties: Parties
) -> str | None:
    """Give the state that "the only Arab state whose president spoke there" is said of.

    It is the one named in the sentence that is not the house's own.
    """
    if "role:state" not in words.own:
        return None
    hosts = {parties.country(v) for v in venues}
    states = [parties.country(n) for n in named if parties.is_state(n)]
    others = [c for c in dict.fromkeys(states) if c is not None and c not in hosts]
    return others[0] if len(others) == 1 else None
