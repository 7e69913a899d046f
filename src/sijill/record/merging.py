"""The tellings of all sources go in; groups of tellings that tell one happening come out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sijill.record.edtf import length_days
from sijill.record.families import family, has_trait
from sijill.record.likeness import Apart, compare, needed
from sijill.record.parties import Parties
from sijill.record.told import Told

#: Two groups that fit an undated telling about equally well: then nobody knows which is meant.
TOO_CLOSE = 0.3


@dataclass(frozen=True, slots=True)
class Group:
    """Tellings of one happening, the most exact one first, and why each later one joined."""

    tellings: tuple[Told, ...]
    why: tuple[tuple[str, ...], ...]


def merge(tellings: Iterable[Told], parties: Parties) -> list[Group]:
    """Group tellings into happenings.

    The most exact tellings come first, so that vague ones join what is known and not the other way
    round. A telling joins a group only if no member of it speaks against that. An undated telling
    that fits two groups equally well stays alone: guessing would invent.
    """
    groups: list[list[Told]] = []
    reasons: list[list[tuple[str, ...]]] = []
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in sorted(tellings, key=_exactness):
        keys = _keys(one, parties)
        near = sorted({g for key in keys for g in index.get(key, ())})
        best = _best(one, near, groups, parties)
        if best is None:
            number = len(groups)
            groups.append([one])
            reasons.append([()])
        else:
            number, why = best
            groups[number].append(one)
            reasons[number].append(why)
        for key in keys:
            if number not in index[key][-1:]:
                index[key].append(number)
    return [Group(tuple(g), tuple(w)) for g, w in zip(groups, reasons, strict=True)]


def _exactness(told: Told) -> tuple[int, int, int, str, str, int, str]:
    length = length_days(told.date) if told.date else 1_000_000
    published = told.published.sort_key[0].isoformat() if told.published else "9999"
    return (
        length,
        -len(told.participants),
        0 if told.place else 1,
        published,
        told.source_id,
        told.trigger.start,
        told.local_id,
    )


def _keys(told: Told, parties: Parties) -> list[tuple[str, str]]:
    """Give the blocks in which a happening like this one would be found."""
    marks = [*told.participants]
    marks += sorted({c for c in map(parties.country, told.participants) if c})
    if told.place:
        marks.append(told.place)
        marks += parties.within(told.place)
    if told.date and told.date.is_day:
        marks.append(told.date.edtf)
    if has_trait(told.type, "once") or not marks:
        marks.append("*")
    return [(fam, mark) for fam in sorted(family(told.type).families) for mark in marks]


def _best(
    one: Told, near: Sequence[int], groups: Sequence[Sequence[Told]], parties: Parties
) -> tuple[int, tuple[str, ...]] | None:
    found: list[tuple[float, int, tuple[str, ...]]] = []
    for number in near:
        likenesses = [compare(one, member, parties) for member in groups[number]]
        if any(isinstance(found_one, Apart) for found_one in likenesses):
            continue
        score, why = max(
            ((x.score, x.why) for x in likenesses if not isinstance(x, Apart)),
            key=lambda pair: pair[0],
        )
        if score >= needed(one):
            found.append((score, number, why))
    if not found:
        return None
    found.sort(key=lambda f: (-f[0], -len(groups[f[1]]), f[1]))
    if one.date is None and len(found) > 1 and found[0][0] - found[1][0] < TOO_CLOSE:
        return None
    return found[0][1], found[0][2]
