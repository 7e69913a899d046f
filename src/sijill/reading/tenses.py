"""A date in its sentence goes in; whether what it tells is still to come, or done, comes out.

“On Monday” is the coming Monday beside a verb of the future and the last one beside a verb of the
past. The verbs of each language stand in `data/<language>/expressions.tsv` and `calendar.tsv`.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.reading.calendar import Atom
from sijill.reading.document import Document, Sentence
from sijill.reading.expressions import NOTHING, ends_in, expression

# A verb of the future this far behind a date still speaks of it.
_FUTURE_BEHIND = 40


def tense_of(
    document: Document, sentence: Sentence, atoms: Sequence[Atom], start: int, end: int
) -> tuple[bool, bool]:
    """Say whether what a date tells is to come, and whether it is told as done.

    `start` and `end` are the date's offsets in the document's text, `atoms` the words of the
    calendar in its sentence. Both are False where nothing tells.
    """
    text, language = document.text, document.language
    to_come = expression(language, "deed_to_come").match(text, end, sentence.end) is not None
    behind = expression(language, "new_deed").search(text, end, sentence.end)
    reach = min(end + _FUTURE_BEHIND, behind.start() if behind else sentence.end)
    future = (
        to_come or _speaks_of_future(atoms, reach) or _is_scheduled(document, sentence, start, end)
    )
    done = expression(language, "deed_done")
    if done is NOTHING:
        done = expression(language, "clause_done")
    return future, not future and done.search(text, end, sentence.end) is not None


def _speaks_of_future(atoms: Sequence[Atom], reach: int) -> bool:
    """Say whether a word of the future stands before a date or near behind it."""
    return any(a.kind == "future" and a.start < reach for a in atoms)


def _is_scheduled(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a present tense tells what is to be on a day: “he flies to Lima on Monday”.

    A headline tells in the present what is done.
    """
    if not sentence.paragraph:
        return False
    text, language = document.text, document.language
    before = text[sentence.start : start]
    if ends_in(language, "scheduled_before").search(before) is not None:
        return True
    opens = expression(language, "date_opens").fullmatch(before) is not None
    behind = expression(language, "scheduled_behind")
    return opens and behind.match(text, end, sentence.end) is not None
