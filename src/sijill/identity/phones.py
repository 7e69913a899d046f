"""A word in one of four scripts goes in; its phones, and how far they lie from others', come out.

A phone is one character. Small letters are sounds; capitals and rare signs are letters that stand
for several sounds (Arabic ب for b and p). Tables: `phones.tsv`, `phone_weights.tsv` and
`phone_distances.tsv` of `data/world/`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from sijill.tables import open_table
from sijill.text import WritingSystem, letter_system

#: A word's phones as numbers, ready to be aligned.
Codes = tuple[int, ...]

# Costs are kept in hundredths: whole numbers are added faster and always alike.
_SCALE = 100
_FAR = 100
_VOWELS_APART = 30


class Scripts(IntEnum):
    """Which of two names' scripts leave something unwritten: short vowels, closing r, or both."""

    FULL = 0
    BARE = 1
    KANA = 2
    BARE_AND_KANA = 3

    __hash__ = int.__hash__  # that of Enum is ten times slower, and hashed it is for every pair


#: The columns of the phone tables that hold costs, in the order of `Scripts`.
COST_COLUMNS = tuple(scripts.name.lower() for scripts in Scripts)

Grid = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Sounds:
    """The phone tables as numbers: code by phone, which are vowels.

    `weights` holds, for each value of `Scripts`, what leaving out a phone costs, `distances` what
    putting one for another costs. Both are made by tools/measure_phones.py.
    """

    code_by_phone: dict[str, int]
    weights: Grid
    is_vowel: tuple[bool, ...]
    distances: tuple[Grid, ...]


@cache
def sounds() -> Sounds:
    """Read the tables of phones; the first call takes some milliseconds."""
    rows = open_table("world/phone_weights.tsv", ("phone", "kind", *COST_COLUMNS))
    code_by_phone = {row["phone"]: number for number, row in enumerate(rows)}
    is_vowel = tuple(row["kind"] == "vowel" for row in rows)
    weights = tuple(tuple(_hundredths(row[column]) for row in rows) for column in COST_COLUMNS)
    size = len(rows)
    swaps = open_table("world/phone_distances.tsv", ("first", "second", *COST_COLUMNS))
    distances = []
    for column in COST_COLUMNS:
        grid = [[_FAR] * size for _ in range(size)]
        for a in range(size):
            for b in range(size):
                if a == b:
                    grid[a][b] = 0
                elif is_vowel[a] and is_vowel[b]:
                    grid[a][b] = _VOWELS_APART
        for row in swaps:
            a, b = code_by_phone[row["first"]], code_by_phone[row["second"]]
            grid[a][b] = grid[b][a] = _hundredths(row[column])
        distances.append(tuple(map(tuple, grid)))
    return Sounds(code_by_phone, weights, is_vowel, tuple(distances))


def _hundredths(cell: str) -> int:
    return round(float(cell) * _SCALE)


@dataclass(frozen=True, slots=True)
class _Letters:
    phones: dict[str, str]
    longest: int


@cache
def _letters() -> dict[str, _Letters]:
    by_script: dict[str, dict[str, str]] = {}
    for row in open_table("world/phones.tsv", ("script", "letters", "phones")):
        by_script.setdefault(row["script"], {})[row["letters"]] = row["phones"]
    return {script: _Letters(phones, max(map(len, phones))) for script, phones in by_script.items()}


_TABLE_BY_SYSTEM = {
    WritingSystem.ARABIC: "arabic",
    WritingSystem.CYRILLIC: "cyrillic",
    WritingSystem.LATIN: "latin",
    WritingSystem.JAPANESE: "kana",
}
_DOUBLED = re.compile(r"(.)\1+")
_CLOSING_R = re.compile(r"r(?![aeiouyAUIYE])")
_ARABIC_ARTICLE = re.compile(r"ال(?=...)")


def plain_letters(text: str) -> str:
    """Give a name in small letters of usual width, without vowel signs; katakana for hiragana.

    Marks of Latin letters are kept where the table of phones knows the letter.
    """
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    out = []
    for sign in text:
        code = ord(sign)
        if 0x3041 <= code <= 0x3096:
            out.append(chr(code + 0x60))
        elif sign == "ـ" or (unicodedata.category(sign) == "Mn" and code != 0x0306):
            continue
        else:
            out.append(sign)
    return "".join(out)


@lru_cache(maxsize=200_000)
def phones_of(word: str) -> str:
    """Give the phones of one word of one script; kanji and unknown letters give nothing.

    `word` should have come through `plain_letters`. Doubled phones are one.
    """
    system = next((s for c in word if (s := letter_system(c)) is not None), None)
    name = _TABLE_BY_SYSTEM.get(system) if system is not None else None
    if name is None:
        return ""
    table = _letters()[name]
    if system is WritingSystem.ARABIC:
        word = _ARABIC_ARTICLE.sub("", word, count=1) if word.startswith("ال") else word
    out = []
    at = 0
    while at < len(word):
        for size in range(min(table.longest, len(word) - at), 0, -1):
            found = table.phones.get(word[at : at + size])
            if found is not None:
                out.append(found)
                at += size
                break
        else:
            if system is WritingSystem.LATIN:
                bare = unicodedata.normalize("NFKD", word[at])[0]
                out.append(table.phones.get(bare, ""))
            at += 1
    phones = _DOUBLED.sub(r"\1", "".join(out))
    return phones if name == "kana" else _CLOSING_R.sub("R", phones)


