"""The readings of all sources go in; every event as one source tells it comes out, with canonical
ids and with citations instead of spans.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sijill.citation import Citation, Span, cite
from sijill.dates import PartialDate
from sijill.documents.document import Event, MentionKind, Reading, Signal, Status
from sijill.edtf import read_date
from sijill.event_types import has_trait
from sijill.tellings.parties import Parties
from sijill.tellings.told_words import (
    absent_hosts,
    canonical,
    day_of_hour,
    hall_of,
    is_nobodys,
    kind_of_meeting,
    met_beside,
    names_its_own,
    paired_traveller,
    place_of_act,
    reporters,
    travellers,
    visited_place,
)
from sijill.tellings.yearless import YearDay, year_day_of

#: Longer evidence is cut to the trigger's surroundings: a citation is for a person's eye.
LONGEST_EVIDENCE = 700
#: Stands in the local id of a telling that gives an event another date, behind the event's own.
OTHERWISE = "~"


@dataclass(frozen=True, slots=True)
class Told:
    """One event as one source tells it.

    `place` and `participants` are canonical ids; `date` is None when not told or not a date;
    `published` is the source's day of publication. `evidence` is what the telling stands on.
    `inferred` are those participants, and the place, that the words leave out; `date_inferred` says
    so of the date. `confidence` is that of the reading. `voice` is the first source of the voice
    that its source belongs to, and `side` the country it speaks from, where they are known.
    `year_day` is the day of what has no date but is told by month and day; `told_in` are the words
    of details that the evidence does not tell.
    """

    source_id: str
    local_id: str
    language: str
    type: str
    status: Status
    trigger: Citation
    evidence: Citation
    date: PartialDate | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    details: Mapping[str, str | int | float] = field(default_factory=dict)
    published: PartialDate | None = None
    signals: tuple[tuple[str, Citation], ...] = ()
    inferred: frozenset[str] = frozenset()
    date_inferred: bool = False
    confidence: float = 1.0
    voice: str | None = None
    side: str | None = None
    year_day: YearDay | None = None
    told_in: Mapping[str, Citation] = field(default_factory=dict)

    @property
    def voter(self) -> str:
        """Whose telling this is when values are counted: its voice, else its source."""
        return self.voice or self.source_id

    @property
    def edtf(self) -> str | None:
        """The date as told."""
        return self.date.edtf if self.date else None


def tell(
    readings: Sequence[Reading],
    texts: Mapping[str, str],
    entity_by_local: Mapping[str, str],
    parties: Parties,
) -> list[Told]:
    """Give every event of every reading, in the order of sources and places in them.

    Events whose spans do not lie inside the source's text are left out: they cannot be cited.
    """
    told = []
    for reading in readings:
        text = texts.get(reading.source_id, "")
        by_event = _signals_by_event(reading, text)
        for event in sorted(reading.events, key=lambda e: (e.trigger, e.id)):
            signals = by_event.get(event.id, ())
            one = _tell_one(reading, event, text, entity_by_local, signals, parties)
            if one is not None:
                told.append(one)
    return told


def _tell_one(
    reading: Reading,
    event: Event,
    text: str,
    entity_by_local: Mapping[str, str],
    signals: Sequence[Signal],
    parties: Parties,
) -> Told | None:
    source_id = reading.source_id
    try:
        trigger = cite(source_id, text, event.trigger)
        evidence = cite(source_id, text, _trim(event.evidence, event.trigger, text))
    except ValueError:
        return None
    date, date_inferred = read_date(event.date), False
    if date is None:
        date = day_of_hour(reading, event)
        date_inferred = date is not None
    elif _is_stretched(reading, event, date):
        date_inferred = True
    people = _people(reading, event, text, entity_by_local, parties)
    if people is None:
        return None
    inferred = people.inferred
    goal = visited_place(reading, event, entity_by_local, parties)
    placed = goal or canonical(entity_by_local, source_id, event.place)
    if placed is None:
        placed = place_of_act(reading, event, people.ids, entity_by_local, parties)
        inferred |= {placed} if placed else set()
    return Told(
        source_id,
        event.id,
        reading.language,
        kind_of_meeting(reading, event),
        _status(event, date, read_date(reading.published), is_paired=people.is_paired),
        trigger,
        evidence,
        date,
        placed,
        people.ids,
        dict(sorted(event.details.items())),
        read_date(reading.published),
        tuple((s.signal, cite(source_id, text, Span(s.start, s.end))) for s in signals),
        inferred=inferred,
        date_inferred=date_inferred,
        confidence=event.confidence,
        year_day=year_day_of(reading, event, text) if date is None else None,
        told_in={
            name: cite(source_id, text, span)
            for name, span in event.told_in.items()
            if 0 <= span.start < span.end <= len(text)
        },
    )


class _People(NamedTuple):
    """Who takes part: canonical ids, those of them that are worked out, and whether it is one of a
    list of travellers.
    """

    ids: tuple[str, ...]
    inferred: frozenset[str]
    is_paired: bool


def _people(
    reading: Reading,
    event: Event,
    text: str,
    entity_by_local: Mapping[str, str],
    parties: Parties,
) -> _People | None:
    """Give who takes part in an event, and its house; None where a visit would be nobody's."""
    source_id = reading.source_id
    absent, instead = absent_hosts(reading, event)
    left_out = reporters(reading, event) | absent | set(met_beside(reading, event))
    told: Sequence[str] = (*event.participants, *instead)
    guessed = (
        has_trait(event.type, "host_place")
        and is_nobodys(reading, event, entity_by_local, parties)
        and not names_its_own(reading, event, text, entity_by_local, parties)
    )
    if guessed:
        told = travellers(reading, event, text, entity_by_local, parties)
        if not told:
            return None
    paired = paired_traveller(reading, event, text)
    if paired is not None:
        told = (paired,)
    named = (canonical(entity_by_local, source_id, one) for one in told if one not in left_out)
    seen = dict.fromkeys(one for one in named if one)
    house = canonical(entity_by_local, source_id, hall_of(reading, event, text))
    inferred = frozenset([house] if house and house not in seen else [])
    if guessed:
        inferred |= set(seen)
    if house:
        seen[house] = None
    return _People(tuple(seen), inferred, paired is not None)


