"""A notice that speaks goes in («وأضاف البيان», “the statement added”); whose it is comes out.

It is the body that the sentences before tell with it: who issued it, or who said something in it.
The words stand in `data/<language>/expressions.tsv` (notice_again, notice_told, notice_by).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijill.documents.document import ORGANISATION, Quotation
from sijill.documents.expressions import expression
from sijill.documents.passage import Passage
from sijill.speech.speaker import Speaker

#: So far back a notice is told first (code points), and so near behind it by whom it is.
_BACK, _BEHIND = 700, 40
#: How sure that is.
_SURE = 0.7


def with_house(
    passage: Passage, speaker: Speaker, at: int, earlier: Sequence[Quotation]
) -> Speaker:
    """Give a notice that speaks at a place with the body whose it is, as it is where none is told.

    `earlier` are the quotations told before it, in order. A joint notice is of nobody.
    """
    if speaker.entity is not None or not speaker.text:
        return speaker
    again = expression(passage.language, "notice_again")
    if again.fullmatch(speaker.text.strip()) is None:
        return speaker
    here = passage.sentence_at(at).start
    told = [
        *expression(passage.language, "notice_told").finditer(
            passage.text, max(0, here - _BACK), here
        )
    ]
    if not told or told[-1]["joint"]:
        return speaker
    notice, sentence = told[-1], passage.sentence_at(told[-1].start())
    bodies = passage.mentions_in(notice.end(), notice.end() + _BEHIND, (ORGANISATION,))
    by = expression(passage.language, "notice_by")
    for body in bodies[:1]:
        if by.fullmatch(passage.text, notice.end(), body.start) is not None:
            return replace(speaker, entity=body.entity, confidence=_SURE)
    for quotation in reversed(earlier):
        if quotation.start < sentence.start:
            break
        if quotation.start < sentence.end and quotation.speaker:
            if passage.kind_of(quotation.speaker) is not ORGANISATION:
                break
            return replace(speaker, entity=quotation.speaker, confidence=_SURE)
    return speaker
