"""The drafts of a text go in; its visits stretch from their first day to the last one told.

Arrival, length, end, and what the guest does on other days all count. A visit in whose course one
day alone is told of has that day's month: nobody said when it began.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sijill.documents.document import DATE, Mention, Sentence
from sijill.documents.expressions import NOTHING, ends_in, expression
from sijill.documents.passage import Passage
from sijill.documents.patterns import Hit
from sijill.documents.stretches import beginning_in
from sijill.event_types import types_with
from sijill.happenings.drafts import Discourse, Draft
from sijill.temporal.chronology import NEAR_DAYS, Chronology, first_day, last_day, single_day
from sijill.temporal.clock import day_edtf, day_plus

# A longer visit is not told of in one text.
_LONGEST_VISIT = 8
# A programme is made known so many days before.
_NEAR_AHEAD = 40
# A verb of arriving or leaving stands this near to its day.
_BESIDE_MOVE = 90
# What has ended stands so near to the word for it (code points).
_ENDS = "leaves:ends"
_WHAT_ENDED = 60
_STAYS = frozenset({"visit", "arrival"})
# What a guest may do on the next days of a visit, and how many they are.
_ON_A_VISIT = types_with("on_a_visit")
_MORROW = 3
_ON_THE_WAY = frozenset({"held", "planned", "postponed"})
# A day stands this near to “until” (code points).
_UNTIL = 6
# The last day of a visit stands so near behind its words (code points).
_BEHIND = 12
# … and its days so near before them.
_AHEAD = 48
_SPAN = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


# Meetings and shows that may last some days, with the first of them or the last one told.
_SITTINGS = types_with("sitting")


# What days are counted by stands so near before them (code points).
_COUNTING = 24


class Sittings:
    """Stretches the meetings and shows of one discourse over the days that they last."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._passage = discourse.passage
        self._chronology = discourse.arguments.chronology

    def stretch(self, drafts: Sequence[Draft]) -> None:
        """Give “two-day talks ended on Friday” both days, and a show its last day or month."""
        for draft in drafts:
            day = single_day(draft.date)
            if draft.type not in _SITTINGS or day is None or not draft.own_date:
                continue
            until = self._until(draft, day)
            length = _length(self._discourse, draft)
            if until is not None:
                draft.date = f"{draft.date}/{until}"
            elif length and self._tells(draft, "sitting_ends"):
                draft.date = _lasting(day_edtf(day, 1 - length) or draft.date, length)
            elif length and self._tells(draft, "sitting_begins"):
                draft.date = _lasting(draft.date, length)

    def _tells(self, draft: Draft, name: str) -> bool:
        window = draft.trigger.window
        words = expression(self._passage.language, name)
        return words.search(self._passage.text, window.start, window.end) is not None

    def _until(self, draft: Draft, first: date) -> str | None:
        """Give the day or month until which it lasts, told in its sentence or the next one."""
        own = self._passage.sentences[draft.trigger.sentence]
        text, lasts = self._passage.text, expression(self._passage.language, "lasts_until")
        for sentence in self._passage.sentences[draft.trigger.sentence :][:2]:
            if sentence.paragraph != own.paragraph:
                break
            start = max(sentence.start, draft.trigger.end)
            for found in lasts.finditer(text, start, sentence.end):
                dates = self._passage.mentions_in(start, sentence.end, (DATE,))
                beside = [
                    m
                    for m in dates
                    if -_UNTIL <= m.start - found.end() <= _UNTIL
                    or -_UNTIL <= found.start() - m.end <= _UNTIL
                ]
                for mention in beside:
                    value = self._chronology.value_of(mention)
                    last = last_day(value)
                    if last is not None and last > first and "/" not in (value or ""):
                        return (value or "").strip("[]").split(",")[-1]
        return None


