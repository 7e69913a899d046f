"""A date and a happening go in; whether the date only tells more of a noun beside it comes out.

“Toured the school opened last year”, «посетил открытую в прошлом году школу»,
«昨年開校した学校を視察した», “trade rose 4 percent last year, he said at the talks”: such a year is
none of the tour and none of the talks (`data/<language>/expressions.tsv`: attribute_before,
attribute_behind, noun_ends, relative_before, figure_verb, that_behind_date, put_off_behind_date,
day_denied_before, day_denied_behind, participle_first, participle_ends, agreed_content,
agreed_to_do).
"""

from __future__ import annotations

import re

from sijill.documents.document import PERSON, Mention, Sentence
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.event_types import types_with
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST

# What a clause tells more of stands so near behind it, and its first word so far before its date
# (code points).
_HEAD_NOUN = 4
_CLAUSE = 90
_PROPOSED = "proposed"
# “Not in” stands in so many letters before a day.
_NOT = 12
#: What is agreed on reaches so far behind the verb (code points).
_AGREED, _CONTENT = "agreement", 140
#: Whoever is expelled is told by when to leave.
_SENT_OFF = "expulsion"
_OF_WHAT_LIES_AHEAD = types_with("ahead")
_SIGNS = ",،;؛"
_COMMA = re.compile(f"[{_SIGNS}]")


def without_tellings(passage: Passage, dates: list[Mention], trigger: Trigger) -> list[Mention]:
    """Leave out the day on which somebody told of a happening that has its own day behind it.

    “The ministry said on Wednesday that the talks due on Friday had been called off.” A day on
    which it was told that something was put off is none of it, even where no other is told: «МИД в
    среду объявил о переносе визита».
    """
    that = expression(passage.language, "that_behind_date")
    off = expression(passage.language, "put_off_behind_date")
    dates = [m for m in dates if m.end > trigger.start or not off.match(passage.text, m.end)]
    if trigger.status == _PROPOSED and passage.language not in VERB_LAST:
        # The day before a word of offering is that of the offer: «во вторник позвал его в Лиму».
        dates = [m for m in dates if m.end > trigger.start]
    told = [m for m in dates if that.match(passage.text, m.end) and m.end <= trigger.start]
    return [m for m in dates if told and m.start > told[-1].end] or dates


def without_deadlines(passage: Passage, dates: list[Mention], trigger: Trigger) -> list[Mention]:
    """Leave out by when something agreed on is to be done, where the agreeing has a day.

    “Last month they met and agreed to exchange envoys by the end of the year.” By when diplomats
    must leave is never the day that they were expelled on.
    """
    is_sent_off = trigger.type == _SENT_OFF
    if not is_sent_off and trigger.type not in _OF_WHAT_LIES_AHEAD:
        return dates
    before = ends_in(passage.language, "leave_by" if is_sent_off else "due_by")
    if is_sent_off:
        return [m for m in dates if not before.search(passage.text, max(0, m.start - 20), m.start)]
    ahead = [
        m
        for m in dates
        if m.start > trigger.end and before.search(passage.text[max(0, m.start - 20) : m.start])
    ]
    return [m for m in dates if m not in ahead] or dates


def is_of_attribute(passage: Passage, told: Mention, trigger: Trigger) -> bool:
    """Say whether a date tells when something was that a thing or person is told by.

    What such a clause itself tells keeps its date, and so does the happening that it tells of:
    “the visit that began on Monday”.
    """
    text, language = passage.text, passage.language
    sentence = passage.sentences[trigger.sentence]
    if _is_of_figure(text, sentence, told, trigger, language) or _is_denied(passage, told):
        return True
    if told.end < trigger.start:
        content = expression(language, "agreed_content")
        if content.fullmatch(text, told.end, trigger.start):
            return True  # 「年内に部会を設けることで合意した」
    elif trigger.type == _AGREED and trigger.end < told.start <= trigger.end + _CONTENT:
        content = expression(language, "agreed_to_do")
        if content.fullmatch(text, trigger.end, told.start):
            return True  # «договорились создать фонд в декабре»
    behind = expression(language, "attribute_behind").match(text, told.end, sentence.end)
    if behind is not None:
        if trigger.start < behind.end():
            return trigger.start < told.start - _HEAD_NOUN
        # What the clause tells more of may be the happening itself, with words before its own.
        noun_ends = expression(language, "noun_ends")
        return noun_ends.search(text, behind.end(), trigger.start + 1) is not None
    first = max(sentence.start, told.start - _CLAUSE)
    end = told.end + _HEAD_NOUN
    before = ends_in(language, "attribute_before").search(text, first, told.start)
    if before is None:
        before = ends_in(language, "relative_before").search(text, first, told.start)
        comma = _COMMA.search(text, told.end, sentence.end)
        end = comma.start() if comma else sentence.end
    if before is None or (before.start() < trigger.end and trigger.start <= end):
        return False  # the clause is the happening: “relations between A and B were established in”
    # A noun before the clause may be the one that it speaks of, over a name or two.
    return trigger.frame == "verb" or trigger.start > told.end


def is_told_aside(passage: Passage, told: Mention) -> bool:
    """Say whether a date is none that an account goes on with: “who came on Friday”, “until”."""
    text, language = passage.text, passage.language
    first = max(passage.sentence_at(told.start).start, told.start - _CLAUSE)
    return any(
        ends_in(language, name).search(text, first, told.start) is not None
        for name in ("who_before", "stays_until")
    )


def is_before_its_noun(passage: Passage, trigger: Trigger, end: int) -> bool:
    """Say whether a happening is told by a participle whose noun stands before a place.

    In «Прибывшая накануне министр Ада в среду встретилась с …» Wednesday is not when she came,
    nor the eighth surely so in 「リマを訪問中のアダ大臣は8日、…と会談した」.
    """
    words = expression(passage.language, "participle_first")
    ending = expression(passage.language, "participle_ends")
    if not words.match(passage.text, trigger.start, trigger.end) and not ending.match(
        passage.text, trigger.end, end
    ):
        return False
    return any(passage.mentions_in(trigger.end, end, (PERSON,)))


def _is_denied(passage: Passage, told: Mention) -> bool:
    """Say whether a day is told only as the wrong one: «не в октябре, а в феврале»."""
    before = passage.text[max(0, told.start - _NOT) : told.start]
    return (
        ends_in(passage.language, "day_denied_before").search(before) is not None
        and expression(passage.language, "day_denied_behind").match(passage.text, told.end)
        is not None
    )


def _is_of_figure(
    text: str, sentence: Sentence, told: Mention, trigger: Trigger, language: str
) -> bool:
    """Say whether a date is that of a figure: “trade, which rose 4 percent last year”.

    What stands in the figure's clause, on the date's side of its verb, may be of the date too.
    """
    last = max(text.rfind(sign, sentence.start, told.start) for sign in _SIGNS)
    start = last + 1 if last >= 0 else sentence.start
    sign = _COMMA.search(text, told.end, sentence.end)
    end = sign.start() if sign else sentence.end
    verb = expression(language, "figure_verb").search(text, start, end)
    if verb is None:
        return False
    if not start <= trigger.start < end:
        return True
    return min(trigger.start, told.start) < verb.start() < max(trigger.start, told.start)
