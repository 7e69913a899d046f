"""A document, its sentences and the known names go in; the mentions in it come out, nested cleanly.

Four sources are merged: the tagger, the grammar of dates, the register, and the words for a post
that the tables know. Spans may nest and never cross; of two spans of one kind that overlap one
stays; inside an organisation, person or place nothing more is marked, and no post in a post.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sijill.reading.document import Document, Mention, MentionKind, Sentence
from sijill.reading.tagger import Tagger, kinds_of_entries, load_tagger
from sijill.reading.times import evaluate_dates, find_dates
from sijill.register.matcher import Hit, Matcher

PERSON, POST = MentionKind.PERSON, MentionKind.POST
ORGANISATION, PLACE, DATE = MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.DATE

#: A name of the register is believed before the tagger, which has never seen it.
KNOWN_PERSON, KNOWN_STATE, KNOWN_BODY, KNOWN_PLACE = 0.95, 0.9, 0.85, 0.75
#: Kinds in which no other mention may lie.
_CLOSED = (PERSON, ORGANISATION, PLACE, DATE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    kind: MentionKind
    start: int
    end: int
    rule: str
    confidence: float
    value: str | None = None

    def overlaps(self, other: _Candidate) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: _Candidate) -> bool:
        return self.start <= other.start and other.end <= self.end

    def crosses(self, other: _Candidate) -> bool:
        return self.overlaps(other) and not (self.holds(other) or other.holds(self))


def find_mentions(
    document: Document,
    sentences: Sequence[Sentence],
    matcher: Matcher,
    tagger: Tagger | None = None,
) -> tuple[Mention, ...]:
    """Give the mentions of a document by place, the outer before the inner one.

    `value` holds the EDTF of a date and the register id of a known name. Without a trained tagger
    for the language only dates and known names are found.
    """
    hits = matcher.find(document.text)
    tagger = tagger or load_tagger(document.language)
    candidates = list(_known(hits, matcher))
    if tagger is not None:
        kind_by_id = kinds_of_entries(matcher.register)
        candidates.extend(
            _Candidate(t.kind, t.start, t.end, "tagger", t.confidence)
            for t in tagger.tag(document.text, sentences, hits, kind_by_id)
        )
    candidates.extend(
        _Candidate(DATE, m.start, m.end, m.rule, m.confidence, m.value)
        for m in find_dates(document, sentences)
    )
    kept = _untangle(candidates)
    dates = evaluate_dates(document, sentences, [(c.start, c.end) for c in kept if c.kind is DATE])
    known_by_span = {(h.start, h.end): h.entry_ids for h in hits}
    mentions = []
    for number, c in enumerate(kept, 1):
        value = c.value
        if c.kind is DATE:
            value = dates.get((c.start, c.end)) or c.value
        elif value is None:
            ids = known_by_span.get((c.start, c.end), ())
            value = ids[0] if len(ids) == 1 and _agrees(ids[0], c.kind, matcher) else None
        mentions.append(
            Mention(
                f"m{number}",
                c.kind,
                c.start,
                c.end,
                document.text[c.start : c.end],
                value=value,
                rule=c.rule,
                confidence=c.confidence,
            )
        )
    return tuple(mentions)


def _agrees(entry_id: str, kind: MentionKind, matcher: Matcher) -> bool:
    entry = matcher.register.entries.get(entry_id)
    return entry is not None and entry.kind == kind.value


def _known(hits: Iterable[Hit], matcher: Matcher) -> Iterable[_Candidate]:
    """Turn hits of the register into candidates, where all readings of the name are of one kind."""
    entries = matcher.register.entries
    for hit in hits:
        if len(hit.kinds) != 1:
            continue
        kind = MentionKind(hit.kinds[0])
        value = hit.entry_ids[0] if len(hit.entry_ids) == 1 else None
        if kind is PLACE:
            known = entries[hit.entry_ids[0]]
            is_state = bool(known.country) and known.country.lower() == known.id  # type: ignore[union-attr]
            sure = KNOWN_STATE if is_state else KNOWN_PLACE
        else:
            sure = KNOWN_PERSON if kind is PERSON else KNOWN_BODY
        yield _Candidate(kind, hit.start, hit.end, "register", sure, value)


def _weight(c: _Candidate) -> tuple[float, int, int, str]:
    """Who wins when two do not go together: the surer one, then the longer, then the earlier."""
    return (-c.confidence, -(c.end - c.start), c.start, c.kind.value)


def _untangle(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    merged: dict[tuple[MentionKind, int, int], _Candidate] = {}
    for c in candidates:
        key = (c.kind, c.start, c.end)
        other = merged.get(key)
        if other is None:
            merged[key] = c
        else:
            # Found twice: surer, with the value of the one that has a value.
            best = min(c, other, key=_weight)
            sure = 1 - (1 - c.confidence) * (1 - other.confidence)
            merged[key] = replace(best, confidence=round(sure, 4), value=c.value or other.value)
    kept: list[_Candidate] = []
    for c in sorted(merged.values(), key=_weight):
        if all(_go_together(c, other) for other in kept):
            kept.append(c)
    return sorted(kept, key=lambda c: (c.start, -c.end, c.kind.value))


def _go_together(a: _Candidate, b: _Candidate) -> bool:
    if not a.overlaps(b):
        return True
    if a.kind is b.kind or a.crosses(b):
        return False
    outer, inner = (a, b) if a.holds(b) else (b, a)
    if a.holds(b) and b.holds(a):
        return False
    return outer.kind not in _CLOSED and inner.kind is not POST
