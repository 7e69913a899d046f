"""The tellings of all sources go in; groups of tellings that tell one happening come out.

The most exact tellings come first, so that vague ones join what is known and not the other way
round: where a telling goes depends on those before it alone. So after a change only those are
looked at again that stand behind it and might have gone with what has changed.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from operator import attrgetter
from typing import TypeVar

from sijill.edtf import length_days
from sijill.tellings.blocks import Key, marks_of, times_asked, times_kept
from sijill.tellings.families import family
from sijill.tellings.likeness import (
    TELLING_APART,
    Apart,
    are_surely_two,
    compare,
    needed,
)
from sijill.tellings.parties import Parties
from sijill.tellings.told import Told

#: Two groups that fit an undated telling about equally well: then nobody knows which is meant.
TOO_CLOSE = 0.3
#: So many members that tell different things speak for a group; the rest repeats them.
VOICES = 10

Rank = tuple[int, int, int, int, str, str, int, str, int]
#: A telling of a source: its local id, and a number where several have this.
_Name = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Tellings of one happening, the most exact one first, and why each later one joined."""

    tellings: tuple[Told, ...]
    why: tuple[tuple[str, ...], ...]


@dataclass(slots=True, eq=False)
class _Stand:
    """One telling among all: its rank, the blocks it lies in, what it fits, and where it went.

    `fits` are the groups that it fits, by what founded them, with score and reasons. `founder` is
    what founded the group it went to, itself where it began one, None before it went anywhere.
    """

    told: Told
    rank: Rank
    kinds: tuple[str, ...]
    marks: tuple[list[str], list[str]]
    asked: list[str]
    fits: dict[_Stand, tuple[float, tuple[str, ...]]] = field(default_factory=dict)
    founder: _Stand | None = None
    why: tuple[str, ...] = ()
    #: Groups that have changed since it went where it is.
    changed: set[_Stand] = field(default_factory=set)
    is_new: bool = True

    def asks(self) -> Iterator[Key]:
        """Give the blocks in which it looks for what tells the same."""
        return ((*pair, time) for pair in self.pairs_asked() for time in self.asked)

    def keeps(self) -> Iterator[Key]:
        """Give the blocks in which it is found."""
        times = times_kept(self.told.date)
        return ((*pair, time) for pair in self.pairs_kept() for time in times)

    def pairs_asked(self) -> Iterator[tuple[str, str]]:
        """Give the kinds and marks under which it looks."""
        return ((kind, mark) for kind in self.kinds for mark in self.marks[0])

    def pairs_kept(self) -> Iterator[tuple[str, str]]:
        """Give the kinds and marks under which it is found."""
        return ((kind, mark) for kind in self.kinds for mark in self.marks[1])


_rank = attrgetter("rank")


class _Growing:
    """A group: its members in their order, and those of them that tell something of their own."""

    def __init__(self) -> None:
        self.members: list[_Stand] = []
        self._made: Group | None = None
        self._heard: _Heard | None = None

    def add(self, one: _Stand) -> None:
        """Put a member in at its place."""
        insort(self.members, one, key=_rank)
        self._made = self._heard = None

    def remove(self, one: _Stand) -> None:
        """Take a member out."""
        self.members.remove(one)
        self._made = self._heard = None

    def before(self, one: _Stand) -> _Heard:
        """Give the group as it is for a telling: the members before it."""
        if self._heard is None:
            self._heard = _Heard(self.members)
        if self.members[-1].rank < one.rank:
            return self._heard
        return _Heard(self.members[: bisect_left(self.members, one.rank, key=_rank)])

    def meets(self, one: _Stand) -> bool:
        """Say whether a member before a telling lies in a block in which that looks."""
        asked = set(one.asks())
        before = self.members[: bisect_left(self.members, one.rank, key=_rank)]
        return any(not asked.isdisjoint(member.keeps()) for member in before)

    def remake(self) -> None:
        """Note that a member went in for another reason."""
        self._made = None

    def group(self) -> Group:
        """Give it as it is now; while it does not change, it is the same object."""
        if self._made is None:
            told = tuple(member.told for member in self.members)
            self._made = Group(told, tuple(member.why for member in self.members))
        return self._made


class _Heard:
    """Members of a group as one hears them: those that tell something of their own speak for it."""

    def __init__(self, members: Sequence[_Stand]) -> None:
        self.count = len(members)
        self.voices: list[Told] = []
        self._by_source: dict[str, list[Told]] = defaultdict(list)
        seen = set()
        for told in (member.told for member in members):
            self._by_source[told.source_id].append(told)
            details = tuple((n, v) for n, v in sorted(told.details.items()) if n in TELLING_APART)
            people = frozenset(told.participants)
            mark = (told.type, told.status, told.edtf, told.place, people, details)
            if mark not in seen and len(self.voices) < VOICES:
                seen.add(mark)
                self.voices.append(told)

    def to(self, source_id: str) -> Iterator[Told]:
        """Give what a telling of a source is held against."""
        yield from self.voices
        yield from (m for m in self._by_source.get(source_id, ()) if m not in self.voices)


