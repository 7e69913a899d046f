"""A claim goes in; the state whose leaders it compares comes out: "a president of France", "a
French president", as against the state that they visit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sijill.citation import Span
from sijill.documents.document import Claim, MentionKind, Reading
from sijill.documents.expressions import expression
from sijill.documents.qualifiers import country_of_words
from sijill.documents.tokens import tokenize
from sijill.record.material import Material
from sijill.tellings.claim_words import senses_in
from sijill.tellings.told_words import canonical

#: "The French president, the only one who …": the office may stand so far before the claim.
BEFORE = 40
#: The claim of a whole sentence may go on so far behind its own words.
BEHIND = 40


def origin_of(claim: Claim, reading: Reading, context: Span, material: Material) -> str | None:
    """Give the country code of the state that an office in a claim is told to be of, or None.

    `context` is the claim's sentence. The state must stand right beside the word for the office,
    as a name or as a word of nationality; what stands further off may be the goal of a visit.
    """
    text = material.texts.get(reading.source_id, "")
    start = max(context.start, claim.start - BEFORE)
    end = min(context.end, claim.end + BEHIND)
    language = reading.language
    roles = [
        Span(s.start, s.end)
        for s in senses_in(text, start, end, language)
        if s.id.startswith("role:") and s.id != "role:state"
    ]
    behind = expression(language, "office_of_behind")
    before = expression(language, "office_of_before")
    found = []
    for role in roles:
        whole = Span(role.start, _word_end(text, role.end))
        for state, country in _states(reading, start, end, text, material):
            gap = max(state.start - role.end, role.start - state.end)
            after = state.start >= role.end and behind.fullmatch(text, role.end, state.start)
            ahead = state.end <= role.start and before.fullmatch(text, state.end, role.start)
            if after or ahead or (state.start >= whole.end and _is_blank(text, whole, state)):
                found.append((abs(gap), state.start, country))
    if not roles:
        found += _nationals(claim, reading, text, material)
    return min(found)[2] if found else None


def _nationals(
    claim: Claim, reading: Reading, text: str, material: Material
) -> list[tuple[int, int, str]]:
    """Find the nation of "the first Egyptian to speak there", which is told without an office.

    The word stands right behind the comparison: further off it may be that of the goal.
    """
    found = []
    own = text[claim.start : claim.end]
    for mention in reading.mentions:
        inside = claim.start <= mention.start and mention.end <= claim.end
        if inside and text.startswith("人", mention.end) and mention.kind is MentionKind.PLACE:
            entity = canonical(material.entity_by_local, reading.source_id, mention.entity)
            country = material.parties.country(entity)
            if country:
                found.append((0, mention.start, country))
    for match in expression(reading.language, "first_national").finditer(own):
        start, end = match.span("nation") if "nation" in match.groupdict() else match.span()
        words = [
            t.text for t in tokenize(text, reading.language, claim.start + start, claim.start + end)
        ]
        country = country_of_words(words, reading.language)
        if country:
            found.append((start, start, country))
    return found


def is_woman_of_nation(claim: Claim, reading: Reading) -> bool:
    """Say whether a claim is of the first woman of a nation: «أول مصرية», «первая египтянка»."""
    language = reading.language
    for match in expression(language, "first_national").finditer(claim.text):
        nation = match.group("nation")
        if expression(language, "she_of_nation").search(nation) and (
            language != "ar" or country_of_words([nation], language)
        ):
            return True
    return False


def _is_blank(text: str, one: Span, other: Span) -> bool:
    return one.end < other.start and not text[one.end : other.start].strip()


def _word_end(text: str, end: int) -> int:
    """Give where a word ends whose beginning was found: «президент» in «президента»."""
    match = re.compile(r"[^\W\d_]*").match(text, end)
    return match.end() if match else end


def _states(
    reading: Reading, start: int, end: int, text: str, material: Material
) -> Iterator[tuple[Span, str]]:
    """Give the states named in a stretch: as places, and as words of nationality."""
    named = []
    for mention in reading.mentions:
        if mention.kind is not MentionKind.PLACE or not start <= mention.start < end:
            continue
        entity = canonical(material.entity_by_local, reading.source_id, mention.entity)
        country = material.parties.country(entity)
        named.append(mention.span)
        if entity and country and material.parties.is_state(entity):
            yield mention.span, country
    for token in tokenize(text, reading.language, start, end):
        span = Span(token.start, token.end)
        if any(n.overlaps(span) for n in named):
            continue
        country = country_of_words([token.text], reading.language)
        if country:
            yield span, country
