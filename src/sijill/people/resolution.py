"""Mentions of one text go in; who is who in it comes out: entities, and every mention's entity.

Names that can be one person's are joined; a post goes to the name it stands beside; a post alone
(«the president», 大統領) to the person known to hold it, told before or, in a headline, after.
Nothing here looks beyond the text except for what the register says of a name's country.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence, Set
from contextlib import ExitStack
from operator import attrgetter

from sijill.documents.document import (
    ORGANISATION,
    PERSON,
    PLACE,
    POST,
    Document,
    Entity,
    Mention,
    Sentence,
)
from sijill.documents.mentions_by_kind import Mentions, in_order, of_kind
from sijill.documents.qualifiers import nationality_words
from sijill.houses.bodies import Bodies, resolve_bodies
from sijill.immutable import immutable
from sijill.languages import LANGUAGES
from sijill.mentions.names import base_form
from sijill.people.clause_posts import read_clauses
from sijill.people.clusters import Cluster, cluster_names
from sijill.people.consorts import settle_consorts, settle_spouses
from sijill.people.counterparts import settle_by_name
from sijill.people.gaps import PairCosts
from sijill.people.held_posts import held_posts
from sijill.people.holders import bind_neighbours, roles_beside
from sijill.people.known import find_known
from sijill.people.listed_posts import read_lists
from sijill.people.lone_posts import bind_stand_ins, may_ask_country
from sijill.people.ministry_heads import settle_ministers
from sijill.people.mission_staff import settle_missions, settle_staff
from sijill.people.named_later import bind_leads
from sijill.people.namesakes import meant_by, settle_namesakes, with_meant_states
from sijill.people.nationality import Setting, settle_countries
from sijill.people.nearest_bodies import Told
from sijill.people.posts import (
    STATE_ROLES,
    read_post,
    settle_counterparts,
)
from sijill.people.predecessors import settle_relations
from sijill.people.role_clauses import read_role_clauses
from sijill.people.trainers import settle_trainers
from sijill.people.unmarked_posts import read_unmarked
from sijill.register.entries import Register
from sijill.register.load import load_register


@immutable
class _Text:
    """All that is known of the text while its people are found and its entities made."""

    document: Document
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
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
    mentions = with_meant_states(mentions, document.language)
    houses = [m for m in mentions if m.kind in (PLACE, ORGANISATION)]
    bodies = resolve_bodies(document, houses, register)
    text = _Text(document, sentences, mentions, bodies, register)
    people = Mentions(m for m in mentions if m.kind is PERSON or m.kind is POST)
    with ExitStack() as at_last:
        is_named = bool(of_kind(people, PERSON))
        clusters = _find_people(text, people, at_last, weigh=weigh) if is_named else ()
        return _assemble(text, clusters)


def _let_go(clusters: Sequence[Cluster]) -> None:
    for cluster in clusters:
        cluster.let_go()


def _find_people(
    text: _Text, people: Sequence[Mention], at_last: ExitStack, *, weigh: bool
) -> Sequence[Cluster]:
    """Give the people whom a text names, each with the posts and the country that it tells.

    `people` are those mentions that are names and posts. What each holds of all others is let go of
    `at_last`, also where a text takes too long: nothing may refer to itself in a circle.
    """
    document, sentences, mentions = text.document, text.sentences, text.mentions
    language, countries = document.language, text.bodies.country_by_mention
    meant = meant_by({countries[m.id] for m in of_kind(mentions, PLACE) if m.id in countries})
    inside = _inner_of(mentions)
    posts = {m.id: read_post(m, inside(m), language, countries) for m in of_kind(people, POST)}
    posts = settle_trainers(document, posts)
    readings = settle_counterparts(people, settle_namesakes(posts, meant))
    costs = PairCosts(document)
    beside = roles_beside(document, people, readings, costs)
    clusters = cluster_names(document, people, beside)
    at_last.callback(_let_go, clusters)
    bind_neighbours(document, sentences, people, readings, clusters, costs)
    settle_consorts(document, clusters, readings)
    settle_ministers(document, sentences, mentions, clusters, readings, countries)
    settle_by_name(document, clusters, sentences, readings)
    settle_relations(document, sentences, clusters, readings, is_last=False)
    nobody = read_clauses(document, sentences, mentions, readings, clusters, countries)
    settle_relations(document, sentences, clusters, readings)
    settle_staff(document.text, mentions, clusters, readings, countries, language)
    settle_missions(clusters, readings, language)
    read_lists(document, sentences, mentions, clusters, countries)
    read_unmarked(document, sentences, mentions, clusters, countries)
    read_role_clauses(document, mentions, clusters)
    alone = [m for m in mentions if m.id not in nobody] if nobody else mentions
    bind_leads(document, sentences, alone, readings, clusters)
    told = tuple(
        (start, end, meant.get(country, country))
        for start, end, country in nationality_words(document.text, sentences, language)
    )
    setting = Setting(document, sentences, mentions, text.bodies, text.register, told, weigh)
    if may_ask_country(alone, readings, clusters, language):
        settle_countries(clusters, setting)
    bind_stand_ins(document, alone, readings, clusters, text.bodies, text.register, sentences)
    settle_spouses(clusters, readings)
    settle_countries(clusters, setting)
    return clusters


def _inner_of(mentions: Sequence[Mention]) -> Callable[[Mention], list[Mention]]:
    """Give a function that gives the other mentions inside of one."""
    ordered = sorted(mentions, key=attrgetter("start"))
    starts = [m.start for m in ordered]

    def inner(outer: Mention) -> list[Mention]:
        first, last = bisect_left(starts, outer.start), bisect_right(starts, outer.end)
        return [m for m in ordered[first:last] if m is not outer and m.end <= outer.end]

    return inner


def _assemble(
    text: _Text, clusters: Sequence[Cluster]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    key_by_mention: dict[str, tuple[str, int]] = {
        mention.id: ("person", index)
        for index, cluster in enumerate(clusters)
        for mention in (*cluster.names, *cluster.posts, *cluster.stand_ins)
    }
    bodies = {m: ("body", index) for m, index in text.bodies.index_by_mention.items()}
    key_by_mention |= bodies
    told_keys = map(key_by_mention.get, [m.id for m in in_order(text.mentions)])
    ids = {key: f"e{n}" for n, key in enumerate(dict.fromkeys(filter(None, told_keys)), 1)}
    body_ids = {mention: ids[body] for mention, body in bodies.items()}
    told = Told(text.document, text.sentences, text.mentions, text.bodies, body_ids)
    countries = set(text.bodies.country_by_mention.values())
    entities = [
        text.bodies.entity(index, entity_id)
        if group == "body"
        else _person(text, entity_id, clusters[index], told, countries)
        for (group, index), entity_id in ids.items()
    ]
    # For a hundred mentions of a text `replace` would be slow.
    marked = [
        Mention(m.id, m.kind, m.start, m.end, m.text, ids[key], m.value, m.rule, m.confidence)
        if (key := key_by_mention.get(m.id)) is not None
        else m
        for m in text.mentions
    ]
    return tuple(marked), tuple(entities)


def _person(
    text: _Text, entity_id: str, cluster: Cluster, told: Told, countries: Set[str]
) -> Entity:
    register_id = cluster.register_id or find_known(
        cluster.forms, text.register, cluster.countries, countries
    )
    known = text.register.entries.get(register_id) if register_id else None
    mine = cluster.readings
    country = cluster.country if cluster.is_told else None
    if country is None and any(r.role in STATE_ROLES for r in mine):
        country = cluster.country
    names = [m.text for m in cluster.names]
    name = base_form(names, text.document.language) or cluster.label
    in_english = name if text.document.language == "en" else None
    return Entity(
        entity_id,
        PERSON,
        name,
        known.name("en") if known else in_english,
        country,
        register_id,
        held_posts(cluster, mine, told),
    )
