"""The name of an organisation goes in; which role its head has comes out, by the words of the name.

Tables: `house_roles.tsv`; a `study` row is a house of scholars whose head is none of the roles.
"""

from __future__ import annotations

from functools import lru_cache

from sijill.reading.lexicon import comparable_forms
from sijill.reading.tokens import tokenize
from sijill.tables import open_table
from sijill.text import fold


def head_of(name: str, language: str) -> str | None:
    """Tell from the words of an organisation's name what its head is; None when they do not."""
    role = _row_of(name, language)
    return None if role == "study" else role


def is_house_of_study(name: str, language: str) -> bool:
    """Say whether a name is that of a house of scholars: a centre, a museum, a library."""
    return _row_of(name, language) == "study"


@lru_cache(maxsize=4096)
def _row_of(name: str, language: str) -> str | None:
    """Give the role of the first row that fits."""
    rows = open_table(f"{language}/house_roles.tsv", ("word", "role"))
    if language == "ja":
        ends = [row for row in rows if name.rstrip("」）)").endswith(row["word"])]
        return max(ends, key=lambda row: len(row["word"]))["role"] if ends else None
    for token in tokenize(name, language):
        forms = comparable_forms(token.text, language)
        for row in rows:
            word = row["word"]
            stem = fold(word.rstrip("*"))
            if stem in forms or (word[-1] == "*" and any(f.startswith(stem) for f in forms)):
                return row["role"]
    return None
