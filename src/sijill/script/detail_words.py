"""A language goes in; the words around a length or an hour come out, by role, as patterns.

They are a table of each language, `detail_bounds.tsv`. `words_of` gives where they are looked for:
the words of the sources that tell a detail of an event.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from sijill.citation import Citation
from sijill.record.items import EventItem
from sijill.tables import open_table

_ROLES = (
    "minute",
    "hour",
    "number",
    "and",
    "about",
    "over",
    "under",
    "about_behind",
    "over_behind",
    "under_behind",
    "clock_about",
    "clock_after",
    "clock_before",
    "clock_about_behind",
    "clock_after_behind",
    "clock_before_behind",
    "zone",
    "local_time",
)


@cache
def detail_words(language: str) -> dict[str, str]:
    """Give for each role the words of a language as one regular expression; none fits nothing."""
    words: dict[str, list[str]] = {role: [] for role in _ROLES}
    for row in open_table(f"{language}/detail_bounds.tsv", ("word", "role")):
        words[row["role"]].append(row["word"])
    return {
        role: "|".join(as_pattern(w) for w in sorted(found, key=lambda w: (-len(w), w))) or r"(?!)"
        for role, found in words.items()
    }


def as_pattern(word: str) -> str:
    """Give a word of the table as a regular expression: any space, and any ending where it says."""
    return re.escape(word).replace(r"\ ", r"\s+").replace(r"\*", r"\w*")


def as_words(cues: str, language: str) -> str:
    """Let words fit only as whole words, where a language parts them."""
    return f"(?:{cues})" if language == "ja" else rf"(?<!\w)(?:{cues})(?!\w)"


def words_of(event: EventItem, field: str, languages: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give the words that tell a detail of an event, each with its language.

    `languages` are those of the sources by id. Where no telling is kept, the event's own words.
    """
    value = str(event.details.get(field))
    cited: list[Citation] = [
        citation
        for telling in event.tellings
        if telling.field == field and telling.value == value and not telling.inferred
        for citation in telling.citations
    ]
    return [
        (citation.exact, languages.get(citation.source_id, ""))
        for citation in cited or event.citations
    ]
