"""The people of a text with their posts go in; a counterpart of somebody named holds their post.

“Lund and his Peruvian counterpart”, «ليند ونظيره»: whoever is named last before the word says what
the counterpart is, wherever that person's own post was told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sijill.documents.document import Mention, Sentence
from sijill.people.clusters import Cluster
from sijill.people.posts import STATE_ROLES, PostReading


def settle_by_name(
    clusters: Sequence[Cluster], sentences: Sequence[Sentence], readings: dict[str, PostReading]
) -> None:
    """Give each counterpart the role of the person named last before it in its sentence.

    `readings` and those of the clusters change in place; where no such person is known to hold a
    post of a state, they stay as they are.
    """
    counterparts = [r for r in readings.values() if r.is_counterpart]
    if not counterparts:
        return
    starts = [s.start for s in sentences]
    told = [(m, c) for c in clusters for m in (*c.names, *c.posts)]
    for reading in counterparts:
        at = reading.mention.start
        number = bisect_right(starts, at) - 1
        begin = starts[number] if number >= 0 else 0
        last = _post_of_last(told, begin, reading.mention)
        if last is None:
            continue
        # The counterpart of a minister of then was one then, too.
        status = last.status if reading.status == "current" else reading.status
        if (last.role, status) == (reading.role, reading.status):
            continue
        settled = replace(reading, role=last.role, status=status)
        readings[reading.mention.id] = settled
        for cluster in clusters:
            cluster.readings[:] = [settled if r is reading else r for r in cluster.readings]


def _post_of_last(
    told: Sequence[tuple[Mention, Cluster]], begin: int, counterpart: Mention
) -> PostReading | None:
    """Give the post in a state of whoever is told last between a place and a counterpart.

    Of one who has left an office and holds none now, that office.
    """
    before = [(m, c) for m, c in told if begin <= m.start and m.end <= counterpart.start]
    if not before:
        return None
    _, owner = max(before, key=lambda pair: pair[0].start)
    if counterpart.id in {m.id for m in owner.posts}:
        return None
    posts = [
        r
        for r in sorted(owner.readings, key=lambda r: r.mention.start)
        if r.role in STATE_ROLES and not r.is_counterpart
    ]
    now = [r for r in posts if r.status == "current"]
    then = [r for r in posts if r.status == "former"]
    return next(iter((*now, *then)), None)
