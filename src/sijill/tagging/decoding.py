"""What labels score at the units of sentences goes in; the best labels come out, and how sure.

The linear-chain decoding of conditional random fields: Viterbi for the best labels, forward and
backward sums for their probability (Lafferty, McCallum and Pereira 2001). All kinds and sentences
are worked on together, one unit of each at a time.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from sijill.tagging.kernels import KERNELS
from sijill.tagging.weights import Floats

Ints = npt.NDArray[np.int64]
#: A label that a kind does not have scores this.
NEVER = -1e9
#: Sums of exponents are brought back to one every so many units, before they can overflow.
_RESCALE = 8


class Chains:
    """The moves between labels, kind by kind, and the decoding over them.

    Kinds may have different numbers of labels; arrays have room for the most. Sentences are given
    as the lengths of their stretches in the rows of scores, none of them 0.
    """

    def __init__(self, moves: Sequence[Floats]) -> None:
        self.width = max(len(m) for m in moves)
        self.kinds = len(moves)
        self._moves = np.zeros((self.kinds, self.width, self.width))
        self._pad = np.zeros((self.kinds, self.width))
        for kind, mine in enumerate(moves):
            self._moves[kind, : len(mine), : len(mine)] = mine
            self._pad[kind, len(mine) :] = NEVER
        self._sources = np.ascontiguousarray(self._moves.transpose(0, 2, 1))
        self._exp_moves = np.exp(self._moves)

    def unscored(self, units: int) -> Floats:
        """Give the scores of so many units, by kind by label, before anything is added to them."""
        scores = np.empty((units, self.kinds, self.width))
        scores[:] = self._pad
        return scores

    def best(self, scores: Floats, lengths: Ints) -> Ints:
        """Give the labels of the best path: units by kind."""
        if KERNELS is not None:
            found = np.empty(scores.shape[:2], dtype=np.int64)
            KERNELS.best(scores, lengths, self._moves, self.kinds, self.width, found)
            return found
        starts, active = _plan(lengths)
        # Label by sentence and kind: long inner rows are what NumPy is fast at.
        moves = np.tile(self._moves.transpose(1, 2, 0), len(starts))
        by_label = np.ascontiguousarray(scores.transpose(2, 0, 1))
        reached: list[Floats] = []
        for t, count in enumerate(active):
            here = by_label[:, starts[:count] + t].reshape(self.width, -1)
            if t:
                width = here.shape[1]
                here += (reached[-1][:, None, :width] + moves[:, :, :width]).max(axis=0)
            reached.append(here)
        labels = np.zeros(scores.shape[:2], dtype=np.int64)
        kinds = np.tile(np.arange(self.kinds), len(starts))
        after = np.zeros(0, dtype=np.int64)
        for t in range(len(active) - 1, -1, -1):
            here = reached[t].T
            here[: len(after)] += self._sources[kinds[: len(after)], after]
            after = here.argmax(axis=1)
            labels[starts[: active[t]] + t] = after.reshape(-1, self.kinds)
        return labels

    def probabilities(self, scores: Floats, lengths: Ints, best: Ints, outside: Ints) -> Floats:
        """Give how probable the best labels are: units by kind.

        1 in all sentences in which a kind has no label but the one of `outside`.
        """
        sure = np.ones(best.shape)
        if KERNELS is not None:
            KERNELS.probabilities(
                scores, lengths, self._exp_moves, self.kinds, self.width, best, outside, sure
            )
            return sure
        if not len(lengths):
            return sure
        wanted = np.logical_or.reduceat(best != outside, np.cumsum(lengths) - lengths)
        for kind in np.flatnonzero(wanted.any(axis=0)).tolist():
            rows = np.flatnonzero(np.repeat(wanted[:, kind], lengths))
            sums = self.marginals(scores[rows, kind], lengths[wanted[:, kind]], kind)
            sure[rows, kind] = sums[np.arange(len(rows)), best[rows, kind]]
        return sure

    def marginals(self, scores: Floats, lengths: Ints, kind: int = 0) -> Floats:
        """Give the probability of every label of one kind: units by label, as its scores are."""
        moves = self._exp_moves[kind]
        if KERNELS is not None:
            sure = np.empty_like(scores)
            KERNELS.marginals(scores, lengths, moves, 1, self.width, sure)
            return sure
        starts, active = _plan(lengths)
        weight = np.exp(scores - scores.max(axis=1, keepdims=True))
        before = np.empty_like(weight)
        here = before[:0]
        for t, count in enumerate(active):
            rows = starts[:count] + t
            here = here[:count] @ moves * weight[rows] if t else weight[rows]
            if t % _RESCALE == _RESCALE - 1:
                here /= here.max(axis=1, keepdims=True)
            before[rows] = here
        behind = np.ones_like(weight)
        for t in range(len(active) - 2, -1, -1):
            rows = starts[: active[t + 1]] + t
            here = (behind[rows + 1] * weight[rows + 1]) @ moves.T
            if t % _RESCALE == 0:
                here /= here.max(axis=1, keepdims=True)
            behind[rows] = here
        both: Floats = before * behind
        both /= both.sum(axis=1, keepdims=True)
        return both


def _plan(lengths: Ints) -> tuple[Ints, list[int]]:
    """Give where sentences start, longest first, and for each step how many are that long."""
    order = np.argsort(-lengths, kind="stable")
    starts = (np.cumsum(lengths) - lengths)[order]
    longest = int(lengths.max()) if len(lengths) else 0
    counts = np.bincount(lengths, minlength=longest + 1)
    active = len(lengths) - np.cumsum(counts)[:longest]
    return starts, active.tolist()
