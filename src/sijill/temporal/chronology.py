"""A passage goes in; the days its account moves through come out, in the order of telling.

A report tells one day after another: what has no day of its own happened on the day told last. A
programme does the same with days to come, and puts them over its paragraphs: “Tuesday”. Days in
the head of the text, and those that only say since when, move nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from sijill.citation import Span
from sijill.documents.datelines import ends_behind, in_brackets
from sijill.documents.document import DATE, Mention
from sijill.documents.expressions import expression
from sijill.documents.kept_answers import kept_while_read
from sijill.documents.passage import Passage
from sijill.edtf import read_date
from sijill.temporal.calendar import find_atoms
from sijill.temporal.clock import day_edtf
from sijill.temporal.times import is_since, is_until, looks_back, since_clause

#: An account is of days near that of publication.
NEAR_DAYS = 10
_DATES_BACK = 40
_DATELINE_AT = 40
_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
_DAYS_OR_LESS = re.compile(r"\d{4}(?:-\d\d){0,2}")
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
_FIRST_YEAR = 1000
_WEEK = 7
_FRESH = 2


class Chronology:
    """The days of one passage."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self.published = first_day(passage.document.published)
        #: Where the text under the headline begins, None where there is none.
        self._body = next((s.start for s in passage.sentences if s.paragraph > 0), None)
        #: What each happening asks of the dates beside it, as far as it was asked.
        self._is_since: dict[tuple[int, int], bool] = {}
        self._clauses: dict[tuple[int, int], Span | None] = {}
        mentions = passage.mentions_in(0, len(passage.text), (DATE,))
        #: Every date with a value, in order.
        self.dates = [m for m in mentions if m.value]
        #: When the text speaks: its day of publication, or no earlier than the last day it tells.
        self.told_from = passage.document.published or max(
            (m.value for m in self.dates if m.value and _DAYS_OR_LESS.fullmatch(m.value)),
            default=None,
        )
        moves = [
            (m, day)
            for m in self.dates
            if (day := single_day(m.value)) is not None
            and passage.sentence_at(m.start).paragraph > 0
            and not self.is_since(m)
            and not self.is_dateline(m)
            # Until when a visit lasts, the account does not go.
            and not is_until(passage.text, m.start, m.end, passage.language)
        ]
        #: Whether the text is a programme of days to come.
        self.is_programme = self._tells_a_programme(
            [day for mention, day in moves if not self.is_weekday(mention)]
        )
        self._moves = [(m, single_day(self.value_of(m)) or day) for m, day in moves]
        self._starts = [m.start for m, _ in self._moves]

    @property
    def day_of_lead(self) -> date | None:
        """The day of which a report tells throughout: its lead tells it first, and it is fresh."""
        if not self._moves or self.published is None:
            return None
        mention, day = self._moves[0]
        paragraph = self._passage.sentence_at(mention.start).paragraph
        fresh = 0 <= (self.published - day).days <= _FRESH
        return day if paragraph == 1 and fresh else None

    def is_lead(self, told: Mention) -> bool:
        """Say whether a date is the first one of the account: its lead’s."""
        return bool(self._moves) and self._moves[0][0] is told

    def is_since(self, told: Mention) -> bool:
        """Say whether a date only tells since when; a span from one day to another does not."""
        if "/" in (told.value or ""):
            return False
        place = told.start, told.end
        if place not in self._is_since:
            tells = is_since(self._passage.text, *place, self._passage.language)
            self._is_since[place] = tells or self.since(told) is not None
        return self._is_since[place]

    def since(self, told: Mention) -> Span | None:
        """Give the clause of a date like that of “since independence in 1991”."""
        place = told.start, told.end
        if place not in self._clauses:
            clause = since_clause(self._passage.text, *place, self._passage.language)
            self._clauses[place] = clause
        return self._clauses[place]

    def is_dateline(self, told: Mention) -> bool:
        """Say whether a date stands in the head of the text: “OSLO, March 14 (NW) -”."""
        if self._body is None or not 0 <= told.start - self._body < _DATELINE_AT:
            return False
        if in_brackets(self._passage.text, told.start):
            return True  # 【リマ17日＝佐伯恵】
        if told.start == self._body and self._has_weekday(told):
            return False  # “Monday, 24 November.”: a day of a programme
        return any(c.isdigit() for c in told.text) and ends_behind(self._passage.text, told.end)

    def _has_weekday(self, told: Mention) -> bool:
        atoms = find_atoms(self._passage.text, told.start, told.end, self._passage.language)
        return any(a.kind == "weekday" for a in atoms)

    def looks_back(self, told: Mention) -> bool:
        """Say whether a date goes back from the day of the account: yesterday, the eve."""
        atoms = find_atoms(self._passage.text, told.start, told.end, self._passage.language)
        return looks_back(atoms)

    def is_weekday(self, told: Mention) -> bool:
        """Say whether a date is a weekday and no more: it may be of this week or of the next."""
        atoms = find_atoms(self._passage.text, told.start, told.end, self._passage.language)
        kinds = {a.kind for a in atoms}
        return "weekday" in kinds and kinds <= {"weekday", "part", "glue", "clock", "hour", "unit"}

    def is_next(self, told: Mention) -> bool:
        """Say whether a date is the next one after another: the next day."""
        atoms = find_atoms(self._passage.text, told.start, told.end, self._passage.language)
        if any(a.kind == "mod" and a.value == "after" for a in atoms):
            return True
        counted = expression(self._passage.language, "next_day")
        return counted.search(self._passage.text, told.start, told.end) is not None

    def tells_end(self, told: Mention) -> bool:
        """Say whether a date is the end of something: the end of 2026."""
        atoms = find_atoms(self._passage.text, told.start, told.end, self._passage.language)
        return any(a.kind == "edge" and a.value == "end" for a in atoms)

    def lacks_year(self, told: Mention) -> bool:
        """Say whether a month, or a day of a month, leaves its year to the reader."""
        atoms = find_atoms(self._passage.text, told.start, told.end, self._passage.language)
        kinds = {a.kind for a in atoms}
        has_year = any(a.kind == "number" and a.number >= _FIRST_YEAR for a in atoms)
        months = "month" in kinds or any(a.kind == "unit" and a.value == "month" for a in atoms)
        tells = {"mod", "yearrel", "yearsame", "monthrel", "numeric", "era", "dayrel", "day"}
        return months and not has_year and not kinds & tells

    def value_of(self, told: Mention) -> str | None:
        """Give a date's value; in a programme a weekday is the next one, and its evening too."""
        day = single_day(told.value)
        if day is None or self.published is None or not self.is_programme:
            return told.value
        if self.is_since(told):
            return told.value  # “has been here since Monday”
        if 0 < (self.published - day).days <= _WEEK and self._goes_with_weekday(told):
            return day_edtf(day, _WEEK) or told.value
        return told.value

    def _goes_with_weekday(self, told: Mention) -> bool:
        if self.is_weekday(told):
            return True
        atoms = find_atoms(self._passage.text, told.start, told.end, self._passage.language)
        return any(a.kind == "mod" and a.value in ("same", "after") for a in atoms) or any(
            a.kind == "dayrel" and not a.value.startswith("-") for a in atoms
        )

    def is_ahead(self, day: date) -> bool:
        """Say whether a day lies after that of publication."""
        return self.published is not None and day > self.published

    def _tells_a_programme(self, days: Sequence[date]) -> bool:
        """Say whether the first day or days told, and most of them, lie ahead."""
        if self.published is None:
            return False
        first = next(
            (
                m
                for m in self.dates
                if self._passage.sentence_at(m.start).paragraph > 0
                and not self.is_dateline(m)
                and _DAYS.fullmatch(m.value or "")
                and first_day(m.value) not in (None, self.published)
            ),
            None,
        )
        start = first_day(first.value) if first else None
        if start is None or not self.is_ahead(start):
            return False
        back = [d for d in days if 0 < (self.published - d).days <= NEAR_DAYS]
        return len(back) <= 1 + sum(self.is_ahead(d) for d in days)

    def day_ahead(self, offset: int) -> date | None:
        """Give the day to come that the account stands at, None when it stands in the past.

        Outside of a programme only a day of the same paragraph counts.
        """
        told = self._last_before(offset)
        if told is None:
            return None
        mention, day = told
        here = self._passage.sentence_at(offset).paragraph
        same = self._passage.sentence_at(mention.start).paragraph == here
        if not (same or self.is_programme) or self._is_done(mention, offset):
            return None
        today = day == self.published and same and self._heads(mention)
        return day if today or self.is_ahead(day) else None

    def is_headed(self, offset: int) -> bool:
        """Say whether a day that stands alone opens the account: “Monday, 24 November. …”."""
        told = self._last_before(offset)
        if told is None or not self._heads(told[0]):
            return False
        here = self._passage.sentence_at(offset).paragraph
        return self._passage.sentence_at(told[0].start).paragraph == here

    @cached_property
    def is_diary(self) -> bool:
        """Say whether the head tells whose day the text lists: 【首相動静】3月27日."""
        return self._diary_head is not None

    @cached_property
    def _diary_head(self) -> Span | None:
        head = expression(self._passage.language, "diary_head")
        first = self._passage.sentences[0]
        found = head.search(self._passage.text, first.start, first.end)
        return Span(*found.span()) if found else None

    def heading(self, offset: int) -> Mention | None:
        """Give the month or year that heads the paragraph of a place: “March 1991. A consulate …”.

        Chronicles put it before each entry as a sentence of its own. None before the place itself.
        In a diary it is the day in its head.
        """
        if (head := self._diary_head) is not None:
            days = (d for d in self.dates if not head.start <= d.start < head.end)  # 首相の一日
            day = next(days, None)
            return day if day and self._passage.sentence_at(day.start).paragraph == 0 else None
        paragraph = self._passage.sentence_at(offset).paragraph
        first = self._first_dates.get(paragraph)
        if first is None or first.start >= offset or paragraph == 0 or not self._heads(first):
            return None
        return first if _MONTH_OR_YEAR.fullmatch(first.value or "") else None

    @cached_property
    def _first_dates(self) -> dict[int, Mention]:
        """The first date of each paragraph that has one."""
        found: dict[int, Mention] = {}
        for told in self.dates:
            found.setdefault(self._passage.sentence_at(told.start).paragraph, told)
        return found

    def _heads(self, told: Mention) -> bool:
        """Say whether a day is a sentence of its own: all that follows is of it."""
        sentence = self._passage.sentence_at(told.start)
        text = self._passage.text
        around = text[sentence.start : told.start] + text[told.end : sentence.end]
        return not any(c.isalnum() for c in around)

    def _is_done(self, told: Mention, offset: int) -> bool:
        """Say whether another sentence tells what was done on a weekday: no day of what will be."""
        sentence = self._passage.sentence_at(told.start)
        day = single_day(told.value)
        if sentence.start <= offset < sentence.end or not self.is_weekday(told):
            return False
        if day is None or self.published is None or day >= self.published:
            return False
        done = expression(self._passage.language, "clause_done")
        return done.search(self._passage.text, sentence.start, sentence.end) is not None

    def _last_before(self, offset: int) -> tuple[Mention, date] | None:
        at = bisect_left(self._starts, offset)
        for mention, day in reversed(self._moves[max(0, at - _DATES_BACK) : at]):
            if self.is_programme and day == self.published and not self._heads(mention):
                continue  # the day on which the programme was made known
            return mention, day
        return None


#: Gives the chronology of a passage; those of the last one are kept.
chronology_of = kept_while_read(Chronology)


def first_day(value: str | None) -> date | None:
    """Give the first day of an EDTF value; None when it has none or cannot be read."""
    told = read_date(value)
    return told.start if told is not None else None


def last_day(value: str | None) -> date | None:
    """Give the last day of an EDTF value; None when it has none or cannot be read."""
    told = read_date(value)
    return told.end if told is not None else None


def single_day(value: str | None) -> date | None:
    """Give the day of an EDTF value that is one; None for anything else."""
    told = read_date(value)
    return told.start if told is not None and told.is_day else None


def is_after(value: str | None, published: str | None) -> bool:
    """Say whether a happening's day lies wholly after the day of publication."""
    first, last = first_day(value), last_day(published)
    return first is not None and last is not None and first > last
