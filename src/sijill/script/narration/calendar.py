"""An EDTF string goes in; a date as a narrator shows it and says it comes out."""

from __future__ import annotations

import re
from functools import cache

from sijill.dates import PartialDate, Precision, parse_edtf
from sijill.script.narration.numerals import (
    arabic_count,
    arabic_year,
    english_cardinal,
    english_ordinal,
    english_year,
)
from sijill.script.narration.words import Words, both
from sijill.tables import open_table


@cache
def _spoken(language: str) -> dict[tuple[str, str], tuple[str, str]]:
    rows = open_table(f"{language}/dates_spoken.tsv", ("kind", "number", "show", "say"))
    return {(r["kind"], r["number"]): (r["show"], r["say"]) for r in rows}


def part_of_day(part: str, language: str) -> Words | None:
    """Say a part of the day (morning, noon, afternoon, evening); None for another word."""
    found = _spoken(language).get(("part", part))
    return Words(*found) if found else None


def date_label(edtf: str, language: str, *, year: bool = True) -> Words:
    """Say a date with no preposition: `18 ديسمبر 2025`, `18 December 2025`; raises FormatFault."""
    date = parse_edtf(edtf)
    return both(lambda spoken: _whole(date, language, spoken, year))


def card_date(edtf: str, language: str) -> str:
    """Write a date as briefly as a card does: `6–9 April 1994`, `فبراير 1996 أو 1997`.

    Raises FormatFault for what is no EDTF date.
    """
    date = parse_edtf(edtf)
    ends = date.edtf.strip("[]").replace("/", ",").split(",")
    if len(ends) != 2 or not all(_PLAIN_DATE.fullmatch(end) for end in ends) or ends[0] == ends[1]:
        return _whole(date, language, False, True)
    first, last = ends
    whole = _single(last, language, False, True, True)
    if date.is_set and first[4:] == last[4:] and len(first) == 7:
        link = "أو" if language == "ar" else "or"
        return f"{_single(first, language, False, True, True)} {link} {_shown(last[:4])}"
    if not date.is_interval:
        return _whole(date, language, False, True)
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return f"{_single(first, language, False, False, False)}–{whole}"
    start = _single(first, language, False, first[:4] != last[:4], True)
    return f"{start} – {whole}"


def day_first(text: str) -> str:
    """Write the days of an English text as script and page do: 28 August 2004, not August 28, 2004.

    The notes of the record write them as CLDR does for American English.
    """
    return _month_first().sub(r"\2 \1 \3", text)


@cache
def _month_first() -> re.Pattern[str]:
    months = "|".join(_spoken("en")["month", str(number)][0] for number in range(1, 13))
    return re.compile(rf"\b({months}) (\d{{1,2}}), (\d{{4}})\b")


def on_date(edtf: str, language: str, *, year: bool = True, within: bool = False) -> Words:
    """Say a date as an adverb: `في 18 ديسمبر 2025`, `in August 2024`, `from 6 to 9 April 1994`.

    `within` says an interval as one in which something happened: `between 14 and 18 May 2001`.
    """
    date = parse_edtf(edtf)

    def make(spoken: bool) -> str:
        if within and date.is_interval and date.start and date.end:
            return _between(edtf, language, spoken, year)
        whole = _whole(date, language, spoken, year)
        if date.is_interval:
            return whole
        if language == "ar":
            return f"في {whole}"
        exact = date.precision is Precision.DAY and not date.is_approximate
        if date.is_set:
            return f"in {whole}" if date.precision is not Precision.DAY else f"on {whole}"
        return f"on {whole}" if exact else f"in {whole}"

    return both(make)


def _whole(date: PartialDate, language: str, spoken: bool, year: bool) -> str:
    text = date.edtf
    if date.is_set:
        parts = [p.strip() for p in text[1:-1].split(",")]
        link = " أو " if language == "ar" else " or "
        return link.join(_single(p, language, spoken, True, True) for p in parts)
    if date.is_interval:
        return _interval(text, language, spoken, year)
    return _single(text, language, spoken, year, True)


def _interval(text: str, language: str, spoken: bool, year: bool) -> str:
    first, last = text.split("/")
    arabic = language == "ar"
    if first in ("", ".."):
        return f"{'حتى' if arabic else 'until'} {_single(last, language, spoken, year, True)}"
    if last in ("", ".."):
        return f"{'منذ' if arabic else 'from'} {_single(first, language, spoken, year, True)}"
    if first == last:
        lead = "في" if arabic else ("on" if len(first) == 10 else "in")
        return f"{lead} {_single(first, language, spoken, year, True)}"
    same_year = first[:4] == last[:4]
    same_month = same_year and len(first) == len(last) == 10 and first[:7] == last[:7]
    start = _single(first, language, spoken, year and not same_year, not same_month)
    end = _single(last, language, spoken, year, True)
    return f"من {start} إلى {end}" if arabic else f"from {start} to {end}"


