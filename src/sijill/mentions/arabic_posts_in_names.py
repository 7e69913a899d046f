"""Candidates of an Arabic text go in; two people whom a tagger took for one, with the post of the
second between their names, come out apart.

The object of a verb stands right behind its subject: «استدعى الوزير سامي النور السفير البيروفي
لويس فارغاس». «السفير» or «الأمير» alone may be a family name; with a people behind it is a post.
So is a guest: «استقبلت نائبة الرئيس لوسيا أراندا الضيف في القصر».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sijill.documents.document import PERSON, POST, Document
from sijill.documents.expressions import expression
from sijill.documents.lexicon import begins_post
from sijill.documents.qualifiers import is_demonym
from sijill.documents.stand_ins import is_guest
from sijill.documents.tokens import tokenize
from sijill.mentions.candidates import Candidate

_ARTICLE = "ال"
#: A name, a post of two words and another name.
_LEAST = 4
#: So far before a name the verb stands of who receives somebody, with the post between.
_VERB = 60
_WORD = re.compile(r"\s(?P<word>\w+)")


def with_posts_between(document: Document, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Give the candidates with names that hold a post and a people as person, post and person."""
    out: list[Candidate] = []
    for c in candidates:
        blanks = document.text.count(" ", c.start, c.end) if c.kind is PERSON else 0
        if blanks >= _LEAST - 1:
            out += _parted(document, _without_guest(document, c))
        elif blanks == _LEAST - 2:
            out.append(_without_guest(document, c))
        else:
            out.append(c)
    return out


def _without_guest(document: Document, c: Candidate) -> Candidate:
    """Give a name of two words and more without the guest whom its bearer is told to receive."""
    name, _, last = document.text[c.start : c.end].rpartition(" ")
    if not is_guest(last, "ar"):
        return c
    text = document.text
    ahead = text[max(0, c.start - _VERB) : c.start]
    behind = _WORD.match(text, c.end)
    # «الضيف اللاتفي», «الضيف في القصر»; before another whom he receives it is his own name.
    is_met = expression("ar", "object_is_over").match(text, c.end) is not None
    is_met = is_met or (behind is not None and is_demonym(behind["word"], "ar"))
    if not is_met or expression("ar", "acts_on_another").search(ahead) is None:
        return c
    return c.at(c.start, c.start + len(name.rstrip()))


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
