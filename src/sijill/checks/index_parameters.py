"""The tables of the relationship index go in; its parameters come out, values that runs can vary.

Weights, half-lives and limits are decisions of the project, not estimates; the tables say which.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sijill.tables import open_table

#: Papers of firms, and everything else.
BUSINESS = "business"
ANY = "any"


@dataclass(frozen=True, slots=True)
class TypeValue:
    """What an event of a type adds before rank and format, on two scales (about -1 to 1).

    `state_as` is the role that stands for a state named itself, `host_as` the role of a side that
    only the place tells; `guest` there means as high as the other side.
    """

    dimension: str
    plover: float
    goldstein: float
    state_as: str
    host_as: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension: its share of the whole, its half-life in years, its kappa."""

    id: str
    weight: float
    half_life: float
    kappa: float


@dataclass(frozen=True, slots=True)
class Parameters:
    """Everything that the index depends on beside the events.

    `types` maps (event type, papers) to its value; `assumed` are (first year, last year, coverage)
    with None for an open end; `settings` are the numbers of `index_settings.tsv`.
    """

    types: dict[tuple[str, str], TypeValue]
    dimensions: tuple[Dimension, ...]
    roles: dict[str, float]
    formats: dict[str, float]
    assumed: tuple[tuple[int | None, int | None, float], ...]
    settings: dict[str, float]

    def assumed_coverage(self, year: int) -> float:
        """Give the coverage assumed for a year."""
        return next(
            c
            for since, until, c in self.assumed
            if (since is None or since <= year) and (until is None or year <= until)
        )

    def whole(self, setting: str) -> int:
        """Give a setting that counts something."""
        return int(self.settings[setting])


@cache
def load_parameters() -> Parameters:
    """Read the parameters from the package's tables.

    Raises TableFault when a table lacks a column.
    """
    values = open_table(
        "protocol/index_values.tsv",
        ("type", "papers", "dimension", "plover", "goldstein", "state_as", "host_as"),
    )
    dimensions = open_table(
        "protocol/index_dimensions.tsv", ("id", "weight", "half_life_years", "kappa")
    )
    assumed = open_table("protocol/index_coverage.tsv", ("since", "until", "coverage"))
    return Parameters(
        types={
            (row["type"], row["papers"]): TypeValue(
                row["dimension"],
                float(row["plover"]),
                float(row["goldstein"]) / 10,
                row["state_as"],
                row["host_as"],
            )
            for row in values
        },
        dimensions=tuple(
            Dimension(
                row["id"], float(row["weight"]), float(row["half_life_years"]), float(row["kappa"])
            )
            for row in dimensions
        ),
        roles=_weights("roles"),
        formats=_weights("visit_formats"),
        assumed=tuple(
            (_year(r["since"]), _year(r["until"]), float(r["coverage"])) for r in assumed
        ),
        settings={
            row["setting"]: float(row["value"])
            for row in open_table("protocol/index_settings.tsv", ("setting", "value"))
        },
    )


def _weights(table: str) -> dict[str, float]:
    rows = open_table(f"protocol/{table}.tsv", ("id", "weight"))
    return {row["id"]: float(row["weight"]) for row in rows}


def _year(cell: str) -> int | None:
    return int(cell) if cell else None
