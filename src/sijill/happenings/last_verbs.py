"""A trigger of a language whose verb comes last goes in; what its verb's ending tells comes out.

A verb that is finished right behind the words of a happening tells it as done, and so does one
that ends a row of clauses: 「物資を届け、医師を送った」 (`data/<language>/expressions.tsv`:
form_done, form_going_on, chain_behind, clause_done, own_form_to_come, act_of_telling, at_talks,
past_plan, done_first, deed_ended, sentence_to_come).
"""

from __future__ import annotations

from sijill.documents.document import DATE
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.documents.patterns import Hit
from sijill.event_types import types_with
from sijill.happenings.denials import is_behind_deed
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST

# The ending of a verb stands this near behind its stem, and that of the sentence before its end.
_ENDING, _LAST = 14, 16
# That of one in the middle of its sentence.
_ENDS = 8
# Talks at whose end something is agreed on or promised.
_TALKED = types_with("talked")


def is_finished_behind(passage: Passage, trigger: Trigger) -> bool:
    """Say whether the words of a happening are a verb that is finished right behind them."""
    if trigger.frame != "verb" or passage.language not in VERB_LAST:
        return False
    behind = passage.text[trigger.end : trigger.end + _ENDING]
    if is_first_step(passage, trigger):
        return False
    if expression(passage.language, "form_done").match(behind) is not None:
        return True
    # 「研修を受けている」: what one is given goes on, and has begun.
    going_on = expression(passage.language, "form_going_on")
    return going_on.match(passage.text, trigger.end) is not None


def has_ended(passage: Passage, trigger: Trigger, end: int) -> bool:
    """Say whether words behind a happening tell that it was held: 「会談が3日に開かれ、…」."""
    ended = expression(passage.language, "deed_ended")
    return ended.search(passage.text, trigger.end - 1, end) is not None


def is_first_step(passage: Passage, trigger: Trigger) -> bool:
    """Say whether what is done first lies ahead, as its sentence: 「会談した後、帰る予定だ」."""
    first = expression(passage.language, "done_first").match(passage.text, trigger.end)
    if first is None:
        return False
    end = passage.sentences[trigger.sentence].end
    last = passage.text[max(first.end(), end - _LAST) : end]
    return ends_in(passage.language, "sentence_to_come").search(last) is not None


def goes_on_to_what_is_done(passage: Passage, trigger: Trigger) -> bool:
    """Say whether a verb goes on to others of its sentence, of which the last is finished."""
    if trigger.frame != "verb" or passage.language not in VERB_LAST:
        return False
    chain = expression(passage.language, "chain_behind").match(passage.text, trigger.end)
    sentence = passage.sentences[trigger.sentence]
    if chain is None or chain.end() > sentence.end:
        return False
    last = passage.text[max(chain.end(), sentence.end - _LAST) : sentence.end]
    return expression(passage.language, "clause_done").search(last) is not None


def is_deed_before(passage: Passage, trigger: Trigger, cue: Hit, *, is_dated: bool) -> bool:
    """Say whether a happening is a deed of its own before words of a plan in its sentence.

    Without a day talks are one before what somebody agreed on or promised there: 「協議し、部会を
    設けることで合意した」, 「会談では、支援を約束した」.
    """
    if cue.start < trigger.end:
        return False
    text, language = passage.text, passage.language
    if expression(language, "past_plan").search(text, cue.start, cue.end + _ENDING):
        between = passage.mentions_in(trigger.end, cue.start, (DATE,))
        return bool(between)  # 「滞在し、議会で演説する予定だった」: neither was done
    if not is_dated:
        act = expression(language, "act_of_telling")
        told = trigger.type in _TALKED and act.search(text, cue.start, cue.end + _ENDING)
        if not told or expression(language, "at_talks").match(text, trigger.end - 1):
            return bool(told)
    return is_behind_deed(passage, trigger.end - 2, min(cue.start, trigger.end + _ENDS))


def ends_to_come(passage: Passage, trigger: Trigger) -> bool:
    """Say whether the words themselves end in the form of what is to come: 「国交を結ぶ。」."""
    form = expression(passage.language, "own_form_to_come")
    return form.match(passage.text, trigger.end - 1) is not None
