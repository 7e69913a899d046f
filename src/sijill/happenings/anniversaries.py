"""A trigger and the day beside it go in; out comes when it happened, where it is an anniversary.

“Today, 26 January, it is 25 years since the two established relations”: what the day tells is the
anniversary, and the happening lies so many years before it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sijill.citation import Span
from sijill.documents.document import DATE, Mention
from sijill.documents.expressions import expression
from sijill.documents.passage import Passage
from sijill.documents.stretches import beginning_in
from sijill.event_types import types_with
from sijill.happenings.arguments import Arguments
from sijill.happenings.triggers import Trigger
from sijill.temporal.chronology import first_day
from sijill.temporal.clock import if_edtf, year_edtf

# What has anniversaries: what began on one day and went on.
_LASTING = types_with("anniversary")
# The number of years stands this near to the word of the anniversary (code points).
_NEAR = 24
# “To mark forty years of” stands so near before its happening (code points).
_BEFORE = 48
# An anniversary is kept within so many years of the day of publication.
_ABOUT = 1
_YEAR = re.compile(r"\d{4}")
_YEARS = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,]*\d)")


def day_of_anniversary(
    passage: Passage, arguments: Arguments, trigger: Trigger, told: Mention | None
) -> Mention | None:
    """Give a trigger's day with the years of an anniversary taken off, None where none is known.

    A day that is no anniversary's comes back as it is. One without a day of its own is kept in the
    year of publication: “a dinner on Tuesday to mark forty years of relations”.
    """
    published = first_day(passage.document.published)
    if published is None or trigger.type not in _LASTING:
        return told
    window = trigger.window
    if told is None:  # the words of what marks the anniversary stand before
        first = passage.sentences[trigger.sentence].start
        window = Span(max(first, window.start - _BEFORE), window.end)
    # 「樹立60周年を記念する式典」: the words of the feast go on where those of the happening end.
    behind = expression(passage.language, "anniversary_behind").match(passage.text, trigger.end)
    if behind is not None:
        window = Span(window.start, max(window.end, behind.end()))
    found = expression(passage.language, "anniversary").search(
        passage.text, window.start, window.end
    )
    if told is None and found is not None and passage.sentences[trigger.sentence].paragraph:
        at, words = DATE, found.group()
        told = Mention("", at, found.start(), found.end(), words, value=str(published.year))
    day = first_day(told.value) if told else None
    if told is None or day is None:
        return told
    if found is None or abs(day.year - published.year) > _ABOUT:
        return told
    start, end = max(window.start, found.start() - _NEAR), min(window.end, found.end() + _NEAR)
    outside = [
        m
        for m in _YEARS.finditer(passage.in_digits, start, end)
        if not told.start <= m.start() < told.end
    ]
    nearest = min(outside, key=lambda m: abs(m.start() - found.start()), default=None)
    year = _year_beside(arguments, found.start() - _NEAR, window.end, found.start())
    if year is not None and year is not told:
        told, day = year, first_day(year.value) or day
    years = int(nearest.group()) if nearest else arguments.number_in(start, end)
    if not years or years >= day.year:
        return None
    begun = _first_day_beside(passage, arguments, trigger, day.year - years)
    if begun is not None:
        return begun
    value = year_edtf(day.year - years) or ""
    falls = expression(passage.language, "is_anniversary")
    if falls.search(passage.text, window.start, window.end) and "/" not in (told.value or ""):
        # Where the day is the anniversary's own, not that of a feast held for it.
        value = if_edtf(value + (told.value or "")[4:]) or value
    return replace(told, value=value)


def _first_day_beside(
    passage: Passage, arguments: Arguments, trigger: Trigger, year: int
) -> Mention | None:
    """Give the day or month that a sentence tells besides its anniversary: “established on …”."""
    sentence = passage.sentences[trigger.sentence]
    for told in beginning_in(arguments.chronology.dates, sentence.start, sentence.end):
        day = first_day(told.value)
        is_finer = not _YEAR.fullmatch(told.value or "") and "/" not in (told.value or "")
        if day is not None and is_finer and abs(day.year - year) <= _ABOUT:
            return told
    return None


def _year_beside(arguments: Arguments, start: int, end: int, anniversary: int) -> Mention | None:
    """Give the year that stands nearest to an anniversary: “next year they mark 70 years”.

    It is the anniversary's, whatever day the sentence tells besides; None where a day is nearer.
    """
    dates = [m for m in arguments.chronology.dates if start <= m.start < end]
    nearest = min(dates, key=lambda m: abs(m.start - anniversary), default=None)
    return nearest if nearest and _YEAR.fullmatch(nearest.value or "") else None
