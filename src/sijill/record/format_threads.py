"""Events go in; the meetings of each format come out as threads, numbered as far as is told.

A format is known by its name, by the states that meet, or by a body whose meetings are numbered
(a commission, a league). Ministers and leaders of one format meet in two threads.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sijill.documents.document import ClaimKind, Status
from sijill.event_types import has_trait
from sijill.record.chains import Thread, ThreadLink
from sijill.record.items import ClaimItem, EventItem
from sijill.record.ordinals import ordinal_of
from sijill.record.series import LEAST_STATES, format_of
from sijill.record.wording import in_languages, label, say
from sijill.tellings.parties import Parties

TOLD, COUNTED = "told", "counted"
_NUMBERING = (ClaimKind.FIRST, ClaimKind.COUNT)


def format_threads(
    events: Sequence[EventItem],
    claims: Iterable[ClaimItem],
    parties: Parties,
    language_of: Mapping[str, str],
    languages: Sequence[str],
) -> list[Thread]:
    """Make the threads of formats; `events` are in order of time, `language_of` by source id.

    A thread has at least two meetings. That of a body which is no format of states needs one
    whose number is told: people meet members of a league without its meeting.
    """
    groups: dict[tuple[str, tuple[str, ...]], list[EventItem]] = defaultdict(list)
    for event in events:
        for about in _formats(event, parties):
            groups[event.type, about].append(event)
    meetings = {e.id: e for group in groups.values() if len(group) > 1 for e in group}
    numbers = {name: _number(e, language_of) for name, e in meetings.items()}
    for claim in claims:
        if claim.about in numbers and claim.kind in _NUMBERING and numbers[claim.about] is None:
            numbers[claim.about] = ordinal_of(claim.text, claim.language)
    threads = []
    for (kind, about), group in sorted(groups.items()):
        told = {e.id: n for e in group if (n := numbers.get(e.id)) is not None}
        if len(group) > 1 and (told or has_trait(kind, "series")):
            threads.append(_thread(kind, about, group, told, parties, languages))
    return threads


def _number(event: EventItem, language_of: Mapping[str, str]) -> int | None:
    """Give the number its sentences tell; None where they tell none, or differ."""
    told = {
        number
        for citation in event.citations
        if (number := ordinal_of(citation.exact, language_of.get(citation.source_id, "")))
    }
    return told.pop() if len(told) == 1 else None


def _formats(event: EventItem, parties: Parties) -> list[tuple[str, ...]]:
    """Give what an event may be a meeting of: a format, its states, or bodies that take part."""
    if has_trait(event.type, "series"):
        body = format_of(event, parties)
        if body is not None:
            return [(body,)]
        states = sorted({c for p in event.participants if (c := parties.country(p)) is not None})
        return [tuple(c.lower() for c in states)] if len(states) >= LEAST_STATES else []
    if not has_trait(event.type, "occasion"):
        return []
    return [(p,) for p in event.participants if parties.kind(p) == "organisation"]


def _thread(
    kind: str,
    about: tuple[str, ...],
    group: Sequence[EventItem],
    told: Mapping[str, int],
    parties: Parties,
    languages: Sequence[str],
) -> Thread:
    links = [
        ThreadLink(
            e.date,
            e.citations[:1],
            event=e.id,
            number=told.get(e.id),
            numbered=TOLD if e.id in told else "",
            stage=e.status.value,
        )
        for e in group
    ]
    links, missing = _counted(links)

    def title(lang: str) -> str:
        names = say("comma", lang).join(parties.describe(a, lang) for a in about)
        return say("case", lang, who=names, what=label("event_types", kind, lang))

    return Thread(
        id=f"format-{'-'.join(about)}-{kind}",
        kind="format",
        title=in_languages(languages, title),
        about=about,
        links=tuple(links),
        type=kind,
        missing=missing,
    )


def _counted(links: Sequence[ThreadLink]) -> tuple[list[ThreadLink], int]:
    """Count the meetings between two whose numbers are told, where there is one way to do it.

    Returns them with the count of those that the numbers say the record lacks. Only what was held
    is counted; numbers that run backwards say nothing.
    """
    result = list(links)
    held = [at for at, link in enumerate(links) if link.stage == Status.HELD.value]
    known = [(place, links[at].number) for place, at in enumerate(held)]
    told = [(place, number) for place, number in known if number is not None]
    missing = 0
    before = (-1, 0)
    for place, number in told:
        gap, between = number - before[1] - 1, place - before[0] - 1
        if gap < between:
            before = (place, number)
            continue
        missing += gap - between
        if gap == between:
            for step in range(1, between + 1):
                at = held[before[0] + step]
                result[at] = replace(result[at], number=before[1] + step, numbered=COUNTED)
        before = (place, number)
    return result, missing
