"""The readings and texts of all sources go in; the voices they speak with come out, and why.

Ten outlets that carry one agency's text, or a translation of it, bear it out once, not ten times.

What is looked for in a source is its trace (`traces`), what two have in common a link (`links`);
both depend on nothing else. Here only links are put together: what one source changes reaches no
further than the sources that links lead to from it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sijill.documents.document import Reading
from sijill.record.items import SourceNote, Voice
from sijill.record.wording import in_languages, join, say
from sijill.reuse.links import Copies, Link, Retellings
from sijill.reuse.outlets import country_of, name_of
from sijill.reuse.traces import Trace, trace_of
from sijill.workbook import Page, Workbook


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
    workbook: Workbook | None = None,
) -> tuple[Voice, ...]:
    """Do the same with the traces of all sources.

    `workbook` keeps the links, which are brought up to date, and each voice as a unit.
    """
    workbook = workbook or Workbook(keeps=False)
    given = {trace.source_id: trace for trace in traces}
    by_id = {source_id: given[source_id] for source_id in sorted(given)}
    known = workbook.grown("copies", Copies)
    copies = known.update(by_id)
    crowds = known.crowds(by_id)
    copied = {
        max(group, key=lambda s: (by_id[s].mentions, s)): group
        for group in _copied(by_id, copies, crowds, workbook)
    }
    copies_alone = {s for lead, group in copied.items() for s in group if s != lead}
    leads = {s: trace for s, trace in by_id.items() if s not in copies_alone}
    retellings = workbook.grown("retellings", Retellings).update(leads)
    told = _grouped(leads, retellings, workbook.page("retold together"))
    alone = copied.keys() - {lead for one in told for lead in one}
    groups = [
        tuple(sorted(s for lead in one for s in copied.get(lead, (lead,))))
        for one in [*told, *((lead,) for lead in alone)]
    ]
    group_of = {source_id: group for group in groups for source_id in group}
    links: dict[tuple[str, ...], list[Link]] = {group: [] for group in groups}
    for link in [*copies, *retellings, *(n for made in crowds.values() for n in made)]:
        group = group_of.get(link.left)
        if group and group is group_of.get(link.right):
            links[group].append(link)
    notes = {note.id: note for note in sources}
    asked = tuple(languages)
    own = {group[0]: group for group in groups}
    behind = group_of.keys() - own.keys()

    def given_of(source_id: str) -> tuple[Any, ...]:
        group = own.get(source_id, (source_id,))
        return group, links.get(group, ()), [notes.get(s) for s in group], asked

    # Who speaks alone has the same voice while nothing changes of the source itself.
    doubted = {
        *own,
        *workbook.changed_in("leading sources", own),
        *workbook.changed_in("notes of voices", notes),
        *(by_id if workbook.changed_in("languages of voices", {"all": asked}) else ()),
    }
    leading = (source_id for source_id in by_id if source_id not in behind)
    return tuple(workbook.page("voices").take_over(leading, doubted, given_of, _voice))


def _copied(
    traces: Mapping[str, Trace],
    copies: Sequence[Link],
    crowds: Mapping[str, Sequence[Link]],
    workbook: Workbook,
) -> list[list[str]]:
    """Give the groups of copies: who repeats what very many do goes with the one that leads."""
    behind = {
        lead: [n.right if n.left == lead else n.left for n in links]
        for lead, links in crowds.items()
    }
    follow = {s for sources in behind.values() for s in sources}
    others = {s: trace for s, trace in traces.items() if s not in follow}
    among = [n for n in copies if n.left in others and n.right in others] if follow else copies
    groups = _grouped(others, among, workbook.page("copied together"))
    grouped = {s for group in groups for s in group}
    groups += [[lead] for lead in behind if lead not in grouped]
    return [[s for lead in group for s in (lead, *behind.get(lead, ()))] for group in groups]


def _grouped(
    traces: Mapping[str, Trace], links: Sequence[Link], kept: Page[list[list[str]]]
) -> list[list[str]]:
    """Give the groups of sources that links, the likest first, make; who stays alone is in none.

    Links that lead to each other are a unit: others count for nothing in it.
    """
    units = (
        (near[0], (near, tuple(traces[s] for n in near for s in (n.left, n.right))))
        for near in _hanging_together(links)
    )
    return [group for groups in kept.each(units, _grouped_by) for group in groups]


def _hanging_together(links: Sequence[Link]) -> Iterable[tuple[Link, ...]]:
    """Part links so that those which share a source, or lead to one that they share, are together.

    They stay in their order.
    """
    sources_of: dict[str, list[str]] = {}
    for link in links:
        one = sources_of.setdefault(link.left, [link.left])
        other = sources_of.setdefault(link.right, [link.right])
        if one is not other:
            few, many = sorted((one, other), key=len)
            many += few
            for source_id in few:
                sources_of[source_id] = many
    near: dict[int, list[Link]] = {}
    for link in links:
        near.setdefault(id(sources_of[link.left]), []).append(link)
    return map(tuple, near.values())


def _grouped_by(links: Sequence[Link], ends: Sequence[Trace]) -> list[list[str]]:
    """Give the groups that links make: one link between strangers makes no two one.

    `ends` are the traces of the two ends of each link.
    Groups become one when most of their sources are linked with each other, or when the longest
    source of the one is linked with that of the other and came out no later: the others were cut
    from it. A text that holds several earlier ones was put together from them.
    """
    linked = {(n.left, n.right) for n in links} | {(n.right, n.left) for n in links}
    sizes = {trace.source_id: trace.size for trace in ends}
    published = {trace.source_id: trace.day or date.max for trace in ends}
    group_of = {source_id: [source_id] for source_id in sizes}
    for link in [*links, *links]:
        one, other = group_of[link.left], group_of[link.right]
        if one is other:
            continue
        if not _are_mostly_linked(one, other, linked):
            longest = [max(group, key=lambda s: (sizes[s], s)) for group in (one, other)]
            whole, part = sorted(longest, key=lambda s: (-sizes[s], s))
            if (whole, part) not in linked or published[part] < published[whole]:
                continue
        one += other
        for source_id in other:
            group_of[source_id] = one
    return list({id(group): group for group in group_of.values() if len(group) > 1}.values())


def _are_mostly_linked(
    one: Sequence[str], other: Sequence[str], linked: Collection[tuple[str, str]]
) -> bool:
    if len(one) == len(other) == 1:
        return True  # by the link that is looked at
    ties = sum((a, b) in linked for a in one for b in other)
    return 2 * ties > len(one) * len(other)


def _voice(
    group: tuple[str, ...],
    links: Sequence[Link],
    notes: Sequence[SourceNote | None],
    languages: Sequence[str],
) -> Voice:
    countries = {country_of(note.outlet, note.url) for note in notes if note}
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
        sources=group,
        reason=in_languages(languages, why) if len(group) > 1 else {},
        sides=tuple(sorted(c for c in countries if c)),
    )
