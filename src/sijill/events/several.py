"""A draft whose words tell several happenings goes in; a draft for each of them comes out.

“In 1994, 1999 and 2008” are three visits, “met in Tokyo on 5 June 2006 and in Lima on 7 August
2010” two meetings, and “the first visit since 1987” tells of an earlier one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sijill.citation import Span
from sijill.documents.document import DATE, PERSON, PLACE, Mention
from sijill.documents.expressions import expression
from sijill.documents.stretches import beginning_in
from sijill.event_types import types_with
from sijill.happenings.drafts import Discourse, Draft
from sijill.happenings.triggers import Trigger
from sijill.languages import CASED, VERB_LAST

# Meetings that are counted, and may be listed with place and day of each.
_IN_SERIES = types_with("series")
# Between the place of a meeting and its day stands no more than “on”.
_BESIDE = 6


class Several:
    """Finds the happenings that one draft of a discourse tells of."""

    def __init__(self, discourse: Discourse) -> None:
        self._arguments = discourse.arguments
        self._passage = discourse.passage
        self._chronology = discourse.arguments.chronology
        self._dates = self._chronology.dates

    def each_date(self, draft: Draft) -> list[Draft]:
        """Read a visit told with several dates (“in 1994, 1999 and 2008”) as several visits.

        Each may have a traveller of its own: “Li in August 2006, and Wu in May 2010”.
        """
        if draft.type != "visit" or draft.status != "held":
            return [draft]
        dates = [
            m
            for m in beginning_in(self._dates, draft.trigger.window.start, draft.trigger.window.end)
            if not self._chronology.is_since(m) and not self._arguments.is_old_day(m)
        ]
        # 「11日から訪問（13日まで）」: the last day of a visit is no other one.
        until = expression(self._passage.language, "stays_until_behind")
        dates = [m for m in dates if until.match(self._passage.text, m.end) is None]
        values = list(dict.fromkeys(m.value for m in dates if m.value))
        # In 「11月、6月に訪れたXの招きで」 the second is no later one, and of something else.
        if (
            len(values) < 2
            or values != sorted(values)
            or len(self._passage.text[dates[0].end : dates[-1].start]) > 160
        ):
            return [draft]
        between = [self._passage.text[a.end : b.start] for a, b in pairwise(dates)]
        joint = expression(self._passage.language, "joins_days", "[,،、]")
        if not all(len(b) <= 24 and joint.search(b) for b in between):
            return [draft]
        out: list[Draft] = []
        own = self._own_travellers(dates, draft.trigger)
        for mention, traveller in zip(dates, own, strict=True):
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
                replace(
                    draft,
                    trigger=trigger,
                    date=mention.value,
                    own_date=True,
                    people=[traveller] if traveller else list(draft.people),
                    details=dict(draft.details),
                )
            )
        return out

    def _own_travellers(self, dates: Sequence[Mention], trigger: Trigger) -> list[str | None]:
        """Give for each of several dates whom the text names with it, if it does so for each.

        He stands before it, and behind it where the verb comes last: “2006年に李が、2010年に呉が”.
        """
        last = self._passage.language in VERB_LAST
        edges = [d.start for d in dates[1:]] if last else [d.end for d in dates[:-1]]
        sentence = self._arguments.span_of(trigger)
        until = trigger.start if trigger.start > dates[-1].start else sentence.end
        edges = [*edges, until] if last else [trigger.end, *edges]
        own: list[str | None] = []
        for date, edge in zip(dates, edges, strict=True):
            start, end = (date.end, edge) if last else (edge, date.start)
            named = self._passage.mentions_in(start, end, (PERSON,))
            own.append(named[-1].entity if named else None)
        return own if all(own) else [None] * len(own)

    def each_sitting(self, draft: Draft) -> list[Draft]:
        """Read “met in Tokyo on 5 June 2006 and in Lima on 7 August 2010” as several meetings."""
        put_off = draft.status in ("postponed", "cancelled")  # from one day and place to another
        if put_off or draft.type not in _IN_SERIES:
            return [draft]
        window = draft.trigger.window
        told = self._passage.mentions_in(window.start, window.end, (PLACE, DATE))
        sittings: list[tuple[Mention, Mention]] = []
        for one, other in pairwise(told):
            place, day = (one, other) if one.kind is PLACE else (other, one)
            beside = 0 <= other.start - one.end <= _BESIDE
            if beside and one.kind is not other.kind and day.value and place.entity:
                sittings.append((place, day))
        if len({d.value for _, d in sittings}) < 2:
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

    def earlier_visit(self, draft: Draft, before: Sequence[Draft]) -> list[Draft]:
        """Give the visit that “the first since 1987” tells in passing.

        It led where the visit told last `before` leads, unless its own words say where.
        """
        if draft.type != "visit":
            return []
        first = expression(self._passage.language, "first_word")
        sentence = self._arguments.span_of(draft.trigger)
        for mention in beginning_in(self._dates, draft.trigger.start, sentence.end):
            if not self._chronology.is_since(mention) or self._chronology.since(mention):
                continue
            between = self._passage.text[max(0, draft.trigger.start - 12) : mention.start]
            # In Japanese 以来 alone counts from the last one: «訪日は1989年以来».
            since = expression(self._passage.language, "since_last")
            told = first.search(between) or since.match(self._passage.text, mention.end)
            if len(between) > 140 or not told:
                continue
            start = draft.trigger.end + (self._passage.language in CASED)
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
                    draft.place or next((d.place for d in before[::-1] if d.type == "visit"), None),
                    [],
                    form,
                    0.5,
                    own_date=True,
                )
            ]
        return []
