"""Two names of one text go in; whether they can be one person's comes out.

Only for names inside one text and one language: a name is told fully once, then shortly, sometimes
spelt in another way. Names across texts and writing systems are compared by `identity`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from functools import cache, lru_cache

from sijill.documents.deadline import check
from sijill.documents.lexicon import name_particles
from sijill.immutable import immutable
from sijill.languages import CASED
from sijill.register.declension import all_forms, decline
from sijill.tables import data_path, open_table
from sijill.tagging.features import stems
from sijill.text import KANJI, fold, without_vowel_signs
from sijill.word_tables import WordTable

_PARTS = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*", re.UNICODE)
_JAPANESE_PARTS = re.compile(r"[^\s・=＝゠]+")
#: How many letters of a name may be swapped for others that sound alike.
_MOST_SWAPPED = 2
#: Russian parts of so few letters are compared by their case forms.
_SHORT = 4
_ARABIC_WEAK = str.maketrans("", "", "اويءه")


@immutable
class Name:
    """A name's parts in comparable form, in the order they stand, and how many they are.

    `sounds` are those of the parts: parts that can be one name's sound the same, most others do
    not. `joined` is the sound of both parts of an Arabic name, written together.
    """

    parts: tuple[str, ...]
    language: str
    length: int = field(init=False, compare=False, repr=False)
    sounds: frozenset[str] = field(init=False, compare=False, repr=False)
    joined: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        sounds = frozenset([_sound(part, self.language) for part in self.parts])
        both = self.language == "ar" and len(self.parts) == 2
        object.__setattr__(self, "length", len(self.parts))
        object.__setattr__(self, "sounds", sounds)
        object.__setattr__(self, "joined", _sound("".join(self.parts), "ar") if both else "")


def read_name(text: str, language: str) -> Name:
    """Give a name by its parts, as other names are compared with it."""
    return Name(_parts_of(text, language), language)


@lru_cache(maxsize=8192)
def name_parts(text: str, language: str) -> tuple[str, ...]:
    """Cut a name into comparable parts; particles (bin, van, оглы) are dropped.

    In Arabic they stand before what they belong to, so that the last word is none («بن حاج»).
    """
    return _parts_of(text, language)


def _parts_of(text: str, language: str) -> tuple[str, ...]:
    if language == "ja":
        parts = [fold(p) for p in _JAPANESE_PARTS.findall(text)]
        return tuple(p for p in parts if p)
    # Signs of vowels and doubling would cut an Arabic name in two: اجّيد.
    found = _PARTS.findall(without_vowel_signs(text))
    known = _comparable(language)
    if len(found) == 1:
        return (known[found[0]][0],)
    last = len(found) if language == "ar" else 0
    told = [known[p] for p in found]
    named = [part for at, (part, drops) in enumerate(told, 1) if at == last or not drops]
    return tuple(named or [fold(p) for p in found])


@cache
def _comparable(language: str) -> WordTable[tuple[str, bool]]:
    """Give each word as a part of a name in comparable form, and whether it is a particle."""
    particles = name_particles(language)
    # An Arabic name begins behind its particle already; «كاميلو» is no «ك» with «اميلو».
    form_of = stems(language) if language != "ar" else fold

    def part(word: str) -> tuple[str, bool]:
        folded = fold(word)
        return form_of(word) if len(word) > 1 else folded, folded in particles

    return WordTable(part)


@cache
def _pairs(language: str) -> frozenset[tuple[str, str]]:
    table = f"{language}/sound_pairs.tsv"
    rows = open_table(table, ("letter", "other")) if data_path(table).exists() else []
    pairs = {(fold(row["letter"]), fold(row["other"])) for row in rows}
    return frozenset(pairs | {(b, a) for a, b in pairs})


@cache
def _units(language: str) -> re.Pattern[str]:
    """Match what writers swap as a whole, the longest first, and any other letter: «kh», «ou»."""
    longer = sorted({p[0] for p in _pairs(language) if len(p[0]) > 1}, key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, longer), "."]), re.DOTALL)


@lru_cache(maxsize=8192)
def _units_of(part: str, language: str) -> tuple[str, ...]:
    return tuple(_units(language).findall(part))


@cache
def _alike(language: str) -> dict[str, str]:
    """Give for each unit the first of those that are swapped for it, through others as well.

    Where only beginnings are compared (`_sound`), for the first letter of each.
    """
    groups: dict[str, set[str]] = {}
    for pair in _pairs(language):
        one, other = pair if language == "ar" else (unit[:1] for unit in pair)
        both = groups.get(one, {one}) | groups.get(other, {other})
        groups.update(dict.fromkeys(both, both))
    return {unit: min(group) for unit, group in groups.items()}


@lru_cache(maxsize=8192)
def _sound(part: str, language: str) -> str:
    """Give what two parts have in common if `same_part` holds them for one.

    In Arabic that is all consonants; elsewhere, where endings and initials differ, the beginning.
    """
    if language == "ja":
        return ""
    alike = _alike(language)
    units = _units_of(_skeleton(part), "ar") if language == "ar" else part[:1]
    return "".join(alike.get(unit, unit) for unit in units)


def same_part(left: str, right: str, language: str) -> bool:
    """Say whether two parts can be spellings of one name."""
    if left == right:
        return True
    if len(left) == 1 or len(right) == 1:
        # An initial; Arabic and Japanese do not use them.
        return language in CASED and left[0] == right[0]
    if language == "ar":
        left, right = _skeleton(left), _skeleton(right)
        if len(left) < 2 or len(right) < 2:
            return False
        if left == right:
            return True
    elif language == "ja":
        return left.replace("ー", "") == right.replace("ー", "")
    shorter, longer = (left, right) if len(left) < len(right) else (right, left)
    if language == "ru" and len(shorter) <= _SHORT and _is_short_form(left, right):
        return True
    if len(shorter) >= 4 and longer.startswith(shorter) and language != "ar":
        # Case endings that the stem did not reach.
        return len(longer) - len(shorter) <= 3 and language in ("ru", "kk")
    if len(shorter) < 3:
        return False
    return _is_near(_units_of(left, language), _units_of(right, language), _pairs(language))


def _is_short_form(left: str, right: str) -> bool:
    """Say whether two Russian parts that are too short for a stem are forms of one: Сок, Сока."""
    is_like = abs(len(left) - len(right)) < _SHORT
    return is_like and right.capitalize() in all_forms(left.capitalize())


@lru_cache(maxsize=8192)
def _skeleton(part: str) -> str:
    """Drop the letters that stand for vowels, of which Arabic spellings differ most."""
    part = part.removeprefix("ال")
    return part[:1].replace("ا", "") + part[1:].translate(_ARABIC_WEAK)


def _is_near(left: Sequence[str], right: Sequence[str], pairs: frozenset[tuple[str, str]]) -> bool:
    """Say whether no more than two units differ, each of them from one that writers swap it for.

    A unit more or less is another name.
    """
    if len(left) != len(right):
        return False
    swapped = 0
    for pair in zip(left, right, strict=True):
        if pair[0] != pair[1]:
            swapped += 1
            if swapped > _MOST_SWAPPED or pair not in pairs:
                return False
    return True


def compare(short: Name, long: Name) -> float:
    """Say how well a shorter name fits a longer one, 0 for not at all.

    1 is the whole name, .8 its last part (in Japanese kanji its first), .5 some other part.
    """
    check()
    if not short.parts or not long.parts:
        return 0.0
    if short.parts == long.parts:
        return 1.0
    language = short.language
    if language == "ja":
        return _compare_japanese(short, long)
    if language == "ar" and (short.joined in long.sounds or long.joined in short.sounds):
        joined = _compare_joined(short, long)
        if joined:
            return joined
    if short.length > long.length or not short.sounds <= long.sounds:
        return 0.0
    if short.length == long.length:
        same = all(same_part(a, b, language) for a, b in zip(short.parts, long.parts, strict=True))
        return 0.95 if same else 0.9 if _turned(short.parts, long.parts, language) else 0.0
    used = _fit_in_order(short.parts, long.parts, language)
    if used is None:
        return 0.0
    if used[-1] == long.length - 1:
        return 0.8
    if all(len(long.parts[at]) == 1 for at in used):
        return 0.0  # an initial alone tells nobody: «Магнус» is not «М. Лимбу»
    if short.length > 1:
        return 0.7
    return 0.55 if used[0] == 0 else 0.5


def _compare_joined(short: Name, long: Name) -> float:
    """Compare names of which one writes apart what the other writes together: مراد زاده."""
    for one, other in ((short, long), (long, short)):
        if one.length != 2 or one.joined not in other.sounds:
            continue
        if same_part("".join(one.parts), other.parts[-1], "ar"):
            return 0.8
    return 0.0


def _turned(left: Sequence[str], right: Sequence[str], language: str) -> bool:
    """Say whether two names have the same parts in another order."""
    return len(left) > 1 and sorted(left) == sorted(right)


def _fit_in_order(short: Sequence[str], long: Sequence[str], language: str) -> list[int] | None:
    """Find the parts of the longer name that the shorter one has, the last ones first."""
    used: list[int] = []
    position = len(long) - 1
    for part in reversed(short):
        while position >= 0 and not _is_spelling(part, long[position], language):
            position -= 1
        if position < 0:
            return None
        used.insert(0, position)
        position -= 1
    return used


def _is_spelling(part: str, other: str, language: str) -> bool:
    """Say what `same_part` does: of five parts one sounds the same, whose letters are compared."""
    return part == other or (
        _sound(part, language) == _sound(other, language) and same_part(part, other, language)
    )


@cache
def _kanji() -> re.Pattern[str]:
    """Match kanji, with the small signs that stand between them: «千駄ケ谷»."""
    return re.compile(f"[{KANJI}々](?:[{KANJI}々]|[ヶケ](?=[{KANJI}]))*")


def _compare_japanese(short: Name, long: Name) -> float:
    mine, theirs = "".join(short.parts), "".join(long.parts)
    if mine == theirs:
        return 1.0
    if len(mine) > len(theirs):
        return 0.0
    family = _kanji().match(theirs)
    if family and family.end() == len(theirs):
        # In kanji the family name comes first and has one to three characters.
        return 0.8 if theirs.startswith(mine) and len(mine) < len(theirs) else 0.0
    if family and long.length == 1:
        # «紫野えり»: the family name in kanji, the given name in kana.
        given = theirs[family.end() :]
        return 0.8 if mine == family.group() else 0.55 if mine == given else 0.0
    if all(any(same_part(p, q, "ja") for q in long.parts) for p in short.parts):
        return 0.8 if same_part(short.parts[-1], long.parts[-1], "ja") else 0.55
    return 0.0


def likely_letters(name: Name) -> set[str]:
    """Give letters of a Japanese name; any other that may be one with it has some of them, too.

    `compare` holds two for one where the longer begins with the shorter or, behind its family name
    in kanji, ends with it, or where parts are the same but for long vowels.
    """
    whole = "".join(name.parts)
    letters = {whole[:1], *(part.replace("ー", "") for part in (whole, *name.parts))}
    family = _kanji().match(whole) if name.length == 1 else None
    if family and family.end() < len(whole):
        letters.add(whole[family.end() :].replace("ー", ""))
    return letters


def base_form(names: Sequence[str], language: str) -> str:
    """Give the fullest of the names of one person, in Russian in the nominative; `` for none.

    Of «Маратом Сергеевым» and «Марат Сергеев» the second is the one whose case forms the other is.
    """
    longest = max(names, key=len, default="")
    if language != "ru" or len(names) < 2:
        return longest
    sizes = {n: sum(len(w) > 1 and not w.endswith(".") for w in n.split()) for n in names}
    most = max(sizes.values())
    full = [name for name, size in sizes.items() if size == most]
    if len(full) == 1:
        return full[0]
    return max(full, key=lambda name: (len({*full} & {*decline(name)}), -len(name)))
