"""Readings and their texts go in; details of protocol told in the sentences of events come out.

These are the ones that reading itself does not mark: seating, a private home, an invitation back
(`data/<language>/detail_cues.tsv`).
"""

from __future__ import annotations

from dataclasses import dataclass

from sijill.citation import Citation, cite
from sijill.reading.document import Reading, Status
from sijill.reading.patterns import longest, pattern_table
from sijill.record.material import Material
from sijill.tables import data_path

_TABLE = "detail_cues"
#: What fell through shows nothing.
_TOLD = (Status.HELD, Status.PLANNED, Status.PROPOSED)


@dataclass(frozen=True, slots=True)
class Detail:
    """A signal and the words that tell it."""

    signal: str
    citation: Citation


def details_in(material: Material) -> dict[str, list[Detail]]:
    """Give the details of each event (by item id), in the order of sources and places in them."""
    found: dict[str, list[Detail]] = {}
    for source in sorted(material.readings):
        reading, text = material.readings[source], material.texts.get(source, "")
        if not data_path(f"{reading.language}/{_TABLE}.tsv").exists():
            continue
        table = pattern_table(reading.language, _TABLE, ("signal",))
        for hit in longest(list(table.scan(text))):
            local = _event_at(reading, hit.start, hit.end)
            event = material.event_by_local.get(f"{source}#{local}") if local else None
            if event is not None:
                detail = Detail(hit.row["signal"], cite(source, text, hit.span))
                found.setdefault(event, []).append(detail)
    return found


def _event_at(reading: Reading, start: int, end: int) -> str | None:
    """Give the event whose sentence holds the words, the nearest of several."""
    near = [
        (abs(e.trigger.start - start), e.id)
        for e in reading.events
        if e.status in _TOLD and e.evidence.start <= start and end <= e.evidence.end
    ]
    return min(near)[1] if near else None
