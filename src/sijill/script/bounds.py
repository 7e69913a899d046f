"""An event goes in; how surely its length and its hour are told comes out, and by whose clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sijill.record.items import EventItem, RecordEntity
from sijill.script.detail_words import words_of
from sijill.script.told_hours import hour_as_told, names_of, place_called
from sijill.script.told_lengths import length_bound


def bounds_of(event: EventItem, languages: Mapping[str, str]) -> dict[str, str]:
    """Give the bounds of the length and the hour of an event, by field; what is exact is not there.

    `languages` are those of the sources by id.
    """
    minutes, begins = event.details.get("minutes"), event.details.get("begins")
    found = {
        "minutes": length_bound(words_of(event, "minutes", languages), minutes)
        if isinstance(minutes, int)
        else None,
        "begins": hour_as_told(words_of(event, "begins", languages), begins).bound
        if isinstance(begins, str) and _is_clock(begins)
        else None,
    }
    return {field: bound for field, bound in found.items() if bound}


def clock_of(
    event: EventItem, entities: Iterable[RecordEntity], languages: Mapping[str, str]
) -> str | None:
    """Give the place of the record by whose clock the hour of an event is told; else None."""
    begins = event.details.get("begins")
    if not isinstance(begins, str) or not _is_clock(begins):
        return None
    zone = hour_as_told(words_of(event, "begins", languages), begins).zone
    return place_called(zone[0], names_of(entities, zone[1])) if zone else None


def _is_clock(time: str) -> bool:
    return re.fullmatch(r"\d{1,2}:\d\d", time) is not None
