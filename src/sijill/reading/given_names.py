"""Candidates of an Arabic text go in; a family name comes out with the given name before it.

«رئيس وزراء كازاخستان مارات إبراهيموف»: a tagger that does not know the given name may take it for
part of neither the post nor the name. Between a post with its state and a family name nothing else
can stand, unless a verb does: so the word must be a known name, or the post be governed by «with».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sijill.reading.calendar import find_atoms
from sijill.reading.candidates import Candidate, Nearby
from sijill.reading.document import Document, MentionKind
from sijill.reading.expressions import ends_in, expression
from sijill.reading.hints import hint_people
from sijill.reading.lexicon import begins_post, word_classes
from sijill.reading.qualifiers import is_demonym
from sijill.text import fold

PERSON, POST = MentionKind.PERSON, MentionKind.POST
#: So many letters before a post are looked at; a post this sure is one.
_BEFORE, _SURE = 12, 0.9
_SHORTEST = 3
_LAST_WORD = re.compile(r"(?<=\s)([^\W\d_]+)\s\Z")


def with_given_names(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates with family names begun where their given names do."""
    if document.language != "ar":
        return list(candidates)
    near = Nearby(candidates)
    posts = {c.end: c for c in candidates if c.kind is POST and c.confidence >= _SURE}
    out = []
    for c in candidates:
        start = (
            _start(document, c, posts, near) if c.kind is PERSON and c.rule == "tagger" else None
        )
        out.append(c if start is None else c.at(start, c.end))
    return out


def _start(
    document: Document, c: Candidate, posts: dict[int, Candidate], near: Nearby
) -> int | None:
    """Give where the given name before a family name begins; None where there is none."""
    text = document.text
    if " " in text[c.start : c.end]:
        return None
    before = _LAST_WORD.search(text, max(0, c.start - _BEFORE * 2), c.start)
    if before is None:
        return None
    word, start = before.group(1), before.start(1)
    post = posts.get(start - 1)
    if post is None or near.overlapping(c.at(start, before.end(1))) or not _may_be_name(word):
        return None
    governs = ends_in("ar", "governs_post").search(text[max(0, post.start - _BEFORE) : post.start])
    return start if governs or hint_people(word, "ar") else None


def _may_be_name(word: str) -> bool:
    """Say whether a word is neither a known word nor one with the article."""
    if len(word) < _SHORTEST or expression("ar", "with_article").match(word):
        return False
    known = word_classes("ar").get(fold(word)) or begins_post([word], "ar")
    return not known and not is_demonym(word, "ar") and not find_atoms(word, 0, len(word), "ar")
