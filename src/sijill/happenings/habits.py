"""Words that tell a happening go in; whether they only tell what is done again and again comes out.

“He goes there every June”, «жыл сайын барып тұрады», «заң бойынша елшіні Президент тағайындайды»:
a habit or a rule is no happening (`data/<language>/expressions.tsv`: habit, habit_parts,
habit_behind, by_rule). A language without these rows has no habits here.
"""

from __future__ import annotations

from sijill.citation import Span
from sijill.documents.document import DATE, Mention, Status
from sijill.documents.expressions import expression
from sijill.documents.passage import Passage
from sijill.documents.patterns import Hit
from sijill.languages import VERB_LAST
from sijill.temporal.chronology import single_day

# A habit is told this far before its verb at most (code points).
_BEFORE = 90
# What a rule says stands so near behind the word of the rule.
_REACH = 400


def is_habit(passage: Passage, hit: Hit) -> bool:
    """Say whether words tell a habit, or what a rule says; what has its own day is neither."""
    text, language = passage.text, passage.language
    if expression(language, "habit_behind").match(text, hit.end) is not None:
        return True
    if hit.row["frame"] == "noun" and language not in VERB_LAST:
        return False  # where the verb comes last, that of the noun follows it
    sentence = passage.sentence_at(hit.start)
    begin = max(sentence.start, hit.start - _BEFORE)
    often = [m.end() for m in expression(language, "habit").finditer(text, begin, hit.end)]
    if often:
        parts = expression(language, "habit_parts").search(text, often[-1], hit.start)
        return parts is None and not _has_day(passage, begin, hit.end)
    if hit.row["status"] == Status.HELD.value:
        return False
    first = max(sentence.start, hit.start - _REACH)
    rule = expression(language, "by_rule").search(text, first, hit.start)
    return rule is not None and not passage.mentions_in(sentence.start, sentence.end, (DATE,))


def is_of_many_days(passage: Passage, window: Span, date: Mention | None, *, is_open: bool) -> bool:
    """Say whether the day beside a happening is one of many: “visits the market every Saturday”.

    `window` is its clause; without a day it is so of what an open verb tells (`is_open`).
    """
    often = expression(passage.language, "habit").finditer(passage.text, window.start, window.end)
    if date is None:
        return is_open and any(often)
    return any(found.start() < date.end and date.start < found.end() for found in often)


def _has_day(passage: Passage, start: int, end: int) -> bool:
    return any(single_day(m.value) for m in passage.mentions_in(start, end, (DATE,)))
