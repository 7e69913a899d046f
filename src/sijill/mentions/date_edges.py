"""A date that the tagger found goes in; it, or two of them, comes out with its edges put right.

“Set for 3 May”, «وأمس» and “1991, in the second quarter” hold more than one date's words
(`data/<language>/expressions.tsv`: date_begins, date_is_over).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sijill.documents.document import DATE, PERSON, Document
from sijill.documents.expressions import expression
from sijill.documents.last_word import word_before
from sijill.documents.qualifiers import joint_words
from sijill.mentions.candidates import Candidate, Nearby
from sijill.temporal.calendar import find_atoms, may_begin_atom, may_hold_weekdays
from sijill.text import fold

#: No name of a month or weekday is longer (code points).
_LONGEST_MONTH = 9
#: No word of a number is longer (code points).
_LONGEST_NUMBER = 24
# What a number counts, and how far it is then.
_COUNTED = frozenset({"unit", "apart", "ago"})
# «в 1996-м и 2011 году» are two years.
_YEARS = re.compile(r"(?P<first>[12]\d{3}(?:-\w{1,3})?) (?P<joint>\w+) (?P<second>[12]\d{3}\D*)")


def with_whole_number(document: Document, c: Candidate) -> Candidate:
    """Begin a date with its whole number: «двадцать два года назад», not «два года назад»."""
    before = word_before(document.text, c.start, _LONGEST_NUMBER)
    if not before:
        return c
    start = c.start - len(before) - 1
    if not may_begin_atom(document.text, start, c.end, document.language, "count"):
        return c
    atoms = find_atoms(document.text, start, c.end, document.language)
    is_one = bool(atoms) and atoms[0].kind == "count" and atoms[0].start == start
    if not is_one or atoms[0].end > c.start:
        return c.at(start, c.end) if is_one else c
    # «одиннадцатью годами ранее»: a unit of time has its number before it.
    own = find_atoms(document.text, c.start, c.end, document.language)
    counted = bool(own) and own[0].start == c.start and own[0].kind in _COUNTED
    return c.at(start, c.end) if counted else c


def split_date(document: Document, c: Candidate) -> list[Candidate]:
    """Make two dates of «Monday and Tuesday»; «6 and 7 May» stays one.

    Words that only lead to a date, or go on behind it, are no part of it: “set for 3 May”. A
    length of time leaves nothing: 「60年にわたる」, 「30年来の」.
    """
    length = expression(document.language, "length_of_time").match(document.text, c.start)
    if length and length.end() == c.end:
        return []
    begins = expression(document.language, "date_begins").match(document.text, c.start, c.end)
    if begins and begins.end() < c.end:
        c = c.at(begins.end(), c.end)
    over = expression(document.language, "date_is_over").search(document.text, c.start + 1, c.end)
    if over:
        # “On Monday, a day later received by …” goes on with a date of its own.
        later = over.groupdict().get("later")
        rest = [c.at(over.start("later"), c.end)] if later else []
        return [c.at(c.start, over.start()), *rest]
    if document.language != "ja" and document.text[c.start : c.end].isalpha():
        return [c]  # «вчера» is no two
    years = _YEARS.fullmatch(document.text, c.start, c.end)
    if years and fold(years["joint"]) in joint_words(document.language):
        return [c.at(*years.span("first")), c.at(*years.span("second"))]
    if not may_hold_weekdays(document.text, c.start, c.end, document.language):
        return [c]
    atoms = find_atoms(document.text, c.start, c.end, document.language)
    days = [a for a in atoms if a.kind == "weekday"]
    if len(days) == 2 and len(atoms) == 2:
        between = document.text[days[0].end : days[1].start].strip()
        if fold(between) in joint_words(document.language):
            return [c.at(c.start, days[0].end), c.at(days[1].start, c.end)]
    return [c]


def without_parts_of_names(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out the days and months that stand inside a longer name: “Le Thi Thu Trang”.

    A name that begins or ends with such a word may be none, or hold a day beside it.
    """
    people = Nearby(c for c in candidates if c.kind is PERSON and c.rule == "tagger")
    return [
        c
        for c in candidates
        if c.kind is not DATE
        or c.end - c.start > _LONGEST_MONTH
        or not any(p.start < c.start and c.end < p.end for p in people.within(c.start, c.end))
    ]
