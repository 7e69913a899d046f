"""A text goes in; where words begin with a capital comes out, found once for all who ask."""

from __future__ import annotations

import re

from sijill.documents.kept_answers import kept_while_read

#: What may be a capital: no small letter, digit or sign that texts are full of, few others.
_MAY_BE_CAPITAL = (
    r"[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u042f\u0460-\u0492\u0494-\u049a\u049c-\u04a2"
    r"\u04a4-\u04ae\u04b0\u04b2-\u04ba\u04bc-\u04d8\u04da-\u04e8\u04ea-\u1fff\u2100-\u2dff"
    r"\ua000-\uabff\uf900-\U0010ffff]"
)
#: … with no letter before it, which is looked for where one stands alone.
_OPENING = re.compile(rf"{_MAY_BE_CAPITAL}(?<=[^\W\d_])(?<![^\W\d_].)")
#: What joins two words into one: «Munyaneza-Rugira», «О’Халлоран».
JOINING = "'’ʼ-"
_GOING_ON = re.compile(rf"[^\W\d_][{JOINING}]")


@kept_while_read
def capital_places(text: str) -> tuple[int, ...]:
    """Give where a capital stands with no letter before it; those of the last text are kept.

    Of «Munyaneza-Rugira» both places are given.
    """
    return tuple([m.start() for m in _OPENING.finditer(text) if m.group().isupper()])


def goes_on(text: str, place: int) -> bool:
    """Say whether what begins at a place is joined to a word before it: the «Rugira» there."""
    return place > 1 and text[place - 1] in JOINING and _GOING_ON.match(text, place - 2) is not None
