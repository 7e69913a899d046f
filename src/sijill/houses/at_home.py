"""How a place or house is called goes in; whether that makes it one of the country of the language,
or of any state, comes out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from functools import cache

from sijill.documents.document import PLACE, MentionKind
from sijill.documents.expressions import NOTHING, expression
from sijill.tables import open_table


def is_of_any_state(
    names: Iterable[str], country: str | None, states: Collection[str | None], language: str
) -> bool:
    """Say whether a house is called as any state calls its own, where others are told: 国会.

    `names` are all that the text calls it; `states` the register ids of the states it tells of.
    """
    if not states or not country or country.lower() in states:
        return False
    return all(expression(language, "house_of_any").fullmatch(name) for name in names)


def is_at_home(
    kind: MentionKind, names: Iterable[str], states: Set[str | None], language: str
) -> bool:
    """Say whether a place is of the country of a language by how it is written: «根室市».

    Where a text tells of a state that writes its towns so, too, nobody can say.
    """
    home = expression(language, "home_place")
    if home is NOTHING or kind is not PLACE:
        return False
    return _kanji_states().isdisjoint(states) and any(map(home.fullmatch, names))


@cache
def _kanji_states() -> frozenset[str]:
    """Give the register ids of states whose towns have names in kanji."""
    rows = open_table("world/kanji_states.tsv", ("country",))
    return frozenset(row["country"].lower() for row in rows)
