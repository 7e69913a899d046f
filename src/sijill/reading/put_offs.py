"""Drafts and what is told behind them go in; plans that a later sentence puts off are put off.

“It has been postponed”, «Её отложили», «الزيارة أُجلت»: such words name no happening of their own,
but speak of the plan told right before them (`data/<language>/expressions.tsv`: it_is_put_off).
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.reading.denials import find_denied
from sijill.reading.document import Status
from sijill.reading.event_drafts import Draft
from sijill.reading.expressions import ends_in, expression
from sijill.reading.passage import Passage

# So many sentences behind a plan, at most, its being put off is told (an interviewer asks why).
_SOON = 3
_PLANS = frozenset({Status.PLANNED.value, Status.PROPOSED.value, Status.CANCELLED.value})
# What people come together for can be put off as a whole.
_OF_PEOPLE = frozenset({"visit", "talks", "summit", "ministerial_dialogue", "courtesy_call"})
# “Was not” stands this near before the words.
_NEAR = 24


def put_off(passage: Passage, drafts: Sequence[Draft]) -> None:
    """Set the status of the last plan told before such words to postponed; drafts are in order."""
    language, text = passage.language, passage.text
    denied = find_denied(passage)
    behind = expression(language, "not_called_off_behind")
    for match in expression(language, "it_is_put_off").finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if ends_in(language, "not_called_off").search(before):
            continue
        if behind.match(text, match.end()) or any(d.start <= match.start() < d.end for d in denied):
            continue
        number = passage.sentence_index(match.start())
        earlier = [
            d
            for d in drafts
            if d.type in _OF_PEOPLE
            and d.trigger.end <= match.start()
            and number - d.trigger.sentence <= _SOON
        ]
        if earlier and earlier[-1].status in _PLANS:
            earlier[-1].status = Status.POSTPONED.value
