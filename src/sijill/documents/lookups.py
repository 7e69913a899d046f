"""A stretch of text goes in; those of its words come out that a table knows, with their places.

A word here is a run of letters with the full stop behind it, a number, or a sign.
"""

from __future__ import annotations

import re
from typing import TypeVar

from sijill.documents.kernels import KERNELS

V = TypeVar("V")

_SIGNS = r"[\u0610-\u061a\u0640\u064b-\u065f\u0670]"
#: The signs of footnotes are no letters of the word that they stand at: «мая²», “May①”.
FOOTNOTES = r"²³¹\u2070-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
_LETTER = rf"[^\W\d_{FOOTNOTES}]"
#: A word of a text, or a sign; `native/lookups.c` cuts them alike.
WORD = re.compile(rf"\d+|(?:{_LETTER}|{_SIGNS}){_LETTER}*(?:{_SIGNS}+{_LETTER}*)*\.?|[^\w\s]")


#: So many first letters of a word tell of most that no table knows them (`native/lookups.c`, too).
HEAD = 3


def find_known(
    text: str, start: int, end: int, table: dict[str, V | None], heads: dict[str, bool]
) -> list[tuple[int, int, V]]:
    """Give the words of `text[start:end]` that a table knows: start, end, and what it has for each.

    It has something for every word (`WordTable`); None for one that it does not know. It is asked
    for those whose first letters, or all that they have, `heads` has True for: a new text has many
    new words, but few that begin as none before.
    """
    if KERNELS is None:
        return _find(text, start, end, table, heads)
    found: list[tuple[int, int, V]] = KERNELS.find_known(text, start, end, table, heads)
    return found


def _find(
    text: str, start: int, end: int, table: dict[str, V | None], heads: dict[str, bool]
) -> list[tuple[int, int, V]]:
    words = [w for w in WORD.finditer(text, start, end) if heads[w.group()[:HEAD]]]
    told = [(word.start(), word.end(), table[word.group()]) for word in words]
    return [(first, last, known) for first, last, known in told if known is not None]
