"""The table of event families goes in; which event types can be two words for one happening
comes out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sijill.event_types import has_trait
from sijill.tables import cell_list, open_table


@dataclass(frozen=True, slots=True)
class Family:
    """What an event type allows: its families, and its rank among names for a thing.

    Of two types for one happening the one with the smaller `rank` names it better.
    """

    type: str
    families: frozenset[str]
    rank: int


@cache
def _families() -> dict[str, Family]:
    rows = open_table("protocol/event_families.tsv", ("type", "families"))
    return {
        row["type"]: Family(
            row["type"],
            frozenset(cell_list(row["families"])),
            rank,
        )
        for rank, row in enumerate(rows)
    }


def family(event_type: str) -> Family:
    """Give what is known of an event type; a type the table lacks is a family of its own."""
    known = _families().get(event_type)
    return known or Family(event_type, frozenset({event_type}), 999)


def is_same_kind(left: str, right: str) -> bool:
    """Say whether two types are one kind of happening for counting: the same, or both speeches."""
    return left == right or (has_trait(left, "one_speaker") and has_trait(right, "one_speaker"))


def may_name_one(left: str, right: str) -> bool:
    """Say whether two types can name one happening."""
    return bool(family(left).families & family(right).families)
