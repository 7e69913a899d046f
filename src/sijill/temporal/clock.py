"""Dates go in, in the order of telling; what the next relative one is counted from comes out.

The clock holds the day of publication, the date told last, and the days of what is planned.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import NamedTuple

from sijill.edtf import read_date

# Days of a history are no plan that bare days belong to.
_OLD = timedelta(60)
#: So many days behind a plan a bare day is still of it, and so long is a plan at most.
SOON_AFTER = timedelta(7)
_LONGEST_PLAN = timedelta(14)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
#: The first month of each season of EDTF.
SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_SEASONS = frozenset(map(str, SEASON_STARTS))
_WINTER = 24
#: What is told in passing is past behind so many paragraphs; more of them change nothing.
_PASSING = 2


class Clock(NamedTuple):
    """What a relative date is counted from: day of publication, last date and last day told.

    `published` may be coarser than a day; then only its year and month are known. `head` is the
    first day told in the sentence of the last one: “on the 18th the visit planned for the 27th was
    put off; the same day …” means the 18th. `plan` are the days told last with their own month: a
    bare “on the 9th” is of that month, where it lies within them or soon after. `here` is the
    year told last in the same sentence, `beside` the one right before the next date: “two years
    later, in May”. `passed` is the date told last in an earlier paragraph, `stay` the days of a
    visit told last from the first to the last.
    """

    published: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    told: str | None = None
    day: str | None = None
    head: str | None = None
    plan: str | None = None
    here: int | None = None
    beside: int | None = None
    passed: str | None = None
    stay: str | None = None
    first: date | None = None
    week: date | None = None
    is_fresh: bool = True
    done: str | None = None

    @staticmethod
    def of(published: str | None) -> Clock:
        """Make the clock of a document; a date that cannot be read counts as not given."""
        if not published:
            return Clock()
        partial = read_date(published)
        if partial is None:
            return Clock()
        if partial.is_day and partial.start:
            day = partial.start
            return Clock(day, (day.year, day.month), day.year)
        if len(published) == 7 and published[5:].isdecimal() and int(published[5:]) <= 12:
            return Clock(None, (int(published[:4]), int(published[5:])), int(published[:4]))
        return Clock(None, None, partial.year)

    def after(
        self, value: str | None, *, opens: bool = True, back: bool = False, full: bool = False
    ) -> Clock:
        """Give the clock once a date has been told.

        `opens` says that it is its sentence's first day. A look back (`back`: yesterday, the eve)
        may be meant by “the same day”, but “the next day” goes on from the day of the account.
        `full` says that the date tells its month itself.
        """
        if not value:
            return self
        here = int(value[:4]) if value[:4].isdecimal() else self.here
        first = day_of(value)
        if first is None:
            is_fresh = self.is_fresh and self.week is not None
            return self._replace(told=value, here=here, is_fresh=is_fresh)
        last = day_of(value.rsplit("/", maxsplit=1)[-1]) or first
        week = self._week_of(first, last)
        is_plan = full and (self.published is None or self.published - first < _OLD)
        return self._replace(
            told=value,
            day=self.day if self._keeps_day(value, first, back=back) else value,
            head=value if opens else self.head,
            plan=value if is_plan else self.plan,
            here=here,
            stay=value if "/" in value and _is_stay(first, last) else self.stay,
            first=None if is_plan else self.first,
            week=week,
            is_fresh=self.is_fresh and week is not None,
            done=value if self.published is None or first <= self.published else self.done,
        )

    def _week_of(self, first: date, last: date) -> date | None:
        """Give the week that some days are, or the one told before if they do not lie beyond it."""
        if _is_week(first, last):
            return first
        is_beyond = self.week is not None and not 0 <= (first - self.week).days < 7
        return None if is_beyond else self.week

    def _keeps_day(self, value: str, first: date, *, back: bool) -> bool:
        """Say whether the day told before stays that of the account behind a look back or a span.

        Behind what was on Wednesday “yesterday” goes on to Thursday.
        """
        last = day_of(self.day)
        goes_on = last is not None and last < first and "/" not in value and self._is_past(first)
        return (back or "/" in value) and self.day is not None and not goes_on

    def of_deeds(self) -> Clock:
        """Give the clock of what was done: no “same day” of it is one that is to come."""
        day = day_of(self.day)
        if day is None or self.published is None or day <= self.published or self.done is None:
            return self
        return self._replace(told=self.done, day=self.done, head=self.done)

    def right_behind(self, year: int | None) -> Clock:
        """Give the clock of a date that stands right behind a year, None for any other."""
        return self._replace(beside=year) if self.beside != year else self

    def _is_past(self, day: date) -> bool:
        return self.published is not None and day < self.published

    def in_new_sentence(self, paragraphs: int = 0) -> Clock:
        """Give the clock of a sentence further on, before which so many paragraphs began.

        Where the text told no date since, it is the same clock whatever stands between.
        """
        told, passed = self.told, self.passed
        for _ in range(min(paragraphs, _PASSING)):
            # A history told in passing ends with its paragraph.
            passing = self.published and (self.day or (told or "").isdecimal())
            told, passed = self.day if passing else told, told or passed
        week = self.week if self.is_fresh and not paragraphs else None
        is_fresh = self.is_fresh or paragraphs > 0
        now = (told, passed, week, is_fresh, None)
        if now == (self.told, self.passed, self.week, self.is_fresh, self.here):
            return self
        return self._replace(told=told, passed=passed, here=None, week=week, is_fresh=is_fresh)

    def before(self, *, same: bool) -> str | None:
        """Give the date that “the same day” (or one counted from the day told) goes back to.

        It is a day, unless a history of other years was told since: then what that told.
        """
        day = (self.head if same and not self._went_on() else None) or self.day
        if self.told and not day_of(self.told):
            first, told = day_of(day), self.told[:4]
            away = first is None or (told.isdecimal() and int(told) < first.year)
            if away:
                return self.told
        return day

    def _went_on(self) -> bool:
        """Say whether the sentence told of more than one day gone by: the last is the account's."""
        head, day = day_of(self.head), day_of(self.day)
        if head is None or day is None or self.published is None:
            return False
        return head < day <= self.published

    def counted(self, days: int) -> str | None:
        """Give the day so many days from the one told; 0 is that day itself."""
        base = self.before(same=days <= 0)
        if base is None:
            return day_edtf(self.published, days)
        day = day_of(base)
        if day is not None:
            return day_edtf(day, days)
        return base if "/" not in base else None

    def of_plan(self, number: int, *, past: bool) -> str | None:
        """Give the day that a bare number means in the days told last with their month.

        Within them, or soon after those still to come; of what is told as past (`past`) no day
        ahead is meant.
        """
        first, last = day_of(self.plan), day_of((self.plan or "").split("/")[-1])
        if first is None or last is None or last - first > _LONGEST_PLAN:
            return None
        ahead = self.published is None or first > self.published
        if ahead and past and self.published is not None:
            return None
        until = (day_plus(last, SOON_AFTER.days) or date.max) if ahead else last
        for month in ((first.year, first.month), (last.year, last.month)):
            day = day_of(month_shift(month, 0, number))
            if day is not None and first <= day <= until and (ahead or first < last):
                return day.isoformat()
        return None

    @property
    def told_year(self) -> int | None:
        """The year of the last date told."""
        if self.told and self.told[:4].isdecimal():
            return int(self.told[:4])
        return None

    @property
    def told_month(self) -> tuple[int, int] | None:
        """The month of the last date told; None where it tells none."""
        month = _MONTH.match(self.told or "")
        return (int(month.group(1)), int(month.group(2))) if month else None

    def season(self, season: int, *, after: bool) -> int | None:
        """Give the year of “the same autumn”, or of “the following spring” (`after`).

        Both are counted from what was told last; None where nothing was.
        """
        told = self.told or self.passed or ""
        if not told[:4].isdecimal():
            return None
        year, month = int(told[:4]), _MONTH.match(told)
        begun = int(told[5:7]) if month or told[5:7] in _SEASONS else None
        if begun in SEASON_STARTS:
            begun = SEASON_STARTS[begun]
        if not after:
            return year - 1 if season == _WINTER and begun in (1, 2) else year
        return year if begun is not None and SEASON_STARTS[season] > begun else year + 1

    def nth_day(self, number: int) -> str | None:
        """Give the so-manieth day of a visit told with its days, -1 for the last of them.

        Without such days they are counted from “the first day” told, which is the first one of the
        last sentence; None without any.
        """
        first, last = day_of(self.stay), day_of((self.stay or "").split("/")[-1])
        if first is not None and last is not None:
            day = last if number < 0 else day_plus(first, number - 1)
            return day.isoformat() if day is not None and first <= day <= last else None
        first = self.first or (day_of(self.head) if number == 1 else None)
        if first is None or not 1 <= number <= _LONGEST_PLAN.days:
            return None
        return day_edtf(first, number - 1)

    def staying(self, days: int) -> Clock:
        """Give the clock once the day told last was told to begin so many days; 0 if it was not."""
        if not 1 < days <= _LONGEST_PLAN.days:
            return self
        first = day_of(self.told)
        last = day_plus(first, days - 1) if first is not None else None
        return self._replace(stay=f"{first}/{last}") if last is not None else self

    def until(self, value: str | None) -> Clock:
        """Give the clock once what began on the day that opens a sentence was told to end."""
        first, last = day_of(self.head), day_of(value)
        if first is None or last is None or not timedelta(0) < last - first <= _LONGEST_PLAN:
            return self
        return self._replace(stay=f"{first}/{last}")

    def after_nth(self, number: int, value: str | None) -> Clock:
        """Give the clock once “the second day” has been told; unchanged for no number (0)."""
        day = day_of(value) if number > 0 else None
        return self._replace(first=day_plus(day, 1 - number)) if day is not None else self


