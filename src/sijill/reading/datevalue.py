"""The calendar words of one date go in; its EDTF comes out, or None where the text leaves it open.

Everything relative is counted from the day of publication, or from the date told last for words
like «the same day». Nothing is ever added to what the words say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from sijill.dates import parse_edtf
from sijill.errors import FormatFault
from sijill.reading.calendar import Atom

_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Clock:
    """What a relative date is counted from: day of publication, last date and last day told.

    `published` may be coarser than a day; then only its year and month are known.
    """

    published: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    told: str | None = None
    day: str | None = None

    @staticmethod
    def of(published: str | None) -> Clock:
        """Make the clock of a document; a date that cannot be read counts as not given."""
        if not published:
            return Clock()
        try:
            partial = parse_edtf(published)
        except FormatFault:
            return Clock()
        if partial.is_day and partial.start:
            day = partial.start
            return Clock(day, (day.year, day.month), day.year)
        if len(published) == 7 and published[5:].isdigit() and int(published[5:]) <= 12:
            return Clock(None, (int(published[:4]), int(published[5:])), int(published[:4]))
        return Clock(None, None, partial.year)

    def after(self, value: str | None) -> Clock:
        """Give the clock once a date has been told."""
        if not value:
            return self
        return replace(self, told=value, day=value if _day(value) else self.day)

    @property
    def told_day(self) -> date | None:
        """The last date told, if it is one day (the first of an interval)."""
        return _day(self.told)

    @property
    def told_year(self) -> int | None:
        """The year of the last date told."""
        if self.told and self.told[:4].isdigit():
            return int(self.told[:4])
        return None


def _day(edtf: str | None) -> date | None:
    if not edtf:
        return None
    first = edtf.split("/")[0]
    try:
        return date.fromisoformat(first) if len(first) == 10 else None
    except ValueError:
        return None


@dataclass(slots=True)
class _Point:
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
    parts: list[str] = field(default_factory=list)
    offsets: list[tuple[str, int]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)
    is_hijri: bool = False
    is_open: bool = False  # words that leave the value open: a century, two weeks ago


def interpret(
    atoms: Sequence[Atom], clock: Clock, language: str, *, future: bool = False
) -> str | None:
    """Give the EDTF of one date.

    `future` says that the sentence speaks of what is to come: then «on Monday» is the next one,
    else the last one. Returns None when the words do not settle a value.
    """
    points = _points(atoms, language)
    if not points:
        return None
    _share(points)
    values = [_resolve(p, clock, future) for p in points]
    if len(values) == 1:
        return values[0]
    first, last = values[0], values[-1]
    if first is None or last is None:
        return first or last
    if first == last:
        return first
    value = f"{first.split('/')[0]}/{last.split('/')[-1]}"
    try:
        parse_edtf(value)
    except FormatFault:
        return first
    return value


def _points(atoms: Sequence[Atom], language: str) -> list[_Point]:
    points = [_Point()]
    is_range = False
    for index, atom in enumerate(atoms):
        point = points[-1]
        after = atoms[index + 1] if index + 1 < len(atoms) else None
        before = atoms[index - 1] if index else None
        if atom.kind == "range":
            is_range = atom.value in ("to", "and") and point != _Point()
            continue
        if is_range:
            points.append(_Point())
            point = points[-1]
            is_range = False
        _take(point, atom, before, after, language)
    return [p for p in points if p != _Point()]


def _take(
    point: _Point, atom: Atom, before: Atom | None, after: Atom | None, language: str
) -> None:
    kind = atom.kind
    if kind == "number":
        _take_number(point, atom, before, after, language)
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
    elif kind == "unit":
        # 2月, 6日 and 2025年 are month, day and year, taken with their number.
        if not (
            language == "ja" and before is not None and before.kind == "number"
        ) or atom.value in ("century", "decade"):
            point.units.append(atom.value)
    elif kind == "part":
        point.parts.append(atom.value)
    elif kind == "mod":
        point.mods.append(atom.value)
    elif kind in ("day", "dayrel", "weekrel", "monthrel", "yearrel", "yearsame"):
        point.offsets.append((kind, atom.number))
    elif kind == "hijri" or (kind == "era" and atom.value == "ah"):
        point.is_hijri = True


def _take_number(
    point: _Point, atom: Atom, before: Atom | None, after: Atom | None, language: str
) -> None:
    number = atom.number
    if before is not None and before.kind == "era" and before.value.isdigit():
        point.year = int(before.value) + number
        return
    if language == "ja" and after is not None and after.kind == "unit":
        if after.value == "month" and number <= 12:
            point.month = number
        elif after.value == "day" and number <= 31:
            point.day = number
        elif after.value == "year" and number >= 1000:
            point.year = number
        elif after.value == "decade" and number >= 1000:
            point.decade = number // 10
        else:
            point.is_open = True
        return
    if language == "ja" and after is not None and after.kind == "hour":
        return
    if 1000 <= number <= 2100:
        point.year = number
        return
    month_beside = (after is not None and after.kind in ("month", "hijri", "glue", "range")) or (
        before is not None and before.kind in ("month", "hijri")
    )
    if 1 <= number <= 31 and point.day is None and (month_beside or len(atom.value) <= 2):
        point.numbers.append(number)
        if month_beside:
            point.day = number


def _take_ordinal(point: _Point, atom: Atom, before: Atom | None, after: Atom | None) -> None:
    """Take a spelled number: the day of a month, or of a quarter; never a day by itself."""
    if before is not None and before.kind == "era" and before.value.isdigit():
        point.year = int(before.value) + atom.number  # 令和元年
        return
    beside = {a.kind for a in (before, after) if a is not None}
    if "month" in beside or (after is not None and after.kind == "glue" and point.day is None):
        point.day = point.day or atom.number
    point.ordinals.append(atom.number)


def _share(points: list[_Point]) -> None:
    """Give the ends of a range what the other end tells: 6 to 9 April 1994."""
    for index in range(len(points) - 2, -1, -1):
        mine, other = points[index], points[index + 1]
        if mine.day is None and mine.numbers and other.month and not mine.month:
            mine.day = mine.numbers[0]
        if mine.day and not mine.month and mine.exact is None:
            mine.month = other.month
        if mine.year is None and (mine.month or mine.season) and other.year:
            crosses = mine.month and other.month and mine.month > other.month
            mine.year = other.year - 1 if crosses else other.year
    for mine, other in pairwise(points):
        if other.day is None and other.numbers and mine.month and not other.month:
            other.day = other.numbers[0]
        if other.day and not other.month:
            other.month = mine.month
        if other.year is None and (other.month or other.season) and mine.year:
            crosses = mine.month and other.month and other.month < mine.month
            other.year = mine.year + 1 if crosses else mine.year


def _resolve(point: _Point, clock: Clock, future: bool) -> str | None:
    if point.exact:
        return point.exact.isoformat()
    if point.is_hijri:
        return _hijri(point.year)
    if point.is_open or "century" in point.units:
        return None
    if point.decade is not None:
        decade = point.decade if point.decade > 99 else 190 + point.decade
        return f"{decade}X"
    if point.year and "decade" in point.units:
        return f"{point.year // 10}X"
    is_day_part = bool(point.month) or "day" in point.units  # «во второй половине дня 18 декабря»
    is_part = bool(point.units) and point.units[0] in ("quarter", "half")
    if is_part and (point.ordinals or point.numbers) and not is_day_part:
        return _part_of_year(point, clock)
    if point.day and not point.month and point.ordinals:
        point.day = None  # «the first of …» of something that is no month
    if point.month:
        return _with_month(point, clock, future)
    if point.season:
        year = point.year or _season_year(point, clock, future)
        return f"{year}-{point.season}" if year else None
    if point.year:
        return str(point.year)
    if point.offsets:
        found = _with_offset(point, clock)
        if found is not None:
            return found
    if point.weekday:
        return _with_weekday(point, clock, future)
    if point.day or (point.numbers and not point.units):
        return _with_day(point, clock)
    return _with_unit(point, clock)


def _hijri(year: int | None) -> str | None:
    """Give the two years a Hijri year falls into; the day hangs on a sighting and stays open."""
    if not year or not 1 <= year <= 1600:
        return None
    first = int(622.54 + (year - 1) * 0.970229)
    return f"[{first},{first + 1}]"


def _with_month(point: _Point, clock: Clock, future: bool) -> str | None:
    month = point.month or 1
    year = point.year
    for kind, offset in point.offsets:
        if kind == "yearrel" and clock.year:
            year = clock.year + offset
        elif kind == "yearsame" and clock.told_year:
            year = clock.told_year + offset
    if year is None and "year" in point.units and point.mods:
        year = _shifted_year(point.mods[0], clock)
    if year is None:
        year = _month_year(point, month, clock, future)
    if year is None:
        return None
    if point.day:
        try:
            return date(year, month, point.day).isoformat()
        except ValueError:
            return f"{year}-{month:02}"
    return f"{year}-{month:02}"


def _month_year(point: _Point, month: int, clock: Clock, future: bool) -> int | None:
    if clock.month is None:
        # A text without a day of publication counts on from the year it has told.
        return clock.told_year
    year, now = clock.month
    mods = [m for m in point.mods if m in ("-1", "0", "1")]
    if mods and not point.day:
        if mods[0] == "-1":
            return year if month < now else year - 1
        if mods[0] == "1":
            return year if month > now else year + 1
        return year
    if future and not point.day:
        return year if month >= now else year + 1
    # The nearest one; of two equally far the past.
    gap = month - now
    if gap > 6:
        return year - 1
    if gap < -6:
        return year + 1 if future else year
    return year


def _season_year(point: _Point, clock: Clock, future: bool) -> int | None:
    year = _relative_year(point, clock)
    if year is not None:
        return year
    if clock.month is None or point.season is None:
        return None
    this, now = clock.month
    begins = _SEASON_STARTS[point.season]
    if "1" in point.mods or (future and "-1" not in point.mods):
        return this if begins > now else this + 1
    if "-1" in point.mods:
        return this if begins + 2 < now else this - 1
    return this if begins <= now + 5 else this - 1


def _relative_year(point: _Point, clock: Clock) -> int | None:
    for kind, offset in point.offsets:
        if kind == "yearrel" and clock.year:
            return clock.year + offset
        if kind == "yearsame" and clock.told_year:
            return clock.told_year + offset
    if "year" in point.units and point.mods:
        return _shifted_year(point.mods[0], clock)
    return None


def _shifted_year(mod: str, clock: Clock) -> int | None:
    if mod in ("-1", "0", "1"):
        return clock.year + int(mod) if clock.year else None
    if mod == "same":
        return clock.told_year
    if mod == "after":
        return clock.told_year + 1 if clock.told_year else None
    return None


def _part_of_year(point: _Point, clock: Clock) -> str | None:
    year = point.year or _relative_year(point, clock)
    length = 3 if point.units[0] == "quarter" else 6
    index = (point.ordinals + point.numbers)[0]
    if year is None or not 1 <= index <= 12 // length:
        return str(year) if year else None
    first = (index - 1) * length + 1
    return f"{year}-{first:02}/{year}-{first + length - 1:02}"


def _with_offset(point: _Point, clock: Clock) -> str | None:
    kind, offset = point.offsets[0]
    if kind == "day" and clock.published and not point.ordinals:
        return (clock.published + timedelta(days=offset)).isoformat()
    if kind == "dayrel":
        base = clock.told_day or clock.published
        return (base + timedelta(days=offset)).isoformat() if base else None
    if kind == "yearrel" and clock.year:
        return str(clock.year + offset)
    if kind == "yearsame" and clock.told_year:
        return str(clock.told_year + offset)
    if kind == "monthrel" and clock.month:
        return _month_shift(clock.month, offset, point.day or next(iter(point.numbers), None))
    if kind == "weekrel" and clock.published:
        return _week(clock.published, offset, point.weekday)
    return None


def _month_shift(month: tuple[int, int], offset: int, day: int | None) -> str:
    index = month[0] * 12 + month[1] - 1 + offset
    year, number = index // 12, index % 12 + 1
    if day:
        try:
            return date(year, number, day).isoformat()
        except ValueError:
            pass
    return f"{year}-{number:02}"


def _week(published: date, offset: int, weekday: int | None) -> str:
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=offset)
    if weekday:
        return (monday + timedelta(days=weekday - 1)).isoformat()
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _with_weekday(point: _Point, clock: Clock, future: bool) -> str | None:
    if clock.published is None or point.weekday is None:
        return f"{clock.month[0]}-{clock.month[1]:02}" if clock.month else None
    if "week" in point.units and point.mods and point.mods[0] in ("-1", "0", "1"):
        return _week(clock.published, int(point.mods[0]), point.weekday)
    ahead = (point.weekday - 1 - clock.published.weekday()) % 7
    if "1" in point.mods or (future and "-1" not in point.mods):
        days = ahead or (7 if "1" in point.mods else 0)
    elif "-1" in point.mods:
        days = ahead - 7
    else:
        days = ahead - 7 if ahead else 0
    return (clock.published + timedelta(days=days)).isoformat()


def _with_day(point: _Point, clock: Clock) -> str | None:
    """Resolve a day of the month told alone (18日): the nearest such day to publication.

    In a history, far from publication or without it, the month told last is meant.
    """
    number = point.day or point.numbers[0]
    told = _day(clock.day)
    far = (
        told is not None and clock.published is not None and abs((told - clock.published).days) > 60
    )
    if told is not None and (far or clock.published is None):
        return _month_shift((told.year, told.month), 0, number)
    if clock.published is None:
        return None
    if point.mods and point.mods[0] == "0":
        return _month_shift((clock.published.year, clock.published.month), 0, number)
    options = []
    for shift in (-1, 0, 1):
        value = _month_shift((clock.published.year, clock.published.month), shift, number)
        if len(value) == 10:
            options.append(date.fromisoformat(value))
    if not options:
        return None
    published = clock.published
    return min(options, key=lambda d: (abs((d - published).days), d)).isoformat()


def _with_unit(point: _Point, clock: Clock) -> str | None:
    if point.parts and point.mods and not point.units:
        # «this morning» is the day of publication, «that morning» the day told last.
        day = clock.published if point.mods[0] == "0" else clock.told_day
        return day.isoformat() if day and point.mods[0] in ("0", "same") else None
    if not point.units or not point.mods:
        return None
    unit, mod = point.units[0], point.mods[0]
    if unit == "year":
        year = _shifted_year(mod, clock)
        return str(year) if year else None
    if unit == "month" and mod in ("-1", "0", "1") and clock.month:
        return _month_shift(clock.month, int(mod), None)
    if unit == "week" and mod in ("-1", "0", "1") and clock.published:
        return _week(clock.published, int(mod), None)
    if unit == "day":
        base = clock.told_day or clock.published
        if base and mod in ("same", "0"):
            return base.isoformat()
        if base and mod in ("after", "1"):
            return (base + timedelta(days=1)).isoformat()
        if base and mod == "-1":
            return (base - timedelta(days=1)).isoformat()
    if unit == "month" and mod == "same" and clock.told and len(clock.told) >= 7:
        return clock.told[:7]
    return None
