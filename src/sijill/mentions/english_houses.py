"""Candidates go in; the houses that English posts name by a common noun come out.

“The fund's chief executive”, “Secretary General of the forum”, “the network's treasurer”: the fund
is a body of the text as much as the named one, and a tagger sees few of them. Nor is the president
of “the Chilean football federation” or of “Chile's central bank” that of the state. Nouns are those
of `words.tsv` and the rule `house_noun`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sijill.documents.document import ORGANISATION, PLACE, POST, Document
from sijill.documents.expressions import expression
from sijill.documents.lexicon import word_classes
from sijill.documents.qualifiers import is_demonym
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.found import nearby, of_kind
from sijill.text import fold

#: How sure such a house is; below a tagger that has read the sentence.
_SURE = 0.6
_BEGUN = frozenset((PLACE, ORGANISATION))
_OWNER = re.compile(r"([A-Za-z-]+)['’]s(?=\s)")
_BEHIND = re.compile(r"\s(?:of|for|at|to)\sthe\s([a-z-]+(?:\s[a-z-]+)?)\Z")
#: A house of a state or town: its words, and its noun, behind which more may follow.
_OF_STATE = re.compile(
    r"\s(?:of|for|at|to)\s(?P<house>(?:the\s(?P<people>[A-Z][\w-]+)|[A-Z][\w-]+['’]s)"
    r"\s(?P<kind>(?:[a-z][\w'’-]*\s){0,3}?(?P<noun>[a-z]+)(?:\s(?:of|for)\s[a-z][a-z\s-]*)?))\Z"
)


def is_house_noun(word: str) -> bool:
    """Say whether an English word alone can name a house: “the forum”."""
    if expression("en", "no_house_noun").fullmatch(word):
        return False
    told = word_classes("en").get(fold(word), ())
    return "organisation" in told or expression("en", "house_noun").fullmatch(word) is not None


def find_english_houses(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the houses inside English posts that hold no organisation there yet."""
    if document.language != "en":
        return []
    around = nearby(candidates)
    found = []
    for post in of_kind(candidates, POST):
        words = document.text[post.start : post.end]
        for house in (_OWNER.match(words), _BEHIND.search(words)):
            if house is None or not is_house_noun(house[1].rsplit(maxsplit=1)[-1]):
                continue
            start, end = (post.start + at for at in house.span(1))
            body = Candidate(ORGANISATION, start, end, "in post", _SURE)
            if all(c.kind is POST for c in around.overlapping(body)):
                found.append(body)
        found.extend(_of_state(document.text, post, around))
    return found


def _of_state(text: str, post: Candidate, around: Nearby) -> Iterator[Candidate]:
    """Find the house that a state's name or adjective leads: “president of [Chile's central bank]”.

    What stands in it already must be the name of the state, or of the house begun. A house that is
    the state itself, “president of the Swiss confederation”, and that of an office of state,
    “speaker of Chile's parliament”, leave the post to the state.
    """
    words = text[post.start : post.end]
    house = _OF_STATE.search(words)
    if house is None or not is_house_noun(house["noun"]):
        return
    is_of_all = expression("en", "house_of_whole_state").fullmatch(house["kind"])
    if is_of_all or expression("en", "office_of_state").search(words):
        return
    if house["people"] and not is_demonym(house["people"], "en"):
        return
    start = post.start + house.start("people" if house["people"] else "house")
    body = Candidate(ORGANISATION, start, post.start + house.end("house"), "in post", _SURE)
    if all(
        c.kind is POST or (c.kind in _BEGUN and c.start == start and body.contains(c))
        for c in around.overlapping(body)
    ):
        yield body
