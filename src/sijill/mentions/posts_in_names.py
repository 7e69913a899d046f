"""Candidates of an English text go in; titles that a tagger left in a name, or joined to the post
before them, come out as posts of their own.

“Captain Batbayar” is a captain named Batbayar, “Hereditary Prince Konrad” a prince named Konrad,
and “Chief of Defence Staff Lieutenant General Colley” holds two posts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sijill.documents.document import PERSON, POST, Document, Token
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import begins_post, roles_begun_by
from sijill.documents.qualifiers import is_people
from sijill.documents.tokens import first_word, tokenize
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.found import of_kind
from sijill.roles import roles_with

_ROYAL = roles_with("royal")
_RANK = "military_chief"
#: A title in front of those of a name: “Hereditary Prince”, so many words at most.
_MOST_BEFORE = 2
#: So far before a post the people stand whose it is (code points), in so many words at most.
_PEOPLE, _MOST_PEOPLE = 40, 3


def part_posts(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Part titles from the names behind them and from the posts before them."""
    if document.language != "en":
        return candidates
    posts = Nearby(of_kind(candidates, POST))
    out: list[Candidate] = []
    for c in candidates:
        if c.rule == "tagger" and c.kind is PERSON and not posts.overlapping(c):
            out.extend(_title_and_name(document, c))
        elif c.rule == "tagger" and c.kind is POST:
            out.extend(_post_and_rank(document, c))
        else:
            out.append(c)
    return out


def _title_and_name(document: Document, c: Candidate) -> Iterator[Candidate]:
    """Part “Captain Batbayar”; a title of birth only from one name alone, as it may be a name.

    “Prince Nyathi” is a man named Prince where no other word of a title stands before it.
    """
    if not roles_begun_by(first_word(document.text, "en", c.start, c.end), "en"):
        yield c
        return
    tokens = tokenize(document.text, "en", c.start, c.end)
    words = [t.text for t in tokens]
    title = begins_post(words, "en")
    if title is None or title.last >= len(tokens) or not tokens[title.last].text[0].isupper():
        yield c
        return
    start = _whole_title(document, c.start, tokens[: title.last])
    is_rank = title.role == _RANK
    is_born = title.role in _ROYAL and start < c.start
    if not is_rank and not is_born:
        yield c
        return
    yield Candidate(POST, start, tokens[title.last - 1].end, c.rule, c.confidence)
    yield c.at(tokens[title.last].start, c.end)


def _whole_title(document: Document, start: int, tokens: Sequence[Token]) -> int:
    """Give where a title begins that other words in capitals open: “Hereditary Prince”."""
    words = [t.text for t in tokens]
    before = re.findall(r"[A-Z][\w-]*(?=\s)", document.text[max(0, start - _PEOPLE) : start])
    for count in range(1, min(_MOST_BEFORE, len(before)) + 1):
        opening = before[-count:]
        whole = begins_post([*opening, *words], "en")
        length = len(" ".join(opening)) + 1
        if whole is not None and whole.last == count + len(words):
            return start - length
    return start


def _post_and_rank(document: Document, c: Candidate) -> Iterator[Candidate]:
    """Part a post from a rank at its end: “Defence Minister Colonel”."""
    tokens = tokenize(document.text, "en", c.start, c.end)
    words = [t.text for t in tokens]
    for at in range(1, len(tokens)):
        is_rank = _RANK in roles_begun_by(words[at], "en")
        rank = begins_post(words[at:], "en") if is_rank else None
        if rank is None or rank.role != _RANK or rank.last != len(words) - at:
            continue
        whole = begins_post(words[at - 1 :], "en")
        is_whole = expression("en", "office_before_rank").search(words[at - 1]) is not None
        if words[at][0].isupper() and is_whole and (whole is None or whole.last == 1):
            yield c.at(c.start, tokens[at - 1].end)
            yield c.at(tokens[at].start, c.end)
            return
    yield c.at(_with_people(document, c.start), c.end)


def _with_people(document: Document, start: int) -> int:
    """Take into a post the people whose it is, and how it is held: “visiting Sierra Leonean”."""
    text = document.text
    shift = max(0, start - _PEOPLE)
    words_before = text[shift:start]
    is_told = words_before.endswith(" ") and not words_before.islower()
    before = tokenize(words_before, "en") if is_told else ()
    for count in range(min(_MOST_PEOPLE, len(before)), 0, -1):
        words = [t.text for t in before[-count:]]
        is_beside = text[shift + before[-1].end : start] == " "
        if is_beside and words[0][0].isupper() and is_people(words, "en"):
            start = shift + before[-count].start
            break
    held = ends_in("en", "post_time_before").search(text, max(0, start - _PEOPLE), start)
    return held.start() if held is not None else start
