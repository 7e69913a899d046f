"""Signals that are happenings of their own go in; tellings of these happenings come out.

A guard of honour is a ceremony even where a reader marks nothing but the detail.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from sijill.citation import Span, cite
from sijill.documents.document import SAME_DAY, Event, Mention, MentionKind, Reading, Signal, Status
from sijill.edtf import read_date
from sijill.tables import open_table
from sijill.tellings.claim_words import sentence_around
from sijill.tellings.parties import Parties
from sijill.tellings.told import Told
from sijill.tellings.told_words import canonical


@cache
def _type_by_signal() -> dict[str, str]:
    rows = open_table("protocol/signal_events.tsv", ("signal", "type"))
    return {row["signal"]: row["type"] for row in rows}


#: `SAME_DAY` tells two receptions at once: by the monarch and by the head of government.
_HOSTS = (("audience", "monarch"), ("talks", "head_of_government"))


def tell_signals(
    reading: Reading, text: str, entity_by_local: Mapping[str, str], parties: Parties
) -> Iterator[Told]:
    """Give a telling of each happening that a reading has as a signal only.

    People and place are those named in the signal's sentence; the day is that of an event told in
    the same sentence. Nothing is given where the reading tells such an event there itself.
    """
    for signal in sorted(reading.signals, key=lambda s: (s.start, s.end, s.id)):
        if not 0 <= signal.start < signal.end <= len(text):
            continue
        if signal.signal == SAME_DAY:
            yield from _two_hosts(reading, signal, text, entity_by_local, parties)
            continue
        event_type = _type_by_signal().get(signal.signal)
        if event_type is None:
            continue
        start, end = sentence_around(text, signal.start, signal.end)
        inside = [e for e in reading.events if start <= e.trigger.start < end]
        if any(e.type == event_type for e in inside):
            continue
        yield _told(reading, signal, event_type, Span(start, end), inside, text, entity_by_local)


def _two_hosts(
    reading: Reading,
    signal: Signal,
    text: str,
    entity_by_local: Mapping[str, str],
    parties: Parties,
) -> Iterator[Told]:
    """Give the audience or the talks of one day that the reading lacks beside the other.

    "The Emperor and the Prime Minister received him on one day" tells both; the guest is whoever
    takes part in the one that was read and is not of the hosts' state.
    """
    start, end = sentence_around(text, signal.start, signal.end)
    inside = [e for e in reading.events if start <= e.trigger.start < end]
    sentence = Span(start, end)
    named = [m for m in reading.mentions if sentence.contains(m.span) and m.entity]
    kinds = (MentionKind.PERSON, MentionKind.POST)
    locals_ = [*_entities(named, kinds, reading, entity_by_local)]
    locals_ += [p for e in inside for p in e.participants]
    people = list(
        dict.fromkeys(
            found
            for local in locals_
            if (found := canonical(entity_by_local, reading.source_id, local)) is not None
            and parties.kind(found) == "person"
        )
    )
    day = next((e.date for e in inside if e.date), None) or reading.published
    for event_type, role in _HOSTS:
        hosts = [p for p in people if parties.held_role(p, role, day)]
        state = parties.country(hosts[0]) if hosts else None
        guests = [p for p in people if parties.country(p) not in (state, None)]
        here = {p for e in inside for p in _canonical(reading, e, entity_by_local)}
        if not hosts or len(guests) != 1 or any(e.type == event_type for e in inside):
            continue
        if event_type == "talks" and hosts[0] in here:
            continue
        cited = cite(reading.source_id, text, Span(signal.start, signal.end))
        yield Told(
            reading.source_id,
            f"signal-{signal.id}-{event_type}",
            reading.language,
            event_type,
            inside[0].status if inside else Status.HELD,
            cited,
            cite(reading.source_id, text, sentence),
            read_date(next((e.date for e in inside if e.date), None)),
            None,
            (hosts[0], guests[0]),
            {},
            read_date(reading.published),
            ((signal.signal, cited),),
        )


def _canonical(reading: Reading, event: Event, entity_by_local: Mapping[str, str]) -> list[str]:
    found = (canonical(entity_by_local, reading.source_id, p) for p in event.participants)
    return [p for p in found if p is not None]


def _told(
    reading: Reading,
    signal: Signal,
    event_type: str,
    sentence: Span,
    inside: list[Event],
    text: str,
    entity_by_local: Mapping[str, str],
) -> Told:
    beside = inside[0] if inside else None
    named = [m for m in reading.mentions if sentence.contains(m.span) and m.entity]
    people = _entities(named, (MentionKind.PERSON, MentionKind.POST), reading, entity_by_local)
    people += list(beside.participants) if beside else []
    places = [m.entity for m in named if m.kind is MentionKind.PLACE]
    place = beside.place if beside and beside.place else (places[-1] if places else None)
    participants = dict.fromkeys(
        found
        for local in people
        if (found := canonical(entity_by_local, reading.source_id, local)) is not None
    )
    return Told(
        reading.source_id,
        f"signal-{signal.id}",
        reading.language,
        event_type,
        beside.status if beside else Status.HELD,
        cite(reading.source_id, text, Span(signal.start, signal.end)),
        cite(reading.source_id, text, sentence),
        read_date(beside.date) if beside else None,
        canonical(entity_by_local, reading.source_id, place),
        tuple(participants),
        {},
        read_date(reading.published),
        ((signal.signal, cite(reading.source_id, text, Span(signal.start, signal.end))),),
    )


def _entities(
    mentions: list[Mention],
    kinds: tuple[MentionKind, ...],
    reading: Reading,
    entity_by_local: Mapping[str, str],
) -> list[str]:
    people = {e.id for e in reading.entities if e.kind is MentionKind.PERSON}
    found = dict.fromkeys(m.entity for m in mentions if m.kind in kinds and m.entity in people)
    return [local for local in found if local]
