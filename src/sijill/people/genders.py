"""Mentions of one person go in; the gender that the words beside them show comes out."""

from __future__ import annotations

import re

from sijill.documents.document import Document
from sijill.documents.expressions import expression
from sijill.documents.genders import (
    GIVEN_NAME,
    TITLE,
    VERB,
    Genders,
    is_feminine_verb,
    name_gender,
    past_tense_beside,
    title_beside,
    verb_gender,
)
from sijill.people.clusters import Cluster

_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s\Z")
#: A verb stands so far before its subject (code points).
_VERB_BEFORE = 30
#: A shorter verb tells nothing sure.
_LEAST_VERB = 5
#: Whose gender is asked for.
_ONE = "one"


def gender_of(cluster: Cluster, document: Document) -> str | None:
    """Give `f` or `m` where titles, posts, verbs or the given name show it, else None."""
    text, language = document.text, document.language
    shown = Genders()
    for reading in cluster.readings:
        shown.show_post(_ONE, reading.gender)
    for name in cluster.names:
        shown.show(_ONE, title_beside(text, name.start, name.end, language), TITLE)
        shown.show(_ONE, _by_verb(text, name.start, name.end, language), VERB)
        shown.show(_ONE, name_gender(name.text, language), GIVEN_NAME)
    return shown.settled().get(_ONE)


def verb_beside(document: Document, start: int, end: int) -> str | None:
    """Give the gender that a Russian past tense right behind or before a subject shows: `f`, `m`.

    «Министр подписала», «сказала министр». Who stands in another case is no subject.
    """
    if document.language != "ru":
        return None
    text = document.text
    if expression("ru", "nominative").fullmatch(text[start:end].split()[0]) is None:
        return None
    after = expression("ru", "verb_behind").match(text, end)
    before = _WORD_BEFORE.search(text, max(0, start - _VERB_BEFORE), start)
    found = [verb_gender(after.group(1), "ru")] if after else []
    if before is not None and len(before.group(1)) >= _LEAST_VERB:
        found.append(verb_gender(before.group(1), "ru"))
    return next((g for g in found if g in ("f", "m")), None)


def sure_gender(cluster: Cluster, document: Document) -> str | None:
    """Give the gender that everything beside somebody's names and posts shows, else None."""
    told = {r.gender for r in cluster.readings if r.gender}
    # Asked for each post that stands alone, while more and more posts are somebody's.
    for mention in (*cluster.names, *cluster.posts) if not told else ():
        place = mention.start, mention.end
        if place not in cluster.by_verb:
            cluster.by_verb[place] = verb_beside(document, *place)
        if (shown := cluster.by_verb[place]) is not None:
            told.add(shown)
    return told.pop() if len(told) == 1 else None


def _by_verb(text: str, start: int, end: int, language: str) -> str | None:
    """Read a Russian past tense beside a name, or an Arabic verb before it."""
    if language == "ru":
        return past_tense_beside(text, start, end)
    if language == "ar":
        before = _WORD.findall(text[max(0, start - _VERB_BEFORE) : start])[-1:]
        if before and text[start - 1 : start].isspace() and is_feminine_verb(before[0]):
            return "f"
    return None
