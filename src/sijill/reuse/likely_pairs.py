"""The traces of all sources go in; which two are worth holding side by side, as they may be
versions of one text, comes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sijill.reuse.candidates import Candidate, Pair, SharedMarks
from sijill.reuse.traces import Trace

#: So much longer than the other a version may be, in anchors for each of its own.
_LONGER = 4.0
#: An anchor that more texts have than this brings no two together.
_COMMON = 40


@dataclass(slots=True, eq=False)
class _Named(Candidate):
    """A text by what it names; `length` is in anchors, and one more."""

    length: int = field(init=False)

    def __post_init__(self) -> None:
        Candidate.__post_init__(self)
        self.length = 1 + sum(len(s.anchors) for s in self.trace.sentences)

    def anchors(self) -> set[str]:
        """Give each anchor of the text once."""
        return {anchor for s in self.trace.sentences for anchor in s.anchors}


class LikelyPairs:
    """The pairs that can be versions of one text, kept up to date.

    They come out within SAME_NEWS_DAYS, name something that few others name, and are in different
    languages unless `same_language`. Whether two are a pair depends on them alone but for who else
    names what they have in common.
    """

    def __init__(self, *, same_language: bool) -> None:
        self._same_language = same_language
        self._texts: dict[str, _Named] = {}
        self._named: SharedMarks[_Named, str] = SharedMarks(_COMMON, self._may_pair)

    def update(self, came: Mapping[str, Trace], went: Iterable[str]) -> tuple[set[Pair], set[Pair]]:
        """Take in the traces that came, by source id, for those that went (`came_and_went`).

        Give the pairs that are no more, and those that are new; a pair of which one text has
        another trace is in both.
        """
        for source_id in went:
            text = self._texts.pop(source_id)
            for anchor in text.anchors():
                self._named.take(anchor, text)
        for source_id in came:
            self._texts[source_id] = text = _Named(came[source_id])
            for anchor in text.anchors():
                self._named.put(anchor, text)
        gone: set[Pair] = set()
        new: set[Pair] = set()
        for pair, shared in self._named.count().items():
            is_pair = self._named.shared(pair) > 0
            if is_pair is not (shared > 0):
                (new if is_pair else gone).add((pair[0].id, pair[1].id))
        return gone, new

    def _may_pair(self, one: _Named, other: _Named) -> bool:
        return (
            (self._same_language or one.trace.language != other.trace.language)
            and one.is_one_news(other)
            and one.length <= _LONGER * other.length <= _LONGER**2 * one.length
        )


def likely_pairs(traces: Mapping[str, Trace]) -> list[Pair]:
    """Give those in different languages among some texts, in order of ids."""
    return sorted(LikelyPairs(same_language=False).update(traces, ())[1])
