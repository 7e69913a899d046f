"""A word for a happening goes in; whether it is only wished or possible, or refused, comes out.

Arabic sets the verb of what is wished behind «أن»: «يرجو أن يزور ليما», «يحتمل أن تستقبله». Behind
«قبل أن» or «استطاع أن» it tells what was done. What somebody refuses stands behind nothing but his
posts and name: «رفض الوزير علي زيارة ليما», and not «رفض التعليق على زيارة ليما»
(`data/<language>/expressions.tsv`: wished_before, wished_form, managed_before, refused_by).

English turns a condition round: “Had Peru recalled its envoy, …” was not so, “Should Ghana sign the
accord, …” may be (condition_unmet, condition_open).
"""

from __future__ import annotations

import re

from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.happenings.triggers import Trigger

#: So much before a verb is looked at (code points).
_BEFORE, _CLAUSE, _SUBJECT = 12, 70, 110
_CLAUSE_SIGN = re.compile("[,;:.?!]")


def is_wished(passage: Passage, trigger: Trigger) -> bool:
    """Say whether a verb stands in the form that tells nothing done, or in an open condition.

    Much arrives that is nobody: «يجب أن تصل الشريحة إلى المصنع» is not told of a visit.
    """
    if _is_in_condition(passage, trigger, "condition_open"):
        return True
    if trigger.frame != "verb" or trigger.type == "arrival":
        return False
    text, at, language = passage.text, trigger.start, passage.language
    if not ends_in(language, "wished_before").search(text, max(0, at - _BEFORE), at):
        return False
    if not expression(language, "wished_form").match(text, at):
        return False
    begin = max(passage.sentences[trigger.sentence].start, at - _CLAUSE)
    return expression(language, "managed_before").search(text, begin, at) is None


def is_refused(passage: Passage, trigger: Trigger) -> bool:
    """Say whether a noun is what somebody refuses, or a verb a condition that was never met."""
    if trigger.frame == "verb":
        return _is_in_condition(passage, trigger, "condition_unmet")
    text, at = passage.text, trigger.start
    begin = max(passage.sentences[trigger.sentence].start, at - _SUBJECT)
    verbs = [*expression(passage.language, "refused_by").finditer(text, begin, at)]
    if not verbs:
        return False
    end = verbs[-1].end()
    rest = text[end:at]
    for mention in passage.mentions_in(end, at):
        rest = rest.replace(mention.text, "", 1)
    return not rest.strip()


def _is_in_condition(passage: Passage, trigger: Trigger, name: str) -> bool:
    """Say whether a verb's own clause opens with words of a rule and, behind them, its subject.

    That is a name, or what the rule itself holds: “Had productive talks in Lima” has none.
    """
    text, begin = passage.text, passage.sentences[trigger.sentence].start
    opens = expression(passage.language, name).search(text, begin, trigger.start)
    if opens is None or trigger.frame != "verb" or trigger.start - opens.end() > _SUBJECT:
        return False
    if opens.start("opening") not in (-1, begin):
        return False
    if _CLAUSE_SIGN.search(text, opens.end(), trigger.start):
        return False
    names = passage.mentions_in(opens.end(), trigger.start)
    return opens["pronoun"] is not None or (bool(names) and names[0].start == opens.end())
