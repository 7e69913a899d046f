"""An event goes in; the series it is a meeting of comes out: a format such as a dialogue of states.

A format is told by its name among those who take part, or by the states that meet: when nearly
all members of one format and nobody else sit together, it is that format's meeting.
"""

from __future__ import annotations

from sijill.edtf import read_date
from sijill.event_types import has_trait
from sijill.record.items import EventItem
from sijill.tellings.parties import Parties
from sijill.tellings.reference import format_ids, format_members

#: Of a format's members so many may be missing from what a text tells of a meeting.
MOST_MISSING = 2
#: Fewer states are no format that could be known by them.
LEAST_STATES = 3


def format_of(event: EventItem, parties: Parties) -> str | None:
    """Give the register id of the format an event is a meeting of, or None.

    Only events that are meetings of a series of states; None where two formats could be meant.
    """
    if not has_trait(event.type, "series"):
        return None
    date = read_date(event.date)
    known = format_ids()
    named = {parties.register_id(p) for p in event.participants} & known
    if len(named) == 1:
        return next(iter(named))
    states = {parties.country(p) for p in (*event.participants, event.place or "")} - {None}
    if named or len(states) < LEAST_STATES:
        return None
    fitting = []
    for body in sorted(known):
        members = set(format_members(body, date))
        if members and states <= members and len(members - states) <= MOST_MISSING:
            fitting.append(body)
    return fitting[0] if len(fitting) == 1 else None


def member_states(event: EventItem, parties: Parties) -> tuple[str, ...]:
    """Give the states (country codes) whose meeting an event of a format is; empty for others."""
    return format_members(format_of(event, parties), read_date(event.date))