class Visits:
    """Stretches the visits of one discourse."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._passage = discourse.passage
        self._chronology = discourse.arguments.chronology
        self._dates = self._chronology.dates

    def stretch(self, drafts: list[Draft]) -> None:
        """Give each visit the days from its arrival to the last day that the text tells of it.

        Its length, its end, and what its guest does on other days all count. A visit in whose
        course one day alone is told of has that day's month: nobody said when it began. A draft
        of nothing but a visit's end is taken out of `drafts` where the visit itself is told.
        """
        for draft in [d for d in drafts if self._only_ends(d)]:
            self._end(draft, drafts)
        main: set[str] = set()
        # The visit told with its form or length is the visit; other goings are in its course.
        order = sorted(
            (d for d in drafts if d.type == "visit" and d.status in _ON_THE_WAY),
            key=lambda d: not ("visit_format" in d.details or _length(self._discourse, d)),
        )
        for draft in order:
            guest = draft.people[0] if draft.people else ""
            near = is_near_day(self._chronology, draft.date) or (
                draft.date is None and draft.status == "held"
            )
            past = not near and self._is_past_arrival(draft)
            # Of each year of a history one visit may be the main one.
            key = f"{guest} {(draft.date or '')[:4]}" if past else guest
            if key in main or not (near or past or _SPAN.fullmatch(draft.date or "")):
                continue
            main.add(key)
            is_of_state = self._discourse.arguments.is_state(draft.place)
            is_whole = "visit_format" in draft.details or is_of_state
            planned = draft.status == "planned" and not (self._chronology.is_programme and is_whole)
            if (near or past) and not planned and draft.status != "postponed":
                self._stretch(draft, drafts)
            elif (planned or draft.status == "postponed") and (
                (length := _length(self._discourse, draft)) and draft.own_date
            ):
                draft.date = _lasting(draft.date, length)
            begins = draft.status != "postponed" and self._only_begins(draft)
            if begins and self._day_of_end(draft) is None:
                draft.date = f"{draft.date}/.."
        for draft in drafts:
            if draft.type != "visit":
                continue
            if (days := self._until_behind(draft)) is not None:
                draft.date = days
            elif (last := self._day_of_end(draft)) is not None:
                draft.date = f"../{last.isoformat()}"
            elif draft.status == "planned" and self._goes_abroad(draft):
                draft.date = f"{draft.date}/.."

    def _until_behind(self, draft: Draft) -> str | None:
        """Give the days of a visit whose last one a word behind it tells: 「訪問（13日まで）」."""
        text, language = self._passage.text, self._passage.language
        behind = expression(language, "stays_until_behind")
        if behind is NOTHING or draft.status != "held" or "/" in (draft.date or ""):
            return None
        trigger = draft.trigger
        span = self._discourse.arguments.span_of(trigger)
        near = min(span.end, trigger.end + _BEHIND)
        told = beginning_in(self._dates, max(span.start, trigger.start - _AHEAD), near)
        before = ends_in(language, "stays_until_before")
        for number, day in enumerate(told):
            last = single_day(day.value)
            is_last = behind.match(text, day.end) or before.search(text, span.start, day.start)
            if last is None or not is_last:
                continue
            others = [single_day(d.value) for d in told[:number]]
            first = next((d for d in (*others, single_day(draft.date)) if d and d < last), None)
            if first is None and draft.date not in (None, day.value):
                return None
            return f"{first.isoformat() if first else '..'}/{last.isoformat()}"
        return None

    def _day_of_end(self, draft: Draft) -> date | None:
        """Give the last day of a visit that is under way and no other: “until Friday”."""
        if draft.status != "held" or "/" in (draft.date or ""):
            return None
        until = ends_in(self._passage.language, "stays_until")
        span = self._discourse.arguments.span_of(draft.trigger)
        for told in beginning_in(self._dates, draft.trigger.end, span.end):
            last, now = single_day(told.value), self._chronology.published
            if until.search(self._passage.text[span.start : told.start]) and last and now:
                # What is done has the weekday gone by, but a stay lasts until the coming one.
                own = (None, told.value, day_edtf(last, -7))
                return last if last >= now and draft.date in own else None
        return None

    def _only_ends(self, draft: Draft) -> bool:
        """Say whether a draft tells of a visit that it ends: “the visit ends on 20 February”."""
        if draft.type != "visit" or draft.trigger.type == "arrival" or not single_day(draft.date):
            return False
        if "visit_format" in draft.details or _length(self._discourse, draft):
            return False  # told in full: it is the visit itself
        span = self._discourse.arguments.span_of(draft.trigger)
        ends = expression(self._passage.language, "visit_ends")
        return any(
            draft.trigger.start < found.end() and found.start() < draft.trigger.end
            for found in ends.finditer(self._passage.text, span.start, span.end)
        )

    def _end(self, ending: Draft, drafts: list[Draft]) -> None:
        """Give the visit that was told before its last day; alone an end is the end of its days."""
        last = single_day(ending.date)
        for draft in drafts:
            told = first_day(draft.date)
            is_trip = draft.status == "planned" and "visit_format" not in draft.details
            if draft is ending or draft.type != "visit" or is_trip or last is None:
                continue
            if told is None:
                # “is in Lima on a state visit … The visit ends on Friday”: nobody says since when.
                is_it = draft.status == "held" and set(ending.people) == set(draft.people)
                if is_it and draft.date is None and "visit_format" in draft.details:
                    draft.date = f"../{last.isoformat()}"
                    drafts.remove(ending)
                    return
                continue
            if draft.trigger.start < ending.trigger.start and _fits(last, told) and told <= last:
                if single_day(draft.date) and told < last:
                    draft.date = f"{told.isoformat()}/{last.isoformat()}"
                drafts.remove(ending)
                return
        ending.date = f"../{ending.date}"

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
            draft.trigger.type == "arrival" or self._discourse.arguments.is_state(draft.place)
        ):
            return False
        return day in self._days_beside(draft, "arrives")

    def _goes_abroad(self, draft: Draft) -> bool:
        """Say whether a guest is told to leave for a capital on one day, and no end is told.

        “She will fly to Quito on Friday” is how a visit begins; trips in a country take a day.
        """
        window, arguments = draft.trigger.window, self._discourse.arguments
        if single_day(draft.date) is None or not arguments.is_capital(draft.place):
            return False
        leaves = expression(self._passage.language, "leaves_for")
        return leaves.search(self._passage.text, window.start, window.end) is not None

    def _stretch(self, draft: Draft, drafts: Sequence[Draft]) -> None:
        own = single_day(draft.date)
        told = self._days_of_visit(draft, drafts, own)
        if own is not None:
            told.append(own)
        starts = [*self._days_beside(draft, "arrives"), *self._since(draft)]
        if own is not None and draft.status == "planned" and own in starts:
            # Whoever comes before, the guest comes on the day that stands beside the visit.
            starts, told = [own], [day for day in told if day >= own]
        elif own is not None and draft.trigger.type == "arrival":
            told = [day for day in told if day >= own]  # before it, the guest was elsewhere
        ends = [
            day for day in self._days_beside(draft, "leaves") if day >= min(starts, default=day)
        ]
        days = sorted({*told, *starts, *ends})
        if not days:
            return
        published = self._chronology.published
        if draft.status == "held" and published and days[0] > published and not starts:
            # Who is there already has come before what is still to be done there.
            end = f"../{days[-1].isoformat()}"
            draft.date = end if days[-1] in ends else published.isoformat()[:7]
            return
        length = _length(self._discourse, draft)
        anchor = min(starts, default=own)
        if length and anchor:
            last = max(ends, default=None)
            # Told by its end: “the three-day visit ended on 13 May”, whatever came in its course.
            by_end = last is not None and (not starts or own == last) and last not in starts
            first = day_plus(last, 1 - length) if last and by_end else anchor
            draft.date = _lasting(day_edtf(first or anchor), length)
        elif days[-1] > days[0] in starts and self._goes_on(draft, drafts, days[-1], ends):
            draft.date = f"{days[0].isoformat()}/.."
        elif days[-1] > days[0]:
            draft.date = f"{days[0].isoformat()}/{days[-1].isoformat()}"
        elif draft.date is None and draft.status == "held":
            draft.date = days[0].isoformat() if starts else days[0].isoformat()[:7]

    def _goes_on(
        self, draft: Draft, drafts: Sequence[Draft], last: date, ends: Sequence[date]
    ) -> bool:
        """Say whether nothing tells that a visit under way ends on the last day told of it.

        The guest leaves, or travels on, on the day that ends a programme; meetings alone do not
        tell that no more are to come.
        """
        published = self._chronology.published
        if draft.status != "held" or published is None or last <= published or last in ends:
            return False
        return not any(
            d.type == "visit" and d is not draft and single_day(d.date) == last for d in drafts
        )

    def _days_of_visit(self, draft: Draft, drafts: Sequence[Draft], own: date | None) -> list[date]:
        """Give the days on which the guest of a visit is told to do anything."""
        anchor = own or self._chronology.published
        days: list[date] = []
        for other in drafts:
            if other is draft or not (
                set(other.people) & set(draft.people) or self._is_its_morrow(draft, other)
            ):
                continue
            if other.status != draft.status and other.status not in ("held", "planned"):
                continue
            if other.status == "proposed" or not other.date or self._is_elsewhere(draft, other):
                continue
            day = single_day(other.date)
            if day and anchor and _fits(day, anchor):
                days.append(day)
        return days

    def _is_elsewhere(self, draft: Draft, other: Draft) -> bool:
        """Say whether something was done in another state than that of a visit."""
        states = [
            self._passage.entities[d.place].country if d.place in self._passage.entities else None
            for d in (draft, other)
        ]
        return None not in states and states[0] != states[1]

    def _is_its_morrow(self, draft: Draft, other: Draft) -> bool:
        """Say whether a plan of the next days is one of the guest's, whom it does not name."""
        day, published = single_day(other.date), self._chronology.published
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
        anchor = single_day(draft.date) or self._chronology.published
        days: list[date] = []
        for mention in self._dates:
            sentence = self._passage.sentence_at(mention.start)
            if sentence.paragraph == 0 or self._chronology.is_dateline(mention):
                continue
            came = role == "arrives" and draft.status == "held"
            day = single_day(mention.value if came else self._chronology.value_of(mention))
            if day is None or anchor is None or not _fits(day, anchor):
                continue
            if is_beside(self._discourse, mention, sentence, role) or (
                role == "arrives" and is_beside(self._discourse, mention, sentence, "airport")
            ):
                days.append(day)
        return days

    def _since(self, draft: Draft) -> list[date]:
        """Give the day since which a guest is there: “has been in Lima since Monday”."""
        span = self._discourse.arguments.span_of(draft.trigger)
        return [
            day
            for m in self._dates
            if span.start <= m.start < span.end
            and self._chronology.is_since(m)
            and is_near_day(self._chronology, m.value)
            and (day := single_day(m.value)) is not None
        ]


