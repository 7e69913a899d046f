"""A mention and a trigger go in; how far they stand from each other comes out, in letters.

A comma between them counts as many letters, and so does the verb that a language puts last.
"""

from __future__ import annotations

import re

from sijill.documents.document import Mention
from sijill.documents.passage import Passage
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST

_COMMA = re.compile(r"[,،、;؛](?!\d)")
# What a comma and a verb that comes last weigh (code points).
_FOR_COMMA, _FOR_LAST_VERB = 60, 80


def letters_between(passage: Passage, mention: Mention, trigger: Trigger) -> int:
    """Give how far a date or a place stands from a trigger (code points)."""
    is_behind = mention.start >= trigger.end
    if is_behind:
        between = passage.text[trigger.end : mention.start]
    elif mention.end <= trigger.start:
        between = passage.text[mention.end : trigger.start]
    else:
        between = passage.text[trigger.start : mention.end]
    far = len(between) + _FOR_COMMA * len(_COMMA.findall(between))
    return far + _FOR_LAST_VERB if is_behind and passage.language in VERB_LAST else far
