"""Statements of those who study the relationship go in; the chapter of their words comes out."""

from __future__ import annotations

from sijill.documents.document import ClaimKind, QuotationKind
from sijill.record.items import ClaimItem, StatementItem
from sijill.script.cards import Draft, portrait
from sijill.script.claimed import claim_scene
from sijill.script.facts import Story
from sijill.script.outline import chapter_rule
from sijill.script.reported_words import exact_words, is_narratable
from sijill.script.said import quote_scene, tell_statement
from sijill.script.sentence import ScriptSentence
from sijill.script.teller import Teller

#: Who studies a relationship, or reports on it.
_OBSERVERS = frozenset(("expert", "university_head", "journalist"))
_AT_LENGTH = 3
_MOST_OF_IT = 0.6


def speakers(story: Story) -> list[tuple[str, list[StatementItem]]]:
    """Give the experts who are heard, with what each of them said, those of the pair first."""
    roles = chapter_rule("experts").roles
    said: dict[str, list[StatementItem]] = {}
    for statement in story.record.statements:
        if statement.speaker is None:
            continue
        person = story.names.entity(statement.speaker)
        if person is None or person.kind != "person":
            continue
        posts = story.names.roles_of(person.id)
        known = bool(posts & roles) and story.rank_of(person.id, statement.date) > 5
        if known or (not posts and story.rank_of(person.id, None) > 12):
            said.setdefault(person.id, []).append(statement)
    # Somebody of whom no post is known is heard as an expert only when heard at length.
    said = {p: s for p, s in said.items() if _has_post(story, p) or len(s) >= _AT_LENGTH}
    order = {person: place for place, person in enumerate(said)}

    def weight(person: str) -> tuple[bool, bool, bool, int, int]:
        direct = any(s.kind is QuotationKind.DIRECT for s in said[person])
        own = story.country_of(person) in story.pair
        scholar = "expert" in story.names.roles_of(person)
        return not own, not scholar, not direct, -len(said[person]), order[person]

    return [(p, said[p]) for p in sorted(said, key=weight)]


def are_observers(story: Story) -> bool:
    """Say whether somebody is heard who looks on: an ambassador or a former premier does not."""
    heard = [person for person, _ in speakers(story)[: story.most("experts")]]
    posts = [story.names.roles_of(person) for person in heard]
    return any(not held or held & _OBSERVERS for held in posts)


def _has_post(story: Story, person: str) -> bool:
    return bool(story.names.roles_of(person))


def tell(story: Story, teller: Teller) -> list[Draft]:
    """Write the scenes of the chapter: each expert's portrait, then the words."""
    drafts: list[Draft] = []
    for person, statements in speakers(story)[: story.most("experts")]:
        reported = [s for s in statements if exact_words(s) is None]
        reported.sort(key=lambda s: (not s.translations, not is_narratable(story, s)))
        direct = [s for s in statements if exact_words(s) is not None]
        sentences: list[ScriptSentence] = []
        for statement in reported:
            if sentences and not is_narratable(story, statement):
                continue  # That somebody spoke of something else as well says nothing.
            sentence = tell_statement(story, teller, statement)
            if sentence is not None:
                sentences.append(sentence)
            if len(sentences) == (1 if direct else 2):
                break
        if sentences:
            time = statements[0].date
            drafts.append(Draft(portrait(story, teller, person, time), tuple(sentences)))
        longest = sorted(direct, key=lambda s: (not s.translations, -len(s.text), s.id))[:2]
        drafts += [d for s in longest if (d := quote_scene(story, teller, s))]
    heard = {person for person, _ in speakers(story)}
    claims = [
        c
        for c in story.record.claims
        if c.asserted_by in heard
        and c.verdict
        and c.id not in story.used
        and c.kind in (ClaimKind.RANK, ClaimKind.ONLY)
        and not _is_heard(story, c)
    ]
    for claim in sorted(claims, key=lambda c: (len(c.text), c.id))[:1]:
        scene = claim_scene(story, teller, claim)
        if scene:
            drafts.append(scene)
    return drafts


def _is_heard(story: Story, claim: ClaimItem) -> bool:
    """Say whether a claim is most of a quotation that was just heard word for word."""
    return any(
        s.id in story.used
        and claim.text.strip() in s.text
        and len(claim.text) > _MOST_OF_IT * len(s.text)
        for s in story.record.statements
        if s.speaker == claim.asserted_by and exact_words(s) is not None
    )
