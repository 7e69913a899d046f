"""Candidates go in; organisations of the tagger that are people by their names come out as people.

“She talked to Daphne Koh at the hotel”: a name that begins with a given name, holds no word for a
body or a place, and ends with a family name, or stands where people are told of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from sijill.documents.document import ORGANISATION, PERSON, POST, Document
from sijill.documents.expressions import ends_in, expression
from sijill.documents.kept_answers import kept_while_read
from sijill.documents.lexicon import word_classes
from sijill.languages import CASED, WITH_ENDINGS
from sijill.mentions.candidates import Candidate
from sijill.tagging.hints import hint_people
from sijill.text import fold

#: A body this sure is one, unless all of its name is a person's.
_SURE_BODY, _SURE_OF_NAME = 0.97, 0.99
_LEAST, _MOST = 2, 3
_COURTESY = "courtesy"
#: Words of these classes may stand in a name.
_OF_NAMES = frozenset({"name_part"})
_BEFORE = 24
#: “The ministers of A and B, ” is no longer than this.
_STATES_BEFORE = 120
#: Who speaks, where a line of an interview begins.
_LABEL = re.compile(r"^([^\s:]+):\s", re.MULTILINE)


def with_mistaken_people(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates with people where the tagger saw bodies; the rest as it is."""
    if document.language not in CASED or document.language in WITH_ENDINGS:
        return list(candidates)
    bodies = [c for c in candidates if c.kind is ORGANISATION and c.rule == "tagger"]
    if not bodies:
        return list(candidates)
    text = document.text
    posts = {c.end for c in candidates if c.kind is POST}
    begun = [_without_post(document, _without_title(document, c), posts) for c in bodies]
    alone = {text[c.start : c.end] for c in candidates if c.kind is PERSON and c.rule == "tagger"}
    alone |= {text[c.start : c.end] for c in begun if c.rule == _COURTESY}
    changed = {
        id(body): replace(c, kind=PERSON, rule="tagger", value=None)
        if c.rule == _COURTESY or _is_person(document, c, alone, posts)
        else c
        for body, c in zip(bodies, begun, strict=True)
    }
    return [changed.get(id(c), c) for c in candidates]


@kept_while_read
def _answering(text: str) -> frozenset[str]:
    """Give what stands before colons at the beginnings of lines: who answers in an interview."""
    return frozenset(_LABEL.findall(text))


def _without_title(document: Document, c: Candidate) -> Candidate:
    """Begin a body behind “Mrs” or “Mr”, or a post told of two: “Presidents X and Y”.

    Both stand before people's names only.
    """
    text, language = document.text, document.language
    first, _, rest = text[c.start : c.end].partition(" ")
    if rest and expression(language, "courtesy_title").fullmatch(first) is not None:
        return replace(c, start=c.end - len(rest), rule=_COURTESY)
    posts = expression(language, "posts_of_two").match(text, c.start, c.end)
    if posts is None or " " not in text[posts.end() : c.end]:
        return c
    if expression(language, "second_of_two").match(text, c.end) is None:
        return c
    return replace(c, start=posts.end(), rule=_COURTESY)


def _without_post(document: Document, c: Candidate, posts: Set[int]) -> Candidate:
    """Begin a body behind the post whose last word it took: “Speaker of Parliament Ana Kos”."""
    if c.rule != "tagger" or c.confidence >= _SURE_BODY:
        return c
    text = document.text
    first, _, rest = text[c.start : c.end].partition(" ")
    words = rest.split(" ")
    if c.start + len(first) not in posts or len(words) not in (_LEAST, _MOST):
        return c
    classes = word_classes(document.language)
    is_name = all(w[:1].isupper() and w[1:].islower() and not classes.get(fold(w)) for w in words)
    return replace(c, start=c.end - len(rest), rule=_COURTESY) if is_name else c


def _is_behind_states(document: Document, c: Candidate) -> bool:
    """Say whether a post of two states stands before: who holds it is named next."""
    before = document.text[max(0, c.start - _STATES_BEFORE) : c.start]
    return ends_in(document.language, "posts_of_two_states").search(before) is not None


def _is_person(document: Document, c: Candidate, alone: Set[str], posts: Set[int]) -> bool:
    """Say whether a body is somebody.

    `alone` are the names that the tagger saw people by, `posts` the places where posts end.
    """
    text, language = document.text, document.language
    words = text[c.start : c.end].split()
    if not _LEAST <= len(words) <= _MOST or not all(
        w[0].isupper() and w[1:].islower() for w in words
    ):
        return False
    classes = word_classes(language)
    if any(set(classes.get(fold(word), ())) - _OF_NAMES for word in words):
        return False
    if words[-1] in alone and c.confidence < _SURE_OF_NAME:
        return True  # “Nkhoma, an economist”: the text calls her by her family name
    if c.confidence < _SURE_BODY and c.start - 1 in posts and text[c.start - 1] == " ":
        return True  # “headmistress Coralee Inniss”
    if expression(language, "people_clause").match(text, c.end):
        return True  # “Obichang Orak, who runs our centre”
    behind = expression(language, "second_of_two").match(text, c.end)
    if behind is not None and _is_behind_states(document, c):
        return True  # “the foreign ministers of Peru and Ghana, Le Quang and Bo Mensah”
    if words[-1] in _answering(text):
        return True  # the interviewer's label for who answers
    hints = [hint_people(word, language) for word in words]
    if hints[0] not in ("given", "both"):
        return False
    if hints[-1] in ("family", "both") and c.confidence < _SURE_OF_NAME:
        return True
    if c.confidence >= _SURE_BODY:
        return False
    before = ends_in(language, "person_before").search(text[max(0, c.start - _BEFORE) : c.start])
    return (
        before is not None or expression(language, "person_behind").match(text, c.end) is not None
    )
