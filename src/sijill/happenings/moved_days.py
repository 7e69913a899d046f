"""A date of something put off or called off goes in; the day that it means comes out.

“A trip planned for May was called off”: what fell through has the day that it was planned for, and
what was moved the one that it was moved to.
"""

from __future__ import annotations

import re

from sijill.documents.document import DATE, Mention
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.languages import VERB_LAST
from sijill.temporal.calendar import find_atoms
from sijill.temporal.chronology import Chronology, first_day, single_day
from sijill.temporal.clock import day_plus, month_shift

_BOTH = 2
# The verb and its “from” stand within so many letters before the days.
_FROM = 24
# The word of a meeting stands so near behind “yesterday’s” (code points).
_BESIDE = 4
_HALF_YEAR = 6
_MONTH = re.compile(r"\d{4}-(?:0\d|1[0-2])")
_MONTHS = re.compile(r"\d{4}-(?:0\d|1[0-2]|2[1-4])/\d{4}-(?:0\d|1[0-2]|2[1-4])")


def first_planned(passage: Passage, chronology: Chronology, told: Mention) -> str | None:
    """Give the EDTF of the day that something was planned for and was not held on.

    A weekday or a month without a year is the nearest one: what fell through may have been planned
    for yesterday or for tomorrow. Of what is told that it had been called off it is the last one.
    """
    value, published, start = told.value or "", chronology.published, first_day(told.value)
    if published is None or start is None:
        return told.value
    sentence = passage.sentence_at(told.start)
    before = expression(passage.language, "had_called_off")
    gone = before.search(passage.text, sentence.start, sentence.end) is not None
    if single_day(value) and chronology.is_weekday(told):
        other = day_plus(start, -7 if start > published else 7)
        days = sorted(d for d in (start, other) if d is not None)
        return (days[0] if gone else min(days, key=lambda d: abs(d - published))).isoformat()
    if _MONTH.fullmatch(value) and chronology.lacks_year(told):
        this, month = published.year, int(value[5:])
        gap = month - published.month
        year = this - (gap > (0 if gone else _HALF_YEAR)) + (not gone and gap < -_HALF_YEAR)
        return month_shift((year, month), 0, None)
    return value


def was_planned(passage: Passage, told: Mention) -> bool:
    """Say whether the sentence of a date tells in the past that something was planned for it.

    “She had planned to come in May”: that was last May, and not the coming one.
    """
    sentence = passage.sentence_at(told.start)
    is_last = passage.language in VERB_LAST
    start, end = (told.end, sentence.end) if is_last else (sentence.start, told.start)
    return expression(passage.language, "had_planned").search(passage.text, start, end) is not None


def is_day_of_act(chronology: Chronology, told: Mention, start: int) -> bool:
    """Say whether “yesterday” tells when something was put off: “Yesterday they put off …”.

    `start` is where what was put off is told; “yesterday’s meeting” was to be held on that day.
    """
    return chronology.looks_back(told) and not told.end <= start <= told.end + _BESIDE


def now_planned(passage: Passage, start: int) -> Mention | None:
    """Give the date of the new plan in a sentence of the old one: «енді ол сәуірде өтеді»."""
    sentence = passage.sentence_at(start)
    now = expression(passage.language, "now_planned").search(passage.text, start, sentence.end)
    if now is None:
        return None
    dates = passage.mentions_in(now.end(), sentence.end, (DATE,))
    return next((m for m in dates if m.value), None)


def moved_to(passage: Passage, chronology: Chronology, told: Mention) -> str | None:
    """Give the month or season to which a date puts something off that tells from when to when.

    “From October to December”, «с марта на май»: the second month, the next one of its name. None
    for any other date.
    """
    atoms = find_atoms(passage.text, told.start, told.end, passage.language)
    months = [a for a in atoms if a.kind == "month"]
    parts = [a for a in atoms if a.kind in ("month", "season")]
    numbers = sum((a.kind, a.value) == ("unit", "month") for a in atoms)
    if _MONTHS.fullmatch(told.value or "") and _BOTH in (len(parts), numbers):
        return (told.value or "")[-7:]
    before = passage.text[max(0, told.start - _FROM) : told.start]
    days = (told.value or "").split("/")
    if len(days) == _BOTH and ends_in(passage.language, "moved_from").search(before):
        return days[-1] if all(map(single_day, days)) else None  # “from Monday to 21 October”
    published = chronology.published
    if len(months) != _BOTH or published is None or not chronology.lacks_year(told):
        return None
    month = months[1].number
    return month_shift((published.year + (month < published.month), month), 0, None)
