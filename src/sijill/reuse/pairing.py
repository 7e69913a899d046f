"""The anchored sentences of two texts go in; which sentences answer each other comes out.

Dynamic programming over beads of sentences as in Gale and Church, "A Program for Aligning
Sentences in Bilingual Corpora" (Computational Linguistics 19.1, 1993), with shared names, numbers
and dates in front of lengths; what stands in another order is paired afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from sijill.reuse.anchors import Anchored, weights_of

#: How many sentences of each side make one bead, and what leaving the plain one-to-one costs.
_ONE, _ONE_TWO, _TWO_ONE, _TWO = (1, 1, 0.0), (1, 2, 0.25), (2, 1, 0.25), (2, 2, 0.6)
_ONE_THREE, _THREE_ONE = (1, 3, 0.6), (3, 1, 0.6)
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
    both = _Both(left, right, weights)
    own = [sum(side.weight(at, 1) for at in range(len(side.masks))) for side in both.sides]
    if least and both.most_common(own) < least:
        return Pairing((), 0.0, 0, 0.0)
    beads = _filled(_moved(_in_order(both), both))
    common, firm = 0.0, 0
    for bead in beads:
        common += both.shared(both.left.mask_of(bead.left), both.right.mask_of(bead.right))
        firm += bead.likeness >= _FIRM
    fewest = min(
        sum(1 for at in range(len(side.masks)) if side.weight(at, 1)) for side in both.sides
    )
    return Pairing(
        tuple(beads),
        common / min(own) if min(own) else 0.0,
        firm,
        min(1.0, firm / fewest) if fewest else 0.0,
    )


class _Side:
    """The sentences of one text while it is paired.

    `masks` have a bit for each anchor of weight that both texts have, `silent` says of which
    sentences nothing has weight.
    """

    def __init__(
        self, sentences: Sequence[Anchored], bits: Mapping[str, int], weights: Mapping[str, float]
    ) -> None:
        self._anchors = [sentence.anchors.keys() for sentence in sentences]
        self._weights = weights
        self._weight: dict[tuple[int, int], float] = {}
        self.masks = [sum(bits[a] for a in own if a in bits) for own in self._anchors]
        self.silent = [
            not mask and not any(weights.get(a) for a in own)
            for mask, own in zip(self.masks, self._anchors, strict=True)
        ]
        self.lengths = [sentence.length for sentence in sentences]

    def weight(self, start: int, count: int) -> float:
        """Give the weight of all anchors of some sentences together."""
        known = self._weight.get((start, count))
        if known is None:
            anchors = (
                self._anchors[start]
                if count == 1
                else {a for own in self._anchors[start : start + count] for a in own}
            )
            known = fsum([self._weights.get(a, 0.0) for a in anchors])  # the same in any order
            self._weight[start, count] = known
        return known

    def mask_of(self, which: Sequence[int]) -> int:
        """Give the bits of some sentences together."""
        mask = 0
        for at in which:
            mask |= self.masks[at]
        return mask


class _Both:
    """Two texts while they are paired, and the weight of what they share."""

    def __init__(
        self, left: Sequence[Anchored], right: Sequence[Anchored], weights: Mapping[str, float]
    ) -> None:
        named = [{a for s in side for a in s.anchors} for side in (left, right)]
        shared = [a for a in named[0] & named[1] if weights.get(a)]
        bits = {anchor: 1 << number for number, anchor in enumerate(shared)}
        self._by_bit = [weights[anchor] for anchor in shared]
        self._by_mask: dict[int, float] = {0: 0.0}
        self.left, self.right = _Side(left, bits, weights), _Side(right, bits, weights)
        self.sides = (self.left, self.right)

    def shared(self, one: int, other: int) -> float:
        """Give the weight of the anchors that have a bit in both masks."""
        mask = one & other
        known = self._by_mask.get(mask)
        if known is None:
            found, rest = [], mask
            while rest:
                low = rest & -rest
                found.append(self._by_bit[low.bit_length() - 1])
                rest ^= low
            known = self._by_mask[mask] = fsum(found)
        return known

    def most_common(self, own: Sequence[float]) -> float:
        """Give what `covered` cannot exceed, in whichever order the sentences stand.

        `own` is the weight of each side.
        """
        common = [sum(self.shared(mask, mask) for mask in side.masks) for side in self.sides]
        return min(common) / min(own) if min(own) else 0.0

    def likeness(self, one: Sequence[int], other: Sequence[int]) -> float:
        """Give twice the shared weight over all weight of some neighbouring sentences."""
        whole = sum(
            side.weight(which[0], len(which)) if which else 0.0
            for side, which in zip(self.sides, (one, other), strict=True)
        )
        shared = self.shared(self.left.mask_of(one), self.right.mask_of(other))
        return 2 * shared / whole if whole else 0.0


def _in_order(both: _Both) -> list[Bead]:
    left, right = both.left, both.right
    ratio = (sum(right.lengths) or 1) / (sum(left.lengths) or 1)
    touches = _touches(left, right)
    columns = len(right.masks)
    before = [[0.0] * (columns + 1)]  # the best gain of each cell, by rows
    steps: list[list[tuple[int, int]]] = [[(0, 1)] * (columns + 1)]
    for i in range(1, len(left.masks) + 1):
        row, row_steps = [before[i - 1][0]], [(1, 0)]
        for j in range(1, columns + 1):
            gain, step = before[i - 1][j], (1, 0)
            if row[j - 1] > gain:
                gain, step = row[j - 1], (0, 1)
            for a, b, cost in _possible(touches, i, j):
                earlier = before[i - a][j - b]
                own = _gain(both, (i - a, a), (j - b, b), ratio) - cost
                if earlier + own > gain:
                    gain, step = earlier + own, (a, b)
            row.append(gain)
            row_steps.append(step)
        before.append(row)
        steps.append(row_steps)
    beads = []
    i, j = len(left.masks), columns
    while i or j:
        a, b = steps[i][j]
        one, other = tuple(range(i - a, i)), tuple(range(j - b, j))
        beads.append(Bead(one, other, both.likeness(one, other)))
        i, j = i - a, j - b
    return beads[::-1]


def _touches(left: _Side, right: _Side) -> list[list[bool]]:
    """Say for each two sentences whether they share an anchor, or have none both.

    A row and a column in which nothing touches stand in front.
    """
    others = list(zip(right.masks, right.silent, strict=True))
    return [
        [False] * (len(others) + 1),
        *(
            [False, *(bool(one & other) or (silent and mute) for other, mute in others)]
            for one, silent in zip(left.masks, left.silent, strict=True)
        ),
    ]


def _possible(touches: Sequence[Sequence[bool]], i: int, j: int) -> list[tuple[int, int, float]]:
    """Give the beads that may end here: each sentence has something in common with the other side.

    `i` and `j` count from one.
    """
    row, above = touches[i], touches[i - 1]
    if not row[j]:
        return [_TWO] if row[j - 1] and above[j] else []
    found = [_ONE]
    if row[j - 1]:
        found.append(_ONE_TWO)
    if above[j]:
        found.append(_TWO_ONE)
    if i > 1 and j > 1 and (above[j - 1] or (row[j - 1] and above[j])):
        found.append(_TWO)
    if j > 2 and row[j - 1] and row[j - 2]:
        found.append(_ONE_THREE)
    if i > 2 and above[j] and touches[i - 2][j]:
        found.append(_THREE_ONE)
    return found


def _gain(both: _Both, one: tuple[int, int], other: tuple[int, int], ratio: float) -> float:
    """Give what a bead gains: `one` and `other` are the first sentence and how many there are."""
    left, right = both.left, both.right
    (start, a), (begin, b) = one, other
    mask = left.masks[start] if a == 1 else left.mask_of(range(start, start + a))
    also = right.masks[begin] if b == 1 else right.mask_of(range(begin, begin + b))
    shared = both.shared(mask, also)
    unshared = left.weight(start, a) + right.weight(begin, b) - 2 * shared
    expected = sum(left.lengths[start : start + a]) * ratio
    told = sum(right.lengths[begin : begin + b])
    odd = (told - expected) ** 2 / (_VARIANCE * max(expected, 1.0))
    gain = 2 * shared - _UNSHARED * unshared - _LENGTH * min(odd / 9, 2.0)
    return gain + (_SILENT if not shared and unshared < 1e-9 else 0.0)


def _moved(beads: list[Bead], both: _Both) -> list[Bead]:
    """Pair sentences left alone on both sides that are alike, whatever their order."""
    ones = [b.left[0] for b in beads if not b.right]
    others = [b.right[0] for b in beads if not b.left]
    options = sorted(
        (-likeness, i, j)
        for i in ones
        for j in others
        if both.left.masks[i] & both.right.masks[j]
        and (likeness := both.likeness((i,), (j,))) >= _MOVED
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
