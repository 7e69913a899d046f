"""The readings and texts of all sources go in; the voices they speak with come out, and why.

Ten outlets that carry one agency's text, or a translation of it, bear it out once, not ten times.

What is looked for in a source is its trace (`traces`), what two have in common a link (`links`);
both depend on nothing else. Here only links are put together: what one source changes reaches no
further than the sources that links lead to from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from sijill.reading.document import Reading
from sijill.record.items import SourceNote, Voice
from sijill.record.links import Link, copies_among, retellings_among, retold
from sijill.record.outlets import country_of, name_of
from sijill.record.traces import Trace, trace_of
from sijill.record.wording import in_languages, join, say


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
    local = entity_by_local or {}
    traces = [trace_of(r, texts.get(r.source_id, ""), local) for r in readings]
    return voices_among(traces, sources, languages=languages)


def voices_among(
    traces: Iterable[Trace],
    sources: Sequence[SourceNote],
    *,
    languages: Sequence[str] = ("en",),
    told: Callable[[Trace, Trace], Link | None] = retold,
) -> tuple[Voice, ...]:
    """Do the same with the traces of all sources; `told` may remember what `retold` gave before."""
    by_id = {t.source_id: t for t in sorted(traces, key=lambda t: t.source_id)}
    copies = copies_among(by_id)
    group_by_lead = {
        max(group, key=lambda s: (by_id[s].mentions, s)): group for group in _grouped(by_id, copies)
    }
    leads = {i: by_id[i] for i in sorted(group_by_lead)}
    retellings = retellings_among(leads, told)
    groups = sorted(
        sorted(s for lead in one for s in group_by_lead[lead])
        for one in _grouped(leads, retellings)
    )
    group_of = {source_id: number for number, one in enumerate(groups) for source_id in one}
    links: list[list[Link]] = [[] for _ in groups]
    for link in [*copies, *retellings]:
        if group_of[link.left] == group_of[link.right]:
            links[group_of[link.left]].append(link)
    notes = {note.id: note for note in sources}
    return tuple(_voice(one, own, notes, languages) for one, own in zip(groups, links, strict=True))


def _grouped(traces: Mapping[str, Trace], links: Sequence[Link]) -> list[list[str]]:
    """Group sources, the likest first: one link between strangers makes no two groups one.

    Groups become one when most of their sources are linked with each other, or when the longest
    source of the one is linked with that of the other and came out no later: the others were cut
    from it. A text that holds several earlier ones was put together from them.
    """
    sizes = {source_id: trace.size for source_id, trace in traces.items()}
    published = {source_id: trace.day or date.max for source_id, trace in traces.items()}
    linked = {(n.left, n.right) for n in links} | {(n.right, n.left) for n in links}
    group_of = {source_id: [source_id] for source_id in traces}
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