def _is_stretched(reading: Reading, event: Event, date: PartialDate) -> bool:
    """Say whether the days of a visit only follow from what its guest did on them.

    Its own words tell none: it may well have begun before, and ended later.
    """
    if not has_trait(event.type, "host_place") or not (date.is_interval and date.start):
        return False
    return not any(
        m.kind is MentionKind.DATE and m.value and event.evidence.contains(m.span)
        for m in reading.mentions
    )


def _status(
    event: Event, date: PartialDate | None, published: PartialDate | None, *, is_paired: bool
) -> Status:
    """Give the status of an event; a visit of a list that lies in the past was held.

    "He will be the third, after Koizumi in 2006": the plan is his, not Koizumi's.
    """
    if is_paired and date and published and date.sort_key[1] < published.sort_key[0]:
        return Status.HELD
    return event.status


def _trim(evidence: Span, trigger: Span, text: str) -> Span:
    """Cut evidence that is far too long to the words around the trigger."""
    if evidence.end - evidence.start <= LONGEST_EVIDENCE:
        return evidence if evidence.contains(trigger) else trigger
    half = LONGEST_EVIDENCE // 2
    start = max(evidence.start, trigger.start - half)
    end = min(evidence.end, trigger.end + half)
    while start < trigger.start and text[start].isspace():
        start += 1
    while end > trigger.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _signals_by_event(reading: Reading, text: str) -> dict[str, list[Signal]]:
    """Give each signal to the event it names, else to the nearest event of its sentence."""
    found: dict[str, list[Signal]] = {}
    for signal in sorted(reading.signals, key=lambda s: (s.start, s.end, s.signal)):
        if not 0 <= signal.start < signal.end <= len(text):
            continue
        about = signal.about
        if about is None:
            span = Span(signal.start, signal.end)
            near = [e for e in reading.events if e.evidence.overlaps(span)]
            near.sort(key=lambda e: (abs(e.trigger.start - signal.start), e.id))
            about = near[0].id if near else None
        if about is not None:
            found.setdefault(about, []).append(signal)
    return found
