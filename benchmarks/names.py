"""How well names meet across scripts: CLDR's city names, and the people of the register.

    PYTHONPATH=src python benchmarks/names.py [--quick] [--json]

City names come from CLDR through Babel (`pip install babel`); nobody wrote them for us, and the
letters' distances were chosen on half of them: both halves are shown. Beside each figure stands
rapidfuzz (Jaro-Winkler) on a plain transliteration into Latin, in the same run. Cities whose
Japanese name is in kanji are left out: they have no sound without a reading.
"""

from __future__ import annotations

import argparse
import json
import time
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass

from babel import Locale
from rapidfuzz.distance import JaroWinkler

from sijill.identity.candidates import Index
from sijill.identity.matching import Band, compare_names
from sijill.identity.names import analyse
from sijill.identity.transliterate import transliterate
from sijill.register.load import load_register

LANGUAGES = ("en", "ar", "ru", "kk", "ja")
PAIRS = (("ar", "en"), ("ar", "ru"), ("en", "ru"), ("ru", "ja"), ("ar", "ja"), ("ar", "kk"))
#: Jaro-Winkler's threshold of most matchers.
JARO_WINKLER_SAME = 0.85


@dataclass
class Score:
    """Figures of one matcher on one pair of languages."""

    task: str
    matcher: str
    queries: int
    recall_at_1: float
    recall_at_1_held_out: float
    precision_same: float
    recall_same: float
    pairs_per_second: int


Judge = Callable[[str, str], tuple[float, bool]]


def by_sound(one: str, other: str) -> tuple[float, bool]:
    found = compare_names(analyse(one), analyse(other), "place")
    return found.score, found.band is Band.SAME


def by_spelling(one: str, other: str) -> tuple[float, bool]:
    score = JaroWinkler.similarity(_plain(one), _plain(other))
    return score, score >= JARO_WINKLER_SAME


_plain_by_name: dict[str, str] = {}


def _plain(name: str) -> str:
    if name not in _plain_by_name:
        _plain_by_name[name] = (transliterate(name, "en") or name).casefold()
    return _plain_by_name[name]


def cities() -> tuple[dict[str, dict[str, str]], list[str]]:
    """Give the names by language and zone, and the zones that have a sounding one in all."""
    names: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        zones = Locale.parse(language).time_zones
        names[language] = {z: shown["city"] for z, shown in zones.items() if "city" in shown}
    for zone in names["ar"]:  # CLDR names only the exceptions in English
        names["en"].setdefault(zone, zone.rsplit("/", maxsplit=1)[-1].replace("_", " "))
    shared = [
        zone
        for zone in sorted(names["ar"])
        if not zone.startswith("Etc")
        and zone in names["ja"]
        and not any("\u4e00" <= c <= "\u9fff" for c in names["ja"][zone])
    ]
    return names, shared


def is_held_out(zone: str) -> bool:
    """Say whether a city belongs to the half that nothing was chosen on."""
    return zlib.crc32(zone.encode()) % 2 == 1


def score_cities(source: str, target: str, matcher: str, judge: Judge, *, every: int) -> Score:
    names, zones = cities()
    asked = zones[::every]
    hits = {False: 0.0, True: 0.0}
    sizes = {False: 0, True: 0}
    right = wrong = 0
    before = time.process_time()
    for zone in asked:
        query = names[source][zone]
        judged = [(*judge(query, names[target][other]), other) for other in zones]
        top = max(score for score, _, _ in judged)
        best = {names[target][other] for score, _, other in judged if score == top}
        half = is_held_out(zone)
        sizes[half] += 1
        if top > 0 and names[target][zone] in best:
            hits[half] += 1 / len(best)
        for _, same, other in judged:
            if same and names[target][other] == names[target][zone]:
                right += other == zone
            elif same:
                wrong += 1
    seconds = time.process_time() - before
    return Score(
        f"cities {source}-{target}",
        matcher,
        len(asked),
        round(sum(hits.values()) / len(asked), 3),
        round(hits[True] / max(1, sizes[True]), 3),
        round(right / max(1, right + wrong), 3),
        round(right / len(asked), 3),
        round(len(asked) * len(zones) / seconds),
    )


def score_people() -> Score:
    """Compare every two spellings of one person, and of two people who come up as candidates."""
    people = {i: e for i, e in load_register().entries.items() if e.kind == "person"}
    forms: list[tuple[str, str, str | None]] = []
    for entry_id, entry in sorted(people.items()):
        reading = entry.readings[0] if entry.readings else None
        for language in LANGUAGES:
            forms.extend((entry_id, f, reading) for f in entry.names.get(language, ()))
    named = [(i, analyse(form, reading)) for i, form, reading in forms]
    named = [(i, name) for i, name in named if not name.is_silent]
    index: Index[int] = Index()
    for number, (_, name) in enumerate(named):
        index.add(number, name)
    right = wrong = missed = compared = 0
    before = time.process_time()
    for number, (entry_id, name) in enumerate(named):
        for other in index.candidates([name]):
            if other <= number or named[other][1].system is name.system:
                continue
            compared += 1
            same = compare_names(name, named[other][1]).band is Band.SAME
            if named[other][0] == entry_id:
                right += same
                missed += not same
            else:
                wrong += same
    seconds = time.process_time() - before
    recall = right / max(1, right + missed)
    return Score(
        "people of the register, across scripts",
        "sijill",
        compared,
        round(recall, 3),
        round(recall, 3),
        round(right / max(1, right + wrong), 3),
        round(recall, 3),
        round(compared / seconds),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="ask for every fifth city only")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    every = 5 if given.quick else 1
    analyse.cache_clear()
    scores = []
    for source, target in PAIRS:
        scores.append(score_cities(source, target, "sijill", by_sound, every=every))
        scores.append(score_cities(source, target, "rapidfuzz", by_spelling, every=every))
    scores.append(score_people())
    if given.json:
        print(json.dumps([asdict(s) for s in scores], ensure_ascii=False, indent=1))
        return
    print(
        f"{'task':40}{'matcher':11}{'r@1':>6}{'held':>7}{'P same':>8}{'R same':>8}{'pairs/s':>10}"
    )
    for s in scores:
        print(
            f"{s.task:40}{s.matcher:11}{s.recall_at_1:6.3f}{s.recall_at_1_held_out:7.3f}"
            f"{s.precision_same:8.3f}{s.recall_same:8.3f}{s.pairs_per_second:10,}"
        )


if __name__ == "__main__":
    main()
