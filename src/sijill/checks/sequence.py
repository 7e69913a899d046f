"""Sentences that tell one happening after or before another go in; claims about the order of two
dates come out, each with its verdict.

"After independence the site was closed" is such a claim, and "the plant was opened after the
visit": both have dates that can be compared. The other may be a turning point of a state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sijill.checks.judged import Judged, claim_id, unclear
from sijill.checks.known_days import KnownDay, known_day
from sijill.citation import Span, cite
from sijill.documents.document import ClaimKind, Event, Reading, Status
from sijill.edtf import read_date, starts_before
from sijill.languages import RIGHT_TO_LEFT, VERB_LAST
from sijill.record.items import ClaimItem, EventItem, LocalText, Verdict
from sijill.record.material import Material
from sijill.record.wording import date_words, event_words, in_languages, say
from sijill.tellings.claim_words import Sense, may_mean, senses, senses_in, sentence_around
from sijill.tellings.reference import anchor_dates
from sijill.tellings.told_words import canonical

#: A turning point stands this close to its "after", in folded code points; so does a happening.
_NEAR = 25
_ANCHORS = ("independence",)
_RELATIONS = ("after", "before")


#: A happening that a source tells, and the span of the sentence that tells it.
Sentence = tuple[Event, int, int]


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two happenings: its words by language, its date, and what knows the date."""

    words: Callable[[str], str]
    known: KnownDay | None
    event: EventItem | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """An order told in a sentence: what is told to be first and then, and the event it is about."""

    first: _Side
    then: _Side
    about: EventItem
    span: Span


def ordering_sentences(reading: Reading, text: str) -> tuple[Sentence, ...]:
    """Give what a source tells as done in sentences with a word of order; of one source alone."""
    return tuple(
        (event, start, end)
        for event in _held(reading)
        for start, end in [sentence_around(text, event.trigger.start, event.trigger.end)]
        if may_mean(text[start:end], reading.language, _RELATIONS)
    )


def order_claims(
    sentences: Sequence[Sentence], reading: Reading, material: Material
) -> list[ClaimItem]:
    """Give the claims of order that a source makes, as far as both dates are known.

    `sentences` are its `ordering_sentences`. An event's date is the record's, so that another
    source's date can speak against this one.
    """
    text = material.texts.get(reading.source_id, "")
    found = [
        *_by_anchors(sentences, reading, text, material),
        *_by_events(sentences, reading, text, material),
    ]
    return [_claim(told, reading, text, material) for told in found]


def _onward(language: str) -> str:
    """Give the arrow that points the way a language is read."""
    return "←" if language in RIGHT_TO_LEFT else "→"


def _claim(told: _Told, reading: Reading, text: str, material: Material) -> ClaimItem:
    understood = in_languages(
        material.languages,
        lambda lang: f"{told.first.words(lang)} {_onward(lang)} {told.then.words(lang)}",
    )
    return dated_claim(
        told.span, told.about, _judge(told, material), understood, reading, text, material
    )


def dated_claim(
    span: Span,
    about: EventItem,
    judged: Judged,
    understood: LocalText,
    reading: Reading,
    text: str,
    material: Material,
) -> ClaimItem:
    """Make the claim that words put dates in an order, or on one day, with its verdict."""
    words = text[span.start : span.end]
    return ClaimItem(
        id=claim_id(reading.source_id, span.start, words),
        kind=ClaimKind.ORDER,
        language=reading.language,
        text=words,
        citations=(cite(reading.source_id, text, span),),
        scope=None,
        asserted_by=asserted_by(reading, span, material),
        outlet=reading.outlet,
        about=about.id,
        verdict=Verdict(
            judged.verdict,
            understood,
            judged.why,
            judged.counter,
            judged.searched,
            judged.references,
        ),
    )


def asserted_by(reading: Reading, span: Span, material: Material) -> str | None:
    """Give who says the words of a span, if anybody is quoted there."""
    for quotation in reading.quotations:
        if span.overlaps(Span(quotation.start, quotation.end)):
            return canonical(material.entity_by_local, reading.source_id, quotation.speaker)
    return None


def item_of(event: Event, reading: Reading, material: Material) -> EventItem | None:
    """Give the event of the record that an event of a reading became."""
    local = f"{reading.source_id}#{event.id}"
    return material.events_by_id.get(material.event_by_local.get(local, ""))


def _held(reading: Reading) -> list[Event]:
    return sorted(
        (e for e in reading.events if e.status is Status.HELD), key=lambda e: (e.trigger, e.id)
    )


# -- a turning point and a happening -------------------------------------------------------------


def _by_anchors(
    sentences: Sequence[Sentence], reading: Reading, text: str, material: Material
) -> Iterator[_Told]:
    seen: set[tuple[int, str]] = set()
    for event, start, end in sentences:
        if not may_mean(text[start:end], reading.language, _ANCHORS):
            continue
        for anchor, relation in _anchors(senses(text[start:end], reading.language)):
            country = _country(reading, event, material)
            item = item_of(event, reading, material)
            if country is None or item is None or (start, event.id) in seen:
                continue
            seen.add((start, event.id))
            date, address = anchor_dates()[country, anchor]
            point = _Side(
                lambda lang, anchor=anchor: say(f"anchor.{anchor}", lang),  # type: ignore[misc]
                KnownDay(date, None, (address,)),
            )
            happening = _side(item, material)
            pair = (point, happening) if relation == "after" else (happening, point)
            yield _Told(pair[0], pair[1], item, Span(start, end))


