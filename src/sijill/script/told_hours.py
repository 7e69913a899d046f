"""The words that tell an hour go in; how surely they tell it, and by whose clock, comes out.

A record keeps hours and minutes; whether it was told as about or shortly after that hour stands in
the words around it, and so does the place whose clock it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sijill.languages import LANGUAGES
from sijill.record.items import RecordEntity
from sijill.script.detail_words import as_pattern, as_words, detail_words
from sijill.script.narration.calendar import hour_word
from sijill.script.narration.numerals import western_digits
from sijill.tables import open_table

CLOCK_BOUNDS = ("about", "after", "before")
#: How far behind an hour it may be said by whose clock it is, in signs.
_ZONE_NEAR = 30
#: What may stand between the hour and a word behind it: 11時半すぎ, 19:15 шамасында.
_REST_OF_HOUR = r"[\s:.時分半\d]{0,8}"

#: An adjective made from a name begins as the name does, for at least so many letters and so much
#: of it: токийскому and Токио, московскому and Москва.
_ALIKE_LETTERS = 4
_ALIKE_PART = 0.6


@dataclass(frozen=True, slots=True)
class Hour:
    """How an hour is told: `bound` about, after or before it, None for on it.

    `zone` are the words for the place whose clock it is, with their language; None where nothing
    tells it, or the place is that of the event.
    """

    bound: str | None = None
    zone: tuple[str, str] | None = None


def hour_as_told(told: Iterable[tuple[str, str]], begins: str) -> Hour:
    """Say how an hour is told by words, each with its language; `begins` is HH:MM."""
    bounds: set[str] = set()
    zone: tuple[str, str] | None = None
    for text, language in told:
        if language not in LANGUAGES:
            continue
        plain = western_digits(text)
        cues = detail_words(language)
        for start, end in _hours(plain, int(begins.partition(":")[0]), language):
            bounds |= _clock_bounds(plain, start, end, language)
            zone = zone or _zone(plain[end : end + _ZONE_NEAR], language, cues)
    return Hour(next((bound for bound in CLOCK_BOUNDS if bound in bounds), None), zone)


def _hours(text: str, hour: int, language: str) -> list[tuple[int, int]]:
    """Find where a text names an hour of the day, by figures or by the narrator's word for it."""
    half = (hour - 1) % 12 + 1
    figures = rf"(?<![\d:.])0?(?:{hour}|{half})(?!\d)"
    word = hour_word(half, language)
    pattern = rf"{figures}|(?<!\w){re.escape(word)}(?!\w)" if word else figures
    return [match.span() for match in re.finditer(pattern, text)]


def _clock_bounds(text: str, start: int, end: int, language: str) -> set[str]:
    cues = detail_words(language)
    found = set()
    for bound in CLOCK_BOUNDS:
        before = as_words(cues[f"clock_{bound}"], language) + r"(?:\s+[^\W\d]+)?\s*$"
        behind = _REST_OF_HOUR + as_words(cues[f"clock_{bound}_behind"], language)
        if re.search(before, text[:start], re.IGNORECASE) or re.match(behind, text[end:]):
            found.add(bound)
    return found


def _zone(right: str, language: str, cues: dict[str, str]) -> tuple[str, str] | None:
    if re.search(as_words(cues["local_time"], language), right, re.IGNORECASE):
        return None
    name = r"([^\W\d_][\w-]*)"
    if language == "ja":
        name = r"([^\W\d_、。ぁ-ん]{2,6}?)"
    for row in open_table(f"{language}/detail_bounds.tsv", ("word", "role")):
        if row["role"] != "zone":
            continue
        pattern = as_pattern(row["word"]).replace(r"\{place\}", name)
        found = re.search(pattern if language == "ja" else rf"(?<!\w){pattern}(?!\w)", right)
        if found:
            return found.group(1), language
    return None


def place_called(words: str, names: Iterable[tuple[str, str]]) -> str | None:
    """Find the place that words name or are an adjective of; `names` are ids with each name."""
    said = words.casefold()
    alike: dict[str, float] = {}
    for place, name in names:
        shared = _shared(said, name.casefold())
        is_adjective = shared >= max(_ALIKE_LETTERS, _ALIKE_PART * len(name))
        if said == name.casefold() or is_adjective:
            alike[place] = max(alike.get(place, 0.0), shared / len(name))
    return max(alike, key=lambda place: (alike[place], place), default=None)


def _shared(left: str, right: str) -> int:
    """Count the letters with which two words begin alike."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count


def names_of(places: Iterable[RecordEntity], language: str) -> Iterator[tuple[str, str]]:
    """Give the places among entities with each of their names in a language, as told or known."""
    for entity in places:
        if entity.kind == "place":
            told = {alias.text for alias in entity.aliases if alias.language == language}
            for name in sorted((told | {entity.names.get(language, "")}) - {""}):
                yield entity.id, name
