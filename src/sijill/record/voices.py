"""The readings and texts of all sources go in; the voices they speak with come out, and why.

Ten outlets that carry one agency's text, or a translation of it, bear it out once, not ten times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sijill.citation import Span
from sijill.reading.document import QuotationKind, Reading
from sijill.record.anchors import Anchored, anchored, named
from sijill.record.edtf import days_apart, read_date
from sijill.record.items import SourceNote, Voice
from sijill.record.outlets import agency_of, country_of, name_of, outlet_of
from sijill.record.pairing import pair
from sijill.record.shingles import containment, likely_copies, shingles, without_formulas
from sijill.record.versions import (
    ONE_TEXT,
    are_versions,
    is_figure,
    is_one_news,
    likely_pairs,
    share_figures,
    share_half,
)
from sijill.record.wording import in_languages, join, say

#: From this share of common runs of words two texts of one language are copies, leaving out the
#: words in quotation marks, which belong to neither. Copies with every seventh word changed have
#: .44 in common and more; of 1,739 texts that are no copies no two have more than .17. Measured
#: with `benchmarks/voices.py`, which is to be run again when this changes.
COPY = 0.35
#: The same when both are signed by one agency: then less is enough.
SIGNED_COPY, SIGNED_TEXT = 0.2, 0.3
#: An agency's texts within these days of each other are its news of one thing.
_SIGNED_DAYS = 3
#: When less of a text than this stands outside of quotation marks, all of it counts.
_OWN_WORDS = 0.3


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


def voices_of(
    readings: Sequence[Reading],
    texts: Mapping[str, str],
    sources: Sequence[SourceNote],
    entity_by_local: Mapping[str, str] | None = None,
    *,
    languages: Sequence[str] = ("en",),
) -> tuple[Voice, ...]:
    """Group sources into voices; every source is in one, most in one of their own.

    `sources` tell who publishes and when; `entity_by_local` is that of the identities. A source
    that was put together from several others, later than they, takes the voice of the one it has
    most of. Voices stand in the order of their first source; `reason` is empty for a single one.
    """
    by_id = {r.source_id: r for r in sorted(readings, key=lambda r: r.source_id)}
    published = {i: _day(r.published) or date.max for i, r in by_id.items()}
    sizes = {i: len(texts.get(i, "")) for i in by_id}
    signers = {i: _signer(r, texts.get(i, "")) for i, r in by_id.items()}
    copies = _copies(by_id, texts, signers, entity_by_local)
    group_by_lead = {
        max(group, key=lambda s: (len(by_id[s].mentions), s)): group
        for group in _grouped(published, copies, sizes)
    }
    retold = _retellings(
        {i: by_id[i] for i in sorted(group_by_lead)},
        {i: anchored(by_id[i], texts.get(i, ""), entity_by_local) for i in sorted(group_by_lead)},
        signers,
    )
    leads = _grouped({i: published[i] for i in group_by_lead}, retold, sizes)
    groups = sorted(sorted(s for lead in one for s in group_by_lead[lead]) for one in leads)
    notes = {note.id: note for note in sources}
    links = [*copies, *retold]
    return tuple(
        _voice(group, [n for n in links if n.left in group and n.right in group], notes, languages)
        for group in groups
    )


def _signer(reading: Reading, text: str) -> str | None:
    return agency_of(text, reading.language) or outlet_of(reading.outlet)


def _copies(
    by_id: Mapping[str, Reading],
    texts: Mapping[str, str],
    signers: Mapping[str, str | None],
    entity_by_local: Mapping[str, str] | None,
) -> list[Link]:
    """Find copies in each language by the words that are the outlets' own, the likest first.

    Two releases of a ministry may have all words in common but the guest and the day: copies share
    half of the people and figures as well.
    """
    links = []
    by_language: dict[str, dict[str, frozenset[int]]] = defaultdict(dict)
    for source_id, reading in by_id.items():
        text = texts.get(source_id, "")
        by_language[reading.language][source_id] = _own_shingles(reading, text)

    @cache
    def facts(source_id: str) -> frozenset[str]:
        found = named(by_id[source_id], texts.get(source_id, ""), entity_by_local)
        return frozenset(a for a in found if is_figure(a) or a.startswith("person:"))

    days = {source_id: _day(reading.published) for source_id, reading in by_id.items()}
    for language in sorted(by_language):
        found = without_formulas(by_language[language], days)
        for left, right in likely_copies(found):
            share = containment(found[left], found[right])
            if not is_one_news(by_id[left], by_id[right]):
                continue
            signer = signers[left] if signers[left] == signers[right] else None
            if share >= COPY and share_half(facts(left), facts(right)):
                links.append(Link(left, right, "copy", share, signer))
            elif signer and share >= SIGNED_COPY and _is_one_day(by_id[left], by_id[right]):
                links.append(Link(left, right, "agency", share, signer))
    return sorted(links, key=_likest)


def _own_shingles(reading: Reading, text: str) -> frozenset[int]:
    quoted = [
        Span(q.start, q.end) for q in reading.quotations if q.kind is not QuotationKind.INDIRECT
    ]
    whole = shingles(text, reading.language)
    own = shingles(text, reading.language, quoted)
    return own if len(own) >= _OWN_WORDS * len(whole) else whole


def _retellings(
    by_id: Mapping[str, Reading],
    marked: Mapping[str, Sequence[Anchored]],
    signers: Mapping[str, str | None],
) -> list[Link]:
    """Find translations and rewrites by what texts name and in which order, the likest first."""
    found = (
        _retold(left, right, by_id, marked, signers)
        for left, right in likely_pairs(by_id, marked, same_language=True)
    )
    return sorted((link for link in found if link is not None), key=_likest)


def _likest(link: Link) -> tuple[float, str, str]:
    return -link.likeness, link.left, link.right


def _retold(
    left: str,
    right: str,
    by_id: Mapping[str, Reading],
    marked: Mapping[str, Sequence[Anchored]],
    signers: Mapping[str, str | None],
) -> Link | None:
    """Say whether two texts tell the same things in the same order: a translation or a rewrite."""
    signer = signers[left] if signers[left] == signers[right] else None
    has_figures = share_figures(marked[left], marked[right])
    if not (has_figures or signer):
        return None
    least = SIGNED_TEXT if signer else ONE_TEXT
    found = pair(marked[left], marked[right], least=least)
    same_language = by_id[left].language == by_id[right].language
    if has_figures and are_versions(found):
        return Link(left, right, "retold" if same_language else "version", found.covered, signer)
    if signer and found.covered >= SIGNED_TEXT and _is_one_day(by_id[left], by_id[right]):
        return Link(left, right, "agency", found.covered, signer)
    return None


def _is_one_day(one: Reading, other: Reading) -> bool:
    a, b = read_date(one.published), read_date(other.published)
    return a is not None and b is not None and days_apart(a, b) <= _SIGNED_DAYS


def _day(published: str | None) -> date | None:
    when = read_date(published)
    return when.sort_key[0] if when else None


def _grouped(
    published: Mapping[str, date], links: Sequence[Link], sizes: Mapping[str, int]
) -> list[list[str]]:
    """Group sources, the likest first: one link between strangers makes no two groups one.

    Groups become one when most of their sources are linked with each other, or when the longest
    source of the one is linked with that of the other and came out no later: the others were cut
    from it. A text that holds several earlier ones was put together from them.
    """
    linked = {(n.left, n.right) for n in links} | {(n.right, n.left) for n in links}
    group_of = {source_id: [source_id] for source_id in published}
    for link in [*links, *links]:
        one, other = group_of[link.left], group_of[link.right]
        if one is other:
            continue
        ties = sum((a, b) in linked for a in one for b in other)
        longest = [max(group, key=lambda s: (sizes[s], s)) for group in (one, other)]
        whole, part = sorted(longest, key=lambda s: (-sizes[s], s))
        is_cut = (whole, part) in linked and published[part] >= published[whole]
        if 2 * ties > len(one) * len(other) or is_cut:
            one += other
            for source_id in other:
                group_of[source_id] = one
    groups = {id(group): sorted(group) for group in group_of.values()}
    return sorted(groups.values())


def _voice(
    group: Sequence[str],
    links: Sequence[Link],
    notes: Mapping[str, SourceNote],
    languages: Sequence[str],
) -> Voice:
    countries = {country_of(notes[s]) for s in group if s in notes}
    agencies = sorted({n.agency for n in links if n.agency})

    def why(language: str) -> str:
        parts = []
        for kind in ("copy", "retold", "version", "agency"):
            alike = [round(100 * n.likeness) for n in links if n.kind == kind]
            if alike:
                low, high = str(min(alike)), str(max(alike))
                share = low if low == high else f"{low}–{high}"
                parts.append(say(f"voice.{kind}", language, share=share, n=len(alike)))
        if agencies:
            named = say("comma", language).join(name_of(a, language) for a in agencies)
            parts.append(say("voice.signed", language, agency=named))
        return join(parts, language)

    return Voice(
        id=f"voice-{group[0]}",
        sources=tuple(group),
        reason=in_languages(languages, why) if len(group) > 1 else {},
        sides=tuple(sorted(c for c in countries if c)),
    )
