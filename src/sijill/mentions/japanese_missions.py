"""A Japanese text and its places go in; missions come out with the town that tells which they are.

«レイキャビクのケニア大使館» and «在コペンハーゲンのザンビア大使館» are one name each.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import ORGANISATION, PLACE, Document
from sijill.documents.expressions import expression
from sijill.mentions.candidates import Candidate
from sijill.mentions.found import of_kind

#: Surer than the part of it that a tagger saw.
_SURE = 0.9999
#: A state of the register is this sure.
_STATE = 0.9


def find_japanese_missions(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the missions that stand behind a place and «の»; none in other languages."""
    if document.language != "ja":
        return []
    text, found = document.text, []
    states = {c.end for c in candidates if c.rule == "register" and c.confidence >= _STATE}
    for place in of_kind(candidates, PLACE):
        if place.end in states:
            continue  # «メキシコの大使館» stands in any town
        behind = expression("ja", "mission_behind").match(text, place.end)
        if behind is not None:
            start = place.start - (text[place.start - 1 : place.start] == "在")
            found.append(Candidate(ORGANISATION, start, behind.end(), "mission", _SURE))
    return found
