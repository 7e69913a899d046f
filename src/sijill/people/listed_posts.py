"""People and places go in; the posts that a plural tells of each of a list come out.

«Послы Камбоджи Сок Пхирум, Лаоса Кхамла Вонг и Чада Идрис Дебу»: the post is told once, the state
beside every name. «وزيرا تجارة البلدين س وص»: in Arabic the states may be told elsewhere; two such
are of two of them. The rules of a language stand in `data/<language>/expressions.tsv`:
several_posts, list_tie, list_joint, of_both_states; Arabic plurals are words of their own
(`plural_posts.tsv`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from sijill.documents.document import Document, Mention, MentionKind, Sentence
from sijill.documents.expressions import NOTHING, expression
from sijill.documents.lexicon import LONGEST_POST, begins_post
from sijill.people.clusters import Cluster
from sijill.people.posts import PostReading
from sijill.tables import open_table

#: One name alone makes no list.
_LEAST = 2


def read_lists(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    clusters: Sequence[Cluster],
    country_by_mention: Mapping[str, str],
) -> None:
    """Give everybody in such a list the post with the state beside; clusters change in place."""
    people = {m.start: m for m in mentions if m.kind is MentionKind.PERSON}
    if len(people) < _LEAST or not _has_plurals(document.language):
        return
    places = {
        m.start: m for m in mentions if m.kind is MentionKind.PLACE and m.id in country_by_mention
    }
    owner = {m.id: c for c in clusters for m in c.names}
    for sentence in sentences:
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            singular = _singular(token.text, document.language)
            if not singular:
                continue
            following = [t.text for t in tokens[at + 1 : at + LONGEST_POST]]
            hit = begins_post([singular, *following], document.language)
            if hit is None:
                continue
            end = tokens[at + hit.last - 1].end
            for cluster in _two_named(document, end, people, owner):
                post = Mention("", MentionKind.POST, token.start, end, "")
                if hit.role not in cluster.roles:
                    cluster.readings.append(PostReading(post, hit.role, "current", None, None))
            listed = _listed(document, end, places, people)
            for place, person in listed if len(listed) >= _LEAST else ():
                post = Mention("", MentionKind.POST, token.start, end, "")
                country = country_by_mention[place.id]
                if person.id in owner and hit.role not in owner[person.id].roles:
                    owner[person.id].readings.append(
                        PostReading(post, hit.role, "current", country, None)
                    )


def _has_plurals(language: str) -> bool:
    """Say whether a language has words for posts of several that are told here."""
    return language == "ar" or expression(language, "several_posts") is not NOTHING


@lru_cache(maxsize=16384)
def _singular(word: str, language: str) -> str | None:
    """Give the word of the post of each that a plural tells; None for any other word."""
    if language == "ar":
        return _singulars().get(word)
    return word if expression(language, "several_posts").fullmatch(word) else None


@cache
def _singulars() -> dict[str, str]:
    rows = open_table("ar/plural_posts.tsv", ("word", "singular"))
    return {row["word"]: row["singular"] for row in rows}


def _two_named(
    document: Document, at: int, people: Mapping[int, Mention], owner: Mapping[str, Cluster]
) -> Sequence[Cluster]:
    """Give the two who are named behind a post in the dual; neither is of the other's state."""
    text, language = document.text, document.language
    both = expression(language, "of_both_states").match(text, at)
    first = people.get(both.end()) if both is not None else None
    gap = expression(language, "list_joint").match(text, first.end) if first is not None else None
    second = people.get(gap.end()) if gap is not None else None
    if first is None or second is None or {first.id, second.id} - owner.keys():
        return ()
    one, other = owner[first.id], owner[second.id]
    if one is other:
        return ()
    other.counterpart_of = one
    return (one, other)


def _listed(
    document: Document, at: int, places: Mapping[int, Mention], people: Mapping[int, Mention]
) -> list[tuple[Mention, Mention]]:
    """Give the pairs of a place and a name that follow one another from a place of the text on."""
    text, language = document.text, document.language
    tie, joint = expression(language, "list_tie"), expression(language, "list_joint")
    found: list[tuple[Mention, Mention]] = []
    gap = tie.match(text, at)
    while gap is not None:
        place = places.get(gap.end())
        beside = tie.match(text, place.end) if place is not None else None
        person = people.get(beside.end()) if beside is not None else None
        if place is None or person is None:
            break
        found.append((place, person))
        gap = joint.match(text, person.end)
    return found
