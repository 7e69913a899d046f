"""A word in Latin letters goes in; how languages other than English speak it comes out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sijill.tables import open_table

_START = "start"
_END = "end"


@dataclass(frozen=True, slots=True)
class _Language:
    """The letters one language speaks otherwise, as one pattern, and what it speaks for them."""

    letters: re.Pattern[str]
    spoken: dict[str, str]

    def tell(self, found: re.Match[str]) -> str:
        """Give what is spoken for letters that were found."""
        return self.spoken[str(found.lastindex)]


@cache
def _languages() -> tuple[_Language, ...]:
    """Read `world/latin_readings.tsv`; of letters at one place the longest count."""
    by_language: dict[str, list[tuple[str, str]]] = {}
    for row in open_table("world/latin_readings.tsv", ("language", "letters", "spoken", "where")):
        key = {_START: "^", _END: ""}.get(row["where"], "") + row["letters"]
        key += "$" if row["where"] == _END else ""
        by_language.setdefault(row["language"], []).append((key, row["spoken"]))
    found = []
    for _, pairs in sorted(by_language.items()):
        ordered = sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0]))
        groups = "|".join(f"({key})" for key, _ in ordered)
        spoken = {str(place): told for place, (_, told) in enumerate(ordered, 1)}
        found.append(_Language(re.compile(groups), spoken))
    return tuple(found)


@lru_cache(maxsize=100_000)
def readings_of(word: str) -> tuple[str, ...]:
    """Give the spellings, for an English eye, of what other languages speak for a word.

    `word` is in small letters; a language that speaks it as written gives nothing.
    """
    spoken = []
    for language in _languages():
        read = language.letters.sub(language.tell, word)
        if read != word and read:
            spoken.append(read)
    return tuple(dict.fromkeys(spoken))
