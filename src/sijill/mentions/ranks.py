"""A Russian post goes in; it and the military rank that stands between it and a name come out.

«Министр обороны генерал Ли», «с его адъютантом капитаном Ли» are two posts of one man. A rank is
told in the case of the post: «адъютант генерала Ли» serves a general.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sijill.documents.document import Document, Token
from sijill.documents.expressions import expression
from sijill.documents.lexicon import begins_post, roles_begun_by
from sijill.documents.tokens import tokenize
from sijill.mentions.candidates import Candidate
from sijill.word_tables import WordTable

_RANK = "military_chief"


def part_at_rank(document: Document, c: Candidate) -> list[Candidate]:
    """Give the post and the rank behind it, each with its own edges; else the post as it is."""
    text = document.text
    if document.language != "ru" or text.find(" ", c.start, c.end) < 0:
        return [c]
    if not expression("ru", "name_follows").match(text, c.end):
        return [c]
    tokens = tokenize(text, "ru", c.start, c.end)
    at = _rank_at(tokens)
    if at is None or text[tokens[at].start - 1] != " ":
        return [c]
    return [c.at(c.start, tokens[at - 1].end), c.at(tokens[at].start, c.end)]


def may_hold_rank(words: Sequence[str]) -> bool:
    """Say whether one of the words of a Russian post may begin a rank; mostly none does."""
    return any(map(_begins_rank().__getitem__, words))


@cache
def _begins_rank() -> WordTable[bool]:
    return WordTable(lambda word: _RANK in roles_begun_by(word, "ru"))


def _rank_at(tokens: Sequence[Token]) -> int | None:
    """Give the number of the word that begins a rank at the end of a post, told beside its noun."""
    words = [t.text for t in tokens]
    if not may_hold_rank(words[1:]):
        return None
    found = ((n, hit) for n in range(len(words)) if (hit := begins_post(words[n:], "ru")))
    noun, office = next(found, (0, None))
    for at in range(noun + office.last, len(words)) if office is not None else ():
        rank = begins_post(words[at:], "ru")
        if rank is None or rank.role != _RANK or at + rank.last != len(words):
            continue
        agrees = expression("ru", "same_case").fullmatch(f"{words[noun]} {words[-1]}")
        return at if agrees and words[at - 1].isalpha() else None
    return None
