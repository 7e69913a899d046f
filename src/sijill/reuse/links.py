"""The traces of all sources go in; which two of them tell one text comes out: copies, translations
and rewrites.

What one link needs: the two traces, and of a copy, besides, which runs of words come back at other
times. Which two are compared at all, an index of runs (`likely_copies`) and one of anchors
(`likely_pairs`) tells: only those that share some which few others have. After a change only pairs
are compared of which one text has changed, or which these have become likely or unlikely for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sijill.edtf import days_apart, read_date
from sijill.reuse.candidates import Pair, came_and_went, pair_of
from sijill.reuse.crowds import followers
from sijill.reuse.likely_copies import SHARED, LikelyCopies
from sijill.reuse.likely_pairs import LikelyPairs
from sijill.reuse.pairing import pair
from sijill.reuse.shingles import containment
from sijill.reuse.traces import Trace
from sijill.reuse.versions import ONE_TEXT, are_versions, share_half

#: From this share of common runs of words two texts of one language are copies, leaving out the
#: words in quotation marks, which belong to neither. Copies with every seventh word changed have
#: .44 in common and more; of 1,739 texts that are no copies no two have more than .17. Measured
#: with `benchmarks/voices.py`, which is to be run again when this changes.
COPY = 0.35
#: The same when both are signed by one agency: then less is enough.
SIGNED_COPY, SIGNED_TEXT = 0.2, 0.3
#: An agency's texts within these days of each other are its news of one thing.
_SIGNED_DAYS = 3


@dataclass(frozen=True, slots=True)
class Link:
    """Why two sources speak with one voice: `kind` copy, version, retold or agency.

    `likeness` is 0 to 1; `agency` the id or name of the agency that signs both.
    """

    left: str
    right: str
    kind: str
    likeness: float
    agency: str | None = None


class Copies:
    """The copies in each language by the words that are the outlets' own, kept up to date.

    Two releases of a ministry may have all words in common but the guest and the day: copies share
    half of the people and figures as well.
    """

    def __init__(self) -> None:
        self._traces: dict[str, Trace] = {}
        self._likely: dict[str, LikelyCopies] = defaultdict(LikelyCopies)
        self._links: dict[Pair, Link] = {}
        #: What was found between a leader of a crowd and a text.
        self._in_crowds: dict[Pair, Link | None] = {}

    def update(self, traces: Mapping[str, Trace]) -> list[Link]:
        """Give the copies among these texts, by source id, the likest first."""
        came, went = came_and_went(self._traces, traces)
        come: dict[str, dict[str, Trace]] = defaultdict(dict)
        gone: dict[str, list[str]] = defaultdict(list)
        for source_id in went:
            gone[self._traces[source_id].language].append(source_id)
        for source_id, trace in came.items():
            come[trace.language][source_id] = trace
        self._traces = dict(traces)
        again: set[Pair] = set()
        for language in sorted({*self._likely, *come}):
            parted, compare = self._likely[language].update(come[language], gone[language])
            for both in parted | compare:
                self._links.pop(both, None)
            again |= compare
        for left, right in again:
            link = self._copied(traces[left], traces[right])
            if link is not None:
                self._links[left, right] = link
        return sorted(self._links.values(), key=_likest)

    def crowds(self, traces: Mapping[str, Trace]) -> dict[str, list[Link]]:
        """Give for each text that very many repeat the links to those that do, by its source id.

        `traces` are those of the last update, which does not bring these together: it takes no
        account of runs of words that so many have.
        """
        changed = {s for likely in self._likely.values() for s in likely.changed}
        before, self._in_crowds = self._in_crowds, {}
        found: dict[str, list[Link]] = {}

        def link(one: str, other: str) -> Link | None:
            both = pair_of(one, other)
            if both not in self._in_crowds:
                known = both in before and not changed.intersection(both)
                self._in_crowds[both] = (
                    before[both] if known else self._copied(traces[both[0]], traces[both[1]])
                )
            return self._in_crowds[both]

        def likeness(one: str, other: str) -> float | None:
            if not likely.are_one_news(one, other):
                return None
            made = link(one, other)
            return made.likeness if made else None

        for _, likely in sorted(self._likely.items()):
            runs = likely.crowded()
            order = sorted(runs, key=lambda s: (traces[s].day or date.max, s))
            for text, leader in followers(order, runs, likeness, shared=SHARED).items():
                made = link(leader, text)
                if made is not None:
                    found.setdefault(leader, []).append(made)
        return found

    def _copied(self, one: Trace, other: Trace) -> Link | None:
        """Say whether one of two texts of a language was copied from the other."""
        likely = self._likely[one.language]
        share = containment(likely.own(one.source_id), likely.own(other.source_id))
        signer = one.signer if one.signer == other.signer else None
        if share >= COPY and share_half(_facts(one), _facts(other)):
            return Link(one.source_id, other.source_id, "copy", share, signer)
        if signer and share >= SIGNED_COPY and _is_one_day(one, other):
            return Link(one.source_id, other.source_id, "agency", share, signer)
        return None


class Retellings:
    """The translations and rewrites by what texts name and in which order, kept up to date."""

    def __init__(self, told: Callable[[Trace, Trace], Link | None] | None = None) -> None:
        self._told = told or retold
        self._traces: dict[str, Trace] = {}
        self._likely = LikelyPairs(same_language=True)
        self._links: dict[Pair, Link] = {}

    def update(self, traces: Mapping[str, Trace]) -> list[Link]:
        """Give those among these texts, by source id, the likest first."""
        gone, new = self._likely.update(*came_and_went(self._traces, traces))
        self._traces = dict(traces)
        for both in gone:
            self._links.pop(both, None)
        for left, right in new:
            link = self._told(traces[left], traces[right])
            if link is not None:
                self._links[left, right] = link
        return sorted(self._links.values(), key=_likest)


def _facts(trace: Trace) -> frozenset[str]:
    people = (a for s in trace.sentences for a in s.anchors if a.startswith("person:"))
    return frozenset((*trace.figures, *people))


def retold(one: Trace, other: Trace) -> Link | None:
    """Say whether two texts tell the same things in the same order: a translation or a rewrite."""
    signer = one.signer if one.signer == other.signer else None
    has_figures = share_half(one.figures, other.figures)
    if not (has_figures or signer):
        return None
    found = pair(one.sentences, other.sentences, least=SIGNED_TEXT if signer else ONE_TEXT)
    if has_figures and are_versions(found):
        kind = "retold" if one.language == other.language else "version"
        return Link(one.source_id, other.source_id, kind, found.covered, signer)
    if signer and found.covered >= SIGNED_TEXT and _is_one_day(one, other):
        return Link(one.source_id, other.source_id, "agency", found.covered, signer)
    return None


def _likest(link: Link) -> tuple[float, str, str]:
    return -link.likeness, link.left, link.right


def _is_one_day(one: Trace, other: Trace) -> bool:
    a, b = read_date(one.published), read_date(other.published)
    return a is not None and b is not None and days_apart(a, b) <= _SIGNED_DAYS
