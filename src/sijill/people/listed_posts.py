"""People and places go in; the posts that a plural tells of each of a list come out.

«Послы Камбоджи Сок Пхирум, Лаоса Кхамла Вонг и Чада Идрис Дебу»: the post is told once, the state
beside every name. «وزيرا تجارة البلدين س وص»: in Arabic the states may be told elsewhere; two such
are of two of them. The rules of a language stand in `data/<language>/expressions.tsv`:
several_posts, list_tie, list_joint, of_both_states; Arabic plurals are words of their own
(`plural_posts.tsv`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from sijill.documents.document import PERSON, PLACE, POST, Document, Mention, Sentence
from sijill.documents.expressions import NOTHING, expression
from sijill.documents.lexicon import LONGEST_POST, begins_post
from sijill.people.clusters import Cluster
from sijill.people.posts import PostReading
from sijill.roles import roles_with
from sijill.tables import open_table
from sijill.word_tables import WordTable

#: One name alone makes no list.
_LEAST = 2
#: No more stands between a post and the first place or name of its list (code points).
_REACH = 100


def read_lists(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    clusters: Sequence[Cluster],
    country_by_mention: Mapping[str, str],
) -> None:
    """Give everybody in such a list the post with the state beside; clusters change in place."""
    people = {m.start: m for m in mentions if m.kind is PERSON}
    if len(people) < _LEAST or not _has_plurals(document.language):
        return
    seconds = _seconds(document, people)
    places = _places_told(document, mentions, people, country_by_mention)
    if not seconds and len(places) < _LEAST:
        return
    owner = {m.id: c for c in clusters for m in c.names}
    singulars = _singulars(document.language)
    for sentence in _near(sentences, sorted((*seconds, *places))):
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            singular = singulars[token.text]
            if not singular:
                continue
            following = [t.text for t in tokens[at + 1 : at + LONGEST_POST]]
            hit = begins_post([singular, *following], document.language)
            if hit is None:
                continue
            end = tokens[at + hit.last - 1].end
            for cluster in _two_named(document, end, hit.role, seconds, owner):
                post = Mention("", POST, token.start, end, "")
                if hit.role not in cluster.roles:
                    cluster.readings.append(PostReading(post, hit.role, "current", None, None))
            listed = _listed(document, end, places)
            for place, person in listed if len(listed) >= _LEAST else ():
                post = Mention("", POST, token.start, end, "")
                country = country_by_mention[place.id]
                if person.id in owner and hit.role not in owner[person.id].roles:
                    owner[person.id].readings.append(
                        PostReading(post, hit.role, "current", country, None)
                    )


def _near(sentences: Sequence[Sentence], begun: Sequence[int]) -> Iterator[Sentence]:
    """Give the sentences that tell a post of such a list, or end right before it."""
    for sentence in sentences:
        at = bisect_left(begun, sentence.start)
        if at < len(begun) and begun[at] < sentence.end + _REACH:
            yield sentence


def _has_plurals(language: str) -> bool:
    """Say whether a language has words for posts of several that are told here."""
    return language == "ar" or expression(language, "several_posts") is not NOTHING


@cache
def _singulars(language: str) -> WordTable[str | None]:
    """Give the word of the post of each that a plural tells; None for any other word."""
    if language == "ar":
        rows = open_table("ar/plural_posts.tsv", ("word", "singular"))
        return WordTable({row["word"]: row["singular"] for row in rows}.get)
    is_plural = expression(language, "several_posts").fullmatch
    return WordTable(lambda word: word if is_plural(word) else None)


def _seconds(
    document: Document, people: Mapping[int, Mention]
) -> dict[int, tuple[Mention, Mention]]:
    """Give two names where the second is only joined to the first, by where the first begins."""
    joint = expression(document.language, "list_joint")
    gaps = ((first, joint.match(document.text, first.end)) for first in people.values())
    behind = ((first, people.get(gap.end())) for first, gap in gaps if gap is not None)
    return {first.start: (first, second) for first, second in behind if second is not None}


def _places_told(
    document: Document,
    mentions: Sequence[Mention],
    people: Mapping[int, Mention],
    country_by_mention: Mapping[str, str],
) -> dict[int, tuple[Mention, Mention]]:
    """Give the places of states with the name beside each, by where the place begins."""
    tie = expression(document.language, "list_tie")
    places = {m.start: m for m in mentions if m.kind is PLACE and m.id in country_by_mention}
    ties = ((place, tie.match(document.text, place.end)) for place in places.values())
    behind = ((place, people.get(gap.end())) for place, gap in ties if gap is not None)
    return {place.start: (place, person) for place, person in behind if person is not None}


def _two_named(
    document: Document,
    at: int,
    role: str,
    seconds: Mapping[int, tuple[Mention, Mention]],
    owner: Mapping[str, Cluster],
) -> Sequence[Cluster]:
    """Give the two who are named behind a post in the dual; neither is of the other's state.

    It is told that they are of two states, or the post is one of which a state has but one.
    """
    both = expression(document.language, "of_both_states").match(document.text, at)
    two = seconds.get(both.end()) if both is not None else None
    if two is None and role in roles_with("single"):
        two = seconds.get(at + 1)  # «وزيرا الخارجية أحمد كمال وخالد سالم»
    if two is None or {m.id for m in two} - owner.keys():
        return ()
    one, other = owner[two[0].id], owner[two[1].id]
    if one is other:
        return ()
    other.counterpart_of = one
    return (one, other)


def _listed(
    document: Document, at: int, places: Mapping[int, tuple[Mention, Mention]]
) -> list[tuple[Mention, Mention]]:
    """Give the pairs of a place and a name that follow one another from a place of the text on."""
    text, language = document.text, document.language
    tie, joint = expression(language, "list_tie"), expression(language, "list_joint")
    found: list[tuple[Mention, Mention]] = []
    gap = tie.match(text, at)
    while gap is not None and (pair := places.get(gap.end())) is not None:
        found.append(pair)
        gap = joint.match(text, pair[1].end)
    return found