def _length(discourse: Discourse, draft: Draft) -> int | None:
    """Give how many days a visit or a meeting is told to last."""
    span = discourse.arguments.span_of(draft.trigger)
    hits = discourse.arguments.details_in(span.start, span.end, "length:")
    near = [
        h
        for h in hits
        if h.end > draft.trigger.start - _BESIDE_MOVE
        and h.start < draft.trigger.end + _BESIDE_MOVE
        and not _is_distance(discourse.passage, h)
    ]
    return int(near[0].row["role"].removeprefix("length:")) if near else None


def _is_distance(passage: Passage, days: Hit) -> bool:
    """Say whether days tell how far from something else it was: “two days after the vote”."""
    before = passage.text[max(0, days.start - _COUNTING) : days.start]
    if ends_in(passage.language, "days_counted_before").search(before) is not None:
        return True
    behind = expression(passage.language, "days_counted_behind").match(passage.text, days.end)
    lasts = ends_in(passage.language, "days_lasting_before").search(before)
    return behind is not None and lasts is None


def _lasting(value: str | None, length: int) -> str | None:
    """Give the days of so many from a single day on; any other value as it is."""
    first = single_day(value)
    last = day_edtf(first, length - 1)
    return f"{value}/{last}" if length > 1 and last is not None else value


