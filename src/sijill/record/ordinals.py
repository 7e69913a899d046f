"""The words that tell a meeting go in; its number in a series comes out ("the 7th session": 7).

Numbers, what is no number of a meeting ("the first day"), and the words for meetings stand in
`ordinals.tsv` of each language.
"""

from __future__ import annotations

import re
from functools import cache

from sijill.languages import LANGUAGES
from sijill.tables import open_table
from sijill.text import ARABIC_ATTACHED, fold

#: A word for the meeting stands this close to its number, in folded code points.
NEAR = 30
#: Numbers above this are years, days or sums, not meetings.
HIGHEST = 99
_NONE = "0"
_ORDINAL = "ordinal"
_MEETING, _HELD, _NOT = "meeting", "held", "not"


@cache
def _patterns(language: str) -> tuple[dict[str, str], dict[str, re.Pattern[str]]]:
    """Give the number of each form, and the patterns of ordinals and of each kind of word."""
    rows = [
        (row["number"], fold(row["form"]))
        for row in open_table(f"{language}/ordinals.tsv", ("number", "form"))
    ]
    numbers = {form: number for number, form in rows if number not in (_MEETING, _HELD, _NOT)}
    before = "" if language == "ja" else r"(?<!\w)"
    if language == "ar":
        before += ARABIC_ATTACHED
    after = "" if language in ("ja", "kk") else r"(?!\w)"

    def union(forms: list[str]) -> str:
        ordered = sorted(forms, key=lambda f: (-len(f), f))
        return "|".join(re.escape(f).replace(r"\#", r"\d{1,3}") for f in ordered)

    ordinals = re.compile(f"{before}(?P<form>{union(list(numbers))}){after}")
    ends = after if language in ("en", "ar") else ""
    kinds = {
        kind: union([form for number, form in rows if number == kind]) or "(?!)"
        for kind in (_MEETING, _HELD, _NOT)
    }
    return numbers, {
        _ORDINAL: ordinals,
        _MEETING: re.compile(f"{before}(?:{kinds[_MEETING]}){ends}"),
        _HELD: re.compile(rf"\W{{0,2}}(?:{kinds[_HELD]}){ends}"),
        _NOT: re.compile(rf"\W{{0,2}}(?:{kinds[_NOT]}){ends}"),
    }


def ordinal_of(words: str, language: str) -> int | None:
    """Give the number that words give to a meeting; None when they give none, or two.

    A language that Sijill does not read gives None.
    """
    if language not in LANGUAGES:
        return None
    numbers, patterns = _patterns(language)
    folded = fold(words)
    near = [(m.start(), m.end()) for m in patterns[_MEETING].finditer(folded)]
    found = set()
    for match in patterns[_ORDINAL].finditer(folded):
        form = match.group("form")
        number = numbers.get(form) or numbers.get(re.sub(r"\d+", "#", form), _NONE)
        if number == _NONE or patterns[_NOT].match(folded, match.end()):
            continue
        value = int(re.sub(r"\D", "", form) if number == "digits" else number)
        beside = any(
            start <= match.end() + NEAR and match.start() - NEAR <= end for start, end in near
        ) or patterns[_HELD].match(folded, match.end())
        if beside and 0 < value <= HIGHEST:
            found.add(value)
    return found.pop() if len(found) == 1 else None
