"""People and sentences go in; whoever a Russian sentence tells to have followed somebody gets the
office of the one who went: «Шиллингфорда сменила Вернис Томас», «Его сменил Ли».

The object stands before the verb, so that who is named behind it is no predecessor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sijill.documents.document import PERSON, POST, Document, Mention, Sentence
from sijill.documents.expressions import NOTHING, expression, found_before
from sijill.mentions.names import base_form
from sijill.people.clusters import Cluster
from sijill.people.people_by_place import PeopleByPlace
from sijill.people.posts import BODY_ROLES, STATE_ROLES, PostReading

_OFFICES = STATE_ROLES | BODY_ROLES


def successions(
    scene: PeopleByPlace,
    number: int,
    sentence: Sentence,
    told: Sequence[tuple[Mention, Cluster]],
) -> Iterator[tuple[Cluster, Cluster, Mention]]:
    """Give who went, who followed, and the name of the latter.

    `told` are the words for people in the sentence. The rule stands in
    `data/ru/expressions.tsv`: successor_named.
    """
    text, language = scene.document.text, scene.document.language
    here = [(m, c) for m, c in told if m.kind is PERSON]
    # Before few names such a verb stands, which looks through the whole sentence else.
    if not any(
        found_before(language, "successor_named", text, sentence.start, m.start) for m, _ in here
    ):
        return
    verbs = expression(language, "successor_named").finditer(text, sentence.start, sentence.end)
    for verb in verbs:
        new = next(((m, c) for m, c in here if m.start == verb.end()), None)
        if new is None:
            continue
        named = next(((m, c) for m, c in here if m.end == verb.start()), None)
        if verb.group("whom"):
            earlier = scene.people(scene.sentences[max(0, number - 1)].start, verb.start())
            gone = next((c for m, c in earlier if m.kind is PERSON), None)
        elif named is not None and _is_object(named[0], named[1], scene.document):
            gone = named[1]
        else:
            gone = None
        if gone is not None and gone is not new[1]:
            yield gone, new[1], new[0]


def _is_object(name: Mention, cluster: Cluster, document: Document) -> bool:
    """Say whether a name stands in another case than the name itself: «Шиллингфорда»."""
    base = base_form([m.text for m in cluster.names], document.language)
    last, own = name.text.split()[-1], base.split()[-1] if base else ""
    return bool(own) and last != own and len(last) >= len(own)


def settle_successors(
    scene: PeopleByPlace,
    number: int,
    sentence: Sentence,
    told: Sequence[tuple[Mention, Cluster]],
) -> frozenset[int]:
    """Give successors the office, and take it from who went; returns ids of those who followed.

    `told` are the words for people in the sentence.
    """
    if expression(scene.document.language, "successor_named") is NOTHING:
        return frozenset()
    followed: set[int] = set()
    for gone, new, name in successions(scene, number, sentence, told):
        followed.add(id(new))
        offices = [r for r in gone.readings if r.role in _OFFICES and r.relation is None]
        if not offices or any(r.role == offices[-1].role for r in new.readings):
            continue
        office = _last_before(offices, name.start)
        mention = Mention("", POST, name.start, name.start, "")
        new.readings.append(
            replace(
                office, mention=mention, status="current", country=office.country or gone.country
            )
        )
        gone.readings[:] = [
            replace(r, status="former") if r is office and r.status == "current" else r
            for r in gone.readings
        ]
        gone.followed_by = new
    return frozenset(followed)


def _last_before(offices: Sequence[PostReading], place: int) -> PostReading:
    """Give the office told last before a place, else the last one of all."""
    before = [r for r in offices if r.mention.start < place]
    return max(before or offices, key=lambda r: r.mention.start)
