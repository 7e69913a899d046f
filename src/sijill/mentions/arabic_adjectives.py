"""Candidates of an Arabic text go in; names of states that are adjectives there fall out.

With the article «التشيلي» and «السعودية» are states, and what belongs to them: behind a noun with
the article that agrees with it, such a word tells whose that is, «السفيرة السعودية».
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from sijill.documents.document import PERSON, PLACE, Document
from sijill.documents.expressions import ends_in
from sijill.documents.qualifiers import is_demonym
from sijill.mentions.candidates import Candidate
from sijill.mentions.found import of_kind

_ARTICLE, _WOMAN = "ال", "ة"
#: So much before such a word is looked at (code points).
_BEFORE = 40
_NOUN = re.compile(r"(?<![^\W\d_])(?P<front>[وفبك]?)(?P<noun>(?:ال|لل)[^\W\d_]+) \Z")


def without_adjectives(document: Document, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Give the candidates without states told by what agrees with the noun before.

    Behind «زارت الوزيرة» the state is where she went.
    """
    if document.language != "ar":
        return candidates
    text = document.text
    told = [
        c
        for c in of_kind(candidates, PLACE)
        if text.startswith(_ARTICLE, c.start)
        and is_demonym(text[c.start : c.end], "ar")
        # «شكرت الوزيرة السعودية على دعمها»: a tagger knows the state from what stands around it.
        and (c.rule == "register" or not text.endswith(_WOMAN, c.start, c.end))
    ]
    if not told:
        return candidates
    named = {c.start for kind in (PERSON, PLACE) for c in of_kind(candidates, kind)}
    gone = {id(c) for c in told if _is_adjective(text, c, named)}
    return [c for c in candidates if id(c) not in gone] if gone else candidates


def _is_adjective(text: str, c: Candidate, named: Set[int]) -> bool:
    """Say whether a word agrees with the noun before; `named` is where people and places begin."""
    noun = _NOUN.search(text, max(0, c.start - _BEFORE), c.start)
    if noun is None:
        return False
    is_feminine = noun["noun"].endswith((_WOMAN, "ات", "ى"))
    if is_feminine != text.endswith(_WOMAN, c.start, c.end):
        return False
    if c.end + 1 in named:
        return True  # «زار الرئيس التشيلي موسكو»
    start = noun.start("noun")
    return ends_in("ar", "visits_state").search(text, max(0, start - _BEFORE), start) is None
