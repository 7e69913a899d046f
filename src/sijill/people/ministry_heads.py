"""People with their posts go in; «the minister» behind a ministry comes out as its head.

«أعلنت وزارة الخارجية الناميبية أن الوزيرة سلمى …»: the bare word is of the ministry told last
before it in its sentence. The rules of a language stand in `data/<language>/expressions.tsv`:
bare_minister, is_ministry, foreign_ministry.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.documents.document import ORGANISATION, Document, Mention, Sentence
from sijill.documents.expressions import expression
from sijill.documents.mentions_by_kind import of_kind
from sijill.people.clusters import Cluster
from sijill.people.posts import STATE_ROLES, PostReading


def settle_ministers(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    clusters: Sequence[Cluster],
    readings: dict[str, PostReading],
    country_by_mention: Mapping[str, str],
) -> None:
    """Give ministers told without their matter that of the ministry before them, and its state.

    `readings` and those of the clusters change in place.
    """
    rule = expression(document.language, "bare_minister")
    ministers: list[tuple[Cluster, PostReading]] = []
    for cluster in clusters:
        offices = [r for r in cluster.readings if r.role in STATE_ROLES]
        is_bare = len(offices) == 1 and offices[0].is_bare
        if is_bare and rule.fullmatch(offices[0].mention.text):
            ministers.append((cluster, offices[0]))
    ministries = _ministries(mentions, document.language) if ministers else []
    starts = [s.start for s in sentences]
    for cluster, reading in ministers if ministries else ():
        begin = starts[max(0, bisect_right(starts, reading.mention.start) - 1)]
        before = [m for m in ministries if begin <= m.start and m.end <= reading.mention.start]
        if not before:
            continue
        house = max(before, key=lambda m: m.start)
        is_foreign = expression(document.language, "foreign_ministry").search(house.text)
        settled = replace(
            reading,
            role="foreign_minister" if is_foreign else reading.role,
            country=country_by_mention.get(house.id),
        )
        readings[reading.mention.id] = settled
        cluster.read_anew(reading, settled)


def _ministries(mentions: Sequence[Mention], language: str) -> list[Mention]:
    rules = [expression(language, name) for name in ("is_ministry", "foreign_ministry")]
    houses = of_kind(mentions, ORGANISATION)
    return [m for m in houses if any(rule.search(m.text) for rule in rules)]
