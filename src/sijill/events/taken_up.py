"""Drafts and what is told behind them go in; visits whose invitation is accepted are planned.

“She invited him to visit Lima. The president accepted the invitation”, «Приглашение было принято»,
「大統領はこれを快諾した」: such words name no visit, but speak of the one asked for right before
(`data/<language>/expressions.tsv`: invitation_is_accepted, invitation_not_accepted).
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import Status
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.happenings.drafts import Draft

# So many sentences behind an invitation, at most, it is told to be accepted.
_SOON = 2
# “Would have”, “if she” stand this near before the words (code points).
_NEAR = 40


def take_up(passage: Passage, drafts: Sequence[Draft]) -> None:
    """Set the status of visits asked for that are accepted; the drafts are in order."""
    if not any(_is_asked_for(d) for d in drafts):
        return
    language, text = passage.language, passage.text
    not_so = ends_in(language, "invitation_not_accepted")
    visits = [d for d in drafts if d.type == "visit"]
    for match in expression(language, "invitation_is_accepted").finditer(text):
        if not_so.search(text[max(0, match.start() - _NEAR) : match.start()]):
            continue
        number = passage.sentence_index(match.start())
        told = [d for d in visits if d.trigger.end <= match.start()]
        if told and number - told[-1].trigger.sentence <= _SOON and _is_asked_for(told[-1]):
            sentence = passage.sentences[told[-1].trigger.sentence]
            if expression(language, "invites").search(text, sentence.start, match.start()):
                told[-1].status = Status.PLANNED.value


def _is_asked_for(draft: Draft) -> bool:
    return draft.type == "visit" and draft.status == Status.PROPOSED.value
