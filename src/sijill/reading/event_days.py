"""The drafts of a text go in; the day each happened, as the text tells it, comes out.

A day stands beside the happening, or was told before it in the same account; a visit spans from
arrival to the last day told of it. A bare weekday of something still to come is the next one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from sijill.citation import Span
from sijill.dates import parse_edtf
from sijill.errors import FormatFault
from sijill.reading.document import Mention, MentionKind
from sijill.reading.event_drafts import Draft, Scene
from sijill.reading.expressions import expression
from sijill.reading.happenings import Trigger

# An account is of days near that of publication; a longer visit is not told of in one text.
_NEAR_DAYS = 10
_LONGEST_VISIT = 8
_DATES_BACK = 40
_UNDATED = frozenset(
    {"relations_established", "embassy_opened", "embassy_closed", "disarmament", "agreement"}
)
# Meetings that are counted, and may be listed with place and day of each.
_IN_SERIES = frozenset({"ministerial_dialogue", "summit"})
# Between the place of a meeting and its day stands no more than “on”.
_BESIDE = 6
_SPAN = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_DATELINE = re.compile(r"[^.\n]{0,20}?(?:\s[-–—]{1,2}\s|/|\)\s?[-–—])")


class Days:
    """Gives the drafts of one scene their days."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._passage = scene.passage
        self._dates = [
            m
            for m in self._passage.mentions_in(0, len(self._passage.text), (MentionKind.DATE,))
            if m.value
        ]
        self._taken: set[str] = set()
        self._visit_date: str | None = None
        #: Sentence and days of the last visit told from its first day to its last.
        self._span: tuple[int, str] | None = None

    def day_of(self, told_date: Mention | None, status: str) -> str | None:
        """Give a date's value; a bare weekday of something still to come is the next one."""
        if told_date is None or told_date.value is None:
            return None
        published = self._passage.document.published
        if status not in ("planned", "cancelled", "proposed") or not published:
            return told_date.value
        try:
            day, told = parse_edtf(told_date.value), parse_edtf(published)
        except FormatFault:
            return told_date.value
        bare = not any(c.isdigit() for c in told_date.text)
        if bare and day.is_day and told.start and day.start and day.start < told.start:
            following = day.start + timedelta(7)
            if timedelta(0) <= following - told.start <= timedelta(7):
                return following.isoformat()
        return told_date.value

    def carry(self, draft: Draft) -> None:
        """Give a draft without a day of its own the day of the account it stands in."""
        if draft.type == "visit" and draft.own_date:
            # The day of an arrival is not that of what follows; a visit's month is.
            for mention in self._dates:
                if draft.trigger.window.start <= mention.start < draft.trigger.window.end:
                    self._taken.add(mention.id)
            if _SPAN.fullmatch(draft.date or "") and draft.status == "held":
                self._span = (draft.trigger.sentence, draft.date or "")
            if len(draft.date or "") == 7:
                self._visit_date = draft.date
        if draft.date is not None or draft.status != "held" or draft.type in _UNDATED:
            return
        sentence, days = self._span or (-1, "")
        if sentence == draft.trigger.sentence:
            draft.date = days  # within the days of the visit that the same sentence tells
            return
        draft.date = self.of_account(draft.trigger)

    def of_account(self, trigger: Trigger) -> str | None:
        """Give the day, or else the month, of the account that a trigger stands in."""
        return self._told_before(trigger) or self._visit_date

    def _told_before(self, trigger: Trigger) -> str | None:
        sentence = self._passage.sentences[trigger.sentence]
        last = bisect_left(self._dates, trigger.start, key=lambda m: m.start)
        for mention in reversed(self._dates[max(0, last - _DATES_BACK) : last]):
            if mention.id in self._taken:
                continue
            earlier = self._passage.sentence_at(mention.start)
            if earlier.paragraph == 0 or self._scene.arguments.is_since(mention):
                continue
            if self._scene.arguments.details_in(earlier.start, earlier.end, "airport"):
                continue  # the eve: who met the guest on arrival
            same = earlier.paragraph == sentence.paragraph
            if self._is_day(mention.value, near=not same) and not self._is_dateline(mention):
                return mention.value
        return None

    def _is_dateline(self, mention: Mention) -> bool:
        """Say whether a date stands in the head of the text: “OSLO, March 14 (NW) -”."""
        body = next((s for s in self._passage.sentences if s.paragraph > 0), None)
        if body is None or not 0 <= mention.start - body.start < 40:
            return False
        behind = self._passage.text[mention.end : mention.end + 24]
        return any(c.isdigit() for c in mention.text) and bool(_DATELINE.match(behind))

    def _is_day(self, text: str | None, *, near: bool) -> bool:
        try:
            day = parse_edtf(text) if text else None
        except FormatFault:
            return False
        if day is None or not day.is_day or day.start is None:
            return False
        published = self._passage.document.published
        if not published:
            return not near
        try:
            told = parse_edtf(published).start
        except FormatFault:
            return not near
        if told is None or day.start > told:
            return False
        return not near or (told - day.start).days <= _NEAR_DAYS

    # -- visits ---------------------------------------------------------------------------------

    def each_date(self, draft: Draft) -> list[Draft]:
        """Read a visit told with several dates (“in 1994, 1999 and 2008”) as several visits."""
        if draft.type != "visit" or draft.status != "held":
            return [draft]
        dates = [
            m
            for m in self._dates
            if draft.trigger.window.start <= m.start < draft.trigger.window.end
            and not self._scene.arguments.is_since(m)
        ]
        values = list(dict.fromkeys(m.value for m in dates if m.value))
        if len(values) < 2 or len(self._passage.text[dates[0].end : dates[-1].start]) > 160:
            return [draft]
        between = [self._passage.text[a.end : b.start] for a, b in pairwise(dates)]
        joint = expression(self._passage.language, "joins_days", "[,،、]")
        if not all(len(b) <= 24 and joint.search(b) for b in between):
            return [draft]
        out: list[Draft] = []
        for mention in dates:
            trigger = draft.trigger
            if out:
                trigger = Trigger(
                    mention.start,
                    mention.end,
                    "visit",
                    "held",
                    "noun",
                    trigger.sentence,
                    trigger.window,
                )
            out.append(
                Draft(
                    trigger,
                    "visit",
                    draft.status,
                    draft.told,
                    mention.value,
                    draft.place,
                    list(draft.people),
                    dict(draft.details),
                    draft.certain,
                    True,
                )
            )
        return out

    def each_sitting(self, draft: Draft) -> list[Draft]:
        """Read “met in Tokyo on 5 June 2006 and in Lima on 7 August 2010” as several meetings."""
        window = draft.trigger.window
        told = self._passage.mentions_in(
            window.start, window.end, (MentionKind.PLACE, MentionKind.DATE)
        )
        sittings: list[tuple[Mention, Mention]] = []
        for one, other in pairwise(told):
            place, day = (one, other) if one.kind is MentionKind.PLACE else (other, one)
            beside = 0 <= other.start - one.end <= _BESIDE
            if beside and one.kind is not other.kind and day.value and place.entity:
                sittings.append((place, day))
        if draft.type not in _IN_SERIES or len({day.value for _, day in sittings}) < 2:
            return [draft]
        out: list[Draft] = []
        for place, day in sittings:
            trigger = draft.trigger
            if out:
                start, end = min(place.start, day.start), max(place.end, day.end)
                trigger = replace(trigger, start=start, end=end)
            out.append(
                replace(
                    draft,
                    trigger=trigger,
                    date=day.value,
                    own_date=True,
                    place=place.entity,
                    people=list(draft.people) if not out else [],
                    details=dict(draft.details),
                )
            )
        return out

    def earlier_visit(self, draft: Draft) -> list[Draft]:
        """Give the visit that “the first since 1987” tells in passing."""
        first = expression(self._passage.language, "first_word")
        sentence = self._scene.arguments.span_of(draft.trigger)
        for mention in self._dates:
            if not draft.trigger.start <= mention.start < sentence.end:
                continue
            if not self._scene.arguments.is_since(mention):
                continue
            between = self._passage.text[max(0, draft.trigger.start - 12) : mention.start]
            if len(between) > 140 or not first.search(between):
                continue
            start = draft.trigger.end + 1
            window = Span(start, mention.end)
            trigger = Trigger(
                start, mention.end, "visit", "held", "noun", draft.trigger.sentence, window
            )
            form = {k: v for k, v in draft.details.items() if k == "visit_format"}
            return [
                Draft(
                    trigger,
                    "visit",
                    "held",
                    True,
                    mention.value,
                    draft.place,
                    [],
                    form,
                    0.5,
                    own_date=True,
                )
            ]
        return []

    def stretch_visits(self, drafts: Sequence[Draft]) -> None:
        """Stretch each visit from its arrival to the last day that the text tells of it."""
        for draft in drafts:
            near = self._is_day(draft.date, near=True)
            if draft.type != "visit" or draft.status != "held" or not near:
                continue
            first = parse_edtf(draft.date or "").start
            if first is None:
                continue
            days = [first]
            for other in drafts:
                if other is draft or not set(other.people) & set(draft.people):
                    continue
                if not other.date or other.status not in ("held", "planned"):
                    continue
                day = _single_day(other.date)
                if day and first - timedelta(2) <= day <= first + timedelta(_LONGEST_VISIT):
                    days.append(day)
            if max(days) > min(days):
                draft.date = f"{min(days).isoformat()}/{max(days).isoformat()}"


def _single_day(text: str) -> date | None:
    try:
        day = parse_edtf(text)
    except FormatFault:
        return None
    return day.start if day.is_day else None
