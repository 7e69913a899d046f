"""EDTF strings go in, true or not; dates that may be compared come out, or None."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from sijill.dates import PartialDate, parse_edtf
from sijill.errors import FormatFault


@lru_cache(maxsize=4096)
def read_date(edtf: str | None) -> PartialDate | None:
    """Read an EDTF string; None for none, and for one that is not a date."""
    if not edtf or edtf in ("../..", "/"):
        return None
    try:
        return parse_edtf(edtf)
    except FormatFault:
        return None


def length_days(value: PartialDate) -> int:
    """Give how many days a date may mean: 1 for a day, a large number for an open end."""
    if value.start is None or value.end is None:
        return 100_000
    return (value.end - value.start).days + 1


def days_apart(left: PartialDate, right: PartialDate) -> int:
    """Give the days between two dates, 0 when they share one; open ends reach for ever."""
    (a, b), (c, d) = left.sort_key, right.sort_key
    if a <= d and c <= b:
        return 0
    return (c - b).days if b < c else (a - d).days


def starts_before(left: PartialDate, right: PartialDate) -> bool:
    """Say whether the left date lies wholly before the right one."""
    return left.sort_key[1] < right.sort_key[0]


def shifted(value: PartialDate, days: int) -> date:
    """Give the first day of a date moved by a number of days, inside the calendar."""
    start = value.sort_key[0]
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return start


def span_of(dates: list[PartialDate]) -> str | None:
    """Give the EDTF of the shortest interval that holds all dates; None when an end is open."""
    if not dates or any(d.start is None or d.end is None for d in dates):
        return None
    first = min(d.sort_key[0] for d in dates)
    last = max(d.sort_key[1] for d in dates)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
