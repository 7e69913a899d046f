"""The calendar words of one date go in; what they give comes out: day, month, year, weekday …

A range has two points, which lend each other what is written once: «3 to 7 May 2024».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from sijill.temporal.calendar import Atom

_OFFSETS = frozenset(
    {"day", "dayrel", "weekrel", "monthrel", "monthsame", "yearrel", "yearsame", "nthday"}
)


#: What only a date of the Hijri calendar has, or one beside it.
_HIJRI = frozenset({"hijri", "era"})


@dataclass(slots=True)
class Point:
    """One end of a date: what its words give."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    season: int | None = None
    exact: date | None = None
    decade: int | None = None
    units: list[str] = field(default_factory=list)
    mods: list[str] = field(default_factory=list)
    edges: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    offsets: list[tuple[str, int]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)
    is_hijri: bool = False
    is_open: bool = False  # words that leave the value open: a century, a length of time
    part_of_year: tuple[int, int] | None = None  # which of how many: the second of two halves
    #: How many units away from the day of publication (`ago`) or the day told last (`apart`).
    count: int | None = None
    away: tuple[str, int] | None = None

    def tells(self) -> bool:
        """Say whether any word was taken."""
        # What most dates tell is looked at first.
        is_told = self.numbers or self.month or self.year or self.units or self.offsets
        return bool(is_told) or self != _EMPTY


_EMPTY = Point()


def points_of(atoms: Sequence[Atom], language: str) -> list[Point]:
    """Give the points of one date: one, or the two ends of a range; none without words."""
    points = [Point()]
    is_range = False
    atoms = _without_hijri(atoms)
    first_year = _first_year(atoms)
    for before, atom, after in zip((None, *atoms), atoms, (*atoms[1:], None), strict=False):
        point = points[-1]
        if atom.kind == "range":
            is_range = atom.value in ("to", "and") and point.tells()
            continue
        if is_range:
            points.append(Point())
            point = points[-1]
            is_range = False
        _take(point, atom, before, after, language, first_year)
    told = [p for p in points if p.tells()]
    _share(told)
    return told


