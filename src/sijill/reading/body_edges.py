"""A Russian organisation of the tagger goes in; the same with its edges put right comes out.

The adjective of a nation belongs to a body («узбекский МИД»), what works in a company does not
(«цех ОАО «X»»), and several bodies told in one word are none («мэриями Лиона и Гента»).
"""

from __future__ import annotations

import re

from sijill.reading.candidates import Candidate
from sijill.reading.document import Document
from sijill.reading.expressions import expression
from sijill.reading.lexicon import word_classes
from sijill.reading.qualifiers import is_demonym
from sijill.reading.tokens import tokenize

#: So many letters before a body are looked at for the adjective of a nation.
BEFORE = 28


def mend_body(document: Document, c: Candidate) -> list[Candidate]:
    """Give the body with the right edges, or none where the word means several."""
    tokens = tokenize(document.text, "ru", c.start, c.end)
    words = [t for t in tokens if t.text[0].isalnum()]
    if not words:
        return [c]
    first = words[0]
    is_quoted = any(t.text in '«»"“”„' for t in tokens)
    if expression("ru", "several_bodies").match(document.text, first.start) and not is_quoted:
        return []
    classes = word_classes("ru")
    for word in words[1:]:
        is_form = word.text.isupper() and "legal_form" in classes.get(word.folded, ())
        before = [w for w in words if w.start < word.start]
        if is_form and all(w.text.islower() for w in before):
            return [c if is_demonym(before[-1].text, "ru") else c.at(word.start, c.end)]
    adjective = re.search(r"([^\W\d_]+) \Z", document.text[max(0, c.start - BEFORE) : c.start])
    if adjective and adjective.group(1).islower() and is_demonym(adjective.group(1), "ru"):
        return [c.at(c.start - len(adjective.group()), c.end)]
    return [c]
