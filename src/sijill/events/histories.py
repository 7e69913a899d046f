"""Happenings of a history go in, in the order of the text; out comes the date of one without any.

“In 1987 the minister came to Cotonou. He was received by the President.” A text that looks back
tells the month or the year once, for all that its people did then; and the month of a visit to come
is that of what is planned in its course.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import timedelta

from sijill.documents.document import DATE, Mention
from sijill.documents.expressions import expression
from sijill.event_types import types_with
from sijill.happenings.drafts import Discourse, Draft
from sijill.temporal.calendar import find_atoms
from sijill.temporal.chronology import last_day, single_day

# What people do together, one after another, while one is with the other.
_ENCOUNTERS = types_with("together")
# A visit that is to come, whether for the first time or again.
_AHEAD = frozenset({"planned", "postponed"})
# So many sentences behind the one that tells the date it still holds.
_HOLDS = 2
# What is older than this is history; the days of news are counted otherwise.
_OLD = timedelta(45)
# Words that move on stand so near before what they move (code points).
_MOVES = 60
# … and those that go on with what was done then.
_THEN = 120
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


class Histories:
    """Dates the happenings of a history that stand in a discourse without a date of their own."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._passage = discourse.passage
        self._chronology = discourse.arguments.chronology
        self._last: Draft | None = None
        self._trip: Draft | None = None

    def note(self, draft: Draft) -> None:
        """Keep a happening that was dated, for what is told behind it."""
        if draft.date is None or draft.type not in _ENCOUNTERS:
            return
        if draft.status == "held":
            self._last = draft
        elif draft.type == "visit" and draft.people and self._is_ahead(draft):
            known = self._trip is not None and set(draft.people) & set(self._trip.people)
            if not (known and draft.status == "postponed"):  # which tells for when it was at first
                self._trip = draft

    def date_of(self, draft: Draft) -> str | None:
        """Give the date of the happening before, where a draft goes on with what was done then.

        Both stand in one paragraph, have somebody in common, and no other date stands between.
        """
        last = self._last
        if last is None or draft.type not in _ENCOUNTERS or draft.type == "visit":
            return None
        if draft.trigger.start < last.trigger.start or not self._is_old(last.date):
            return None
        sentences = self._passage.sentences
        others = draft.people and last.people and not set(draft.people) & set(last.people)
        if others and not self._is_of_that_time(draft):
            return None
        here, before = sentences[draft.trigger.sentence], sentences[last.trigger.sentence]
        near = 0 <= draft.trigger.sentence - last.trigger.sentence <= _HOLDS
        if not near or here.paragraph != before.paragraph or not here.paragraph:
            return None
        if self._other_date(last, draft) or self._moves_on(draft):
            return None
        return last.date

    def _is_of_that_time(self, draft: Draft) -> bool:
        """Say whether a sentence goes on with what was done then: «Тогда стороны подписали …»."""
        trigger = draft.trigger
        begin = max(self._passage.sentences[trigger.sentence].start, trigger.start - _THEN)
        then = expression(self._passage.language, "that_time")
        end = min(trigger.window.end, trigger.end + _THEN)
        return then.search(self._passage.text, begin, end) is not None

    def then(self, draft: Draft, before: Draft | None) -> str | None:
        """Give the day of the happening before to what was done right behind it: «Затем …»."""
        window = draft.trigger.window
        if before is None or before.status != "held" or single_day(before.date) is None:
            return None
        sentences = self._passage.sentences
        here, there = sentences[draft.trigger.sentence], sentences[before.trigger.sentence]
        near = 0 <= draft.trigger.sentence - before.trigger.sentence <= 1
        then = expression(self._passage.language, "then_at_once")
        start = max(here.start, min(window.start, draft.trigger.start))
        told = then.search(self._passage.text, start, draft.trigger.start)
        return before.date if near and here.paragraph == there.paragraph and told else None

    def date_ahead(self, draft: Draft) -> str | None:
        """Give the month, or less, of the visit to come in whose course a plan is told.

        “He will come in November. In Lima he is to meet the President.” Of its days nobody knows
        which one it is.
        """
        trip = self._trip
        if trip is None or draft.type not in _ENCOUNTERS or draft.type == "visit":
            return None
        if not set(draft.people) & set(trip.people):
            return None
        paragraphs = [self._passage.sentences[d.trigger.sentence].paragraph for d in (trip, draft)]
        if not 0 <= paragraphs[1] - paragraphs[0] <= 1 or self._moves_on(draft):
            return None
        first, last = ((trip.date or "").split("/") * 2)[:2]
        return first[:7] if first[:7] == last[:7] else None

    def _is_ahead(self, draft: Draft) -> bool:
        day, published = last_day(draft.date), self._chronology.published
        ahead = day is not None and published is not None and day > published
        return ahead and draft.status in _AHEAD

    def _is_old(self, value: str | None) -> bool:
        day, published = last_day(value), self._chronology.published
        if day is None or not _DATE.fullmatch(value or ""):
            return False
        return published is None or published - day > _OLD

    def _other_date(self, last: Draft, draft: Draft) -> bool:
        """Say whether another date is told between the two, or in the sentence of the later."""
        dates = self._passage.mentions_in(
            last.trigger.start,
            self._discourse.arguments.span_of(draft.trigger).end,
            (DATE,),
        )
        first = bisect_left(dates, last.trigger.end, key=lambda m: m.start)
        return any(
            not _within(m.value, last.date) if m.value else not self._is_day_of_visit(m)
            for m in dates[first:]
        )

    def _is_day_of_visit(self, told: Mention) -> bool:
        """Say whether a date is a day of a visit of which only the month or year is told."""
        atoms = find_atoms(self._passage.text, told.start, told.end, self._passage.language)
        return any(a.kind == "nthday" for a in atoms)

    def _moves_on(self, draft: Draft) -> bool:
        """Say whether words lead to another time: “later”, “since then”, “now”."""
        window = draft.trigger.window
        start = max(window.start, draft.trigger.start - _MOVES)
        moves = expression(self._passage.language, "moves_in_time")
        end = min(window.end, draft.trigger.end + _MOVES)
        return moves.search(self._passage.text, start, end) is not None


def _within(value: str, date: str | None) -> bool:
    """Say whether a date is another's own, or the whole that it lies in: May 1987 in 1987."""
    return (date or "").startswith(value)
