"""Sentences and candidates go in; listed places that a preposition of place vouches for come out.

The list of cities and provinces names nothing by itself, as half of its names are words or people,
too. Behind «in» or «из», or joined to a place by «and», it is believed where nobody saw another
name. So are words for a country or a capital that stand for the one named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijill.documents.document import PERSON, PLACE, Document, Sentence, Token
from sijill.documents.expressions import expression
from sijill.documents.lexicon import word_classes
from sijill.documents.qualifiers import joint_words
from sijill.documents.token_places import tokens_beginning, tokens_ending
from sijill.languages import CASED, VERB_LAST
from sijill.mentions.candidates import Candidate
from sijill.mentions.found import nearby, of_kind
from sijill.tagging.hints import (
    MOST_WORDS,
    hint_people,
    hint_places,
    may_begin_place,
    place_length,
)
from sijill.text import fold

#: How sure such a place is, and one that is told by a word for a country or capital alone.
LISTED, ALONE = 0.6, 0.6
#: So many letters before a place are looked at; so many a name must have that stands alone.
BEFORE, SHORTEST = 16, 4
#: The tagger is not sure of a place below this.
DOUBTFUL = 0.6


def find_listed(
    document: Document, sentences: Sequence[Sentence], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Give the listed places behind a preposition or a place and «and», in no other candidate."""
    language = document.language
    if language in VERB_LAST:
        return []
    ends = {c.end for c in of_kind(candidates, PLACE)}
    around = nearby(candidates)
    found: list[Candidate] = []
    joint = joint_words(language)
    before = expression(language, "listed_place_before")
    begins = {match.end() for match in before.finditer(document.text)}
    for sentence, at in tokens_ending(sentences, ends):
        tokens = sentence.tokens
        if at + 2 < len(tokens) and tokens[at + 1].folded in joint:
            begins.add(tokens[at + 2].start)
    begins = {begin for begin in begins if not around.within(begin, begin + 1)}
    for sentence, at in tokens_beginning(sentences, begins):
        if not may_begin_place(sentence.tokens[at].text, language):
            continue
        span = _listed(sentence.tokens[at : at + 2 * MOST_WORDS], language)
        if span is None:
            continue
        place = Candidate(PLACE, *span, "listed", LISTED)
        if not around.overlapping(place):
            found.append(place)
    return found


def settle_joined(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Take a doubtful place that no list has for a person where «and» joins it to one.

    «Mirza and Zhanar» are two of one kind.
    """
    language, text = document.language, document.text
    doubtful = [
        c for c in of_kind(candidates, PLACE) if c.rule == "tagger" and c.confidence < DOUBTFUL
    ]
    if not doubtful or language not in CASED:
        return candidates
    people = {c.end for c in of_kind(candidates, PERSON)}
    settled = {
        id(c)
        for c in doubtful
        if _behind_and(text, c.start, language) in people
        and not any(hint_places(text[c.start : c.end].split(), language))
        and not text[c.start : c.end].split()[-1].islower()  # «Сал әуежайы» is told by its kind
    }
    return [replace(c, kind=PERSON) if id(c) in settled else c for c in candidates]


def _behind_and(text: str, start: int, language: str) -> int | None:
    """Give where the word before «and» ends; None where no «and» stands before a place."""
    joint = text[max(0, start - BEFORE) : start].rstrip().rsplit(" ", 1)[-1]
    if fold(joint) not in joint_words(language):
        return None
    return len(text[: start - len(joint) - 1].rstrip())


def find_country_words(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give words for a country or its capital that stand for a named one: the Kingdom, «столица».

    Only where no other candidate has the word: «the United Kingdom», العاصمة of a city named.
    """
    around = nearby(candidates)
    found = []
    for match in expression(document.language, "place_alone").finditer(document.text):
        place = Candidate(PLACE, *match.span(), "place alone", ALONE)
        if not around.overlapping(place):
            found.append(place)
    return found


def _listed(tokens: Sequence[Token], language: str) -> tuple[int, int] | None:
    """Give the span of the listed name that begins here; None for a word or a person's name."""
    length = place_length([t.text for t in tokens], language)
    if not length:
        return None
    first = tokens[0]
    if length == 1 and (
        language not in CASED  # there every second name is a word: الطبقة is "floor"
        or len(first.text) < SHORTEST
        or hint_people(first.text, language)
        or first.folded in word_classes(language)
    ):
        return None
    return first.start, tokens[length - 1].end
