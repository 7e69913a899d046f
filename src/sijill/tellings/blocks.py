"""A telling goes in; the blocks come out in which it looks for what tells the same, and those in
which it is found by others: whose happening it is, and when.

Two tellings that share no block are never compared, so that a block must hold all that may tell of
one happening, and should hold little else.
"""

from __future__ import annotations

from sijill.dates import PartialDate
from sijill.edtf import length_days
from sijill.event_types import has_trait
from sijill.tellings.likeness import MANY, STAY_DAYS, needs_shared_person
from sijill.tellings.parties import Parties
from sijill.tellings.told import Told

#: Up to this length a date is looked for week by week, up to the next one year by year.
_WEEKS_DAYS = 62
_YEARS_DAYS = 800
#: The days of such a "week"; any number would do, this one makes the fewest comparisons.
_WEEK = 8

#: Marks of what is anybody's, and of what names no state.
_ANYBODYS, _NO_STATES = "*", "-"
#: Behind a mark: only of what may tell of the same without a person in common.
_OPEN = "?"
#: A block: the kind of happening, whose it is, when.
Key = tuple[str, str, str]


def marks_of(told: Told, parties: Parties) -> tuple[list[str], list[str]]:
    """Give whose happening it is, as it looks for others and as it is found by them.

    Without a day, a state or a place alone would be anybody's, and where nothing at all is told,
    only the same source can mean the same. What happens once is held against all that names no
    state, and if it names none against all.
    """
    if not (told.date or told.place or told.participants):
        return [told.source_id], [told.source_id]
    people = dict.fromkeys(p for p in told.participants if parties.kind(p) == "person")
    marks = dict.fromkeys(p for p in told.participants if p not in people)
    states = [c for c in map(parties.country, told.participants) if c]
    once = has_trait(told.type, "once")
    if told.date is not None or not told.participants or once:
        marks |= dict.fromkeys(states)
        if told.place:
            marks |= dict.fromkeys((told.place, *parties.within(told.place)))
    if not once:
        asked = kept = list(marks) or ([] if people else [_ANYBODYS])
    elif states:
        asked, kept = [*marks, _NO_STATES], [*marks, _ANYBODYS]
    else:
        asked, kept = [*marks, _ANYBODYS], [*marks, _ANYBODYS, _NO_STATES]
    if needs_shared_person(told, len(people)):
        asked = [mark + _OPEN for mark in asked]
    if not people or len(people) >= MANY:
        kept = [*kept, *(mark + _OPEN for mark in kept)]
    return [*people, *asked], [*people, *kept]


def times_asked(told: Told) -> list[str]:
    """Give the times under which to look: weeks with the days beside, else years, else all.

    What happens once is looked for at all times, as its dates may disagree by years.
    """
    date = told.date
    if date is None or length_days(date) > _YEARS_DAYS or has_trait(told.type, "once"):
        return ["all"]
    if length_days(date) > _WEEKS_DAYS:
        return [*_years(date), "long"]
    return [*_weeks(date, beside=STAY_DAYS), "long"]


def times_kept(date: PartialDate | None) -> list[str]:
    """Give the times under which a happening is kept, so that every way of asking finds it."""
    if date is None or length_days(date) > _YEARS_DAYS:
        return ["all", "long"]
    if length_days(date) > _WEEKS_DAYS:
        return [*_years(date), "all", "long"]
    return [*_weeks(date), *_years(date), "all"]


def _years(date: PartialDate) -> list[str]:
    first, last = date.sort_key
    return [str(year) for year in range(first.year, last.year + 1)]


def _weeks(date: PartialDate, *, beside: int = 0) -> list[str]:
    first, last = (day.toordinal() for day in date.sort_key)
    weeks = range((first - beside) // _WEEK, (last + beside) // _WEEK + 1)
    return [f"week {week}" for week in weeks]
