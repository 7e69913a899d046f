"""The posts of one person go in; those come out that only say shortly what another says in full."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sijill.documents.document import ORGANISATION
from sijill.documents.expressions import expression
from sijill.people.posts import PostReading
from sijill.text import fold

#: Roles of whoever heads something, until the body tells which.
VAGUE_HEADS = frozenset(("senior_official", "chief_executive", "head_of_state", "vice_president"))


#: «The minister» is seldom a deputy.
DEPUTY = 0.8


def of_ministry(reading: PostReading, roles: Collection[str], language: str) -> PostReading:
    """Give a bare «мемлекеттік хатшы» as that of a ministry, where its holder was told so.

    `roles` are those of the holder. Alone the words tell a foreign minister.
    """
    secretary = expression(language, "state_secretary").search(reading.mention.text)
    if secretary is None or not reading.is_bare or "deputy_minister" not in roles:
        return reading
    return replace(reading, role="deputy_minister")


def told_with_house(readings: Sequence[PostReading]) -> dict[tuple[str, str], list[PostReading]]:
    """Give the posts that name a house, by status and folded words."""
    found: dict[tuple[str, str], list[PostReading]] = {}
    for reading in readings:
        house = reading.body_mention
        if house is not None and house.kind is ORGANISATION:
            key = (reading.status, fold(reading.mention.text))
            found.setdefault(key, []).append(reading)
    return found


def is_said_again(
    reading: PostReading, with_house: Mapping[tuple[str, str], Sequence[PostReading]]
) -> bool:
    """Say whether «the director» only says shortly what was told with its house: it has no other.

    Whatever house is told right before it is another's.
    """
    is_head = reading.is_leader and reading.role in VAGUE_HEADS
    # «Мемлекеттік хатшы» alone is a foreign minister, of a ministry told before he is a deputy.
    if not reading.is_bare or not (is_head or reading.role == "foreign_minister"):
        return False
    words = fold(reading.mention.text)
    return bool(words) and any(
        status == reading.status and words in told and any(other is not reading for other in others)
        for (status, told), others in with_house.items()
    )
