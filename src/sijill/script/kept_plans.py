"""A plan whose day has passed goes in; what the record holds of its coming about comes out.

“Due in Hanoi in December”, and he met the minister there on the 5th: that no source says that the
visit took place would be true of the word alone.
"""

from __future__ import annotations

from sijill.dates import sort_key
from sijill.documents.document import Status
from sijill.event_types import has_trait
from sijill.record.items import EventItem
from sijill.script.facts import Story
from sijill.script.roles import is_state


def came_about_as(story: Story, plan: EventItem) -> EventItem | None:
    """Give the first happening that shows that a plan was kept; None for what is no plan."""
    if plan.status is not Status.PLANNED or plan.date is None:
        return None
    people = set(story.names.people(plan.participants))
    if not people:
        return None
    held = (e for e in story.pairs_own if e.status is Status.HELD and _is_within(e, plan))
    return next((e for e in held if _keeps(story, e, plan, people)), None)


def _is_within(event: EventItem, plan: EventItem) -> bool:
    """Say whether an event was in the time that a plan was made for."""
    if event.date is None:
        return False
    (first, last), (begun, ended) = sort_key(plan.date), sort_key(event.date)
    return first <= begun and ended <= last


def _keeps(story: Story, event: EventItem, plan: EventItem, people: set[str]) -> bool:
    """Say whether those of a plan were where it was to bring them, or with each other."""
    there = people & set(event.participants)
    if has_trait(plan.type, "host_place"):
        if plan.place is None or event.place is None or not there:
            return False
        if is_state(story, plan.place):
            return story.country_of(event.place) == story.country_of(plan.place)
        return event.place == plan.place
    if not all(has_trait(e.type, "two_sided") for e in (event, plan)) or len(people) < 2:
        return False
    # Talks that two sides agreed on may be held by others of each.
    sides = {story.country_of(p) for p in people}
    alike = event.type == plan.type and sides == story.pair
    return there == people or (alike and story.is_of_pair(event))
