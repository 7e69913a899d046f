"""Who went before somebody, or came after, is told by that one's post: it goes in with the people
of a text and comes out with its role, its body and when it is held.

“The late rector …, and her successor, X”, «Его предшественница X», «خلفه س»: such a word names the
post of whoever is told last before it. The rule of each language stands in
`data/<language>/expressions.tsv`: post_of_then, deputy_of_somebody (a deputy of no office named:
«оның орынбасары»).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from sijill.documents.document import Document, Mention, Sentence
from sijill.documents.expressions import expression
from sijill.people.clusters import Cluster
from sijill.people.posts import BODY_ROLES, STATE_ROLES, PostReading, read_post
from sijill.roles import deputy_of

_REACH, _OPENING = 300, 40
_OFFICES = STATE_ROLES | BODY_ROLES


def settle_relations(
    document: Document,
    sentences: Sequence[Sentence],
    clusters: Sequence[Cluster],
    readings: dict[str, PostReading],
    *,
    is_last: bool = True,
) -> None:
    """Give predecessors, successors and deputies the post of whoever is meant by «his».

    `readings` and those of the clusters change in place; where nobody before it holds an office,
    they stay as they are. Unless `is_last`, so do those of somebody whose post may be told by a
    clause, which is read later: “X has been named ambassador. Her predecessor …”.
    """
    if all(reading.relation is None for c in clusters for reading in c.readings):
        return
    starts = [s.start for s in sentences]

    def begin(at: int) -> int:
        return starts[max(0, bisect_right(starts, at) - 1)] if starts else 0

    told = sorted(
        ((m, c) for c in clusters for m in (*c.names, *c.posts)), key=lambda pair: pair[0].start
    )
    for cluster in clusters:
        for reading in [r for r in cluster.readings if r.relation is not None]:
            is_deputy = reading.relation == "deputy"
            if not is_deputy and read_post(reading.mention, (), document.language, {}).role:
                _leave(cluster, reading, readings)
                continue  # 「前任の外相」 says itself what it is
            at = reading.mention.start
            owner = _owner(
                [(m, c) for m, c in told if m.start < at and c is not cluster], begin(at), begin
            )
            named = [c for m, c in told if at <= m.start < m.end < reading.mention.end]
            owner = named[0] if named and named[0] is not cluster else owner
            if expression(document.language, "relation_of_speaker").search(reading.mention.text):
                owner = _speaker([(m, c) for m, c in told if c is not cluster]) or owner
            post = _office(owner) if owner is not None else None
            if owner is None or post is None:
                continue
            if not is_last and _is_begun_by_another(told, at, begin, owner):
                continue
            if reading.relation == "predecessor":
                cluster.followed_by = owner
            settled = replace(
                reading,
                role=deputy_of(post.role) if is_deputy and post.role else post.role,
                status=(
                    reading.status
                    if is_deputy
                    else _status(reading, post, document.text, document.language)
                ),
                country=reading.country or post.country or owner.country,
                body_mention=post.body_mention,
                is_leader=post.is_leader,
            )
            readings[reading.mention.id] = settled
            cluster.read_anew(reading, settled)


def _is_begun_by_another(
    told: Sequence[tuple[Mention, Cluster]], at: int, begin: Callable[[int], int], owner: Cluster
) -> bool:
    """Say whether the sentence before a place begins with somebody who has no office yet."""
    before = begin(max(0, begin(at) - 1))
    near = [(m, c) for m, c in told if before <= m.start < begin(at)]
    if not near or any(c is owner for _, c in near):
        return False
    first, cluster = near[0]
    return first.start - before <= _OPENING and _office(cluster) is None


def _leave(cluster: Cluster, reading: PostReading, readings: dict[str, PostReading]) -> None:
    """Take whoever went before another for one who holds the post no more: «министрдің ізашары»."""
    if reading.relation != "predecessor" or reading.status != "current":
        return
    left = replace(reading, status="former")
    readings[reading.mention.id] = left
    cluster.read_anew(reading, left)


def _owner(
    told: Sequence[tuple[Mention, Cluster]], begin: int, begin_of: Callable[[int], int]
) -> Cluster | None:
    """Give who is meant: an officer of the same sentence, else who is told of most before it."""
    officers = [(m, c) for m, c in told if _office(c) is not None]
    here = [c for m, c in officers if m.start >= begin]
    if here:
        return here[-1]
    subjects = [c for m, c in officers if 0 <= m.start - begin_of(m.start) <= _OPENING]
    near = [c for m, c in officers if begin - _REACH <= m.start]
    opened = [c for c in near if c in subjects]
    if opened:
        return opened[-1]
    counts = Counter(id(c) for _, c in officers)
    return max((c for _, c in officers), key=lambda c: counts[id(c)], default=None)


def _speaker(told: Sequence[tuple[Mention, Cluster]]) -> Cluster | None:
    """Give who speaks of himself in an interview: the officer whom it introduces first."""
    return next((c for _, c in told if _office(c) is not None), None)


def _office(cluster: Cluster) -> PostReading | None:
    """Give the office that somebody holds, else held; None for those who are told by none."""
    offices = [
        r
        for r in cluster.readings
        if r.role in _OFFICES and r.relation is None and not r.is_counterpart
    ]
    now = [r for r in offices if r.status != "former"]
    return next(iter((*now, *offices)), None)


def _status(reading: PostReading, post: PostReading, text: str, language: str) -> str:
    """Tell whether somebody who went before or after another holds the post still.

    Who followed one of long ago («the then president and her successor») has left it, too.
    """
    if reading.relation == "predecessor":
        return "former"
    words = text[post.mention.start : post.mention.end]
    is_then = expression(language, "post_of_then").search(words) is not None
    return "former" if is_then else "current"
