"""Dates go in, in the order of telling; what the next relative one is counted from comes out.

The clock holds the day of publication, the date told last, and the days of what is planned.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sijill.dates import parse_edtf
from sijill.errors import FormatFault

# Days of a history are no plan that bare days belong to.
_OLD = timedelta(60)
#: So many days behind a plan a bare day is still of it, and so long is a plan at most.
SOON_AFTER = timedelta(7)
_LONGEST_PLAN = timedelta(14)


@dataclass(frozen=True, slots=True)
class Clock:
    """What a relative date is counted from: day of publication, last date and last day told.

    `published` may be coarser than a day; then only its year and month are known. `head` is the
    first day told in the sentence of the last one: “on the 18th the visit planned for the 27th was
    put off; the same day …” means the 18th. `plan` are the days told last with their own month: a
    bare “on the 9th” is of that month, where it lies within them or soon after. `here` is the
    year told last in the same sentence.
    """

    published: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    told: str | None = None
    day: str | None = None
    head: str | None = None
    plan: str | None = None
    here: int | None = None

    @staticmethod
    def of(published: str | None) -> Clock:
        """Make the clock of a document; a date that cannot be read counts as not given."""
        if not published:
            return Clock()
        try:
            partial = parse_edtf(published)
        except FormatFault:
            return Clock()
        if partial.is_day and partial.start:
            day = partial.start
            return Clock(day, (day.year, day.month), day.year)
        if len(published) == 7 and published[5:].isdigit() and int(published[5:]) <= 12:
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
        if value[:4].isdigit():
            clock = replace(self, here=int(value[:4]))
            return clock._after(value, opens=opens, back=back, full=full)
        return self._after(value, opens=opens, back=back, full=full)

    def _after(self, value: str, *, opens: bool, back: bool, full: bool) -> Clock:
        first = day_of(value)
        if first is None:
            return replace(self, told=value)
        if full and (self.published is None or self.published - first < _OLD):
            return replace(self, plan=value)._after(value, opens=opens, back=back, full=False)
        keeps = (back or "/" in value) and self.day is not None
        day = self.day if keeps else value
        return replace(self, told=value, day=day, head=value if opens else self.head)

    def in_new_sentence(self) -> Clock:
        """Give the clock of the next sentence."""
        return replace(self, here=None) if self.here else self

    def in_new_paragraph(self) -> Clock:
        """Give the clock of the next paragraph: a history told in passing ends with its own."""
        passing = self.day or (self.told or "").isdigit()
        return replace(self, told=self.day) if passing and self.published else self

    def before(self, *, same: bool) -> str | None:
        """Give the date that “the same day” (or one counted from the day told) goes back to.

        It is a day, unless a history of other years was told since: then what that told.
        """
        day = (self.head if same else None) or self.day
        if self.told and not day_of(self.told):
            first, told = day_of(day), self.told[:4]
            away = first is None or (told.isdigit() and int(told) < first.year)
            if away:
                return self.told
        return day

    def counted(self, days: int) -> str | None:
        """Give the day so many days from the one told; 0 is that day itself."""
        base = self.before(same=days <= 0)
        if base is None:
            return (self.published + timedelta(days)).isoformat() if self.published else None
        day = day_of(base)
        if day is not None:
            return (day + timedelta(days)).isoformat()
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
        until = last + SOON_AFTER if ahead else last
        for month in ((first.year, first.month), (last.year, last.month)):
            day = day_of(month_shift(month, 0, number))
            if day is not None and first <= day <= until and (ahead or first < last):
                return day.isoformat()
        return None

    @property
    def told_year(self) -> int | None:
        """The year of the last date told."""
        if self.told and self.told[:4].isdigit():
            return int(self.told[:4])
        return None


def day_of(edtf: str | None) -> date | None:
    """Give the first day of an EDTF value that begins with one, None for others."""
    if not edtf:
        return None
    first = edtf.split("/")[0]
    try:
        return date.fromisoformat(first) if len(first) == 10 else None
    except ValueError:
        return None


def month_shift(month: tuple[int, int], offset: int, day: int | None) -> str:
    """Give the month so many months on, or the given day of it where there is such a day."""
    index = month[0] * 12 + month[1] - 1 + offset
    year, number = index // 12, index % 12 + 1
    if day:
        try:
            return date(year, number, day).isoformat()
        except ValueError:
            pass
    return f"{year}-{number:02}"
