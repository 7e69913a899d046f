"""People and places go in; the posts that a plural tells of each of a list come out.

«Послы Камбоджи Сок Пхирум, Лаоса Кхамла Вонг и Чада Идрис Дебу»: the post is told once, the state
beside every name. The rules of a language stand in `data/<language>/expressions.tsv`:
several_posts, list_tie, list_joint.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sijill.documents.document import Document, Mention, MentionKind, Sentence
from sijill.documents.expressions import expression
from sijill.documents.lexicon import begins_post
from sijill.people.clusters import Cluster
from sijill.people.posts import PostReading

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
    several = expression(document.language, "several_posts")
    places = {
        m.start: m for m in mentions if m.kind is MentionKind.PLACE and m.id in country_by_mention
    }
    people = {m.start: m for m in mentions if m.kind is MentionKind.PERSON}
    owner = {m.id: c for c in clusters for m in c.names}
    for sentence in sentences:
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            if several.fullmatch(token.text) is None:
                continue
            hit = begins_post([t.text for t in tokens[at:]], document.language)
            if hit is None:
                continue
            end = tokens[at + hit.last - 1].end
            listed = _listed(document, end, places, people)
            for place, person in listed if len(listed) >= _LEAST else ():
                post = Mention("", MentionKind.POST, token.start, end, "")
                country = country_by_mention[place.id]
                if person.id in owner and hit.role not in owner[person.id].roles:
                    owner[person.id].readings.append(
                        PostReading(post, hit.role, "current", country, None)
                    )


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
