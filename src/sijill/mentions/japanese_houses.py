"""Posts of a Japanese text go in; the bodies that they begin with, and no tagger saw, come out.

«港湾公社総裁» heads the 港湾公社, «北海道大准教授» teaches at 北海道大: what stands before the word
of the post is a body where it ends in a word for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sijill.documents.document import DATE, ORGANISATION, PERSON, PLACE, POST, Document
from sijill.documents.expressions import expression
from sijill.documents.lexicon import classes_at_end
from sijill.mentions.candidates import Candidate
from sijill.mentions.found import nearby, of_kind
from sijill.mentions.japanese_posts import post_beginning
from sijill.roles import roles_with

#: How sure such a body is, and how long its name at least (code points).
_SURE, _LEAST = 0.5, 3
_CLOSED = frozenset((ORGANISATION, PERSON, DATE))
#: Offices whose words are whole: what is before a minister's is what they see to.
_WHOLE = roles_with("state") - {"deputy_minister", "speaker"} | {"governor"}
#: No word of a post is shorter.
_SHORTEST = 2


def find_japanese_houses(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the bodies at the beginning of posts where no other name is; none in other languages."""
    if document.language != "ja":
        return []
    text = document.text
    around = nearby(candidates)
    found = []
    for post in of_kind(candidates, POST):
        lead = expression("ja", "house_lead").match(text, post.start, post.end)
        start = lead.end() if lead else post.start
        province = expression("ja", "province_of_post").match(text, start, post.end)
        if province is not None:
            place = Candidate(PLACE, *province.span(), "house of post", _SURE)
            others = around.overlapping(place)
            found += [] if any(c.kind is not POST for c in others) else [place]
        end = next((e for e in _word_starts(text, post, start) if is_house(text[start:e])), start)
        house = Candidate(ORGANISATION, start, end, "house of post", _SURE)
        if end - start < _LEAST or any(c.kind in _CLOSED for c in around.overlapping(house)):
            continue
        found.append(house)
    return found


def _word_starts(text: str, post: Candidate, begin: int) -> Iterator[int]:
    """Give where the words for offices begin that a post ends in, the shortest first.

    An office of state needs no body, and one that is all of the post («人民委員会委員長») is whole.
    """
    if _roles(text, begin, post.end) & _WHOLE:
        return
    for start in range(post.end - _SHORTEST, begin, -1):
        roles = _roles(text, start, post.end)
        if roles and not roles & _WHOLE:
            yield start


def _roles(text: str, start: int, end: int) -> set[str]:
    """Give the roles of a stretch of a text that is one word of a post."""
    post = post_beginning(text, start, end)
    return post[1] if post is not None and post[0] == end else set()


def is_house(name: str) -> bool:
    """Say whether a name ends in a word for a body that names one: no «会社», whichever it is."""
    if expression("ja", "any_house").search(name):
        return False
    if expression("ja", "short_house").search(name):
        return True  # «北海道大»
    ends, whole = classes_at_end(name, "ja"), len(name.rstrip("」"))
    return any(n < whole and {"organisation", "firm"} & {*classes} for n, classes in ends)
