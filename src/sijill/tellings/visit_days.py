"""Tellings go in; what is told of "the second day of the visit" comes out with that day.

Such words tell a day only beside the visit's own, which the same source may tell, or another one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sijill.citation import Span
from sijill.dates import PartialDate
from sijill.documents.document import MentionKind, Reading
from sijill.documents.expressions import expression
from sijill.edtf import read_date
from sijill.event_types import has_trait
from sijill.tellings.claim_words import sentence_around
from sijill.tellings.told import Told
from sijill.temporal.clock import day_plus
from sijill.text import to_ascii_digits

_LAST = "last"
_NAMES = ("1", "2", "3", "4", _LAST, "number")


def on_days_of_visits(
    tellings: Sequence[Told],
    readings: Mapping[str, Reading],
    texts: Mapping[str, str],
    *,
    known: Mapping[tuple[str, str], PartialDate] | None = None,
) -> list[Told]:
    """Date what is told of a day of a visit by the visit, in the order given.

    `known` gives dates of visits, by source and local id, that other sources tell. A day that is
    told besides ("on 18 December, the second day of the visit") stays; where the visit's days are
    told nowhere, the telling has no date: it was not that of publication.
    """
    visits: dict[str, list[Told]] = defaultdict(list)
    for told in tellings:
        if has_trait(told.type, "host_place"):
            visits[told.source_id].append(told)
    result = []
    for told in tellings:
        text, reading = texts.get(told.source_id, ""), readings.get(told.source_id)
        words = None
        if reading is not None and not has_trait(told.type, "host_place"):
            words = _words_of_day(told, text)
        if reading is None or words is None or _is_told_besides(told, words[0], reading, text):
            result.append(told)
            continue
        day = _day(words[1], _visit_of(told, visits[told.source_id]), known or {})
        when = read_date(day.isoformat()) if day else None
        result.append(replace(told, date=when, date_inferred=when is not None))
    return result


def _words_of_day(told: Told, text: str) -> tuple[Span, str] | None:
    """Give the place and number of "the second day of the visit" in the sentence of an event.

    The nearest before its word, else the nearest behind it; the number is digits or `last`.
    """
    start, end = sentence_around(text, told.trigger.start, told.trigger.end)
    found: list[tuple[bool, int, Span, str]] = []
    for name in _NAMES:
        for match in expression(told.language, f"visit_day_{name}").finditer(text, start, end):
            number = name
            if name == "number":
                number = "".join(c for c in to_ascii_digits(match.group()) if c.isdecimal())
            is_behind = match.start() > told.trigger.start
            gap = abs(match.start() - told.trigger.start)
            found.append((is_behind, gap, Span(match.start(), match.end()), number))
    return min(found)[2:] if found else None


def _is_told_besides(told: Told, words: Span, reading: Reading, text: str) -> bool:
    """Say whether the sentence tells the event's day itself, outside of these words."""
    start, end = sentence_around(text, told.trigger.start, told.trigger.end)
    return any(
        m.kind is MentionKind.DATE
        and Span(start, end).contains(m.span)
        and not m.span.overlaps(words)
        and told.date is not None
        and m.value == told.date.edtf
        and told.date.is_day
        for m in reading.mentions
    )


def _visit_of(told: Told, visits: Sequence[Told]) -> Told | None:
    """Give the visit in the same source: one that shares a traveller, else the only one."""
    shared = [v for v in visits if set(v.participants) & set(told.participants)]
    before = [v for v in shared if v.trigger.start < told.trigger.start]
    if before:
        return before[-1]
    if shared:
        return shared[0]
    return visits[0] if len(visits) == 1 else None


def _day(
    number: str, visit: Told | None, known: Mapping[tuple[str, str], PartialDate]
) -> date | None:
    if visit is None:
        return None
    span = known.get((visit.source_id, visit.local_id)) or visit.date
    if span is None or not (span.is_interval or span.is_day):
        return None
    if number == _LAST:
        return span.end if span.is_interval else None
    if span.start is None:
        return None
    day = day_plus(span.start, int(number) - 1)
    is_behind = span.is_interval and span.end is not None and day is not None and day > span.end
    return None if is_behind else day
