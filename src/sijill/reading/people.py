"""Mentions of one text go in; who is who in it comes out: entities, and every mention's entity.

Names that can be one person's are joined; a post goes to the name it stands beside; a post alone
(«the president», 大統領) to the person known to hold it, told before or, in a headline, after.
Nothing here looks beyond the text except for what the register says of a name's country.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sijill.languages import LANGUAGES
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
from sijill.reading.holders import bind_neighbours, bind_stand_ins, roles_beside
from sijill.reading.known import find_known
from sijill.reading.nationality import Setting, settle_countries
from sijill.reading.posts import (
    BODY_ROLES,
    STATE_ROLES,
    PostReading,
    read_post,
    settle_counterparts,
)
from sijill.register.entries import Register
from sijill.register.load import load_register
from sijill.roles import roles_with

#: Professions, told without a country: it is the person's own.
_CALLINGS = roles_with("calling")
#: Vague roles, and the fuller ones that they only say shortly.
_SHORT_FOR = {
    "royal_family": frozenset(("heir", "monarch")),
    "minister": frozenset(("foreign_minister", "deputy_minister", "deputy_head_government")),
    "senior_official": BODY_ROLES | STATE_ROLES,
    "head_of_state": frozenset(("vice_president", "chief_executive", "university_head", "speaker")),
}


@dataclass(frozen=True, slots=True)
class _Text:
    """All that is known of the text while its entities are made."""

    document: Document
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    readings: Mapping[str, PostReading]
    bodies: Bodies
    register: Register


def resolve(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    *,
    register: Register | None = None,
    weigh: bool = True,
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Give the mentions with their entities, and the entities in the order of first mention.

    The `entity` of a post is its holder, or None when nobody is named. Dates have no entity. In a
    language that Sijill does not read nothing is resolved. Without `weigh` nobody has a country
    that the text does not tell.
    """
    if document.language not in LANGUAGES:
        return tuple(mentions), ()
    register = register if register is not None else load_register()
    bodies = resolve_bodies(document, mentions, register)
    language = document.language
    readings = settle_counterparts(
        mentions,
        {
            m.id: read_post(m, _inner(m, mentions), language, bodies.country_by_mention)
            for m in mentions
            if m.kind is MentionKind.POST
        },
    )
    clusters = cluster_names(document, mentions, roles_beside(document, mentions, readings))
    bind_neighbours(document, sentences, mentions, readings, clusters)
    setting = Setting(document, sentences, mentions, bodies, register, weigh)
    settle_countries(clusters, setting)
    bind_stand_ins(document, mentions, readings, clusters, bodies, register)
    settle_countries(clusters, setting)
    text = _Text(document, sentences, mentions, readings, bodies, register)
    return _assemble(text, clusters)


def _inner(outer: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if m is not outer and outer.start <= m.start and m.end <= outer.end]


def _assemble(
    text: _Text, clusters: Sequence[Cluster]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    key_by_mention: dict[str, tuple[str, int]] = {}
    for index, cluster in enumerate(clusters):
        for mention in (*cluster.names, *cluster.posts, *cluster.stand_ins):
            key_by_mention[mention.id] = ("person", index)
    for mention_id, index in text.bodies.index_by_mention.items():
        key_by_mention[mention_id] = ("body", index)
    ids: dict[tuple[str, int], str] = {}
    for m in sorted(text.mentions, key=lambda m: (m.start, -m.end)):
        key = key_by_mention.get(m.id)
        if key is not None and key not in ids:
            ids[key] = f"e{len(ids) + 1}"
    body_ids = {m: ids[k] for m, k in key_by_mention.items() if k[0] == "body"}
    entities = [
        text.bodies.entity(index, entity_id)
        if group == "body"
        else _person(text, entity_id, clusters[index], body_ids)
        for (group, index), entity_id in ids.items()
    ]
    marked = tuple(
        replace(m, entity=ids[key_by_mention[m.id]]) if m.id in key_by_mention else m
        for m in text.mentions
    )
    return marked, tuple(entities)


def _person(text: _Text, entity_id: str, cluster: Cluster, body_ids: Mapping[str, str]) -> Entity:
    register_id = cluster.register_id or find_known(
        cluster.forms,
        text.register,
        cluster.countries,
        set(text.bodies.country_by_mention.values()),
    )
    known = text.register.entries.get(register_id) if register_id else None
    mine = [text.readings[p.id] for p in cluster.posts]
    country = cluster.country if cluster.is_told else None
    guessed = cluster.country
    if country is None and any(r.role in STATE_ROLES for r in mine):
        country = guessed
    posts: list[HeldPost] = []
    for reading in mine:
        held = _held(text, reading, guessed, body_ids)
        # The same post told again («the president») adds nothing; a body told once serves all.
        if held and not any(p.post == held.post and p.status == held.status for p in posts):
            posts.append(held)
    name = max((m.text for m in cluster.names), key=len, default=cluster.label)
    in_english = name if text.document.language == "en" else None
    return Entity(
        entity_id,
        MentionKind.PERSON,
        name,
        known.name("en") if known else in_english,
        country,
        register_id,
        tuple(_drop_vague(posts, mine)),
    )


def _nearest_organisation(text: _Text, post: Mention) -> str:
    """Give the organisation told last before a post, in its sentence or the one before; or ``."""
    index = next((i for i, s in enumerate(text.sentences) if s.end > post.start), None)
    if index is None:
        return ""
    start = text.sentences[max(0, index - 1)].start
    before = [
        m
        for m in text.mentions
        if m.kind is MentionKind.ORGANISATION and start <= m.start and m.end <= post.start
    ]
    return max(before, key=lambda m: m.start).id if before else ""


def _held(
    text: _Text, reading: PostReading, country: str | None, body_ids: Mapping[str, str]
) -> HeldPost | None:
    if reading.role is None:
        return None
    inside = reading.body_mention
    body: str | None = None
    if reading.role in STATE_ROLES or reading.role in _CALLINGS:
        body = reading.country or country
    elif reading.role in BODY_ROLES or reading.role == "governor":
        body = body_ids.get(inside.id) if inside else None
        if body is None and reading.role != "governor":
            body = body_ids.get(_nearest_organisation(text, reading.mention))
        if body is None and reading.role == "senior_official":
            body = reading.country or country
    else:
        if inside is not None and inside.kind is MentionKind.ORGANISATION:
            body = body_ids.get(inside.id)
        body = body or reading.country
    return HeldPost(reading.role, body, reading.status, None, reading.mention.id)


def _drop_vague(posts: list[HeldPost], readings: Sequence[PostReading]) -> list[HeldPost]:
    """Drop «minister» of somebody known to be foreign minister: one post, said shortly."""
    roles = {p.post for p in posts}
    told_fully = {r.role for r in readings if r.role and not r.is_bare}
    return [
        p
        for p in posts
        if p.post not in _SHORT_FOR
        or p.post in told_fully
        or p.status != "current"
        or not roles & _SHORT_FOR[p.post]
    ]