class Merger:
    """Groups of tellings that can be brought up to date: the same as if all were grouped anew.

    A telling joins a group only if no member of it speaks against that. An undated telling that
    fits two groups equally well stays alone: guessing would invent.
    """

    def __init__(self) -> None:
        self._told: dict[str, tuple[Told, ...]] = {}
        self._stands: dict[str, dict[_Name, _Stand]] = defaultdict(dict)
        self._groups: dict[_Stand, _Growing] = {}
        #: What founded the groups, in order of rank.
        self._founders: list[_Stand] = []
        self._index: dict[Key, list[_Stand]] = defaultdict(list)
        self._askers: dict[tuple[str, str], list[_Stand]] = defaultdict(list)
        self._waiting: list[tuple[Rank, int, _Stand]] = []
        self._serial = count()
        #: The rank of the last telling that went somewhere.
        self._last: Rank | None = None

    def update(
        self,
        told: Mapping[str, tuple[Told, ...]],
        parties: Parties,
        changed: Collection[str] = (),
    ) -> list[Group]:
        """Group what sources tell, by their ids; what they told before and do not is forgotten.

        `changed` are the ids of those of whom `parties` give another portrait than at the last
        update. Groups come in the order of their most exact tellings.
        """
        self._parties = parties
        others = frozenset(changed)
        known = self._told.get
        touched = [source_id for source_id, one in told.items() if known(source_id) is not one]
        touched += sorted(self._told.keys() - told.keys())
        if others:
            touched += [
                source_id
                for source_id, stands in self._stands.items()
                if any(_tells_of(stand, others) for stand in stands.values())
            ]
        given = {source_id: _numbered(told.get(source_id, ())) for source_id in touched}
        for source_id, own in given.items():
            stands = self._stands[source_id]
            for name, stand in list(stands.items()):
                if not _is_as(stand, own.get(name)) or _tells_of(stand, others):
                    self._take_out(stands.pop(name))
        for source_id, own in given.items():
            stands = self._stands[source_id]
            for name, one in own.items():
                if name not in stands:
                    stands[name] = stand = self._stand(one, name[1])
                    self._wait(stand)
            if not stands:
                del self._stands[source_id]
        self._told = dict(told)
        while self._waiting:
            *_, stand = heapq.heappop(self._waiting)
            if stand.is_new or stand.changed:
                self._place(stand)
        return [self._groups[founder].group() for founder in self._founders]

    def _stand(self, told: Told, number: int) -> _Stand:
        return _Stand(
            told,
            (*_exactness(told, self._parties), number),
            tuple(sorted(family(told.type).families)),
            marks_of(told, self._parties),
            times_asked(told),
        )

    def _wait(self, stand: _Stand) -> None:
        heapq.heappush(self._waiting, (stand.rank, next(self._serial), stand))

    def _take_out(self, stand: _Stand) -> None:
        """Forget a telling; what may have gone with it is looked at again."""
        self._leave(stand)
        stand.is_new, stand.changed = False, set()
        for key in stand.keeps():
            _drop(self._index, key, stand)
        for pair in stand.pairs_asked():
            _drop(self._askers, pair, stand)

    def _place(self, one: _Stand) -> None:
        """Find where a telling goes, and tell those behind it if that is elsewhere than before."""
        is_new = one.is_new
        near = self._near(one) if is_new else self._still_near(one)
        one.is_new, one.changed = False, set()
        for founder in near:
            self._hold_against(one, founder)
        founder, why = self._chosen(one) or (one, ())
        if one.founder is not founder:
            self._leave(one)
            one.founder = founder
            if founder not in self._groups:
                self._groups[founder] = _Growing()
                _put(self._founders, founder)
            self._groups[founder].add(one)
            self._tell(founder, one)
        if one.why != why:
            one.why = why
            self._groups[founder].remake()
        if is_new:
            for key in one.keeps():
                _put(self._index[key], one)
            for pair in one.pairs_asked():
                _put(self._askers[pair], one)
            if self._last is None or self._last < one.rank:
                self._last = one.rank

    def _near(self, one: _Stand) -> set[_Stand]:
        """Give what founded the groups that a telling could go to."""
        found: dict[_Stand, None] = {}
        for key in one.asks():
            members = self._index.get(key, ())
            found |= dict.fromkeys(members[: bisect_left(members, one.rank, key=_rank)])
        return {member.founder for member in found if member.founder is not None}

    def _still_near(self, one: _Stand) -> list[_Stand]:
        """Give of the groups that have changed those that a telling can still go to.

        What has left one may have been all that brought the two together.
        """
        found = []
        for founder in one.changed:
            one.fits.pop(founder, None)
            growing = self._groups.get(founder)
            if growing is not None and growing.meets(one):
                found.append(founder)
        return found

    def _hold_against(self, one: _Stand, founder: _Stand) -> None:
        """Note whether a telling fits a group as it stands before it."""
        one.fits.pop(founder, None)
        growing = self._groups.get(founder)
        if growing is None:
            return
        best: tuple[float, tuple[str, ...]] = (0.0, ())
        for member in growing.before(one).to(one.told.source_id):
            likeness = compare(one.told, member, self._parties)
            if isinstance(likeness, Apart):
                return
            if likeness.score > best[0]:
                best = likeness.score, likeness.why
        if best[0] >= needed(one.told):
            one.fits[founder] = best

    def _chosen(self, one: _Stand) -> tuple[_Stand, tuple[str, ...]] | None:
        """Give what founded the group that a telling goes to, and why; None if it goes to none."""
        found = [
            _Fit(score, self._groups[founder].before(one), founder, why)
            for founder, (score, why) in one.fits.items()
        ]
        if not found:
            return None
        found.sort(key=lambda fit: (-fit.score, -fit.heard.count, fit.founder.rank))
        if one.told.date is None and len(found) > 1:
            # What has a day is known better: an undated group nearly as good is no doubt.
            dated = [fit for fit in found if any(m.date for m in fit.heard.voices)]
            if dated and found[0].score - dated[0].score <= 2 * TOO_CLOSE:
                found = dated
            if len(found) > 1 and found[0].score - found[1].score < TOO_CLOSE:
                return None
        if len(found) > 1 and _fits_two(found, self._parties):
            return None
        return found[0].founder, found[0].why

    def _leave(self, one: _Stand) -> None:
        """Take a telling out of its group, if any; one that it founded comes apart."""
        founder, one.founder = one.founder, None
        if founder is None:
            return
        self._tell(founder, one)
        growing = self._groups[founder]
        growing.remove(one)
        if founder is one:
            del self._groups[one]
            del self._founders[bisect_left(self._founders, one.rank, key=_rank)]
            for member in growing.members:
                member.founder = None
                self._note(member, founder)

    def _tell(self, founder: _Stand, at: _Stand) -> None:
        """Have those behind a place look again at a group that changes there."""
        if self._last is None or at.rank >= self._last:
            return  # nobody stands behind it yet
        kept: dict[tuple[str, str], set[str]] = defaultdict(set)
        for member in self._groups[founder].members:
            kept_at = times_kept(member.told.date)
            for pair in member.pairs_kept():
                kept[pair].update(kept_at)
        for pair, times in kept.items():
            askers = self._askers.get(pair, ())
            for asker in askers[bisect_right(askers, at.rank, key=_rank) :]:
                if not times.isdisjoint(asker.asked):
                    self._note(asker, founder)

    def _note(self, asker: _Stand, founder: _Stand) -> None:
        """Have a telling look again at a group."""
        if not asker.changed:
            self._wait(asker)
        asker.changed.add(founder)


