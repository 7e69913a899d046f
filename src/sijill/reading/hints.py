"""Tokens go in; what the lists of cities and of people's names know of them comes out.

The lists (`gazetteer.tsv`, `name_parts.tsv`) are hints that a tagger weighs, never a reason by
themselves: half of all names of cities are also words or people's names.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import takewhile

import ahocorasick

from sijill.reading.lexicon import comparable_forms
from sijill.register.declension import CASES
from sijill.tables import open_columns, open_table
from sijill.text import fold, fold_word

_SOFT = "аяоеёыийьэую"
#: Takes the accents off letters that are taken apart.
_BARE = dict.fromkeys(range(0x300, 0x370))
#: Places of more words than this are left out.
MOST_WORDS = 4


def plain(word: str) -> str:
    """Fold a word and drop the accents of Latin letters: Zahlé and Zahle are one."""
    folded = fold_word(word)
    if folded.isascii():
        return folded
    bare = unicodedata.normalize("NFD", folded)
    if any("\u0300" <= c <= "\u036f" for c in bare) and bare[0] < "\u0250":
        return "".join(c for c in bare if not "\u0300" <= c <= "\u036f")
    return folded


@lru_cache(maxsize=16384)
def keys(word: str, language: str) -> tuple[str, ...]:
    """Give the forms under which a word of a sentence may stand in a list of names."""
    if language == "en":
        return (plain(word),) if word[:1].isupper() else ()
    if language in ("ru", "kk"):
        if not word[:1].isupper():
            return ()
        forms = list(comparable_forms(word, language))
        if language == "ru":
            folded = forms[0]
            forms = [
                folded[: len(folded) - cut]
                for cut in range(4)
                if len(folded) - cut >= 3 and folded[len(folded) - cut :] in _case_endings()
            ]
        return tuple(dict.fromkeys(_root(f) for f in forms))
    return comparable_forms(word, language)


@cache
def _case_endings() -> frozenset[str]:
    """Give what Russian cases put behind the stem of a name, nothing at all among it."""
    found = {""}
    for row in open_table("ru/declension.tsv", ("ending", *CASES)):
        for case in CASES:
            pairs = zip(row["ending"], row[case], strict=False)
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
            found.add(row[case][shared:])
    return frozenset(found)


def _root(word: str) -> str:
    """Drop the last vowel, which changes with the case: Москва, Москвы."""
    return word[:-1] if len(word) > 3 and word[-1] in _SOFT else word


def entry_form(word: str, language: str) -> str:
    """Give the form under which a word of a listed name is kept."""
    return _form_of(plain(word) if language == "en" else fold_word(word), language)


def _form_of(folded: str, language: str) -> str:
    if language in ("ru", "kk"):
        return _root(folded)
    if language == "ar" and len(folded) > 4:
        return folded.removeprefix("ال")
    return folded


def _fold_all(names: Sequence[str], language: str) -> list[str]:
    """Fold the names of a whole list at once: there are tens of thousands of them."""
    folded = fold("\n".join(names))
    if language == "en":
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFD", folded).translate(_BARE))
    return folded.split("\n")


@cache
def _places(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give the names of places by their first word, the longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    several: dict[str, set[tuple[str, ...]]] = {}
    (names,) = open_columns(f"{language}/gazetteer.tsv", ("name",))
    for name in _fold_all(names, language):
        words = name.replace("-", " - ").split()
        if len(words) == 1:
            form = _form_of(words[0], language)
            found[form] = ((form,),)
        elif len(words) <= MOST_WORDS + 1:
            entry = tuple([_form_of(word, language) for word in words])
            several.setdefault(entry[0], set()).add(entry)
    for first, entries in several.items():
        longer = sorted(entries, key=lambda e: (-len(e), e))
        found[first] = (*longer, *found.get(first, ()))
    return found


@cache
def _name_parts(language: str) -> dict[str, str]:
    names, places = open_columns(f"{language}/name_parts.tsv", ("name", "where"))
    folded = _fold_all(names, language)
    return {_form_of(name, language): where for name, where in zip(folded, places, strict=True)}


def begins_listed_place(word: str, language: str) -> bool:
    """Say whether a word as it stands, nothing cut off, begins a listed place."""
    return entry_form(word, language) in _places(language)


def hint_places(words: Sequence[str], language: str) -> list[str]:
    """Say for each token whether a known city begins (`B`) or goes on (`I`) in it, else ``."""
    out = [""] * len(words)
    places = _places(language)
    forms = [keys(w, language) for w in words]
    for index, mine in enumerate(forms):
        if out[index]:
            continue
        length = 0
        for form in mine:
            for entry in places.get(form, ()):
                if len(entry) > length and _continues(entry, forms, words, index):
                    length = len(entry)
        for step in range(length):
            out[index + step] = "I" if step else "B"
    return out


def _continues(
    entry: tuple[str, ...], forms: Sequence[tuple[str, ...]], words: Sequence[str], index: int
) -> bool:
    return index + len(entry) <= len(forms) and all(
        part in forms[index + step] or part == fold_word(words[index + step])
        for step, part in enumerate(entry)
        if step
    )


@lru_cache(maxsize=16384)
def hint_people(word: str, language: str) -> str:
    """Say where a word stands in names of people: given, family, both, or `` when not known."""
    parts = _name_parts(language)
    return next((parts[form] for form in keys(word, language) if form in parts), "")


@cache
def _japanese() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    labels: dict[str, str] = {}
    (cities,) = open_columns("ja/gazetteer.tsv", ("name",))
    labels.update((name, "city") for name in _fold_all(cities, "ja"))
    parts, places = open_columns("ja/name_parts.tsv", ("name", "where"))
    for part, where in zip(_fold_all(parts, "ja"), places, strict=True):
        if len(part) > 1:
            labels.setdefault(part, where)
    for name, label in sorted(labels.items()):
        automaton.add_word(name, (len(name), label))
    automaton.make_automaton()
    return automaton


def hint_characters(folded: str) -> list[str]:
    """Say for each character of folded Japanese text which listed name it lies in, else ``."""
    out = [""] * len(folded)
    found = [
        (last + 1 - length, last + 1, label) for last, (length, label) in _japanese().iter(folded)
    ]
    reached = 0
    for start, end, label in sorted(found, key=lambda f: (f[0], -f[1])):
        if start < reached or _cuts_kana(folded, start, end):
            continue
        for index in range(start, end):
            edge = "B" if index == start else "E" if index == end - 1 else "I"
            out[index] = f"{edge}:{label}"
        reached = end
    return out


def _cuts_kana(text: str, start: int, end: int) -> bool:
    """Say whether a name in kana is only a piece of a longer word in kana."""
    before = start and _is_kana(text[start - 1]) and _is_kana(text[start])
    after = end < len(text) and _is_kana(text[end]) and _is_kana(text[end - 1])
    return bool(before or after)


def _is_kana(character: str) -> bool:
    return "\u30a1" <= character <= "\u30fa" or character == "ー"
