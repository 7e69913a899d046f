"""A reading and its text go in; what shows that another text is the same comes out: the trace of
one source.

What one trace needs: its own reading, its own text, and the canonical ids of those it names. No
other source counts, so a trace can be kept as long as these three are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sijill.citation import Span
from sijill.documents.document import QuotationKind, Reading
from sijill.edtf import read_date
from sijill.reuse.anchors import Anchored, anchored, is_figure
from sijill.reuse.outlets import agency_of, outlet_of
from sijill.reuse.shingles import shingles

#: When less of a text than this stands outside of quotation marks, all of it counts.
_OWN_WORDS = 0.3


@dataclass(frozen=True, slots=True)
class Trace:
    """What is held against other texts.

    `size` is in code points, `mentions` counts; `published` is an EDTF as the reading has it;
    `signer` is the agency or outlet that signs. `runs` are the shingles of the outlet's own words,
    in order; `sentences` have the anchors, as `anchored` gives them; `figures` are the numbers and
    days among these, in order: two reports of one event have figures of their own.
    """

    source_id: str
    language: str
    published: str | None
    size: int
    mentions: int
    signer: str | None = None
    runs: tuple[int, ...] = field(default=(), repr=False)
    sentences: tuple[Anchored, ...] = field(default=(), repr=False)
    figures: tuple[str, ...] = field(default=(), repr=False)

    @property
    def day(self) -> date | None:
        """The first day on which it may have come out."""
        when = read_date(self.published)
        return when.sort_key[0] if when else None


def trace_of(
    reading: Reading, text: str, entity_by_local: Mapping[str, str] | None = None
) -> Trace:
    """Give the trace of one source; `entity_by_local` needs to hold no other source's people."""
    sentences = anchored(reading, text, entity_by_local)
    return Trace(
        reading.source_id,
        reading.language,
        reading.published,
        len(text),
        len(reading.mentions),
        agency_of(text, reading.language) or outlet_of(reading.outlet),
        tuple(sorted(_own_runs(reading, text))),
        sentences,
        tuple(sorted({a for s in sentences for a in s.anchors if is_figure(a)})),
    )


def _own_runs(reading: Reading, text: str) -> frozenset[int]:
    quoted = [
        Span(q.start, q.end) for q in reading.quotations if q.kind is not QuotationKind.INDIRECT
    ]
    whole = shingles(text, reading.language)
    own = shingles(text, reading.language, quoted) if quoted else whole
    return own if len(own) >= _OWN_WORDS * len(whole) else whole
