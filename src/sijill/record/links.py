"""The traces of all sources go in; which two of them tell one text comes out: copies, translations
and rewrites.

What one link needs: the two traces (`retold`), and of a copy, besides, which runs of words come
back at other times (`copies_among`). Which two are compared at all, an index of runs and anchors
tells: only those that share some which few others have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sijill.record.edtf import days_apart, read_date
from sijill.record.pairing import pair
from sijill.record.shingles import containment, likely_copies, without_formulas
from sijill.record.traces import Trace
from sijill.record.versions import (
    ONE_TEXT,
    are_versions,
    is_one_news,
    likely_pairs,
    share_half,
)

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


def copies_among(traces: Mapping[str, Trace]) -> list[Link]:
    """Find copies in each language by the words that are the outlets' own, the likest first.

    Two releases of a ministry may have all words in common but the guest and the day: copies share
    half of the people and figures as well.
    """
    links = []
    by_language: dict[str, dict[str, Trace]] = defaultdict(dict)
    for source_id, trace in traces.items():
        by_language[trace.language][source_id] = trace
    for language in sorted(by_language):
        own = by_language[language]
        runs = without_formulas(
            {i: frozenset(trace.runs) for i, trace in own.items()},
            {i: t.day for i, t in own.items()},
        )
        for left, right in likely_copies(runs):
            one, other = own[left], own[right]
            if not is_one_news(one, other):
                continue
            share = containment(runs[left], runs[right])
            signer = one.signer if one.signer == other.signer else None
            if share >= COPY and share_half(_facts(one), _facts(other)):
                links.append(Link(left, right, "copy", share, signer))
            elif signer and share >= SIGNED_COPY and _is_one_day(one, other):
                links.append(Link(left, right, "agency", share, signer))
    return sorted(links, key=_likest)


def _facts(trace: Trace) -> frozenset[str]:
    people = (a for s in trace.sentences for a in s.anchors if a.startswith("person:"))
    return frozenset((*trace.figures, *people))


def retellings_among(
    traces: Mapping[str, Trace], told: Callable[[Trace, Trace], Link | None]
) -> list[Link]:
    """Find translations and rewrites by what texts name and in which order, the likest first.

    `told` is `retold`, or gives what it gave before for the same two traces.
    """
    pairs = likely_pairs(traces, same_language=True)
    found = (told(traces[left], traces[right]) for left, right in pairs)
    return sorted((link for link in found if link is not None), key=_likest)


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
