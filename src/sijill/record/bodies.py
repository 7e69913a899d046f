"""Names of a body go in; whether it is a firm or one of the public comes out."""

from __future__ import annotations

from functools import cache

from sijill.languages import LANGUAGES
from sijill.tables import cell_list, open_table
from sijill.text import fold


@cache
def _public_words() -> tuple[str, ...]:
    rows = open_table("protocol/public_bodies.tsv", LANGUAGES)
    return tuple(fold(w) for row in rows for lang in LANGUAGES for w in cell_list(row[lang]))


@cache
def is_public(names: str) -> bool:
    """Say whether names of a body tell a ministry, an embassy, a university and the like.

    `names` are all its names and spellings, one after the other.
    """
    folded = fold(names)
    return any(word in folded for word in _public_words())
