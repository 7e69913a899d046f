"""Sentences that tell two receptions of one day go in; claims that they were on one day come out,
each with its verdict by dates.

"The Emperor and the Prime Minister received him on one day" is a fact that can be checked; that it
is rare is another claim (`rates`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sijill.checks.judged import Judged
from sijill.checks.known_days import RECEIVERS, visit_rows
from sijill.checks.sequence import dated_claim, item_of
from sijill.citation import Span
from sijill.documents.document import SAME_DAY, Event, Reading, Status
from sijill.edtf import read_date
from sijill.record.items import ClaimItem, EventItem
from sijill.record.material import Material
from sijill.record.wording import date_words, event_words, in_languages, say
from sijill.tellings.claim_words import senses_in, sentence_around


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two receptions of one guest that a sentence puts on one day: monarch's first."""

    audience: EventItem
    talks: EventItem
    span: Span
    sentence: Span
    source_id: str
    near: str | None


def tells_one_day(reading: Reading) -> bool:
    """Say whether a source tells of two receptions on one day at all."""
    return any(signal.signal == SAME_DAY for signal in reading.signals)


def one_day_claims(reading: Reading, material: Material) -> list[ClaimItem]:
    """Give the claims of a source that monarch and head of government received on one day."""
    text = material.texts.get(reading.source_id, "")
    return [_claim(pair, reading, text, material) for pair in _find(reading, text, material)]


def _find(reading: Reading, text: str, material: Material) -> Iterator[_Pair]:
    seen: set[int] = set()
    for signal in sorted(reading.signals, key=lambda s: (s.start, s.end, s.id)):
        if signal.signal != SAME_DAY or not 0 <= signal.start < signal.end <= len(text):
            continue
        start, end = sentence_around(text, signal.start, signal.end)
        told = [s for s in senses_in(text, start, end, reading.language) if s.id == "same_day"]
        inside = [
            e for e in reading.events if start <= e.trigger.start < end and e.status is Status.HELD
        ]
        pair = [_received(types, role, inside, reading, material) for types, role, _ in RECEIVERS]
        if not told or start in seen or pair[0] is None or pair[1] is None:
            continue
        seen.add(start)
        triggers = [
            e.trigger.start for e in inside if item_of(e, reading, material) in (pair[0], pair[1])
        ]
        first = min(signal.start, told[0].start, *triggers)
        span = Span(first, max(signal.end, told[-1].end))
        yield _Pair(pair[0], pair[1], span, Span(start, end), reading.source_id, reading.published)


def _received(
    types: tuple[str, ...], role: str, inside: list[Event], reading: Reading, material: Material
) -> EventItem | None:
    """Give the record's reception by a role that a sentence tells, as event or as signal alone."""
    told = [item_of(event, reading, material) for event in inside]
    prefix, suffix = f"{reading.source_id}#signal-", f"-{types[0]}"
    own = material.lookup.kept("locals", lambda: _items_by_source(material))
    told += [
        material.events_by_id.get(item_id)
        for local, item_id in own.get(reading.source_id, ())
        if local.startswith(prefix) and local.endswith(suffix)
    ]
    return next(
        (
            item
            for item in told
            if item is not None
            and item.type in types
            and any(material.parties.held_role(p, role, item.date) for p in item.participants)
        ),
        None,
    )


def _items_by_source(material: Material) -> dict[str, list[tuple[str, str]]]:
    """Give for each source `<source id>#<local event id>` and the event's id, in order."""
    found: dict[str, list[tuple[str, str]]] = {}
    for local, item_id in sorted(material.event_by_local.items()):
        found.setdefault(local.partition("#")[0], []).append((local, item_id))
    return found


def _claim(pair: _Pair, reading: Reading, text: str, material: Material) -> ClaimItem:
    def understood(lang: str) -> str:
        one, other = (event_words(e, material.parties, lang, dated=False) for e in _both(pair))
        return say("one_day.reading", lang, first=one, then=other)

    return dated_claim(
        pair.span,
        pair.audience,
        _judge(pair, material),
        in_languages(material.languages, understood),
        reading,
        text,
        material,
    )


def _both(pair: _Pair) -> tuple[EventItem, EventItem]:
    return pair.audience, pair.talks


def _judge(pair: _Pair, material: Material) -> Judged:
    """Judge by the two days as other sources tell them, else by the table of visits.

    A day that this very sentence gives to both proves nothing: a day counts only where it is told
    elsewhere.
    """
    days = [_day_told(event, pair) for event in _both(pair)]
    if days[0] and days[1]:
        return _by_days(pair, days[0], days[1], (), material)
    hosts, guest = _people(pair, material)
    near = pair.audience.date or pair.talks.date or pair.near
    rows = visit_rows(guest, hosts, material.parties, near) if guest and len(hosts) == 2 else []
    known = [row for row in rows if row.monarch_date and row.hog_date]
    if len(rows) == 1 and known:
        row = known[0]
        cells = (row.cell_addresses.get(cell, ()) for _, _, cell in RECEIVERS)
        addresses = tuple(dict.fromkeys(a for own in cells for a in own))
        return _by_days(pair, str(row.monarch_date), str(row.hog_date), addresses, material)
    return Judged(
        "not_enough",
        in_languages(material.languages, lambda lang: say("one_day.unknown", lang)),
        (pair.audience.id, pair.talks.id),
        2 + len(rows),
    )


def _day_told(event: EventItem, pair: _Pair) -> str | None:
    """Give the day of a reception that is told elsewhere than in the pair's own words."""
    when = read_date(event.date)
    elsewhere = any(
        c.source_id != pair.source_id or not pair.sentence.overlaps(c.span)
        for t in event.tellings
        if t.field == "date" and t.value == event.date and not t.inferred
        for c in t.citations
    )
    return event.date if elsewhere and when is not None and when.is_day else None


def _people(pair: _Pair, material: Material) -> tuple[list[str], str | None]:
    """Give the two hosts and the one guest of both receptions."""
    parties = material.parties
    people = dict.fromkeys((*pair.audience.participants, *pair.talks.participants))
    hosts: list[str] = []
    for event, (_, role, _) in zip(_both(pair), RECEIVERS, strict=True):
        hosts += [
            p
            for p in event.participants
            if parties.held_role(p, role, event.date)
            and parties.country(p) in {parties.country(h) for h in hosts or [p]}
        ][:1]
    states = {parties.country(h) for h in hosts}
    guests = [p for p in people if parties.kind(p) == "person" and parties.country(p) not in states]
    return hosts, guests[0] if len(guests) == 1 else None


def _by_days(
    pair: _Pair, one: str, other: str, addresses: tuple[str, ...], material: Material
) -> Judged:
    is_one = one == other

    def why(lang: str) -> str:
        first, then = (event_words(e, material.parties, lang, dated=False) for e in _both(pair))
        return say(
            "one_day.supported" if is_one else "one_day.contradicted",
            lang,
            first=first,
            first_date=date_words(one, lang),
            then=then,
            then_date=date_words(other, lang),
        )

    return Judged(
        "supported" if is_one else "contradicted",
        in_languages(material.languages, why),
        (pair.audience.id, pair.talks.id),
        2,
        addresses,
    )