@dataclass(frozen=True, slots=True)
class _Fit:
    """A group that a telling fits: how well, as it stands before the telling, and why."""

    score: float
    heard: _Heard
    founder: _Stand
    why: tuple[str, ...]


def _fits_two(found: Sequence[_Fit], parties: Parties) -> bool:
    """Say whether a telling fits two groups as well as each other that are surely two happenings.

    "They met in December" may be either of two meetings of that month.
    """
    for fit in found[1:]:
        if found[0].score - fit.score >= TOO_CLOSE:
            return False
        if are_surely_two(found[0].founder.told, fit.founder.told, parties):
            return True
    return False


def _numbered(told: Iterable[Told]) -> dict[_Name, Told]:
    number: Counter[str] = Counter()
    given: dict[_Name, Told] = {}
    for one in told:
        given[one.local_id, number[one.local_id]] = one
        number[one.local_id] += 1
    return given


def _is_as(stand: _Stand, told: Told | None) -> bool:
    return told is not None and (stand.told is told or stand.told == told)


def _tells_of(stand: _Stand, others: frozenset[str]) -> bool:
    told = stand.told
    return bool(others) and (told.place in others or not others.isdisjoint(told.participants))


def _put(stands: list[_Stand], one: _Stand) -> None:
    if stands and one.rank < stands[-1].rank:
        insort(stands, one, key=_rank)
    else:
        stands.append(one)


K = TypeVar("K")


def _drop(index: dict[K, list[_Stand]], key: K, one: _Stand) -> None:
    stands = index[key]
    del stands[bisect_left(stands, one.rank, key=_rank)]
    if not stands:
        del index[key]


def _exactness(told: Told, parties: Parties) -> tuple[int, int, int, int, str, str, int, str]:
    length = length_days(told.date) if told.date else 1_000_000
    published = told.published.sort_key[0].isoformat() if told.published else "9999"
    return (
        length,
        -sum(1 for p in told.participants if parties.kind(p) == "person"),
        -len(told.participants),
        0 if told.place else 1,
        published,
        told.source_id,
        told.trigger.start,
        told.local_id,
    )
