"""People of one text with their posts go in; the country each belongs to comes out.

A post, the register or a word of belonging tells it («President of Peru»). Where
nothing does, the countries that the text tells are weighed: what stands beside the name, who is
told in one row with it, where the text is written, what form of state a post needs, and that a
state has one head at a time.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sijill.documents.deadline import check
from sijill.documents.document import Document, Mention, MentionKind, Sentence
from sijill.documents.expressions import expression
from sijill.documents.qualifiers import is_joint
from sijill.houses.bodies import Bodies
from sijill.languages import HOMES
from sijill.people.clusters import MANY, Cluster
from sijill.people.counterparts import counterparts_by_id, other_states
from sijill.people.country_cues import Cue, Cues, find_cues
from sijill.people.country_ties import tied_by_start
from sijill.people.facing import who_is_with_whom
from sijill.people.journeys import is_goal, is_reached
from sijill.people.name_origins import is_from_abroad, is_of_home, suits
from sijill.people.posts import PostReading
from sijill.people.sides import Sides
from sijill.register.entries import Register
from sijill.roles import roles_with
from sijill.tables import open_table

_ENVOYS = frozenset(("ambassador", "consul"))
#: Weights by trial on the texts that rules are written on; see tests/quality.
_HOME = 0.6
_HOME_OFFICE = 4.0
_TOLD = 0.5
_RARE = 0.3
_BESIDE = 0.9
_AFTER = 0.35
_GOAL = 1.2
_REACHED = 2.5
_ROW = 1.2
_APART = 1.5
_SIDE = 2.5
_FACED = 4.0
_FOREIGN = 3.0
_FOLLOWED = 4.0
_BODY = 2.0
_SENT = 3.0
_LIKE = 0.4
_MOST_LIKE = 10.0
_IMPOSSIBLE = 6.0
#: Cues further away than this say nothing (code points).
_REACH = 160
#: People of one row stand this close (code points).
_ROW_GAP = 60
#: So many names and posts on are looked at for the next of a row.
_ROW_STEPS = 6


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text holds that tells of countries."""

    document: Document
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    bodies: Bodies
    register: Register
    #: The words that tell a nationality: start, end, country.
    peoples: Sequence[tuple[int, int, str]] = ()
    weigh: bool = True


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
    # What somebody was is told of other states, too: «once ambassador of Peru to Chad».
    current = [r for r in told if r.status == "current" and r.role in roles_with("state")]
    return next((r.country for r in (*current, *told)), None)


def settle_countries(clusters: Sequence[Cluster], setting: Setting) -> None:
    """Give every cluster its country, and whether the text tells it; clusters change in place."""
    linked = tied_by_start(setting.document, setting.mentions, setting.bodies, setting.peoples)
    for cluster in clusters:
        cluster.country = told_country(cluster, setting.register) or next(
            (linked[m.start] for m in (*cluster.names, *cluster.posts) if m.start in linked), None
        )
        cluster.is_told = cluster.country is not None
    if not setting.weigh:
        return
    scene = _Scene(clusters, setting)
    open_ones = [c for c in clusters if not c.is_told and not _leads_former_state(c, setting)]
    if len(open_ones) > MANY:
        for cluster in open_ones:
            _settle(cluster, scene)
        return
    # The surest first: whose country is settled speaks for those told in one row with them.
    leads: dict[int, float] = {}
    firsts = {id(c): c.first for c in open_ones}
    while open_ones:
        for cluster in open_ones:
            if id(cluster) not in leads:
                leads[id(cluster)] = _lead(scene.weigh(cluster))
        # Who held an office before waits for who holds it now, and a company for who leads it.
        waited = {id(c) for c in open_ones}
        cluster = max(
            open_ones,
            key=lambda c: (
                waited.isdisjoint((id(c.followed_by), id(scene.leader(c)))),
                leads[id(c)],
                -firsts[id(c)],
            ),
        )
        open_ones.remove(cluster)
        _settle(cluster, scene)
        for other in open_ones:
            if scene.hangs_on(other, cluster):
                leads.pop(id(other), None)


