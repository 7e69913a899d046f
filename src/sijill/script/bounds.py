"""A length or an hour of an event goes in; how surely its sources tell it comes out: about, over,
shortly after, and by whose clock.

A record keeps the number; whether it was told as about that many stands in the words around it. The
words are a table of each language, `detail_bounds.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sijill.citation import Citation
from sijill.languages import LANGUAGES
from sijill.record.items import EventItem, RecordEntity
from sijill.script.narration.calendar import hour_word
from sijill.script.narration.numerals import western_digits
from sijill.tables import open_table

_ROLES = (
    "minute",
    "hour",
    "and",
    "about",
    "over",
    "under",
    "about_behind",
    "over_behind",
    "under_behind",
    "clock_about",
    "clock_after",
    "clock_before",
    "clock_about_behind",
    "clock_after_behind",
    "clock_before_behind",
    "zone",
    "local_time",
)
#: In the order of what says least: where sources differ, the narrator promises no more.
BOUNDS = ("about", "over", "under")
CLOCK_BOUNDS = ("about", "after", "before")
#: How far behind an hour it may be said by whose clock it is, in signs.
_ZONE_NEAR = 30
_KANJI_NUMBERS = frozenset("一二三四五六七八九十半数")
#: What may stand between the hour and a word behind it: 11時半すぎ, 19:15 шамасында.
_REST_OF_HOUR = r"[\s:.時分半\d]{0,8}"

#: An adjective made from a name begins as the name does, for at least so many letters and so much
#: of it: токийскому and Токио, московскому and Москва.
_ALIKE_LETTERS = 4
_ALIKE_PART = 0.6


@dataclass(frozen=True, slots=True)
class _Length:
    """A length as words tell it: minutes, None where the number is a word; and its bound."""

    minutes: int | None
    bound: str | None
    start: int
    end: int


@cache
def _cues(language: str) -> dict[str, str]:
    """Give for each role the words of a language as one regular expression; none fits nothing."""
    words: dict[str, list[str]] = {role: [] for role in _ROLES}
    for row in open_table(f"{language}/detail_bounds.tsv", ("word", "role")):
        words[row["role"]].append(row["word"])
    return {
        role: "|".join(_pattern(w) for w in sorted(found, key=lambda w: (-len(w), w))) or r"(?!)"
        for role, found in words.items()
    }


def _pattern(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s+").replace(r"\*", r"\w*")


def _edges(cues: str, language: str) -> str:
    return f"(?:{cues})" if language == "ja" else rf"(?<!\w)(?:{cues})(?!\w)"


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
    cues = _cues(language)
    unit = re.compile(
        _edges(f"(?P<minute>{cues['minute']})|(?P<hour>{cues['hour']})", language), re.IGNORECASE
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
    return left[-1:] not in _KANJI_NUMBERS or not left


def _bound_before(left: str, language: str, *, worded: bool) -> str | None:
    cues = _cues(language)
    # A number in words stands between the word and the unit: about twenty-five minutes.
    between = r"(?:\s+[\w-]+){0,2}" if worded and language != "ja" else ""
    for bound in BOUNDS:
        if re.search(_edges(cues[bound], language) + between + r"\s*$", left, re.IGNORECASE):
            return bound
    return None


def _bound_behind(right: str, language: str) -> str | None:
    cues = _cues(language)
    for bound in BOUNDS:
        if re.match(r"\s*" + _edges(cues[f"{bound}_behind"], language), right, re.IGNORECASE):
            return bound
    return None


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
        cues = _cues(language)
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
    cues = _cues(language)
    found = set()
    for bound in CLOCK_BOUNDS:
        before = _edges(cues[f"clock_{bound}"], language) + r"(?:\s+[^\W\d]+)?\s*$"
        behind = _REST_OF_HOUR + _edges(cues[f"clock_{bound}_behind"], language)
        if re.search(before, text[:start], re.IGNORECASE) or re.match(behind, text[end:]):
            found.add(bound)
    return found


def _zone(right: str, language: str, cues: dict[str, str]) -> tuple[str, str] | None:
    if re.search(_edges(cues["local_time"], language), right, re.IGNORECASE):
        return None
    name = r"([^\W\d_][\w-]*)"
    if language == "ja":
        name = r"([^\W\d_、。ぁ-ん]{2,6}?)"
    for row in open_table(f"{language}/detail_bounds.tsv", ("word", "role")):
        if row["role"] != "zone":
            continue
        pattern = _pattern(row["word"]).replace(r"\{place\}", name)
        found = re.search(pattern if language == "ja" else rf"(?<!\w){pattern}(?!\w)", right)
        if found:
            return found.group(1), language
    return None


def bounds_of(event: EventItem, languages: Mapping[str, str]) -> dict[str, str]:
    """Give the bounds of the length and the hour of an event, by field; what is exact is not there.

    `languages` are those of the sources by id.
    """
    minutes, begins = event.details.get("minutes"), event.details.get("begins")
    found = {
        "minutes": length_bound(words_of(event, "minutes", languages), minutes)
        if isinstance(minutes, int)
        else None,
        "begins": hour_as_told(words_of(event, "begins", languages), begins).bound
        if isinstance(begins, str) and _is_clock(begins)
        else None,
    }
    return {field: bound for field, bound in found.items() if bound}


def clock_of(
    event: EventItem, entities: Iterable[RecordEntity], languages: Mapping[str, str]
) -> str | None:
    """Give the place of the record by whose clock the hour of an event is told; else None."""
    begins = event.details.get("begins")
    if not isinstance(begins, str) or not _is_clock(begins):
        return None
    zone = hour_as_told(words_of(event, "begins", languages), begins).zone
    return place_called(zone[0], names_of(entities, zone[1])) if zone else None


def _is_clock(time: str) -> bool:
    return re.fullmatch(r"\d{1,2}:\d\d", time) is not None


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


def words_of(event: EventItem, field: str, languages: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give the words that tell a detail of an event, each with its language.

    `languages` are those of the sources by id. Where no telling is kept, the event's own words.
    """
    value = str(event.details.get(field))
    cited: list[Citation] = [
        citation
        for telling in event.tellings
        if telling.field == field and telling.value == value and not telling.inferred
        for citation in telling.citations
    ]
    return [
        (citation.exact, languages.get(citation.source_id, ""))
        for citation in cited or event.citations
    ]
