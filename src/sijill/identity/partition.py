"""Nodes and judgements that come and go go in; the clusters that have changed by that come out.

What no positive judgement joins by any way cannot be one. Of what is joined all is one, unless
somebody says that two of them are different or two are of the register: only then the judgements
are weighed (`clusters.settle`). So a change reaches no further than what it joins or parts, and
the clusters are those that all judgements give at once.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from sijill.identity.clusters import settle
from sijill.identity.judgement import Judgement, Verdict


@dataclass(slots=True, eq=False)
class Cluster:
    """Nodes that are one, or are joined: those of sources and all others, each in order.

    `against` counts the negative judgements between two of them.
    """

    keys: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    against: int = 0

    @property
    def nodes(self) -> list[str]:
        """Give all its nodes."""
        return [*self.others, *self.keys]


@dataclass(slots=True)
class Moved:
    """What one change has done: clusters that are no more as they were, and those that are now.

    One that has only grown is among both.
    """

    gone: list[Cluster]
    come: list[Cluster]


class Partition:
    """Clusters of nodes, brought up to date judgement by judgement; `is_fixed` says of a node
    whether the register has it: two of these are never made one by a rule.
    """

    def __init__(self, is_fixed: Callable[[str], bool]) -> None:
        self._is_fixed = is_fixed
        #: The judgements that speak of a node.
        self._judged: dict[str, list[Judgement]] = defaultdict(list)
        #: By each node all that it is joined with, and the clusters into which that falls.
        self._joined: dict[str, Cluster] = {}
        self._clusters: dict[Cluster, list[Cluster]] = {}
        self._touched: dict[Cluster, None] = {}
        self._gone: list[Cluster] = []

    def update(
        self,
        *,
        gone: Collection[Judgement] = (),
        come: Collection[Judgement] = (),
        nodes_gone: Iterable[str] = (),
        nodes_come: Iterable[str] = (),
    ) -> Moved:
        """Take nodes and judgements away, and put others in; a judgement brings its sides along."""
        self._touched, self._gone = {}, []
        self._come_apart(gone, list(nodes_gone))
        for node in nodes_come:
            self._all_with(node)
        for judgement in come:
            self._put(judgement)
        for judgement in come:
            if judgement.verdict is Verdict.POSITIVE:
                self._join(judgement)
        found = [part for whole in self._touched for part in self._parted(whole)]
        return Moved(self._gone, found)

    def groups(self) -> list[tuple[str, ...]]:
        """Give all clusters, each in order, the list in the order of their first nodes."""
        parts = (part for parts in self._clusters.values() for part in parts)
        return sorted(tuple(sorted(part.nodes)) for part in parts)

    def _all_with(self, node: str) -> Cluster:
        """Give what a node is joined with; a new one is joined with nothing."""
        whole = self._joined.get(node)
        if whole is None:
            whole = self._joined[node] = Cluster()
            (whole.keys if "#" in node else whole.others).append(node)
            self._touched[whole] = None
        return whole

    def _come_apart(self, gone: Collection[Judgement], nodes_gone: list[str]) -> None:
        """Take judgements and nodes away; what they may have joined is joined anew without them."""
        broken: dict[Cluster, None] = {}
        for judgement in gone:
            for side in (judgement.left, judgement.right):
                own = self._judged[side]
                own[:] = [one for one in own if one is not judgement]
                if not own:
                    del self._judged[side]
            whole = self._all_with(judgement.left)
            is_within = whole is self._all_with(judgement.right)
            if judgement.verdict is Verdict.POSITIVE and is_within:
                broken[whole] = None
            elif judgement.verdict is Verdict.NEGATIVE and is_within:
                whole.against -= 1
                self._touched[whole] = None
        broken |= dict.fromkeys(self._all_with(node) for node in nodes_gone)
        leaving = set(nodes_gone)
        again: list[Judgement] = []
        for whole in broken:
            self._drop(whole)
            for node in whole.nodes:
                del self._joined[node]
            for node in whole.nodes:
                if node not in leaving and ("#" in node or node in self._judged):
                    self._all_with(node)
                    again += (
                        judgement
                        for judgement in self._judged.get(node, ())
                        if judgement.verdict is Verdict.POSITIVE and judgement.left == node
                    )
        for judgement in again:
            self._join(judgement)

    def _put(self, judgement: Judgement) -> None:
        left, right = self._all_with(judgement.left), self._all_with(judgement.right)
        self._judged[judgement.left].append(judgement)
        self._judged[judgement.right].append(judgement)
        if left is right and judgement.verdict is Verdict.NEGATIVE:
            left.against += 1
        # Weighed against the others, if these speak against each other.
        if (left is right and len(self._clusters.get(left, ())) > 1) or left.against:
            self._touched[left] = None

    def _join(self, judgement: Judgement) -> None:
        large, small = self._all_with(judgement.left), self._all_with(judgement.right)
        if large is small:
            return
        if len(large.keys) + len(large.others) < len(small.keys) + len(small.others):
            large, small = small, large
        self._drop(small)
        self._touched[large] = None
        # Counted by one of their sides: those among the small one's own nodes are counted already.
        large.against += small.against + sum(
            one.verdict is Verdict.NEGATIVE
            and self._joined.get(one.right if one.left == node else one.left) is large
            for node in small.nodes
            for one in self._judged.get(node, ())
        )
        for own, others in ((large.keys, small.keys), (large.others, small.others)):
            if len(others) > len(own) // 8:
                own[:] = sorted([*own, *others])
                continue
            for node in others:
                insort(own, node)
        self._joined |= dict.fromkeys(small.nodes, large)

    def _drop(self, whole: Cluster) -> None:
        self._gone += self._clusters.pop(whole, ())
        self._touched.pop(whole, None)

    def _parted(self, whole: Cluster) -> list[Cluster]:
        """Give the clusters into which all that is joined falls: one, if nothing speaks against."""
        self._gone += self._clusters.pop(whole, ())
        fixed = [node for node in whole.others if self._is_fixed(node)]
        parts = [whole]
        if whole.against or len(fixed) > 1:
            parts = [
                Cluster(
                    sorted(n for n in part if "#" in n), sorted(n for n in part if "#" not in n)
                )
                for part in settle(whole.nodes, self._among(whole), fixed=fixed)
            ]
        self._clusters[whole] = parts
        return parts

    def _among(self, whole: Cluster) -> list[Judgement]:
        return [
            judgement
            for node in whole.nodes
            for judgement in self._judged.get(node, ())
            if judgement.left == node and self._joined.get(judgement.right) is whole
        ]
