"""The countries that a text names go in; which of two peoples of one name it means comes out.

«الكونغولي» is of Brazzaville or Kinshasa, “Dominican” of two islands: a text that names only the
other state means the people of that one. The table is `data/world/namesake_peoples.tsv`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from sijill.documents.document import PLACE, Mention
from sijill.documents.mentions_by_kind import Mentions
from sijill.mentions.names import name_parts
from sijill.people.posts import PostReading
from sijill.tables import open_table


@cache
def _others() -> tuple[tuple[str, str], ...]:
    rows = open_table("world/namesake_peoples.tsv", ("word_of", "other"))
    return tuple((row["word_of"], row["other"]) for row in rows)


def meant_by(told: Set[str]) -> dict[str, str]:
    """Give for each country that a word may be listed with the one that a text means instead.

    `told` are the countries of the places and bodies that it names.
    """
    return {word_of: other for word_of, other in _others() if other in told and word_of not in told}


def with_meant_states(mentions: Sequence[Mention], language: str) -> Mentions:
    """Give the mentions with the state that a short name means: «Конго» of «Конго Республикасы».

    The register knows the short name of one of two states; a text that calls the other one by a
    longer name with these words, and the first by none, means that one.
    """
    mentions = Mentions(mentions)
    places = mentions.by_kind[PLACE]
    told = {m.value for m in places}
    meant: dict[str, str] = {}
    for one, other in _namesakes():
        if one in told and other in told:
            mine, theirs = (_parts(places, state, language) for state in (one, other))
            if all(any(short < name for name in theirs) for short in mine):
                meant[one] = other
    if not meant:
        return mentions
    return Mentions(
        replace(m, value=meant[m.value]) if m.kind is PLACE and m.value in meant else m
        for m in mentions
    )


@cache
def _namesakes() -> tuple[tuple[str, str], ...]:
    """Give the register ids of each state with that of the other one of its name."""
    pairs = (pair for row in _others() for pair in (row, row[::-1]))
    return tuple((one.lower(), other.lower()) for one, other in pairs)


def _parts(places: Sequence[Mention], state: str, language: str) -> list[frozenset[str]]:
    """Give the parts of each name by which a text calls a state."""
    return [frozenset(name_parts(m.text, language)) for m in places if m.value == state]


def settle_namesakes(
    readings: Mapping[str, PostReading], meant: Mapping[str, str]
) -> dict[str, PostReading]:
    """Give the posts of a text with the countries that it means."""
    return {
        key: replace(r, country=meant[r.country]) if r.country and r.country in meant else r
        for key, r in readings.items()
    }
