"""The name of a language goes in; the small words that tell the subject of a clause come out.

They stand in `data/<language>/subject_signs.tsv`; forms of verbs and titles also tell the gender of
whom they stand beside, and so do given names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from sijill.tables import open_table
from sijill.text import fold


@dataclass(frozen=True, slots=True)
class Signs:
    """The small words of one language, folded; verb forms by whole word, beginning and ending."""

    words: dict[str, frozenset[str]]
    verb_forms: tuple[tuple[str, str], ...]

    def has(self, sign: str, word: str) -> bool:
        """Say whether a folded word is a sign of a kind."""
        return word in self.words.get(sign, frozenset())

    def endings(self, sign: str) -> tuple[str, ...]:
        """Give the signs of a kind as endings of words."""
        return tuple(sorted(self.words.get(sign, ())))


@cache
def signs(language: str) -> Signs:
    """Give the signs of a language."""
    words: dict[str, set[str]] = {}
    forms: list[tuple[str, str]] = []
    for row in open_table(f"{language}/subject_signs.tsv", ("word", "sign")):
        word, sign = row["word"], row["sign"]
        if sign.startswith("verb_"):
            forms.append((sign[5:], fold(word)))
        else:
            words.setdefault(sign, set()).add(fold(word))
    # Whole words come before endings, longer ones before shorter, endings before beginnings.
    forms.sort(key=lambda f: ("-" in f[1], f[1].endswith("-"), -len(f[1]), f[1]))
    return Signs({sign: frozenset(found) for sign, found in words.items()}, tuple(forms))


@lru_cache(maxsize=8192)
def verb_gender(word: str, language: str) -> str | None:
    """Tell what a verb's form says of its subject: `f`, `m`, `many`, or None for nothing."""
    folded = fold(word)
    for gender, form in signs(language).verb_forms:
        if form.startswith("-"):
            fits = len(folded) > len(form) and folded.endswith(form[1:])
        elif form.endswith("-"):
            fits = len(folded) > len(form) and folded.startswith(form[:-1])
        else:
            fits = folded == form
        if fits:
            return None if gender == "any" else gender
    return "m" if language == "ar" else None


@lru_cache(maxsize=8192)
def title_gender(word: str, language: str) -> str | None:
    """Tell what a title says of whom it stands beside: `f`, `m`, or None for no title."""
    folded = fold(word)
    for gender in ("f", "m"):
        for title in signs(language).words.get(f"title_{gender}", ()):
            if folded == title or (title[-1] == "*" and folded.startswith(title[:-1])):
                return gender
    return None


@cache
def given_names_of_women() -> frozenset[str]:
    """Give the given names that only women bear, in Latin letters."""
    rows = open_table("world/given_names.tsv", ("name", "gender"))
    return frozenset(row["name"] for row in rows if row["gender"] == "f")
