"""Marked texts and Faker go in; `world/name_origins.tsv` comes out: names with their peoples.

Run by hand when the corpus or Faker has grown; the table is kept in the repository:

    pip install faker      # MIT
    python tools/make_name_origins.py corpus src/sijill/data/world/name_origins.tsv

Of the corpus those are taken whose country their text tells by a post («President of Peru»).
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import sys
import unicodedata
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from faker.providers import person  # type: ignore[import-not-found]

from sijill.documents.document import Document, Entity, MentionKind
from sijill.documents.sentences import split_sentences
from sijill.people.resolution import resolve
from sijill.reading.gold import gold_to_reading, load_gold
from sijill.register.load import load_register
from sijill.register.matcher import Matcher
from sijill.tables import open_table

#: More names of one people than this tell little more.
MOST = 250
#: Locales whose last letters are not those of the state.
STATES = {"ar_AA": "SA", "fr_DZ": "DZ", "es_CA": "ES", "fr_QC": "FR", "fr_CA": "FR", "sw": "KE"}
LANGUAGES = {"LATIN": "en", "CYRILLIC": "ru", "ARABIC": "ar"}

Row = tuple[str, str, str, str]


def _cultures() -> dict[str, str]:
    rows = open_table("world/name_cultures.tsv", ("country", "culture"))
    return {row["country"]: row["culture"] for row in rows}


def _strings(value: object) -> set[str]:
    if isinstance(value, str):
        return {value}
    if isinstance(value, (list, tuple, dict)):
        return set().union(*(_strings(item) for item in value))
    return set()


def _listed(provider: type) -> set[str]:
    found: set[str] = set()
    for attribute in dir(provider):
        if "name" in attribute and not attribute.startswith("_") and "format" not in attribute:
            found |= _strings(getattr(provider, attribute))
    return {n for n in found if "{" not in n and 1 < len(n) < 25}


def from_faker(cultures: dict[str, str]) -> list[Row]:
    """Give the names of Faker's lists, at most `MOST` of one people."""
    shared = _listed(person.Provider)
    by_culture: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for module in sorted(m.name for m in pkgutil.iter_modules(person.__path__)):
        if not re.fullmatch(r"[a-z]{2}(_[A-Z]{2})?", module) or module in ("en", "es"):
            continue
        culture = cultures.get(STATES.get(module, module[-2:]))
        provider = importlib.import_module(f"{person.__name__}.{module}").Provider
        for name in _listed(provider) - shared:
            scripts = {unicodedata.name(c, "").split()[0] for c in name if c.isalpha()}
            language = LANGUAGES.get(next(iter(scripts))) if len(scripts) == 1 else None
            if culture and language:
                by_culture[culture].add((unicodedata.normalize("NFC", name), language))
    chance = random.Random(3)
    rows = []
    for culture, names in sorted(by_culture.items()):
        kept = chance.sample(sorted(names), min(MOST, len(names)))
        rows += [(name, language, culture, "Faker") for name, language in kept]
    return rows


def _country(person_read: Entity) -> str | None:
    told = {p.body for p in person_read.posts if p.body and re.fullmatch(r"[A-Z]{2}", p.body)}
    return person_read.country if told == {person_read.country} else None


def from_corpus(corpus: Path, cultures: dict[str, str]) -> list[Row]:
    """Give the names of people of the marked texts whose country their texts tell."""
    register = load_register()
    matcher = Matcher(register)
    rows = []
    for path in sorted(corpus.glob("*/*.json")):
        gold = load_gold(path)
        text = path.with_suffix(".txt").read_text("utf-8")
        hits = {(h.start, h.end): h.entry_ids for h in matcher.find(text, gold["language"])}
        mentions = []
        for m in gold_to_reading(gold).mentions:
            ids = hits.get((m.start, m.end), ())
            known = register.entries[ids[0]] if len(ids) == 1 else None
            value = known.id if known is not None and known.kind == m.kind.value else None
            mentions.append(replace(m, entity=None, value=value))
        mentions.sort(key=lambda m: (m.start, -m.end))
        document = Document(path.stem, text, gold["language"], gold.get("published"))
        sentences = split_sentences(text, document.language)
        _, entities = resolve(document, sentences, mentions, register=register, weigh=False)
        for entity in entities:
            country = _country(entity) if entity.kind is MentionKind.PERSON else None
            if country in cultures:
                rows.append((entity.name, document.language, cultures[country], "corpus"))
    return rows


def main() -> None:
    """Write the table."""
    cultures = _cultures()
    rows = sorted({*from_corpus(Path(sys.argv[1]), cultures), *from_faker(cultures)})
    head = [
        "# Names of people and the group of states whose people bear the like (name_cultures.tsv).",
        "# Made by tools/make_name_origins.py; do not edit.",
        "name\tlanguage\tculture\tsource",
    ]
    lines = ["\t".join(row) for row in rows if "\t" not in row[0] and "\n" not in row[0]]
    Path(sys.argv[2]).write_text("\n".join([*head, *lines]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
