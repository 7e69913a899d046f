"""A unit of work looks into the record; what it was told is noted, and it is worked out again only
when some of that has changed.

What one unit needs is not stated beforehand: who somebody is, which events are under which keys,
what an event or a source says are questions, and an answer that is the same changes nothing.
"""

# ruff: noqa: D102 - the questions are those of `Lookup`, and explained there.
from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sijill.documents.document import Status
from sijill.record.items import EventItem
from sijill.record.lookup import FACTS, Lookup
from sijill.record.material import Material
from sijill.tellings.noted import Answers, NotedParties
from sijill.workbook import Page, Workbook

T = TypeVar("T")
V = TypeVar("V")

#: The maps of the material that a unit may look into.
_MAPS = ("texts", "readings", "entity_by_local", "event_by_local", "events_by_id")


class NotedLookup(Lookup):
    """Answers as the lookup it is made of does, and notes what it was asked with the answers."""

    def __init__(self, lookup: Lookup) -> None:
        self.events = lookup.events
        self._lookup = lookup
        self.asked: dict[tuple[Any, ...], Any] = {}

    def _note(self, *question: Any) -> Any:
        if question not in self.asked:
            self.asked[question] = answer_of(self._lookup, question)
        return self.asked[question]

    @property
    def number(self) -> int:
        return int(self._note("number"))

    def kept(self, key: object, make: Callable[[], T]) -> T:
        value = self._lookup.kept(key, make)
        if key != FACTS:
            self.asked["known", key] = value
        return value

    def known(self, key: object) -> Any:
        return self._note("known", key)

    def of_type(self, event_type: str) -> list[EventItem]:
        return list(self._note("of_type", event_type))

    def of_status(self, *statuses: Status) -> list[EventItem]:
        return list(self._note("of_status", *statuses))

    def with_trait(self, trait: str) -> list[EventItem]:
        return list(self._note("with_trait", trait))

    def number_of(self, types: tuple[str, ...]) -> int:
        return int(self._note("number_of", types))

    def of_kind(
        self,
        types: tuple[str, ...],
        *,
        venues: Iterable[str] = (),
        person: str | None = None,
        states: Iterable[str] = (),
    ) -> list[EventItem]:
        return list(self._note("of_kind", types, tuple(venues), person, tuple(sorted(states))))


def answer_of(lookup: Lookup, question: tuple[Any, ...]) -> Any:
    """Ask a lookup what was noted of another."""
    name, *rest = question
    if name == "number":
        return lookup.number
    if name == "of_kind":
        types, venues, person, states = rest
        return lookup.of_kind(types, venues=venues, person=person, states=states)
    return getattr(lookup, name)(*rest)


class NotedMap(Mapping[str, V]):
    """Answers as the map it is made of does, and notes the keys that it was asked for."""

    def __init__(self, whole: Mapping[str, V]) -> None:
        self._whole = whole
        self.asked: dict[str, V | None] = {}

    def __getitem__(self, key: str) -> V:
        self.asked[key] = self._whole.get(key)
        return self._whole[key]

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError("a noted unit cannot look at everything")

    def __len__(self) -> int:
        raise NotImplementedError("a noted unit cannot look at everything")


@dataclass(frozen=True, slots=True)
class Told:
    """All that a unit was told: of who is who, of events under keys, of entries of maps."""

    parties: Answers
    events: tuple[tuple[tuple[Any, ...], Any], ...]
    entries: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]

    def holds(self, material: Material) -> bool:
        """Say whether all would be told alike."""
        for name, entries in self.entries:
            whole = getattr(material, name)
            for key, known in entries:
                found = whole.get(key)
                if found is not known and found != known:
                    return False
        return self.parties.hold(material.parties) and all(
            answer_of(material.lookup, question) == known for question, known in self.events
        )


def noted_of(
    page: Page[tuple[Told, T]],
    key: Hashable,
    given: tuple[object, ...],
    material: Material,
    make: Callable[[Material], T],
) -> T:
    """Give what a unit gives: what it gave before, while what it was given and told is the same.

    `make` is called with a material that notes what it tells. What it reads of the material
    besides (tables, languages, the index) must be among `given`.
    """
    if not page.keeps:
        return make(material)  # nobody will ask again

    def anew() -> tuple[Told, T]:
        parties = NotedParties(material.parties)
        lookup = NotedLookup(material.lookup)
        maps: dict[str, NotedMap[Any]] = {name: NotedMap(getattr(material, name)) for name in _MAPS}
        noting = replace(
            material,
            parties=parties,
            texts=maps["texts"],
            readings=maps["readings"],
            entity_by_local=maps["entity_by_local"],
            event_by_local=maps["event_by_local"],
            events_by_id=maps["events_by_id"],
            _lookups=[lookup],
        )
        value = make(noting)
        told = Told(parties.answers(), tuple(lookup.asked.items()), _entries(maps))
        return told, value

    told, value = page.get(key, given, anew)
    if told.holds(material):
        return value
    return page.put(key, given, anew())[1]


def tables_of(material: Material, workbook: Workbook) -> object:
    """Give a mark of what a unit reads of the material without asking, the same while that is.

    That are the reference tables, the index, the two states and the languages.
    """
    read = (
        *(material.visits, material.own_tables, material.index),
        *(material.between, material.languages),
    )
    return workbook.page("tables").get("read", read, object)


def _entries(
    maps: Mapping[str, NotedMap[Any]],
) -> tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]:
    return tuple((name, tuple(noted.asked.items())) for name, noted in maps.items() if noted.asked)
