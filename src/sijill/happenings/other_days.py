"""A happening goes in; whether it was on another day than its account comes out.

The account stands at a day, and what has none of its own is of it: but not what a length of time is
counted from, or to, nor what is told as done earlier (`data/<language>/expressions.tsv`:
measured_from_before, measured_from_behind, measured_from_cause, counted_from_before,
counted_from_name, told_as_earlier).
"""

from __future__ import annotations

from sijill.documents.document import DATE
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.event_types import types_with
from sijill.happenings.drafts import CONTACTS
from sijill.happenings.triggers import Trigger

_BY_A_STATE = types_with("by_a_state")
# A length of time counted from a happening stands so near it (code points), or right behind it.
_MEASURED, _DEED = 80, 12
# “Expelled two men earlier”: the word stands so near behind a verb (code points).
_EARLIER_BEHIND = 30
# What days are counted from: a deed, or a name that stands for one, «Лимадан үш күн кейін».
_COUNTED_FROM = ("counted_from_before", "counted_from_name")


def is_of_another_day(passage: Passage, trigger: Trigger) -> bool:
    """Say whether nothing tells that a happening was on the day that its account stands at.

    Whom somebody met earlier he met on the same day, as reports of visits tell it.
    """
    if _is_measured_from(passage, trigger) or _is_counted_from(passage, trigger):
        return True
    if trigger.type in _BY_A_STATE and _is_a_cause(passage, trigger):
        return True
    return trigger.type not in CONTACTS and _is_told_as_earlier(passage, trigger)


def _is_a_cause(passage: Passage, trigger: Trigger) -> bool:
    """Say whether what a state did is told as what another one answers: “after Mali expelled …”."""
    start = max(passage.sentences[trigger.sentence].start, trigger.start - _MEASURED)
    cause = ends_in(passage.language, "measured_from_cause")
    return cause.search(passage.text, start, trigger.start) is not None


def _is_measured_from(passage: Passage, trigger: Trigger) -> bool:
    """Say whether a length of time is counted from a happening: “two days after Peru expelled …”.

    It was then not on the day of what came after it, which its sentence tells of.
    """
    sentence = passage.sentences[trigger.sentence]
    before = passage.text[max(sentence.start, trigger.start - _MEASURED) : trigger.start]
    behind = passage.text[trigger.end : min(sentence.end, trigger.end + _MEASURED)]
    return (
        ends_in(passage.language, "measured_from_before").search(before) is not None
        or expression(passage.language, "measured_from_behind").match(behind) is not None
    )


def _is_told_as_earlier(passage: Passage, trigger: Trigger) -> bool:
    """Say whether a happening is told as one from before: “Oslo had earlier expelled …”, «ранее».

    It stands in the account of a day, but nothing says that it was of that day.
    """
    earlier = expression(passage.language, "told_as_earlier")
    start, window = passage.sentences[trigger.sentence].start, trigger.window
    end = min(window.end, trigger.end + _EARLIER_BEHIND)
    return (
        earlier.match(passage.text, start, window.end) is not None
        or earlier.search(passage.text, max(start, window.start), end) is not None
    )


def _is_counted_from(passage: Passage, trigger: Trigger) -> bool:
    """Say whether a happening is told of a day counted from a deed: 「…が批判した2日後、…」.

    It was not on the day of what was told before.
    """
    sentence, text = passage.sentences[trigger.sentence], passage.text
    counted = [ends_in(passage.language, name) for name in _COUNTED_FROM]
    behind = expression(passage.language, "counted_from_after")
    return any(
        m.value is None
        and (
            behind.match(text, m.end) is not None  # «через три дня после Лимы»
            or any(c.search(text, max(sentence.start, m.start - _DEED), m.start) for c in counted)
        )
        for m in passage.mentions_in(sentence.start, trigger.start, (DATE,))
    )
