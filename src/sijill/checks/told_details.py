"""Readings and their texts go in; details of protocol told in the sentences of events come out.

These are the ones that reading itself does not mark: seating, a private home, an invitation back
(`data/<language>/detail_cues.tsv`). What a source tells of them depends on its reading and text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sijill.citation import Citation, Span, cite
from sijill.documents.document import Event, Reading, Status
from sijill.documents.patterns import Hit, longest, pattern_table
from sijill.record.material import Material
from sijill.tables import cell_list, data_path, open_table
from sijill.workbook import Workbook

_TABLE = "detail_cues"
#: What fell through shows nothing.
_TOLD = (Status.HELD, Status.PLANNED, Status.PROPOSED)


@dataclass(frozen=True, slots=True)
class Detail:
    """A signal and the words that tell it."""

    signal: str
    citation: Citation


def details_in(material: Material, workbook: Workbook) -> dict[str, list[Detail]]:
    """Give the details of each event (by item id), in the order of sources and places in them."""
    readings, texts = material.readings, material.texts
    ids = sorted(readings)
    details = workbook.page("details").take_over(
        ids, material.changed, lambda i: (readings[i], texts.get(i, "")), details_told
    )
    found: dict[str, list[Detail]] = {}
    for source_id, told in zip(ids, details, strict=True):
        for local, detail in told:
            event = material.event_by_local.get(f"{source_id}#{local}")
            if event is not None:
                found.setdefault(event, []).append(detail)
    return found


def details_told(reading: Reading, text: str) -> list[tuple[str, Detail]]:
    """Give the details that one source tells, each with the local id of its event."""
    near = _near(reading.language)
    if near is None:
        return []
    told = [e for e in reading.events if e.status in _TOLD]
    places = [match.start() for match in near.finditer(text)] if told else []
    sentences = {
        e.evidence for e in told if any(e.evidence.start <= p < e.evidence.end for p in places)
    }
    hits = {
        (hit.row["signal"], Span(sentence.start + hit.start, sentence.start + hit.end))
        for sentence in sentences
        for hit in _hits(reading.language, text[sentence.start : sentence.end])
    }
    return [
        (local, Detail(signal, cite(reading.source_id, text, span)))
        for signal, span in sorted(hits, key=lambda hit: (hit[1], hit[0]))
        if (local := _event_at(told, span))
    ]


def _hits(language: str, sentence: str) -> list[Hit]:
    return longest(list(pattern_table(language, _TABLE, ("signal", "near")).scan(sentence)))


@cache
def _near(language: str) -> re.Pattern[str] | None:
    """Give what stands in every sentence with such a detail; None where no table tells any."""
    name = f"{language}/{_TABLE}.tsv"
    if not data_path(name).exists():
        return None
    words = {w for row in open_table(name, ("near",)) for w in cell_list(row["near"])}
    return re.compile("|".join(map(re.escape, sorted(words))), re.IGNORECASE) if words else None


def _event_at(events: Sequence[Event], span: Span) -> str | None:
    """Give the event whose sentence holds the words, the nearest of several."""
    near = [(abs(e.trigger.start - span.start), e.id) for e in events if e.evidence.contains(span)]
    return min(near)[1] if near else None
