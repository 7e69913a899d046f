"""The calendar words of one date go in; its EDTF comes out, or None where the text leaves it open.

Everything relative is counted from the day of publication, or from the date told last for words
like «the same day». Nothing is ever added to what the words say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from sijill.temporal.calendar import Atom
from sijill.temporal.clock import (
    SEASON_STARTS,
    SOON_AFTER,
    Clock,
    day_edtf,
    day_of,
    day_plus,
    if_edtf,
    month_shift,
    year_edtf,
)
from sijill.temporal.hijri import hijri_to_edtf
from sijill.temporal.parts import Point, points_of

_LAST_OF_MONTH = 31
_HALF_YEAR = 6  # months
# How many days the units that are counted from a day told have.
_DAYS = {"day": 1, "week": 7}


def interpret(
    atoms: Sequence[Atom],
    clock: Clock,
    language: str,
    tense: Callable[[], tuple[bool, bool]] = lambda: (False, False),
) -> str | None:
    """Give the EDTF of one date.

    `tense` says whether the sentence speaks of what is to come: then «on Monday» is the next one,
    else the last one; and whether it tells what was done. It is asked only where the value hangs on
    it. Returns None when the words do not settle a value, or tell one that the calendar does not
    have.
    """
    points = points_of(atoms, language)
    if not points:
        return None
    is_settled = all(_is_settled(p, clock) for p in points)
    future, past = (False, False) if is_settled else tense()
    values = [if_edtf(_resolve(p, clock, future, past)) for p in points]
    first, last = values[0], values[-1]
    if first is None or last is None or first == last:
        return first or last
    first, last = _middle(first), _middle(last)
    return if_edtf(f"{first.split('/')[0]}/{last.split('/')[-1]}") or first


def _is_ahead(value: str | None, clock: Clock) -> bool:
    """Say whether a day is that of publication or comes after it."""
    published = clock.published
    return value is not None and published is not None and value >= published.isoformat()


def _middle(value: str) -> str:
    """Give of the three days that a Hijri one may be the middle one, which a span can begin with.

    Both of its ends hang on the same moon: so it is told at worst a day early or late as a whole.
    """
    days = value.strip("[]").split(",")
    return days[len(days) // 2] if value.startswith("[") else value


def _is_settled(point: Point, clock: Clock) -> bool:
    """Say whether a point has the same value in what is to come and in what was done, as most have.

    It tells its year, is counted from the day of publication, or is a day whose month is near.
    """
    if point.exact or point.is_hijri:
        return True
    if point.mods or point.is_open or not {"year"}.issuperset(point.units):
        return False
    if point.away or point.season or point.decade is not None or point.part_of_year:
        return False
    if point.offsets:
        more = (point.day, point.month, point.year, point.weekday, *point.numbers, *point.ordinals)
        is_counted = len(point.offsets) == 1 and point.offsets[0][0] == "day" and not point.units
        return is_counted and clock.published is not None and not any(more)
    if point.year or not point.month:
        return bool(point.year)
    if clock.beside is not None or clock.month is None:
        return True
    return bool(point.day) and abs(point.month - clock.month[1]) <= _HALF_YEAR


def _resolve(point: Point, clock: Clock, future: bool, past: bool) -> str | None:
    if past and not future:
        clock = clock.of_deeds()
    if point.exact:
        return point.exact.isoformat()
    if point.is_hijri:
        return hijri_to_edtf(point.year, point.month, point.day)
    if point.away is not None:
        found = _with_distance(point, clock, future, past)
        if point.month and found is not None and found.isdecimal():
            # «2年後の10月»: a month of the year counted
            return _with_month(replace(point, year=int(found), away=None), clock, future, past)
        return found
    if point.decade is not None:
        decade = point.decade if point.decade > 9 else 190 + point.decade
        return f"{decade:03}X"
    if point.is_open or "century" in point.units:
        return None
    if point.year and "decade" in point.units:
        return f"{point.year // 10:03}X"
    if point.part_of_year is not None and not point.month:
        index, parts = point.part_of_year
        return _part_of_year(point, clock, index, 12 // parts)
    is_day_part = bool(point.month) or "day" in point.units  # «во второй половине дня 18 декабря»
    part = next((u for u in point.units if u in ("quarter", "half")), None)
    if part == "half" and point.month and point.ordinals and "day" not in point.units:
        return _with_month(
            replace(point, day=None), clock, future, past
        )  # half a month is that month
    is_part = part is not None
    if is_part and (point.ordinals or point.numbers) and not is_day_part:
        length = 3 if part == "quarter" else 6
        return _part_of_year(point, clock, (point.ordinals + point.numbers)[0], length)
    if not point.month and (number := _bare_day(point)):
        found = clock.of_plan(number, past=past)
        if found is not None:
            return found
    if point.day and not point.month and point.ordinals:
        point.day = None  # «the first of …» of something that is no month
    if point.month:
        if "week" in point.units:
            point.day = None  # «الأسبوع الأول من مايو» tells no day of it
        return _with_month(point, clock, future, past)
    if point.season:
        year = year_edtf(point.year or _season_year(point, clock, future, past))
        return f"{year}-{point.season}" if year else None
    if point.year:
        return year_edtf(point.year)
    if any(kind == "nthday" for kind, _ in point.offsets):
        return _with_offset(point, clock)
    if point.offsets:
        kind, offset = point.offsets[0]
        if kind == "monthsame" and future and offset > 0 and clock.month:
            return month_shift(clock.month, offset, None)  # «سيعود بعد شهر»
        found = _with_offset(point, clock)
        if kind == "dayrel" and offset < 0 and past and not future and _is_ahead(found, clock):
            return day_edtf(clock.published, offset)  # done the day before, and not before a plan
        if found is not None:
            return found
    if point.weekday:
        return _with_weekday(point, clock, future)
    if point.day or (point.numbers and not point.units):
        return _with_day(point, clock, past)
    if point.units[:1] == ["weekend"] and clock.published is not None:
        return _weekend(point, clock.published, future)
    return _with_unit(point, clock, past)


def _bare_day(point: Point) -> int | None:
    """Give the day of a month told by its number alone: 9日, “the 9th”, «9 числа»."""
    numbers = {n for n in (point.day, *point.numbers, *point.ordinals) if n}
    if len(numbers) != 1 or not {"day"}.issuperset(point.units):
        return None
    number = numbers.pop()
    if number > _LAST_OF_MONTH:
        return None
    lone = replace(point, day=None, numbers=[], ordinals=[], units=[], parts=[]) == Point()
    return number if lone else None


def _with_month(point: Point, clock: Clock, future: bool, past: bool) -> str | None:
    month = point.month or 1
    year = point.year
    for kind, offset in point.offsets:
        if kind == "yearrel" and clock.year:
            year = clock.year + offset
        elif kind == "yearsame" and clock.told_year:
            year = clock.told_year + offset
    if year is None and "year" in point.units and point.mods:
        year = _shifted_year(point.mods[0], clock, past)
    if year is None:
        year = clock.beside
    if year is None:
        year = _month_year(point, month, clock, future)
    return month_shift((year, month), 0, point.day) if year is not None else None


def _month_year(point: Point, month: int, clock: Clock, future: bool) -> int | None:
    if "after" in point.mods and not point.day and clock.told_year is not None:
        told = clock.told_month  # “in 2019, and the following March”
        return clock.told_year + (told is None or month <= told[1])
    if clock.month is None:
        # Without a day of publication only the year that the sentence itself tells is sure.
        return clock.here
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
    if gap > _HALF_YEAR:
        return year if future else year - 1
    if gap < -_HALF_YEAR:
        return year + 1 if future else year
    return year


def _season_year(point: Point, clock: Clock, future: bool, past: bool) -> int | None:
    year = _relative_year(point, clock, past)
    if year is None and "year" not in point.units:
        year = clock.beside
    if year is not None or point.season is None:
        return year
    if not point.units and point.mods and point.mods[0] in ("same", "after"):
        return clock.season(point.season, after=point.mods[0] == "after")
    if clock.month is None:
        return None
    this, now = clock.month
    begins = SEASON_STARTS[point.season]
    if "1" in point.mods or (future and "-1" not in point.mods):
        return this if begins > now else this + 1
    if "-1" in point.mods:
        return this if begins + 2 < now else this - 1
    return this if begins <= now + 5 else this - 1


def _relative_year(point: Point, clock: Clock, past: bool = False) -> int | None:
    for kind, offset in point.offsets:
        if kind == "yearrel" and clock.year:
            return clock.year + offset
        if kind == "yearsame" and clock.told_year:
            return clock.told_year + offset
    if "year" in point.units and point.mods:
        return _shifted_year(point.mods[0], clock, past)
    return None


def _shifted_year(mod: str, clock: Clock, past: bool = False) -> int | None:
    told = clock.told_year
    if mod == "1" and past and told is not None and told < (clock.year or told + 1):
        return told + 1  # «2019 жылы …, келесі жылы келді»: the next one in what was done
    if mod in ("-1", "0", "1"):
        return clock.year + int(mod) if clock.year else None
    if mod == "same":
        return clock.told_year
    if mod == "after":
        return clock.told_year + 1 if clock.told_year else None
    return None


def _with_distance(point: Point, clock: Clock, future: bool, past: bool) -> str | None:
    """Count from the day of publication (three days ago) or the day told last (two days later).

    Years give a year, months a month, days and weeks from a day told a day; “two weeks ago” does
    not say which. “Two years before
    that” is counted from the day told, and in what is to come a distance from now; so is Russian
    «через два года» but in what was done.
    """
    kind, sign = point.away or ("ago", -1)
    if kind == "ago" and "same" in point.mods:
        kind = "apart"
    elif kind == "apart" and future and sign > 0:
        kind = "ago"
    elif kind == "within":
        kind = "apart" if past else "ago"
    count = point.count or next(iter(point.numbers), None)
    base = clock.published if kind == "ago" else day_of(clock.day)
    if point.units and point.units[0] in _DAYS and kind == "apart" and count:
        if past and sign > 0 and clock.before(same=False) is None:
            return None  # nothing done is of the days to come
        return clock.counted(sign * count * _DAYS[point.units[0]])
    if not count or not point.units:
        return None
    away, unit = sign * count, point.units[0]
    year = clock.year if kind == "ago" else clock.told_year
    if unit == "year":
        return year_edtf(year + away) if year else None
    if unit == "month" and kind == "apart":
        return month_shift(clock.told_month, away, None) if clock.told_month else None
    if base is None:
        return None
    if unit == "month":
        return month_shift((base.year, base.month), away, None)
    return day_edtf(base, away) if unit == "day" else None


def _part_of_year(point: Point, clock: Clock, index: int, length: int) -> str | None:
    """Give the months of a half or quarter; only the year where that is not one."""
    year = point.year or _relative_year(point, clock)
    told = year_edtf(year)
    if told is None or not 1 <= index <= 12 // length:
        return told
    first = (index - 1) * length + 1
    return f"{told}-{first:02}/{told}-{first + length - 1:02}"


def _with_offset(point: Point, clock: Clock) -> str | None:
    kind, offset = point.offsets[0]
    if kind == "day" and offset == 0 and point.mods[:1] in (["same"], ["after"]):
        return clock.counted(int(point.mods[0] == "after"))  # «اليوم ذاته», «اليوم التالي»
    if kind == "day" and clock.published and not point.ordinals:
        return day_edtf(clock.published, offset)
    if kind == "dayrel":
        return clock.counted(offset)
    if kind == "yearrel" and clock.year:
        return year_edtf(clock.year + offset)
    # “A year earlier” than nothing told is last year; nothing comes “a year later” than nothing.
    base = clock.told_year or (clock.year if offset < 0 else None)
    if kind == "yearsame" and base:
        return year_edtf(base + offset)
    if kind == "monthsame":
        return month_shift(clock.told_month, offset, None) if clock.told_month else None
    if kind == "nthday":
        number = offset or next(iter(point.numbers), 0)
        return clock.nth_day(number) if number else None
    if kind == "monthrel" and clock.month:
        return month_shift(clock.month, offset, point.day or next(iter(point.numbers), None))
    if kind == "weekrel" and clock.published:
        return _week(clock.published, offset, point.weekday)
    return None


def _week(published: date, offset: int, weekday: int | None) -> str | None:
    monday = day_plus(published, 7 * offset - published.weekday())
    if weekday:
        return day_edtf(monday, weekday - 1)
    return _days(monday, 7)


def _days(first: date | None, count: int) -> str | None:
    """Give the EDTF of so many days from one on; None where the calendar ends before."""
    start, end = day_edtf(first), day_edtf(first, count - 1)
    return f"{start}/{end}" if start and end else None


def _weekend(point: Point, published: date, future: bool) -> str | None:
    """Give the Saturday and Sunday before publication, or those to come; None for any other."""
    since = (published.weekday() + 2) % 7  # Saturday
    if point.mods[:1] == ["0"] or (future and not point.mods):
        ahead = -since if since <= 1 else 7 - since
    elif point.mods[:1] == ["-1"] or not point.mods:
        ahead = -since
    else:
        return None
    return _days(day_plus(published, ahead), 2)


def _with_weekday(point: Point, clock: Clock, future: bool) -> str | None:
    if clock.published is None or point.weekday is None:
        return month_shift(clock.month, 0, None) if clock.month else None
    if "week" in point.units and point.mods and point.mods[0] in ("-1", "0", "1"):
        return _week(clock.published, int(point.mods[0]), point.weekday)
    if point.mods[:1] == ["0"] and "1" not in point.mods:
        return _week(clock.published, 0, point.weekday)  # «в этот четверг»: of this week
    if clock.week is not None and not point.mods:
        day = day_plus(clock.week, point.weekday - 1)
        if day is not None and (day > clock.published) == future:
            return day.isoformat()
    ahead = (point.weekday - 1 - clock.published.weekday()) % 7
    if "1" in point.mods or (future and "-1" not in point.mods):
        days = ahead or (7 if "1" in point.mods else 0)
    elif "-1" in point.mods:
        days = ahead - 7
    else:
        days = ahead - 7 if ahead else 0
    return day_edtf(clock.published, days)


def _with_day(point: Point, clock: Clock, past: bool) -> str | None:
    """Resolve a day of the month told alone (18日): the nearest such day to publication.

    In a history, far from publication or without it, the month told last is meant.
    """
    number = point.day or point.numbers[0]
    if "month" in point.units and point.mods[:1] and point.mods[0] in ("-1", "0", "1"):
        # «يوم 20 من الشهر الماضي»
        return month_shift(clock.month, int(point.mods[0]), number) if clock.month else None
    told = day_of(clock.day)
    far = (
        told is not None and clock.published is not None and abs((told - clock.published).days) > 60
    )
    if past and told is not None and clock.published is not None and told > clock.published:
        far = False  # nothing done is of the days to come that were told before
    if told is not None and (far or clock.published is None):
        return month_shift((told.year, told.month), 0, number)
    if clock.published is None:
        return None
    if point.mods and point.mods[0] == "0":
        return month_shift((clock.published.year, clock.published.month), 0, number)
    options = []
    for shift in (-1, 0, 1):
        day = day_of(month_shift((clock.published.year, clock.published.month), shift, number))
        if day is not None:
            options.append(day)
    if not options:
        return None
    published = clock.published
    if past:
        # What is told as done may stand beside what begins within days: 「19日に始まる会合」.
        options = [d for d in options if d - published <= SOON_AFTER] or options
    return min(options, key=lambda d: (abs((d - published).days), d)).isoformat()


def _with_unit(point: Point, clock: Clock, past: bool) -> str | None:
    if point.parts and point.mods and not point.units:
        # «this morning» is the day of publication, «last night» the one before, «that morning»
        # the day told last, «the previous afternoon» the one before that.
        mod = point.mods[0]
        if mod == "same":
            return clock.counted(0)
        if mod == "before":
            return clock.counted(-1)
        days = {"0": 0, "-1": -1}.get(mod)
        return day_edtf(clock.published, days) if days is not None else None
    if point.units and point.edges and not point.mods:
        # «by the end of the year», «في نهاية الشهر»: of the one that the text is published in.
        if point.units[0] == "year" and clock.year:
            return year_edtf(clock.year)
        if point.units[0] == "month" and clock.month:
            return month_shift(clock.month, 0, None)
    if not point.units or not point.mods:
        return None
    unit, mod = point.units[0], point.mods[0]
    if unit == "year":
        year = _shifted_year(mod, clock, past)
        return year_edtf(year) if year else None
    if unit == "month" and mod in ("-1", "0", "1") and clock.month:
        # «السابع من الشهر الجاري»: a day of it.
        told = [n for n in (*point.ordinals, *point.numbers) if 1 <= n <= _LAST_OF_MONTH]
        is_day = len(told) == 1 and point.units == ["month"] and not point.edges
        return month_shift(clock.month, int(mod), told[0] if is_day else None)
    if unit == "week" and mod in ("-1", "0", "1") and clock.published:
        return _week(clock.published, int(mod), None)
    if unit == "day":
        # “The last day” is that of a visit, and not yesterday.
        days = {"same": 0, "0": 0, "after": 1, "1": 1, "before": -1}.get(mod)
        if days is not None:
            return clock.counted(days)
        if mod == "-1":
            return clock.nth_day(-1)
    if unit == "month" and mod in ("same", "after") and clock.told_month:
        return month_shift(clock.told_month, int(mod == "after"), None)
    told_day = day_of(clock.day)
    if unit == "week" and mod == "after" and told_day is not None:
        return _week(told_day, 1, None)
    return None
