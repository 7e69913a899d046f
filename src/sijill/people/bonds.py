"""The people of a text go in; which of them, and how much, tell the country of another comes out.

Who is told in one row with somebody, travels with him or is followed by him is of his state;
whoever faces him, or holds elsewhere the one office of a state that he holds, is not. What binds
people is asked once; how much it tells hangs on whose countries are settled by then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from sijill.documents.document import Document, Sentence
from sijill.documents.qualifiers import is_joint
from sijill.immutable import immutable
from sijill.people.clusters import MANY, Cluster
from sijill.people.counterparts import counterparts_by_id
from sijill.people.country_cues import Cues
from sijill.people.country_weights import APART, BODY, FACED, FOLLOWED, IMPOSSIBLE, ROW, SIDE
from sijill.people.facing import who_is_with_whom, who_stands_in
from sijill.people.posts import PostReading
from sijill.people.sentence_rules import SentenceRules
from sijill.people.sides import Sides
from sijill.roles import roles_with

#: People of one row stand this close (code points).
_ROW_GAP = 60
#: So many names and posts on are looked at for the next of a row.
_ROW_STEPS = 6


@immutable
class Bond:
    """What speaks for countries or against them: those of `others`, or one that the text tells."""

    weight: float
    others: Sequence[Cluster] = ()
    country: str | None = None

    def countries(self) -> Collection[str | None]:
        """Give the countries that it speaks for, as far as they are settled, each once."""
        return {other.country for other in self.others} if self.others else (self.country,)


class Bonds:
    """Tells what binds the people of a text; asked anew, it answers what it answered before."""

    def __init__(
        self,
        clusters: Sequence[Cluster],
        rules: SentenceRules,
        sentences: Sequence[Sentence],
        cues: Cues,
        home: str | None,
    ) -> None:
        self._clusters, self._cues, self._home = clusters, cues, home
        document = rules.document
        self.sides = Sides(clusters, rules, sentences)
        self._counterparts = counterparts_by_id(clusters)
        self._rows = _find_rows(self.sides, document)
        self._facing, along = who_is_with_whom(document, sentences, self.sides.told)
        instead = who_stands_in(document, sentences, self.sides.told)
        #: Those who travel with somebody or stand in; of most texts nobody.
        self._together = [pairs for pairs in (along, instead) if pairs]
        self._beside = [p for p in (self._rows, self._facing, *self._together) if p]
        self.forget()

    def forget(self) -> None:
        """Ask everything anew, as somebody's posts have changed."""
        self._bonds: dict[int, Sequence[Bond]] = {}
        self._ties: dict[int, frozenset[int]] = {}
        self._by_role: dict[str, list[Cluster]] = {}
        for cluster in self._clusters:
            for role in cluster.roles if cluster.readings else ():
                self._by_role.setdefault(role, []).append(cluster)

    def of(self, cluster: Cluster) -> Sequence[Bond]:
        """Give what binds somebody, in the order in which it is weighed."""
        known = self._bonds.get(id(cluster))
        if known is None:
            known = (*self._with_others(cluster), *self._by_posts(cluster))
            self._bonds[id(cluster)] = known
        return known

    def against(self, cluster: Cluster) -> Mapping[str, float]:
        """Say how far each country is from being somebody's by where the text tells of it."""
        sentence = self.sides.sentence_of(cluster)
        return self._cues.against(sentence.start, sentence.end) if sentence is not None else {}

    def hangs_on(self, cluster: Cluster, settled: Cluster) -> bool:
        """Say whether what somebody's countries weigh may change when another's is settled."""
        return id(settled) in self._tied_ids(cluster)

    def bound_among(self, clusters: Sequence[Cluster]) -> set[int]:
        """Give whose countries hang on those of another of some people, or theirs on them: `id`s.

        The others' are the same in whatever order they are settled.
        """
        among = {id(c) for c in clusters}
        bound: set[int] = set()
        for cluster in clusters:
            others = {id(o) for bond in self.of(cluster) for o in bond.others}
            tied = among & (self._tied_ids(cluster) | others)
            if tied:
                bound |= tied | {id(cluster)}
        return bound

    def _tied_ids(self, cluster: Cluster) -> frozenset[int]:
        known = self._ties.get(id(cluster))
        if known is None:
            known = self._ties[id(cluster)] = frozenset(map(id, self._tied(cluster)))
        return known

    def other_states(self, cluster: Cluster) -> set[str]:
        """Give the states that somebody is not of, as that one's counterpart is, or whose that is.

        «وزير الخارجية … ونظيره العراقي»: whichever state the minister is of, it is not Iraq.
        """
        return {c.country for c in self._counterparts_of(cluster) if c.country}

    def _counterparts_of(self, cluster: Cluster) -> list[Cluster]:
        owner = cluster.counterpart_of
        theirs = self._counterparts.get(id(cluster), ())
        return [owner, *theirs] if owner is not None else [*theirs]

    def _with_others(self, cluster: Cluster) -> Iterator[Bond]:
        """Give what binds somebody to those told beside."""
        sides, facing = self.sides, self._facing.get(id(cluster), ())
        top = roles_with("top")
        for other in self._rows.get(id(cluster), ()):
            # «President A and President B» are of two states.
            both_lead = other.roles & top and cluster.roles & top
            if not both_lead and not any(other is met for met in facing):
                yield Bond(ROW * _trust(other), (other,))
        host = sides.host_of_envoy(cluster)
        if host:
            yield Bond(BODY + self.against(cluster).get(host, 0.0), country=host)
        side = sides.companion(cluster)
        if side is not None:
            yield Bond(SIDE, (side,))
        leader = sides.leader(cluster)
        if leader is not None and side is None:
            yield Bond(SIDE, (leader,))
        if cluster.followed_by is not None:
            yield Bond(FOLLOWED, (cluster.followed_by,))
        if cluster.readings and cluster.roles & roles_with("state"):
            yield from self._of_officer(cluster)
        counterparts = self._counterparts_of(cluster)
        if counterparts:
            yield Bond(-IMPOSSIBLE, counterparts)
        for other in facing:
            yield Bond(-FACED * _trust(other), (other,))
        for pairs in self._together:
            for other in pairs.get(id(cluster), ()):
                yield Bond(SIDE * _trust(other), (other,))

    def _of_officer(self, cluster: Cluster) -> Iterator[Bond]:
        """Give what binds who holds an office of a state to those who speak of it and visit it."""
        sides = self.sides
        speaker = sides.speaker(cluster)
        if speaker is not None:
            yield Bond(ROW, (speaker,))
        if self._home and sides.attends(cluster):
            yield Bond(SIDE, country=self._home)
        guest, received = sides.guest_met(cluster), sides.guest_received(cluster)
        if guest:
            yield Bond(-APART, country=guest)
        if received:
            yield Bond(-FOLLOWED, country=received)

    def _by_posts(self, cluster: Cluster) -> Iterator[Bond]:
        """Give what binds somebody to whose officer that is, and to those who hold such a post."""
        for reading in cluster.readings:
            owner = self._owner(reading, cluster)
            if owner is not None:
                is_ours = self.sides.interviewed(reading.mention.start) is not None
                yield Bond(FOLLOWED if is_ours else ROW, (owner,))
            bearers = self._bearers(reading, cluster)
            # Very many are a list of presidents, not of those in office.
            if bearers and len(self._by_role[reading.role or ""]) <= MANY:
                yield Bond(-IMPOSSIBLE, bearers)

    def _owner(self, reading: PostReading, cluster: Cluster) -> Cluster | None:
        """Give whose a post is, «his ambassador», if it is told to be somebody's."""
        if not reading.is_possessed or reading.is_counterpart:
            return None
        return self.sides.told_last(reading.mention.start, cluster, reading.role)

    def _bearers(self, reading: PostReading, cluster: Cluster) -> list[Cluster]:
        """Give who else holds a post now of which a state has but one."""
        if reading.role not in roles_with("single") or reading.status != "current":
            return []
        bearers = self._by_role.get(reading.role, ())
        return [c for c in bearers if c is not cluster and _holds(c, reading.role)]

    def _tied(self, cluster: Cluster) -> Iterator[Cluster]:
        """Give those on whom the countries of somebody hang."""
        for other in (cluster.followed_by, self.sides.leader(cluster)):
            if other is not None:
                yield other
        yield from self._counterparts_of(cluster)
        for pairs in self._beside:
            yield from pairs.get(id(cluster), ())
        for reading in cluster.readings:
            yield from self._bearers(reading, cluster)
            owner = self._owner(reading, cluster)
            if owner is not None:
                yield owner


def _trust(other: Cluster) -> float:
    """Say how much a country tells that the text tells of somebody, or that was weighed."""
    return 1.0 if other.is_told else 0.5


def _find_rows(sides: Sides, document: Document) -> dict[int, list[Cluster]]:
    """Find who is told in one row with whom: «with A, B and C»."""
    text, language = document.text, document.language
    rows: dict[int, list[Cluster]] = {}
    told = sides.told
    for number, (first, cluster) in enumerate(told, 1):
        reach = first.end + _ROW_GAP
        for second, other in told[number : number + _ROW_STEPS]:
            if second.start > reach:
                break
            if other is cluster or first.end > second.start:
                continue
            if is_joint(text[first.end : second.start], language):
                rows.setdefault(id(cluster), []).append(other)
                rows.setdefault(id(other), []).append(cluster)
    return rows


def _holds(cluster: Cluster, role: str | None) -> bool:
    """Say whether somebody holds an office now; a counterpart does if his own words tell where."""
    return any(
        r.role == role and r.status == "current" and (r.country or not r.is_counterpart)
        for r in cluster.readings
    )
