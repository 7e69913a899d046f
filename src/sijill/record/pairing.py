"""The anchored sentences of two texts go in; which sentences answer each other comes out.

Dynamic programming over beads of sentences as in Gale and Church, "A Program for Aligning
Sentences in Bilingual Corpora" (Computational Linguistics 19.1, 1993), with shared names, numbers
and dates in front of lengths; what stands in another order is paired afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from math import fsum

from sijill.record.anchors import Anchored, weights_of

#: How many sentences of each side make one bead, and what leaving the plain one-to-one costs.
_BEADS = {(1, 1): 0.0, (1, 2): 0.25, (2, 1): 0.25, (2, 2): 0.6, (1, 3): 0.6, (3, 1): 0.6}
#: Variance of the length of a translation, per code point (Gale and Church).
_VARIANCE = 6.8
#: What a bead loses for each weight that only one side has, and by odd lengths at most.
_UNSHARED = 0.3
_LENGTH = 0.25
#: Two sentences without any anchor answer each other by their place and length.
_SILENT = 0.15
#: From this likeness (0 to 1) two sentences that stand in another order answer each other.
_MOVED = 0.5
#: From this likeness sentences surely say the same.
_FIRM = 0.5


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that answer each other: indexes into both texts, either may be empty.

    `likeness` is twice the shared weight over all weight, 0 to 1.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class Pairing:
    """All beads of two texts, in the order of the left one, and how far the texts are one.

    `covered` is the share of the weight of the text with less that answering sentences have in
    common, 0 to 1. `firm` counts the beads that have half of all they hold in common; `answered`
    is their share among the sentences with anchors of the text with fewer.
    """

    beads: tuple[Bead, ...]
    covered: float
    firm: int
    answered: float


def pair(
    left: Sequence[Anchored],
    right: Sequence[Anchored],
    weights: Mapping[str, float] | None = None,
    *,
    least: float = 0.0,
) -> Pairing:
    """Pair the sentences of two texts. `weights` are those of `weights_of`, by default the pair's.

    Takes time and memory in proportion to the product of the numbers of sentences. Two texts that
    cannot have the share `least` of their weight in common get an empty pairing without that.
    """
    weights = weights_of((left, right)) if weights is None else weights
    if least and _most_common(left, right, weights) < least:
        return Pairing((), 0.0, 0, 0.0)
    beads = _filled(_moved(_in_order(left, right, weights), left, right, weights))
    own = [sum(_weight(s.anchors, weights) for s in side) for side in (left, right)]
    common, firm = 0.0, 0
    for bead in beads:
        common += _shared(_joined(left, bead.left), _joined(right, bead.right), weights)
        firm += bead.likeness >= _FIRM
    fewest = min(sum(1 for s in side if _weight(s.anchors, weights)) for side in (left, right))
    return Pairing(
        tuple(beads),
        common / min(own) if min(own) else 0.0,
        firm,
        min(1.0, firm / fewest) if fewest else 0.0,
    )


def _most_common(
    left: Sequence[Anchored], right: Sequence[Anchored], weights: Mapping[str, float]
) -> float:
    """Give what `covered` cannot exceed, in whichever order the sentences stand."""
    sides = (left, right)
    named = [{a for s in side for a in s.anchors} for side in sides]
    own = [sum(_weight(s.anchors, weights) for s in side) for side in sides]
    shared = [
        sum(_shared(s.anchors.keys(), other, weights) for s in side)
        for side, other in zip(sides, reversed(named), strict=True)
    ]
    return min(shared) / min(own) if min(own) else 0.0


def _in_order(
    left: Sequence[Anchored], right: Sequence[Anchored], weights: Mapping[str, float]
) -> list[Bead]:
    ratio = (sum(s.length for s in right) or 1) / (sum(s.length for s in left) or 1)
    touches = _touches(left, right, weights)
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            if not i and not j:
                continue
            gain, step = (best[i - 1][j], (1, 0)) if i else (best[i][j - 1], (0, 1))
            if j and best[i][j - 1] > gain:
                gain, step = best[i][j - 1], (0, 1)
            for (a, b), cost in _BEADS.items():
                if a > i or b > j or not _all_touch(touches, i - a, i, j - b, j):
                    continue
                own = _gain(left[i - a : i], right[j - b : j], ratio, weights) - cost
                if best[i - a][j - b] + own > gain:
                    gain, step = best[i - a][j - b] + own, (a, b)
            best[i][j], steps[i, j] = gain, step
    beads = []
    i, j = len(left), len(right)
    while i or j:
        a, b = steps[i, j]
        one, other = tuple(range(i - a, i)), tuple(range(j - b, j))
        beads.append(Bead(one, other, _likeness(left, one, right, other, weights)))
        i, j = i - a, j - b
    return beads[::-1]


def _touches(
    left: Sequence[Anchored], right: Sequence[Anchored], weights: Mapping[str, float]
) -> list[list[bool]]:
    """Say for each two sentences whether they share an anchor, or have none both."""
    ones = [frozenset(a for a in s.anchors if weights.get(a)) for s in left]
    others = [frozenset(a for a in s.anchors if weights.get(a)) for s in right]
    return [[not a.isdisjoint(b) if a or b else True for b in others] for a in ones]


def _all_touch(touches: Sequence[Sequence[bool]], i: int, k: int, j: int, m: int) -> bool:
    """Say whether every sentence of a bead has something in common with the other side."""
    rows = range(i, k)
    return all(any(touches[n][j:m]) for n in rows) and all(
        any(touches[n][o] for n in rows) for o in range(j, m)
    )


def _gain(
    one: Sequence[Anchored],
    other: Sequence[Anchored],
    ratio: float,
    weights: Mapping[str, float],
) -> float:
    a, b = _joined(one, range(len(one))), _joined(other, range(len(other)))
    shared = _shared(a, b, weights)
    unshared = _weight(a, weights) + _weight(b, weights) - 2 * shared
    expected = sum(s.length for s in one) * ratio
    odd = (sum(s.length for s in other) - expected) ** 2 / (_VARIANCE * max(expected, 1.0))
    gain = 2 * shared - _UNSHARED * unshared - _LENGTH * min(odd / 9, 2.0)
    return gain + (_SILENT if not shared and unshared < 1e-9 else 0.0)


def _moved(
    beads: list[Bead],
    left: Sequence[Anchored],
    right: Sequence[Anchored],
    weights: Mapping[str, float],
) -> list[Bead]:
    """Pair sentences left alone on both sides that are alike, whatever their order."""
    ones = [b.left[0] for b in beads if not b.right]
    others = [b.right[0] for b in beads if not b.left]
    options = sorted(
        (-likeness, i, j)
        for i in ones
        for j in others
        if (likeness := _likeness(left, (i,), right, (j,), weights)) >= _MOVED
    )
    answer: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for minus, i, j in options:
        if i not in answer and j not in taken:
            answer[i] = j, -minus
            taken.add(j)
    result = []
    for bead in beads:
        if not bead.right and bead.left[0] in answer:
            j, likeness = answer[bead.left[0]]
            result.append(Bead(bead.left, (j,), likeness))
        elif bead.left or bead.right[0] not in taken:
            result.append(bead)
    return result


def _filled(beads: list[Bead]) -> list[Bead]:
    """Pair what is left over between two answered places, if it is as many on both sides."""
    result: list[Bead] = []
    gap: list[Bead] = []
    for bead in [*beads, None]:
        if bead is not None and not (bead.left and bead.right):
            gap.append(bead)
            continue
        ones = [b.left[0] for b in gap if b.left]
        others = [b.right[0] for b in gap if b.right]
        if ones and len(ones) == len(others):
            result += [Bead((i,), (j,), 0.0) for i, j in zip(ones, others, strict=True)]
        else:
            result += gap
        gap = []
        if bead is not None:
            result.append(bead)
    return result


def _joined(sentences: Sequence[Anchored], which: Sequence[int] | range) -> Set[str]:
    if len(which) == 1:
        return sentences[which[0]].anchors.keys()
    return {anchor for number in which for anchor in sentences[number].anchors}


def _weight(anchors: Iterable[str], weights: Mapping[str, float]) -> float:
    return fsum(weights.get(anchor, 0.0) for anchor in anchors)  # the same in any order


def _shared(one: Set[str], other: Set[str], weights: Mapping[str, float]) -> float:
    return _weight(one & other, weights)


def _likeness(
    left: Sequence[Anchored],
    one: Sequence[int],
    right: Sequence[Anchored],
    other: Sequence[int],
    weights: Mapping[str, float],
) -> float:
    a, b = _joined(left, one), _joined(right, other)
    whole = _weight(a, weights) + _weight(b, weights)
    return 2 * _shared(a, b, weights) / whole if whole else 0.0
