"""Judgements go in; clusters of what is one person, body or place come out.

People's judgements come first, then rules by their score. A union that would bring together two
sides judged to be different is left undone, whatever rules say for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sijill.identity.judgement import Judgement, Verdict


class Clusters:
    """A partition of nodes that grows by unions and refuses those that are forbidden."""

    def __init__(self, nodes: Iterable[str], fixed: Iterable[str] = ()) -> None:
        """Begin with each node by itself; two of `fixed` (the register's) never unite by rule."""
        self._members: dict[str, set[str]] = {node: {node} for node in nodes}
        self.fixed = frozenset(fixed)
        self._apart: dict[str, set[str]] = {}

    def _set(self, node: str) -> set[str]:
        return self._members.setdefault(node, {node})

    def forbid(self, one: str, other: str) -> None:
        """Keep two nodes apart from now on."""
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)

    def are_apart(self, one: str, other: str) -> bool:
        """Say whether a union of the two clusters is forbidden."""
        a, b = self._set(one), self._set(other)
        return any(not self._apart[node].isdisjoint(b) for node in a if node in self._apart)

    def are_one(self, one: str, other: str) -> bool:
        """Say whether two nodes are in one cluster."""
        return self._set(one) is self._set(other)

    def unite(self, one: str, other: str, *, by_person: bool = False) -> bool:
        """Make two clusters one; say whether they are one now."""
        a, b = self._set(one), self._set(other)
        if a is b:
            return True
        if self.are_apart(one, other):
            return False
        if not by_person and (a & self.fixed) and (b & self.fixed):
            return False
        if len(a) < len(b):
            a, b = b, a
        a |= b
        for node in b:
            self._members[node] = a
        return True

    def make_one(self, groups: Iterable[set[str]]) -> None:
        """Make clusters of whole groups of nodes, none of which is in a cluster yet."""
        for group in groups:
            for node in group:
                self._members[node] = group

    def groups(self) -> list[tuple[str, ...]]:
        """Give all clusters, each in order, the list in the order of their first nodes."""
        return sorted(tuple(sorted(group)) for group in self.sets())

    def sets(self) -> list[set[str]]:
        """Give all clusters, in no order."""
        return list({id(group): group for group in self._members.values()}.values())


def cluster(
    nodes: Iterable[str],
    judgements: Iterable[Judgement],
    *,
    fixed: Iterable[str] = (),
) -> Clusters:
    """Work out the clusters of nodes from judgements, in whatever order these are given.

    What no positive judgement joins by any way cannot be one; and where nobody says that two of
    those joined are different, and no more than one of them is of `fixed`, all are one.
    """
    judgements = list(judgements)
    fixed = frozenset(fixed)
    joined = _Joined()
    for judgement in judgements:
        if judgement.verdict is Verdict.POSITIVE:
            joined.join(judgement.left, judgement.right)
    contested = {
        root
        for judgement in judgements
        if judgement.verdict is Verdict.NEGATIVE
        and (root := joined.root(judgement.left)) == joined.root(judgement.right)
    }
    roots = Counter(map(joined.root, fixed))
    contested |= {root for root, times in roots.items() if times > 1}
    groups = joined.groups()
    alone = (node for node in nodes if node not in joined)
    clusters = Clusters([*alone, *(node for root in contested for node in groups[root])], fixed)
    clusters.make_one(group for root, group in groups.items() if root not in contested)
    if contested:
        _settle([j for j in judgements if joined.root(j.left) in contested], clusters)
    return clusters


def _settle(judgements: Iterable[Judgement], clusters: Clusters) -> None:
    """Bring judgements that speak against each other to bear on clusters."""
    given = sorted(
        judgements, key=lambda j: (not j.is_by_person, -j.score, j.left, j.right, j.verdict.value)
    )
    for judgement in given:
        if judgement.is_by_person and judgement.verdict is Verdict.NEGATIVE:
            clusters.forbid(judgement.left, judgement.right)
    for judgement in given:
        if judgement.is_by_person and judgement.verdict is Verdict.POSITIVE:
            clusters.unite(judgement.left, judgement.right, by_person=True)
    for judgement in given:
        if judgement.is_by_person or judgement.verdict is not Verdict.NEGATIVE:
            continue
        if not clusters.are_one(judgement.left, judgement.right):
            clusters.forbid(judgement.left, judgement.right)
    for judgement in given:
        if not judgement.is_by_person and judgement.verdict is Verdict.POSITIVE:
            clusters.unite(judgement.left, judgement.right)


class _Joined:
    """Nodes that positive judgements join, by whatever way (union-find)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def __contains__(self, node: str) -> bool:
        return node in self._above

    def root(self, node: str) -> str:
        """Give the node that stands for all that it is joined with."""
        above = self._above
        at = above.get(node, node)
        while (higher := above.get(at, at)) != at:
            above[node] = higher
            node, at = at, higher
        return at

    def join(self, one: str, other: str) -> None:
        """Join two nodes; an id of the register stands above the many that are it."""
        above = self._above
        a = self.root(one) if one in above else above.setdefault(one, one)
        b = self.root(other) if other in above else above.setdefault(other, other)
        if a != b:
            low, high = (a, b) if "#" in a else (b, a)
            above[low] = high

    def groups(self) -> dict[str, set[str]]:
        """Give all that are joined with others, by what stands for them."""
        found: dict[str, set[str]] = {}
        above = self._above
        for node, higher in above.items():
            # Most stand right below what stands for them.
            root = higher if above[higher] == higher else self.root(node)
            found.setdefault(root, set()).add(node)
        return found
