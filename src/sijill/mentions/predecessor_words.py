"""Candidates go in; words for who went before or came after one of them come out: «his successor».

The rules of each language stand in `data/<language>/expressions.tsv`: post_relation, and
relation_word for what begins a word without which none of them holds; most texts have none.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import PERSON, POST, Document
from sijill.documents.expressions import expression
from sijill.mentions.candidates import Candidate
from sijill.mentions.found import of_kind

#: How sure such a word is; below a tagger that has read the sentence.
_SURE = 0.6
#: Between the word and the name stand a comma and a blank at most (code points).
_GAP = 2
#: … or words such as “has been named:” (code points).
_NAMED = 40


def find_relations(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the words for predecessors and successors before a name that no post covers."""
    names = [c.start for c in of_kind(candidates, PERSON)]
    if not names or not expression(document.language, "relation_word").search(document.text):
        return []
    found = [
        Candidate(POST, m.start(), m.end(), "relation", _SURE)
        for m in expression(document.language, "post_relation").finditer(document.text)
    ]
    posts = of_kind(candidates, POST)
    return [
        c
        for c in found
        if any(_leads_to(document, c.end, start) for start in names)
        and not any(c.overlaps(post) for post in posts)
    ]


def _leads_to(document: Document, end: int, name: int) -> bool:
    """Say whether a name stands right behind such a word, or is told to be who it means."""
    if not end < name <= end + _NAMED:
        return False
    named = expression(document.language, "relation_named")
    return name <= end + _GAP or named.fullmatch(document.text, end, name) is not None
