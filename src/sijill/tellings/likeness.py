"""Two tellings go in; how likely they tell one happening comes out, with the reasons in words, or
the reason why they can't.

Weights were set by hand on the example corpus; re-run `benchmarks/expected.py` when one changes.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sijill.dates import Precision
from sijill.documents.document import Status
from sijill.edtf import days_apart
from sijill.event_types import has_trait
from sijill.tables import open_table
from sijill.tellings.families import may_name_one
from sijill.tellings.parties import Parties
from sijill.tellings.told import OTHERWISE, Told
from sijill.temporal.clock import day_plus

#: A visit of which only one end is told is taken to be no longer than this.
LONGEST_VISIT = timedelta(days=14)
#: A text without a date tells of its own days: reports follow within this time.
NEWS_DAYS = 45
#: How far two days of one meeting may lie apart in two texts.
VISIT_DAYS = 1
#: A traveller's days in one state this near to each other are one stay.
STAY_DAYS = 2
#: How much a day told without its year counts that is the other's day, where both have it.
SAME_YEAR_DAY = 2.0
#: Two texts this near to each other report the same news.
SAME_NEWS_DAYS = 10
#: Hours of one day that are surely two happenings.
OTHER_HOURS = 3
#: A count of documents that is so many times and so much larger counts something else (14 papers
#: of two states, 40 of firms, 150 of six states); nearer ones are a dispute.
OTHER_COUNT_RATIO, OTHER_COUNT_MORE = 2, 15
OTHER_COUNT = "another count, so something else is counted"
#: What one source tells with two values of it, it tells as two.
_TOLD_ONCE = ("documents", "minutes", "begins", "meal")
#: Details by which two tellings of one day and the same people are held apart.
TELLING_APART = (*_TOLD_ONCE, "part_of_day")
#: So many people are many: then another text may name others of them.
MANY = 3
#: What happens once between two states happens between those two alone.
_PAIR = 2
#: How far two dates of a thing that happens once may lie apart and still be a disagreement.
ONCE_YEARS_DAYS = 3 * 366


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two tellings are: a score (3 and more: one happening), and why."""

    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Two tellings that can't be one happening, and why."""

    why: str


def compare(one: Told, other: Told, parties: Parties) -> Likeness | Apart:
    """Compare two tellings by type, time, people and place."""
    if not may_name_one(one.type, other.type):
        return Apart(f"a {one.type} is no {other.type}")
    if one.source_id == other.source_id and not is_retold(one, other, parties):
        return Apart("one source tells them as two")
    return _compare_words(one, other, parties)


def are_surely_two(one: Told, other: Told, parties: Parties) -> bool:
    """Say whether two tellings contradict each other so that a third can't be told of both.

    A trip inside of a visit and the stages of one journey are no two visits, and papers counted
    apart no two signings, to one who speaks of neither.
    """
    if has_trait(one.type, "host_place") and has_trait(other.type, "host_place"):
        if one.date is None or other.date is None:
            return False
        return days_apart(one.date, other.date) > LONGEST_VISIT.days
    likeness = _compare_words(one, other, parties)
    return isinstance(likeness, Apart) and likeness.why != OTHER_COUNT


def _compare_words(one: Told, other: Told, parties: Parties) -> Likeness | Apart:
    """Compare what two tellings say, whoever says it."""
    if _are_other_counts(one, other):
        return Apart(OTHER_COUNT)
    score = 0.5 if one.type == other.type else 0.25
    why = ["same kind" if one.type == other.type else f"{one.type} or {other.type}"]
    parts = (
        _times(one, other, parties),
        _people(one, other, parties),
        _places(one, other, parties),
        _details(one, other),
    )
    for part in parts:
        if isinstance(part, Apart):
            return part
        score += part.score
        why += part.why
    if has_trait(one.type, "once") and has_trait(other.type, "once") and len(why) > 1:
        score += 1.5
        why.append("happens once")
    return Likeness(score, tuple(why))


def needed(one: Told) -> float:
    """Give the score from which a telling joins others: more where many of a kind share a day."""
    return 3.5 if has_trait(one.type, "several") else 3.0


