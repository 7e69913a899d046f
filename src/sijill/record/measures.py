"""What is reckoned over a record as a whole: the relationship index, year by year, and its tests.

These are numbers of ours and no words of a source; every year names the items it stands on.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class IndexYear:
    """The relationship at the end of one year, on a scale from -100 to 100.

    `recorded` counts what the record holds and nothing else; `value` is the median and `low` to
    `high` the 90 % band once what the record has surely missed is drawn in. `p_grew` is the share
    of the draws in which the year lies above the year before (None in the first year); `word` is
    first, grew, fell or cannot_tell. `coverage` is the share of the year's contacts that the record
    holds, `basis` whether that is measured or assumed; an assumed one makes the year `grey`.
    `components` are the points that each dimension gives to `recorded`; `flow` is the sum of what
    the year's own contacts add, without decay; `contacts` how many there are; `items` are the
    events they are made of.
    """

    year: int
    value: float
    low: float
    high: float
    recorded: float
    p_grew: float | None
    word: str
    coverage: float
    basis: str
    grey: bool
    flow: float
    contacts: int
    components: dict[str, float] = field(default_factory=dict)
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexRun:
    """The index reckoned otherwise: what would change if a decision of ours were another one.

    `r` is Pearson's correlation with the values of the index, None where one of them never moves;
    `opposite` are the years whose word is the contrary one.
    """

    id: str
    r: float | None
    grew: tuple[int, ...]
    fell: tuple[int, ...]
    opposite: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class IndexTrend:
    """Whether the means of blocks of years rise: Mann-Kendall's tau and p, Theil and Sen's slope.

    `points` are (first year, last year, mean); `slope` is in points of the index for one block,
    with its 95 % interval; `word` is rising, falling, no_trend or too_few. `grey` says that most
    of the years rest on an assumed coverage, so that the word is a guess.
    """

    points: tuple[tuple[int, int, float], ...]
    tau: float | None
    p: float | None
    slope: float | None
    slope_low: float | None
    slope_high: float | None
    word: str
    grey: bool


@dataclass(frozen=True, slots=True)
class RelationshipIndex:
    """The relationship index of a record.

    `every_year` is the strict test of "stronger every year": contradicted by a year that fell
    under a measured coverage, supported if every year grew under one, else not_enough; `fallen`
    are the years that contradict. `events` counts the dated events that the index stands on.
    """

    between: tuple[str, str]
    events: int
    years: tuple[IndexYear, ...]
    every_year: str
    fallen: tuple[int, ...]
    trend: IndexTrend
    runs: tuple[IndexRun, ...]
    draws: int
    seed: int
