"""The words that tell a meeting go in; its number in a series comes out ("the 7th session": 7).

Numbers, what is no number of a meeting ("the first day"), and the words for meetings stand in
`ordinals.tsv` of each language.
"""

from __future__ import annotations

import re
from functools import cache

from sijill.languages import LANGUAGES
from sijill.tables import open_table
from sijill.text import fold

#: A word for the meeting stands this close to its number, in folded code points.
NEAR = 30
#: Numbers above this are years, days or sums, not meetings.
HIGHEST = 99
#: Letters that Arabic writes onto the word that follows.
_ARABIC_ATTACHED = "(?:[وف]?[بلك]?(?:ال|لل)?)?"
_NONE = "0"
_MEETING = "meeting"


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str]]:
    """Give the pattern of ordinals, the number of each form, and the pattern of meetings."""
    rows = [
        (row["number"], fold(row["form"]))
        for row in open_table(f"{language}/ordinals.tsv", ("number", "form"))
    ]
    numbers = {form: number for number, form in rows if number != _MEETING}
    meetings = [form for number, form in rows if number == _MEETING]
    before = "" if language == "ja" else r"(?<!\w)"
    if language == "ar":
        before += _ARABIC_ATTACHED
    after = "" if language in ("ja", "kk") else r"(?!\w)"

    def union(forms: list[str]) -> str:
        ordered = sorted(forms, key=lambda f: (-len(f), f))
        return "|".join(re.escape(f).replace(r"\#", r"\d{1,3}") for f in ordered)

    ordinals = re.compile(f"{before}(?P<form>{union(list(numbers))}){after}")
    ends = after if language in ("en", "ar") else ""
    return ordinals, numbers, re.compile(f"{before}(?:{union(meetings)}){ends}")


def ordinal_of(words: str, language: str) -> int | None:
    """Give the number that words give to a meeting; None when they give none, or two.

    A language that Sijill does not read gives None.
    """
    if language not in LANGUAGES:
        return None
    ordinals, numbers, meetings = _patterns(language)
    folded = fold(words)
    near = [(m.start(), m.end()) for m in meetings.finditer(folded)]
    found = set()
    for match in ordinals.finditer(folded):
        form = match.group("form")
        number = numbers.get(form) or numbers.get(re.sub(r"\d+", "#", form), _NONE)
        if number == _NONE:
            continue
        value = int(re.sub(r"\D", "", form) if number == "digits" else number)
        beside = any(
            start <= match.end() + NEAR and match.start() - NEAR <= end for start, end in near
        )
        if beside and 0 < value <= HIGHEST:
            found.add(value)
    return found.pop() if len(found) == 1 else None