def _anchors(found: Sequence[Sense]) -> Iterator[tuple[str, str]]:
    """Give the turning points with the nearest word for "after" or "before" beside them."""
    for sense in found:
        if sense.id not in _ANCHORS:
            continue
        near = [
            (abs(sense.start - other.end), _RELATIONS.index(other.id), other.id)
            for other in found
            if other.id in _RELATIONS and -_NEAR <= sense.start - other.end <= _NEAR
        ]
        if near:
            yield sense.id, min(near)[2]


def _country(reading: Reading, event: Event, material: Material) -> str | None:
    """Give the state whose turning point is meant: the event's own, if it has a date for it."""
    known = anchor_dates()
    for local in (*event.participants, event.place):
        entity = canonical(material.entity_by_local, reading.source_id, local)
        country = material.parties.country(entity)
        if country and any((country, anchor) in known for anchor in _ANCHORS):
            return country
    return None


# -- two happenings ------------------------------------------------------------------------------


def _by_events(
    sentences: Sequence[Sentence], reading: Reading, text: str, material: Material
) -> Iterator[_Told]:
    """Give the orders of two happenings of one sentence whose days are told apart elsewhere.

    "After the talks they signed" says that they are of one day, mostly; so only happenings whose
    own days are told, and differ, are held against their order.
    """
    done: set[tuple[int, str, str]] = set()
    events = _held(reading)
    for event, start, end in sentences:
        around = senses_in(text, start, end, reading.language)
        relation = _relation(event, around, reading.language)
        later = _main(event, events, start, end, reading) if relation else None
        if later is None:
            continue
        one, other = item_of(event, reading, material), item_of(later, reading, material)
        if one is None or other is None or one.id == other.id or other.part_of == one.id:
            continue
        sides = [_side_told(one, material), _side_told(other, material)]
        if any(side.known is None for side in sides) or not _apart(*sides):
            continue
        if relation == "before":
            sides.reverse()
        if (start, one.id, other.id) not in done:
            done.add((start, one.id, other.id))
            yield _Told(sides[0], sides[1], other, Span(start, end))


def _relation(event: Event, around: Sequence[Sense], language: str) -> str | None:
    """Give the word of order that governs a happening: before it, or behind it where verbs end."""
    last = language in VERB_LAST
    for sense in around:
        if sense.id not in _RELATIONS:
            continue
        gap = sense.start - event.trigger.end if last else event.trigger.start - sense.end
        if 0 <= gap <= (_NEAR // 3 if last else _NEAR // 2):
            return sense.id
    return None


def _main(
    event: Event, events: Sequence[Event], start: int, end: int, reading: Reading
) -> Event | None:
    """Give the one other happening of a sentence, told by the same voice; None of several."""
    voice = _voices(event.trigger, reading)
    others = [
        e
        for e in events
        if e.id != event.id
        and start <= e.trigger.start < end
        and not e.trigger.overlaps(event.trigger)
        and _voices(e.trigger, reading) == voice
    ]
    return others[0] if len(others) == 1 else None


def _voices(span: Span, reading: Reading) -> frozenset[str]:
    return frozenset(q.id for q in reading.quotations if Span(q.start, q.end).contains(span))


def _apart(one: _Side, other: _Side) -> bool:
    left, right = (read_date(s.known.date) if s.known else None for s in (one, other))
    return left is not None and right is not None and not left.may_equal(right)


def _side_told(item: EventItem, material: Material) -> _Side:
    """Give a happening with its day as it is told; a day worked out from others proves nothing."""
    told = {t.value for t in item.tellings if t.field == "date" and not t.inferred}
    known = KnownDay(item.date) if item.date is not None and item.date in told else None
    return _Side(_words(item, material), known, item)


# -- the verdict ---------------------------------------------------------------------------------


def _side(item: EventItem, material: Material) -> _Side:
    return _Side(_words(item, material), known_day(item, material), item)


def _words(item: EventItem, material: Material) -> Callable[[str], str]:
    return lambda lang: event_words(item, material.parties, lang, dated=False)


def _judge(told: _Told, material: Material) -> Judged:
    sides = (told.first, told.then)
    first, then = (read_date(s.known.date) if s.known else None for s in sides)
    counter = [s.event.id for s in sides if s.event is not None]
    counter += [s.known.other for s in sides if s.known and s.known.other]
    addresses = tuple(a for s in sides if s.known for a in s.known.addresses)
    if first is None or then is None or first.may_equal(then):
        lost = unclear(material)
        return Judged("not_enough", lost.why, tuple(counter), 1, addresses)
    in_order = starts_before(first, then)

    def why(lang: str) -> str:
        pair = [(s.words(lang), date_words(s.known.date if s.known else None, lang)) for s in sides]
        if not in_order:
            pair.reverse()
        return say(
            "order.supported" if in_order else "order.contradicted",
            lang,
            first=pair[0][0],
            first_date=pair[0][1],
            then=pair[1][0],
            then_date=pair[1][1],
        )

    return Judged(
        "supported" if in_order else "contradicted",
        in_languages(material.languages, why),
        tuple(counter),
        1,
        addresses,
    )
