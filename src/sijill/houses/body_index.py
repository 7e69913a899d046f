"""The bodies of one text go in as they are joined; those that a name can mean come out.

A place or organisation is found again by its id, by its words, or by some of them; «the company» is
the last one told before. Each question looks only at the bodies that share a word with the name, so
that a text of a thousand houses costs no more than a thousand times one.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sijill.documents.deadline import check
from sijill.documents.document import ORGANISATION, Mention, MentionKind

Key = tuple[str, ...]
#: Marks an ending among the words; no word holds it.
_TAIL = "…"


@dataclass(slots=True)
class Body:
    """One place or organisation while a text is being read."""

    kind: MentionKind
    mentions: list[Mention] = field(default_factory=list)
    #: How it is called, each name once, in the order of the mentions.
    names: dict[str, None] = field(default_factory=dict)
    #: The keys of an organisation: places are asked for by the whole key alone.
    keys: set[Key] = field(default_factory=set)
    #: The words of its names, of which «the ministry» is one, whatever key they have.
    words: set[Key] = field(default_factory=set)
    register_id: str | None = None
    country: str | None = None

    def take(self, mention: Mention) -> None:
        """Put one more mention in."""
        self.mentions.append(mention)
        self.names[mention.text] = None


class BodyIndex:
    """Finds bodies by id, key and word; `forms` gives the words that a name can be asked by.

    `nouns` are the words by which a name alone is asked where it was told last, `endings` what
    names may be asked by that end in them.
    """

    def __init__(
        self,
        forms: Callable[[Key], Iterable[str]],
        endings: Collection[str],
        nouns: frozenset[str],
    ) -> None:
        self.bodies: list[Body] = []
        self._forms = forms
        self._endings = endings
        self._nouns = nouns
        self._by_id: dict[tuple[MentionKind, str], int] = {}
        self._by_key: dict[tuple[MentionKind, Key], int] = {}
        #: The organisations by a word of their keys.
        self._with_part: defaultdict[str, set[int]] = defaultdict(set)
        #: Where organisations are told (start, -number): all, those whose names hold a noun, each.
        self._told: list[tuple[int, int]] = []
        self._told_with: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        self._places: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        self._words_of: defaultdict[int, set[str]] = defaultdict(set)
        #: Those not yet among them, with the words of their names: few texts ask.
        self._untold: list[tuple[int, Mention, Key]] = []

    def add(self, body: Body) -> int:
        """Put a new body in and give its number."""
        self.bodies.append(body)
        return len(self.bodies) - 1

    def tell(self, number: int, mention: Mention, key: Key | None, words: Key | None) -> None:
        """Give a body one more mention, and the key and words by which it is found from now on."""
        body = self.bodies[number]
        body.take(mention)
        kind, by_id, by_key = body.kind, self._by_id, self._by_key
        if body.register_id and number < by_id.setdefault((kind, body.register_id), number):
            by_id[kind, body.register_id] = number
        if key is not None and number < by_key.setdefault((kind, key), number):
            by_key[kind, key] = number
        if kind is not ORGANISATION:
            return
        check()
        self._untold.append((number, mention, words or ()))
        if key is not None and key not in body.keys:
            body.keys.add(key)
            for part in self._forms(key):
                self._with_part[part].add(number)
        if words is not None:
            body.words.add(words)

    def _sort_in(self) -> None:
        """Let the organisations told since the last question be found by place and word."""
        for number, mention, key in self._untold:
            told = (mention.start, -number)
            insort(self._told, told)
            mine = self._words_of[number]
            for word in mine:
                insort(self._told_with[word], told)
            places = self._places[number]
            places.append(told)
            asked = self._nouns.intersection(self._forms(key))
            if self._endings:
                ends = [_TAIL + e for e in self._endings if mention.text.endswith(e)]
                asked = asked.union(ends)
            for word in asked - mine:
                mine.add(word)
                for place in places:
                    insort(self._told_with[word], place)
        self._untold.clear()

    def known(self, kind: MentionKind, register_id: str | None, key: Key) -> int | None:
        """Give the first body that has an id or a key."""
        with_id = self._by_id.get((kind, register_id)) if register_id else None
        with_key = self._by_key.get((kind, key)) if key else None
        if with_id is None or with_key is None:
            return with_key if with_id is None else with_id
        return min(with_id, with_key)

    def with_parts(self, key: Key) -> list[int]:
        """Give the organisations, in order, whose keys hold each part of another."""
        sets: list[set[int]] = []
        for part in key:
            holding = self._with_part.get(part)
            if holding is None:
                return []  # as for most names, whose first word no other has
            sets.append(holding)
        sets.sort(key=len)
        return sorted(sets[0].intersection(*sets[1:])) if sets else []

    def before(self, place: int) -> Iterator[tuple[int, int]]:
        """Give where organisations are told before a place, and which: the last first.

        Of those in one place the first comes first.
        """
        self._sort_in()
        return _backwards(self._told, place)

    def with_word_before(self, place: int, key: Key) -> Iterator[tuple[int, int]]:
        """Give those whose names hold the one of a key's nouns that the fewest hold."""
        self._sort_in()
        told = min((self._told_with.get(part, []) for part in key), key=len, default=[])
        return _backwards(told, place)

    def with_ending_before(self, place: int, ending: str) -> Iterator[tuple[int, int]]:
        """Give those of which a name ends in one of the endings."""
        self._sort_in()
        return _backwards(self._told_with.get(_TAIL + ending, []), place)


def _backwards(told: Sequence[tuple[int, int]], place: int) -> Iterator[tuple[int, int]]:
    for at in range(bisect_left(told, (place,)) - 1, -1, -1):
        check()
        yield told[at][0], -told[at][1]
