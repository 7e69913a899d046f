"""The id of one of the film's own small words and a language go in; the word comes out.

The words stand in `data/<language>/film_labels.tsv`; names of countries come from CLDR.
"""

from __future__ import annotations

from functools import cache

import babel
from babel import Locale, UnknownLocaleError

from sijill.digests import sha256, sha256_of_file
from sijill.tables import data_path, open_table

_TABLE = "film_labels.tsv"


@cache
def _labels(language: str) -> dict[str, str]:
    if not data_path(f"{language}/{_TABLE}").is_file():
        return {}
    return {row["id"]: row["text"] for row in open_table(f"{language}/{_TABLE}", ("id", "text"))}


def labels_digest() -> str:
    """Name the film's own words in all languages, and what countries are called in them."""
    tables = sorted(data_path("").glob(f"*/{_TABLE}"))
    parts = [f"{path.parent.name} {sha256_of_file(path)}" for path in tables]
    return sha256("\n".join([*parts, f"CLDR {babel.__version__}"]).encode())


def label(name: str, language: str) -> str:
    """Give a word of the film in a language; in English where the language has no table of ours."""
    return _labels(language).get(name) or _labels("en")[name]


def label_language(name: str, language: str) -> str:
    """Say which language `label` answers in."""
    return language if name in _labels(language) else "en"


@cache
def country_label(code: str | None, language: str) -> str:
    """Give the name of a country (ISO 3166-1 alpha-2) from CLDR; empty if unknown."""
    if not code:
        return ""
    try:
        return str(Locale(language).territories.get(code.upper(), ""))
    except UnknownLocaleError:
        return str(Locale("en").territories.get(code.upper(), ""))
