"""The table of roles (`protocol/roles.tsv`) goes in; roles that have a trait in common come
out, and what the deputies of their holders are.

Traits: `state` is held for a state, whose code is then its body; `body` in an organisation;
`calling` is a profession told without either; `top` stands at the head of a state; `single` has
one holder at a time; `royal` is borne by birth; `high` travels as a guest of state; `ministry` is
of a ministry; `common` is held by many in one country; `stateless` says little of a country;
`envoy` stands for a state in another.
"""

from __future__ import annotations

from functools import cache

from sijill.errors import TableFault
from sijill.tables import data_path, open_table

TRAITS = ("state", "body", "calling", "top", "single", "royal", "high", "ministry", "common",
          "stateless", "envoy")  # fmt: skip


@cache
def roles_with(trait: str) -> frozenset[str]:
    """Give the ids of the roles that have a trait.

    Raises TableFault when the table holds a trait that is not listed here, ValueError for a trait
    that is none.
    """
    if trait not in TRAITS:
        raise ValueError(f"no trait of roles: {trait}")
    found = set()
    for row in open_table("protocol/roles.tsv", ("id", "traits")):
        traits = row["traits"].replace("-", "").split()
        unknown = [t for t in traits if t not in TRAITS]
        if unknown:
            raise TableFault(
                f"“{row['id']}” has a trait “{unknown[0]}”",
                path=str(data_path("protocol/roles.tsv")),
                remedy=f"The traits are: {', '.join(TRAITS)}.",
            )
        if trait in traits:
            found.add(row["id"])
    return frozenset(found)


@cache
def role_ranks() -> dict[str, int]:
    """Give the order of protocol of each role: 1 is the highest, ties are allowed."""
    return {row["id"]: int(row["rank"]) for row in open_table("protocol/roles.tsv", ("id", "rank"))}


@cache
def _deputies() -> dict[str, str]:
    rows = open_table("protocol/roles.tsv", ("id", "deputy"))
    return {row["id"]: row["deputy"] for row in rows if row["deputy"] != "-"}


def deputy_of(role: str) -> str:
    """Give the role of a deputy to whoever holds a role: the same, where it has none of its own."""
    return _deputies().get(role, role)
