"""Quotations of all readings go in; statements come out: exact words, who said them, in which post,
when, and on which occasion.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from sijill.citation import Citation, Span, cite
from sijill.documents.document import Event, Quotation, Reading, Status
from sijill.edtf import days_apart, read_date
from sijill.event_types import has_trait
from sijill.happenings.denials import is_denial
from sijill.record.items import StatementItem
from sijill.tellings.parties import Parties
from sijill.tellings.told_words import canonical

#: What somebody says is tied to an occasion told not further off than this, in code points.
NEAR = 600
#: An event this near to the day of publication is what a report is about.
NEWS_DAYS = 10


def statements_of(
    readings: Sequence[Reading],
    texts: Mapping[str, str],
    entity_by_local: Mapping[str, str],
    event_by_local: Mapping[str, str],
    date_by_event: Mapping[str, str | None],
    parties: Parties,
) -> tuple[StatementItem, ...]:
    """Make one statement of each quotation whose words stand in the source's text.

    `event_by_local` maps "<source id>#<local event id>" to an event item's id; `date_by_event`
    gives its date. A quotation told twice in one place is one statement.
    """
    found: dict[str, StatementItem] = {}
    for reading in readings:
        text = texts.get(reading.source_id, "")
        for quotation in sorted(reading.quotations, key=lambda q: (q.start, q.end, q.id)):
            if text[quotation.start : quotation.end] != quotation.text or not quotation.text:
                continue
            speaker = canonical(entity_by_local, reading.source_id, quotation.speaker)
            occasion = _occasion(reading, quotation, text)
            event = event_by_local.get(f"{reading.source_id}#{occasion}") if occasion else None
            date = date_by_event.get(event) if event else None
            item = StatementItem(
                id=statement_id(reading.source_id, quotation.start, quotation.text),
                kind=quotation.kind,
                language=reading.language,
                text=quotation.text,
                citations=_citations(reading.source_id, text, quotation),
                speaker=speaker,
                speaker_text=quotation.speaker_text,
                post=_post(reading, quotation, speaker, date or reading.published, parties),
                date=date,
                event=event,
                confidence=quotation.confidence,
            )
            found.setdefault(item.id, item)
    return tuple(found.values())


def statement_id(source_id: str, start: int, words: str) -> str:
    """Give the id of a statement: it depends on its place and its words alone."""
    mark = hashlib.sha256(f"{source_id}|{start}|{words}".encode()).hexdigest()[:10]
    return f"statement-{mark}"


def is_denied(said: StatementItem) -> bool:
    """Say whether its words were denied, not asserted; the word of saying is cited behind them."""
    cue = said.citations[1].exact if len(said.citations) > 1 else ""
    return is_denial(cue, said.language)


def _citations(source_id: str, text: str, quotation: Quotation) -> tuple[Citation, ...]:
    """Cite the words, and the word of saying where there is one outside of them."""
    words = Span(quotation.start, quotation.end)
    citations = [cite(source_id, text, words)]
    cue = quotation.cue
    if cue and 0 <= cue.start < cue.end <= len(text) and not words.overlaps(cue):
        citations.append(cite(source_id, text, cue))
    return tuple(citations)


def _occasion(reading: Reading, quotation: Quotation, text: str) -> str | None:
    """Give the event at which somebody spoke: in the same words, else the last one told before.

    What is told inside of the words is what they are about, and nobody has spoken yet at what is
    planned or fell through: neither gives the words its day.
    Over the end of a paragraph only an event of those days counts, as the subject of the report:
    what is told of former years does not reach into the next paragraph.
    """
    published = read_date(reading.published)
    words = Span(quotation.start, quotation.end)
    options: list[tuple[int, int, str]] = []
    for event in reading.events:
        if not has_trait(event.type, "occasion") or quotation.speaker not in event.participants:
            continue
        if event.status is not Status.HELD or words.overlaps(event.trigger):
            continue
        gap = _gap(event, quotation)
        if gap is None or gap > NEAR:
            continue
        when = read_date(event.date)
        is_news = bool(when and published and days_apart(when, published) <= NEWS_DAYS)
        if is_news or "\n" not in text[event.evidence.end : quotation.start]:
            options.append((gap, -event.trigger.start, event.id))
    return min(options)[2] if options else None


def _gap(event: Event, quotation: Quotation) -> int | None:
    """Give how far before the quotation an event is told; None when only later."""
    if event.evidence.overlaps(Span(quotation.start, quotation.end)):
        return 0
    if event.evidence.end <= quotation.start:
        return quotation.start - event.evidence.end
    return None


def _post(
    reading: Reading,
    quotation: Quotation,
    speaker: str | None,
    date: str | None,
    parties: Parties,
) -> str | None:
    """Give the post in which somebody spoke: as the source gives it, else as known for the date.

    What was read as a post but is none that the record knows of the speaker was somebody else's.
    """
    held = {post for post, _ in parties.ever_held(speaker)} if speaker else set()
    for entity in reading.entities:
        if entity.id == quotation.speaker:
            current = [
                p.post
                for p in entity.posts
                if p.status in ("current", "acting", "honorary") and (not held or p.post in held)
            ]
            if current:
                return current[0]
    posts = parties.posts_at(speaker, date)
    return posts[0].post if posts else None
