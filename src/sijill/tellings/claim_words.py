"""The words of a claim go in; what they compare comes out: roles, kinds of event, regions, numbers.

Meanings come from `claim_words.tsv` of the language and from the names of regions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sijill.languages import COLUMNS, LANGUAGES, VERB_LAST
from sijill.reuse.numbers import find_numbers
from sijill.tables import cell_list, open_table
from sijill.text import ARABIC_ATTACHED, fold, fold_with_origins

#: Words further off than this, in code points, say nothing about a claim.
LONGEST_SENTENCE = 1_500
#: A unit stands this close behind its number, in folded code points.
_UNIT_NEAR = 3
#: A year stands this close to its "since", in folded code points ("since the year 2015").
_YEAR_NEAR = 10
#: A year of the calendar in folded words.
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
#: Signs that may end a sentence.
_SIGNS = ".!?؟。！？\n"
_END = re.compile(f"[{_SIGNS}]")


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning found in words: its id (`role:monarch`), and its place in the folded words."""

    id: str
    start: int
    end: int


@cache
def _pattern(language: str) -> tuple[re.Pattern[str] | None, dict[str, list[str]]]:
    senses: dict[str, list[str]] = {}
    for row in open_table(f"{language}/claim_words.tsv", ("sense", "form")):
        senses.setdefault(fold(row["form"]), []).append(row["sense"])
    regions = ("id", language) if language in COLUMNS else ()
    for row in open_table("protocol/regions.tsv", regions) if regions else ():
        for form in cell_list(row[language]):
            senses.setdefault(fold(form), []).append(f"region:{row['id']}")
    if not senses:
        return None, senses
    forms = "|".join(
        re.escape(f) + (r"(?!\w)" if _is_whole_word(senses[f], language) else "")
        for f in sorted(senses, key=lambda f: (-len(f), f))
    )
    if language == "ja":
        return re.compile(forms), senses
    before = r"(?<!\w)" + (ARABIC_ATTACHED if language == "ar" else "")
    after = r"(?!\w)" if language in ("ar", "en") else ""
    return re.compile(f"{before}(?P<form>{forms}){after}"), senses


def _is_whole_word(meanings: list[str], language: str) -> bool:
    """Say whether a form must be a whole word: numbers and pronouns begin many other words.

    Japanese does not part its words; only its numbers stand apart from other signs.
    """
    small = ("possessive", "whole", "since", "length")
    is_small = language != "ja" and any(m.partition(":")[0] in small for m in meanings)
    return is_small or any(m.startswith("number:") for m in meanings)


def senses(words: str, language: str) -> list[Sense]:
    """Find the meanings in words, in their order; the longest form at a place counts."""
    if language not in LANGUAGES or not words:
        return []
    pattern, by_form = _pattern(language)
    if pattern is None:
        return []
    found = []
    for match in pattern.finditer(fold(words)):
        form = match.group("form") if language != "ja" else match.group()
        found += [Sense(sense, match.start(), match.end()) for sense in by_form[form]]
    return found


def senses_in(text: str, start: int, end: int, language: str) -> list[Sense]:
    """Find the meanings in `text[start:end]`, each with its place in the text itself."""
    words = text[start:end]
    folded = fold_with_origins(words)
    found = []
    for sense in senses(words, language):
        span = folded.span(sense.start, sense.end)
        found.append(Sense(sense.id, start + span.start, start + span.end))
    return found


def may_mean(words: str, language: str, ids: tuple[str, ...]) -> bool:
    """Say whether words hold a form of one of these meanings; where not, `senses` has none."""
    forms = _forms_of(language, ids)
    folded = fold(words) if forms else ""
    return any(form in folded for form in forms)


@cache
def _forms_of(language: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    by_form = _pattern(language)[1] if language in LANGUAGES else {}
    return tuple(sorted(form for form, meanings in by_form.items() if set(ids) & set(meanings)))


def sense_ids(words: str, language: str) -> list[str]:
    """Give the ids of the meanings in words, each once, in their order."""
    return list(dict.fromkeys(s.id for s in senses(words, language)))


def after(ids: Sequence[str], prefix: str) -> list[str]:
    """Give what follows a prefix in the ids that have it: `role:` of `role:monarch` is monarch."""
    return [i.removeprefix(prefix) for i in ids if i.startswith(prefix)]


def years_named(words: str, language: str) -> int | None:
    """Give the number of years that words name ("30 years", «ثلاثين عاما», «عقدين»), or None.

    A year of the calendar (2004年) is no number of years.
    """
    found = senses(words, language)
    units = [s for s in found if s.id in ("years", "decades")]
    for end, number in _numbers(fold(words), found, language) if units else ():
        for unit in units:
            if 0 <= unit.start - end <= _UNIT_NEAR:
                years = number * 10 if unit.id == "decades" else number
                if years < 1000:
                    return years
    return next(map(int, after([s.id for s in found], "length:")), None)


def _numbers(folded: str, found: Sequence[Sense], language: str) -> list[tuple[int, int]]:
    """Give the whole numbers in folded words by where they end; of two that overlap the longer."""
    numbers = [n for n in find_numbers(folded, language) if n.value == int(n.value)]
    ends = {n.end: int(n.value) for n in numbers}
    for sense in found:
        inside = any(n.start < sense.end and sense.start < n.end for n in numbers)
        if sense.id.startswith("number:") and not inside:
            ends[sense.end] = int(sense.id.removeprefix("number:"))
    return sorted(ends.items())


def since_year(words: str, language: str) -> int | None:
    """Give the year of the calendar that words reckon from ("since 2015", 2015年以来), or None."""
    years = list(_YEAR.finditer(fold(words)))
    marks = [s for s in senses(words, language) if s.id == "since"] if years else []
    for match in years:
        for mark in marks:
            ahead = 0 <= match.start() - mark.end <= _YEAR_NEAR
            behind = 0 <= mark.start - match.end() <= _YEAR_NEAR
            if behind if language in VERB_LAST else ahead:
                return int(match.group())
    return None


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the span of the sentence that holds `[start, end)`, without blanks at its edges.

    A sentence reaches no further than LONGEST_SENTENCE to either side.
    """
    start, end = min(start, len(text)), min(end, len(text))
    ends = _ends(text)
    left = max(0, start - LONGEST_SENTENCE)
    before = bisect_left(ends, start)
    if before and ends[before - 1] >= left:
        left = ends[before - 1] + 1
    right = max(end, start + 1)
    if not (end > start and text[end - 1] in _SIGNS):
        furthest = max(right, min(len(text), end + LONGEST_SENTENCE))
        behind = bisect_left(ends, right)
        last = ends[behind] if behind < len(ends) else furthest
        right = min(len(text), min(last, furthest) + 1)
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    return left, right


@lru_cache(maxsize=64)
def _ends(text: str) -> tuple[int, ...]:
    """Give the places of all signs that end a sentence, in order; asked often for one text."""
    return tuple(m.start() for m in _END.finditer(text) if _is_end(text, m.start()))


def _is_end(text: str, at: int) -> bool:
    """Say whether a sign ends a sentence; a point between digits, after one letter or inside of
    a word (Caravan.kz) does not.
    """
    if text[at] == "." and 0 < at < len(text) - 1:
        between_digits = text[at - 1].isdigit() and text[at + 1].isdigit()
        initial = at >= 2 and text[at - 1].isupper() and not text[at - 2].isalnum()
        inside = text[at - 1].isalnum() and text[at + 1].islower()
        return not between_digits and not initial and not inside
    return True
