"""A decided event and what sources tell of it by now go in; the fields come out on which a source
has told something else since the decision.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sijill.documents.document import Status
from sijill.edtf import read_date
from sijill.record.items import EventItem
from sijill.tellings.families import may_name_one
from sijill.tellings.parties import Parties

_PUT_OFF = (Status.POSTPONED.value, Status.CANCELLED.value)
#: Fields in whose words sources may differ without disagreeing.
_FREE = ("what", "amount", "signals", "part_of")


def told_values(event: EventItem, fields: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Give every value that sources tell of these fields; what was worked out is left aside."""
    told: dict[str, set[str]] = {name: set() for name in fields}
    for telling in event.tellings:
        if telling.field in told and not telling.inferred:
            told[telling.field].add(telling.value)
    return {name: tuple(sorted(values)) for name, values in told.items()}


def contested_fields(
    event: EventItem,
    decided: Mapping[str, Any],
    seen: Mapping[str, Sequence[str]],
    parties: Parties,
) -> tuple[str, ...]:
    """Give the fields for which a source tells a value that speaks against the decided one.

    What had been told when the decision was taken (`seen`) is settled by it. A coarser or finer
    value of the same is no other value.
    """
    told = told_values(event, tuple(decided))
    return tuple(
        name
        for name, value in decided.items()
        if any(
            other not in seen.get(name, ()) and _speaks_against(name, value, other, parties)
            for other in told[name]
        )
    )


def _speaks_against(field: str, value: Any, other: str, parties: Parties) -> bool:
    if field in _FREE:
        return False
    if field == "participants":
        return other not in value
    if value is None:
        return True
    if field == "date":
        decided, told = read_date(str(value)), read_date(other)
        if decided is None or told is None:
            return False
        return not (decided.covers(told) or told.covers(decided))
    if field == "place":
        return parties.apart(str(value), other)
    if field == "type":
        return not may_name_one(str(value), other)
    if field == "status":
        # That it was planned once is no news about what was held.
        return (value == Status.HELD.value and other in _PUT_OFF) or (
            value != Status.HELD.value and other == Status.HELD.value
        )
    return str(value) != other
