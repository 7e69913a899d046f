"""A verb that goes on goes in; whether the next finite verb tells of what is to come comes out.

«Женеваға барып, баяндама жасайды»: in a language whose verb comes last, a verb that only goes on
tells no time of its own, and takes that of the finite verb it leads to
(`data/<language>/expressions.tsv`: goes_on_form, clause_to_come, clause_finished).
"""

from __future__ import annotations

from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage


def leads_to_come(passage: Passage, start: int, end: int) -> bool:
    """Say whether words end in a verb that goes on, and what it goes on to lies ahead."""
    text, language = passage.text, passage.language
    if not ends_in(language, "goes_on_form").search(text[start:end]):
        return False
    stop = passage.sentence_at(start).end
    ahead = expression(language, "clause_to_come").search(text, end, stop)
    if ahead is None:
        return False
    done = expression(language, "clause_finished").search(text, end, stop)
    return done is None or ahead.start() < done.start()
