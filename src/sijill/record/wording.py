"""Ids and values go in; words in the record's languages come out, by tables of sentence patterns.

These are notes for people who check (why a verdict, how rare), not the film's narration.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from babel.dates import format_date, format_skeleton

from sijill.dates import PartialDate, Precision
from sijill.edtf import read_date
from sijill.languages import COLUMNS
from sijill.record.items import EventItem, LocalText
from sijill.tables import Row, data_path, open_table
from sijill.tellings.parties import Parties


@cache
def _patterns(language: str) -> dict[str, str]:
    name = f"{language}/verdict_words.tsv"
    rows = open_table(name, ("id", "pattern")) if data_path(name).is_file() else ()
    return {row["id"]: row["pattern"] for row in rows}


@cache
def _labels(table: str) -> dict[str, Row]:
    return {row["id"]: row for row in open_table(f"protocol/{table}.tsv", ("id", *COLUMNS))}


def label(table: str, key: str, language: str) -> str:
    """Give the label of an id of a protocol table (`event_types`, `roles`, `regions`).

    Of a cell that lists several words the first is the label; an unknown id is its own label.
    """
    row = _labels(table).get(key)
    cell = (row.get(language) or row.get("en") or key) if row else key
    return cell.split(" | ")[0]


def say(pattern: str, language: str, **words: str | int) -> str:
    """Fill a pattern of `verdict_words.tsv`; a language that lacks it gets English."""
    text = _patterns(language).get(pattern) or _patterns("en")[pattern]
    for name, value in words.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def in_languages(languages: Sequence[str], make: Callable[[str], str]) -> LocalText:
    """Make a text in each language of the record, by a function of the language code."""
    return {language: make(language) for language in languages}


def join(parts: Sequence[str], language: str) -> str:
    """Join parts of one sentence by the language's semicolon."""
    return say("join", language).join(part for part in parts if part)


def sentences(parts: Sequence[str], language: str) -> str:
    """Put sentences one after the other, as the language does: in Japanese without a blank."""
    told = [part for part in parts if part]
    text = told[0] if told else ""
    for part in told[1:]:
        text = say("sentences", language, a=text, b=part)
    return text


@lru_cache(1 << 14)
def date_words(edtf: str | None, language: str) -> str:
    """Give a date in words, as precise as it is told; the EDTF itself where words fail."""
    value = read_date(edtf)
    if value is None:
        return say("undated", language)
    if value.is_set or (value.is_interval and not (value.start and value.end)):
        return value.edtf.strip("[]").replace("../", "– ").replace("/..", " –").replace(",", " / ")
    if value.is_interval:
        left, right = value.edtf.split("/")
        return f"{date_words(left, language)} – {date_words(right, language)}"
    return _single(value, language)


def _single(value: PartialDate, language: str) -> str:
    if value.start is None:
        return value.edtf
    if value.precision is Precision.DAY:
        return format_date(value.start, "long", locale=language)
    if value.precision is Precision.MONTH:
        return format_skeleton("yMMMM", value.start, locale=language)
    if value.precision is Precision.YEAR:
        return str(value.start.year)
    first = value.start.year
    if value.precision is Precision.SEASON:
        return say(f"date.season.{value.edtf[5:7]}", language, a=first)
    if value.precision is Precision.DECADE:
        return say("date.decade", language, a=first)
    return value.edtf


def event_words(event: EventItem, parties: Parties, language: str, *, dated: bool = True) -> str:
    """Name an event in a note: who (what, where, when)."""
    comma = say("comma", language)
    who = comma.join(parties.describe(p, language) for p in event.participants)
    what = [label("event_types", event.type, language)]
    if event.place:
        what.append(parties.describe(event.place, language))
    if dated:
        what.append(date_words(event.date, language))
    described = comma.join(what)
    return say("case", language, who=who, what=described) if who else described
