"""The readings and texts of all sources go in; the voices they speak with come out, and why.

Ten outlets that carry one agency's text, or a translation of it, bear it out once, not ten times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sijill.citation import Span
from sijill.reading.document import QuotationKind, Reading
from sijill.record.anchors import Anchored, anchored
from sijill.record.edtf import days_apart, read_date
from sijill.record.items import SourceNote, Voice
from sijill.record.outlets import agency_of, country_of, name_of, outlet_of
from sijill.record.pairing import pair
from sijill.record.shingles import containment, likely_copies, shingles
from sijill.record.versions import are_versions, likely_pairs
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
    links = links_of(readings, texts, entity_by_local)
    notes = {note.id: note for note in sources}
    published = {r.source_id: _day(r.published) for r in readings}
    sizes = {r.source_id: len(texts.get(r.source_id, "")) for r in readings}
    groups = _grouped(published, links, sizes)
    return tuple(
        _voice(group, [n for n in links if n.left in group and n.right in group], notes, languages)
        for group in groups
    )


def links_of(
    readings: Sequence[Reading],
    texts: Mapping[str, str],
    entity_by_local: Mapping[str, str] | None = None,
) -> list[Link]:
    """Give all pairs of sources that speak with one voice, the likest first."""
    by_id = {r.source_id: r for r in sorted(readings, key=lambda r: r.source_id)}
    by_id = {i: r for i, r in by_id.items() if texts.get(i)}
    signers = {i: _signer(r, texts[i]) for i, r in by_id.items()}
    links = {(n.left, n.right): n for n in _copies(by_id, texts, signers)}
    lead = lead_of(by_id, links.values())
    leads = sorted(set(lead.values()))
    marked = {i: anchored(by_id[i], texts[i], entity_by_local) for i in leads}
    for left, right in likely_pairs(by_id, marked, same_language=True):
        found = _retold(left, right, by_id, marked, signers)
        if found is not None:
            links.setdefault((left, right), found)
    return sorted(links.values(), key=lambda n: (-n.likeness, n.left, n.right))


def lead_of(readings: Mapping[str, Reading], links: Iterable[Link]) -> dict[str, str]:
    """Give for each source the copy of it in which most was found, itself if it has none."""
    near: dict[str, list[str]] = {source_id: [] for source_id in readings}
    for link in links:
        if link.kind == "copy":
            near[link.left].append(link.right)
            near[link.right].append(link.left)
    lead: dict[str, str] = {}
    for source_id in sorted(near, key=lambda s: (-len(readings[s].mentions), s)):
        for one in (source_id, *near[source_id]):
            lead.setdefault(one, lead.get(source_id, source_id))
    return lead


def _signer(reading: Reading, text: str) -> str | None:
    return agency_of(text, reading.language) or outlet_of(reading.outlet)


def _copies(
    by_id: Mapping[str, Reading], texts: Mapping[str, str], signers: Mapping[str, str | None]
) -> Iterable[Link]:
    """Find copies in each language by the words that are the outlets' own."""
    by_language: dict[str, dict[str, frozenset[int]]] = defaultdict(dict)
    for source_id, reading in by_id.items():
        by_language[reading.language][source_id] = _own_shingles(reading, texts[source_id])
    for language in sorted(by_language):
        found = by_language[language]
        for left, right in likely_copies(found):
            share = containment(found[left], found[right])
            signer = signers[left] if signers[left] == signers[right] else None
            if share >= COPY:
                yield Link(left, right, "copy", share, signer)
            elif signer and share >= SIGNED_COPY and _is_one_day(by_id[left], by_id[right]):
                yield Link(left, right, "agency", share, signer)


def _own_shingles(reading: Reading, text: str) -> frozenset[int]:
    quoted = [
        Span(q.start, q.end) for q in reading.quotations if q.kind is not QuotationKind.INDIRECT
    ]
    whole = shingles(text, reading.language)
    own = shingles(text, reading.language, quoted)
    return own if len(own) >= _OWN_WORDS * len(whole) else whole


def _retold(
    left: str,
    right: str,
    by_id: Mapping[str, Reading],
    marked: Mapping[str, Sequence[Anchored]],
    signers: Mapping[str, str | None],
) -> Link | None:
    """Say whether two texts tell the same things in the same order: a translation or a rewrite."""
    found = pair(marked[left], marked[right])
    signer = signers[left] if signers[left] == signers[right] else None
    same_language = by_id[left].language == by_id[right].language
    if are_versions(found):
        return Link(left, right, "retold" if same_language else "version", found.covered, signer)
    if signer and found.covered >= SIGNED_TEXT and _is_one_day(by_id[left], by_id[right]):
        return Link(left, right, "agency", found.covered, signer)
    return None


def _is_one_day(one: Reading, other: Reading) -> bool:
    a, b = read_date(one.published), read_date(other.published)
    return a is not None and b is not None and days_apart(a, b) <= _SIGNED_DAYS


def _day(published: str | None) -> date:
    when = read_date(published)
    return when.sort_key[0] if when else date.max


def _grouped(
    published: Mapping[str, date], links: Sequence[Link], sizes: Mapping[str, int]
) -> list[list[str]]:
    """Group sources in the order in which they came out.

    A text that holds several earlier ones was put together from them and makes no one of them; a
    text that several earlier ones hold is what they all drew on, and makes one of them.
    """
    linked: dict[str, dict[str, float]] = defaultdict(dict)
    for link in links:
        linked[link.left][link.right] = linked[link.right][link.left] = link.likeness
    home_of: dict[str, str] = {}
    for source_id in sorted(published, key=lambda s: (published[s], s)):
        before = {o: like for o, like in linked[source_id].items() if o in home_of}
        nearest = max(before, key=lambda o: (before[o], o), default=None)
        home = home_of[source_id] = home_of[nearest] if nearest else source_id
        for other in sorted(before):
            is_part = sizes[other] < sizes[source_id] and published[other] < published[source_id]
            if home_of[other] != home and not is_part:
                joined = home_of[other]
                home_of |= {s: home for s, h in home_of.items() if h == joined}
    groups: dict[str, list[str]] = defaultdict(list)
    for source_id in sorted(home_of):
        groups[home_of[source_id]].append(source_id)
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
