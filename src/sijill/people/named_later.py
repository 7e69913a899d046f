"""Posts of a lead that nobody is named in go in; they are bound to who is named right behind it.

A report tells first who somebody is, and then his name: “Peru's energy minister held talks with her
Norwegian counterpart. Rosa Quispe and Lars Moen agreed …”. The names open the next sentence, bear
no post of their own and were not told before, but for the headline.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from sijill.documents.document import POST, Document, Mention, Sentence
from sijill.documents.expressions import expression
from sijill.documents.heads import lead_end
from sijill.documents.mentions_by_kind import of_kind
from sijill.people.clusters import Cluster
from sijill.people.posts import PostReading

#: Whoever is named first behind reported words speaks them: “…,” Quispe said.
_SPEECH = re.compile(r"\s*[“\"«][^“”\"«»]{1,400}[”\"»]\s?")


def bind_leads(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    readings: Mapping[str, PostReading],
    clusters: Sequence[Cluster],
) -> None:
    """Bind the posts of a lead to those named behind it; clusters change in place."""
    joined = expression(document.language, "joins_leaders")
    bound = {p.id for c in clusters for p in c.posts}
    headline, end = document.text.find("\n"), lead_end(document.text)
    told_ahead = [m for m in of_kind(mentions, POST) if headline < m.start < end]
    lead = [m for m in told_ahead if m.id not in bound and _is_of_one(readings[m.id], clusters)]
    if not lead or headline < 0:
        return
    lead.sort(key=lambda m: m.start)
    here = bisect_right(sentences, lead[0].start, key=lambda s: s.start) - 1
    if not 0 <= here < len(sentences) - 1:
        return
    told = [m for m in lead if m.start < sentences[here].end]
    named = _opening(document, sentences[here + 1], clusters, headline, joined)
    if len(named) == len(told) or len(named) == 1:
        for post, cluster in zip(told, named, strict=False):
            _bind(post, readings[post.id], cluster)


def _is_of_one(reading: PostReading, clusters: Sequence[Cluster]) -> bool:
    """Say whether a post tells whose office it is, and nobody of the text is told to hold it."""
    if reading.role is None or reading.status != "current":
        return False
    held = any(
        (reading.role, reading.country) == (r.role, r.country) for c in clusters for r in c.readings
    )
    return not held and (reading.country is not None or reading.is_counterpart)


def _opening(
    document: Document,
    sentence: Sentence,
    clusters: Sequence[Cluster],
    headline: int,
    joined: re.Pattern[str],
) -> list[Cluster]:
    """Give who opens a sentence by name, one or two, if they are new and bear no post."""
    text = document.text
    names = sorted(
        (m.start, m.end, n)
        for n, c in enumerate(clusters)
        for m in c.names
        if sentence.start <= m.start < sentence.end
    )
    speech = _SPEECH.match(text, sentence.start, sentence.end)
    openings = {sentence.start, speech.end() if speech else sentence.start}
    if not names or names[0][0] not in openings:
        return []
    opening = [names[0]]
    if len(names) > 1 and joined.fullmatch(text, names[0][1], names[1][0]):
        opening.append(names[1])
    found = [clusters[n] for _, _, n in opening]
    new = all(not headline < c.first < sentence.start for c in found)
    return found if new and not any(c.readings or c.posts for c in found) else []


def _bind(post: Mention, reading: PostReading, cluster: Cluster) -> None:
    cluster.posts.append(post)
    cluster.readings.append(reading)
    if reading.country and not cluster.is_told:
        cluster.country, cluster.is_told = reading.country, True
