"""The main visit goes in; the day of it that is told, hour by hour, comes out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sijill.documents.document import Status
from sijill.event_types import types_with
from sijill.record.items import EventItem
from sijill.script.bounds import bounds_of
from sijill.script.cards import Draft, limits, source_label
from sijill.script.chapters.reception import venue
from sijill.script.circumstances import is_dated_day
from sijill.script.facts import Story
from sijill.script.happenings import short_label, tell_event
from sijill.script.scenes import ClockEntry, DayClockCard
from sijill.script.sentence import ScriptSentence
from sijill.script.teller import Teller
from sijill.tables import Row, open_table

_NARRATED = types_with("ceremonial")
_WEIGHT = (
    "audience",
    "talks",
    "signing",
    "banquet",
    "statement_joint",
    "courtesy_call",
    "ceremony",
    "cultural_encounter",
)
_ORDER = (
    "audience",
    "courtesy_call",
    "banquet",
    "cultural_encounter",
    "diaspora_meeting",
    "sport_encounter",
    "ceremony",
    "talks",
    "statement_joint",
    "signing",
    "lecture",
)
#: What people do when they meet: one such happening may be told again inside of another.
_MEETINGS = types_with("meeting")
#: Talks with people of this rank or above belong to the ceremonial day: up to foreign ministers.
HIGH = 6


def day_scene(story: Story, teller: Teller) -> Draft | None:
    """Show the fullest day of the main visit; what the card shows is what is narrated."""
    least, most = limits("day_clock")
    days: dict[str, list[EventItem]] = {}
    for event in story.record.events:
        if event.status is not Status.HELD or event.type == "visit" or not is_dated_day(event):
            continue
        if story.in_main_visit(event):
            days.setdefault(str(event.date), []).append(event)
    if not days:
        return None
    best = max(days, key=lambda d: (sum(e.type in _NARRATED for e in days[d]), len(days[d]), d))
    events = [e for e in days[best] if not _is_part_of_another(story, e, days[best])]
    told = [e for e in in_order_of_day(story, events) if _is_of_the_day(story, e)]
    labels = {e.id: short_label(story, teller, e, "clock") for e in told}
    told = [e for e in told if labels[e.id] is not None]
    weighed = sorted(told, key=lambda e: _weight(story, e))
    chosen = {e.id for e in weighed[: min(most, story.most("protocol_day"))]}
    if len(chosen) < least:
        return None
    entries: list[ClockEntry] = []
    sentences: list[ScriptSentence] = []
    for event in told:
        title = labels[event.id]
        sentence = tell_event(story, teller, event) if event.id in chosen else None
        if sentence is not None and title is not None:
            sentences.append(sentence)
            entries.append(_entry(story, event, title))
    if not sentences:
        return None
    source = source_label(story, teller, [c for s in sentences for c in s.citations])
    return Draft(DayClockCard(teller.date(best), tuple(entries), source), tuple(sentences))


def _entry(story: Story, event: EventItem, title: dict[str, str]) -> ClockEntry:
    begins, part = event.details.get("begins"), _parts().get(str(event.details.get("part_of_day")))
    detail = venue(story, event)
    if any(text in title[lang] for lang, text in detail.items()):
        detail = {}
    return ClockEntry(
        title,
        detail,
        begins if isinstance(begins, str) else None,
        part["part"] or None if part else None,
        bounds_of(event, story.language_by_source).get("begins"),
    )


def _is_part_of_another(story: Story, event: EventItem, events: Sequence[EventItem]) -> bool:
    """Say whether a meeting is another happening seen again.

    Its people all have a part in the other, and the same words of a source tell both: somebody
    who sat at the table of a luncheon did not meet the guest a second time.
    """
    if event.type not in _MEETINGS:
        return False
    people = set(story.names.people(event.participants))
    return any(
        other.id != event.id
        and other.type not in _MEETINGS
        and other.type in _WEIGHT
        and people <= set(other.participants)
        and (_is_wider(other, people) or event.place == other.place)
        and _is_told_within(event, other)
        for other in events
    )


def _is_wider(other: EventItem, people: set[str]) -> bool:
    return other.type == "banquet" and len(people) < len(other.participants)


def _is_told_within(event: EventItem, other: EventItem) -> bool:
    """Say whether all that tells one event stands in the words that tell another."""
    return all(
        any(c.source_id == o.source_id and o.span.contains(c.span) for o in other.citations)
        for c in event.citations
    )


def _is_of_the_day(story: Story, event: EventItem) -> bool:
    """Say whether an event is told with the day: ceremony and talks, and places the guest saw."""
    people = story.names.people(event.participants)
    if event.type == "talks":
        others = [p for p in people if p != story.guest]
        return any(story.rank_of(p, event.date) <= HIGH for p in others)
    if event.type == "cultural_encounter":
        return len(event.participants) == 1
    return event.type in _NARRATED


def _weight(story: Story, event: EventItem) -> int:
    """Say how much a day would lose without an event, 0 most."""
    if event.type == "talks":
        others = [p for p in story.names.people(event.participants) if p != story.guest]
        return 1 if any(story.rank_of(p, event.date) <= 2 for p in others) else 8
    return _WEIGHT.index(event.type) if event.type in _WEIGHT else len(_WEIGHT)


@cache
def _parts() -> dict[str, Row]:
    rows = open_table("protocol/day_parts.tsv", ("word", "hour", "part"))
    return {r["word"]: r for r in rows}


def hour_of(event: EventItem) -> str | None:
    """Give the hour by which an event is put in order: its own, or that of its part of the day."""
    begins = event.details.get("begins")
    if isinstance(begins, str):
        return begins.zfill(5)
    for name in ("part_of_day", "meal"):
        row = _parts().get(str(event.details.get(name)))
        if row is not None:
            return row["hour"]
    return None


def in_order_of_day(story: Story, events: Sequence[EventItem]) -> list[EventItem]:
    """Order the events of a day by the hours that are told, else as the fullest source has them.

    What that source does not tell stands where its kind puts it. What has no hour follows what
    was told before it, so that papers signed after the talks stay with the talks.
    """
    counts: dict[str, int] = {}
    for event in events:
        for source in {c.source_id for c in event.citations}:
            counts[source] = counts.get(source, 0) + 1
    main = max(counts, key=lambda s: (counts[s], s), default="")

    def kind(event: EventItem) -> int:
        return _ORDER.index(event.type) if event.type in _ORDER else len(_ORDER)

    told: list[tuple[int, EventItem]] = []
    other: list[EventItem] = []
    for event in events:
        starts = [c.start for c in event.citations if c.source_id == main]
        if starts:
            told.append((min(starts), event))
        else:
            other.append(event)
    ordered = [e for _, e in sorted(told, key=lambda t: (t[0], kind(t[1]), t[1].id))]
    for event in sorted(other, key=lambda e: (kind(e), e.id)):
        at = next((i for i, e in enumerate(ordered) if kind(e) > kind(event)), len(ordered))
        ordered.insert(at, event)
    return _by_hours(ordered)


def _by_hours(events: list[EventItem]) -> list[EventItem]:
    """Put what has an hour in the order of the hours, each with what follows it."""
    groups: list[tuple[str, list[EventItem]]] = [("", [])]
    for event in events:
        hour = hour_of(event)
        if hour is None:
            groups[-1][1].append(event)
        else:
            groups.append((hour, [event]))
    groups.sort(key=lambda group: group[0])
    return [event for _, group in groups for event in group]
