"""A letter at the end of a stem goes in; what it is without an ending that voices it comes out.

«Ботанигі» is of a «ботаник». The letters of a language are its table `voiced_letters.tsv`.
Most have none.
"""

from __future__ import annotations

from functools import cache

from sijill.tables import data_path, open_table


@cache
def _letters(language: str) -> dict[str, str]:
    table = f"{language}/voiced_letters.tsv"
    rows = open_table(table, ("letter", "voiceless")) if data_path(table).exists() else []
    return {row["letter"]: row["voiceless"] for row in rows}


def voiceless(letter: str, language: str) -> str:
    """Give the voiceless letter; one that endings leave as it is comes back itself."""
    return _letters(language).get(letter, letter)