def is_retold(one: Told, other: Told, parties: Parties) -> bool:
    """Say whether one source tells a happening twice: nothing differs, something agrees.

    A reader gives each happening of a text once, so that two of a text are two, unless everything
    told of the one fits the other. What happens once may be told with two dates.
    """
    if one.type != other.type:
        return False
    if one.local_id.partition(OTHERWISE)[0] == other.local_id.partition(OTHERWISE)[0]:
        return True  # one telling, with the dates of two sources
    if one.place and other.place and parties.apart(one.place, other.place):
        return False
    people, others = set(one.participants), set(other.participants)
    fits = _is_told_of(people, others, parties) or _is_told_of(others, people, parties)
    if has_trait(one.type, "once"):
        return fits
    if one.status is not other.status or not (people and others and fits):
        return False
    if any(_tell_two(one, other, name) for name in _TOLD_ONCE) or _part_gap(one, other):
        return False
    if one.date is None or other.date is None:
        return not has_trait(one.type, "several") and people == others
    return one.date.edtf == other.date.edtf


def _is_told_of(people: Set[str], others: Set[str], parties: Parties) -> bool:
    """Say whether all of some people are others, or a state that one of the others stands for.

    A headline names the states and the lead who acted for them, or whom the state recalled.
    """
    of_others = {parties.country(other) for other in others - people}
    return all(
        one in others or (parties.is_state(one) and parties.country(one) in of_others)
        for one in people
    )


def window(told: Told) -> tuple[date, date]:
    """Give the first and last day a telling may mean.

    Without a date: what was held lies before the day of publication, what is planned after it.
    """
    if told.date is not None:
        start, end = told.date.start, told.date.end
        if start is None and end is not None:
            start = day_plus(end, -LONGEST_VISIT.days)
        if end is None and start is not None:
            end = day_plus(start, LONGEST_VISIT.days)
        return start or date.min, end or date.max
    if told.published is None:
        return date.min, date.max
    first, last = told.published.sort_key
    if told.status is Status.HELD:
        return date.min, last
    if told.status in (Status.PLANNED, Status.PROPOSED):
        return first, date.max
    return date.min, date.max


def _times(one: Told, other: Told, parties: Parties) -> Likeness | Apart:
    (a, b), (c, d) = window(one), window(other)
    meets = a <= d and c <= b
    if one.date is None or other.date is None:
        if not meets:
            return Apart("the one was over, or not yet planned, when the other was told")
        return _year_days(one, other) or _recency(one, other)
    if not meets:
        far = days_apart(one.date, other.date)
        once = has_trait(one.type, "once") and has_trait(other.type, "once")
        if once and far <= ONCE_YEARS_DAYS:
            return Likeness(-0.5, ("dates disagree",))
        if far <= VISIT_DAYS and _is_once_a_visit(one, other):
            return Likeness(0.5, ("a day apart, the same people",))
        if far <= VISIT_DAYS and _is_one_of_many_states(one, other, parties):
            return Likeness(1.0, ("a day apart, the same states",))
        if (
            far <= STAY_DAYS
            and has_trait(one.type, "host_place")
            and has_trait(other.type, "host_place")
        ):
            return Likeness(1.25, ("days of one stay",))
        return Apart(f"{one.date} is not {other.date}")
    if one.date.is_day and other.date.is_day:
        return Likeness(2.5, ("same day",))
    fine = {Precision.DAY}
    if one.date.precision in fine and other.date.precision in fine:
        return Likeness(2.25, ("dates overlap",))
    years = {Precision.YEAR, Precision.DECADE}
    if one.date.precision in years or other.date.precision in years:
        return Likeness(1.0, ("same year",))
    return Likeness(1.75, ("same month or season",))


def _is_once_a_visit(one: Told, other: Told) -> bool:
    """Say whether both tell a meeting of the same people that a visit has once only.

    What the reader worked out of "the same day" may be off by one; a second audience of one guest
    within two days does not happen.
    """
    if one.type != other.type or not has_trait(one.type, "once_a_visit"):
        return False
    same = set(one.participants) == set(other.participants)
    return same and len(one.participants) >= 2 and one.status is other.status


