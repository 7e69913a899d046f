"""Sentences and events go in; the claims of the text come out: first, only, rare, largest.

A claim is the clause that carries the comparison (`data/<language>/claim_cues.tsv`), with the words
that limit it as they stand. Whether it is true is for a later floor.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from sijill.citation import Span
from sijill.documents.document import (
    DATE,
    ORGANISATION,
    POST,
    Claim,
    ClaimKind,
    Document,
    Entity,
    Event,
    Mention,
    Quotation,
    QuotationKind,
    Sentence,
)
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import begins_post
from sijill.documents.passage import Passage, passage_of
from sijill.documents.patterns import Hit, pattern_table
from sijill.documents.quotation_marks import CLOSING
from sijill.documents.stretches import Holding, beginning_in
from sijill.languages import CASED, VERB_LAST

# Of two comparisons in one clause the stronger names the claim.
_ORDER = ("first", "only", "rare", "rank", "record", "count", "every", "since")
_CLAUSE = re.compile(rf"[;؛]|[,،、](?!\d)|[:：]\s|\s[–—-]\s|[.!?؟。](?=\s|\Z|[{CLOSING}])")
_ASKS = frozenset("?؟？")
_LONGEST = 200
# A record and a time are told by words of denial themselves: “never before”, «бұрын-соңды … емес».
_DENIABLE = frozenset({"first", "only", "rare", "rank", "count"})
# Words that deny or weaken a comparison stand this near to it.
_NEAR = 64
#: No words that stop a comparison are longer (code points).
_LONGEST_STOP = 120
_PAIR = re.compile(r"([^\W\d_]+)\s([^\W\d_]+)")
_EDGE = " \t\n\u00a0.,;:!?،؛؟。、…-–—―"


def find_claims(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Iterable[Mention],
    entities: Iterable[Entity],
    quotations: Sequence[Quotation] = (),
    events: Sequence[Event] = (),
) -> tuple[Claim, ...]:
    """Find the claims of a document, in order, with ids c1, c2 …; none for an empty one."""
    passage = passage_of(document, sentences, mentions, entities)
    table = pattern_table(passage.language, "claim_cues", ("kind",))
    hits = table.scan(passage.text)
    stops = [h for h in hits if h.row["kind"] == "stop"]
    cues = [
        h
        for h in hits
        if h.row["kind"] != "stop"
        and not any(h.start < s.end for s in beginning_in(stops, h.start - _LONGEST_STOP, h.end))
        and not _inside_name(passage, h)
        and not _is_title(passage, h)
        and not _is_asked(passage, h)
    ]
    spans: list[tuple[Span, Hit]] = []
    taken = _Taken()
    for hit in sorted(cues, key=lambda h: (_ORDER.index(h.row["kind"]), h.start, -h.end)):
        span = _clause_of(passage, hit)
        if span is None or taken.touches(span):
            continue
        taken.add(span)
        if hit.row["kind"] in _DENIABLE and is_negated(passage, hit.start, hit.end):
            continue  # “not the first visit”: neither first nor anything else in those words
        span = Span(_with_hedge(passage, span.start), span.end)
        spans.append((span, hit))
    spans.sort(key=lambda item: item[0])
    said = Holding(quotations, lambda q: (q.start, q.end + 1))
    told = Holding(events, lambda e: (e.evidence.start, e.evidence.end))
    return tuple(
        _claim(passage, number, span, hit, said, told)
        for number, (span, hit) in enumerate(spans, 1)
    )


class _Taken:
    """Stretches that are taken, none of which overlaps another."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def touches(self, span: Span) -> bool:
        at = bisect_left(self._spans, span)
        return any(s.overlaps(span) for s in self._spans[max(0, at - 1) : at + 1])

    def add(self, span: Span) -> None:
        insort(self._spans, span)


def is_negated(passage: Passage, start: int, end: int) -> bool:
    """Say whether the words around a comparison deny it: “not the first”, «алғашқы … емес»."""
    sentence = passage.sentence_at(start)
    before = passage.text[max(sentence.start, start - _NEAR) : start]
    if ends_in(passage.language, "negated_before").search(before):
        return True
    after = passage.text[end : min(sentence.end, end + _NEAR)]
    return expression(passage.language, "negated_after").match(after) is not None


def _with_hedge(passage: Passage, start: int) -> int:
    """Give where the words begin that weaken a comparison: “perhaps the first”, «едва ли не»."""
    sentence = passage.sentence_at(start)
    begin = max(sentence.start, start - _NEAR)
    hedge = ends_in(passage.language, "hedge_before").search(passage.text[begin:start])
    return begin + hedge.start() if hedge else start


