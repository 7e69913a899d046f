"""Judgements go in; clusters of what is one person, body or place come out.

People's judgements come first, then rules by their score. A union that would bring together two
sides judged to be different is left undone, whatever rules say for it.
"""

from __future__ import annotations

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

    def sets(self) -> list[set[str]]:
        """Give all clusters, in no order."""
        return list({id(group): group for group in self._members.values()}.values())


def settle(
    nodes: Iterable[str], judgements: Iterable[Judgement], *, fixed: Iterable[str] = ()
) -> list[set[str]]:
    """Give the clusters of nodes whose judgements speak against each other, in no order.

    `judgements` are all between two of them, in whatever order; no two of `fixed` become one by a
    rule.
    """
    clusters = Clusters(nodes, fixed)
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
    return clusters.sets()
