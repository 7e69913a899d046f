"""Names and common words go in once; then for any word comes out how much it looks like a name.

A foreign name written in another script has combinations of letters that common words of the
language do not have: «توكاييف», «Йылдырымоглу». Two smoothed counts of letter groups, names
against words, and the logarithm of their ratio.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from sijill.tagging.kernels import KERNELS
from sijill.text import fold

SHORTEST, LONGEST = 2, 4
#: Groups seen more rarely than this in names and words together say nothing.
LEAST = 4
#: What a compiled group may consist of.
_LETTERS = re.compile(rf"[\x01-\uffff]{{{SHORTEST},{LONGEST}}}")
#: Edges between the classes of likeness, in average log ratio of a letter group.
_EDGES = (-1.2, -0.6, -0.2, 0.1, 0.4, 0.8, 1.3)
#: How many classes there are.
LIKENESSES = len(_EDGES) + 1


def _groups(word: str) -> Iterator[str]:
    marked = f"<{word}>"
    for length in range(SHORTEST, LONGEST + 1):
        for start in range(len(marked) - length + 1):
            yield marked[start : start + length]


class Shape:
    """Weights of letter groups: above zero more in names, below zero more in common words."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights
        self._mean_of = _compiled(weights) or _python(weights)

    def __reduce__(self) -> tuple[type[Shape], tuple[dict[str, float]]]:
        return Shape, (self.weights,)  # training hands it to other processes

    @staticmethod
    def learn(names: Iterable[str], words: Iterable[str]) -> Shape:
        """Weigh letter groups by how much more often they come in names than in words."""
        in_names = Counter(g for name in names for g in _groups(fold(name)))
        in_words = Counter(g for word in words for g in _groups(fold(word)))
        all_names, all_words = sum(in_names.values()) or 1, sum(in_words.values()) or 1
        weights: dict[str, float] = {}
        for group in sorted(in_names.keys() | in_words.keys()):
            if in_names[group] + in_words[group] < LEAST:
                continue
            ratio = ((in_names[group] + 0.5) / all_names) / ((in_words[group] + 0.5) / all_words)
            weights[group] = round(max(-3.0, min(3.0, math.log(ratio))), 2)
        return Shape(weights)

    def likeness(self, folded: str) -> int:
        """Give the class of likeness of a folded word: 0 a common word, 7 a foreign name."""
        return bisect_left(_EDGES, self._mean_of(folded))

    def to_text(self) -> str:
        """Write the weights, one group a line."""
        return "".join(f"{group}\t{weight:.2f}\n" for group, weight in self.weights.items())

    @staticmethod
    def from_text(text: str) -> Shape:
        """Read what `to_text` wrote."""
        cells = text.replace("\n", "\t").split("\t")
        number = {weight: float(weight) for weight in set(cells[1::2])}  # the same few again
        return Shape(dict(zip(cells[:-1:2], map(number.__getitem__, cells[1::2]), strict=True)))


def _python(weights: Mapping[str, float]) -> Callable[[str], float]:
    """Give what tells the mean weight of the letter groups of a folded word, 0 for none."""

    def mean_of(word: str) -> float:
        total, count = 0.0, 0
        for group in _groups(word):
            if group in weights:
                total += weights[group]
                count += 1
        return total / count if count else 0.0

    return mean_of


def _compiled(weights: Mapping[str, float]) -> Callable[[str], float] | None:
    """Do the same compiled; None where that was not built, or a group has other letters."""
    if KERNELS is None or not all(map(_LETTERS.fullmatch, weights)):
        return None
    average: Callable[[str], float] = KERNELS.LetterGroups(weights, SHORTEST, LONGEST).average
    return average
