"""Candidates go in; names that they vouch for elsewhere in the text come out.

A capitalised word right behind a post is its holder, and a family name once told is the same
person's wherever it stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.reading.candidates import Candidate
from sijill.reading.document import Document, MentionKind, Sentence, Token
from sijill.reading.lexicon import word_classes
from sijill.text import fold

#: How sure a name is that only stands behind a post, or only echoes another.
BEHIND_POST, ECHO = 0.55, 0.5
#: A name must be this sure to be looked for elsewhere, and its last part this long.
SURE_NAME, LEAST_LETTERS = 0.7, 3
_CASED = ("en", "ru", "kk")
_MOST_PARTS = 4


def find_echoes(
    document: Document, sentences: Sequence[Sentence], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Give names behind posts, and family names that stand alone; only for cased languages."""
    if document.language not in _CASED:
        return []
    behind = _behind_posts(document, sentences, candidates)
    people = [c for c in candidates if c.kind is MentionKind.PERSON and c.confidence >= SURE_NAME]
    return behind + _alone(document, sentences, [*people, *behind], candidates)


def _behind_posts(
    document: Document, sentences: Sequence[Sentence], candidates: Sequence[Candidate]
) -> list[Candidate]:
    ends = {c.end for c in candidates if c.kind is MentionKind.POST}
    closed = [c for c in candidates if c.kind is not MentionKind.POST]
    found: list[Candidate] = []
    for sentence in sentences:
        tokens = sentence.tokens
        for index, token in enumerate(tokens[:-1]):
            if token.end not in ends or document.text[token.end : token.end + 1] != " ":
                continue
            name = _name_from(tokens, index + 1, document.language)
            if not name:
                continue
            start, end = name[0].start, name[-1].end
            if not any(c.start < end and start < c.end for c in closed):
                found.append(Candidate(MentionKind.PERSON, start, end, "post", BEHIND_POST))
    return found


def _name_from(tokens: Sequence[Token], index: int, language: str) -> list[Token]:
    """Take capitalised words that stand next to each other."""
    name: list[Token] = []
    for token in tokens[index : index + _MOST_PARTS]:
        if name and token.start > name[-1].end + 1:
            break
        if not token.text[0].isupper() or not token.text.isalpha() or token.text.isupper():
            break
        if word_classes(language).get(token.folded):
            break
        name.append(token)
    return name


def _alone(
    document: Document,
    sentences: Sequence[Sentence],
    people: Sequence[Candidate],
    candidates: Sequence[Candidate],
) -> list[Candidate]:
    last_parts: set[str] = set()
    for person in people:
        part = document.text[person.start : person.end].split()[-1]
        if len(part) >= LEAST_LETTERS and part[0].isupper() and part.isalpha():
            last_parts.add(fold(part))
    covered = [c for c in candidates if c.kind is not MentionKind.POST]
    found: list[Candidate] = []
    for sentence in sentences:
        for token in sentence.tokens:
            if token.folded not in last_parts or not token.text[0].isupper():
                continue
            if any(c.start < token.end and token.start < c.end for c in covered):
                continue
            found.append(Candidate(MentionKind.PERSON, token.start, token.end, "echo", ECHO))
    return found
