"""A text that sets the dates of two sources against each other goes in; a telling for the date that
its event does not have comes out.

«The ministry gives February 1996, the embassy's old site February 1997»: a reading gives an event
one date, and the record must show both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sijill.citation import Span, cite
from sijill.dates import PartialDate
from sijill.documents.document import Event, Mention, MentionKind, Reading
from sijill.documents.patterns import Hit, pattern_table
from sijill.edtf import read_date
from sijill.errors import FormatFault
from sijill.event_types import has_trait
from sijill.tellings.claim_words import sentence_around
from sijill.tellings.parties import Parties
from sijill.tellings.told import OTHERWISE, Told, tell

#: So many sentences behind the one that tells an event may speak of its date.
_SENTENCES = 6


@dataclass(frozen=True, slots=True)
class _Given:
    """A date that a source is said to give, and whether it is set against another."""

    mention: Mention
    date: PartialDate
    sentence: Span
    is_other: bool


def tell_otherwise(
    reading: Reading, text: str, entity_by_local: Mapping[str, str], parties: Parties
) -> Iterator[Told]:
    """Give the tellings of other dates that a text ascribes to other sources.

    Of stays and of what happens once only. One of the dates must be that of the event, or its last
    day: so it is clear what is meant.
    """
    dates = [
        (mention, when)
        for mention in sorted(reading.mentions, key=lambda m: m.start)
        if mention.kind is MentionKind.DATE and (when := read_date(mention.value)) is not None
    ]
    if len(dates) < 2:
        return
    hits = pattern_table(reading.language, "otherwise_words", ("role",)).scan(text)
    if not any(hit.row["role"] == "gives" for hit in hits):
        return
    known: dict[str, Told] = {}
    for event in reading.events:
        is_stay = has_trait(event.type, "host_place")
        if event.date is None or not (is_stay or has_trait(event.type, "once")):
            continue
        given = _given_for(event, reading, text, dates, hits)
        when = read_date(event.date)
        if is_stay and when is not None and when.is_interval:
            # The last day of a stay may be spoken of far behind the words that name the visit.
            given += _given_together(text, dates, hits)
        if len(given) < 2:
            continue
        known = known or {t.local_id: t for t in tell([reading], {reading.source_id: text},
                                                      entity_by_local, parties)}  # fmt: skip
        told = known.get(event.id)
        if told is None or told.date is None:
            continue
        for number, (one, date) in enumerate(_others(told.date, given), 1):
            yield _with_date(told, one, date, text, number)


def _given_for(
    event: Event,
    reading: Reading,
    text: str,
    dates: Sequence[tuple[Mention, PartialDate]],
    hits: Sequence[Hit],
) -> list[_Given]:
    """Give the dates that sources are said to give in the sentence of an event, and behind it up to
    the next happening of its paragraph.
    """
    paragraph_end = text.find("\n", event.evidence.end)
    limit = paragraph_end if paragraph_end >= 0 else len(text)
    others = sorted(e.trigger.start for e in reading.events if e.trigger.start > event.evidence.end)
    found: list[_Given] = []
    start = event.evidence.start
    for _ in range(_SENTENCES):
        begin, end = sentence_around(text, start, start + 1)
        if begin >= limit:
            break
        here = [(m, d) for m, d in dates if begin <= m.start and m.end <= end]
        gives = [h for h in hits if h.row["role"] == "gives" and begin <= h.start < end]
        contrast = any(h.row["role"] == "contrast" and begin <= h.start < end for h in hits)
        is_own = begin <= event.evidence.start < end
        tells_more = any(begin <= at < end for at in others)
        if here and len(gives) >= len(here) and (is_own or not tells_more or len(here) > 1):
            found += [_Given(m, d, Span(begin, end), contrast or len(here) > 1) for m, d in here]
        start = end
        while start < limit and text[start].isspace():
            start += 1
        if start >= limit:
            break
    return found


def _given_together(
    text: str, dates: Sequence[tuple[Mention, PartialDate]], hits: Sequence[Hit]
) -> list[_Given]:
    """Give the dates of all sentences in which each of several dates has its own source."""
    found: list[_Given] = []
    done = 0
    for mention, _ in dates:
        if mention.start < done:
            continue
        begin, end = sentence_around(text, mention.start, mention.end)
        done = end
        here = [(m, d) for m, d in dates if begin <= m.start and m.end <= end]
        gives = [h for h in hits if h.row["role"] == "gives" and begin <= h.start < end]
        if len(here) > 1 and len(gives) >= len(here):
            found += [_Given(m, d, Span(begin, end), is_other=True) for m, d in here]
    return found


def _others(own: PartialDate, given: Sequence[_Given]) -> Iterator[tuple[_Given, PartialDate]]:
    """Give the dates that speak against an event's own, when another of them is its own."""
    ends = _end(own)
    same = [g for g in given if _covers(own, g.date) or (ends and _covers(ends, g.date))]
    if not same:
        return
    for one in given:
        if not one.is_other or one in same or one.date.precision is not same[0].date.precision:
            continue
        if ends and _covers(ends, same[0].date):
            whole = _until(own, one.date)
            if whole is not None:
                yield one, whole
        elif not own.is_interval:
            yield one, one.date


def _covers(wide: PartialDate, narrow: PartialDate) -> bool:
    return bool(
        wide.start
        and wide.end
        and narrow.start
        and narrow.end
        and wide.start <= narrow.start
        and narrow.end <= wide.end
        and (not wide.is_interval)
    )


def _end(date: PartialDate) -> PartialDate | None:
    """Give the last day of an interval of days."""
    return read_date(date.end.isoformat()) if date.is_interval and date.end else None


def _until(date: PartialDate, end: PartialDate) -> PartialDate | None:
    if not (date.start and end.is_day and end.start and end.start >= date.start):
        return None
    try:
        return read_date(f"{date.start.isoformat()}/{end.edtf}")
    except FormatFault:
        return None


def _with_date(told: Told, given: _Given, date: PartialDate, text: str, number: int) -> Told:
    evidence = cite(told.source_id, text, given.sentence)
    return Told(
        told.source_id,
        f"{told.local_id}{OTHERWISE}{number}",
        told.language,
        told.type,
        told.status,
        cite(told.source_id, text, Span(given.mention.start, given.mention.end)),
        evidence,
        date,
        told.place,
        told.participants,
        {},
        told.published,
        confidence=told.confidence,
    )
