"""The words of a name or post go in; what they say of time, rank and nationality comes out.

Tables: `post_modifiers.tsv` (deputy, former, acting, …) and `demonyms.tsv` (Finnish, японский).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from sijill.reading.lexicon import comparable_forms, word_classes
from sijill.reading.tokens import find_words, tokenize
from sijill.tables import open_table
from sijill.text import fold_word

#: Effects of Japanese words that need not open a post.
_ANYWHERE = frozenset(("acting", "counterpart", "leader", "head", "scholar"))


@cache
def modifiers(language: str) -> tuple[tuple[str, bool, str], ...]:
    """Give the rows of `post_modifiers.tsv`: the folded word, whether it is open, its effect."""
    rows = open_table(f"{language}/post_modifiers.tsv", ("word", "effect"))
    return tuple(
        (fold_word(r["word"].rstrip("*")), r["word"].endswith("*"), r["effect"]) for r in rows
    )


@cache
def _demonyms(language: str) -> dict[str, tuple[tuple[tuple[str, ...], bool, str], ...]]:
    """Nationality words by the first two letters of their first word."""
    found: dict[str, list[tuple[tuple[str, ...], bool, str]]] = {}
    for row in open_table(f"{language}/demonyms.tsv", ("word", "code")):
        words = tuple(fold_word(row["word"].rstrip("*")).split())
        entry = (words, row["word"].endswith("*"), row["code"])
        found.setdefault(words[0][:2], []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


def effects_of(words: Sequence[str], language: str) -> set[str]:
    """Give the effects of the words that change a post: deputy, former, acting, …"""
    found: set[str] = set()
    if language == "ja":
        text = "".join(words)
        for stem, _, effect in modifiers("ja"):
            if effect == "deputy":
                continue  # 副 is part of the words of posts themselves
            if text.startswith(stem) or (effect in _ANYWHERE and stem in text):
                found.add(effect)
        return found
    for word in words:
        found.update(_effects_of_word(word, language))
    return found


@lru_cache(maxsize=16384)
def _effects_of_word(word: str, language: str) -> frozenset[str]:
    forms = comparable_forms(word.rstrip(".") or word, language)
    return frozenset(
        effect
        for stem, is_open, effect in modifiers(language)
        if stem in forms or (is_open and any(f.startswith(stem) for f in forms))
    )


@cache
def joint_words(language: str) -> frozenset[str]:
    """Give the words that join two things told side by side: and, with."""
    return words_with("and", language) | words_with("with", language)


@lru_cache(maxsize=4096)
def has_joint_word(gap: str, language: str) -> bool:
    """Say whether a word such as «and» stands in a gap."""
    joint = joint_words(language)
    return len(gap) <= 80 and any(t.folded in joint for t in tokenize(gap, language))


@lru_cache(maxsize=4096)
def is_joint(gap: str, language: str) -> bool:
    """Say whether what stands between two people only joins them: a comma, «and», honorifics."""
    joint = joint_words(language)
    classes = word_classes(language)
    tokens = tokenize(gap, language)
    return all(
        (not t.text[0].isalnum() and t.text not in ".!?؟。;؛:")
        or t.folded in joint
        or "honorific" in classes.get(t.folded, ())
        for t in tokens
    )


def country_of_words(words: Sequence[str], language: str) -> str | None:
    """Give the ISO code that a nationality word among these words tells, or None."""
    table = _demonyms(language)
    forms = [_demonym_forms(w, language) for w in words]
    for index, mine in enumerate(forms):
        for key in sorted({form[:2] for form in mine}):
            for parts, is_open, code in table.get(key, ()):
                if _stands_at(parts, is_open, forms, index):
                    return code
    return None


def _stands_at(
    parts: tuple[str, ...], is_open: bool, forms: Sequence[tuple[str, ...]], index: int
) -> bool:
    if index + len(parts) > len(forms):
        return False
    last = len(parts) - 1
    return all(
        _begins(forms[index + step], part, is_open and step == last)
        for step, part in enumerate(parts)
    )


def _begins(forms: Sequence[str], part: str, is_open: bool) -> bool:
    return part in forms or (is_open and any(f.startswith(part) for f in forms))


@lru_cache(maxsize=16384)
def _demonym_forms(word: str, language: str) -> tuple[str, ...]:
    forms = list(comparable_forms(word, language))
    if language == "ar":
        forms.extend(f[:-1] for f in tuple(forms) if f.endswith("يه"))
    return tuple(forms)


@lru_cache(maxsize=16384)
def country_of_word(word: str, language: str) -> str | None:
    """Give the ISO code that one word tells as a nationality, or None."""
    return country_of_words((word,), language)


def is_demonym(word: str, language: str) -> bool:
    """Say whether one word tells a nationality."""
    return country_of_word(word, language) is not None


@lru_cache(maxsize=2)
def nationality_words(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """Give every word of a text that tells a nationality: start, end, ISO code."""
    return tuple(
        (word.start(), word.end(), country)
        for word in find_words(text, language)
        if (country := country_of_word(word.group(), language))
    )


@cache
def words_with(effect: str, language: str) -> frozenset[str]:
    """Give the folded words of `post_modifiers.tsv` that have an effect."""
    return frozenset(stem for stem, _, found in modifiers(language) if found == effect)
