"""The words of a telling and its host's state go in; the known place they mean comes out: "the
palace" said of Japan's Emperor is the Imperial Palace.
"""

from __future__ import annotations

import re
from functools import cache

from sijill.documents.expressions import NOTHING
from sijill.languages import LANGUAGES
from sijill.tables import open_table
from sijill.text import ARABIC_ATTACHED, fold


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    rows = open_table(f"{language}/venue_words.tsv", ("sense", "form"))
    senses = {fold(row["form"]): row["sense"] for row in rows}
    if not senses:
        return NOTHING, senses
    forms = "|".join(re.escape(f) for f in sorted(senses, key=lambda f: (-len(f), f)))
    before = "" if language == "ja" else r"(?<!\w)"
    attached = ARABIC_ATTACHED if language == "ar" else ""
    return re.compile(f"{before}{attached}(?P<form>{forms})"), senses


@cache
def _places() -> dict[tuple[str, str], str]:
    rows = open_table("protocol/host_venues.tsv", ("country", "sense", "place"))
    return {(row["country"], row["sense"]): row["place"] for row in rows}


def venue_senses(words: str, language: str) -> list[str]:
    """Find which kinds of venue words name (palace, residence, government), each once."""
    if language not in LANGUAGES:
        return []
    pattern, senses = _pattern(language)
    return list(dict.fromkeys(senses[m.group("form")] for m in pattern.finditer(fold(words))))


def venue_of(words: str, language: str, host: str | None, *, royal: bool = True) -> str | None:
    """Give the register id of the venue that words mean for a host's state.

    `royal` says that a monarch receives: then a palace or residence is meant, and where words name
    both ("the Residence inside the palace grounds") the residence; else only the government's
    seat can be. None where words name none, or the table does not know the host's.
    """
    if host is None:
        return None
    senses = venue_senses(words, language)
    for sense in ("residence", "palace") if royal else ("government",):
        if sense in senses and (host, sense) in _places():
            return _places()[host, sense]
    return None
