"""Mentions of one text go in; who is who in it comes out: entities, and every mention's entity.

Names that can be one person's are joined; a post goes to the name it stands beside; a post alone
(«the president», 大統領) to the person known to hold it, told before or, in a headline, after.
Nothing here looks beyond the text except for what the register says of a name's country.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijill.reading.bodies import Bodies, resolve_bodies
from sijill.reading.clusters import Cluster, cluster_names
from sijill.reading.document import (
    Document,
    Entity,
    HeldPost,
    Mention,
    MentionKind,
    Sentence,
)
from sijill.reading.holders import bind_neighbours, bind_stand_ins
from sijill.reading.posts import BODY_ROLES, STATE_ROLES, PostReading, read_post
from sijill.register.entries import Register
from sijill.register.load import load_register

#: Roles whose country is the person's own even when the text does not repeat it.
_HOME_ROLES = STATE_ROLES | {"governor"}


def resolve(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    *,
    register: Register | None = None,
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Give the mentions with their entities, and the entities in the order of first mention.

    The `entity` of a post is its holder, or None when nobody is named. Dates have no entity.
    """
    register = register if register is not None else load_register()
    bodies = resolve_bodies(document, mentions, register)
    readings = {
        m.id: read_post(m, _inner(m, mentions), document.language, bodies.country_by_mention)
        for m in mentions
        if m.kind is MentionKind.POST
    }
    clusters = cluster_names(document, mentions)
    bind_neighbours(document, sentences, mentions, readings, clusters)
    bind_stand_ins(document, sentences, mentions, readings, clusters, bodies)
    return _assemble(document, mentions, readings, clusters, bodies, register)


def _inner(outer: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if m is not outer and outer.start <= m.start and m.end <= outer.end]


def _assemble(
    document: Document,
    mentions: Sequence[Mention],
    readings: dict[str, PostReading],
    clusters: Sequence[Cluster],
    bodies: Bodies,
    register: Register,
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    key_by_mention: dict[str, tuple[str, int]] = {}
    for index, cluster in enumerate(clusters):
        for mention in (*cluster.names, *cluster.posts, *cluster.stand_ins):
            key_by_mention[mention.id] = ("person", index)
    for mention_id, index in bodies.index_by_mention.items():
        key_by_mention[mention_id] = ("body", index)
    ids: dict[tuple[str, int], str] = {}
    for m in sorted(mentions, key=lambda m: (m.start, -m.end)):
        key = key_by_mention.get(m.id)
        if key is not None and key not in ids:
            ids[key] = f"e{len(ids) + 1}"
    entities: list[Entity] = []
    for key, entity_id in ids.items():
        if key[0] == "body":
            entities.append(bodies.entity(key[1], entity_id))
        else:
            body_ids = {m: ids[k] for m, k in key_by_mention.items() if k[0] == "body"}
            entities.append(
                _person(entity_id, clusters[key[1]], readings, body_ids, bodies, register, document)
            )
    marked = tuple(
        replace(m, entity=ids[key_by_mention[m.id]]) if m.id in key_by_mention else m
        for m in mentions
    )
    return marked, tuple(entities)


def _person(
    entity_id: str,
    cluster: Cluster,
    readings: dict[str, PostReading],
    body_ids: dict[str, str],
    bodies: Bodies,
    register: Register,
    document: Document,
) -> Entity:
    known = register.entries.get(cluster.register_id) if cluster.register_id else None
    mine = [readings[p.id] for p in cluster.posts if p.id in readings]
    country = known.country if known else None
    country = country or next((r.country for r in mine if r.country), None)
    if country is None and any(r.role in STATE_ROLES for r in mine):
        country = bodies.home_country
    posts: list[HeldPost] = []
    for reading in mine:
        held = _held(reading, country, body_ids, bodies)
        if held is None:
            continue
        # The same post told again («the president») adds nothing; a body told once serves all.
        if any(p.post == held.post and p.status == held.status for p in posts):
            continue
        posts.append(held)
    posts = _drop_vague(posts, mine)
    name = max((m.text for m in cluster.names), key=len, default=cluster.label)
    name_en = known.name("en") if known else name if document.language == "en" else None
    return Entity(
        entity_id,
        MentionKind.PERSON,
        name,
        name_en,
        country,
        cluster.register_id,
        tuple(posts),
    )


def _held(
    reading: PostReading, country: str | None, body_ids: dict[str, str], bodies: Bodies
) -> HeldPost | None:
    if reading.role is None:
        return None
    body: str | None
    if reading.role in STATE_ROLES:
        body = reading.country or country
    elif reading.role in BODY_ROLES or reading.role == "governor":
        body = body_ids.get(reading.body_mention.id) if reading.body_mention else None
        if body is None and reading.role == "senior_official":
            body = reading.country or country
    else:
        body = None
        if (
            reading.body_mention is not None
            and reading.body_mention.kind is MentionKind.ORGANISATION
        ):
            body = body_ids.get(reading.body_mention.id)
        body = body or reading.country or country
    return HeldPost(reading.role, body, reading.status, None, reading.mention.id)


def _drop_vague(posts: list[HeldPost], readings: Sequence[PostReading]) -> list[HeldPost]:
    """Drop «minister» of somebody known to be foreign minister: one post, said shortly."""
    roles = {p.post for p in posts}
    bare = {r.role for r in readings if r.role and not r.is_bare}
    short_for = {
        "minister": {"foreign_minister", "deputy_minister", "deputy_head_government"},
        "senior_official": BODY_ROLES | STATE_ROLES,
        "head_of_state": {"vice_president", "chief_executive", "university_head", "speaker"},
    }
    return [
        p
        for p in posts
        if not (
            p.post in short_for
            and p.post not in bare
            and p.status == "current"
            and roles & short_for[p.post]
        )
    ]
