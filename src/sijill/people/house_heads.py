"""The name of an organisation goes in; which role its head has comes out, by the words of the name.

Tables: `house_roles.tsv`; a `study` row is a house of scholars whose head is none of the roles.
"""

from __future__ import annotations

from functools import cache, lru_cache

from sijill.documents.expressions import expression
from sijill.documents.lexicon import comparable_forms
from sijill.documents.qualifiers import words_with
from sijill.documents.tokens import tokenize
from sijill.tables import open_table
from sijill.text import fold


def head_of(name: str, language: str) -> str | None:
    """Tell from the words of an organisation's name what its head is; None when they do not."""
    if expression(language, "parliament_committee").search(name):
        return "member_of_parliament"
    role = _row_of(name, language)
    return None if role == "study" else role


def is_house_of_study(name: str, language: str) -> bool:
    """Say whether a name is that of a house of scholars: a centre, a museum, a library."""
    return _row_of(name, language) == "study"


@lru_cache(maxsize=4096)
def _row_of(name: str, language: str) -> str | None:
    """Give the role of the first row that fits."""
    if language == "ja":
        rows = open_table("ja/house_roles.tsv", ("word", "role"))
        ends = [row for row in rows if name.rstrip("」）)").endswith(row["word"])]
        return max(ends, key=lambda row: len(row["word"]))["role"] if ends else None
    words = [token.text for token in tokenize(name, language)]
    if language == "en":
        words = _head_first(words)
    found = (_rank_of(word, language) for word in words)
    rank = next((rank for rank in found if rank is not None), None)
    return None if rank is None else _rows(language)[rank][2]


def _head_first(words: list[str]) -> list[str]:
    """Put the words of an English name in the order in which they tell what it is.

    Its noun stands last before “of” or “for”: a “Bank Employees' Union of the Port” is a union.
    """
    stops = words_with("stop", "en")
    end = next((n for n, word in enumerate(words) if n and fold(word) in stops), len(words))
    return [*reversed(words[:end]), *words[end:]]


@cache
def _rows(language: str) -> list[tuple[str, bool, str]]:
    """Give the rows of the table: the folded word, whether it is open, the role."""
    rows = open_table(f"{language}/house_roles.tsv", ("word", "role"))
    return [(fold(row["word"].rstrip("*")), row["word"][-1] == "*", row["role"]) for row in rows]


@lru_cache(maxsize=16384)
def _rank_of(word: str, language: str) -> int | None:
    """Give the number of the first row that fits a word."""
    forms = comparable_forms(word, language)
    for rank, (stem, is_open, _) in enumerate(_rows(language)):
        if stem in forms or (is_open and any(f.startswith(stem) for f in forms)):
            return rank
    return None
