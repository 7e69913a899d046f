"""A verb without a day of its own goes in; the day behind what it leads to comes out.

“The ministers signed a joint communiqué establishing relations in Lima on Monday”: the day stands
behind two other happenings, and is that of all three. The rules of a language stand in
`data/<language>/expressions.tsv`: led_to, day_parted.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import Mention
from sijill.documents.expressions import expression
from sijill.documents.passage import Passage
from sijill.happenings.triggers import Trigger

# The day stands so near behind the last of them (code points).
_NEAR = 60


def day_behind(
    passage: Passage, trigger: Trigger, dates: Sequence[Mention], others: Sequence[Trigger]
) -> Mention | None:
    """Give the day that a verb has behind the happenings it leads to, None where it has none.

    `dates` are those of the sentence, `others` its other triggers and those behind, in order.
    """
    if trigger.frame != "verb" and trigger.type != "statement_joint":
        return None
    text, led_to = passage.text, expression(passage.language, "led_to")
    end = trigger.end
    for other in others:
        if other.start < end or other.sentence != trigger.sentence:
            continue
        if led_to.fullmatch(text, end, other.end) is None:
            break
        end = other.end
    if end == trigger.end:
        return None
    for mention in dates:
        parted = expression(passage.language, "day_parted")
        if 0 <= mention.start - end <= _NEAR and not parted.search(text, end, mention.start):
            return mention
    return None
