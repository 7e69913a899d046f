"""Mentions of one person go in; the gender that the words beside them show comes out."""

from __future__ import annotations

import re

from sijill.documents.document import Document
from sijill.documents.expressions import expression
from sijill.documents.subject_signs import given_names_of_women, title_gender, verb_gender
from sijill.people.clusters import Cluster
from sijill.text import fold

_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s\Z")
_BEHIND = re.compile(r"[\s—–-]*([^\W\d_]+)")
#: So far from a name its title stands (code points).
_TITLE_BEFORE, _TITLE_BEHIND = 14, 10
#: A verb stands so far before its subject (code points).
_VERB_BEFORE = 24
#: A shorter verb tells nothing sure.
_LEAST_VERB = 5


def gender_of(cluster: Cluster, document: Document) -> str | None:
    """Give `f` or `m` where titles, posts, verbs or the given name show it, else None."""
    votes = {"f": 0, "m": 0}
    for reading in cluster.readings:
        if reading.gender:
            # Of one who is called وزيرة once the masculine form says nothing.
            votes[reading.gender] += 5 if reading.gender == "f" else 1
    for name in cluster.names:
        for gender, weight in (
            (_by_title(document.text, name.start, name.end, document.language), 5),
            (_by_verb(document.text, name.start, name.end, document.language), 2),
            (_by_given_name(name.text, document.language), 3),
        ):
            if gender:
                votes[gender] += weight
    if votes["f"] == votes["m"]:
        return None
    return "f" if votes["f"] > votes["m"] else "m"


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
    for mention in (*cluster.names, *cluster.posts) if not told else ():
        shown = verb_beside(document, mention.start, mention.end)
        told |= {shown} if shown else set()
    return told.pop() if len(told) == 1 else None


def _by_title(text: str, start: int, end: int, language: str) -> str | None:
    near = _WORD.findall(text[max(0, start - _TITLE_BEFORE) : start])[-1:]
    near += _WORD.findall(text[end : end + _TITLE_BEHIND])[:1]
    return next(filter(None, (title_gender(word, language) for word in near)), None)


def _by_verb(text: str, start: int, end: int, language: str) -> str | None:
    """Read a Russian past tense beside a name, or an Arabic verb before it."""
    if language == "ru":
        after = _BEHIND.match(text, end, end + 30)
        before = _WORD.findall(text[max(0, start - 30) : start])[-1:]
        for word in (*([after.group(1)] if after else ()), *before):
            gender = verb_gender(word, "ru") if len(word) >= _LEAST_VERB else None
            if gender in ("f", "m"):
                return gender
    elif language == "ar":
        before = _WORD.findall(text[max(0, start - 30) : start])[-1:]
        word = fold(before[0]) if before and text[start - 1 : start].isspace() else ""
        if expression("ar", "feminine_verb").match(word):
            return "f"
    return None


def _by_given_name(name: str, language: str) -> str | None:
    words = name.split()
    if language != "en" or len(words) < 2:
        return None
    return "f" if words[0] in given_names_of_women() else None
