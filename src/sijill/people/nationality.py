"""People of one text with their posts go in; the country each belongs to comes out.

A post, the register or a word of belonging tells it («President of Peru»). Where
nothing does, the countries that the text tells are weighed: what stands beside the name, who is
told in one row with it, where the text is written, what form of state a post needs, and that a
state has one head at a time.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from operator import attrgetter
from typing import TypeAlias

from sijill.documents.deadline import check
from sijill.documents.document import PLACE, Document, Mention, Sentence
from sijill.documents.expressions import expression
from sijill.houses.bodies import Bodies
from sijill.languages import HOMES
from sijill.people.bonds import Bonds
from sijill.people.clusters import MANY, Cluster, Weighed
from sijill.people.country_cues import Cue, Cues, find_cues
from sijill.people.country_ties import tied_by_start
from sijill.people.country_weights import (
    AFTER,
    BESIDE,
    BODY,
    FOLLOWED,
    FOREIGN,
    GOAL,
    HOME,
    HOME_OFFICE,
    IMPOSSIBLE,
    LIKE,
    MOST_LIKE,
    RARE,
    REACHED,
    SENT,
    SIDE,
    TOLD,
)
from sijill.people.journeys import is_goal, is_reached
from sijill.people.name_origins import is_from_abroad, is_of_home, suits
from sijill.people.posts import PostReading
from sijill.people.sentence_rules import SentenceRules
from sijill.register.entries import Register
from sijill.roles import roles_with
from sijill.tables import open_table

_ENVOYS = frozenset(("ambassador", "consul"))
_RULER = "monarch"
#: Offices that not every form of state has.
_RULERS = roles_with("royal") | {"head_of_state"}
#: Cues further away than this say nothing (code points).
_REACH = 160


_start = attrgetter("start")
#: What was told of somebody when he was weighed: posts, how they were read, where envoys are sent.
_ToldThen: TypeAlias = tuple[Sequence[Mention], Sequence[PostReading], frozenset[int]]


@dataclass(frozen=True)
class Setting:
    """What a text holds that tells of countries; it lasts while more is told of its people."""

    document: Document
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    bodies: Bodies
    register: Register
    #: The words that tell a nationality: start, end, country.
    peoples: Sequence[tuple[int, int, str]] = ()
    weigh: bool = True
    #: What countries weighed for each person, and of what that was told.
    weighed: dict[int, tuple[_ToldThen, Mapping[str, float]]] = field(default_factory=dict)

    @cached_property
    def linked(self) -> Mapping[int, str]:
        """The countries that a word ties to a name or post, by where it starts."""
        return tied_by_start(self.document, self.mentions, self.bodies, self.peoples)

    @cached_property
    def cues(self) -> Cues:
        """The words that name a country."""
        bodies = self.bodies
        found = find_cues(self.mentions, bodies.country_by_mention, bodies.states, self.peoples)
        return Cues(found, self.document.text.find("\n"))

    @cached_property
    def rules(self) -> SentenceRules:
        """What its sentences tell."""
        return SentenceRules(self.document)


@cache
def _monarchies() -> frozenset[str]:
    return frozenset(_monarch_titles())


@cache
def _monarch_titles() -> dict[str, str]:
    rows = open_table("world/monarch_titles.tsv", ("country", "title"))
    return {row["country"]: row["title"] for row in rows}


def is_possible(role: str | None, status: str, country: str) -> bool:
    """Say whether a state has such a post: a republic has no king, a kingdom no president."""
    if status != "current":
        return True
    if role in roles_with("royal"):
        return country in _monarchies()
    return role != "head_of_state" or country not in _monarchies()


def told_country(cluster: Cluster, register: Register) -> str | None:
    """Give the country that the register or a post tells of a person."""
    known = register.entries.get(cluster.register_id or "")
    if known is not None and known.country:
        return known.country
    told = [r for r in cluster.readings if r.country]
    if not told:
        return None
    # What somebody was is told of other states, too: «once ambassador of Peru to Chad».
    current = [r for r in told if r.status == "current" and r.role in roles_with("state")]
    return (current or told)[0].country


def settle_countries(clusters: Sequence[Cluster], setting: Setting) -> None:
    """Give every cluster its country, and whether the text tells it; clusters change in place."""
    linked = setting.linked
    for cluster in clusters:
        cluster.country = told_country(cluster, setting.register) or next(
            (linked[m.start] for m in (*cluster.names, *cluster.posts) if m.start in linked), None
        )
        cluster.is_told = cluster.country is not None
    if not setting.weigh:
        return
    open_ones = [c for c in clusters if not c.is_told and not _leads_former_state(c, setting)]
    if not open_ones:
        return
    scene = _Scene(clusters, setting)
    settle, bound = partial(_settle, scene=scene), set[int]()
    # A queen may turn out to be none, which changes what is asked of others.
    rulers = {id(c) for c in open_ones if _RULER in c.roles}
    if len(open_ones) <= MANY:
        bound = scene.bonds.bound_among([c for c in clusters if not c.is_told]) | rulers
    for cluster in open_ones:
        if id(cluster) not in bound:
            cluster.settle_when_asked(settle)
            if rulers or len(open_ones) > MANY:
                cluster.settle()
    _settle_surest_first([c for c in open_ones if id(c) in bound], scene)


def _settle_surest_first(clusters: Sequence[Cluster], scene: _Scene) -> None:
    """Settle people in such an order that who is sure speaks for those told in one row with him."""
    waiting = {id(c): c for c in clusters}
    firsts = {id(c): c.first for c in clusters}
    leads: dict[int, float] = {}

    def urgency(cluster: Cluster) -> tuple[bool, float, int]:
        # Who held an office before waits for who holds it now, and a company for who leads it.
        before = (id(cluster.followed_by), id(scene.bonds.sides.leader(cluster)))
        is_next = before[0] not in waiting and before[1] not in waiting
        return is_next, leads[id(cluster)], -firsts[id(cluster)]

    while waiting:
        for cluster in waiting.values():
            if id(cluster) not in leads:
                leads[id(cluster)] = _lead(scene.weigh(cluster))
        cluster = max(waiting.values(), key=urgency)
        del waiting[id(cluster)]
        cluster.weighed = _settle(cluster, scene)
        for other in waiting.values():
            if scene.bonds.hangs_on(other, cluster):
                leads.pop(id(other), None)


def _leads_former_state(cluster: Cluster, setting: Setting) -> bool:
    """Say whether somebody leads a state that has no country code: «ソ連大統領».

    No country of today that the text tells of is his.
    """
    top = roles_with("top")
    return any(
        r.role in top
        and r.body_mention is not None
        and r.body_mention.kind is PLACE
        and r.body_mention.id not in setting.bodies.country_by_mention
        for r in cluster.readings
    )


def _settle(cluster: Cluster, scene: _Scene) -> Weighed:
    """Give the country that most speaks for, and how far that one is ahead of the next."""
    weights = scene.weigh(cluster)
    lead = _lead(weights)
    if weights and _make_consort(cluster, weights):
        scene.bonds.forget()
        weights = scene.weigh(cluster)
    # No envoy is of the state that he is sent to, though the text tells of no other.
    envoys = [r for r in cluster.readings if r.role in _ENVOYS]
    barred = {state for r in envoys for state in (r.sent_to, *r.sent_too)}
    barred |= scene.bonds.other_states(cluster)
    if not barred.isdisjoint(weights):
        weights = {country: weight for country, weight in weights.items() if country not in barred}
    # Nor of the state that he comes to, or whose envoy he sees, where there is no other.
    if not weights or (len(weights) == 1 and scene.is_abroad(cluster, *weights)):
        return None, lead
    most = max(weights.values())
    return min([country for country, weight in weights.items() if weight == most]), lead


def _make_consort(cluster: Cluster, weights: Mapping[str, float]) -> bool:
    """Make a queen whose kingdom has its king one of the royal family; say whether she is one."""
    if _RULER not in cluster.roles or max(weights.values()) > -IMPOSSIBLE / 2:
        return False
    cluster.readings[:] = [
        replace(r, role="royal_family") if r.role == _RULER else r for r in cluster.readings
    ]
    return True


def _lead(weights: Mapping[str, float]) -> float:
    """Say how far the best country is ahead of the next."""
    ranked = sorted(weights.values(), reverse=True)
    if not ranked:
        return -1.0
    return ranked[0] - (ranked[1] if len(ranked) > 1 else 0.0)


class _Scene:
    """Weighs countries for the people of a text, as they are told so far."""

    def __init__(self, clusters: Sequence[Cluster], setting: Setting) -> None:
        self._setting = setting
        self._cues = setting.cues
        self._cues.send(r for c in clusters for r in c.readings)
        self.bonds = Bonds(
            clusters, setting.rules, setting.sentences, self._cues, setting.bodies.home_country
        )

    def weigh(self, cluster: Cluster) -> dict[str, float]:
        """Weigh the countries that the text tells for one person."""
        check()
        weights = dict(self._weigh_alone(cluster))
        for bond in self.bonds.of(cluster):
            for country in bond.countries():
                if country in weights:
                    weights[country] += bond.weight
        return weights

    def _weigh_alone(self, cluster: Cluster) -> Mapping[str, float]:
        """Weigh what hangs on nobody else, once for as long as no more is told of somebody."""
        known = self._setting.weighed.get(id(cluster))
        told = (cluster.posts, cluster.readings, self._cues.goals)
        if known is None or known[0] != told:
            told = ([*cluster.posts], [*cluster.readings], self._cues.goals)
            known = self._setting.weighed[id(cluster)] = (told, self._lasting(cluster))
        return known[1]

    @cached_property
    def _told_weights(self) -> Mapping[str, float]:
        """What speaks for each country, whoever is weighed: the home, and how often it is told."""
        counts, home = self._cues.counts, self._setting.bodies.home_country
        weights = dict.fromkeys(counts, 0.0)
        if home:
            weights[home] = weights.get(home, 0.0) + HOME
        for country, count in counts.items():
            share = min(1.0, count / self._cues.most)
            weights[country] += TOLD * share + RARE * math.log(share)
        return weights

    def _lasting(self, cluster: Cluster) -> dict[str, float]:
        weights = dict(self._told_weights)
        for country, weight in self.bonds.against(cluster).items():
            weights[country] -= weight
        self._weigh_beside(weights, cluster)
        self._weigh_name(weights, cluster)
        for reading in cluster.readings:
            self._weigh_post(weights, reading)
        return weights

    def _weigh_name(self, weights: dict[str, float], cluster: Cluster) -> None:
        language = self._setting.document.language
        name = max([m.text for m in cluster.names], key=len, default="")
        if language == "ja":
            # A Japanese in a text that is all about others: 「宗教学者の前田知郷さん」.
            if is_of_home(name, weights):
                weights.setdefault(HOMES["ja"], 0.0)
            elif HOMES["ja"] in weights and is_from_abroad(name):
                weights[HOMES["ja"]] -= FOREIGN
        likes = suits(name, language, weights)
        best = max(likes.values(), default=0.0)
        for country, like in likes.items():
            behind = best - like
            weights[country] -= LIKE * (behind if behind < MOST_LIKE else MOST_LIKE)

    def _weigh_post(self, weights: dict[str, float], reading: PostReading) -> None:
        language, bodies = self._setting.document.language, self._setting.bodies
        own, words = HOMES.get(language), reading.mention.text
        if own in weights and expression(language, "home_office").search(words):
            weights[own] = HOME_OFFICE  # «облыс әкімі»: Kazakhstan has such
        body = reading.body_mention
        if body is not None and body.id in bodies.country_by_mention:
            weights[bodies.country_by_mention[body.id]] += BODY
        if reading.role == _RULER and expression(language, "king_word").search(words):
            for country in weights:
                if _monarch_titles().get(country) == "emperor":
                    weights[country] -= IMPOSSIBLE  # 国王 is none of Japan
        if reading.role in _RULERS:
            for country in weights:
                if not is_possible(reading.role, reading.status, country):
                    weights[country] -= IMPOSSIBLE
        if reading.sent_to in weights:
            weights[reading.sent_to] -= SENT

    def _weigh_beside(self, weights: dict[str, float], cluster: Cluster) -> None:
        cues = self._cues
        origin = expression(self._setting.document.language, "comes_from")
        anchors = sorted((*cluster.names, *cluster.posts), key=_start)[:3]
        for number, anchor in enumerate(anchors):
            sentence = self.bonds.sides.sentence_at(anchor.start)
            told = cues.between(sentence.start, sentence.end) if sentence is not None else ()
            if sentence is None or not told:
                continue
            share = 1.0 if number == 0 else 0.4
            # «Посол в Чили и советник премьера»: where another is sent tells nothing of him.
            before = [c for c in told if c.end <= anchor.start and c.start not in cues.goals]
            for steps, cue in enumerate(reversed(before[-3:])):
                if anchor.start - cue.end <= _REACH:
                    came = is_reached(self._setting.document, cue.start, cue.end, anchor.start)
                    weights[cue.country] += share * (-REACHED if came else BESIDE / (1 + steps))
            there = self._met_there(before, sentence.start, anchor.start) if number == 0 else None
            if there is not None:
                weights[there.country] += SIDE
            after = next((c for c in told if c.start >= anchor.end), None)
            if after is not None and after.start - anchor.end <= _REACH:
                goal = self._is_goal(sentence, anchor, after)
                weights[after.country] += share * (AFTER if not goal else -GOAL)
                if origin.fullmatch(self._setting.document.text, anchor.end, after.start):
                    weights[after.country] += FOLLOWED

    def _is_goal(self, sentence: Sentence, anchor: Mention, cue: Cue) -> bool:
        span = (anchor.start, anchor.end)
        return is_goal(self._setting.document, sentence.start, span, cue.start, cue.end)

    def is_abroad(self, cluster: Cluster, country: str) -> bool:
        """Say whether a state is told as another one than somebody's, though he is told no own."""
        is_officer = bool(cluster.roles & roles_with("state"))
        sees_envoy = is_officer and self.bonds.sides.receives_envoy(cluster, country)
        return sees_envoy or self.travels_to(cluster, country)

    def travels_to(self, cluster: Cluster, country: str) -> bool:
        """Say whether somebody is first told to travel to a state: “Minister Li came to Kenya”.

        Who comes to its city may be another one: «министр Хелле и Салим, приехавший в Таллин».
        """
        anchor = min((*cluster.names, *cluster.posts), key=lambda m: m.start)
        sentence = self.bonds.sides.sentence_at(anchor.start)
        if sentence is None:
            return False
        told = self._cues.between(anchor.end, sentence.end)
        cue = next((c for c in told if c.country == country), None)
        if cue is None or not self._is_goal(sentence, anchor, cue):
            return False
        if cue.is_state:
            return True
        # “A flood in Peru. The president visited Cusco”: he tours the state told before.
        is_at_home = any(not c.is_town for c in self._cues.between(0, anchor.start))
        is_another = self.bonds.sides.is_another_told(cluster, anchor.end, cue.start)
        return not is_at_home and not is_another

    def _met_there(self, before: Sequence[Cue], begin: int, offset: int) -> Cue | None:
        """Give the place where somebody was met: «توجهت إلى برازافيل، حيث بحثت مع رئيس الوزراء»."""
        document = self._setting.document
        rule = expression(document.language, "where_met")
        met = [*rule.finditer(document.text, begin, offset)] if before else []
        return next((c for c in before if met and c.end == met[-1].start()), None)
