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
    low, high = sorted((mention.end, trigger.start))
    if mention.start >= trigger.end:
        low, high = trigger.end, mention.start
    between = passage.text[low:high]
    far = len(between) + _FOR_COMMA * len(_COMMA.findall(between))
    if passage.language in VERB_LAST and mention.start >= trigger.end:
        far += _FOR_LAST_VERB
    return far
