"""The events of a record go in; the day from which its two states' relations count comes out, and
the day to which a text counts them.
"""

from __future__ import annotations

from collections.abc import Iterable

from sijill.checks.known_days import written_after
from sijill.checks.understanding import Understood
from sijill.dates import PartialDate
from sijill.documents.document import Reading
from sijill.edtf import read_date
from sijill.record.items import EventItem
from sijill.record.material import Material
from sijill.tellings.parties import Parties
from sijill.tellings.reference import milestones

#: The type of the event from which relations count.
BEGINNING = "relations_established"


def beginning(
    events: Iterable[EventItem], parties: Parties, between: tuple[str, str]
) -> PartialDate | None:
    """Give the day from which the pair's relations are counted: the record's, else the tables'."""
    pair = set(between)
    told = [
        (-len({c.source_id for c in e.citations}), d)
        for e in events
        if e.type == BEGINNING
        and (d := read_date(e.date)) is not None
        and pair <= {parties.country(p) for p in e.participants}
    ]
    if told:
        # Recognition comes before relations: the date that most sources give is the one meant.
        return min(told, key=lambda t: (t[0], t[1].sort_key))[1]
    known = [
        d
        for fact in milestones()
        if fact.type == BEGINNING
        and (d := read_date(fact.date)) is not None
        and pair <= {country for _, country in fact.roles}
    ]
    return max(known, key=lambda d: d.sort_key, default=None)


def day_told(
    understood: Understood, reading: Reading, material: Material
) -> tuple[PartialDate | None, bool]:
    """Give the day a length of time is told on, and whether it is told; else the earliest it can
    have been.
    """
    told = understood.before or read_date(reading.published)
    if told is not None:
        return told, True
    return read_date(written_after(reading, material)), False