def _is_one_of_many_states(one: Told, other: Told, parties: Parties) -> bool:
    """Say whether both tell a meeting of the same several states, one by its opening day."""
    if not (has_trait(one.type, "series") and has_trait(other.type, "series")):
        return False
    return len(_states(one, parties) & _states(other, parties)) > 2


def _year_days(one: Told, other: Told) -> Likeness | Apart | None:
    """Compare a day told without its year with the other's; None where nothing can be said."""
    day, told = (one.year_day, other) if one.year_day else (other.year_day, one)
    if day is None:
        return None
    if told.date is not None:
        fits = day.fits(told.date)
    elif told.year_day is not None:
        fits = (day.month or told.year_day.month, day.day) == (
            told.year_day.month or day.month,
            told.year_day.day,
        )
    else:
        return None
    if fits is None:
        return None
    if fits:
        return Likeness(SAME_YEAR_DAY, ("same day of the year",))
    once = has_trait(one.type, "once") and has_trait(other.type, "once")
    return None if once else Apart("another day of the year")


def _recency(one: Told, other: Told) -> Likeness:
    dated = one if one.date else other if other.date else None
    if dated is None:
        if one.published and other.published:
            gap = days_apart(one.published, other.published)
            score = 1.0 if gap <= SAME_NEWS_DAYS else 0.5 if gap <= NEWS_DAYS else 0.0
            return Likeness(score, ("told at one time",) if score else ())
        return Likeness(0.0, ())
    undated = other if dated is one else one
    if undated.published is None or dated.date is None:
        return Likeness(0.0, ())
    gap = days_apart(dated.date, undated.published)
    if gap <= NEWS_DAYS:
        return Likeness(1.0, ("told within weeks of it",))
    return Likeness(0.0 if gap <= 400 else -0.5, ())


def _people(one: Told, other: Told, parties: Parties) -> Likeness | Apart:
    left = {p for p in one.participants if parties.kind(p) == "person"}
    right = {p for p in other.participants if parties.kind(p) == "person"}
    shared = left & right
    sided = has_trait(one.type, "two_sided") or has_trait(other.type, "two_sided")
    if left and right and not shared:
        both_many = len(left) >= MANY or len(right) >= MANY
        if sided or has_trait(one.type, "one_speaker") or not both_many:
            return Apart("other people")
    states, others = _states(one, parties), _states(other, parties)
    if min(len(states), len(others)) == 2 and max(len(states), len(others)) > 3 and sided:
        return Apart("a meeting of two states is not one of many")
    both_once = has_trait(one.type, "once") and has_trait(other.type, "once")
    if both_once and len(states) == len(others) == _PAIR and states != others:
        return Apart("of other states")
    if sided and left - right and right - left:
        sides = {parties.country(p) for p in shared}
        if len(sides) < 2:
            return Apart("the same guest with other people")
    is_dated = all(told.date or told.year_day for told in (one, other))
    if shared and left != right and sided and not is_dated:
        # Without a day, the same guest with somebody more may be another meeting.
        return Likeness(1.0, ("the same guest",))
    if shared:
        extra = min(2, len(shared) - 1)
        return Likeness(2.0 + 0.75 * extra, ("same people",))
    bodies = {p for p in one.participants if parties.kind(p) == "organisation"} & {
        p for p in other.participants if parties.kind(p) == "organisation"
    }
    if bodies:
        return Likeness(min(2.4, 1.2 * len(bodies)), ("same bodies",))
    if states and others:
        common = states & others
        if not common:
            return Apart("other states")
        return Likeness(min(2.0, 0.5 * len(common)), ("same states",))
    return Likeness(0.0, ())


def needs_shared_person(told: Told, people: int) -> bool:
    """Say whether what tells the same must name one of the so many people of a telling.

    It may also name nobody, or many: of many each text may name others, unless they are of two
    sides or one speaks.
    """
    told_apart = has_trait(told.type, "two_sided") or has_trait(told.type, "one_speaker")
    return people > 0 and (told_apart or people < MANY)


