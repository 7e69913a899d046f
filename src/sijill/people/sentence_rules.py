"""A text and rules of its language go in; which of them each of its sentences obeys comes out.

Many people are told of in one sentence, and all are asked after twice: what a sentence tells is
looked for once. The rules stand in `data/<language>/expressions.tsv`.
"""

from __future__ import annotations

from sijill.documents.document import Document, Sentence
from sijill.documents.expressions import expression


class SentenceRules:
    """Tells, for the sentences of a text, whether a rule's words stand in them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._told: dict[tuple[str, int], bool] = {}

    def tells(self, name: str, sentence: Sentence) -> bool:
        """Say whether words of the rule called `name` stand in a sentence."""
        known = self._told.get((name, sentence.start))
        if known is None:
            rule = expression(self.document.language, name)
            found = rule.search(self.document.text, sentence.start, sentence.end)
            known = self._told[name, sentence.start] = found is not None
        return known
