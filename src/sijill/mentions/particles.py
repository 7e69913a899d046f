"""An Arabic candidate goes in; the same without the particles written onto its front comes out.

«و», «ب», «ل», «ك» and «ف» stand outside of every name, the article inside.
"""

from __future__ import annotations

import re
from functools import cache

from sijill.documents.document import ORGANISATION, PERSON, PLACE, POST, Document, MentionKind
from sijill.documents.expressions import ends_in
from sijill.documents.lexicon import begins_post, word_classes
from sijill.documents.tokens import proclitic_cuts
from sijill.mentions.candidates import Candidate
from sijill.register.affixes import affixes
from sijill.tagging.hints import begins_listed_place
from sijill.text import fold
from sijill.word_tables import WordTable

#: So many letters at most are particles written onto a word.
MOST_PARTICLES = 3
_WORD = re.compile(r"\w+")


def without_particle(document: Document, c: Candidate) -> Candidate:
    """Leave an Arabic particle outside: in «للمصارع» the name begins at the second «ل»."""
    text = document.text
    is_cut = c.kind is not POST and text.endswith("لل", 0, c.start)
    if not is_cut and text[c.start : c.start + 1] not in _first_letters():
        return c
    word = _WORD.match(text, c.start, c.end)
    if not word:
        return c
    if is_cut:
        return c.at(c.start - 1, c.end)
    first = word.group()
    if first.startswith("ل"):
        if text.endswith("ل", 0, c.start):
            return c
        if first.startswith("لل") and len(first) > 4:
            return c.at(c.start + 1, c.end)
        if c.kind is PERSON and len(first) > 3 and _is_to(text, c.start):
            return c.at(c.start + 1, c.end)  # «سبق لدورجي أن زار»
    return c.at(c.start + _outside(c.kind)[first], c.end)


@cache
def _first_letters() -> frozenset[str]:
    """Give the letters that particles begin with: most names begin with others."""
    return frozenset(particle[0] for particle in affixes("ar", "front"))


def _is_to(text: str, start: int) -> bool:
    """Say whether what stands before a name asks for «to»."""
    return ends_in("ar", "lam_outside").search(text, max(0, start - 12), start) is not None


@cache
def _outside(kind: MentionKind) -> WordTable[int]:
    """Tell of each first word of a kind of name how many of its letters are particles."""
    return WordTable(lambda word: _particles_of(word, kind))


def _particles_of(word: str, kind: MentionKind) -> int:
    cuts = proclitic_cuts(word, "ar")
    if not cuts or _is_known_word(word, kind):
        return 0
    for cut in cuts:
        if _is_known_word(word[cut:], kind):
            return cut
    if kind is PLACE and not begins_listed_place(word, "ar"):
        return next((cut for cut in cuts if begins_listed_place(word[cut:], "ar")), 0)
    return 0


def _is_known_word(word: str, kind: MentionKind) -> bool:
    """Say whether a word as it stands begins a post, or a kind of organisation or place."""
    if kind is POST:
        return begins_post([word], "ar") is not None
    wanted = {ORGANISATION: "organisation", PLACE: "place"}.get(kind)
    forms = (fold(word), fold(word).removeprefix("ال"))
    return wanted is not None and any(wanted in word_classes("ar").get(f, ()) for f in forms)


def without_city(document: Document, c: Candidate, cities: set[int]) -> Candidate:
    """Leave the city of a palace outside: «القصر الملكي» ب«الرباط» are two places.

    `cities` are where the cities begin that end where this place ends. A particle is no part of
    a known place either: «ب» in «بفيتنام».
    """
    for start in sorted(cities):
        if 0 < start - c.start <= MOST_PARTICLES and document.text[c.start : start] in affixes(
            "ar", "front"
        ):
            return c.at(start, c.end)
        before = document.text[max(c.start, start - 3) : start]
        if start > c.start + 3 and ends_in("ar", "particle_alone").search(before):
            return c.at(c.start, start - 2)
    return c
