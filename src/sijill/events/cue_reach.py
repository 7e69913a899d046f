"""A word for how far something has got goes in, with what stands between; its reach comes out.

Words right behind a happening describe it, names between take nothing apart, and another happening
between keeps a plan's words to itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.expressions import expression
from sijill.documents.passage import Passage
from sijill.events.cues import AHEAD
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST

# What is offered or accepted behind two happenings is the second.
_OF_NEAREST = frozenset({"proposed", "discussed", "accepted", "invited"})
# How far behind a happening a word stands that describes it, as in «القمة المزمع عقدها».
_RIGHT_BEHIND = 30
# So near stands what falls through itself, names before a comma left out.
_BESIDE = 15
# So far an aside goes around what it tells (code points).
_ASIDE = 120


def is_far(passage: Passage, trigger: Trigger, between: str) -> bool:
    """Say whether words right behind a happening do not describe it.

    「会談は開かれ、次回の日程は未定だ」, «افتتحت سفارة ستكون الأولى»: it is done.
    """
    if len(between) > _RIGHT_BEHIND:
        return True
    text, language = passage.text, passage.language
    deed = expression(language, "deed_before_would")
    if trigger.frame == "verb" and deed.search(text[trigger.start : trigger.end]):
        return True
    return expression(language, "near_breaks").search(between) is not None


def named_in(passage: Passage, start: int, end: int) -> int:
    """Count the characters of names and titles in a stretch: long ones take nothing apart."""
    return sum(
        m.end - m.start
        for m in passage.mentions_in(start, end)
        if passage.mention_over(m.start, m.end) is m
    )


def is_beside(passage: Passage, start: int, end: int) -> bool:
    """Say whether so little stands between two words that one is of the other itself.

    “A call with the premier, X, planned for Friday, did not take place”: names take nothing apart.
    """
    named = named_in(passage, start, end) if passage.text.endswith(", ", start, end) else 0
    return end - start - named <= _BESIDE


def is_cut_off(passage: Passage, before: bool, rivals: Sequence[Trigger], status: str) -> bool:
    """Say whether another happening between keeps a plan's words to itself."""
    if not before and rivals and status in AHEAD:
        rivals = [r for r in rivals if not _is_in_aside(passage, r)]
    finished = any(r.status == "held" for r in rivals)
    if before or passage.language in VERB_LAST:
        # «… келіп, зауыт салуды ұсынды»: what is proposed is only the nearest.
        return finished or (bool(rivals) and not before and status in _OF_NEAREST)
    return bool(rivals)


def is_its_cause(passage: Passage, between: str) -> bool:
    """Say whether words behind a cue tell why: “called off because he had flown to a funeral”."""
    return expression(passage.language, "cause_of_change").search(between) is not None


def _is_in_aside(passage: Passage, rival: Trigger) -> bool:
    """Say whether a clause between commas tells a happening: «визит, о котором …, состоится»."""
    sentence = passage.sentences[rival.sentence]
    start, end = max(sentence.start, rival.start - _ASIDE), min(sentence.end, rival.end + _ASIDE)
    found = expression(passage.language, "relative_aside").finditer(passage.text, start, end)
    return any(m.start() <= rival.start and rival.end <= m.end() for m in found)
