"""Words in marks that open a headline go in; where their speaker is told behind a colon comes out.

«Мы строим мост»: посол Ганы ответила на вопросы. A title in marks has a colon behind it, too, so
what follows the speaker must speak of speech, or of nothing at all.
"""

from __future__ import annotations

import re

from sijill.citation import Span
from sijill.documents.document import PERSON, POST
from sijill.documents.expressions import expression
from sijill.documents.passage import Passage
from sijill.documents.stretches import beginning_in
from sijill.speech.cues import SpeechMarks

_COLON = re.compile(r":\s(?=\S)")
_OVER = re.compile(r"\s*(?:[–—-]\s|$)", re.MULTILINE)


def speaker_behind_colon(passage: Passage, marks: SpeechMarks, end: int) -> Span | None:
    """Give the stretch that names who says the words ending at `end`; None where nobody does."""
    text = passage.text
    colon = _COLON.match(text, end)
    if colon is None:
        return None
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    at = colon.end()
    for mention in passage.mentions_in(at, line_end, (PERSON, POST)):
        if mention.start > at + 1:
            break
        at = max(at, mention.end)
    if at == colon.end():
        return None
    speaks = (
        _OVER.match(text, at) is not None
        or expression(passage.language, "topic_of_words").match(text, at) is not None
        or bool(beginning_in(marks.sayings, at, line_end))
    )
    return Span(colon.end(), at) if speaks else None
