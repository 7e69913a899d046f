"""The words that tell a length go in; how surely they tell it comes out: about, over, under it.

A record keeps the number; whether it was told as about that many stands in the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sijill.languages import LANGUAGES
from sijill.script.detail_words import as_words, detail_words
from sijill.script.narration.numerals import western_digits

#: In the order of what says least: where sources differ, the narrator promises no more.
BOUNDS = ("about", "over", "under")


@dataclass(frozen=True, slots=True)
class _Length:
    """A length as words tell it: minutes, None where the number is a word; and its bound."""

    minutes: int | None
    bound: str | None
    start: int
    end: int


def length_bound(told: Iterable[tuple[str, str]], minutes: int) -> str | None:
    """Say whether a length is told as about, over or under `minutes`; None for exactly.

    `told` are the words that tell it, each with its language.
    """
    found = {
        length.bound
        for text, language in told
        if language in LANGUAGES
        for length in _of(minutes, _lengths(western_digits(text), language))
    }
    return next((bound for bound in BOUNDS if bound in found), None)


def _of(minutes: int, lengths: list[_Length]) -> list[_Length]:
    """Keep the lengths that are the one asked for: by its number, or the only one there is."""
    same = [one for one in lengths if one.minutes == minutes]
    return same or (lengths if len(lengths) == 1 and lengths[0].minutes is None else [])


def _lengths(text: str, language: str) -> list[_Length]:
    cues = detail_words(language)
    unit = re.compile(
        as_words(f"(?P<minute>{cues['minute']})|(?P<hour>{cues['hour']})", language), re.IGNORECASE
    )
    if language == "ja":
        # 1時間40分; the 分 of a time of day (11時40分) is no length.
        unit = re.compile(f"(?P<hour>{cues['hour']})|(?<!時)(?P<minute>{cues['minute']})間?")
    joint = rf"[\s,]*(?:{cues['and']})?\s*"
    found: list[_Length] = []
    for match in unit.finditer(text):
        number = re.search(r"(?<![\d:.])(\d+)[\s-]*$", text[: match.start()])
        left = text[: number.start() if number else match.start()]
        if language == "ja" and _is_no_length(left, number is not None):
            continue
        value = int(number.group(1)) * (60 if match["hour"] else 1) if number else None
        bound = _bound_before(left, language, worded=number is None)
        bound = _bound_behind(text[match.end() :], language) or bound
        last = found[-1] if found else None
        joined = last and re.fullmatch(joint, text[last.end : len(left)], re.IGNORECASE)
        if last and joined and last.minutes is not None and value is not None:
            total = last.minutes + value
            found[-1] = _Length(total, bound or last.bound, last.start, match.end())
            continue
        found.append(_Length(value, bound, len(left), match.end()))
    return found


def _is_no_length(left: str, in_figures: bool) -> bool:
    """Say whether 分 behind this is no length: part of a time of day, or of a word (自分)."""
    if in_figures:
        return re.search(r"\d+時$", left) is not None
    return re.search(f"(?:{detail_words('ja')['number']})$", left) is None


def _bound_before(left: str, language: str, *, worded: bool) -> str | None:
    cues = detail_words(language)
    # A number in words stands between the word and the unit: about twenty-five minutes.
    between = r"(?:\s+[\w-]+){0,2}" if worded and language != "ja" else ""
    for bound in BOUNDS:
        if re.search(as_words(cues[bound], language) + between + r"\s*$", left, re.IGNORECASE):
            return bound
    return None


def _bound_behind(right: str, language: str) -> str | None:
    cues = detail_words(language)
    for bound in BOUNDS:
        if re.match(r"\s*" + as_words(cues[f"{bound}_behind"], language), right, re.IGNORECASE):
            return bound
    return None
