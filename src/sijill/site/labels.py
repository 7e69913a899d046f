"""Ids and EDTF dates of a record go in; words for people in the languages of the page come out."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError

from sijill.dates import PartialDate, Precision, parse_edtf
from sijill.errors import FormatFault
from sijill.tables import open_table

#: The languages of the interface, the first one first.
INTERFACE_LANGUAGES = ("ar", "en")

#: Which CLDR locale prints dates: the day stands before the month, as in the film.
_LOCALES = {"ar": "ar", "en": "en_GB"}
# An interval of more years is one line in the filter for each of its ends only.
_MOST_YEARS = 60


@cache
def interface_words(language: str) -> dict[str, str]:
    """Give the words of the interface by key, from `data/<language>/page.tsv`."""
    rows = open_table(f"{language}/page.tsv", ("key", "text"))
    return {row["key"]: row["text"] for row in rows}


@cache
def search_folds() -> list[tuple[str, str]]:
    """Give the pairs of signs that mean the same to a searcher, from `data/site/`."""
    rows = open_table("site/search_folds.tsv", ("from", "to"))
    return [(row["from"], row["to"]) for row in rows]


@cache
def protocol_labels(table: str) -> dict[str, dict[str, str]]:
    """Give the labels of a table of `data/protocol/` by id and language of the interface."""
    rows = open_table(f"protocol/{table}.tsv", ("id", *INTERFACE_LANGUAGES))
    return {row["id"]: {lang: row[lang] for lang in INTERFACE_LANGUAGES} for row in rows}


def chapter_labels(chapter: str) -> dict[str, str]:
    """Give the name of a chapter of the film grammar; one it does not know stands for itself."""
    labels = {}
    for language in INTERFACE_LANGUAGES:
        rows = open_table(f"{language}/script_labels.tsv", ("id", "text"))
        texts = {row["id"]: row["text"] for row in rows}
        labels[language] = texts.get(f"chapter.{chapter}", chapter.replace("_", " "))
    return labels


def country_labels(code: str) -> dict[str, str]:
    """Give a country's names by language; a code unknown to CLDR stands for itself."""
    return {lang: str(Locale(lang).territories.get(code, code)) for lang in INTERFACE_LANGUAGES}


def language_labels(code: str) -> dict[str, str]:
    """Give a language's names by language of the interface, and its own name under `own`."""
    names = {lang: str(Locale(lang).languages.get(code, code)) for lang in INTERFACE_LANGUAGES}
    try:
        names["own"] = Locale(code).get_display_name() or code
    except (UnknownLocaleError, ValueError):
        names["own"] = code
    return names


def date_label(edtf: str, language: str) -> str:
    """Say an EDTF date as precisely as it was told, for example `18 December 2025`.

    A string that is no date Sijill can read comes back as it is.
    """
    words = interface_words(language)
    try:
        parsed = parse_edtf(edtf)
    except FormatFault:
        return edtf
    if parsed.is_set:
        parts = [date_label(p.strip(), language) for p in edtf[1:-1].split(",")]
        return words["date.or"].join(parts)
    if parsed.is_interval:
        return _interval(edtf, parsed, language)
    label = _single(parsed, language)
    return words["date.about"].format(a=label) if parsed.is_approximate else label


def date_years(edtf: str) -> list[int]:
    """Give the years a date touches; nothing when it is no date."""
    try:
        parsed = parse_edtf(edtf)
    except FormatFault:
        return []
    ends = [end for end in (parsed.start, parsed.end) if end]
    first, last = ends[0].year, ends[-1].year
    if last - first > _MOST_YEARS:
        return [first, last]
    return list(range(first, last + 1))


def date_labels(edtf: str) -> dict[str, Any]:
    """Give all that the page needs of a date: a label per language, and its `years`."""
    labels: dict[str, Any] = {lang: date_label(edtf, lang) for lang in INTERFACE_LANGUAGES}
    labels["years"] = date_years(edtf)
    return labels


def _single(parsed: PartialDate, language: str) -> str:
    words = interface_words(language)
    first = parsed.start or date.min
    if parsed.precision is Precision.DECADE:
        return words["date.decade"].format(a=first.year, b=first.year + 9)
    if parsed.precision is Precision.SEASON:
        return words[f"date.season.{parsed.edtf[5:7]}"].format(a=first.year)
    if parsed.precision is Precision.YEAR:
        return str(first.year)
    if parsed.precision is Precision.MONTH:
        return f"{_month(first, language, 'stand-alone')} {first.year}"
    return f"{first.day} {_month(first, language)} {first.year}"


def _interval(edtf: str, parsed: PartialDate, language: str) -> str:
    words = interface_words(language)
    left, right = edtf.split("/")
    if parsed.start is None or left in ("", ".."):
        return words["date.until"].format(b=date_label(right, language))
    if parsed.end is None or right in ("", ".."):
        return words["date.from"].format(a=date_label(left, language))
    # What both ends share is said once: 17–20 December 2025.
    if len(left) == len(right) == 10 and left[:7] == right[:7]:
        return words["date.days"].format(a=parsed.start.day, b=date_label(right, language))
    if len(left) == len(right) == 10 and left[:4] == right[:4]:
        a = f"{parsed.start.day} {_month(parsed.start, language)}"
    elif len(left) == len(right) == 7 and left[:4] == right[:4] and int(left[5:]) <= 12:
        a = _month(parsed.start, language, "stand-alone")
    else:
        a = date_label(left, language)
    return words["date.interval"].format(a=a, b=date_label(right, language))


def _month(day: date, language: str, form: str = "format") -> str:
    return str(Locale.parse(_LOCALES[language]).months[form]["wide"][day.month])
