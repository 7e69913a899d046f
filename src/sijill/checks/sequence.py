"""Sentences that tell one happening after a turning point go in; claims about the order of two
dates come out, each with its verdict.

"After independence the site was closed" is such a claim: both have dates that can be compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sijill.citation import Span, cite
from sijill.reading.document import ClaimKind, Event, Reading, Status
from sijill.record.claim_words import Sense, senses, sentence_around
from sijill.record.edtf import read_date, starts_before
from sijill.record.families import has_trait, may_name_one
from sijill.record.items import ClaimItem, EventItem, Verdict
from sijill.record.material import Material
from sijill.record.parties import Parties
from sijill.record.reference import anchor_dates, milestones
from sijill.record.told_words import canonical
from sijill.record.wording import date_words, event_words, in_languages, say

#: An anchor stands this close to its "after", in folded code points.
_NEAR = 25
_ANCHORS = ("independence",)


@dataclass(frozen=True, slots=True)
class _Told:
    """An order told in a sentence: the anchor, its state, and the event told to follow."""

    anchor: str
    country: str
    event: Event
    span: Span


def order_claims(reading: Reading, material: Material) -> list[ClaimItem]:
    """Give the claims of order that a source makes, as far as both dates are known.

    The event's date is the record's, so that another source's date can speak against this one.
    """
    text = material.texts.get(reading.source_id, "")
    claims = []
    for told in _find(reading, text, material):
        local = f"{reading.source_id}#{told.event.id}"
        item = material.events_by_id.get(material.event_by_local.get(local, ""))
        if item is None:
            continue
        verdict = _judge(told, item, material)
        words = text[told.span.start : told.span.end]
        mark = hashlib.sha256(f"{reading.source_id}|{told.span.start}|{words}".encode()).hexdigest()
        claims.append(
            ClaimItem(
                id=f"claim-{mark[:10]}",
                kind=ClaimKind.ORDER,
                language=reading.language,
                text=words,
                citations=(cite(reading.source_id, text, told.span),),
                scope=None,
                asserted_by=_asserted_by(reading, told.span, material),
                outlet=reading.outlet,
                about=item.id,
                verdict=verdict,
            )
        )
    return claims


def _find(reading: Reading, text: str, material: Material) -> Iterator[_Told]:
    seen: set[tuple[int, str]] = set()
    for event in sorted(reading.events, key=lambda e: (e.trigger, e.id)):
        if event.status is not Status.HELD:
            continue
        start, end = sentence_around(text, event.trigger.start, event.trigger.end)
        sentence = text[start:end]
        for anchor in _anchors(senses(sentence, reading.language)):
            country = _country(reading, event, material)
            if country is None or (start, event.id) in seen:
                continue
            seen.add((start, event.id))
            yield _Told(anchor, country, event, Span(start, end))


def _anchors(found: list[Sense]) -> Iterator[str]:
    """Give the turning points that stand with a word for "after" (before or behind it)."""
    afters = [s for s in found if s.id == "after"]
    befores = [s for s in found if s.id == "before"]
    for sense in found:
        if sense.id not in _ANCHORS:
            continue
        near = [a for a in afters if -_NEAR <= sense.start - a.end <= _NEAR]
        nearer = [
            b
            for b in befores
            if near and abs(sense.start - b.end) < min(abs(sense.start - a.end) for a in near)
        ]
        if near and not nearer:
            yield sense.id


def _country(reading: Reading, event: Event, material: Material) -> str | None:
    """Give the state whose turning point is meant: the event's own, if it has a date for it."""
    known = anchor_dates()
    for local in (*event.participants, event.place):
        entity = canonical(material.entity_by_local, reading.source_id, local)
        country = material.parties.country(entity)
        if country and any((country, anchor) in known for anchor in _ANCHORS):
            return country
    return None


def _asserted_by(reading: Reading, span: Span, material: Material) -> str | None:
    for quotation in reading.quotations:
        if span.overlaps(Span(quotation.start, quotation.end)):
            return canonical(material.entity_by_local, reading.source_id, quotation.speaker)
    return None


def _judge(told: _Told, item: EventItem, material: Material) -> Verdict:
    date, address = anchor_dates()[told.country, told.anchor]
    parties = material.parties
    event_date = item.date
    counter = [item.id]
    addresses: tuple[str, ...] = (address,)
    if event_date is None:
        other = _dated_twin(item, material)
        if other is not None:
            event_date = other.date
            counter.append(other.id)
        else:
            event_date, more = _reference_date(item, parties)
            addresses += more
    anchor, when = read_date(date), read_date(event_date)
    if anchor is None or when is None or anchor.may_equal(when):
        verdict = "not_enough"
        why = in_languages(
            material.languages, lambda lang: say("search.unclear", lang, n=len(material.events))
        )
    else:
        verdict = "supported" if starts_before(anchor, when) else "contradicted"

        def words(lang: str) -> str:
            told_anchor = (say(f"anchor.{told.anchor}", lang), date_words(date, lang))
            told_event = (
                event_words(item, parties, lang, dated=False),
                date_words(event_date, lang),
            )
            first, then = (
                (told_anchor, told_event) if verdict == "supported" else (told_event, told_anchor)
            )
            return say(
                f"order.{verdict}",
                lang,
                first=first[0],
                first_date=first[1],
                then=then[0],
                then_date=then[1],
            )

        why = in_languages(material.languages, words)
    reading = in_languages(
        material.languages,
        lambda lang: say("anchor." + told.anchor, lang) + " → " + event_words(item, parties, lang),
    )
    return Verdict(verdict, reading, why, tuple(counter), 1, addresses)


def _dated_twin(item: EventItem, material: Material) -> EventItem | None:
    """Give the dated event of the record that must be the same thing that happens once.

    Two such events with other dates are a doubt: then none is given.
    """
    if not has_trait(item.type, "once"):
        return None
    parties = material.parties
    where = _states(item, parties)
    found = [
        e
        for e in material.events
        if e.date is not None
        and e.status is Status.HELD
        and may_name_one(e.type, item.type)
        and has_trait(e.type, "once")
        and (e.place == item.place if e.place and item.place else bool(where & _states(e, parties)))
    ]
    return found[0] if len({e.date for e in found}) == 1 else None


def _states(event: EventItem, parties: Parties) -> set[str]:
    ids = [*event.participants, *([event.place] if event.place else [])]
    return {c for c in map(parties.country, ids) if c}


def _reference_date(item: EventItem, parties: Parties) -> tuple[str | None, tuple[str, ...]]:
    """Give the day that a reference table has for a thing that happens once, at its place."""
    if not has_trait(item.type, "once"):
        return None, ()
    place = parties.register_id(item.place) if item.place else None
    states = _states(item, parties)
    alike = [
        fact
        for fact in milestones()
        if fact.held and may_name_one(fact.type, item.type) and has_trait(fact.type, "once")
    ]
    facts = [f for f in alike if place and f.place_id == place]
    facts = facts or [f for f in alike if f.country in states]
    if len({fact.date for fact in facts}) != 1:
        return None, ()
    return facts[0].date, facts[0].addresses
