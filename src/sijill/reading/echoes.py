"""Candidates go in; names that they vouch for elsewhere in the text come out.

A capitalised word right behind a post is its holder, and a family name once told is the same
person's wherever it stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.reading.candidates import Candidate
from sijill.reading.closed import STATE_POSTS
from sijill.reading.document import Document, MentionKind, Sentence, Token
from sijill.reading.lexicon import find_post_words, word_classes
from sijill.reading.tokens import proclitic_cuts
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
    """Give names behind posts, and family names that stand alone; none for Japanese."""
    if document.language == "ar":
        people = [c for c in candidates if c.kind is MentionKind.PERSON]
        sure = [c for c in people if c.confidence >= SURE_NAME]
        return _alone_in_arabic(document, sentences, sure, candidates)
    if document.language not in _CASED:
        return []
    titles = _titles(document, sentences, candidates)
    candidates = [*candidates, *titles]
    behind = _behind_posts(document, sentences, candidates)
    people = [c for c in candidates if c.kind is MentionKind.PERSON and c.confidence >= SURE_NAME]
    return titles + behind + _alone(document, sentences, [*people, *behind], candidates)


def _titles(
    document: Document, sentences: Sequence[Sentence], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Give a high post in capitals before a name that the tagger left out: «President Aas»."""
    found: list[Candidate] = []
    for sentence in sentences:
        tokens = sentence.tokens
        hits = find_post_words([t.text for t in tokens], document.language)
        for hit in () if _is_title_case(sentence) else hits:
            if hit.role not in STATE_POSTS or not tokens[hit.first].text[0].isupper():
                continue
            name = _name_from(tokens, hit.last, document.language)
            start, end = tokens[hit.first].start, tokens[hit.last - 1].end
            if (
                name
                and document.text[end : name[0].start] == " "
                and not any(c.start < end and start < c.end for c in candidates)
            ):
                found.append(Candidate(MentionKind.POST, start, end, "title", BEHIND_POST))
    return found


def _behind_posts(
    document: Document, sentences: Sequence[Sentence], candidates: Sequence[Candidate]
) -> list[Candidate]:
    ends = {c.end for c in candidates if c.kind is MentionKind.POST}
    closed = [c for c in candidates if c.kind is not MentionKind.POST]
    found: list[Candidate] = []
    for sentence in sentences:
        tokens = sentence.tokens
        if _is_title_case(sentence):
            continue
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


def _is_title_case(sentence: Sentence) -> bool:
    """Say whether a headline writes all its words with capitals, so that they tell nothing."""
    words = [t.text for t in sentence.tokens if len(t.text) > 3 and t.text.isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return sentence.paragraph == 0 and capitals > 0.6 * len(words)


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
        parts = document.text[person.start : person.end].split()
        part = parts[-1]
        # A single name is vouched for only by the post before it.
        is_vouched = len(parts) > 1 or person.rule == "post"
        if is_vouched and len(part) >= LEAST_LETTERS and part[0].isupper() and part.isalpha():
            last_parts.add(fold(part))
    covered = [c for c in candidates if c.kind is not MentionKind.POST]
    found: list[Candidate] = []
    for sentence in sentences:
        for token in () if _is_title_case(sentence) else sentence.tokens:
            if token.folded not in last_parts or not token.text[0].isupper():
                continue
            if any(c.start < token.end and token.start < c.end for c in covered):
                continue
            found.append(Candidate(MentionKind.PERSON, token.start, token.end, "echo", ECHO))
    return found


def _alone_in_arabic(
    document: Document,
    sentences: Sequence[Sentence],
    people: Sequence[Candidate],
    candidates: Sequence[Candidate],
) -> list[Candidate]:
    """Find the last part of a full name alone, with or without a particle before it."""
    classes = word_classes("ar")
    last_parts: set[str] = set()
    for person in people:
        parts = document.text[person.start : person.end].split()
        # As it is written: folded, «علي» would also be «على».
        part = parts[-1]
        if len(parts) > 1 and len(part) >= LEAST_LETTERS and not classes.get(fold(part)):
            last_parts.add(part)
    if not last_parts:
        return []
    tails = {part[-2:] for part in last_parts}
    covered = [c for c in candidates if c.kind is not MentionKind.POST]
    found: list[Candidate] = []
    for sentence in sentences:
        for token in sentence.tokens:
            if token.text[-2:] not in tails:
                continue
            cut = next(
                (c for c in (0, *proclitic_cuts(token.text, "ar")) if token.text[c:] in last_parts),
                None,
            )
            if cut is None or any(c.start < token.end and token.start < c.end for c in covered):
                continue
            start = token.start + cut
            found.append(Candidate(MentionKind.PERSON, start, token.end, "echo", ECHO))
    return found
