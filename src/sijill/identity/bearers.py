"""Entities of several texts that no register knows go in; judgements between them come out.

Those of one spelling are gathered first; what is left is compared by sound, only where blocking
says that it is worth it. What is compared depends on the two sides alone, so that one more entity
has only its own spelling gathered anew, and that compared with what sounds alike.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from sijill.identity.candidates import Index
from sijill.identity.judgement import Judgement
from sijill.identity.known import name_key
from sijill.identity.locals import Local
from sijill.identity.peers import Bearers, compare_bearers, gather, is_common

#: A spelling: the kind of what bears it, and its letters alone.
Spelling = tuple[str, str]
_KEY = attrgetter("key")
#: One group of bearers of a spelling, by the order in which it was made.
Place = tuple[str, str, int]


@dataclass(slots=True)
class _Gathered:
    """The bearers of one spelling, parted where they contradict each other."""

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
        self._members: dict[Spelling, list[Local]] = {}
        self._spellings: dict[Spelling, _Gathered] = {}
        self._index: Index[Place] = Index()
        self._gone: list[Judgement] = []
        self._come: list[Judgement] = []

    def update(
        self,
        gone: Iterable[tuple[Spelling, Local]],
        come: Iterable[tuple[Spelling, Local]],
        cite: Callable[[Judgement], Judgement] = lambda judged: judged,
    ) -> tuple[list[Judgement], list[Judgement]]:
        """Judge entities that have come, and those of before that are gone no more.

        `cite` gives a new judgement the words that it stands on. Gives the judgements that do not
        hold any more, and those that do now.
        """
        self._cite, self._gone, self._come = cite, [], []
        changed: dict[Spelling, None] = {}
        for spelling, local in gone:
            changed[spelling] = None
            members = self._members[spelling]
            del members[bisect_left(members, local.key, key=_KEY)]
        for spelling, local in come:
            changed[spelling] = None
            insort(self._members.setdefault(spelling, []), local, key=_KEY)
        for spelling in changed:
            if spelling in self._spellings:
                self._drop(spelling)
        new = set()
        for spelling in changed:
            if self._members[spelling]:
                self._put(spelling, tuple(self._members[spelling]))
                new.add(spelling)
            else:
                del self._members[spelling]
        for spelling in sorted(new):
            self._judge(spelling, new)
        return self._gone, self._come

    def _put(self, spelling: Spelling, members: tuple[Local, ...]) -> None:
        groups, judgements = gather(spelling[0], members)
        self._spellings[spelling] = gathered = _Gathered(groups, list(map(self._cite, judgements)))
        self._come += gathered.judgements
        for number, group in enumerate(groups):
            for name in group.names:
                self._index.add((*spelling, number), name)

    def _drop(self, spelling: Spelling) -> None:
        gathered = self._spellings.pop(spelling)
        self._gone += gathered.judgements
        for number, group in enumerate(gathered.groups):
            for name in group.names:
                self._index.remove((*spelling, number), name)
        for pair, judged in gathered.pairs.items():
            self._gone.append(judged)
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
                self._come.append(cited)

    def _at(self, place: Place) -> Bearers:
        return self._spellings[place[:2]].groups[place[2]]
