"""Ids and EDTF dates of a record go in; words for people in the languages of the page come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError

from sijill.dates import PartialDate, Precision, parse_edtf
from sijill.errors import FormatFault
from sijill.languages import LANGUAGES, NARRATED
from sijill.register.load import load_register
from sijill.script.labels import script_labels
from sijill.tables import data_path, open_table

#: The languages of the interface, the first one first: those that have words for a page.
INTERFACE_LANGUAGES = tuple(x for x in LANGUAGES if data_path(f"{x}/page.tsv").is_file())

#: Those of them in which a narrator can say a post or a chapter; the others use the tables' words.
TOLD_LANGUAGES = tuple(x for x in INTERFACE_LANGUAGES if x in NARRATED)

# A month that stands without a day has a form of its own. Where CLDR has none, Babel would give
# that of whichever language was asked for before.
_MONTH_ALONE = ("ru",)
# An interval of more years is one line in the filter for each of its ends only.
_MOST_YEARS = 60


@cache
def interface_words(language: str) -> dict[str, str]:
    """Give the words of the interface by key, from `data/<language>/page.tsv`."""
    rows = open_table(f"{language}/page.tsv", ("key", "text"))
    return {row["key"]: row["text"] for row in rows}


def in_language(texts: Mapping[str, str], language: str) -> str:
    """Give a text in a language of the interface, else in the next one that its readers know.

    `texts` is language to text. An empty text comes back when there is none at all.
    """
    order = (language, *interface_words(language)["lang.then"].split(), *texts)
    return next((texts[x] for x in order if texts.get(x)), "")


@cache
def search_folds() -> list[tuple[str, str]]:
    """Give the pairs of signs that mean the same to a searcher, from `data/site/`."""
    rows = open_table("site/search_folds.tsv", ("from", "to"))
    return [(row["from"], row["to"]) for row in rows]


@cache
def protocol_labels(table: str, key: str = "id") -> dict[str, dict[str, str]]:
    """Give the labels of a table of `data/protocol/` by id and language of the interface.

    `key` is the column of the ids; of several words in a cell the first is the label.
    """
    rows = open_table(f"protocol/{table}.tsv", (key, *INTERFACE_LANGUAGES))
    return {
        row[key]: {lang: row[lang].partition(" | ")[0] for lang in INTERFACE_LANGUAGES}
        for row in rows
    }


def status_labels(events: Iterable[str], statuses: Iterable[str]) -> dict[str, dict[str, str]]:
    """Say how far something has got where the word agrees with what it is: визит отложен.

    Keys are `event.status`, with an event type or a visit format; only languages that have genders
    are there, the others say it by `status.*` of the page's words.
    """
    wanted = sorted(set(statuses))
    labels: dict[str, dict[str, str]] = {}
    for language in INTERFACE_LANGUAGES:
        if not data_path(f"{language}/status_forms.tsv").is_file():
            continue
        rows = open_table(f"{language}/status_forms.tsv", ("status", "gender", "text"))
        said = {(row["status"], row["gender"]): row["text"] for row in rows}
        genders = {
            row["event"]: row["gender"]
            for row in open_table(f"{language}/event_genders.tsv", ("event", "gender"))
        }
        for event in sorted(set(events) & genders.keys()):
            for status in wanted:
                if (status, genders[event]) in said:
                    texts = labels.setdefault(f"{event}.{status}", {})
                    texts[language] = said[status, genders[event]]
    return labels


def chapter_labels(chapter: str) -> dict[str, str]:
    """Give the name of a chapter of the film grammar; one it does not know stands for itself."""
    return {
        language: _chapters(language).get(chapter, chapter.replace("_", " "))
        for language in INTERFACE_LANGUAGES
    }


def chapter_title(title: Mapping[str, str]) -> dict[str, str]:
    """Give the title of a chapter of a script in every language that has a name for it.

    A chapter has another title where its story is another; it is known by the title it has. One
    that a person has changed stays as it is.
    """
    for chapter, told in _chapters(TOLD_LANGUAGES[-1]).items():
        if title.get(TOLD_LANGUAGES[-1]) == told:
            return {**chapter_labels(chapter), **title}
    return dict(title)


@cache
def _chapters(language: str) -> dict[str, str]:
    """Give the names of chapters: the narrator's, else those of a table of the page."""
    if language in TOLD_LANGUAGES:
        words = script_labels(language).items()
        return {k.removeprefix("chapter."): text for k, text in words if k.startswith("chapter.")}
    if not data_path(f"{language}/chapters_told.tsv").is_file():
        return {}
    rows = open_table(f"{language}/chapters_told.tsv", ("chapter", "text"))
    return {row["chapter"]: row["text"] for row in rows}


def country_labels(code: str) -> dict[str, str]:
    """Give a country's names by language, as the record's places are named, else as in CLDR.

    A code that nobody knows stands for itself.
    """
    state = load_register().entries.get(code.lower())
    named = {lang: state.name(lang) for lang in INTERFACE_LANGUAGES} if state else {}
    return {
        lang: named.get(lang) or str(Locale(lang).territories.get(code, code))
        for lang in INTERFACE_LANGUAGES
    }


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
        return words["date.year"].format(y=first.year)
    if parsed.precision is Precision.MONTH:
        return words["date.month"].format(m=_month(first, language, alone=True), y=first.year)
    return words["date.day"].format(d=first.day, m=_month(first, language), y=first.year)


def _interval(edtf: str, parsed: PartialDate, language: str) -> str:
    words = interface_words(language)
    left, right = edtf.split("/")
    start, end = parsed.start, parsed.end
    if start is None or left in ("", ".."):
        return words["date.until"].format(a=date_label(right, language))
    if end is None or right in ("", ".."):
        return words["date.from"].format(a=date_label(left, language))
    # What both ends share is said once: 17–20 December 2025.
    days = len(left) == len(right) == 10 and left[:4] == right[:4]
    if days and left[:7] == right[:7]:
        return words["date.days"].format(
            d1=start.day, d2=end.day, m=_month(end, language), y=end.year
        )
    if days:
        m1, m2 = _month(start, language), _month(end, language)
        return words["date.days.year"].format(d1=start.day, m1=m1, d2=end.day, m2=m2, y=end.year)
    if len(left) == len(right) == 7 and left[:4] == right[:4] and _are_months(left, right):
        m1, m2 = _month(start, language, alone=True), _month(end, language, alone=True)
        return words["date.months.year"].format(m1=m1, m2=m2, y=end.year)
    return words["date.interval"].format(
        a=date_label(left, language), b=date_label(right, language)
    )


def _are_months(*ends: str) -> bool:
    # From 21 on EDTF counts seasons.
    return all(int(end[5:]) <= 12 for end in ends)


def _month(day: date, language: str, *, alone: bool = False) -> str:
    form = "stand-alone" if alone and language in _MONTH_ALONE else "format"
    return str(Locale(language).months[form]["wide"][day.month])
