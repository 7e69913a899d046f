"""A Kazakh post goes in; whether a bare noun tells its house, and which one that is, comes out.

«Порт директоры» is of the «Либревиль порты» told before, «министрліктің баспасөз хатшысы» of a
ministry, and «кәсіподақ жетекшісі» of no company told beside it. Nouns that tell no house stand in
`data/kk/expressions.tsv`: no_house_noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sijill.documents.document import Mention
from sijill.documents.expressions import expression
from sijill.documents.lexicon import word_classes
from sijill.documents.quotation_marks import MARKS
from sijill.text import fold

_HOUSES = frozenset(("organisation", "place"))
_NOUN = re.compile(r"([^\W\d_]{3,})\s")
_GENITIVE = re.compile(r"[нтд][ыі]ң\Z")


@lru_cache(maxsize=1024)
def house_noun(post: str) -> str | None:
    """Give the bare noun with which a post begins and that tells a house, None where none does."""
    first = _NOUN.match(post)
    if first is None:
        return None
    word = fold(first[1])
    for noun in (word, _GENITIVE.sub("", word)):
        if _HOUSES & set(word_classes("kk").get(noun, ())):
            return None if expression("kk", "no_house_noun").fullmatch(noun) else noun
    return None


def house_called(noun: str, houses: Sequence[Mention]) -> Mention | None:
    """Give the last of the houses that is called by a noun: «порты», «министрлігі».

    «Кәсіпорын» is any of business: the last told.
    """
    stem = noun[:-1] if len(noun) > 4 else noun
    named = [m for m in houses if fold(m.text.strip(MARKS).split()[-1]).startswith(stem)]
    if named or not expression("kk", "any_company").fullmatch(noun):
        return named[-1] if named else None
    kinds = word_classes("kk")
    firms = [m for m in houses if "firm" in kinds.get(fold(m.text).split()[-1], ())]
    return firms[-1] if firms else None