def is_near_day(chronology: Chronology, value: str | None) -> bool:
    """Say whether a value is a day of the weeks around publication."""
    day, published = single_day(value), chronology.published
    if day is None or published is None:
        return False
    return -_NEAR_AHEAD <= (published - day).days <= NEAR_DAYS


def is_beside(discourse: Discourse, mention: Mention, sentence: Sentence, role: str) -> bool:
    """Say whether detail words of a role stand near a date in its sentence.

    What ended is a stay, unless something else is named beside it: “at the end of talks on Friday”
    nobody leaves.
    """
    start = max(sentence.start, mention.start - _BESIDE_MOVE)
    stop = min(sentence.end, mention.end + _BESIDE_MOVE)
    return any(
        hit.row["role"] != _ENDS or not _ends_less(discourse, hit, sentence)
        for hit in discourse.arguments.details_in(start, stop, role)
    )


def _ends_less(discourse: Discourse, ending: Hit, sentence: Sentence) -> bool:
    """Say whether a word of ending stands beside a happening that is no stay: talks, a session."""
    start = max(sentence.start, ending.start - _WHAT_ENDED)
    stop = min(sentence.end, ending.end + _WHAT_ENDED)
    text, told = discourse.passage.text, beginning_in(discourse.triggers, start, stop)
    behind = next((t for t in told if t.start >= ending.end), None)
    if behind and behind.type in _STAYS and len(text[ending.end : behind.start].split()) <= 1:
        return False  # “after talks he ended his visit”
    near = [(max(t.start - ending.end, ending.start - t.end, 0), t.type) for t in told]
    return bool(near) and min(near)[1] not in _STAYS


def _fits(day: date, anchor: date) -> bool:
    return -4 <= (day - anchor).days <= _LONGEST_VISIT
