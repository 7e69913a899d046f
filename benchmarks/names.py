"""How well names meet across scripts: CLDR's city names, invented people, people of the register.

    PYTHONPATH=src python benchmarks/names.py [--quick] [--json]

City names come from CLDR through Babel (`pip install babel`); nobody wrote them for us. Cities
whose Japanese name is in kanji are left out: they have no sound without a reading. The invented
people of `benchmarks/names/` come in groups that are hard to tell apart (brothers, father and son,
one tribe); a third of the groups is kept aside, and no rule was written with a look at them.

Beside each figure stand, in the same run, rapidfuzz (Jaro-Winkler on a plain transliteration into
Latin) and, where it is installed, nomenklatura (name-based).
"""

from __future__ import annotations

import argparse
import json
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from babel import Locale
from rapidfuzz.distance import JaroWinkler

from sijill.identity import phones
from sijill.identity.candidates import Index
from sijill.identity.matching import Band, compare_names
from sijill.identity.names import Name, analyse
from sijill.identity.transliterate import transliterate
from sijill.register.load import load_register
from sijill.tables import read_table

HERE = Path(__file__).parent / "names"
LANGUAGES = ("en", "ar", "ru", "kk", "ja")
PAIRS = (("ar", "en"), ("ar", "ru"), ("en", "ru"), ("ru", "ja"), ("ar", "ja"), ("ar", "kk"))
#: Jaro-Winkler's threshold of most matchers.
JARO_WINKLER_SAME = 0.85
#: nomenklatura's own.
NOMENKLATURA_SAME = 0.7


@dataclass
class Score:
    """Figures of one matcher on one task; recall at 1 is None where none is asked for."""

    task: str
    matcher: str
    pairs: int
    recall_at_1: float | None
    precision_same: float
    recall_same: float
    pairs_per_second: int


#: Two names and the kind of what they name; the likeness, and whether it is taken for the same.
Judge = Callable[[str, str, str], tuple[float, bool]]


def by_sound(one: str, other: str, kind: str) -> tuple[float, bool]:
    found = compare_names(analyse(one), analyse(other), kind)
    return found.score, found.band is Band.SAME


def by_spelling(one: str, other: str, kind: str) -> tuple[float, bool]:
    score = JaroWinkler.similarity(_plain(one), _plain(other))
    return score, score >= JARO_WINKLER_SAME


_plain_by_name: dict[str, str] = {}


def _plain(name: str) -> str:
    if name not in _plain_by_name:
        _plain_by_name[name] = (transliterate(name, "en") or name).casefold()
    return _plain_by_name[name]


def nomenklatura() -> Judge | None:
    """Give nomenklatura's name-based matcher, or None where it is not installed."""
    try:
        from followthemoney import model
        from nomenklatura.matching import get_algorithm
    except ImportError:
        return None
    algorithm = get_algorithm("name-based")
    config = algorithm.default_config()
    schema = {"person": "Person", "place": "LegalEntity"}

    def judge(one: str, other: str, kind: str) -> tuple[float, bool]:
        entities = [
            model.get_proxy({"id": i, "schema": schema[kind], "properties": {"name": [name]}})
            for i, name in enumerate((one, other))
        ]
        score = algorithm.compare(*entities, config).score
        return score, score >= NOMENKLATURA_SAME

    return judge


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


def forget_pairs() -> None:
    """Empty the caches of pairs, so that every pair measured is new; those of names stay."""
    phones.likeness.cache_clear()
    phones.word_likeness.cache_clear()


def score_cities(source: str, target: str, matcher: str, judge: Judge, *, every: int) -> Score:
    """Ask for every city in one language among all cities in another."""
    names, zones = cities()
    asked = zones[::every]
    hits = 0.0
    right = wrong = 0
    forget_pairs()
    before = time.process_time()
    for zone in asked:
        query = names[source][zone]
        judged = [(*judge(query, names[target][other], "place"), other) for other in zones]
        top = max(score for score, _, _ in judged)
        best = {names[target][other] for score, _, other in judged if score == top}
        if top > 0 and names[target][zone] in best:
            hits += 1 / len(best)
        for _, same, other in judged:
            if same and names[target][other] == names[target][zone]:
                right += other == zone
            elif same:
                wrong += 1
    seconds = time.process_time() - before
    return Score(
        f"cities {source}-{target}",
        matcher,
        len(asked) * len(zones),
        round(hits / len(asked), 3),
        round(right / max(1, right + wrong), 3),
        round(right / len(asked), 3),
        round(len(asked) * len(zones) / seconds),
    )


@dataclass(frozen=True)
class Person:
    """An invented person: the group of those hard to tell from them, and a name by language."""

    group: str
    names: dict[str, str]

    @property
    def is_kept(self) -> bool:
        """Say whether the group belongs to the third that nothing was written for."""
        return zlib.crc32(self.group.encode()) % 3 == 0


