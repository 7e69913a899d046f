"""A visit told behind a reception goes in; who travels comes out: the guest, and not the host.

“The Sultan received the President at the Palace on the first day of a state visit”: the visit has
no traveller of its own, and who does what the clause tells is at home.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.happenings.drafts import Draft, Scene
from sijill.happenings.triggers import Trigger

# The reception is one of so few drafts before.
_BACK = 6


def travels(
    scene: Scene, drafts: Sequence[Draft], trigger: Trigger, people: Sequence[str]
) -> list[str]:
    """Give who travels: of a host who receives somebody from abroad at home, whom he receives.

    `drafts` are those told before, `people` the travellers as the clause alone tells them.
    """
    told = [
        d
        for d in drafts[-_BACK:]
        if d.trigger.type == "reception" and d.trigger.sentence == trigger.sentence
    ]
    if trigger.frame == "verb" or not told or told[-1].people[:1] != list(people[:1]):
        return list(people)
    host, *guests = told[-1].people
    home = _country(scene, host)
    if home is None or not guests or _country(scene, guests[0]) in (None, home):
        return list(people)
    # Where the visit goes, else where they met, says who is at home.
    where = scene.arguments.destination(trigger) or told[-1].place
    return guests[:1] if where is not None and _country(scene, where) == home else list(people)


def _country(scene: Scene, entity_id: str) -> str | None:
    entity = scene.passage.entities.get(entity_id)
    return entity.country if entity else None
