"""The events of a record go in; those of a kind, at a place, of somebody or between two states come
out, without going through all of them.

What one question needs: the events under its own keys, a type and a venue, a person or a state. An
event under none of them does not change the answer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any, TypeVar, cast

from sijill.documents.document import Status
from sijill.event_types import has_trait
from sijill.record.items import EventItem
from sijill.tellings.families import is_same_kind
from sijill.tellings.parties import Parties

T = TypeVar("T")

FACTS = "facts"


class Lookup:
    """Looks up the events of a record; whatever it gives is in their order."""

    def __init__(self, events: Sequence[EventItem], parties: Parties) -> None:
        self.events = events
        self._parties = parties
        self._by_type: dict[str, list[int]] = defaultdict(list)
        self._by_participant: dict[str, list[int]] = defaultdict(list)
        self._by_place: dict[str, list[int]] = defaultdict(list)
        self._by_status: dict[Status, list[int]] = defaultdict(list)
        for at, event in enumerate(events):
            self._by_type[event.type].append(at)
            self._by_status[event.status].append(at)
            if event.place:
                self._by_place[event.place].append(at)
            for participant in dict.fromkeys(event.participants):
                self._by_participant[participant].append(at)
        self._by_country: dict[str, frozenset[int]] | None = None
        self._kinds: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._venues: dict[str, frozenset[int]] = {}
        self._kept: dict[Any, Any] = {}

    @property
    def number(self) -> int:
        """How many events there are."""
        return len(self.events)

    def kept(self, key: object, make: Callable[[], T]) -> T:
        """Give what somebody worked out from these events before, under a key of his own.

        What is kept under FACTS is of the reference tables alone.
        """
        if key not in self._kept:
            self._kept[key] = make()
        return cast(T, self._kept[key])

    def known(self, key: object) -> Any:
        """Give what is kept under a key; None where nobody has worked it out yet."""
        return self._kept.get(key)

    def of_type(self, event_type: str) -> list[EventItem]:
        """Give the events of exactly one type."""
        return [self.events[at] for at in self._by_type.get(event_type, ())]

    def of_status(self, *statuses: Status) -> list[EventItem]:
        """Give the events of some statuses."""
        found = chain.from_iterable(self._by_status.get(status, ()) for status in statuses)
        return [self.events[at] for at in sorted(found)]

    def with_trait(self, trait: str) -> list[EventItem]:
        """Give the events whose type has a trait."""
        types = [t for t in self._by_type if has_trait(t, trait)]
        return [self.events[at] for at in sorted(at for t in types for at in self._by_type[t])]

    def number_of(self, types: tuple[str, ...]) -> int:
        """Count the events that one of these types can name."""
        return len(self._of_kind(types))

    def of_kind(
        self,
        types: tuple[str, ...],
        *,
        venues: Iterable[str] = (),
        person: str | None = None,
        states: Iterable[str] = (),
    ) -> list[EventItem]:
        """Give the events that one of these types can name.

        With `venues` only those at one of them or with one of them as participant, with `person`
        only those of this participant, with `states` (codes) only those with somebody of each.
        """
        kind = self._of_kind(types)
        limits = [self._at(venues)] if (venues := tuple(venues)) else []
        if person is not None:
            limits.append(frozenset(self._by_participant.get(person, ())))
        limits += [self._of_state(state) for state in states]
        if not limits:
            return [self.events[at] for at in kind]
        limits.sort(key=len)
        found = limits[0].intersection(*limits[1:])
        return [self.events[at] for at in sorted(found) if _holds(kind, at)]

    def _of_kind(self, types: tuple[str, ...]) -> tuple[int, ...]:
        if types not in self._kinds:
            own = [t for t in self._by_type if any(is_same_kind(t, other) for other in types)]
            self._kinds[types] = tuple(sorted(at for t in own for at in self._by_type[t]))
        return self._kinds[types]

    def _at(self, venues: Iterable[str]) -> frozenset[int]:
        return frozenset().union(*(self._at_venue(venue) for venue in venues))

    def _at_venue(self, venue: str) -> frozenset[int]:
        if venue not in self._venues:
            places = [p for p in self._by_place if self._parties.covers(venue, p)]
            self._venues[venue] = frozenset(self._by_participant.get(venue, ())).union(
                *(self._by_place[place] for place in places)
            )
        return self._venues[venue]

    def _of_state(self, state: str) -> frozenset[int]:
        if self._by_country is None:
            found: dict[str, set[int]] = defaultdict(set)
            for participant, own in self._by_participant.items():
                country = self._parties.country(participant)
                if country is not None:
                    found[country].update(own)
            self._by_country = {country: frozenset(own) for country, own in found.items()}
        return self._by_country.get(state, frozenset())


def _holds(numbers: Sequence[int], number: int) -> bool:
    """Say whether ascending numbers hold one."""
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number
