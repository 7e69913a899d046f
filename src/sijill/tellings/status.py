"""What sources told about how far a happening got goes in; one status comes out.

Order of telling decides, by the days of publication, and never against the calendar: what is told
before its day has not been held, whatever verb a text uses.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.dates import Precision
from sijill.documents.document import Status
from sijill.tellings.told import Told

_PUT_OFF = (Status.POSTPONED, Status.CANCELLED)
_MEANT = (Status.PLANNED, Status.PROPOSED)


def settle(tellings: Sequence[Told]) -> tuple[Status, bool]:
    """Give the status of one happening told by all these, and whether it was worked out.

    Put off and later held is held, if sources published after the last putting off say so; put off
    stays put off against tellings that may be older. A preview alone stays planned for ever.
    "Last year's visit was once put off" is said of a visit that was held, and of a day before it.
    """
    held = [t for t in tellings if t.status is Status.HELD and not _is_preview(t)]
    previews = [t for t in tellings if t.status is Status.HELD and _is_preview(t)]
    put_off = [t for t in tellings if t.status in _PUT_OFF and not _looks_back(t, held)]
    meant = [t for t in tellings if t.status in _MEANT]
    if put_off:
        later = [t for t in held if all(_is_later(t, p) for p in put_off)]
        exact = [t for t in later if t.date is not None and t.date.is_day]
        if exact or len({t.voter for t in later}) > 1:
            return Status.HELD, False
        return _newest(put_off), False
    if held:
        return Status.HELD, False
    if meant:
        return _newest(meant), False
    return Status.PLANNED, bool(previews)


def _is_preview(told: Told) -> bool:
    """Say whether a telling was published before its happening could have begun."""
    if told.published is None or told.date is None or told.date.start is None:
        return False
    return told.published.sort_key[1] < told.date.start


def _looks_back(put_off: Told, held: Sequence[Told]) -> bool:
    """Say whether a telling names no day and comes after the day on which others tell it was held.

    Whoever was there told the day; what was put off was an earlier plan.
    """
    if put_off.published is None or (put_off.date and put_off.date.precision is Precision.DAY):
        return False
    days = [t.date for t in held if t.date is not None and t.date.precision is Precision.DAY]
    ends = [day.end for day in days if day.end is not None]
    return bool(ends) and put_off.published.sort_key[0] > max(ends)


def _is_later(one: Told, other: Told) -> bool:
    """Say whether a telling is surely newer; one without a day of publication is not."""
    if one.published is None or other.published is None:
        return False
    return one.published.sort_key[0] > other.published.sort_key[1]


def _newest(tellings: Sequence[Told]) -> Status:
    """Give the status told last; among equals the one that says least has happened."""
    order = (Status.CANCELLED, Status.POSTPONED, Status.PROPOSED, Status.PLANNED, Status.HELD)
    dated = [t for t in tellings if t.published]
    if dated:
        last = max(t.published.sort_key[1] for t in dated if t.published)
        tellings = [t for t in dated if t.published and t.published.sort_key[1] == last]
    return min((t.status for t in tellings), key=order.index)
