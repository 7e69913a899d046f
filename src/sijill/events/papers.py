"""A word of money goes in; the signing of the paper that promises it comes out.

Money is promised on a paper: “signed an agreement on a grant”, «несие туралы келісімге қол
қойылды».
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sijill.documents.passage import Passage
from sijill.event_types import types_with
from sijill.happenings.drafts import Draft
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST

_ON_PAPER = types_with("given")
# Between the signing and the word stands “an agreement on” (code points).
_PAPER = 40
_SIGN = re.compile("[,،、:;؛.。]")


def paper_of(passage: Passage, drafts: Sequence[Draft], trigger: Trigger) -> Draft | None:
    """Give the signing of the paper that promises money: “signed an agreement on a grant”."""
    last = drafts[-1] if drafts else None
    if trigger.type not in _ON_PAPER or last is None or last.type != "signing":
        return None
    beside = last.trigger.end <= trigger.start <= last.trigger.end + _PAPER
    return (
        last if beside and not _SIGN.search(passage.text, last.trigger.end, trigger.start) else None
    )


def signed_behind(
    passage: Passage, triggers: Sequence[Trigger], trigger: Trigger
) -> Trigger | None:
    """Give the verb of signing that ends «несие туралы келісімге қол қойылды»."""
    if passage.language not in VERB_LAST or trigger.type not in _ON_PAPER:
        return None
    at = bisect_left(triggers, trigger.end, key=lambda t: t.start)
    if at == len(triggers) or triggers[at].type != "signing":
        return None
    between = passage.text[trigger.end : triggers[at].start]
    beside = len(between) <= _PAPER and _SIGN.search(between) is None
    return triggers[at] if beside else None