def _between(text: str, language: str, spoken: bool, year: bool) -> str:
    first, last = text.split("/")
    same_year = first[:4] == last[:4]
    same_month = same_year and len(first) == len(last) == 10 and first[:7] == last[:7]
    start = _single(first, language, spoken, year and not same_year, not same_month)
    end = _single(last, language, spoken, year, True)
    return f"بين {start} و{end}" if language == "ar" else f"between {start} and {end}"


def _single(text: str, language: str, spoken: bool, year: bool, month: bool) -> str:
    about = text.endswith("~")
    text = text.rstrip("~")
    core = (_arabic_single if language == "ar" else _english_single)(text, spoken, year, month)
    if about:
        return f"نحو {core}" if language == "ar" else f"about {core}"
    return core


def _shown(year: str) -> str:
    """Give a year of EDTF as it is written for readers: 751, not 0751."""
    return year.lstrip("0") or "0"


def _arabic_single(text: str, spoken: bool, year: bool, month: bool) -> str:
    table = _spoken("ar")
    said = arabic_year(int(text[:4])) if spoken and text[:4].isdigit() else _shown(text[:4])
    if text.endswith("X"):
        century = table["day", str(int(text[:2]) + 1)][1]
        return f"{table['decade', str(int(text[2]) * 10)][0]} القرن {century}"
    if len(text) == 4:
        return f"عام {said}"
    if ("season", text[5:7]) in table:
        return f"{table['season', text[5:7]][0]} عام {said}"
    name = table["month", str(int(text[5:7]))][int(spoken)]
    tail = (f" عام {said}" if spoken else f" {said}") if year else ""
    if len(text) == 7:
        return name + tail
    day = table["day", str(int(text[8:10]))][int(spoken)]
    if not month:
        return day
    return f"{day} من {name}{tail}" if spoken else f"{day} {name}{tail}"


def _english_single(text: str, spoken: bool, year: bool, month: bool) -> str:
    table = _spoken("en")
    said = english_year(int(text[:4])) if spoken and text[:4].isdigit() else _shown(text[:4])
    if text.endswith("X"):
        said = f"{english_cardinal(int(text[:2]))} {table['decade', str(int(text[2]) * 10)][1]}"
        return f"the {said}" if spoken else f"the {text[:3]}0s"
    if len(text) == 4:
        return said
    if ("season", text[5:7]) in table:
        return f"{table['season', text[5:7]][0]} {said}"
    name = table["month", str(int(text[5:7]))][0]
    if len(text) == 7:
        return f"{name} {said}" if year else name
    number = int(text[8:10])
    day = f"the {english_ordinal(number)}" if spoken else str(number)
    if not month:
        return day
    link = " of " if spoken else " "
    tail = (f", {said}" if spoken else f" {said}") if year else ""
    return f"{day}{link}{name}{tail}"


_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\Z")


def hour_word(hour: int, language: str) -> str | None:
    """Give the word for an hour of the dial (1 to 12): seven, السابعة; None in other languages."""
    if language == "ar":
        return _spoken("ar")["hour", str(hour)][1]
    return english_cardinal(hour) if language == "en" else None


def clock(time: str, language: str, bound: str = "exact") -> Words | None:
    """Say a time of day, `at` included; `time` is HH:MM. None when it is not a time.

    `bound` is exact, about, after or before: `shortly after 11:30`.
    """
    match = _CLOCK.match(time)
    if not match:
        return None
    hour, minute = int(match.group(1)), int(match.group(2))
    shown = f"{hour}:{minute:02d}"
    part = _spoken(language)["clock", _part_of(hour)][1]
    lead, spoken_lead = _spoken(language)["clock_lead", bound]
    if language == "ar":
        table = _spoken("ar")
        said = f"الساعة {table['hour', str((hour - 1) % 12 + 1)][1]}{_arabic_minutes(minute)}"
        return Words(f"{lead} الساعة {shown}", f"{spoken_lead} {said} {part}")
    spoken = english_cardinal((hour - 1) % 12 + 1)
    if minute == 0:
        said = f"{spoken} o'clock"
    elif minute == 30:
        said = f"half past {spoken}"
    else:
        said = f"{spoken} {'oh ' if minute < 10 else ''}{english_cardinal(minute)}"
    return Words(f"{lead} {shown}", f"{spoken_lead} {said} {part}")


def _part_of(hour: int) -> str:
    """Give the part of the day an hour is said to be in."""
    if hour < 12:
        return "morning"
    if hour == 12:
        return "noon"
    return "afternoon" if hour < 17 else "evening"


def _arabic_minutes(minute: int) -> str:
    from_quarter = {0: "", 15: " والربع", 20: " والثلث", 30: " والنصف"}
    if minute in from_quarter:
        return from_quarter[minute]
    return f" و{arabic_count(minute, 'minute', spoken=True)}"
