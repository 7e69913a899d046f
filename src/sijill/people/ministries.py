"""The words of ministers' posts go in; whether they are of different ministries comes out.

“Serbia's interior minister”, who has no name, is not the foreign minister whom the text names. The
words stand in `data/<language>/expressions.tsv` (ministry_of), a group of theirs for each ministry.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sijill.documents.expressions import expression
from sijill.word_tables import WordTable


def are_of_others(words: str, told: Iterable[str], language: str) -> bool:
    """Say whether a post is of a ministry, and posts that somebody was `told` by are of others.

    Whoever is called a minister only may be of any; of several, one is enough.
    """
    mine = _ministries(language)[words]
    if not mine:
        return False
    theirs = frozenset[str]().union(*map(_ministries(language).__getitem__, told))
    return bool(theirs) and mine.isdisjoint(theirs)


@cache
def _ministries(language: str) -> WordTable[frozenset[str]]:
    """Give the ministries that the words of a post tell."""
    names = expression(language, "ministry_of")
    return WordTable(lambda words: frozenset(m.lastgroup or "" for m in names.finditer(words)))
