"""An event that its text dates by day and month alone goes in; that day of the year comes out.

“On 23 May”, in a text that tells neither its day of publication nor a year, is no date. Beside the
same people's meetings in other sources it still says which of them is meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sijill.dates import PartialDate, Precision
from sijill.documents.document import Event, Mention, MentionKind, Reading
from sijill.temporal.calendar import Atom, find_atoms

_DAYS_OF_MONTH, _MONTHS = 31, 12
#: A stay of which only the first day is told is looked through for so many days.
_LONGEST_DAYS = 14


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day told without its year; `month` is None where that is left out, too (「8日」)."""

    month: int | None
    day: int

    def is_of(self, when: date) -> bool:
        """Say whether a day of the calendar may be meant."""
        return when.day == self.day and self.month in (None, when.month)

    def fits(self, told: PartialDate) -> bool | None:
        """Say whether the day lies in a date told elsewhere; None where that is too coarse."""
        if told.precision is not Precision.DAY or told.is_set or told.start is None:
            return None
        end = told.end or date.max
        days = min((end - told.start).days, _LONGEST_DAYS) + 1
        return any(self.is_of(told.start + timedelta(days=n)) for n in range(days))


def year_day_of(reading: Reading, event: Event, text: str) -> YearDay | None:
    """Give the day of the year that the words of an undated event tell; the one nearest to them."""
    if event.date is not None:
        return None
    told = [
        (abs(m.start - event.trigger.start), m.start, day)
        for m in reading.mentions
        if m.kind is MentionKind.DATE and m.value is None and event.evidence.contains(m.span)
        if (day := _read(m, text, reading.language)) is not None
    ]
    return min(told, key=lambda t: t[:2])[2] if told else None


def _read(mention: Mention, text: str, language: str) -> YearDay | None:
    """Read one day of the words of a date; None for a span of days, or words that tell more."""
    month: int | None = None
    numbers: list[int] = []
    for atom in find_atoms(text, mention.start, mention.end, language):
        if atom.kind == "number":
            numbers.append(atom.number)
        elif atom.kind == "month":
            month = atom.number
        elif _is_unit(atom, "month") and numbers:
            month = numbers.pop()
        elif atom.kind not in ("glue", "weekday") and not _is_unit(atom, "day"):
            return None
    if len(numbers) != 1 or not 1 <= numbers[0] <= _DAYS_OF_MONTH:
        return None
    return YearDay(month, numbers[0]) if month is None or 1 <= month <= _MONTHS else None


def _is_unit(atom: Atom, name: str) -> bool:
    return atom.kind == "unit" and atom.value == name
