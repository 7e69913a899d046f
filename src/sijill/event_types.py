"""The table of event types (`protocol/event_types.tsv`) goes in; the types that have a trait in
common come out.

What each trait says is told in the head of the table.
"""

from __future__ import annotations

from functools import cache

from sijill.tables import cell_list, open_table

#: What holds of a type that the table lacks: a day may have many of its kind.
_UNKNOWN = frozenset({"several"})


@cache
def _traits() -> dict[str, frozenset[str]]:
    rows = open_table("protocol/event_types.tsv", ("id", "traits"))
    return {row["id"]: frozenset(cell_list(row["traits"])) for row in rows}


@cache
def types_with(trait: str) -> frozenset[str]:
    """Give the ids of the event types that have a trait.

    Raises ValueError for a trait that no type has.
    """
    found = frozenset(id_ for id_, traits in _traits().items() if trait in traits)
    if not found:
        raise ValueError(f"no trait of event types: {trait}")
    return found


def has_trait(event_type: str, trait: str) -> bool:
    """Say whether a type has a trait of the table, such as `part` or `once`."""
    return trait in _traits().get(event_type, _UNKNOWN)
