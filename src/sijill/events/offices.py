"""A word of appointing goes in, with whom its clause names; who takes the office comes out.

“The president named X ambassador”: with X, who appoints him. “X replaced Y”: not Y, who held it
before (`data/<language>/expressions.tsv`: takes_over, passive_before).
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.expressions import ends_in, expression
from sijill.happenings.drafts import Discourse
from sijill.happenings.triggers import Trigger
from sijill.roles import roles_with

_APPOINTING = roles_with("top") | roles_with("royal") | roles_with("ministry")
_TWO = 2
# “Was” stands so near before the verb.
_NEAR = 16


def appointed(
    discourse: Discourse, trigger: Trigger, objects: Sequence[str], people: Sequence[str]
) -> list[str]:
    """Give who is appointed, and with him who appoints: a leader or a minister.

    `people` are those of the clause, `objects` those of them behind the verb.
    """
    passage = discourse.passage
    language, text = passage.language, passage.text
    if expression(language, "takes_over").match(text, trigger.start, trigger.end):
        before = text[max(0, trigger.start - _NEAR) : trigger.start]
        if not ends_in(language, "passive_before").search(before):
            people = [p for p in people if p not in objects]
    persons = [p for p in people if passage.is_person(p)]
    two = list(dict.fromkeys(persons))[:_TWO]
    heads = [p for p in two if discourse.roles(p) & _APPOINTING]
    return two if len(heads) == 1 else two[:1]