def encode(phones: str) -> Codes:
    """Give the numbers of a string of phones."""
    codes = sounds().code_by_phone
    return tuple(codes[p] for p in phones)


@lru_cache(maxsize=400_000)
def weight(codes: Codes, scripts: Scripts = Scripts.FULL) -> int:
    """Give the weight of a word: what leaving out all of it would cost, in hundredths."""
    weights = sounds().weights[scripts]
    return sum(weights[c] for c in codes)


@lru_cache(maxsize=400_000)
def consonants(codes: Codes) -> int:
    """Count the consonants of a word."""
    is_vowel = sounds().is_vowel
    return sum(not is_vowel[c] for c in codes)


def distance(
    first: Codes, second: Codes, scripts: Scripts = Scripts.FULL, *, limit: int | None = None
) -> int:
    """Give the cheapest alignment of two words, in hundredths of a consonant.

    An alignment that costs more than `limit` is not followed to its end: what comes back then is
    some number above the limit.
    """
    table = sounds()
    weights = table.weights[scripts]
    distances = table.distances[scripts]
    second_weights = [weights[c] for c in second]
    row = [0]
    total = 0
    for w in second_weights:
        total += w
        row.append(total)
    for code in first:
        costs = distances[code]
        own = weights[code]
        diagonal = row[0]
        left = diagonal + own
        new = [left]
        for position, other in enumerate(second):
            up = row[position + 1]
            best = diagonal + costs[other]
            if up + own < best:  # noqa: PLR1730 -- min() takes twice the time
                best = up + own
            left += second_weights[position]
            if best < left:  # noqa: PLR1730
                left = best
            new.append(left)
            diagonal = up
        if limit is not None and min(new) > limit:
            return limit + 1
        row = new
    return row[-1]


# How fast likeness falls with the share of the weight that is wrong, for each value of `Scripts`:
# chosen so that 0.7 is as sure in all of them (tools/measure_phones.py names the data).
_STEEPNESS = (1.55, 1.9, 1.9, 2.3)


# One consonant that is wrong is wrong in a long word of a person's name too: such a word of more
# weight counts as this much.
_LONG_WORD = 480


@lru_cache(maxsize=500_000)
def likeness(first: Codes, second: Codes, scripts: Scripts = Scripts.FULL) -> float:
    """Give how alike two names sound: 1 alike, 0 nothing in common."""
    one, other = sound_of(first), sound_of(second)
    heavy = max(one.weights[scripts], other.weights[scripts])
    return _likeness(one, other, scripts, heavy, 1.0)


class Sound:
    """The phones of a word and what its alignments need of it alone, counted once.

    `weights` holds its weight for each value of `Scripts`. There is one Sound of a word: see
    `sound_of`.
    """

    __slots__ = ("_least", "codes", "weights")

    def __init__(self, codes: Codes) -> None:
        self.codes = codes
        self.weights = tuple(sum(row[c] for c in codes) for row in sounds().weights)
        self._least: list[tuple[int, ...] | None] = [None] * len(Scripts)

    def least(self, scripts: Scripts) -> tuple[int, ...]:
        """Give what every phone costs at least beside this word."""
        found = self._least[scripts]
        if found is None:
            table = sounds()
            row, grid = table.weights[scripts], table.distances[scripts]
            present = frozenset(self.codes)
            found = tuple(
                0 if code in present else min([row[code], *[grid[code][c] for c in present]])
                for code in range(len(row))
            )
            self._least[scripts] = found
        return found


@lru_cache(maxsize=200_000)
def sound_of(codes: Codes) -> Sound:
    """Give the Sound of a word's phones, always the same one."""
    return Sound(codes)


# Likenesses below this are not followed to their end: both words contradict each other anyway.
_ALIKE_AT_ALL = 0.25


@lru_cache(maxsize=500_000)
def word_likeness(first: Sound, second: Sound, scripts: Scripts = Scripts.FULL) -> float:
    """Give how alike two words of people's names sound: 1 alike, 0 too little in common."""
    one, other = first.weights[scripts], second.weights[scripts]
    heavy = min(max(one, other), _LONG_WORD)
    return _likeness(first, second, scripts, heavy, 1.0 - _ALIKE_AT_ALL)


def _likeness(first: Sound, second: Sound, scripts: Scripts, heavy: int, share: float) -> float:
    if first is second:
        return 1.0 if first.codes else 0.0
    steepness = _STEEPNESS[scripts]
    limit = int(share * heavy / steepness)
    # Where each phone at its best is too much already, there is no need to align.
    if sum(map(second.least(scripts).__getitem__, first.codes)) > limit:
        return 0.0
    if sum(map(first.least(scripts).__getitem__, second.codes)) > limit:
        return 0.0
    cost = distance(first.codes, second.codes, scripts, limit=limit)
    return 0.0 if cost > limit else max(0.0, 1.0 - steepness * cost / heavy)
