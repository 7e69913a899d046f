"""A happening and what its text denies go in; whether it is denied, or tells that again, comes out.

«Министерство опровергло сообщения о высылке. … Газета, написавшая о высылке, …»: expulsions and the
like happen so seldom that a text which denies one tells of no other.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.citation import Span
from sijill.documents.expressions import expression
from sijill.documents.passage import Passage
from sijill.event_types import types_with
from sijill.happenings.triggers import Trigger

_SELDOM = types_with("seldom")


def is_in_denied(passage: Passage, trigger: Trigger, denied: Sequence[Span]) -> bool:
    """Say whether a happening stands in what somebody denies.

    What is told aside there is none of it: “reports that X, who came on Monday, would resign”.
    """
    around = [d for d in denied if d.start <= trigger.start and trigger.end <= d.end]
    told_aside = expression(passage.language, "told_aside")
    return any(
        not any(
            aside.start() <= trigger.start < aside.end()
            for aside in told_aside.finditer(passage.text, d.start, d.end)
        )
        for d in around
    )


def is_denied_again(trigger: Trigger, triggers: Sequence[Trigger], denied: Sequence[Span]) -> bool:
    """Say whether a noun tells what one of the stretches that somebody denies tells."""
    if trigger.type not in _SELDOM or trigger.frame == "verb":
        return False
    alike = [t.start for t in triggers if t.type == trigger.type]
    return any(d.start <= start < d.end for d in denied for start in alike)
