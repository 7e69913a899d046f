"""A visit told behind a reception goes in; who travels comes out: the guest, and not the host.

“The Sultan received the President at the Palace on the first day of a state visit”: the visit has
no traveller of its own, and who does what the clause tells is at home.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sijill.events.contacts import Contacts
from sijill.happenings.drafts import Discourse
from sijill.happenings.triggers import Trigger


def travels(
    discourse: Discourse, contacts: Contacts, trigger: Trigger, people: Sequence[str]
) -> list[str]:
    """Give who travels: of a host who receives somebody from abroad, whom he receives.

    `people` are the travellers as the clause alone tells them. Who receives is abroad only where
    the visit goes, or they met, in another country than his.
    """
    reception = _reception_before(discourse, trigger)
    if trigger.frame == "verb" or reception is None or not people:
        return list(people)
    hosts, guests = contacts.sides(reception)
    home = _country(discourse, people[0])
    if people[0] not in hosts or home is None or not guests:
        return list(people)
    if _country(discourse, guests[0]) in (None, home):
        return list(people)
    where = discourse.arguments.destination(trigger)
    where = where or discourse.arguments.place(reception, discourse.triggers)
    is_at_home = where is None or _country(discourse, where) in (None, home)
    return guests[:1] if is_at_home else list(people)


def _reception_before(discourse: Discourse, trigger: Trigger) -> Trigger | None:
    """Give the last words of receiving before a trigger in its sentence."""
    triggers = discourse.triggers
    at = bisect_left(triggers, trigger.start, key=lambda t: t.start)
    while at and triggers[at - 1].sentence == trigger.sentence:
        at -= 1
        if triggers[at].type == "reception":
            return triggers[at]
    return None


def _country(discourse: Discourse, entity_id: str) -> str | None:
    entity = discourse.passage.entities.get(entity_id)
    return entity.country if entity else None