def _leads_former_state(cluster: Cluster, setting: Setting) -> bool:
    """Say whether somebody leads a state that has no country code: «ソ連大統領».

    No country of today that the text tells of is his.
    """
    top = roles_with("top")
    return any(
        r.role in top
        and r.body_mention is not None
        and r.body_mention.kind is MentionKind.PLACE
        and r.body_mention.id not in setting.bodies.country_by_mention
        for r in cluster.readings
    )


def _settle(cluster: Cluster, scene: _Scene) -> None:
    weights = scene.weigh(cluster)
    cluster.lead = _lead(weights)
    if weights and _make_consort(cluster, weights):
        scene.forget(cluster)
        weights = scene.weigh(cluster)
    # No envoy is of the state that he is sent to, though the text tells of no other.
    barred = {r.sent_to for r in cluster.readings if r.role in _ENVOYS}
    barred |= other_states(cluster, scene.counterparts)
    weights = {country: weight for country, weight in weights.items() if country not in barred}
    if weights:
        cluster.country = max(sorted(weights), key=lambda k: weights[k])


def _make_consort(cluster: Cluster, weights: Mapping[str, float]) -> bool:
    """Make a queen whose kingdom has its king one of the royal family; say whether she is one."""
    if "monarch" not in cluster.roles or max(weights.values()) > -_IMPOSSIBLE / 2:
        return False
    cluster.readings[:] = [
        replace(r, role="royal_family") if r.role == "monarch" else r for r in cluster.readings
    ]
    return True


def _lead(weights: Mapping[str, float]) -> float:
    """Say how far the best country is ahead of the next."""
    ranked = sorted(weights.values(), reverse=True)
    if not ranked:
        return -1.0
    return ranked[0] - (ranked[1] if len(ranked) > 1 else 0.0)


