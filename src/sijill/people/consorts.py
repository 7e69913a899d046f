"""The people of a text with their posts go in; a monarch's spouse, named with them, is no monarch.

“King Maurits and Queen Beatrijs”, «الملك علي والملكة ليلى»: two titles of a ruler, one a man's
and one a woman's, joined in one breath, are those of a couple, and the first one rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijill.documents.document import Document, Mention
from sijill.documents.qualifiers import has_joint_word
from sijill.people.clusters import Cluster
from sijill.people.posts import PostReading

_RULES, _FAMILY = "monarch", "royal_family"
#: Between the two of a couple stands no more than the word that joins them (code points).
_GAP = 6


def settle_consorts(
    document: Document, clusters: Sequence[Cluster], readings: dict[str, PostReading]
) -> None:
    """Make the second of a royal couple one of the family; what is given changes in place."""
    rulers = [
        (reading, cluster)
        for cluster in clusters
        for reading in cluster.readings
        if reading.role == _RULES and reading.gender
    ]
    for reading, cluster in rulers:
        for other, spouse in rulers:
            if cluster is spouse or {reading.gender, other.gender} != {"f", "m"}:
                continue
            if any(_joins(document, m, other.mention) for m in (*cluster.names, *cluster.posts)):
                spouse.is_consort = True
    settle_spouses(clusters, readings)


def _joins(document: Document, left: Mention, right: Mention) -> bool:
    gap = document.text[left.end : right.start]
    if not 0 < right.start - left.end <= _GAP or "\n" in gap:
        return False
    return has_joint_word(gap, document.language) or gap.strip() == "و"


def settle_spouses(clusters: Sequence[Cluster], readings: dict[str, PostReading]) -> None:
    """Take from consorts the rule that «the queen», told of them alone, seems to give them."""
    for spouse in clusters:
        for at, reading in enumerate(spouse.readings if spouse.is_consort else ()):
            if reading.role == _RULES:
                spouse.readings[at] = readings[reading.mention.id] = replace(reading, role=_FAMILY)