def _without_hijri(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Leave the Hijri date out where the other calendar says the same day: «الموافق 22 يناير»."""
    if _HIJRI.isdisjoint([a.kind for a in atoms]):
        return atoms
    hijri = next((i for i, a in enumerate(atoms) if a.kind == "hijri"), None)
    other = next((i for i, a in enumerate(atoms) if a.kind in ("month", "numeric")), None)
    if hijri is None and other is None:
        # «عام 1439هـ الموافق 2018م»: years alone.
        era = next((i for i, a in enumerate(atoms) if (a.kind, a.value) == ("era", "ah")), None)
        behind = [a for a in atoms[(era or 0) + 1 :] if a.kind == "number"]
        return atoms[era + 1 :] if era is not None and behind else atoms
    if hijri is None or other is None:
        return atoms
    years = [i for i, a in enumerate(atoms) if a.kind == "number" and a.number > 999]
    weekdays = [a for a in atoms if a.kind == "weekday"]
    if other > hijri:
        end = next((i for i in years if hijri < i < other), hijri) + 1
        return [*weekdays, *(a for a in atoms[end:] if a.kind != "era")]
    end = max((i for i in years if i < hijri), default=other) + 1
    return atoms[:end]


def _take(
    point: Point,
    atom: Atom,
    before: Atom | None,
    after: Atom | None,
    language: str,
    first_year: int,
) -> None:
    kind = atom.kind
    if kind == "number":
        _take_number(point, atom, before, after, language, first_year)
    elif kind == "ordinal":
        _take_ordinal(point, atom, before, after)
    elif kind == "month":
        point.month = point.month or atom.number
    elif kind == "weekday":
        point.weekday = atom.number
    elif kind == "season":
        point.season = atom.number
    elif kind == "numeric":
        try:
            point.exact = date.fromisoformat(atom.value)
        except ValueError:
            point.year = int(atom.value[:4])
    elif kind == "decade":
        point.decade = atom.number
    elif kind in ("halfyear", "quarter"):
        point.part_of_year = (atom.number, 2 if kind == "halfyear" else 4)
    elif kind == "count":
        point.count = atom.number
    elif kind == "pair":
        point.count = 2
        point.units.append(atom.value)
    elif kind in ("ago", "apart", "within"):
        *unit, sign = atom.value.split(":")  # 日前 holds its unit, «ago» does not
        point.units.extend(unit)
        point.away = (kind, int(sign))
    elif kind == "unit":
        # 2月, 6日 and 2025年 are month, day and year, taken with their number.
        if not (
            language == "ja" and before is not None and before.kind == "number"
        ) or atom.value in ("century", "decade"):
            point.units.append(atom.value)
            if language == "ja" and atom.value == "year" and not before and _is_number(after):
                point.is_open = True  # 「12345年3月」, 「毎年3月」: of no year that can be told
    elif kind == "part":
        point.parts.append(atom.value)
    elif kind == "mod":
        point.mods.append(atom.value)
    elif kind == "edge":
        point.edges.append(atom.value)
    elif kind in _OFFSETS:
        point.offsets.append((kind, atom.number))
    elif kind == "hijri":
        point.is_hijri = True
        point.month = atom.number
    elif kind == "era" and atom.value == "ah":
        point.is_hijri = True


def _is_number(atom: Atom | None) -> bool:
    return atom is not None and atom.kind == "number"


def _take_number(
    point: Point,
    atom: Atom,
    before: Atom | None,
    after: Atom | None,
    language: str,
    first_year: int,
) -> None:
    number = atom.number
    if before is not None and before.kind == "era" and before.value.isdecimal():
        point.year = int(before.value) + number
        return
    if language == "ja" and after is not None and after.kind == "unit":
        if after.value == "month" and number <= 12:
            point.month = number
        elif after.value == "day" and number <= 31:
            point.day = number
        elif after.value == "year" and number >= first_year:
            point.year = number
        elif after.value == "decade" and number % 10 == 0:
            point.decade = number // 10
        else:
            point.is_open = True
        return
    if language == "ja" and after is not None and after.kind == "hour":
        return
    if after is not None and after.kind in ("ago", "apart", "within") and ":" in after.value:
        point.count = number
        return
    if first_year <= number <= 2100 and (number >= 1000 or _is_year(before, after)):
        point.year = number
        return
    month_beside = (after is not None and after.kind in ("month", "hijri", "glue", "range")) or (
        before is not None and before.kind in ("month", "hijri")
    )
    if 1 <= number <= 31 and point.day is None and (month_beside or len(atom.value) <= 2):
        point.numbers.append(number)
        if month_beside:
            point.day = number


def _first_year(atoms: Sequence[Atom]) -> int:
    """Give the least number that can be a year: with its month it may have three digits.

    “12 March 987”, «в марте 988 года», 988年3月; but «100 жыл бұрын» counts years.
    """
    kinds = {a.kind for a in atoms}
    units = {a.value for a in atoms if a.kind == "unit"}
    is_month_told = "month" in kinds or {"year", "month"} <= units
    return 100 if is_month_told and not kinds & {"ago", "apart", "within"} else 1000


def _is_year(before: Atom | None, after: Atom | None) -> bool:
    """Say whether a number stands beside a month or the word for a year."""
    if before is not None and before.kind == "month":
        return True
    return any(a is not None and (a.kind, a.value) == ("unit", "year") for a in (before, after))


def _take_ordinal(point: Point, atom: Atom, before: Atom | None, after: Atom | None) -> None:
    """Take a spelled number: the day of a month, or of a quarter; never a day by itself."""
    if before is not None and before.kind == "era" and before.value.isdecimal():
        point.year = int(before.value) + atom.number  # 令和元年
        return
    beside = {a.kind for a in (before, after) if a is not None}
    joins = after is not None and after.kind in ("glue", "range")  # «الثالث من مارس»
    if "month" in beside or (joins and point.day is None):
        point.day = point.day or atom.number
    point.ordinals.append(atom.number)


def _share(points: list[Point]) -> None:
    """Give the ends of a range what the other end tells: 6 to 9 April 1994, 2024-25."""
    for mine, other in pairwise(points):
        is_year = mine.year is not None and not mine.month and not other.month
        if is_year and other.numbers == [((mine.year or 0) + 1) % 100] and other.year is None:
            other.year, other.day, other.numbers = (mine.year or 0) + 1, None, []
    for index in range(len(points) - 2, -1, -1):
        mine, other = points[index], points[index + 1]
        if mine.day is None and mine.numbers and other.month and not mine.month:
            mine.day = mine.numbers[0]
        if mine.day is None and mine.numbers and other.is_hijri and not mine.month:
            mine.day = mine.numbers[0]
        if mine.day and not mine.month and mine.exact is None:
            mine.month, mine.is_hijri = other.month, other.is_hijri
            if other.day and other.month and mine.day > other.day and not other.is_hijri:
                # 「31日から9月2日まで」: the month that the second one is told of begins between.
                mine.month = other.month - 1 or 12
        if mine.year is None and (mine.month or mine.season) and other.year:
            crosses = mine.month and other.month and mine.month > other.month
            mine.year = other.year - 1 if crosses else other.year
    for mine, other in pairwise(points):
        if other.day is None and other.numbers and mine.month and not other.month:
            other.day = other.numbers[0]
        if other.day and not other.month:
            other.month = mine.month
        if other.day and not other.month and not other.offsets and (mine.day or 0) < other.day:
            # 「先月16、17日」: the month told from today is that of both.
            other.offsets = [o for o in mine.offsets if o[0] in ("monthrel", "monthsame")]
        if other.year is None and (other.month or other.season) and mine.year:
            crosses = mine.month and other.month and other.month < mine.month
            other.year = mine.year + 1 if crosses else mine.year
