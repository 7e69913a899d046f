"""A trigger of a contract, a building or money goes in; whether words tell it as done comes out.

Such things are mostly told of while they are plans; the verbs that tell one done stand in
`data/<language>/expressions.tsv` (done_contract, done_project, done_deal; agrees).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sijill.documents.document import DATE
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.event_types import types_with
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST
from sijill.temporal.chronology import is_after
from sijill.text import without_vowel_signs

#: Loans and gifts.
MONEY = types_with("given")
_PAPERS = types_with("paper")
# What two sides agree to do stands so near behind the word of agreeing.
_AGREED_ON = types_with("agreed_on")
_RIGHT_BEHIND = 4
# The verb stands this near to its noun, in the same clause (code points).
_BESIDE = 60
# What may say that a verb is none that is done stands this near before it: “to be”.
_AHEAD = 8
_CLAUSE = re.compile(r"[,،;؛:](?!\d)")


def is_done_beside(passage: Passage, trigger: Trigger, *, old: bool) -> bool:
    """Say whether a verb beside the noun tells the deal as done.

    Of money that was given in a year gone by (`old`) another clause may tell it: “a loan, which
    Peru granted in 2024”.
    """
    text, window = passage.text, trigger.window
    names = {"contract": "done_contract"} | dict.fromkeys(MONEY, "done_deal")
    done = expression(passage.language, names.get(trigger.type, "done_project"))
    sentence = passage.sentences[trigger.sentence]
    if expression(passage.language, "paper_of_deal").match(text, trigger.end, sentence.end):
        return True  # 「6500万ドルを融資する契約に署名した」
    if old and trigger.type in MONEY and done.search(text, sentence.start, sentence.end):
        return True
    start = max(window.start, trigger.start - _BESIDE)
    end = min(window.end, trigger.end + _BESIDE)
    # Without the vowel signs, which stand on a passive verb most often: «افتُتحت السفارة».
    ahead = without_vowel_signs(text[max(0, start - _AHEAD) : start])
    before = ahead + without_vowel_signs(text[start : trigger.start])
    near = before + without_vowel_signs(text[trigger.start : end])
    for found in done.finditer(near, len(ahead)):
        low, high = sorted((found.start(), len(before)))
        if not _CLAUSE.search(near, low, high):
            return True
    return False


def is_agreed_on(passage: Passage, triggers: Sequence[Trigger], trigger: Trigger) -> bool:
    """Say whether a deal is only what two sides agree on: «договорились создать фонд».

    What they agree on for a day of its own is told by it. Where the verb comes last it follows:
    「4千万ドルを拠出することで合意した」.
    """
    if passage.language in VERB_LAST and trigger.type in MONEY:
        behind = expression(passage.language, "agreed_on_behind").match(passage.text, trigger.end)
        at = bisect_left(triggers, trigger.end, key=lambda t: t.start)
        follows = at < len(triggers) and triggers[at].type == "agreement"
        return behind is not None and follows
    if trigger.type not in _AGREED_ON or passage.language in VERB_LAST:
        return False
    at = bisect_left(triggers, trigger.start, key=lambda t: t.start) - 1
    if at < 0:
        return False
    agreed = triggers[at]
    words = passage.text[agreed.start : agreed.end]
    verb = expression(passage.language, "agrees").search(words)
    beside = 0 <= trigger.start - agreed.end <= _RIGHT_BEHIND
    dated = passage.mentions_in(trigger.start, trigger.window.end, (DATE,))
    return agreed.type == "agreement" and verb is not None and beside and not dated


def is_purpose_of_money(passage: Passage, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Say whether a building is only what money is given for: «мектеп салуға несие берді»."""
    if trigger.type != "project":
        return False
    ends = ends_in(passage.language, "purpose_form")
    if not ends.search(passage.text[trigger.start : trigger.end]):
        return False
    at = bisect_left(triggers, trigger.end, key=lambda t: t.start)
    if at == len(triggers) or triggers[at].type not in MONEY:
        return False
    between = passage.text[trigger.end : triggers[at].start]
    return len(between) <= _BESIDE and not _CLAUSE.search(between) and "." not in between


def is_of_old(trigger: Trigger, date: str | None, published: str | None) -> bool:
    """Say whether a paper is of a year gone by, whatever became of it: “a deal signed in 2018”."""
    is_year = date is not None and date.isdecimal()
    return trigger.type in _PAPERS and is_year and is_after(published, date)
