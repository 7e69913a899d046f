"""The words of texts of one language go in; which texts were copied from each other comes out.

Runs of words (shingles) as in Broder, "On the resemblance and containment of documents" (1997);
candidates come from a fixed sample of them, so that not all texts are compared with all.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from zlib import crc32

from sijill.citation import Span
from sijill.text import fold

#: Words in a shingle; Japanese, which has no blanks, counts letters.
_WORDS, _LETTERS = 4, 8
#: One shingle in so many is looked up when texts are searched for copies.
_SAMPLE = 4
#: A shingle that more texts have than this is a phrase of the trade: it brings no two together.
_COMMON = 150
#: So many looked-up shingles must be shared before two texts are compared whole.
_SHARED = 3
#: Fewer shingles than this say nothing.
FEWEST = 8
#: What is said again after so many days is said in other news.
FORMULA_DAYS = 45
_WORD = re.compile(r"\w+")


def shingles(text: str, language: str, without: Sequence[Span] = ()) -> frozenset[int]:
    """Give the shingles of a text, as numbers that are the same in every run.

    `without` are spans left out, such as other people's words in quotation marks: two reporters
    who were in one room have those in common.
    """
    kept = list(text)
    for span in without:
        kept[span.start : span.end] = "\n" * (span.end - span.start)
    found: set[int] = set()
    for part in "".join(kept).split("\n"):
        words = _WORD.findall(fold(part))
        if language == "ja":
            words, size, glue = list("".join(words)), _LETTERS, ""
        else:
            size, glue = _WORDS, " "
        for start in range(len(words) - size + 1):
            found.add(crc32(glue.join(words[start : start + size]).encode()))
    return frozenset(found)


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """Give the share of the shorter text's shingles that the other has, 0 to 1."""
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest >= FEWEST else 0.0


def without_formulas(
    shingles_by_id: Mapping[str, frozenset[int]], days: Mapping[str, date | None]
) -> dict[str, frozenset[int]]:
    """Leave out of each text what is a formula: runs of words that come back at other times.

    "Held a telephone conversation with the President of" is no sign of a copy. `days` are those of
    publication; a run that two texts have which came out over FORMULA_DAYS apart is a formula.
    """
    dated = sorted((day, i) for i in shingles_by_id if (day := days.get(i)) is not None)
    first: dict[int, date] = {}
    last: dict[int, date] = {}
    for day, source_id in dated:
        last.update(dict.fromkeys(shingles_by_id[source_id], day))
    for day, source_id in reversed(dated):
        first.update(dict.fromkeys(shingles_by_id[source_id], day))
    formulas = {s for s, day in last.items() if (day - first[s]).days > FORMULA_DAYS}
    return {source_id: found - formulas for source_id, found in shingles_by_id.items()}


def likely_copies(shingles_by_id: Mapping[str, frozenset[int]]) -> list[tuple[str, str]]:
    """Give the pairs of texts that share enough of a sample to be compared whole, in order."""
    holders: dict[int, list[str]] = defaultdict(list)
    for source_id in sorted(shingles_by_id):
        for shingle in _sample(shingles_by_id[source_id]):
            holders[shingle].append(source_id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= _COMMON:
            shared.update((a, b) for n, a in enumerate(ids) for b in ids[n + 1 :])
    return sorted(pair for pair, times in shared.items() if times >= _SHARED)


def _sample(found: frozenset[int]) -> Iterable[int]:
    """Give one shingle in `_SAMPLE`, of a short text all."""
    if len(found) <= 40:
        return found
    return (s for s in found if s % _SAMPLE == 0)
