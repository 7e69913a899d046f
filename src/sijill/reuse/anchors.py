"""A reading and its text go in; its sentences come out with what stands in them in any language:
who and what is named, numbers, dates, quotations, happenings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from sijill.citation import Ranged, Span
from sijill.documents.document import Mention, MentionKind, QuotationKind, Reading
from sijill.documents.sentences import sentence_places
from sijill.reuse.numbers import TOLD_OTHERWISE, Number, find_numbers
from sijill.text import KANJI, fold

#: How much an anchor of each kind says that two sentences tell the same. Set by hand; measured with
#: `benchmarks/voices.py`, which is to be run again when one changes.
WEIGHTS = {
    "person": 1.0,
    "organisation": 1.0,
    "place": 0.6,
    "number": 1.2,
    "date": 0.9,
    "quoted": 0.6,
    "event": 0.4,
    "claim": 0.6,
    "word": 0.5,
}
_WORD = re.compile(r"\w{4,}")
_JAPANESE_WORD = re.compile(rf"[\u30a0-\u30ff]{{3,}}|[{KANJI}]{{2,}}|[A-Za-z]{{3,}}")


@dataclass(frozen=True, slots=True)
class Anchored(Ranged):
    """One sentence: its place, its paragraph (0 is the headline), and its anchors, counted.

    An anchor is a kind and a value of no language: `person:tokayev`, `number:14`,
    `date:2025-12-18`, `quoted:`, `event:audience`, `claim:first`; texts of one language also
    have `word:`s. `length` is in code points.
    """

    start: int
    end: int
    paragraph: int
    anchors: Mapping[str, int]

    @property
    def span(self) -> Span:
        """The place of the sentence."""
        return Span(self.start, self.end)

    @property
    def length(self) -> int:
        """How long the sentence is, in code points."""
        return self.end - self.start


def anchored(
    reading: Reading,
    text: str,
    entity_by_local: Mapping[str, str] | None = None,
    *,
    with_words: bool = False,
) -> tuple[Anchored, ...]:
    """Give the sentences of a text with their anchors, in order.

    `entity_by_local` maps "<source id>#<local id>" to canonical ids; without it, names meet by the
    register alone. `with_words` adds the longer words, for two texts of one language.
    """
    marks: list[tuple[int, str]] = []
    dated = [m for m in reading.mentions if m.kind is MentionKind.DATE]
    for mention in reading.mentions:
        mark = _mark(mention, reading, entity_by_local or {})
        if mark:
            marks.append((mention.start, mark))
    for number in plain_numbers(reading, text, dated):
        marks.append((number.start, f"number:{number.value:g}"))
    marks += [(e.trigger.start, f"event:{e.type}") for e in reading.events]
    marks += [(c.start, f"claim:{c.kind.value}") for c in reading.claims]
    marks += [
        (q.start, "quoted:") for q in reading.quotations if q.kind is not QuotationKind.INDIRECT
    ]
    marks.sort()
    result, at = [], 0
    for start, end, paragraph in sentence_places(text, reading.language):
        found: Counter[str] = Counter()
        while at < len(marks) and marks[at][0] < start:
            at += 1
        while at < len(marks) and marks[at][0] < end:
            found[marks[at][1]] += 1
            at += 1
        if with_words:
            words = _JAPANESE_WORD if reading.language == "ja" else _WORD
            cut = text[start:end]
            found.update(f"word:{fold(w)}" for w in {m.group() for m in words.finditer(cut)})
        result.append(Anchored(start, end, paragraph, found))
    return tuple(result)


def named(
    reading: Reading, text: str, entity_by_local: Mapping[str, str] | None = None
) -> frozenset[str]:
    """Give the anchors of people, numbers and dates of a text, without its sentences."""
    marks = (_mark(mention, reading, entity_by_local or {}) for mention in reading.mentions)
    kept = {mark for mark in marks if mark and mark.startswith(("person:", "date:"))}
    return frozenset(kept | {f"number:{n.value:g}" for n in plain_numbers(reading, text)})


def plain_numbers(
    reading: Reading, text: str, dated: Sequence[Mention] | None = None
) -> list[Number]:
    """Give the numbers of a text that are no part of a date."""
    if dated is None:
        dated = [m for m in reading.mentions if m.kind is MentionKind.DATE]
    return [
        n
        for n in find_numbers(text, reading.language)
        if not any(n.overlaps(m.span) for m in dated)
    ]


def _mark(mention: Mention, reading: Reading, entity_by_local: Mapping[str, str]) -> str | None:
    if mention.kind is MentionKind.DATE:
        return f"date:{mention.value}" if mention.value else None
    if mention.kind is MentionKind.POST or mention.entity is None:
        return None
    known = entity_by_local.get(f"{reading.source_id}#{mention.entity}")
    if known is None:
        entity = next((e for e in reading.entities if e.id == mention.entity), None)
        known = (entity and entity.register_id) or mention.value
    return f"{mention.kind.value}:{known}" if known else None


def is_figure(anchor: str) -> bool:
    """Say whether an anchor is a day, or a number that is not told in other ways as well."""
    kind, _, value = anchor.partition(":")
    if kind == "number":
        return float(value) >= TOLD_OTHERWISE
    return kind == "date" and len(value) == len("2025-12-18")


def kind_weight(anchor: str) -> float:
    """Give the weight of an anchor's kind."""
    return WEIGHTS.get(anchor.partition(":")[0], 0.0)


def weights_of(texts: Iterable[Sequence[Anchored]]) -> dict[str, float]:
    """Give each anchor's weight in some texts: by its kind, and less if many sentences have it."""
    seen: Counter[str] = Counter()
    total = 0
    for sentences in texts:
        for sentence in sentences:
            total += 1
            seen.update(sentence.anchors.keys())
    told = {times: log(1 + total / times) for times in set(seen.values())}
    whole = log(1 + max(total, 1))
    return {anchor: kind_weight(anchor) * told[times] / whole for anchor, times in seen.items()}
