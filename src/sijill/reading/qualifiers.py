"""The words of a name or post go in; what they say of time, rank and nationality comes out.

Tables: `post_modifiers.tsv` (deputy, former, acting, …) and `demonyms.tsv` (Finnish, японский).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from sijill.reading.lexicon import comparable_forms
from sijill.tables import open_table
from sijill.text import fold


@cache
def modifiers(language: str) -> tuple[tuple[str, bool, str], ...]:
    """Give the rows of `post_modifiers.tsv`: the folded word, whether it is open, its effect."""
    rows = open_table(f"{language}/post_modifiers.tsv", ("word", "effect"))
    return tuple((fold(r["word"].rstrip("*")), r["word"].endswith("*"), r["effect"]) for r in rows)


@cache
def _demonyms(language: str) -> tuple[tuple[tuple[str, ...], bool, str], ...]:
    rows = open_table(f"{language}/demonyms.tsv", ("word", "code"))
    return tuple(
        (tuple(fold(r["word"].rstrip("*")).split()), r["word"].endswith("*"), r["code"])
        for r in rows
    )


def effects_of(words: Sequence[str], language: str) -> set[str]:
    """Give the effects of the words that change a post: deputy, former, acting, …"""
    found: set[str] = set()
    if language == "ja":
        text = "".join(words)
        for stem, _, effect in modifiers("ja"):
            if effect == "deputy":
                continue  # 副 is part of the words of posts themselves
            if text.startswith(stem) or (effect in ("acting", "counterpart") and stem in text):
                found.add(effect)
        return found
    for word in words:
        forms = comparable_forms(word, language)
        for stem, is_open, effect in modifiers(language):
            if any(f == stem or (is_open and f.startswith(stem)) for f in forms):
                found.add(effect)
    return found


def country_of_words(words: Sequence[str], language: str) -> str | None:
    """Give the ISO code that a nationality word among these words tells, or None."""
    forms = [_demonym_forms(w, language) for w in words]
    for index, mine in enumerate(forms):
        for parts, is_open, code in _demonyms(language):
            if index + len(parts) > len(forms):
                continue
            if not _begins(mine, parts[0], is_open and len(parts) == 1):
                continue
            if all(
                _begins(forms[index + step], part, is_open and step == len(parts) - 1)
                for step, part in enumerate(parts)
                if step
            ):
                return code
    return None


def _begins(forms: Sequence[str], part: str, is_open: bool) -> bool:
    return any(f == part or (is_open and f.startswith(part)) for f in forms)


def _demonym_forms(word: str, language: str) -> tuple[str, ...]:
    forms = list(comparable_forms(word, language))
    if language == "ar":
        forms.extend(f[:-1] for f in tuple(forms) if f.endswith("يه"))
    return tuple(forms)


@lru_cache(maxsize=65536)
def is_demonym(word: str, language: str) -> bool:
    """Say whether one word tells a nationality."""
    return country_of_words((word,), language) is not None


@cache
def words_with(effect: str, language: str) -> frozenset[str]:
    """Give the folded words of `post_modifiers.tsv` that have an effect."""
    return frozenset(stem for stem, _, found in modifiers(language) if found == effect)
