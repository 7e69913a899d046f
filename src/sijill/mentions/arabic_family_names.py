"""Candidates of an Arabic text go in; family names that are words for posts come out as people.

«مازن القاضي» is a speaker of parliament and no judge: where the text names him in full and tells
of no judge, «القاضي» alone is he.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sijill.documents.document import PERSON, POST, Document
from sijill.documents.lexicon import begins_post
from sijill.documents.qualifiers import is_demonym
from sijill.mentions.candidates import Candidate
from sijill.mentions.found import of_kind

_ARTICLE, _WOMAN = "ال", "ة"
_WORD_BEHIND = re.compile(r" (\w+)")
#: A full name must be this sure.
_SURE = 0.7
#: How sure its family name is that stands alone.
_ALONE = 0.9


def with_family_names(document: Document, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Give the candidates with posts that are only the last part of somebody's name as people.

    Not where the text tells of another with that post: «القاضي سالم نور», «قاضي المحكمة».
    """
    if document.language != "ar":
        return candidates
    text = document.text
    first: dict[str, int] = {}
    for c in of_kind(candidates, PERSON):
        name = text[c.start : c.end]
        last = name.rpartition(" ")[2]
        is_full = c.confidence >= _SURE and last.startswith(_ARTICLE) and last != name
        if is_full and begins_post([last], "ar") is not None:
            first[last] = min(first.get(last, c.start), c.start)
    if not first:
        return candidates
    posts = of_kind(candidates, POST)
    for title in _held(text, posts, candidates):
        first.pop(title, None)
    alone = {id(c) for c in posts if first.get(text[c.start : c.end], c.start) < c.start}
    if not alone:
        return candidates
    return [
        replace(c, kind=PERSON, rule="echo", confidence=_ALONE, value=None) if id(c) in alone else c
        for c in candidates
    ]


def _held(text: str, posts: Sequence[Candidate], candidates: Sequence[Candidate]) -> set[str]:
    """Give the titles, with the article, that the text tells of somebody by more than the word."""
    names = {c.start for c in of_kind(candidates, PERSON)}
    held = set()
    for c in posts:
        title, _, rest = text[c.start : c.end].partition(" ")
        is_of_another = bool(rest) or c.end + 1 in names or _is_of_people(text, c.end)
        bare = title.removeprefix(_ARTICLE).removesuffix(_WOMAN)
        if is_of_another or title != _ARTICLE + bare:
            held.add(_ARTICLE + bare)
    return held


def _is_of_people(text: str, end: int) -> bool:
    """Say whether a people stands right behind a title: «الوزير الكيني»."""
    word = _WORD_BEHIND.match(text, end)
    return word is not None and is_demonym(word[1], "ar")
