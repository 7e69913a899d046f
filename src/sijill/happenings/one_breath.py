"""Triggers that follow one another go in; whether they are told in one breath comes out.

“The dinner and the talks are put off”: what is told of one of them is told of all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from sijill.documents.expressions import expression
from sijill.documents.passage import Passage
from sijill.happenings.triggers import Trigger

# The next one of a list begins within so many characters.
_NEAR = 40


def told_in_one_breath(passage: Passage, row: Sequence[Trigger]) -> bool:
    """Say whether happenings, in the order of the text, are nouns of one list."""
    # The sign or word that joins two, then two words at most.
    listed = _listed(expression(passage.language, "listed_after", "[,،、]").pattern)
    # Words that tell how far it has got are no noun: 「会談し、来年の訪問を招請」.
    return all(t.frame != "verb" and not t.status for t in row) and all(
        one.end <= other.start <= one.end + _NEAR
        and listed.search(passage.text[one.end : other.start]) is not None
        for one, other in pairwise(row)
    )


@cache
def _listed(joint: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{joint})\s*(?:\w{{1,12}}\s*){{0,2}}\Z")
