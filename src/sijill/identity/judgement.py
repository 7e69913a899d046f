"""Whether two names pick out one person, body or place: who says so, in which words, on what.

Judgements are kept, clusters are worked out from them: nothing is merged in place, so withdrawing
a judgement brings back what was there before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sijill.citation import Citation


class Verdict(Enum):
    """What a judgement says of its two sides."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


#: How the `by` of a judgement made by a rule begins; after it comes the rule's name.
BY_RULE = "rule:"
#: How the `by` of a judgement made by a person begins; after it comes who.
BY_PERSON = "person:"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement on two sides, the smaller id on the left.

    A side is `<source id>#<local entity id>`, or a canonical id (of the register or of an entity
    of the record). `reason` is a sentence; `evidence` cites the words it stands on; `score` lies
    between 0 and 1. Make one with `judge`, which puts the sides in order.
    """

    left: str
    right: str
    verdict: Verdict
    reason: str
    by: str
    score: float = 1.0
    evidence: tuple[Citation, ...] = ()

    @property
    def is_by_person(self) -> bool:
        """Say whether a person made it: it then stands above every rule."""
        return self.by.startswith(BY_PERSON)


def judge(
    one: str,
    other: str,
    verdict: Verdict,
    reason: str,
    *,
    by: str,
    score: float = 1.0,
    evidence: tuple[Citation, ...] = (),
) -> Judgement:
    """Make a judgement with its sides in order.

    Raises ValueError when both sides are one.
    """
    if one == other:
        raise ValueError(f"a judgement needs two sides, both are “{one}”")
    left, right = sorted((one, other))
    return Judgement(left, right, verdict, reason, by, round(score, 3), evidence)
