"""A candidate goes in; the same without, or with, the nationality word beside its name comes out.

“Egyptian Layla Fahmy” is a person named Layla Fahmy and no body, and “His daughter Inés” one named
Inés; 人 in «ノルウェー人画家» belongs to the people of Norway, with whom the post begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sijill.documents.document import PERSON, Document, Token
from sijill.documents.lexicon import comparable_forms, word_classes
from sijill.documents.qualifiers import is_demonym, people_before, words_with
from sijill.documents.tokens import first_word, tokenize
from sijill.languages import CASED
from sijill.mentions.candidates import Candidate
from sijill.tagging.hints import hint_people
from sijill.text import fold
from sijill.word_tables import WordTable

_TWO = 2
_BODY = frozenset(("organisation", "place", "mission"))
_PEOPLE = "人"


def without_people(document: Document, c: Candidate) -> Candidate:
    """Begin a name behind the nationality word of its bearer, in languages with capitals.

    A body so told becomes a person where a word of the rest is part of people's names.
    """
    language = document.language
    if language not in CASED:
        return c
    if not _may_tell_bearer(language)[first_word(document.text, language, c.start, c.end)]:
        return c
    words = tokenize(document.text, language, c.start, c.end)
    if len(words) < _TWO:
        return c  # a mark of signs alone has no word at all
    if _begins_with_kin(words, language):
        return Candidate(PERSON, words[_TWO].start, c.end, c.rule, c.confidence)
    if not is_demonym(words[0].text, language):
        return c
    first, *rest = words
    if hint_people(first.text, language):
        return c
    if c.kind is PERSON:
        return c.at(rest[0].start, c.end)
    named = any(hint_people(t.text, language) for t in rest)
    if len(rest) < _TWO or not named or not all(t.text[:1].isupper() for t in rest):
        return c
    classes = word_classes(language)
    forms = {form for t in rest for form in comparable_forms(t.text, language)}
    if any(_BODY & {*classes.get(form, ())} for form in forms):
        return c
    return Candidate(PERSON, rest[0].start, c.end, c.rule, c.confidence)


@cache
def _may_tell_bearer(language: str) -> WordTable[bool]:
    """Say of each word whether it may tell whose kin somebody is, or of what nation, in front."""
    owners = words_with("possessed", language)
    return WordTable(lambda word: fold(word) in owners or is_demonym(word, language))


def _begins_with_kin(words: Sequence[Token], language: str) -> bool:
    """Say whether words name somebody's kin: “His daughter Inés” is no body, but Inés."""
    owner, relative = words[:_TWO]
    return (
        len(words) > _TWO
        and fold(owner.text) in words_with("possessed", language)
        and "kin" in word_classes(language).get(relative.folded, ())
        and all(t.text[:1].isupper() for t in words[_TWO:])
    )


def with_people(document: Document, c: Candidate) -> Candidate:
    """Begin a Japanese post with the people it is told of, where 人 alone was taken into it."""
    if document.language != "ja" or not document.text.startswith(_PEOPLE, c.start):
        return c
    start = people_before(document.text, c.start + len(_PEOPLE))
    return c if start is None else c.at(start, c.end)
