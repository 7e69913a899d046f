"""A word of a name goes in; how a system of spelling that knows only syllables reads it comes out.

Japanese is written by rule in Latin (Hepburn), Cyrillic (Polivanov) and kana, Chinese in Latin
(Pinyin) and Cyrillic (Palladius): names in these spellings agree syllable by syllable, or are two.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sijill.tables import open_table
from sijill.text import WritingSystem

_MOST_SYLLABLES = 8
_DOUBLED = re.compile(r"([bcdfghjkpqrstwyz])(?=\1)|t(?=ch)|ッ|ー|ъ|'|’")
_BEFORE_LIPS = re.compile(r"m(?=[bmp])")
_LONG_VOWELS = re.compile(r"(?<=o)[ou]|(?<=u)u|(?<=a)a(?=.)|(?<=i)i(?=.)")
_MARKED = str.maketrans("āīūēō", "aiueo")


@cache
def _japanese() -> dict[WritingSystem, dict[str, str]]:
    """Give, for each script, the syllables and what Hepburn writes for them."""
    found: dict[WritingSystem, dict[str, str]] = {
        WritingSystem.LATIN: {},
        WritingSystem.CYRILLIC: {},
        WritingSystem.JAPANESE: {},
    }
    for row in open_table("world/japanese_syllables.tsv", ("hepburn", "kana", "cyrillic")):
        found[WritingSystem.LATIN][row["hepburn"]] = row["hepburn"]
        for column, system in (
            ("kana", WritingSystem.JAPANESE),
            ("cyrillic", WritingSystem.CYRILLIC),
        ):
            for form in row[column].split():
                found[system].setdefault(form, row["hepburn"])
    return found


@lru_cache(maxsize=100_000)
def japanese_syllables(word: str, system: WritingSystem) -> str:
    """Give a word in small letters or katakana as plain Hepburn without long vowels.

    Empty where the word cannot be Japanese: it has a letter or an order that no syllable has.
    """
    table = _japanese().get(system)
    if table is None or not word:
        return ""
    plain = _BEFORE_LIPS.sub("n", _DOUBLED.sub("", word.translate(_MARKED)))
    parts = _split(plain, table)
    return _LONG_VOWELS.sub("", "".join(parts)) if parts else ""


@cache
def _skeletons() -> tuple[dict[str, str], dict[str, str]]:
    """Map letters of Arabic and of Hepburn to the classes of sounds that both tell apart."""
    rows = open_table("world/japanese_sounds.tsv", ("class", "hepburn", "arabic"))
    arabic = {letters: row["class"] for row in rows for letters in row["arabic"].split()}
    hepburn = {letters: row["class"] for row in rows for letters in row["hepburn"].split()}
    return arabic, hepburn


@lru_cache(maxsize=100_000)
def japanese_skeleton(word: str, system: WritingSystem) -> str:
    """Give the sounds of a Japanese name as Arabic letters can show them.

    `word` is plain Hepburn or a word in Arabic letters. Empty for other scripts.
    """
    arabic, hepburn = _skeletons()
    if system is WritingSystem.ARABIC:
        table = arabic
    elif system is WritingSystem.LATIN:
        table = hepburn
    else:
        return ""
    found = []
    at = 0
    while at < len(word):
        for size in (2, 1):
            letters = table.get(word[at : at + size])
            if letters is not None:
                found.append(letters)
                at += size
                break
        else:
            at += 1
    return "".join(found)


_VOWELS = re.compile(r"[AIU]*")
_CONSONANT = re.compile(r"[^AIU]")


@lru_cache(maxsize=100_000)
def skeletons_agree(one: str, arabic: str) -> bool:
    """Say whether Arabic letters can spell a Japanese name, both as `japanese_skeleton` has them.

    Consonants must be the same; of vowels those that Arabic writes must be there: تاكاشي is Takashi
    and no Takeshi. A vowel at the beginning may be the bearer of any other.
    """
    if _VOWELS.sub("", one) != _VOWELS.sub("", arabic):
        return False
    pairs = list(zip(_CONSONANT.split(one), _CONSONANT.split(arabic), strict=True))
    first, written = pairs[0]
    pairs[0] = first, written[1:]
    return all(set(letters) <= set(vowels) for vowels, letters in pairs)


@cache
def _name_endings() -> dict[str, tuple[str, ...]]:
    """Give the endings of Japanese family names and of given names."""
    found: dict[str, tuple[str, ...]] = {}
    for row in open_table("world/japanese_name_endings.tsv", ("ending", "place")):
        found[row["place"]] = (*found.get(row["place"], ()), row["ending"])
    return found


@lru_cache(maxsize=100_000)
def is_japanese_name(words: tuple[str, ...], syllables: tuple[str, ...]) -> bool:
    """Say whether two words of katakana are a Japanese family name and a given name.

    `syllables` are what `japanese_syllables` gives for them. Names from abroad have long vowels
    written as a line, or end otherwise.
    """
    if len(words) != 2 or not all(syllables) or any("ー" in word for word in words):
        return False
    ends = _name_endings()
    return any(
        family.endswith(ends["family"]) and given.endswith(ends["given"])
        for family, given in (syllables, syllables[::-1])
    )


@cache
def _chinese() -> tuple[dict[str, str], dict[str, str]]:
    """Map Pinyin to Palladius and, where several are written alike, the first one back."""
    rows = open_table("world/chinese_syllables.tsv", ("pinyin", "palladius"))
    there = {row["pinyin"]: row["palladius"] for row in rows}
    back: dict[str, str] = {}
    for pinyin, cyrillic in there.items():
        back.setdefault(cyrillic, pinyin)
    return there, back


@lru_cache(maxsize=100_000)
def other_chinese(word: str, system: WritingSystem) -> str:
    """Give a word of Pinyin in Cyrillic and one of Palladius in Latin; else an empty string."""
    there, back = _chinese()
    if system is WritingSystem.LATIN:
        parts = _split(word.replace("'", ""), there)
    elif system is WritingSystem.CYRILLIC:
        parts = _split(word, back)
    else:
        parts = []
    return "".join(parts)


def _split(word: str, table: dict[str, str]) -> list[str]:
    """Give what a table has for the syllables of a word, long ones first; empty if one is none."""
    longest = max(map(len, table))

    def from_(at: int, left: int) -> list[str] | None:
        if at == len(word):
            return []
        if not left:
            return None
        for size in range(min(longest, len(word) - at), 0, -1):
            found = table.get(word[at : at + size])
            if found is not None:
                rest = from_(at + size, left - 1)
                if rest is not None:
                    return [found, *rest]
        return None

    return from_(0, _MOST_SYLLABLES) or []
