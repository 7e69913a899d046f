"""People of one text with their posts go in; the country each belongs to comes out.

A post, the register or a word of belonging tells it («President of Peru»). Where
nothing does, the countries that the text tells are weighed: what stands beside the name, who is
told in one row with it, where the text is written, what form of state a post needs, and that a
state has one head at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sijill.reading.bodies import Bodies
from sijill.reading.clusters import Cluster
from sijill.reading.document import Document, Mention, MentionKind, Sentence
from sijill.reading.name_origins import suits
from sijill.reading.posts import PostReading
from sijill.reading.qualifiers import country_of_words, is_joint
from sijill.reading.tokens import tokenize
from sijill.register.entries import Register
from sijill.roles import roles_with
from sijill.tables import open_table

#: Weights by trial on the texts that rules are written on; see tests/quality.
_HOME = 0.6
_BESIDE = 0.9
_AFTER = 0.35
_ROW = 1.2
_BODY = 2.0
_SENT = 3.0
_LIKE = 0.4
_MOST_LIKE = 10.0
_IMPOSSIBLE = 6.0
#: Cues further away than this say nothing (code points).
_REACH = 160
#: People of one row stand this close (code points).
_ROW_GAP = 60
#: A body beside a name is told this close to it (code points).
_NEAR_BODY = 90


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    country: str
    is_state: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text holds that tells of countries."""

    document: Document
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    bodies: Bodies
    register: Register
    weigh: bool = True


@cache
def _monarchies() -> frozenset[str]:
    rows = open_table("world/monarch_titles.tsv", ("country", "title"))
    return frozenset(row["country"] for row in rows)


@cache
def _links(language: str) -> dict[str, str]:
    rows = open_table(f"{language}/country_links.tsv", ("word", "where"))
    return {row["word"]: row["where"] for row in rows}


def is_possible(role: str | None, status: str, country: str) -> bool:
    """Say whether a state has such a post: a republic has no king, a kingdom no president."""
    if status != "current":
        return True
    if role in roles_with("royal"):
        return country in _monarchies()
    return role != "head_of_state" or country not in _monarchies()


def told_country(cluster: Cluster, setting: Setting) -> str | None:
    """Give the country that the register, a post or a word of belonging tells of a person."""
    known = setting.register.entries.get(cluster.register_id or "")
    if known is not None and known.country:
        return known.country
    told = [r for r in cluster.readings if r.country]
    # What somebody was is told of other states, too: «once ambassador of Peru to Chad».
    current = [r for r in told if r.status == "current" and r.role in roles_with("state")]
    for reading in (*current, *told):
        return reading.country
    return _linked(cluster, setting)


def _linked(cluster: Cluster, setting: Setting) -> str | None:
    bodies, words = setting.bodies, setting.document.text
    placed = [m for m in setting.mentions if m.id in bodies.country_by_mention]
    by_start = {m.start: bodies.country_by_mention[m.id] for m in placed if _is_place(m)}
    by_end = {m.end: bodies.country_by_mention[m.id] for m in placed if _is_place(m)}
    for link, where in sorted(_links(setting.document.language).items()):
        for mention in (*cluster.names, *cluster.posts):
            for blanks in (f" {link} ", f"{link} ", link):
                country = None
                if where == "after" and words.startswith(blanks, mention.end):
                    country = by_start.get(mention.end + len(blanks))
                elif where == "before" and words.endswith(blanks, 0, mention.start):
                    country = by_end.get(mention.start - len(blanks))
                if country:
                    return country
    return None


def _is_place(mention: Mention) -> bool:
    return mention.kind is MentionKind.PLACE


def settle_countries(clusters: Sequence[Cluster], setting: Setting) -> None:
    """Give every cluster its country, and whether the text tells it; clusters change in place."""
    for cluster in clusters:
        cluster.country = told_country(cluster, setting)
        cluster.is_told = cluster.country is not None
    if not setting.weigh:
        return
    cues = _find_cues(setting)
    open_ones = [c for c in clusters if not c.is_told]
    # The surest first: whose country is settled speaks for those told in one row with them.
    while open_ones:
        weighed = [(_weigh(c, clusters, cues, setting), c) for c in open_ones]
        ranked = [(_lead(w), -c.first, w, c) for w, c in weighed]
        lead, _, weights, cluster = max(ranked, key=lambda r: r[:2])
        open_ones.remove(cluster)
        cluster.lead = lead
        if weights and _make_consort(cluster, weights):
            weights = _weigh(cluster, clusters, cues, setting)
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


