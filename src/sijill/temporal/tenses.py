"""A date in its sentence goes in; whether what it tells is still to come, or done, comes out.

“On Monday” is the coming Monday beside a verb of the future and the last one beside a verb of the
past. The verbs of each language stand in `data/<language>/expressions.tsv` and `calendar.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sijill.documents.document import Document, Sentence
from sijill.documents.expressions import NOTHING, ends_in, expression, found_before
from sijill.languages import VERB_LAST
from sijill.temporal.calendar import Atom

# A verb stands this near to the date of its clause.
_VERB_REACH = 90
# “As” before a plan, or the end of a verb before the word that makes it possible, is so near.
_MAY = 8
# “Within the next summer” is no longer.
_NEXT = 32
# A word of the future this far behind a date still speaks of it.
_FUTURE_BEHIND = 40


def tense_of(
    document: Document, sentence: Sentence, atoms: Sequence[Atom], start: int, end: int
) -> tuple[bool, bool]:
    """Say whether what a date tells is to come, and whether it is told as done.

    `start` and `end` are the date's offsets in the document's text, `atoms` the words of the
    calendar in its sentence. Both are False where nothing tells.
    """
    text, language = document.text, document.language
    words = [a for a in atoms if a.kind == "future" and not _went_as_planned(text, a, language)]
    if expression(language, "was_not_held").match(text, end, sentence.end) is not None:
        return False, True  # “planned for Friday, did not take place”: that Friday is over
    if ends_in(language, "told_next").search(text[max(sentence.start, end - _NEXT) : end]):
        return False, True  # “the next year” goes on from what is told, “next year” from now
    if _was_planned(document, sentence, start, end):
        return False, False  # “had planned to come in May”: the nearest May
    future = not _is_told(text, sentence.start, start, words, language) and (
        _is_told_to_come(document, sentence, words, end)
        or _is_to_come(document, sentence, start, end)
        or is_scheduled(document, sentence, start, end)
    )
    if future:
        return True, False
    done = expression(language, "deed_done")
    if done is NOTHING:
        done = expression(language, "clause_done")
    return False, done.search(text, end, sentence.end) is not None


def _was_planned(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a verb of the past tells that something was planned for a date."""
    planned = expression(document.language, "had_planned")
    is_last = document.language in VERB_LAST
    place = (end, sentence.end) if is_last else (sentence.start, start)
    return planned.search(document.text, *place) is not None


def _is_told_to_come(
    document: Document, sentence: Sentence, words: Sequence[Atom], end: int
) -> bool:
    """Say whether one of the words of the future in its sentence speaks of a date."""
    if not words:
        return False
    text, language = document.text, document.language
    behind = expression(language, "new_deed").search(text, end, sentence.end)
    reach = min(end + _FUTURE_BEHIND, behind.start() if behind else sentence.end)
    return any(a.start < reach and not _may_be(text, a, language) for a in words)


def _went_as_planned(text: str, word: Atom, language: str) -> bool:
    """Say whether a word of a plan tells that it was kept to: “went ahead as planned”."""
    words = text[max(0, word.start - _MAY) : word.end]
    return ends_in(language, "as_planned").search(words) is not None


def _may_be(text: str, word: Atom, language: str) -> bool:
    """Say whether a word of the future tells what can be: «арттыруға болады»."""
    words = text[max(0, word.start - _MAY) : word.end]
    return ends_in(language, "may_be").search(words) is not None


def _is_told(text: str, first: int, start: int, words: Sequence[Atom], language: str) -> bool:
    """Say whether a verb of the past before a date has it: “arrived on Monday and will leave”.

    So it is with what is done every week, too. Of a plan told in the past (“it was to be on
    Monday”) nothing is known to be done: one of the `words` of the future stands behind its verb.
    """
    before = text[first:start]
    told = found_before(language, "no_plan_before", before, 0, len(before))
    if told is None:
        return False
    between = [a for a in words if first + told.start() <= a.start < start]
    if between and expression(language, "deed_opens").match(before, told.start()) is not None:
        # «التقى الوزير سيريل ميمي الأربعاء»: no second verb follows without a word that joins it.
        joins = expression(language, "joins_verb")
        between = [a for a in between if joins.match(text, a.start)]
    return not between


def _is_to_come(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a verb in the clause of a date tells what is to come: «завершится в среду».

    A headline tells in the present what is done, but not in the future.
    """
    language = document.language
    if _stands_by(document, sentence, start, end, expression(language, "clause_to_come")):
        return True
    scheduled = expression(language, "verb_scheduled")
    return bool(sentence.paragraph) and _stands_by(document, sentence, start, end, scheduled)


def _stands_by(
    document: Document, sentence: Sentence, start: int, end: int, verb: re.Pattern[str]
) -> bool:
    """Say whether such a verb stands near a date with no turn of the sentence between them."""
    if verb is NOTHING:
        return False
    text, language = document.text, document.language
    turn = expression(language, "tense_turn")
    first = start if language in VERB_LAST else max(sentence.start, start - _VERB_REACH)
    opens = expression(language, "date_opens")
    # Where verbs stand before their subject, one behind a date goes with it only if it opens.
    goes_on = opens is NOTHING or opens.fullmatch(text, sentence.start, start) is not None
    last = min(sentence.end, end + _VERB_REACH) if goes_on else start
    for found in verb.finditer(text, first, last):
        if found.end() <= start:
            between = text[found.end() : start]
        else:
            between = text[end : found.end() if language == "ja" else found.start()]
        if turn.search(between) is None:
            return True
    return False


def is_scheduled(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a present tense tells what is to be on a day: “he flies to Lima on Monday”.

    A headline tells in the present what is done.
    """
    if not sentence.paragraph:
        return False
    text, language = document.text, document.language
    before = text[sentence.start : start]
    if found_before(language, "scheduled_before", before, 0, len(before)) is not None:
        return True
    behind = expression(language, "scheduled_behind").match(text, end, sentence.end)
    return behind is not None and expression(language, "date_opens").fullmatch(before) is not None
