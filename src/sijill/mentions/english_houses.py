"""Candidates go in; the houses that English posts name by a common noun come out.

“The fund's chief executive”, “Secretary General of the forum”, “the network's treasurer”: the fund
is a body of the text as much as the named one, and a tagger sees few of them. Nouns are those of
`words.tsv` and the rule `house_noun`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sijill.documents.document import ORGANISATION, POST, Document
from sijill.documents.expressions import expression
from sijill.documents.lexicon import word_classes
from sijill.mentions.candidates import Candidate
from sijill.mentions.found import nearby, of_kind
from sijill.text import fold

#: How sure such a house is; below a tagger that has read the sentence.
_SURE = 0.6
_OWNER = re.compile(r"([A-Za-z-]+)['’]s(?=\s)")
_BEHIND = re.compile(r"\s(?:of|for|at|to)\sthe\s([a-z-]+(?:\s[a-z-]+)?)\Z")


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
    return found
