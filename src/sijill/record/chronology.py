"""Event items go in; they come out in order of time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from sijill.dates import sort_key
from sijill.edtf import read_date
from sijill.event_types import has_trait
from sijill.record.items import EventItem


def in_order(events: Iterable[EventItem]) -> tuple[EventItem, ...]:
    """Sort events by first and last possible day; a whole comes before its parts; undated last.

    Of two on one day the hour told decides (`begins`, HH:MM), then the part of the day.
    """
    return tuple(sorted(events, key=_order))


_PARTS = {
    "morning": "08",
    "forenoon": "10",
    "noon": "12",
    "afternoon": "14",
    "evening": "18",
    "night": "21",
}


def _order(event: EventItem) -> tuple[date, int, int, str, date, str]:
    first, last = _sort_key(event.date)
    hour = str(event.details.get("begins", "")) or _PARTS.get(
        str(event.details.get("part_of_day", "")), "13"
    )
    holds_others = 0 if has_trait(event.type, "host_place") else 1
    undated = 0 if event.date else 1
    return first, undated, holds_others, hour, last, event.id


@lru_cache(1 << 14)
def _sort_key(edtf: str | None) -> tuple[date, date]:
    when = read_date(edtf)
    if when is None:
        return sort_key(None)
    first, last = when.sort_key
    return (last, last) if when.start is None else (first, last)
