"""Names of an English text go in, one by one; the company told of most so far comes out.

Two names that share a word in capitals, which is no house noun, tell of one company: Surigas, State
company Surigas.
"""

from __future__ import annotations

import re

from sijill.documents.deadline import check
from sijill.documents.document import Mention
from sijill.documents.expressions import expression
from sijill.documents.lexicon import word_classes
from sijill.houses.house_heads import head_of
from sijill.mentions.english_houses import is_house_noun
from sijill.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class ToldFirms:
    """The companies told so far, and how often each is told of."""

    def __init__(self) -> None:
        self._firms: list[Mention] = []
        self._counts: list[int] = []
        #: The firms by each of their words, and by those that tell them from others.
        self._with_word: dict[str, set[int]] = {}
        self._with_own: dict[str, set[int]] = {}
        self._best: tuple[int, int, int] = (-1, -1, -1)
        self._told_most: Mention | None = None
        self._waiting: list[Mention] = []

    def add(self, name: Mention) -> None:
        """Put the next name of the text in."""
        self._waiting.append(name)

    @property
    def told_most(self) -> Mention | None:
        """The company that is told of most, of those the last; None before any is told."""
        for name in self._waiting:  # most texts never ask
            self._count(name)
        self._waiting.clear()
        return self._told_most

    def _count(self, name: Mention) -> None:
        check()
        if not _may_be_firm(name.text):
            return
        number = len(self._firms)
        self._firms.append(name)
        self._counts.append(0)
        words = set(_WORD.findall(name.text))
        own = {w for w in words if w[0].isupper() and not is_house_noun(w)}
        for other in set().union(*(self._with_own.get(w, ()) for w in words)):
            self._tell(other, 1)
        for word in words:
            self._with_word.setdefault(word, set()).add(number)
        for word in own:
            self._with_own.setdefault(word, set()).add(number)
        self._tell(number, len(set().union(*(self._with_word[w] for w in own))))

    def _tell(self, number: int, times: int) -> None:
        self._counts[number] += times
        firm = self._firms[number]
        # Of two that begin in one place the outer one.
        key = (self._counts[number], firm.start, firm.end)
        if key > self._best:
            self._best, self._told_most = key, firm


def _may_be_firm(name: str) -> bool:
    """Say whether the words of a name tell a company or nothing."""
    if any("press" in word_classes("en").get(fold(w), ()) for w in _WORD.findall(name)):
        return False
    is_state = expression("en", "is_ministry").search(name) is not None
    return head_of(name, "en") in ("chief_executive", None) and not is_state
