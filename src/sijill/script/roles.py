"""The parts in an event go in; who is guest, who is host, and how each is named come out."""

from __future__ import annotations

from collections.abc import Callable

from sijill.record.items import EventItem
from sijill.script.facts import Story
from sijill.script.hours import length, minutes_of
from sijill.script.narration.words import Told
from sijill.script.teller import Teller

#: A part in a sentence: makes its phrase when the sentence is written.
Role = Callable[[Teller], Told | None]
#: The key of the patterns, and the parts by the names of their slots.
Plan = tuple[str, dict[str, Role]]


def person(person_id: str, event: EventItem) -> Role:
    """Name a person when the sentence is written."""
    return lambda teller: teller.person(person_id, event.date)


def party(ids: list[str], event: EventItem, *, titled: bool = False) -> Role:
    """Name people, states or bodies when the sentence is written."""
    return lambda teller: teller.parties(ids, event.date, titled=titled)


def minutes(event: EventItem) -> dict[str, Role]:
    """Give the length of an event in minutes as a part, where it is told."""
    if minutes_of(event) is None:
        return {}
    return {"minutes": lambda teller: length(teller, event)}


def bodies_of(story: Story, event: EventItem) -> list[str]:
    """Give the participants that are organisations."""
    kinds = {p: story.names.entity(p) for p in event.participants}
    return [p for p, entity in kinds.items() if entity and entity.kind == "organisation"]


def states_of(story: Story, event: EventItem) -> list[str]:
    """Participants that are states, by code or as a place of the record."""
    return [p for p in event.participants if is_state(story, p)]


def is_state(story: Story, entity_id: str | None) -> bool:
    """Say whether an id is a state."""
    if not entity_id:
        return False
    entity = story.names.entity(entity_id)
    if entity is None:
        return len(entity_id) == 2
    return (
        entity.kind == "place" and bool(entity.country) and entity_id == str(entity.country).lower()
    )


def sides(story: Story, event: EventItem) -> tuple[list[str], list[str]]:
    """Part the people of an event into guests and hosts.

    The host is who reigns, else who is of the state where it happens; the main guest of the story
    is a guest. Where nothing tells, the first named is the host.
    """
    people = story.names.people(event.participants)
    monarchs = [p for p in people if story.is_monarch(p, event.date)]
    ground = story.country_of(event.place)
    if ground is None and story.visit is not None and story.in_main_visit(event):
        ground = story.country_of(story.visit.place)
    if monarchs and len(monarchs) < len(people):
        realm = story.country_of(monarchs[0])
        hosts = [p for p in people if story.country_of(p) == realm]
    elif ground is not None:
        hosts = [p for p in people if story.country_of(p) == ground]
    else:
        hosts = [p for p in people if p != story.guest][:1]
    hosts.sort(key=lambda p: (story.rank_of(p, event.date), event.participants.index(p)))
    guests = [p for p in people if p not in hosts]
    if not guests and story.guest in hosts and len(hosts) > 1:
        guests = [p for p in hosts if p == story.guest]
        hosts = [p for p in hosts if p != story.guest]
    return guests, hosts
