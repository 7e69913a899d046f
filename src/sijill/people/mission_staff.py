"""The people of a text with their posts go in; who serves at an embassy gets the envoy's state.

«Посол Финляндии …, советник посольства …»: an embassy without a name is that of the envoy told last
before it. Who is told right behind an embassy with a name serves its state: 「デンマーク大使館の
フレデリクセン大使」. The rules of a language stand in `data/<language>/expressions.tsv`:
of_a_mission, is_embassy, embassy_of_whom.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.documents.document import ORGANISATION, Mention
from sijill.documents.expressions import NOTHING, expression
from sijill.documents.mentions_by_kind import of_kind
from sijill.people.clusters import Cluster
from sijill.people.posts import PostReading

_ENVOYS = frozenset(("ambassador", "consul"))
_STAFF = _ENVOYS | {"senior_official"}
#: The staff of a mission is told so near behind its head (code points).
_REACH = 600


def settle_staff(
    text: str,
    mentions: Sequence[Mention],
    clusters: Sequence[Cluster],
    readings: dict[str, PostReading],
    country_by_mention: Mapping[str, str],
    language: str,
) -> None:
    """Give who is told right behind an embassy its state; readings and clusters change in place."""
    of_whom = expression(language, "embassy_of_whom")
    if of_whom is NOTHING:
        return
    embassy = expression(language, "is_embassy")
    houses = [m for m in of_kind(mentions, ORGANISATION) if embassy.search(m.text)]
    behind = {}
    for house in houses:
        whose, joint = country_by_mention.get(house.id), of_whom.match(text, house.end)
        if whose is not None and joint is not None:
            behind[joint.end()] = whose
    for cluster in clusters if behind else ():
        told = [behind[m.start] for m in cluster.names if m.start in behind]
        for reading in cluster.readings if told else ():
            if reading.country is None and reading.role in _STAFF:
                settled = replace(reading, country=told[0])
                readings[reading.mention.id] = settled
                cluster.read_anew(reading, settled)


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
