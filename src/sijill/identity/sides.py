"""People's answers on who is who go in, in the ids of the reading they saw; the same answers on
what reading finds today come out, and those that are lost, with the reason.

An id of one source's entity is a number that another reading gives to somebody else; an entity's id
comes from its names. So an answer keeps the words of both sides, and a side is who is named by
these words at their place today.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijill.citation import Citation
from sijill.errors import UsageError
from sijill.identity.decisions import Answer
from sijill.identity.judgement import Judgement, Verdict, judge
from sijill.identity.locals import Local
from sijill.register.entries import Register
from sijill.standing import Unapplied


@dataclass(frozen=True, slots=True)
class Meant:
    """One answer as a person gave it, and on the nodes of the clusters that it means today."""

    given: Judgement
    meant: Judgement


def meant_today(
    decisions: Sequence[Judgement],
    locals_: Sequence[Local],
    register: Register,
    groups: Callable[[], Mapping[str, Sequence[Local]]],
) -> tuple[list[Meant], list[Unapplied]]:
    """Give the answers that hold, of several on two sides the last, and those that are lost.

    `groups` gives the clusters that rules alone would make, by entity id; it is asked only when a
    side needs it, as that takes as long as everything else.
    """
    if not decisions:
        return [], []
    sides = _Sides(locals_, register, groups)
    held: dict[tuple[str, str], Meant] = {}
    meant_by_given: dict[tuple[str, str], tuple[str, str]] = {}
    lost: list[Unapplied] = []
    for given in decisions:
        left_at = given.left_at if isinstance(given, Answer) else ()
        right_at = given.right_at if isinstance(given, Answer) else ()
        try:
            left, right = sides.node(given.left, left_at), sides.node(given.right, right_at)
            if left == right:
                if given.verdict is Verdict.NEGATIVE:
                    raise UsageError("reading takes both for one and the same name today")
                continue
            meant = judge(left, right, given.verdict, given.reason, by=given.by)
        except UsageError as fault:
            if isinstance(given, Answer):
                lost.append(_lost(given, fault.what))
            continue
        pair = meant.left, meant.right
        held.pop(meant_by_given.get((given.left, given.right), pair), None)
        meant_by_given[given.left, given.right] = pair
        held[pair] = Meant(_plain(meant if left_at or right_at else given), meant)
        if given.verdict is Verdict.POSITIVE:
            sides.join(left, right)
    return [held[key] for key in sorted(held)], lost


def _plain(given: Judgement) -> Judgement:
    """Give an answer without what its line keeps besides."""
    return Judgement(given.left, given.right, given.verdict, given.reason, given.by, given.score)


def _lost(given: Answer, why: str) -> Unapplied:
    pair = f"{given.left} = {given.right}"
    return Unapplied(given.line, given.verdict.value, pair, given.who, given.at, why)


class _Sides:
    """Finds who is meant by a side of an answer."""

    def __init__(
        self,
        locals_: Sequence[Local],
        register: Register,
        groups: Callable[[], Mapping[str, Sequence[Local]]],
    ) -> None:
        self._register = register
        self._groups = groups
        self._local_by_key = {local.key: local for local in locals_}
        self._by_source: dict[str, list[Local]] = {}
        for local in locals_:
            self._by_source.setdefault(local.source_id, []).append(local)
        self._group_of: dict[str, str] | None = None
        self._root: dict[str, str] = {}
        self._joins: list[tuple[str, str]] = []

    def node(self, side: str, at: Sequence[Citation]) -> str:
        """Give the node that a side means: an id of the register, or the key of a Local.

        Raises UsageError when nobody is named by its words any more, or several are.
        """
        if side in self._register.entries:
            return side
        if at:
            return self._named(side, at)
        if side in self._local_by_key:
            return side
        members = () if "#" in side else self._groups().get(side, ())
        if not members:
            raise UsageError(f"nobody is “{side}” in the readings any more")
        return members[0].key

    def _named(self, side: str, at: Sequence[Citation]) -> str:
        found: dict[str, int] = {}
        for citation in at:
            for key, shared in self._at(citation):
                found[key] = found.get(key, 0) + shared
        if not found:
            raise UsageError(f"no name is read any more in the words “{at[0].exact}” of “{side}”")
        if len(found) == 1:
            return next(iter(found))
        # Their names may be spread over Locals of many sources: the most of them count as one.
        weight: dict[str, int] = {}
        for key, shared in found.items():
            root = self._root_of(key)
            weight[root] = weight.get(root, 0) + shared
        most = max(weight.values())
        best = [root for root, shared in weight.items() if shared == most]
        if len(best) > 1:
            # The entity of that id is meant, if it is one of them.
            best = [root for root in best if root == side]
        if not best:
            several = ", ".join(sorted(found))
            raise UsageError(f"the words of “{side}” name several today: {several}")
        return min(key for key in found if self._root_of(key) == best[0])

    def _at(self, citation: Citation) -> list[tuple[str, int]]:
        """Give the Locals named in the cited words, those that share the most of them."""
        shared = {
            local.key: most
            for local in self._by_source.get(citation.source_id, ())
            if (most := max((_shared(citation, m) for m in _spans(local)), default=0))
        }
        most = max(shared.values(), default=0)
        return [(key, length) for key, length in sorted(shared.items()) if length == most]

    def join(self, left: str, right: str) -> None:
        """Remember that people made these one: their names count together from now on."""
        self._joins.append((left, right))

    def _root_of(self, key: str) -> str:
        """Give what stands for the cluster of a node, by rules and by what people joined."""
        while self._joins:
            left, right = self._joins.pop(0)
            one, other = self._stand(left), self._stand(right)
            if one != other:
                self._root[other] = one
        return self._stand(key)

    def _stand(self, key: str) -> str:
        if self._group_of is None:
            self._group_of = {
                local.key: entity_id
                for entity_id, members in self._groups().items()
                for local in members
            }
        root = self._group_of.get(key, key)
        while root in self._root:
            root = self._root[root]
        return root


def _spans(local: Local) -> Iterable[tuple[int, int, str]]:
    return ((m.start, m.end, m.text) for m in local.mentions)


def _shared(citation: Citation, mention: tuple[int, int, str]) -> int:
    """Count the characters that a citation and a mention share, place for place."""
    start, end, text = max(citation.start, mention[0]), min(citation.end, mention[1]), mention[2]
    if start >= end:
        return 0
    same = (
        citation.exact[start - citation.start : end - citation.start]
        == text[start - mention[0] : end - mention[0]]
    )
    return end - start if same else 0
