"""Words of a next round or session go in; one more happening of the kind told before comes out.

“Kenya and Peru held political consultations. The next round will be held in Lima”: consultations
of the same two. Where nothing of which there are rounds was told right before, the words tell none,
nor where they say of what else they are a round: “the next round of the championship”.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import ORGANISATION
from sijill.documents.expressions import expression
from sijill.documents.passage import Passage
from sijill.happenings.drafts import Draft
from sijill.happenings.triggers import Trigger

#: The type of such words in `event_triggers`.
ANOTHER = "another"
#: Kinds of which there are rounds.
_IN_ROUNDS = frozenset({"talks", "meeting", "ministerial_dialogue", "summit", "business_forum"})
#: What they continue was told so few sentences before.
_BEFORE = 3
#: Of what else it is a round is told so near (code points).
_ELSE = 120
#: Whose round it is stands so near behind the words (code points).
_OWNER = 10


def further_round(
    passage: Passage, trigger: Trigger, status: str, drafts: Sequence[Draft]
) -> list[Draft]:
    """Give the draft of one more round with those who took part in the last; none without one.

    `drafts` are those told last, in order.
    """
    sentence = passage.sentences[trigger.sentence]
    start, end = max(sentence.start, trigger.start - _ELSE), min(sentence.end, trigger.end + _ELSE)
    if expression(passage.language, "round_of_else").search(passage.text, start, end):
        return []
    if passage.mentions_in(trigger.end, trigger.end + _OWNER, (ORGANISATION,)):
        return []  # «الاجتماع المقبل لمنظمة أوبك»
    for last in reversed(drafts):
        if trigger.sentence - last.trigger.sentence > _BEFORE:
            return []
        if last.type in _IN_ROUNDS and last.trigger.sentence < trigger.sentence:
            return [Draft(trigger, last.type, status, people=list(last.people))]
    return []
