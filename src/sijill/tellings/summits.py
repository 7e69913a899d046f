"""The telling of a summit goes in; it comes out with the states and leaders whose summit it is.

Members come from the name of a format, from the region a sentence names, or from the other summit
of the same text; leaders from the paragraph that tells it. All are marked as inferred.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijill.documents.document import Status
from sijill.event_types import has_trait
from sijill.roles import roles_with
from sijill.tellings.claim_words import after, sense_ids
from sijill.tellings.parties import Parties
from sijill.tellings.reference import format_members, regions
from sijill.tellings.told import Told

#: A meeting of more states than this is not told by naming its region.
LARGEST_FORMAT = 12
#: Who goes to a summit.
_LEADERS = ("head_of_state", "head_of_government")


def with_members(told: Told, group: Sequence[Told], parties: Parties) -> Told:
    """Add the states that a meeting of a format or of a region's states is a meeting of.

    "The first summit between Japan and the five Central Asian states" names its parties; so does
    the name of a dialogue whose members are known; "the summit" of the same text is one of the
    same states. A state of which somebody is named is there.
    """
    if not has_trait(told.type, "series"):
        return told
    members = _members(told, parties)
    if not members:
        others = {_members(t, parties) for t in group if has_trait(t.type, "series")}
        others.discard(frozenset())
        members = others.pop() if len(others) == 1 else frozenset()
    there = {parties.country(p) for p in told.participants if p not in told.inferred}
    added = [
        code.lower()
        for code in sorted(members)
        if code not in there and parties.is_state(code.lower()) and code.lower() in parties
    ]
    return replace(
        told,
        participants=(*told.participants, *added),
        inferred=told.inferred | set(added),
    )


def named_beside(told: Told, people: Sequence[tuple[int, str]], text: str) -> frozenset[str]:
    """Give the people named in the paragraph that tells an event."""
    start = text.rfind("\n", 0, told.trigger.start) + 1
    end = text.find("\n", told.trigger.end)
    return frozenset(p for at, p in people if start <= at and (at < end or end < 0))


def with_leaders(told: Told, people: frozenset[str], parties: Parties) -> Told:
    """Let the leaders named in a summit's paragraph stand for their states.

    Only of a summit that was held, and only where one leader of a state is named.
    """
    if told.type != "summit" or told.status is not Status.HELD:
        return told
    day = told.edtf or (told.published.edtf if told.published else None)
    states = [p for p in told.participants if parties.is_state(p)]
    leaders: dict[str, str] = {}
    for state in states:
        found = [
            p
            for p in sorted(people)
            if parties.country(p) == parties.country(state)
            and any(parties.held_role(p, role, day) for role in _LEADERS)
        ]
        if len(found) == 1:
            leaders[state] = found[0]
    if not leaders or day is None:
        return told
    kept = [p for p in told.participants if p not in leaders]
    added = [p for p in leaders.values() if p not in kept]
    return replace(
        told,
        participants=(*kept, *added),
        inferred=told.inferred | set(added),
    )


def _members(told: Told, parties: Parties) -> frozenset[str]:
    """Give the states (country codes) that the words of a telling make it a meeting of."""
    members: set[str] = set()
    date = told.date or told.published
    for participant in told.participants:
        members |= set(format_members(parties.register_id(participant), date))
    if not members:
        named = after(sense_ids(told.evidence.exact, told.language), "region:")
        if named:
            members = set(regions()[named[0]].countries)
            # "Japan and the states of Central Asia": the other side belongs to the meeting.
            # So does that of somebody who is told to be there for a state.
            day = told.edtf or (told.published.edtf if told.published else None)
            states = {
                parties.country(p)
                for p in told.participants
                if parties.is_state(p) or _acts_for_a_state(p, day, parties)
            }
            members |= {c for c in states if c}
    return frozenset(members) if 1 < len(members) <= LARGEST_FORMAT else frozenset()


def _acts_for_a_state(person: str, day: str | None, parties: Parties) -> bool:
    """Say whether somebody holds a post of his own state on a day."""
    state = parties.country(person)
    return any(
        o.body == state and o.post in roles_with("high") for o in parties.posts_at(person, day)
    )
