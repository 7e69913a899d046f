"""The drafts of a text go in; its visits stretch from their first day to the last one told.

Arrival, length, end, and what the guest does on other days all count. A visit in whose course one
day alone is told of has that day's month: nobody said when it began.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from sijill.reading.document import Mention, Sentence
from sijill.reading.event_drafts import Draft, Scene
from sijill.reading.event_timeline import NEAR_DAYS, Timeline, single_day

# A longer visit is not told of in one text.
_LONGEST_VISIT = 8
# A programme is made known so many days before.
_NEAR_AHEAD = 40
# A verb of arriving or leaving stands this near to its day.
_BESIDE_MOVE = 90
# What a guest may do on the next days of a visit, and how many they are.
_ON_A_VISIT = frozenset(
    {"visit", "talks", "lecture", "audience", "courtesy_call", "parliament_address", "banquet"}
    | {"ceremony", "exhibition", "cultural_encounter", "diaspora_meeting", "business_forum"}
)
_MORROW = 3
_ON_THE_WAY = frozenset({"held", "planned", "postponed"})
_SPAN = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


class Visits:
    """Stretches the visits of one scene."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._passage = scene.passage
        self._timeline = scene.arguments.timeline
        self._dates = self._timeline.dates

    def stretch(self, drafts: Sequence[Draft]) -> None:
        """Give each visit the days from its arrival to the last day that the text tells of it.

        Its length, its end, and what its guest does on other days all count. A visit in whose
        course one day alone is told of has that day's month: nobody said when it began.
        """
        main: set[str] = set()
        # The visit told with its form or length is the visit; other goings are in its course.
        order = sorted(
            (d for d in drafts if d.type == "visit" and d.status in _ON_THE_WAY),
            key=lambda d: not ("visit_format" in d.details or self._length(d)),
        )
        for draft in order:
            guest = draft.people[0] if draft.people else ""
            near = is_near_day(self._timeline, draft.date) or (
                draft.date is None and draft.status == "held"
            )
            past = not near and self._is_past_arrival(draft)
            # Of each year of a history one visit may be the main one.
            key = f"{guest} {(draft.date or '')[:4]}" if past else guest
            if key in main or not (near or past or _SPAN.fullmatch(draft.date or "")):
                continue
            main.add(key)
            planned = draft.status == "planned" and not (
                self._timeline.is_programme
                and ("visit_format" in draft.details or self._scene.arguments.is_state(draft.place))
            )
            if (near or past) and not planned and draft.status != "postponed":
                self._stretch(draft, drafts)
            elif planned and (length := self._length(draft)) and draft.own_date:
                draft.date = _lasting(draft.date, length)
            if draft.status != "postponed" and self._only_begins(draft):
                draft.date = f"{draft.date}/.."

    def _is_past_arrival(self, draft: Draft) -> bool:
        """Say whether a visit of a history is told by the day on which it began."""
        day = single_day(draft.date)
        return (
            draft.status == "held"
            and draft.own_date
            and bool(draft.people)
            and day is not None
            and (draft.trigger.type == "arrival" or day in self._days_beside(draft, "arrives"))
        )

    def _only_begins(self, draft: Draft) -> bool:
        """Say whether the one day told of a visit is that of its arrival, and no end is told."""
        day = single_day(draft.date)
        if day is None or not (
            draft.trigger.type == "arrival" or self._scene.arguments.is_state(draft.place)
        ):
            return False
        return day in self._days_beside(draft, "arrives")

    def _stretch(self, draft: Draft, drafts: Sequence[Draft]) -> None:
        own = single_day(draft.date)
        told = self._days_of_visit(draft, drafts, own)
        if own is not None:
            told.append(own)
        starts = [*self._days_beside(draft, "arrives"), *self._since(draft)]
        if own is not None and draft.status == "planned" and own in starts:
            # Whoever comes before, the guest comes on the day that stands beside the visit.
            starts, told = [own], [day for day in told if day >= own]
        ends = [
            day for day in self._days_beside(draft, "leaves") if day >= min(starts, default=day)
        ]
        days = sorted({*told, *starts, *ends})
        if not days:
            return
        length = self._length(draft)
        anchor = min(starts, default=own)
        if length and anchor:
            last = max(ends, default=None)
            first = last - timedelta(length - 1) if last and not starts else anchor
            draft.date = f"{first.isoformat()}/{(first + timedelta(length - 1)).isoformat()}"
        elif days[-1] > days[0]:
            draft.date = f"{days[0].isoformat()}/{days[-1].isoformat()}"
        elif draft.date is None and draft.status == "held":
            draft.date = days[0].isoformat() if starts else days[0].isoformat()[:7]

    def _days_of_visit(self, draft: Draft, drafts: Sequence[Draft], own: date | None) -> list[date]:
        """Give the days on which the guest of a visit is told to do anything."""
        anchor = own or self._timeline.published
        days: list[date] = []
        for other in drafts:
            if other is draft or not (
                set(other.people) & set(draft.people) or self._is_its_morrow(draft, other)
            ):
                continue
            if other.status != draft.status and other.status not in ("held", "planned"):
                continue
            if other.status == "proposed" or not other.date:
                continue
            day = single_day(other.date)
            if day and anchor and _fits(day, anchor):
                days.append(day)
        return days

    def _is_its_morrow(self, draft: Draft, other: Draft) -> bool:
        """Say whether a plan of the next days is one of the guest's, whom it does not name."""
        day, published = single_day(other.date), self._timeline.published
        return (
            draft.status == "held"
            and other.status == "planned"
            and other.type in _ON_A_VISIT
            and not any(self._passage.is_person(p) for p in other.people)
            and day is not None
            and published is not None
            and 0 < (day - published).days <= _MORROW
        )

    def _days_beside(self, draft: Draft, role: str) -> list[date]:
        """Give the days told beside words of arriving or leaving, near the day of publication."""
        anchor = single_day(draft.date) or self._timeline.published
        days: list[date] = []
        for mention in self._dates:
            sentence = self._passage.sentence_at(mention.start)
            if sentence.paragraph == 0 or self._timeline.is_dateline(mention):
                continue
            day = single_day(self._timeline.value_of(mention))
            if day is None or anchor is None or not _fits(day, anchor):
                continue
            if is_beside(self._scene, mention, sentence, role) or (
                role == "arrives" and is_beside(self._scene, mention, sentence, "airport")
            ):
                days.append(day)
        return days

    def _since(self, draft: Draft) -> list[date]:
        """Give the day since which a guest is there: “has been in Lima since Monday”."""
        span = self._scene.arguments.span_of(draft.trigger)
        return [
            day
            for m in self._dates
            if span.start <= m.start < span.end
            and self._timeline.is_since(m)
            and is_near_day(self._timeline, m.value)
            and (day := single_day(m.value)) is not None
        ]

    def _length(self, draft: Draft) -> int | None:
        """Give how many days a visit is told to last."""
        span = self._scene.arguments.span_of(draft.trigger)
        hits = self._scene.arguments.details_in(span.start, span.end, "length:")
        near = [
            h
            for h in hits
            if h.end > draft.trigger.start - _BESIDE_MOVE
            and h.start < draft.trigger.end + _BESIDE_MOVE
        ]
        return int(near[0].row["role"].removeprefix("length:")) if near else None


def _lasting(value: str | None, length: int) -> str | None:
    """Give the days of so many from a single day on; any other value as it is."""
    first = single_day(value)
    if first is None or length < 2:
        return value
    return f"{first.isoformat()}/{(first + timedelta(length - 1)).isoformat()}"


def is_near_day(timeline: Timeline, value: str | None) -> bool:
    """Say whether a value is a day of the weeks around publication."""
    day, published = single_day(value), timeline.published
    if day is None or published is None:
        return False
    return -_NEAR_AHEAD <= (published - day).days <= NEAR_DAYS


def is_beside(scene: Scene, mention: Mention, sentence: Sentence, role: str) -> bool:
    """Say whether detail words of a role stand near a date in its sentence."""
    start = max(sentence.start, mention.start - _BESIDE_MOVE)
    stop = min(sentence.end, mention.end + _BESIDE_MOVE)
    return bool(scene.arguments.details_in(start, stop, role))


def _fits(day: date, anchor: date) -> bool:
    return anchor - timedelta(4) <= day <= anchor + timedelta(_LONGEST_VISIT)
