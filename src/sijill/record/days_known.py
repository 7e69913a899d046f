"""Groups of tellings go in; the days of what each source tells come out, as all that tell of it
settle them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from sijill.dates import PartialDate
from sijill.edtf import read_date
from sijill.record.under_keys import Under, tellers_of
from sijill.record.values import settle_date
from sijill.tellings.merging import Group

#: The days of what a source tells, by local id.
Days = tuple[tuple[str, PartialDate], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The days by the ids of sources; `changed` are those for which they are not as before."""

    by_source: Mapping[str, Days]
    changed: Collection[str]


class DaysKnown:
    """The days of what each source tells, kept up to date."""

    def __init__(self) -> None:
        self._told: Under[str, Group] = Under(tellers_of)
        self._days: dict[str, Days] = {}

    def update(self, groups: Sequence[Group]) -> Known:
        """Take these groups; one that has changed is another object."""
        changed = []
        for source_id, told in self._told.update(groups).items():
            days = tuple(sorted(_days(source_id, told), key=_LOCAL))
            if days != self._days.get(source_id, ()):
                changed.append(source_id)
            self._days[source_id] = days
        return Known(self._days, changed)


_LOCAL = itemgetter(0)


def _days(source_id: str, groups: Sequence[Group]) -> list[tuple[str, PartialDate]]:
    found = []
    for group in groups:
        day = read_date(settle_date(group.tellings, group.tellings[0].type)[0])
        if day is not None:
            own = (one for one in group.tellings if one.source_id == source_id)
            found += [(one.local_id, day) for one in own]
    return found
