"""Drafts and what is told behind them go in; visits whose invitation is accepted are planned.

“She invited him to visit Lima. The president accepted the invitation”, «Приглашение было принято»,
「大統領はこれを快諾した」: such words name no visit, but speak of the one asked for right before
(`data/<language>/expressions.tsv`: invitation_is_accepted, invitation_not_accepted).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sijill.documents.document import Status
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.happenings.drafts import Draft

# So many sentences behind an invitation, at most, it is told to be accepted.
_SOON = 2
# “Would have”, “if she” stand this near before the words, the invitation so near (code points).
_NEAR, _INVITED = 40, 900


def take_up(passage: Passage, drafts: Sequence[Draft]) -> None:
    """Set the status of visits asked for that are accepted; the drafts are in order."""
    if not any(_is_asked_for(d) for d in drafts):
        return
    language, text = passage.language, passage.text
    not_so = ends_in(language, "invitation_not_accepted")
    visits = [d for d in drafts if d.type == "visit"]
    ends = [d.trigger.end for d in visits]
    for match in expression(language, "invitation_is_accepted").finditer(text):
        if not_so.search(text[max(0, match.start() - _NEAR) : match.start()]):
            continue
        number = passage.sentence_index(match.start())
        last = visits[told - 1] if (told := bisect_right(ends, match.start())) else None
        if last and number - last.trigger.sentence <= _SOON and _is_asked_for(last):
            sentence = passage.sentences[last.trigger.sentence]
            begin = max(sentence.start, match.start() - _INVITED)
            if expression(language, "invites").search(text, begin, match.start()):
                last.status = Status.PLANNED.value


def _is_asked_for(draft: Draft) -> bool:
    return draft.type == "visit" and draft.status == Status.PROPOSED.value
