"""An EDTF string goes in; a partial date comes out that can be ordered and compared honestly.

The part of EDTF (Library of Congress, 2019, now ISO 8601-2) that press texts need: year, month,
day, decade (`199X`), season (`2024-21`), interval (`2024-08-09/2024-08-12`, `../2025-05-21`), one
of a set (`[1996-02,1997-02]`), and `~` for "about". A day or month that was not told never appears.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import MAXYEAR, date
from enum import Enum
from functools import cached_property, lru_cache

from sijill.errors import FormatFault


class Precision(Enum):
    """How exactly a single date is told, coarse to fine."""

    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"


_SINGLE = re.compile(r"(\d{3}X|\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)\Z")
#: A day with another order or other signs: 14.10.2024, 14/10/2024, 2024.10.14, 2024-1-5.
_ELSEWHERE = re.compile(
    r"(?P<year>\d{4})[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})"
    r"|(?P<first>\d{1,2})(?P<sign>[./-])(?P<second>\d{1,2})[./-](?P<last>\d{4})"
)
# Months of the northern seasons, EDTF codes 21 to 24; winter runs into the next year.
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


def _month_end(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if year > MAXYEAR:
        return date.max  # the winter of 9999
    return date(year, month, monthrange(year, month)[1])


@dataclass(frozen=True)
class PartialDate:
    """A date as precise as it was told; `edtf` is its one canonical spelling.

    Make one with `parse_edtf`. Open ends of an interval are None.
    """

    edtf: str
    start: date | None
    end: date | None
    precision: Precision
    is_interval: bool = False
    is_set: bool = False
    is_approximate: bool = False

    @cached_property
    def sort_key(self) -> tuple[date, date]:
        """First and last possible day: earlier first, and of two with one start the shorter."""
        return self.start or date.min, self.end or date.max

    @cached_property
    def is_day(self) -> bool:
        """Say whether exactly one day is meant."""
        return self.precision is Precision.DAY and not (self.is_interval or self.is_set)

    @property
    def year(self) -> int | None:
        """The year, where all of the date lies in one; else None."""
        if self.start and self.end and self.start.year == self.end.year:
            return self.start.year
        return None

    def may_equal(self, other: PartialDate) -> bool:
        """Say whether both can mean the same time: their ranges share a day."""
        a, b = self.sort_key, other.sort_key
        return a[0] <= b[1] and b[0] <= a[1]

    def covers(self, other: PartialDate) -> bool:
        """Say whether the other lies wholly inside this one, as a day lies in its month."""
        a, b = self.sort_key, other.sort_key
        return a[0] <= b[0] and b[1] <= a[1]

    def __str__(self) -> str:
        return self.edtf


def _single(text: str) -> tuple[date, date, Precision, bool]:
    match = _SINGLE.match(text)
    if not match:
        raise ValueError(text)
    year_text, month_text, day_text, about = match.groups()
    if year_text.endswith("X"):
        if month_text:
            raise ValueError(text)
        first = int(year_text[:3]) * 10
        return date(first, 1, 1), date(first + 9, 12, 31), Precision.DECADE, bool(about)
    year = int(year_text)
    if month_text is None:
        return date(year, 1, 1), date(year, 12, 31), Precision.YEAR, bool(about)
    month = int(month_text)
    if month in _SEASON_MONTHS and day_text is None:
        low, high = _SEASON_MONTHS[month]
        return date(year, low, 1), _month_end(year, high), Precision.SEASON, bool(about)
    if day_text is None:
        return date(year, month, 1), _month_end(year, month), Precision.MONTH, bool(about)
    day = date(year, month, int(day_text))
    return day, day, Precision.DAY, bool(about)


def parse_edtf(text: str) -> PartialDate:
    """Read an EDTF string.

    Raises FormatFault when it is not in the part of EDTF named at the head of this module, or
    names a day that does not exist.
    """
    try:
        return _parse(text)
    except ValueError as fault:
        raise FormatFault(
            f"“{text}” is not a date Sijill can read",
            remedy=_as_meant(text)
            or "Write 2025, 2025-12, 2025-12-18, 199X, 2024-21, 2025-12-17/2025-12-20"
            " or [1996-02,1997-02].",
        ) from fault


def _as_meant(text: str) -> str:
    """Say how to write a day that was given as it is written elsewhere; empty if it is none.

    Of 4/3/2025 nobody knows whether the day or the month stands first: both are given.
    """
    found = _ELSEWHERE.fullmatch(text.strip())
    if found is None:
        return ""
    told = {name: int(value) for name, value in found.groupdict("0").items() if name != "sign"}
    if told["year"]:
        orders = [(told["year"], told["month"], told["day"])]
    else:
        orders = [(told["last"], told["second"], told["first"])]
        if found["sign"] != ".":  # with points the day stands first
            orders.append((told["last"], told["first"], told["second"]))
    days = []
    for order in orders:
        with suppress(ValueError):
            days.append(date(*order).isoformat())
    return f"Write {' or '.join(dict.fromkeys(days))}" if days else ""


@lru_cache(maxsize=4096)
def _parse(text: str) -> PartialDate:
    if text.startswith("[") and text.endswith("]"):
        parts = [_single(p.strip()) for p in text[1:-1].split(",")]
        return PartialDate(
            text,
            min(p[0] for p in parts),
            max(p[1] for p in parts),
            parts[0][2],
            is_set=True,
            is_approximate=any(p[3] for p in parts),
        )
    if "/" in text:
        left, right = text.split("/")
        first = None if left in ("", "..") else _single(left)
        last = None if right in ("", "..") else _single(right)
        known = first or last
        if known is None or (first and last and last[1] < first[0]):
            raise ValueError(text)
        return PartialDate(
            text,
            first[0] if first else None,
            last[1] if last else None,
            known[2],
            is_interval=True,
            is_approximate=any(p[3] for p in (first, last) if p),
        )
    low, high, precision, about = _single(text)
    return PartialDate(text, low, high, precision, is_approximate=about)


def sort_key(edtf: str | None) -> tuple[date, date]:
    """Order key of an EDTF string or of nothing; what has no date comes last."""
    return parse_edtf(edtf).sort_key if edtf else (date.max, date.max)
