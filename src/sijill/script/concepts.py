"""Words of a source go in; the few concepts a narrator can name in any language come out.

This is how the film says what a text in another language is about without translating it: a
concept is named only where one of its cues stands in the cited words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from sijill.languages import LANGUAGES
from sijill.tables import Row, cell_list, open_table

# What may stand attached before an Arabic word: conjunction, preposition, article.
_ARABIC_FRONT = "[وف]?[بلك]?(?:ال)?"


@cache
def _cues(table: str, language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = open_table(f"{language}/{table}.tsv", ("cues",))
    made = []
    for row in rows:
        cues = "|".join(re.escape(cue) for cue in cell_list(row["cues"]))
        if language == "ja":
            pattern = cues
        elif language == "ar":
            pattern = rf"(?<!\w)(?:{_ARABIC_FRONT})?(?:{cues})"
        else:
            pattern = rf"(?<!\w)(?:{cues})"
        made.append((next(iter(row.values())), re.compile(pattern, re.IGNORECASE)))
    return tuple(made)


@cache
def concept_rows(table: str, language: str) -> dict[str, Row]:
    """Give the rows of a narrator's table of concepts by concept."""
    rows = open_table(f"{language}/{table}.tsv", ("cues",))
    return {next(iter(row.values())): row for row in rows}


def find_concepts(table: str, text: str, language: str) -> list[str]:
    """Find the concepts of a table in words of a source, those named more often first.

    An empty list when the language has no table of cues.
    """
    return [name for name, _ in count_concepts(table, text, language)]


def count_concepts(table: str, text: str, language: str) -> list[tuple[str, int]]:
    """Find the concepts of a table in words of a source, with how often each is named."""
    if language not in LANGUAGES:
        return []
    order = {name: place for place, (name, _) in enumerate(_cues(table, language))}
    counts = Counter(name for *_, name in concept_spans(table, text, language))
    return sorted(counts.items(), key=lambda pair: (-pair[1], order[pair[0]]))


def concept_spans(table: str, text: str, language: str) -> list[tuple[int, int, str]]:
    """Find where words of a source name the concepts of a table: start, end, concept.

    A cue that is only a part of a longer one names nothing: the Security Council is no security.
    """
    spans = [
        (*match.span(), name)
        for name, cue in _cues(table, language)
        for match in cue.finditer(text)
    ]
    return [
        (start, end, name)
        for start, end, name in spans
        if not any(s <= start and end <= e and end - start < e - s for s, e, _ in spans)
    ]


def first_concept(table: str, texts: Iterable[tuple[str, str]]) -> str | None:
    """Find the concept of a table whose row stands first, in texts given with their language."""
    best: tuple[int, str] | None = None
    for text, language in texts:
        if language not in LANGUAGES:
            continue
        for place, (name, cue) in enumerate(_cues(table, language)):
            if cue.search(text) and (best is None or place < best[0]):
                best = (place, name)
    return best[1] if best else None