def _inside_name(passage: Passage, hit: Hit) -> bool:
    """Say whether a comparison is a word of a name; in a small letter it is no word of a body's."""
    mention = passage.mention_over(hit.start, hit.end)
    if mention is None:
        # «أرجئت إلى تشرين الثاني زيارة …»: the month is no second visit.
        begun = passage.mention_over(hit.start, hit.start + 1) if passage.language == "ar" else None
        return begun is not None and begun.kind is DATE and begun.start < hit.start
    if mention.kind is POST:
        return False
    small = passage.text[hit.start].islower()
    return not (small and mention.kind is ORGANISATION)


def _is_asked(passage: Passage, hit: Hit) -> bool:
    """Say whether a comparison stands in a question, which claims nothing."""
    sentence = passage.sentence_at(hit.start)
    return passage.text[sentence.start : sentence.end].rstrip()[-1:] in _ASKS


def _is_title(passage: Passage, hit: Hit) -> bool:
    """Say whether "First" is written as a part of a post: "the First President sent his greetings".

    In a headline every word may be written so.
    """
    text = passage.text
    if passage.language not in CASED or passage.sentence_at(hit.start).paragraph == 0:
        return False
    article = expression(passage.language, "article").match(text, hit.start)
    pair = _PAIR.match(text, article.end() if article else hit.start)
    return (
        pair is not None
        and pair.group(1)[0].isupper()
        and pair.group(2)[0].isupper()
        and begins_post([pair.group(2)], passage.language) is not None
    )


def _clause_of(passage: Passage, hit: Hit) -> Span | None:
    """Give the clause that carries a comparison, from its word on (or up to it)."""
    sentence = passage.sentence_at(hit.start)
    text = passage.text
    start, end = hit.start, min(sentence.end, hit.end + _LONGEST)
    if passage.language in VERB_LAST:
        start = _clause_start(passage, sentence.start, hit.start)
    stop = next(
        (
            m
            for m in _CLAUSE.finditer(text, hit.end, min(sentence.end, hit.end + _LONGEST))
            if passage.mention_over(m.start(), m.end()) is None
        ),
        None,
    )
    if stop:
        end = stop.start()
    end = _inside_same_marks(passage, hit, end)
    if end - start > _LONGEST:
        end = text.rfind(" ", hit.end, start + _LONGEST)
        end = end if end > 0 else min(sentence.end, start + _LONGEST)
    return passage.trim(start, max(end, hit.end), _EDGE)


def _clause_start(passage: Passage, start: int, at: int) -> int:
    start = max(start, at - _LONGEST)
    stops = [m.end() for m in _CLAUSE.finditer(passage.text, start, at)]
    begin = max(stops, default=start)
    return begin if at - begin <= 60 else max(begin, at - 60)


def _inside_same_marks(passage: Passage, hit: Hit, end: int) -> int:
    """Stop at the closing mark when the comparison stands inside quotation marks."""
    around = passage.quoted_around(hit.start)
    return around.end if around is not None and around.end < end else end


def _claim(
    passage: Passage,
    number: int,
    span: Span,
    hit: Hit,
    said: Holding[Quotation],
    told: Holding[Event],
) -> Claim:
    speaker = None
    for quotation in said.over(span.start, span.end):
        speaker = quotation.speaker
        if quotation.kind is QuotationKind.DIRECT:
            break
    about = next(
        (
            e.id
            for e in told.over(span.start, span.start)
            if (e.trigger.overlaps(span) or e.trigger.start > span.start)
        ),
        None,
    )
    return Claim(
        f"c{number}",
        ClaimKind(hit.row["kind"]),
        span.start,
        span.end,
        passage.text[span.start : span.end],
        _scope(passage, span, hit),
        speaker,
        about,
        f"claim {hit.row['kind']}",
        0.7,
    )


def _scope(passage: Passage, span: Span, hit: Hit) -> str | None:
    """Give the words that limit a comparison, as they stand; None when there are none."""
    if passage.language in VERB_LAST:
        limits = passage.trim(span.start, hit.start, _EDGE) if hit.start > span.start else None
        return passage.text[limits.start : limits.end] if limits else None
    # The words of the comparison may hold its limits: “первый визит … за всю историю”.
    first = hit.start + len(passage.text[hit.start : hit.end].split(maxsplit=1)[0])
    match = expression(passage.language, "scope_begins").search(passage.text, first, span.end)
    if not match:
        return None
    limits = passage.trim(match.start(), span.end, _EDGE)
    return passage.text[limits.start : limits.end] if limits else None
