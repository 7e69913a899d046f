"""The people of a text with their posts go in; who serves at an embassy gets the envoy's state.

«Посол Финляндии …, советник посольства …»: an embassy without a name is that of the envoy told last
before it. The rule of a language stands in `data/<language>/expressions.tsv`: of_a_mission.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijill.documents.expressions import expression
from sijill.people.clusters import Cluster
from sijill.people.posts import PostReading

_ENVOYS = frozenset(("ambassador", "consul"))
#: The staff of a mission is told so near behind its head (code points).
_REACH = 600


def settle_missions(
    clusters: Sequence[Cluster], readings: dict[str, PostReading], language: str
) -> None:
    """Give the staff of missions their country; readings and clusters change in place."""
    of_mission = expression(language, "of_a_mission")
    envoys = [
        r
        for cluster in clusters
        for r in cluster.readings
        if r.role in _ENVOYS and r.country and r.mention.text
    ]
    for cluster in clusters if envoys else ():
        for reading in cluster.readings:
            at = reading.mention.start
            before = [r for r in envoys if at - _REACH <= r.mention.start < at]
            if reading.country or not before or not of_mission.search(reading.mention.text):
                continue
            envoy = max(before, key=lambda r: r.mention.start)
            settled = replace(reading, country=envoy.country)
            readings[reading.mention.id] = settled
            cluster.read_anew(reading, settled)