def _is_week(first: date, last: date) -> bool:
    return first.weekday() == 0 and last - first == timedelta(6)


def _is_stay(first: date, last: date) -> bool:
    """Say whether some days may be those of a visit: no week from Monday to Sunday."""
    return last - first <= _LONGEST_PLAN and not _is_week(first, last)


@lru_cache(maxsize=1024)
def day_of(edtf: str | None) -> date | None:
    """Give the first day of an EDTF value that begins with one, None for others."""
    if not edtf:
        return None
    first = edtf.split("/")[0]
    try:
        return date.fromisoformat(first) if len(first) == 10 else None
    except ValueError:
        return None


def day_plus(day: date, days: int) -> date | None:
    """Give the day so many days on; None where the calendar has none, before 1 or after 9999."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def day_edtf(day: date | None, days: int = 0) -> str | None:
    """Give the EDTF of the day so many days on; None for no day, and outside of the calendar."""
    found = day_plus(day, days) if day is not None else None
    return found.isoformat() if found is not None else None


def year_edtf(year: int | None) -> str | None:
    """Give the EDTF of a year, in four digits; None for no year, and for none of 1 to 9999."""
    return f"{year:04}" if year is not None and MINYEAR <= year <= MAXYEAR else None


def if_edtf(value: str | None) -> str | None:
    """Give a value that is EDTF as it is; None for any other, so that none goes on from here."""
    told = read_date(value)
    return told.edtf if told is not None else None


def month_shift(month: tuple[int, int], offset: int, day: int | None) -> str | None:
    """Give the month so many months on, or the given day of it where there is such a day.

    None where the calendar has no such month.
    """
    index = month[0] * 12 + month[1] - 1 + offset
    year, number = index // 12, index % 12 + 1
    told = year_edtf(year)
    if told is None:
        return None
    if day:
        try:
            return date(year, number, day).isoformat()
        except ValueError:
            pass
    return f"{told}-{number:02}"
