"""Entities of several texts that no register knows go in; judgements between them come out.

Those of one spelling are gathered first; what is left is compared by sound, only where blocking
says that it is worth it. What is compared depends on the two sides alone, so that one more entity
has only its own spelling gathered anew, and that compared with what sounds alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from sijill.identity.candidates import Index
from sijill.identity.judgement import Judgement
from sijill.identity.known import name_key
from sijill.identity.locals import Local
from sijill.identity.peers import Bearers, compare_bearers, gather, is_common

#: A spelling: the kind of what bears it, and its letters alone.
Spelling = tuple[str, str]
#: One group of bearers of a spelling, by the order in which it was made.
Place = tuple[str, str, int]


@dataclass(slots=True)
class _Gathered:
    """The bearers of one spelling, parted where they contradict each other."""

    members: tuple[Local, ...]
    groups: list[Bearers]
    judgements: list[Judgement]
    #: What the groups are judged to be beside others, by the places of both, the smaller first.
    pairs: dict[tuple[Place, Place], Judgement] = field(default_factory=dict)


def spelt(entities: Iterable[Local]) -> list[tuple[Spelling, Local]]:
    """Give the spelling of each entity that has a name of its own.

    "The Palace", "the Ministry": in two texts it may be two.
    """
    return [
        ((local.kind, name_key(local.full_names[0])), local)
        for local in entities
        if local.names and not is_common(local)
    ]


class Peers:
    """Judgements between entities that can be brought up to date: the same as all judged anew."""

    def __init__(self) -> None:
        self._spellings: dict[Spelling, _Gathered] = {}
        self._index: Index[Place] = Index()

    def update(
        self,
        bearers: Iterable[tuple[Spelling, Local]],
        cite: Callable[[Judgement], Judgement] = lambda judged: judged,
    ) -> list[Judgement]:
        """Judge these entities, those of before that are not among them no more.

        `cite` gives a new judgement the words that it stands on.
        """
        self._cite = cite
        given: dict[Spelling, list[Local]] = {}
        for spelling, local in sorted(bearers, key=lambda pair: pair[1].key):
            given.setdefault(spelling, []).append(local)
        for spelling in [s for s in self._spellings if s not in given]:
            self._drop(spelling)
        new = set()
        for spelling, members in given.items():
            known = self._spellings.get(spelling)
            if known is None or not _are_same(known.members, members):
                if known is not None:
                    self._drop(spelling)
                self._put(spelling, tuple(members))
                new.add(spelling)
        for spelling in sorted(new):
            self._judge(spelling, new)
        return list(self._all())

    def _all(self) -> Iterator[Judgement]:
        for spelling in sorted(self._spellings):
            gathered = self._spellings[spelling]
            yield from gathered.judgements
            yield from (
                judged for (one, _), judged in gathered.pairs.items() if one[:2] == spelling
            )

    def _put(self, spelling: Spelling, members: tuple[Local, ...]) -> None:
        groups, judgements = gather(spelling[0], members)
        self._spellings[spelling] = _Gathered(members, groups, list(map(self._cite, judgements)))
        for number, group in enumerate(groups):
            for name in group.names:
                self._index.add((*spelling, number), name)

    def _drop(self, spelling: Spelling) -> None:
        gathered = self._spellings.pop(spelling)
        for number, group in enumerate(gathered.groups):
            for name in group.names:
                self._index.remove((*spelling, number), name)
        for pair in gathered.pairs:
            for place in pair:
                other = self._spellings.get(place[:2])
                if other is not None:
                    other.pairs.pop(pair, None)

    def _judge(self, spelling: Spelling, new: set[Spelling]) -> None:
        """Judge the groups of a spelling beside what sounds alike; of two new ones once."""
        gathered = self._spellings[spelling]
        judged = {(j.left, j.right) for j in gathered.judgements}
        for number, group in enumerate(gathered.groups):
            place = (*spelling, number)
            for other_place in self._index.candidates(group.names):
                other_spelling = other_place[:2]
                if other_place == place or other_spelling[0] != spelling[0]:
                    continue
                if other_place < place and other_spelling in new:
                    continue  # judged when the other was
                other = self._spellings[other_spelling]
                first, second = sorted((place, other_place))
                judgement = compare_bearers(self._at(first), self._at(second))
                if judgement is None:
                    continue
                if other_spelling == spelling and (judgement.left, judgement.right) in judged:
                    continue
                cited = self._cite(judgement)
                gathered.pairs[first, second] = other.pairs[first, second] = cited

    def _at(self, place: Place) -> Bearers:
        return self._spellings[place[:2]].groups[place[2]]


def _are_same(known: tuple[Local, ...], members: list[Local]) -> bool:
    return len(known) == len(members) and all(
        one is other or one == other for one, other in zip(known, members, strict=True)
    )
