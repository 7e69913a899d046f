"""The words of a name go in; what each of them means comes out: an honorific, "south", "bin".

`data/world/name_concepts.tsv` tells which words are left out when names are compared, which are
translated rather than spelt by sound, and which join with the next one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from sijill.documents.quotation_marks import MARKS
from sijill.identity.phones import plain_letters
from sijill.languages import COLUMNS
from sijill.tables import cell_list, open_table
from sijill.text import KANJI

#: The concept of the Arabic article, which some write onto the word.
_ARTICLE = "al"
#: The concept of the words between a son's name and his father's.
SON_OF = "bin"
_BLANKS = re.compile(rf"[\s・=＝,،.{MARKS}/]+")
_HYPHENS = re.compile(r"[\-‐‑–—'’ʼ`]+")
_KANJI = re.compile(f"[{KANJI}々]")
_REGNAL = re.compile(r"(?:[0-9]+|[一二三四五六七八九十]+)世\Z")


#: Kinds of words that another writing of the same name may go without: island, company.
MAY_BE_MISSING = ("generic", "corporate", "medium")
#: Kinds of words that are taken out of a name in kanji, where nothing parts them from the rest.
_TAKEN_OUT = ("body", "topic", *MAY_BE_MISSING)


@dataclass(frozen=True, slots=True)
class Concepts:
    """The table as it is asked; forms are folded, of several possible ones the longest come first.

    `by_form` and `by_stem` give the concept of a word, whole or by how it begins. `joined` are
    words that join with the next one, `endings` those of patronymics, `suffixes` Japanese titles,
    `japanese` words taken out of names in kanji with their concepts, `articles` those in Latin and
    Cyrillic letters.
    """

    kind_by_concept: dict[str, str]
    by_form: dict[str, str]
    by_stem: tuple[tuple[str, str], ...]
    joined: frozenset[str]
    endings: tuple[str, ...]
    suffixes: tuple[str, ...]
    japanese: tuple[tuple[str, str], ...]
    articles: tuple[str, ...]


@cache
def concept_table() -> Concepts:
    """Read the table of concepts; raises TableFault where it is broken."""
    kinds: dict[str, str] = {}
    forms: dict[str, str] = {}
    by_use: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in open_table("world/name_concepts.tsv", ("concept", "kind", *COLUMNS)):
        concept, kind = row["concept"], row["kind"]
        kinds[concept] = kind
        for language in COLUMNS:
            for cell in cell_list(row[language]):
                form = plain_letters(cell.replace("_", " "))
                if concept == _ARTICLE and len(form) > 1 and form != "ال":
                    by_use["article"].append((form, concept))
                use = _use_of(form, kind, language)
                if use == "form":
                    forms.setdefault(form, concept)
                else:
                    by_use[use].append((form, concept))
    longest_first = {
        use: sorted(pairs, key=lambda pair: (-len(pair[0]), pair)) for use, pairs in by_use.items()
    }
    return Concepts(
        kinds,
        forms,
        tuple((form[:-1], concept) for form, concept in by_use["stem"]),
        frozenset(form for form, _ in by_use["joined"]),
        tuple(form.lstrip("-") for form, _ in by_use["patronymic"]),
        tuple(form for form, _ in longest_first["suffix"]),
        tuple(longest_first["kanji"]),
        tuple(form for form, _ in longest_first["article"]),
    )


def _use_of(form: str, kind: str, language: str) -> str:
    """Say which column of `Concepts` a form of a kind belongs to."""
    if kind in ("patronymic", "joined"):
        return kind
    if language == "ja" and kind == "honorific":
        return "suffix"
    if language == "ja" and kind in _TAKEN_OUT:
        return "kanji"
    return "stem" if form.endswith("*") else "form"


def concept_of(word: str) -> str | None:
    """Give the concept of a folded word; None for one that is a name."""
    table = concept_table()
    found = table.by_form.get(word) or table.by_form.get(word.removeprefix("ال"))
    if found is not None:
        return found
    for stem, concept in table.by_stem:
        if word.startswith(stem):
            return concept
    return None


def kind_of(word: str) -> tuple[str, str]:
    """Give the kind of a folded word and its concept; ("name", "") where it has none."""
    concept = concept_of(word)
    if concept is None:
        return "name", ""
    return concept_table().kind_by_concept[concept], concept


def split(plain: str) -> list[str]:
    """Split at blanks, and at hyphens inside of what is no word of the table (о-ва)."""
    words: list[str] = []
    for run in _BLANKS.split(plain):
        if run and concept_of(run):
            words.append(run)
        else:
            words.extend(part for part in _HYPHENS.split(run) if part)
    return _with_pairs(words)


def _with_pairs(words: list[str]) -> list[str]:
    """Join two words that the table knows as one: united nations, الأمم المتحدة."""
    forms = concept_table().by_form
    joined: list[str] = []
    for word in words:
        if joined and f"{joined[-1]} {word}" in forms:
            joined[-1] = f"{joined[-1]} {word}"
        else:
            joined.append(word)
    return joined


def without_common_words(text: str) -> str:
    """Give a name without the words that may be missing: city, company, website, newspaper.

    Returns an empty string when nothing is left.
    """
    table = concept_table()
    kept = []
    for word in split(plain_letters(text)):
        concept = concept_of(word)
        kind = table.kind_by_concept.get(concept or "", "name")
        if concept != "city" and kind not in ("corporate", "medium"):
            kept.append(word)
    return " ".join(kept)


def common_kinds(text: str) -> frozenset[str]:
    """Give the kinds of the translated words in a name, as the table has them: body, topic."""
    plain = plain_letters(text)
    kinds = concept_table().kind_by_concept
    found = {kind_of(word)[0] for word in split(plain)}
    if _KANJI.search(plain):
        found |= {kinds[c] for c in take_concepts(plain)[1] if c in kinds}
    return frozenset(found - {"name"})


def without_title(plain: str) -> str:
    """Take a title off the end of a Japanese name, or off its front: ローマ教皇フランシスコ."""
    for title in concept_table().suffixes:
        if plain.endswith(title) and len(plain) > len(title):
            return plain[: -len(title)].rstrip("・ ")
        rest = plain.removeprefix(title)
        if rest != plain and _KANJI.search(title) and rest and not _KANJI.match(rest):
            return rest.lstrip("・ ") or plain
    return plain


def take_regnal(plain: str) -> tuple[str, set[str]]:
    """Take "3世" off the end of a name: no script but this writes it together."""
    match = _REGNAL.search(plain)
    concept = concept_of(match.group()) if match else None
    return (plain[: match.start()], {concept}) if match and concept else (plain, set())


def take_concepts(plain: str) -> tuple[str, set[str]]:
    """Take the translated words out of a name in kanji; what is left stays in order."""
    found: set[str] = set()
    for form, concept in concept_table().japanese:
        if form in plain and _KANJI.search(form):
            plain = plain.replace(form, " ")
            found.update(concept.split("+"))
    return plain, found