def _find_cues(setting: Setting) -> list[_Cue]:
    """Find the places, bodies and nationality words that name a country, by place."""
    bodies, document = setting.bodies, setting.document
    cues = [
        _Cue(m.start, m.end, bodies.country_by_mention[m.id], m.id in bodies.states)
        for m in setting.mentions
        if m.id in bodies.country_by_mention
    ]
    inside = [(c.start, c.end) for c in cues]
    for token in tokenize(document.text, document.language):
        if any(start <= token.start < end for start, end in inside):
            continue
        country = country_of_words((token.text,), document.language)
        if country:
            cues.append(_Cue(token.start, token.end, country, True))
    return sorted(cues, key=lambda c: c.start)


def _weigh(
    cluster: Cluster, clusters: Sequence[Cluster], cues: Sequence[_Cue], setting: Setting
) -> dict[str, float]:
    """Weigh the countries that the text tells for one person."""
    home = setting.bodies.home_country
    weights = dict.fromkeys((c.country for c in cues), 0.0)
    if home:
        weights[home] = weights.get(home, 0.0) + _HOME
    _weigh_beside(weights, cluster, cues, setting)
    for country, weight in _row(cluster, clusters, setting):
        if country in weights:
            weights[country] += weight
    name = max((m.text for m in cluster.names), key=len, default="")
    likes = {c: suits(name, setting.document.language, c) for c in weights}
    for country, like in likes.items():
        weights[country] += _LIKE * max(-_MOST_LIKE, like - max(likes.values()))
    for reading in cluster.readings:
        _weigh_post(weights, reading, cluster, clusters, setting)
    return weights


def _weigh_beside(
    weights: dict[str, float], cluster: Cluster, cues: Sequence[_Cue], setting: Setting
) -> None:
    anchors = sorted((*cluster.names, *cluster.posts), key=lambda m: m.start)[:3]
    for number, anchor in enumerate(anchors):
        sentence = next((s for s in setting.sentences if s.start <= anchor.start < s.end), None)
        if sentence is None:
            continue
        share = 1.0 if number == 0 else 0.4
        before = [c for c in cues if sentence.start <= c.start and c.end <= anchor.start]
        for steps, cue in enumerate(reversed(before[-3:])):
            if anchor.start - cue.end <= _REACH:
                weights[cue.country] += share * _BESIDE / (1 + steps)
        after = [c for c in cues if anchor.end <= c.start and c.end <= sentence.end]
        for cue in after[:1]:
            if cue.start - anchor.end <= _REACH:
                weights[cue.country] += share * _AFTER


def _row(
    cluster: Cluster, clusters: Sequence[Cluster], setting: Setting
) -> Iterable[tuple[str, float]]:
    """Give the countries of those told in one row with a person: «with A, B and C»."""
    text = setting.document.text
    top = roles_with("top")
    mine = sorted((*cluster.names, *cluster.posts), key=lambda m: m.start)
    for other in clusters:
        if other is cluster or other.country is None or (other.roles & top and cluster.roles & top):
            continue
        share = 1.0 if other.is_told else 0.5
        theirs = sorted((*other.names, *other.posts), key=lambda m: m.start)
        for a in mine[:4]:
            for b in theirs:
                first, second = (a, b) if a.start < b.start else (b, a)
                gap = text[first.end : second.start]
                if first.end > second.start or len(gap) > _ROW_GAP:
                    continue
                if is_joint(gap, setting.document.language):
                    yield other.country, _ROW * share


def _weigh_post(
    weights: dict[str, float],
    reading: PostReading,
    cluster: Cluster,
    clusters: Sequence[Cluster],
    setting: Setting,
) -> None:
    bodies = setting.bodies
    body = reading.body_mention
    if body is not None and body.id in bodies.country_by_mention:
        weights[bodies.country_by_mention[body.id]] += _BODY
    if reading.is_possessed and not reading.is_counterpart:
        owner = _told_last(reading.mention.start, cluster, clusters)
        if owner is not None and owner.country in weights:
            weights[owner.country] += _ROW
    for country in weights:
        if not is_possible(reading.role, reading.status, country):
            weights[country] -= _IMPOSSIBLE
        if reading.sent_to == country:
            weights[country] -= _SENT
        if _is_held(reading, country, cluster, clusters):
            weights[country] -= _IMPOSSIBLE


def _told_last(offset: int, cluster: Cluster, clusters: Sequence[Cluster]) -> Cluster | None:
    """Give the other person told last before a place: whose «his» is."""
    told = [c for c in clusters if c is not cluster and c.last_before(offset) >= 0]
    return max(told, key=lambda c: c.last_before(offset), default=None)


def _is_held(
    reading: PostReading, country: str, cluster: Cluster, clusters: Sequence[Cluster]
) -> bool:
    """Say whether somebody else holds a post of which a state has one."""
    if reading.role not in roles_with("single") or reading.status != "current":
        return False
    return any(
        other is not cluster
        and other.country == country
        and any(
            r.role == reading.role and r.status == "current" and not r.is_counterpart
            for r in other.readings
        )
        for other in clusters
    )
