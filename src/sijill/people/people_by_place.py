"""Who is who in a text goes in; which words for people and bodies stand in a stretch comes out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from sijill.documents.document import PERSON, Document, Mention, Sentence
from sijill.documents.expressions import expression
from sijill.documents.mentions_by_kind import in_order
from sijill.people.clusters import Cluster


class PeopleByPlace:
    """The people and bodies of a text by place.

    `indefinite` are the mentions that name nobody, as they are found; `owner` tells whose a mention
    is.
    """

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        clusters: Sequence[Cluster],
    ) -> None:
        self.document, self.sentences, self.clusters = document, sentences, clusters
        self.mentions = in_order(mentions)
        self.starts = [m.start for m in self.mentions]
        self.indefinite: set[str] = set()
        told = [(m, c) for c in clusters for m in (*c.names, *c.posts, *c.stand_ins)]
        self.owner = {m.id: c for m, c in told if m.id}
        self.told = sorted(told, key=lambda pair: pair[0].start)
        self.told_starts = [m.start for m, _ in self.told]

    @cached_property
    def named_as(self) -> list[Mention]:
        """The names behind which it is told as what they are named: “named Li as ambassador”."""
        rule, text = expression(self.document.language, "named_as"), self.document.text
        return [m for m in self.mentions if m.kind is PERSON and rule.match(text, m.end)]

    def inside(self, start: int, end: int) -> Sequence[Mention]:
        """Give the mentions that start in a stretch."""
        first = bisect_left(self.starts, start)
        return self.mentions[first : bisect_left(self.starts, end, lo=first)]

    def tells_people(self, start: int, end: int) -> bool:
        """Say whether a word for somebody stands in a stretch."""
        first = bisect_left(self.told_starts, start)
        last = bisect_left(self.told_starts, end, lo=first)
        return any(mention.end <= end for mention, _ in self.told[first:last])

    def people(self, start: int, end: int) -> list[tuple[Mention, Cluster]]:
        """Give the words for people in a stretch with whose they are."""
        first = bisect_left(self.told_starts, start)
        told = self.told[first : bisect_left(self.told_starts, end, lo=first)]
        return [pair for pair in told if pair[0].end <= end] if told else told