def people() -> list[Person]:
    """Read the invented people."""
    parts = {row["id"]: row for row in read_table(HERE / "parts.tsv", ("id", *LANGUAGES))}
    found = []
    for row in read_table(HERE / "people.tsv", ("id", "group", *LANGUAGES)):
        names = {}
        for language in LANGUAGES:
            spelt = [parts[part][language] for part in (row[language] or row["en"]).split()]
            joint = "・" if language == "ja" else " "
            names[language] = joint.join(word for word in spelt if word)
        found.append(Person(row["group"], names))
    return found


def pairs_of(chosen: list[Person]) -> Iterator[tuple[str, str, bool]]:
    """Give pairs of names in two languages and whether they are one person's.

    All of one person, all of one group, and of strangers one pair of languages each.
    """
    across = [(a, b) for i, a in enumerate(LANGUAGES) for b in LANGUAGES[i + 1 :]]
    for number, person in enumerate(chosen):
        for a, b in across:
            yield person.names[a], person.names[b], True
        for place, other in enumerate(chosen):
            if other is person:
                continue
            if other.group == person.group:
                for a, b in across:
                    yield person.names[a], other.names[b], False
            else:
                a, b = across[(number + place) % len(across)]
                yield person.names[a], other.names[b], False


def score_people(matcher: str, judge: Judge, *, kept: bool, every: int = 1) -> Score:
    """Compare invented people: the third that is kept aside, or the others."""
    pairs = list(pairs_of([p for p in people() if p.is_kept is kept]))[::every]
    for one, other, _ in pairs:
        analyse(one), analyse(other)
    forget_pairs()
    before = time.process_time()
    judged = [(judge(one, other, "person")[1], is_one) for one, other, is_one in pairs]
    seconds = time.process_time() - before
    right = sum(same for same, is_one in judged if is_one)
    wrong = sum(same for same, is_one in judged if not is_one)
    return Score(
        f"invented people, {'third kept aside' if kept else 'other two thirds'}",
        matcher,
        len(pairs),
        None,
        round(right / max(1, right + wrong), 4),
        round(right / max(1, sum(is_one for _, is_one in judged)), 3),
        round(len(pairs) / seconds),
    )


def register_names() -> list[tuple[str, Name]]:
    """Give every spelling of every person of the register that can be pronounced."""
    named = []
    for entry_id, entry in sorted(load_register().entries.items()):
        if entry.kind != "person":
            continue
        for language in LANGUAGES:
            for form in entry.names.get(language, ()):
                name = analyse(form, entry.reading_of(form) if language == "ja" else None)
                if not name.is_silent:
                    named.append((entry_id, name))
    return named


def score_register() -> Score:
    """Compare all spellings of one person, and of two people who come up as candidates."""
    named = register_names()
    index: Index[int] = Index()
    for number, (_, name) in enumerate(named):
        index.add(number, name)
    right = wrong = missed = compared = 0
    forget_pairs()
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
    return Score(
        "people of the register, across scripts",
        "sijill",
        compared,
        None,
        round(right / max(1, right + wrong), 4),
        round(right / max(1, right + missed), 3),
        round(compared / seconds),
    )


def main() -> None:
    """Print the figures of all matchers that are there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="ask for every fifth city only")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    every = 5 if given.quick else 1
    analyse.cache_clear()
    third = nomenklatura()
    scores = []
    for source, target in PAIRS:
        scores.append(score_cities(source, target, "sijill", by_sound, every=every))
        scores.append(score_cities(source, target, "rapidfuzz", by_spelling, every=every))
        if third is not None:
            scores.append(score_cities(source, target, "nomenklatura", third, every=20))
    for kept in (False, True):
        scores.append(score_people("sijill", by_sound, kept=kept))
        scores.append(score_people("rapidfuzz", by_spelling, kept=kept))
        if third is not None:
            scores.append(score_people("nomenklatura", third, kept=kept))
    scores.append(score_register())
    if given.json:
        print(json.dumps([asdict(s) for s in scores], ensure_ascii=False, indent=1))
        return
    print(
        f"{'task':40}{'matcher':14}{'pairs':>9}{'r@1':>7}{'P same':>8}{'R same':>8}{'pairs/s':>11}"
    )
    for s in scores:
        first = "-" if s.recall_at_1 is None else f"{s.recall_at_1:.3f}"
        print(
            f"{s.task:40}{s.matcher:14}{s.pairs:9,}{first:>7}"
            f"{s.precision_same:8.3f}{s.recall_same:8.3f}{s.pairs_per_second:11,}"
        )


if __name__ == "__main__":
    main()
