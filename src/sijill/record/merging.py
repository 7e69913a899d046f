"""The tellings of all sources go in; groups of tellings that tell one happening come out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sijill.dates import PartialDate
from sijill.record.edtf import length_days
from sijill.record.families import family, has_trait
from sijill.record.likeness import TELLING_APART, Apart, are_surely_two, compare, needed
from sijill.record.parties import Parties
from sijill.record.told import Told

#: Two groups that fit an undated telling about equally well: then nobody knows which is meant.
TOO_CLOSE = 0.3
#: So many members that tell different things speak for a group; the rest repeats them.
VOICES = 10
#: Up to this length a date is looked for month by month, up to the next one year by year.
_MONTHS_DAYS = 62
_YEARS_DAYS = 800

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """Tellings of one happening, the most exact one first, and why each later one joined."""

    tellings: tuple[Told, ...]
    why: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class _Growing:
    """A group while it grows: its members, and those of them that tell something of their own."""

    members: list[Told] = field(default_factory=list)
    why: list[tuple[str, ...]] = field(default_factory=list)
    voices: list[Told] = field(default_factory=list)
    seen: set[tuple[object, ...]] = field(default_factory=set)
    by_source: dict[str, list[Told]] = field(default_factory=lambda: defaultdict(list))

    def add(self, told: Told, why: tuple[str, ...]) -> None:
        self.members.append(told)
        self.why.append(why)
        self.by_source[told.source_id].append(told)
        details = tuple((n, v) for n, v in sorted(told.details.items()) if n in TELLING_APART)
        people = frozenset(told.participants)
        mark = (told.type, told.status, told.edtf, told.place, people, details)
        if mark not in self.seen and len(self.voices) < VOICES:
            self.seen.add(mark)
            self.voices.append(told)

    def heard(self, source_id: str) -> Iterator[Told]:
        yield from self.voices
        yield from (m for m in self.by_source.get(source_id, ()) if m not in self.voices)


def merge(tellings: Iterable[Told], parties: Parties) -> list[Group]:
    """Group tellings into happenings.

    The most exact tellings come first, so that vague ones join what is known and not the other way
    round. A telling joins a group only if no member of it speaks against that. An undated telling
    that fits two groups equally well stays alone: guessing would invent.
    """
    groups: list[_Growing] = []
    index: dict[Key, list[int]] = defaultdict(list)
    for one in sorted(tellings, key=lambda told: _exactness(told, parties)):
        marks = _marks(one, parties)
        near = {g for key in _keys(one, marks, _times_asked(one)) for g in index.get(key, ())}
        best = _best(one, sorted(near), groups, parties)
        if best is None:
            best = len(groups), ()
            groups.append(_Growing())
        number, why = best
        groups[number].add(one, why)
        for key in _keys(one, marks, _times_kept(one.date)):
            if number not in index[key][-1:]:
                index[key].append(number)
    return [Group(tuple(g.members), tuple(g.why)) for g in groups]


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


def _keys(told: Told, marks: list[str], times: list[str]) -> list[Key]:
    """Give the blocks in which a happening like this one would be found: kind, whose, when."""
    kinds = sorted(family(told.type).families)
    return [(kind, mark, time) for kind in kinds for mark in marks for time in times]


def _marks(told: Told, parties: Parties) -> list[str]:
    """Give whose happening it is. Without a day, a state or a place alone would be anybody's."""
    marks = dict.fromkeys(told.participants)
    if told.date is not None or not marks:
        marks |= dict.fromkeys(c for c in map(parties.country, told.participants) if c)
        if told.place:
            marks |= dict.fromkeys((told.place, *parties.within(told.place)))
    if has_trait(told.type, "once") or not marks:
        marks["*"] = None
    return list(marks)


def _times_asked(told: Told) -> list[str]:
    """Give the times under which to look: months with their neighbours, else years, else all.

    What happens once is looked for at all times, as its dates may disagree by years.
    """
    date = told.date
    if date is None or length_days(date) > _YEARS_DAYS or has_trait(told.type, "once"):
        return ["all"]
    if length_days(date) > _MONTHS_DAYS:
        return [*_years(date), "long"]
    return [*_months(date, beside=True), "long"]


def _times_kept(date: PartialDate | None) -> list[str]:
    """Give the times under which a happening is kept, so that every way of asking finds it."""
    if date is None or length_days(date) > _YEARS_DAYS:
        return ["all", "long"]
    if length_days(date) > _MONTHS_DAYS:
        return [*_years(date), "all", "long"]
    return [*_months(date, beside=False), *_years(date), "all"]


def _years(date: PartialDate) -> list[str]:
    first, last = date.sort_key
    return [str(year) for year in range(first.year, last.year + 1)]


def _months(date: PartialDate, *, beside: bool) -> list[str]:
    first, last = date.sort_key
    low = first.year * 12 + first.month - 1 - beside
    high = last.year * 12 + last.month - 1 + beside
    return [f"{month // 12}-{month % 12 + 1:02}" for month in range(low, high + 1)]


def _best(
    one: Told, near: list[int], groups: list[_Growing], parties: Parties
) -> tuple[int, tuple[str, ...]] | None:
    found: list[tuple[float, int, tuple[str, ...]]] = []
    for number in near:
        best: tuple[float, tuple[str, ...]] = (0.0, ())
        for member in groups[number].heard(one.source_id):
            likeness = compare(one, member, parties)
            if isinstance(likeness, Apart):
                break
            if likeness.score > best[0]:
                best = likeness.score, likeness.why
        else:
            if best[0] >= needed(one):
                found.append((best[0], number, best[1]))
    if not found:
        return None
    found.sort(key=lambda f: (-f[0], -len(groups[f[1]].members), f[1]))
    if one.date is None and len(found) > 1:
        # What has a day is known better: an undated group nearly as good does not make a doubt.
        dated = [f for f in found if any(m.date for m in groups[f[1]].voices)]
        if dated and found[0][0] - dated[0][0] <= 2 * TOO_CLOSE:
            found = dated
        if len(found) > 1 and found[0][0] - found[1][0] < TOO_CLOSE:
            return None
    if len(found) > 1 and _fits_two(found, groups, parties):
        return None
    return found[0][1], found[0][2]


def _fits_two(
    found: list[tuple[float, int, tuple[str, ...]]], groups: list[_Growing], parties: Parties
) -> bool:
    """Say whether a telling fits two groups as well as each other that are surely two happenings.

    "They met in December" may be either of two meetings of that month.
    """
    first = groups[found[0][1]].voices[0]
    for score, number, _ in found[1:]:
        if found[0][0] - score >= TOO_CLOSE:
            return False
        if are_surely_two(first, groups[number].voices[0], parties):
            return True
    return False