class _Scene:
    """Weighs countries; what does not hang on other people is weighed once for each person."""

    def __init__(self, clusters: Sequence[Cluster], setting: Setting) -> None:
        self._setting = setting
        self.clusters = clusters
        bodies = setting.bodies
        self._cues = Cues(
            find_cues(setting.mentions, bodies.country_by_mention, bodies.states, setting.peoples),
            (r for c in clusters for r in c.readings),
            setting.document.text.find("\n"),
        )
        self._sentence_starts = [s.start for s in setting.sentences]
        self._lasting: dict[int, dict[str, float]] = {}
        self.counterparts = counterparts_by_id(clusters)
        self._sides = Sides(clusters, setting.document, setting.sentences)
        self._rows = self._find_rows()
        self._facing, self._along = who_is_with_whom(
            setting.document, setting.sentences, self._sides.told
        )
        self._by_role = self._find_roles()

    def forget(self, cluster: Cluster) -> None:
        """Weigh somebody anew whose posts have changed."""
        self._lasting.pop(id(cluster), None)
        self._by_role = self._find_roles()

    def weigh(self, cluster: Cluster) -> dict[str, float]:
        """Weigh the countries that the text tells for one person."""
        check()
        lasting = self._lasting.get(id(cluster))
        if lasting is None:
            lasting = self._lasting[id(cluster)] = self._weigh_alone(cluster)
        weights = dict(lasting)
        top = roles_with("top")
        facing = self._facing.get(id(cluster), ())
        for other in self._rows.get(id(cluster), ()):
            if any(other is met for met in facing):
                continue
            # «President A and President B» are of two states.
            if other.country in weights and not (other.roles & top and cluster.roles & top):
                weights[other.country] += _ROW * (1.0 if other.is_told else 0.5)
        host = self._sides.host_of_envoy(cluster)
        if host in weights:
            weights[host] += _BODY + self._against(cluster).get(host, 0.0)
        side = self._sides.companion(cluster)
        if side is not None and side.country in weights:
            weights[side.country] += _SIDE
        leader = self._sides.leader(cluster)
        if leader is not None and side is None and leader.country in weights:
            weights[leader.country] += _SIDE
        following = cluster.followed_by
        if following is not None and following.country in weights:
            weights[following.country] += _FOLLOWED
        speaker = self._sides.speaker(cluster)
        if speaker is not None and speaker.country in weights:
            weights[speaker.country] += _ROW
        home = self._setting.bodies.home_country
        if home in weights and self._sides.attends(cluster):
            weights[home] += _SIDE
        for guest, weight in (
            (self._sides.guest_met(cluster), _APART),
            (self._sides.guest_received(cluster), _FOLLOWED),
        ):
            if guest in weights:
                weights[guest] -= weight
        for country in other_states(cluster, self.counterparts) & weights.keys():
            weights[country] -= _IMPOSSIBLE
        for other in facing:
            if other.country in weights:
                weights[other.country] -= _FACED * (1.0 if other.is_told else 0.5)
        for other in self._along.get(id(cluster), ()):
            if other.country in weights:
                weights[other.country] += _SIDE * (1.0 if other.is_told else 0.5)
        for reading in cluster.readings:
            if reading.is_possessed and not reading.is_counterpart:
                owner = self._sides.told_last(reading.mention.start, cluster, reading.role)
                if owner is not None and owner.country in weights:
                    is_ours = self._sides.interviewed(reading.mention.start) is not None
                    weights[owner.country] += _FOLLOWED if is_ours else _ROW
            for country in self._held_elsewhere(reading, cluster):
                if country in weights:
                    weights[country] -= _IMPOSSIBLE
        return weights

    def leader(self, cluster: Cluster) -> Cluster | None:
        """Give with whom somebody is in company."""
        return self._sides.leader(cluster)

    def _against(self, cluster: Cluster) -> Mapping[str, float]:
        """Say how far each country is from being somebody's by where the text tells of it."""
        sentence = self._sides.sentence_of(cluster)
        return self._cues.against(sentence.start, sentence.end) if sentence is not None else {}

    def hangs_on(self, cluster: Cluster, settled: Cluster) -> bool:
        """Say whether what somebody's countries weigh may change when another's is settled."""
        if settled.counterpart_of is cluster:
            return True
        leader = self._sides.leader(cluster)
        if any(c is settled for c in (cluster.followed_by, cluster.counterpart_of, leader)):
            return True
        ties = (self._rows, self._facing, self._along)
        if any(other is settled for tie in ties for other in tie.get(id(cluster), ())):
            return True
        return any(
            (_is_single(reading) and _holds(settled, reading.role))
            or (
                reading.is_possessed
                and not reading.is_counterpart
                and self._sides.told_last(reading.mention.start, cluster, reading.role) is settled
            )
            for reading in cluster.readings
        )

    def _weigh_alone(self, cluster: Cluster) -> dict[str, float]:
        setting = self._setting
        bodies, home = setting.bodies, setting.bodies.home_country
        weights = dict.fromkeys(self._cues.counts, 0.0)
        if home:
            weights[home] = weights.get(home, 0.0) + _HOME
        for country, count in self._cues.counts.items():
            share = min(1.0, count / self._cues.most)
            weights[country] += _TOLD * share + _RARE * math.log(share)
        for country, weight in self._against(cluster).items():
            weights[country] -= weight
        self._weigh_beside(weights, cluster)
        name = max((m.text for m in cluster.names), key=len, default="")
        if setting.document.language == "ja":
            # A Japanese in a text that is all about others: 「宗教学者の前田知郷さん」.
            if is_of_home(name, weights):
                weights.setdefault(HOMES["ja"], 0.0)
            elif HOMES["ja"] in weights and is_from_abroad(name):
                weights[HOMES["ja"]] -= _FOREIGN
        likes = {c: suits(name, setting.document.language, c) for c in weights}
        best = max(likes.values(), default=0.0)
        king = expression(setting.document.language, "king_word")
        for country, like in likes.items():
            weights[country] += _LIKE * max(-_MOST_LIKE, like - best)
        for reading in cluster.readings:
            own = HOMES.get(setting.document.language)
            rule = expression(setting.document.language, "home_office")
            if own in weights and rule.search(reading.mention.text):
                weights[own] = _HOME_OFFICE  # «облыс әкімі»: Kazakhstan has such
            body = reading.body_mention
            if body is not None and body.id in bodies.country_by_mention:
                weights[bodies.country_by_mention[body.id]] += _BODY
            is_king = reading.role == "monarch" and king.search(reading.mention.text)
            for country in weights:
                if is_king and _monarch_titles().get(country) == "emperor":
                    weights[country] -= _IMPOSSIBLE  # 国王 is none of Japan
                if not is_possible(reading.role, reading.status, country):
                    weights[country] -= _IMPOSSIBLE
                if reading.sent_to == country:
                    weights[country] -= _SENT
        return weights

    def _weigh_beside(self, weights: dict[str, float], cluster: Cluster) -> None:
        sentences, cues = self._setting.sentences, self._cues
        origin = expression(self._setting.document.language, "comes_from")
        anchors = sorted((*cluster.names, *cluster.posts), key=lambda m: m.start)[:3]
        for number, anchor in enumerate(anchors):
            at = bisect_right(self._sentence_starts, anchor.start) - 1
            if at < 0:
                continue
            sentence = sentences[at]
            share = 1.0 if number == 0 else 0.4
            # «Посол в Чили и советник премьера»: where another is sent tells nothing of him.
            before = [
                c
                for c in cues.between(sentence.start, anchor.start)
                if c.end <= anchor.start and c.start not in cues.goals
            ]
            for steps, cue in enumerate(reversed(before[-3:])):
                if anchor.start - cue.end <= _REACH:
                    came = is_reached(self._setting.document, cue.start, cue.end, anchor.start)
                    weights[cue.country] += share * (-_REACHED if came else _BESIDE / (1 + steps))
            there = self._met_there(before, sentence.start, anchor.start) if number == 0 else None
            if there is not None:
                weights[there.country] += _SIDE
            behind = cues.between(anchor.start, sentence.end)
            after = next((c for c in behind if c.start >= anchor.end), None)
            if after is not None and after.start - anchor.end <= _REACH:
                goal = is_goal(
                    self._setting.document,
                    sentence.start,
                    (anchor.start, anchor.end),
                    after.start,
                    after.end,
                )
                weights[after.country] += share * (_AFTER if not goal else -_GOAL)
                if origin.fullmatch(self._setting.document.text, anchor.end, after.start):
                    weights[after.country] += _FOLLOWED

    def _met_there(self, before: Sequence[Cue], begin: int, offset: int) -> Cue | None:
        """Give the place where somebody was met: «توجهت إلى برازافيل، حيث بحثت مع رئيس الوزراء»."""
        document = self._setting.document
        rule = expression(document.language, "where_met")
        met = [*rule.finditer(document.text, begin, offset)]
        return next((c for c in before if met and c.end == met[-1].start()), None)

    def _find_rows(self) -> dict[int, list[Cluster]]:
        """Find who is told in one row with whom: «with A, B and C»."""
        text, language = self._setting.document.text, self._setting.document.language
        rows: dict[int, list[Cluster]] = {}
        told = self._sides.told
        for number, (first, cluster) in enumerate(told):
            for second, other in told[number + 1 : number + 1 + _ROW_STEPS]:
                gap = text[first.end : second.start]
                if second.start - first.end > _ROW_GAP:
                    break
                if other is cluster or first.end > second.start or not is_joint(gap, language):
                    continue
                rows.setdefault(id(cluster), []).append(other)
                rows.setdefault(id(other), []).append(cluster)
        return rows

    def _find_roles(self) -> dict[str, list[Cluster]]:
        """Find who bears which role."""
        found: dict[str, list[Cluster]] = {}
        for cluster in self.clusters:
            for role in cluster.roles:
                found.setdefault(role, []).append(cluster)
        return found

    def _held_elsewhere(self, reading: PostReading, cluster: Cluster) -> set[str]:
        """Give the countries where somebody else holds a post of which a state has one."""
        if not _is_single(reading):
            return set()
        bearers = self._by_role.get(reading.role or "", ())
        if len(bearers) > MANY:
            return set()  # a list of presidents, not of those in office
        return {
            other.country
            for other in bearers
            if other.country and other is not cluster and _holds(other, reading.role)
        }


def _is_single(reading: PostReading) -> bool:
    """Say whether a post is held now and is one of which a state has but one."""
    return reading.role in roles_with("single") and reading.status == "current"


def _holds(cluster: Cluster, role: str | None) -> bool:
    """Say whether somebody holds an office now; a counterpart does if his own words tell where."""
    return any(
        r.role == role and r.status == "current" and (r.country or not r.is_counterpart)
        for r in cluster.readings
    )
