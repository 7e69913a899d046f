"""The people of a text with the posts beside them go in; high posts that are another's are taken.

Nobody is prime minister and president at once, and who is told to be a minister is not made
president by standing beside the word.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence

from sijill.documents.deadline import check
from sijill.documents.document import Document
from sijill.documents.expressions import ends_in
from sijill.people.clusters import Cluster
from sijill.people.posts import STATE_ROLES, PostReading
from sijill.roles import roles_with

TOP_ROLES = roles_with("top")
#: Offices of state below them.
_LOWER_OFFICES = STATE_ROLES - TOP_ROLES
#: A crown prince is his country's prime minister in more than one kingdom.
HEIR_AND_PREMIER = {"heir", "head_of_government"}
#: So far before a post the verb of its holder begins at most (code points).
_VERB = 24


class _Holders:
    """Who is told first to hold each high post; kept up where somebody loses one."""

    def __init__(self, clusters: Iterable[tuple[int, Cluster]]) -> None:
        self._first: dict[int, dict[str, int]] = {}
        self._told: dict[str, list[tuple[int, int]]] = {}
        for number, cluster in clusters:
            self.read(number, cluster)

    def read(self, number: int, cluster: Cluster) -> None:
        """Take in what posts somebody holds now."""
        for role, at in self._first.get(number, {}).items():
            del self._told[role][bisect_left(self._told[role], (at, number))]
        first: dict[str, int] = {}
        for reading in cluster.readings:
            if reading.role in TOP_ROLES:
                at = reading.mention.start
                first[reading.role] = min(first.get(reading.role, at), at)
        self._first[number] = first
        for role, at in first.items():
            insort(self._told.setdefault(role, []), (at, number))

    def is_anothers(self, number: int, role: str, place: int) -> bool:
        """Say whether another is told before a place to hold a post."""
        told = self._told.get(role, [])[:2]
        return any(at < place and holder != number for at, holder in told)


def part_high_posts(document: Document, clusters: Sequence[Cluster]) -> None:
    """Take from people the high posts that are another's; clusters change in place."""
    told = [(number, c) for number, c in enumerate(clusters) if c.readings]
    for _, cluster in told:
        _part_top_posts(cluster)
        if document.language == "ar":
            _part_hosts_posts(document.text, cluster)
    holders = _Holders(told)
    for number, cluster in told:
        check()
        _part_anothers_posts(number, cluster, holders)


def _part_top_posts(cluster: Cluster) -> None:
    """Take from somebody the high posts that another must hold: «يستقبل الرئيس غونزاليس».

    Nobody is prime minister and president at once; what is told most, and with a country, stays.
    """
    weight: dict[str, float] = {}
    for reading in cluster.readings:
        if reading.role in TOP_ROLES and reading.status == "current":
            weight[reading.role] = weight.get(reading.role, 0.0) + (2 if reading.country else 1)
    if len(weight) < 2 or weight.keys() == HEIR_AND_PREMIER:
        return
    first = {r.role: -r.mention.start for r in reversed(cluster.readings) if r.role}
    kept = max(sorted(weight), key=lambda role: (weight[role], first[role]))
    gone = {
        r.mention.id
        for r in cluster.readings
        if r.role in weight and r.role != kept and r.status == "current"
    }
    cluster.take_away(gone)


def _part_hosts_posts(text: str, cluster: Cluster) -> None:
    """Take from a minister the high post of who receives him: «استقبل الرئيس هاياشي».

    Host and guest stand behind the verb, one after the other, the host perhaps by his post alone.
    """
    if cluster.roles.isdisjoint(TOP_ROLES):
        return
    told = [r for r in cluster.readings if r.role in _LOWER_OFFICES and r.country]
    first = min((r.mention.start for r in told), default=len(text))
    received = ends_in("ar", "host_behind")
    cluster.take_away(
        _bare_tops(
            cluster,
            first,
            lambda r: received.search(text[: r.mention.start][-_VERB:]) is not None,
        )
    )


def _bare_tops(
    cluster: Cluster, first: int, is_anothers: Callable[[PostReading], bool]
) -> set[str]:
    """Give the ids of bare high posts behind a place in the text that are another's."""
    return {
        r.mention.id
        for r in cluster.readings
        if r.role in TOP_ROLES and r.is_bare and r.mention.start > first and is_anothers(r)
    }


def _part_anothers_posts(number: int, cluster: Cluster, holders: _Holders) -> None:
    """Take from somebody a high post that another is told before to hold: «Президент X-ке … берді».

    The subject stands right before its object.
    """
    roles = cluster.roles
    if roles.isdisjoint(TOP_ROLES) or roles.isdisjoint(_LOWER_OFFICES):
        return
    first = min(r.mention.start for r in cluster.readings)
    gone = _bare_tops(
        cluster,
        first,
        lambda r: holders.is_anothers(number, r.role or "", r.mention.start),
    )
    if gone:
        cluster.take_away(gone)
        holders.read(number, cluster)
