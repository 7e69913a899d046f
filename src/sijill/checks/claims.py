"""Claims of all readings go in; claim items with verdicts come out.

What one claim needs: its own reading and text, and of the record whom it names and the events that
it may speak of or compares with, found by kind, place, person and state (`record/lookup`). It is
judged again when one of these has changed; how many events of the kind there are is one of them.
What a source tells of order is looked for once, while its reading and text are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from sijill.checks.judged import claim_id
from sijill.checks.lost_words import with_versions
from sijill.checks.one_day import one_day_claims, tells_one_day
from sijill.checks.rates import ranks_told
from sijill.checks.sequence import Sentence, order_claims, ordering_sentences
from sijill.checks.understanding import understand
from sijill.checks.verdicts import check
from sijill.citation import Span, cite
from sijill.documents.document import Claim, Reading
from sijill.record.items import ClaimItem
from sijill.record.material import Material
from sijill.record.noted_material import noted_of, tables_of
from sijill.tellings.told_words import canonical
from sijill.workbook import Workbook


def claims_of(material: Material, workbook: Workbook | None = None) -> tuple[ClaimItem, ...]:
    """Make and check one claim item of each claim, and of each order of two dates that is told.

    That two happenings were on one day is an order, too.
    """
    workbook = workbook or Workbook(keeps=False)
    judged, ordered = workbook.page("claims"), workbook.page("claims of order")
    tables = tables_of(material, workbook)
    ranks_told(material, workbook)  # once for all, as it goes through all sources
    readings, texts = material.readings, material.texts
    claiming = workbook.page("what sources claim").take_over(
        sorted(readings), material.changed, lambda i: (readings[i], texts.get(i, "")), _told_by
    )
    found: dict[str, ClaimItem] = {}
    for told in claiming:
        if told is None:
            continue
        given = told.reading, told.text, tables
        items: list[ClaimItem] = []
        for claim in told.claims:
            key = told.reading.source_id, claim.id, claim.start, claim.end
            item: ClaimItem | None = noted_of(
                judged, key, given, material, partial(_item, claim, told.reading)
            )
            if item is not None:
                items.append(item)
        if told.sentences:
            work = partial(_orders, told.sentences, told.reading)
            items += noted_of(ordered, told.reading.source_id, given, material, work)
        if told.is_of_one_day:
            items += one_day_claims(told.reading, material)
        for item in items:
            found.setdefault(item.id, item)
    return with_versions(tuple(found.values()), material)


@dataclass(frozen=True, slots=True)
class _Told:
    """What one source claims: in so many words, by an order of dates, by one day for two."""

    reading: Reading
    text: str
    claims: tuple[Claim, ...]
    sentences: tuple[Sentence, ...]
    is_of_one_day: bool


def _told_by(reading: Reading, text: str) -> _Told | None:
    """Give what a source claims, None for most; it depends on nothing else."""
    claims = tuple(sorted(reading.claims, key=lambda c: (c.start, c.end, c.id)))
    sentences = ordering_sentences(reading, text)
    is_of_one_day = tells_one_day(reading)
    if not (claims or sentences or is_of_one_day):
        return None
    return _Told(reading, text, claims, sentences, is_of_one_day)


def _orders(
    sentences: tuple[Sentence, ...], reading: Reading, material: Material
) -> list[ClaimItem]:
    return order_claims(sentences, reading, material)


def _item(claim: Claim, reading: Reading, material: Material) -> ClaimItem | None:
    text = material.texts.get(reading.source_id, "")
    if not claim.text or text[claim.start : claim.end] != claim.text:
        return None
    understood = understand(claim, reading, material)
    about = understood.about
    return ClaimItem(
        id=claim_id(reading.source_id, claim.start, claim.text),
        kind=claim.kind,
        language=reading.language,
        text=claim.text,
        citations=(cite(reading.source_id, text, Span(claim.start, claim.end)),),
        scope=claim.scope,
        asserted_by=_asserted_by(claim, reading, material),
        outlet=reading.outlet,
        about=about.id if about else None,
        verdict=check(claim, reading, understood, material),
        confidence=claim.confidence,
    )


def _asserted_by(claim: Claim, reading: Reading, material: Material) -> str | None:
    """Give who makes a claim: as read, else the speaker of the words it stands in."""
    told = canonical(material.entity_by_local, reading.source_id, claim.asserted_by)
    if told:
        return told
    span = Span(claim.start, claim.end)
    for quotation in reading.quotations:
        if Span(quotation.start, quotation.end).contains(span):
            return canonical(material.entity_by_local, reading.source_id, quotation.speaker)
    return None
