"""What one person said, in one language, goes in; which of it is the same words comes out.

What one text needs: the others of its speaker in its language, and of these only those that share
one of its rarest runs of letters or its rarest number. Nothing else of the record counts, so that
a speaker of whom no source tells anything new need not be looked at again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from sijill.reuse.numbers import find_numbers
from sijill.text import fold

#: Runs of so many letters, without blanks and signs, are compared.
_RUN = 6
#: From this share of the shorter one's runs two quotations are the same words.
_SAME_WORDS = 0.6
#: Fewer letters than this are the same words only if they are all the same.
_SHORT = 20


@dataclass(frozen=True, slots=True)
class _Words:
    """All texts with the same runs and numbers, and where they stand."""

    runs: frozenset[str]
    numbers: frozenset[float]
    places: list[int]

    @property
    def size(self) -> tuple[int, int]:
        """How much it says: what is smaller may be a part of what is larger."""
        return len(self.runs), len(self.numbers)

    @property
    def need(self) -> int:
        """How many of its runs another text shares at least that is the same words."""
        return ceil(_SAME_WORDS * len(self.runs))

    def is_in(self, other: _Words) -> bool:
        """Say whether another text that says as much or more is the same words.

        One that lacks a number of these gives other figures in the same sentence.
        """
        return self.numbers <= other.numbers and len(self.runs & other.runs) >= self.need


def same_words(texts: Sequence[str], language: str) -> list[tuple[int, ...]]:
    """Give for each text the places of those that are the same words, itself among them, in order.

    Not all are compared with all. Two texts that are the same words share a number of the shorter
    one's runs, so one of them is among its rarest ones, all but that number and one more (the
    filter by prefix of Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins in
    Data Cleaning", ICDE 2006).
    """
    words = _words_of(texts, language)
    found = {id(one): list(one.places) for one in words}
    for one, other in _near(words):
        if one.is_in(other):
            found[id(one)] += other.places
            found[id(other)] += one.places
    result: list[tuple[int, ...]] = [()] * len(texts)
    for one in words:
        alike = tuple(sorted(found[id(one)]))
        for place in one.places:
            result[place] = alike
    return result


def _words_of(texts: Sequence[str], language: str) -> list[_Words]:
    """Give the different words of some texts, those that say less first."""
    found: dict[tuple[frozenset[str], frozenset[float]], _Words] = {}
    for place, text in enumerate(texts):
        key = _runs(text), frozenset(n.value for n in find_numbers(text, language))
        found.setdefault(key, _Words(*key, [])).places.append(place)
    return sorted(found.values(), key=lambda one: (one.size, one.places))


def _near(words: Sequence[_Words]) -> Iterator[tuple[_Words, _Words]]:
    """Give the pairs that may be the same words, each once, the one that says less first."""
    times = Counter(run for one in words for run in one.runs)
    holders: dict[str | float, list[int]] = defaultdict(list)
    for order, one in enumerate(words):
        for number in one.numbers:
            holders[number].append(order)
        for run in one.runs:
            if times[run] > 1:
                holders[run].append(order)
    for order, one in enumerate(words):
        if one.numbers:
            with_rarest = min((holders[number] for number in one.numbers), key=len)
            near = {other for other in with_rarest if other > order}
        else:
            by_times = sorted(one.runs, key=lambda run: (times[run], run))
            rarest = by_times[: len(one.runs) - one.need + 1]
            near = {other for run in rarest for other in holders.get(run, ()) if other > order}
        yield from ((one, words[other]) for other in sorted(near))


def _runs(text: str) -> frozenset[str]:
    letters = "".join(c for c in fold(text) if c.isalnum())
    if len(letters) < _SHORT:
        return frozenset([letters])
    return frozenset(letters[n : n + _RUN] for n in range(len(letters) - _RUN + 1))