def _states(told: Told, parties: Parties) -> set[str]:
    return {c for c in (parties.country(p) for p in told.participants) if c}


def _places(one: Told, other: Told, parties: Parties) -> Likeness | Apart:
    if one.place is None or other.place is None or has_trait(one.type, "remote"):
        return Likeness(0.0, ())
    if one.place == other.place:
        return Likeness(1.0, ("same place",))
    if parties.apart(one.place, other.place):
        same_state = parties.country(one.place) == parties.country(other.place)
        bodies = set(one.participants) & set(other.participants)
        if has_trait(one.type, "once") and same_state and bodies:
            return Likeness(-0.5, ("places disagree",))
        return Apart("another place")
    if has_trait(one.type, "host_place") and _is_trip_within(one.place, other.place, parties):
        return Apart("a trip inside the visit to the country")
    if parties.covers(one.place, other.place) or parties.covers(other.place, one.place):
        return Likeness(0.6, ("one place holds the other",))
    return Likeness(0.0, ())


def _is_trip_within(left: str, right: str, parties: Parties) -> bool:
    """Say whether one place is a state and the other a place in it that is not the capital."""
    for wide, narrow in ((left, right), (right, left)):
        inside = parties.covers(wide, narrow) and not parties.is_state(narrow)
        if parties.is_state(wide) and inside:
            return not any(parties.is_capital(p) for p in (narrow, *parties.within(narrow)))
    return False


def _details(one: Told, other: Told) -> Likeness | Apart:
    """Compare what else is told: a luncheon is no dinner, and ten o'clock is not the evening."""
    meals = one.details.get("meal"), other.details.get("meal")
    if all(meals) and meals[0] != meals[1]:
        return Apart("another meal")
    if one.date and other.date and one.date.is_day and other.date.is_day:
        gap = _part_gap(one, other)
        if gap is not None and gap > 0:
            return Likeness(-0.5, ("another part of the day",))
        if gap is not None and _part(one) == _part(other):
            return Likeness(0.25, ("same part of the day",))
    hours = _hour(one), _hour(other)
    if one.date and other.date and one.date.is_day and other.date.is_day and None not in hours:
        if abs(hours[0] - hours[1]) >= OTHER_HOURS:  # type: ignore[operator]
            return Apart("another hour")
        return Likeness(0.25, ("same hours",))
    return Likeness(0.0, ())


def _are_other_counts(one: Told, other: Told) -> bool:
    """Say whether two counts of documents are too far apart to be one count."""
    counts = [t.details.get("documents") for t in (one, other)]
    numbers = [c for c in counts if isinstance(c, int | float) and c > 0]
    if len(numbers) < 2:
        return False
    less, more = sorted(numbers)
    return more > OTHER_COUNT_RATIO * less and more >= less + OTHER_COUNT_MORE


def _tell_two(one: Told, other: Told, name: str) -> bool:
    left, right = one.details.get(name), other.details.get(name)
    return left is not None and right is not None and left != right


@cache
def _day_parts() -> dict[str, tuple[int, int]]:
    rows = open_table("protocol/day_hours.tsv", ("part", "from", "to"))
    return {row["part"]: (int(row["from"]), int(row["to"])) for row in rows}


def _part(told: Told) -> tuple[int, int] | None:
    """Give the hours in which a telling puts its happening, or None."""
    hour = _hour(told)
    if hour is not None:
        return hour, hour + 1
    return _day_parts().get(str(told.details.get("part_of_day", "")))


def _part_gap(one: Told, other: Told) -> int | None:
    """Give the hours between the parts of the day of two tellings, 0 when they meet.

    None when one tells none, or both tell the hour itself.
    """
    if _hour(one) is not None and _hour(other) is not None:
        return None
    left, right = _part(one), _part(other)
    if left is None or right is None:
        return None
    return max(0, right[0] - left[1], left[0] - right[1])


def _hour(told: Told) -> int | None:
    """Give the hour told (`begins`, HH:MM), or None."""
    begins = str(told.details.get("begins", ""))
    return int(begins[:2]) if begins[:2].isdecimal() else None
