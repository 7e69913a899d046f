"""A name goes in; a spelling of it in another language's script comes out, for want of a real one.

Two steps, each by `data/world/transliteration.tsv`: into plain Latin letters, then out of them.
What comes out can be read aloud and is marked as ours wherever it is shown; it is no authority.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache

from sijill.identity.phones import plain_letters
from sijill.tables import open_table
from sijill.text import KANJI, WritingSystem, letter_system, writing_system

#: The script each language is written in.
SCRIPT_BY_LANGUAGE = {
    "ar": WritingSystem.ARABIC,
    "en": WritingSystem.LATIN,
    "ru": WritingSystem.CYRILLIC,
    "kk": WritingSystem.CYRILLIC,
    "ja": WritingSystem.JAPANESE,
}
_TABLE_BY_SYSTEM = {
    WritingSystem.ARABIC: "arabic",
    WritingSystem.CYRILLIC: "cyrillic",
    WritingSystem.JAPANESE: "kana",
}
_WORD = re.compile(r"[\w’']+")
_KANJI = re.compile(f"[{KANJI}々]")
_VOWELS = frozenset("aeiou")
_ANY_VOWELS = frozenset("اأإآىويةع") | _VOWELS
# ウ after オ and イ after エ lengthen a vowel in Japanese words.
# Arabic and kana write a doubled consonant of Latin once; Cyrillic keeps it, which is seldom wrong.
_DOUBLED = re.compile(r"([bcdfgjkpqtvwxz])\1")
_ANY_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")
_LONG = re.compile(r"ou|uu|oo")


@dataclass(frozen=True, slots=True)
class _Rules:
    any_where: dict[str, str]
    at_start: dict[str, str]
    at_end: dict[str, str]
    before_vowel: dict[str, str]
    words: dict[str, str]
    longest: int


@cache
def _rules() -> dict[tuple[str, str], _Rules]:
    made: dict[tuple[str, str], dict[str, dict[str, str]]] = {}
    columns = ("direction", "script", "letters", "spelling", "where")
    for row in open_table("world/transliteration.tsv", columns):
        places = made.setdefault((row["direction"], row["script"]), {})
        places.setdefault(row["where"], {})[row["letters"]] = row["spelling"]
    return {
        key: _Rules(
            places.get("any", {}),
            places.get("start", {}),
            places.get("end", {}),
            places.get("before_vowel", {}),
            places.get("word", {}),
            max(len(letters) for table in places.values() for letters in table),
        )
        for key, places in made.items()
    }


def transliterate(
    name: str, language: str, *, reading: str | None = None, country: str | None = None
) -> str | None:
    """Spell a name in the script of a language.

    `reading` is the kana of a name in kanji; `country` a code: names of Japan are spelt in
    Cyrillic by Polivanov's rules. Returns the name itself when it is in that script
    already, None when it cannot be pronounced (kanji without a reading) or spelt.
    """
    target = SCRIPT_BY_LANGUAGE[language]
    by_reading = bool(_KANJI.search(name))
    if by_reading:
        if target is WritingSystem.JAPANESE:
            return name
        if reading is None:
            return None
        name = _given_name_first(reading)
    source = writing_system(name)
    if source is target:
        return name
    latin = name
    if source is not WritingSystem.LATIN:
        latin = _spell(name, _TABLE_BY_SYSTEM.get(source), "to_latin", with_ends=not by_reading)
    if not latin:
        return None
    if target is WritingSystem.LATIN:
        return with_capitals(latin)
    plain = _plain_latin(latin)
    japanese = country == "JP" or by_reading
    table = "polivanov" if japanese and target is WritingSystem.CYRILLIC else None
    if target is WritingSystem.JAPANESE:
        plain = _ANY_DOUBLED.sub(r"\1", plain)
    spelt = _spell(plain, table or _TABLE_BY_SYSTEM[target], "from_latin")
    if not spelt:
        return None
    if target is WritingSystem.CYRILLIC:
        return with_capitals(spelt)
    return re.sub("[ -]", "・", spelt) if target is WritingSystem.JAPANESE else spelt


def _plain_latin(latin: str) -> str:
    """Give a Latin name in letters without marks; letters doubled for their length are one."""
    letters = _rules()["plain", "latin"].any_where
    text = "".join(letters.get(c, c) for c in plain_letters(latin))
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _DOUBLED.sub(r"\1", plain)


def _given_name_first(reading: str) -> str:
    parts = reading.split()
    return " ".join((*parts[1:], parts[0])) if len(parts) > 1 else reading


def _spell(name: str, table: str | None, direction: str, *, with_ends: bool = True) -> str:
    if table is None:
        return ""
    rules = _rules()[direction, table]
    if not with_ends:
        rules = replace(rules, at_end={})
    plain = plain_letters(name)
    if table == "kana" and direction == "to_latin":
        plain = plain.replace("・", " ").replace("＝", "-").replace("ー", "")
    spelt = _WORD.sub(lambda match: _spell_word(match.group(), rules, table), plain)
    if table == "kana" and direction == "to_latin":
        spelt = _LONG.sub(lambda match: match.group()[0], spelt)
    return " ".join(spelt.split())


def _spell_word(word: str, rules: _Rules, table: str) -> str:
    if word in rules.words:
        return rules.words[word]
    out: list[str] = []
    at = 0
    while at < len(word):
        if word[at] == "ッ" and at + 1 < len(word):  # doubles what follows
            following = rules.any_where.get(word[at + 1], "")
            out.append(following[:1])
            at += 1
            continue
        size, spelling = _longest(word, at, rules)
        out.append(spelling)
        at += size
    spelt = "".join(out)
    if table != "arabic" or not rules.before_vowel:
        return spelt  # only what comes out of Arabic lacks its short vowels
    return "-".join(_with_short_vowels(part) for part in spelt.split("-"))


def _longest(word: str, at: int, rules: _Rules) -> tuple[int, str]:
    for size in range(min(rules.longest, len(word) - at), 0, -1):
        piece = word[at : at + size]
        end = at + size
        if at == 0 and piece in rules.at_start and end < len(word):
            return size, rules.at_start[piece]
        if end == len(word) and at > 0 and piece in rules.at_end:
            return size, rules.at_end[piece]
        # A word's first semivowel, or one before a long vowel, is a consonant.
        opens = end < len(word) and (at == 0 or word[end] in _ANY_VOWELS)
        if opens and piece in rules.before_vowel:
            return size, rules.before_vowel[piece]
        if piece in rules.any_where:
            return size, rules.any_where[piece]
    return 1, "" if letter_system(word[at]) not in (None, WritingSystem.LATIN) else word[at]


_SOUND = re.compile(r"kh|sh|th|dh|gh|ch|zh|.")


def _with_short_vowels(word: str) -> str:
    """Put `a` where Arabic leaves short vowels out: at an opening cluster, and in any of three.

    A word without any vowel gets one after its first consonant.
    """
    sounds = _SOUND.findall(word)
    out: list[str] = []
    run = 0
    for position, sound in enumerate(sounds):
        is_consonant = sound.isalpha() and sound[0] not in _VOWELS
        run = run + 1 if is_consonant else 0
        opening = run == 2 and (len(out) == 1 or not any(c in _VOWELS for c in out))
        if opening or run == 3:
            out.append("a")
            run = 1
        out.append(sound)
        if position == len(sounds) - 1 and not any(c[0] in _VOWELS for c in out):
            out.insert(1, "a")
    return "".join(out)


def with_capitals(name: str) -> str:
    """Give each word and each part after a hyphen a capital, but for particles inside."""
    small = _rules()["small", "any"].words

    def capital(match: re.Match[str]) -> str:
        word = match.group()
        return word if match.start() and word in small else word[0].upper() + word[1:]

    return re.sub(r"[\w’']+", capital, name)
