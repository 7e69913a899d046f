"""Year, month and day of the Hijri calendar go in; the EDTF of the days they may be comes out.

A month begins when its moon is seen, in one country a day before the other, so a day is told as
one of three and a month as one of those it may touch. Counted by the arithmetic of thirty-year
cycles (Reingold and Dershowitz, Calendrical Calculations, chapter 7).
"""

from __future__ import annotations

from datetime import date, timedelta

_MARGIN = timedelta(days=1)
# Day number of 1 Muharram 1 (16 July 622, Julian) in the reckoning of date.toordinal().
_EPOCH = 227_015
_YEARS = range(1, 1600)


def hijri_day(year: int, month: int, day: int) -> date:
    """Give the day that arithmetic makes of a Hijri date; the moon may differ by one."""
    days = day + 29 * (month - 1) + month // 2 + 354 * (year - 1) + (3 + 11 * year) // 30
    return date.fromordinal(_EPOCH + days - 1)


def hijri_to_edtf(year: int | None, month: int | None, day: int | None) -> str | None:
    """Give one of three days, of the months touched, or of the two years touched; else None."""
    if year not in _YEARS or year is None:
        return None
    if not month or not 1 <= month <= 12:
        first, last = hijri_day(year, 1, 1), hijri_day(year, 12, 29)
        return _one_of([f"{y:04}" for y in range(first.year, last.year + 1)])
    if day and 1 <= day <= 30:
        middle = hijri_day(year, month, day)
        return _one_of([(middle + n * _MARGIN).isoformat() for n in (-1, 0, 1)])
    first, last = hijri_day(year, month, 1) - _MARGIN, hijri_day(year, month, 29) + _MARGIN
    return _one_of([f"{d.year:04}-{d.month:02}" for d in (first, last)])


def _one_of(values: list[str]) -> str:
    once = list(dict.fromkeys(values))
    return once[0] if len(once) == 1 else f"[{','.join(once)}]"
