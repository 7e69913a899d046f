"""Events go in, as they come and go; each comes out with what follows from it and from those that
bear on it.

After a change only those are worked out again that have changed, or on which one bears that has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sijill.record.items import EventItem


class Rule(Protocol):
    """What follows from an event and from those that bear on it."""

    def gives(self, event: EventItem) -> Iterable[Hashable]:
        """Give the keys under which an event may bear on others."""

    def asks(self, event: EventItem) -> Iterable[Hashable]:
        """Give the keys of what may bear on an event."""

    def make(self, event: EventItem, near: Sequence[EventItem]) -> EventItem:
        """Give the event with what follows; `near` are those under its keys, in any order."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """An event as it was given, and its keys at that time."""

    event: EventItem
    gives: frozenset[Hashable]
    asks: frozenset[Hashable]


class Derived:
    """What one rule gives of all events, kept up to date."""

    def __init__(self) -> None:
        #: The events as the rule gives them, by id.
        self.made: dict[str, EventItem] = {}
        self._kept: dict[str, _Kept] = {}
        self._bearing: dict[Hashable, set[str]] = defaultdict(set)
        self._asking: dict[Hashable, set[str]] = defaultdict(set)

    def update(
        self, rule: Rule, changed: Mapping[str, EventItem | None], anew: Collection[str] = ()
    ) -> dict[str, EventItem | None]:
        """Take the events that have changed, by id; give those that come out otherwise than before.

        None stands for one that is no more. `anew` are the ids of events of which the rule may say
        something else although they are the same.
        """
        touched: set[Hashable] = set()
        again: dict[str, None] = {}
        for event_id in dict.fromkeys((*changed, *anew)):
            before = self._take(event_id)
            event = changed.get(event_id, before.event if before else None)
            if before is not None:
                touched |= before.gives
            if event is not None:
                touched |= self._put(event, rule).gives
                again[event_id] = None
        for key in touched:
            again |= dict.fromkeys(self._asking.get(key, ()))
        found: dict[str, EventItem | None] = {}
        for event_id in again:
            kept = self._kept[event_id]
            near = {i for key in kept.asks for i in self._bearing.get(key, ())}
            made = rule.make(kept.event, [self._kept[i].event for i in near])
            if self.made.get(event_id) != made:
                self.made[event_id] = found[event_id] = made
        for event_id, event in changed.items():
            if event is None and self.made.pop(event_id, None) is not None:
                found[event_id] = None
        return found

    def _put(self, event: EventItem, rule: Rule) -> _Kept:
        kept = _Kept(event, frozenset(rule.gives(event)), frozenset(rule.asks(event)))
        self._kept[event.id] = kept
        for key in kept.gives:
            self._bearing[key].add(event.id)
        for key in kept.asks:
            self._asking[key].add(event.id)
        return kept

    def _take(self, event_id: str) -> _Kept | None:
        kept = self._kept.pop(event_id, None)
        if kept is not None:
            for index, keys in ((self._bearing, kept.gives), (self._asking, kept.asks)):
                for key in keys:
                    index[key].discard(event_id)
                    if not index[key]:
                        del index[key]
        return kept
