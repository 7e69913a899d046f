"""A name of one word that describes things too, and what stands around it, go in; whether it is
nobody's name there comes out.

«سجل فريد» is a unique record, and nobody is called Farid in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, cached_property

from sijill.documents.document import PERSON, POST, Document
from sijill.documents.lexicon import word_classes
from sijill.mentions.candidates import Candidate, Nearby
from sijill.tables import open_table
from sijill.text import fold

#: Behind a word of these classes stands a name.
_BEFORE_NAMES = frozenset({"saying", "honorific", "kin", "name_part"})
_WORD_BEFORE = re.compile(r"(\w+) \Z")
_WORD_BEHIND = re.compile(r" (\w+)")
_FURTHEST = 32
_NAMING = (PERSON, POST)


@cache
def _names(language: str) -> frozenset[str]:
    rows = open_table("world/describing_names.tsv", ("language", "word"))
    return frozenset(fold(row["word"]) for row in rows if row["language"] == language)


def describes(word: str, language: str) -> bool:
    """Say whether a name is a word that describes things, or a thing itself, too."""
    return fold(word) in _names(language)


class DescribingNames:
    """The names of one word that describe in a document, by all that was found in it."""

    def __init__(self, document: Document, candidates: Iterable[Candidate], near: Nearby) -> None:
        self._document, self._near = document, near
        self._candidates = tuple(candidates)
        self._classes = word_classes(document.language)

    @cached_property
    def _people(self) -> Counter[str]:
        """How often each word of people's names is told."""
        return Counter(
            word
            for c in self._candidates
            if c.kind is PERSON
            for word in fold(self._document.text[c.start : c.end]).split()
        )

    def holds(self, c: Candidate) -> bool:
        """Say whether a person of the tagger is none: told once, by this word alone, behind a word
        that names nobody, and doing nothing that people do.
        """
        text = self._document.text
        name = fold(text[c.start : c.end])
        if name not in _names(self._document.language) or self._people[name] > 1:
            return False
        before = _WORD_BEFORE.search(text, max(0, c.start - _FURTHEST), c.start)
        behind = _WORD_BEHIND.match(text, c.end)
        if before is None or self._is_of(before[1], _BEFORE_NAMES):
            return False
        if behind is not None and self._is_of(behind[1], {"saying"}):
            return False
        beside = self._near.overlapping(c.at(c.start - 2, c.end))
        return not any(o.kind in _NAMING and o.end <= c.start for o in beside)

    def _is_of(self, word: str, classes: Iterable[str]) -> bool:
        return not set(classes).isdisjoint(self._classes.get(fold(word), ()))
