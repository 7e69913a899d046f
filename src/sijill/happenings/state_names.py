"""A passage goes in; which of its places are states, and which states it tells of, comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from sijill.documents.document import ORGANISATION, PLACE
from sijill.documents.passage import Passage
from sijill.register.load import load_register
from sijill.tables import open_table
from sijill.text import fold

#: So far back in its paragraph whom a place speaks of may be named (code points).
_PARAGRAPH = 600
_BOTH = 2


class StateNames:
    """The states among the places of one passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._states = _state_names(passage.language)
        self._is_state: dict[str, bool] = {}

    def is_state(self, entity_id: str | None) -> bool:
        """Say whether a place is a state."""
        if entity_id not in self._is_state:
            self._is_state[entity_id or ""] = self._names_a_state(entity_id)
        return self._is_state[entity_id or ""]

    def is_capital(self, entity_id: str | None) -> bool:
        """Say whether a place is the capital of a state."""
        entity = self.passage.entities.get(entity_id or "")
        return entity is not None and entity.register_id in _capitals()

    def _names_a_state(self, entity_id: str | None) -> bool:
        entity = self.passage.entities.get(entity_id or "")
        if entity is None or entity.kind is not PLACE:
            return False
        names = {entity.name, entity.name_en or "", entity.register_id or ""}
        names.update([m.text for m in self.passage.mentions_of(entity_id)[:4]])
        return not self._states.isdisjoint(map(fold, names))

    def place_in_name(self, entity_ids: Iterable[str]) -> str | None:
        """Give the town in a body's name: the embassy of Japan in Amman stands in Amman."""
        wanted = set(entity_ids)
        mentions = self.passage.mentions
        bodies = [m for m in mentions if m.kind is ORGANISATION and m.entity in wanted]
        if not bodies:
            return None
        places = [m for m in mentions if m.kind is PLACE and not self.is_state(m.entity)]
        for body in bodies:
            folded = fold(body.text)
            for mention in places:
                name = fold(mention.text)
                # Three letters may stand in any word, but not before «の»: アクラの大使館.
                is_told = name in folded if len(name) > 3 else f"{name}の" in folded
                if is_told and mention.entity:
                    return mention.entity
        return None

    def states_in(self, start: int, end: int) -> list[str]:
        """Give the states named in a stretch, nested ones too, each once, in order."""
        found: dict[str, None] = {}
        for mention in self.passage.mentions_in(start, end, (PLACE,)):
            if mention.entity and self.is_state(mention.entity):
                found.setdefault(mention.entity)
        return list(found)

    def main_states(self) -> list[str]:
        """Give the two states that the text names most, in the order of first mention."""
        places = (m.entity for m in self.passage.mentions if m.kind is PLACE)
        counts = Counter(p for p in places if p)
        order = [place for place in counts if self.is_state(place)]
        most = sorted(order, key=lambda e: (-counts[e], order.index(e)))[:2]
        return [e for e in order if e in most]

    def both_states(self, at: int) -> list[str]:
        """Give the two states that “both countries” means at a place.

        They are the two that its paragraph named before, where those are two: a digest tells of
        others in each of its items. Else they are those that the text tells of.
        """
        named = self.states_in(self.paragraph_before(at), at)
        return named if len(named) == _BOTH else self.main_states()

    def paragraph_before(self, at: int) -> int:
        """Give where the paragraph of a place begins, or a long one's last part before it."""
        return max(self.passage.text.rfind("\n", 0, at) + 1, at - _PARAGRAPH)

    def state_of_country(self, country: str | None) -> str | None:
        """Give the state of the text that has a country code."""
        if not country:
            return None
        for entity in self.passage.entities.values():
            if entity.country == country and self.is_state(entity.id):
                return entity.id
        return None


@lru_cache(maxsize=8)
def _state_names(language: str) -> frozenset[str]:
    """Give the folded names of all states in a language and in English, with their ids."""
    names: set[str] = set()
    ids: set[str] = set()
    for row in open_table("world/states.tsv", ("id", "status")):
        if row["status"] == "state":
            ids.add(row["id"])
            names.add(fold(row["id"]))
    register = load_register()
    for entry_id in ids:
        for code in (language, "en"):
            names.update(fold(form) for form in register.entries[entry_id].names.get(code, ()))
    return frozenset(names)


@lru_cache(maxsize=1)
def _capitals() -> frozenset[str]:
    """Give the register ids of the capitals of states."""
    rows = open_table("world/states.tsv", ("id", "status", "capital"))
    return frozenset(row["capital"] for row in rows if row["status"] == "state" and row["capital"])
