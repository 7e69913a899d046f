"""Candidates of an Arabic text go in; two people whom a tagger took for one, with the post of the
second between their names, come out apart.

The object of a verb stands right behind its subject: «استدعى الوزير سامي النور السفير البيروفي
لويس فارغاس». «السفير» or «الأمير» alone may be a family name; with a people behind it is a post.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sijill.documents.document import PERSON, POST, Document
from sijill.documents.lexicon import begins_post
from sijill.documents.qualifiers import is_demonym
from sijill.documents.tokens import tokenize
from sijill.mentions.candidates import Candidate

_ARTICLE = "ال"
#: A name, a post of two words and another name.
_LEAST = 4


def with_posts_between(document: Document, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Give the candidates with names that hold a post and a people as person, post and person."""
    out: list[Candidate] = []
    for c in candidates:
        if c.kind is PERSON and document.text.count(" ", c.start, c.end) >= _LEAST - 1:
            out += _parted(document, c)
        else:
            out.append(c)
    return out


def _parted(document: Document, c: Candidate) -> Iterator[Candidate]:
    tokens = tokenize(document.text, "ar", c.start, c.end)
    for at in range(1, len(tokens) - 2):
        post, people = tokens[at].text, tokens[at + 1].text
        if not (post.startswith(_ARTICLE) and people.startswith(_ARTICLE)):
            continue
        if begins_post([post], "ar") is not None and is_demonym(people, "ar"):
            yield c.at(c.start, tokens[at - 1].end)
            yield Candidate(POST, tokens[at].start, tokens[at + 1].end, c.rule, c.confidence)
            yield c.at(tokens[at + 2].start, c.end)
            return
    yield c
