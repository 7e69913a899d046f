"""Two words that sound alike go in; whether they begin or end as two names do comes out.

Alignments forgive a vowel, yet some are written in every script: the one a word begins with, which
Arabic gives a bearer, and the closing -a that parts Gabriela from Gabriel and نورة from نور.
"""

from __future__ import annotations

from functools import lru_cache

from sijill.text import WritingSystem, letter_system

# Letters with which a vowel begins a word in Arabic, or that may stand for one there.
_BEARERS = frozenset("اأإآءعئؤويىیەێۆه")
# Those with which a word ends that is spoken with a closing vowel.
_CLOSING_A = frozenset("اأآىةهعءویيەۆێ")
_CLOSING_T = "ةه"
_ARTICLE = "ال"
_SHORTEST_WITH_ARTICLE = 4
# Names that begin as the article does: الكسندر.
_LIKE_ARTICLE = (
    "al",
    "el",
    "il",
    "ol",
    "ul",
    "ал",
    "ел",
    "эл",
    "ил",
    "ол",
    "ул",
    "әл",
    "ア",
    "イ",
    "ウ",
    "エ",
    "オ",
)
_INITIAL_VOWELS = frozenset("aeiouáâäãåéèêëíîïóôöõøúûüıəаеёиоуыэәөүұіяюєїアイウエオ")
_OPEN = frozenset("aáâãàаәя")
_VOWELS = _INITIAL_VOWELS | frozenset("yàyjйьъ")
_H = ("h", "х", "һ")
_MEN_AND_WOMEN = frozenset(("man", "woman"))


def _is(word: str, system: WritingSystem) -> bool:
    return letter_system(word[0]) is system


@lru_cache(maxsize=200_000)
def part_at_edges(one: str, other: str, one_role: str = "", other_role: str = "") -> bool:
    """Say whether two words, in small letters, begin or end as two names.

    The roles are those of `names.Word`: no h is silent in a name on -ov.
    """
    if {one_role, other_role} <= _MEN_AND_WOMEN and _begin_apart_by_h(one, other):
        return True
    return _part(one, other) or _part(other, one)


def _begin_apart_by_h(one: str, other: str) -> bool:
    return any(
        x.startswith(_H) and y[0] in _INITIAL_VOWELS for x, y in ((one, other), (other, one))
    )


def _part(one: str, other: str) -> bool:
    if _is(other, WritingSystem.ARABIC):
        return _part_in_arabic(one, other)
    # A closing а in Cyrillic may be a case; in Latin it is the name's.
    ends_open = _is(one, WritingSystem.LATIN) and one[-1] in _OPEN
    return ends_open and _is(other, WritingSystem.CYRILLIC) and other[-1] not in _VOWELS


def _part_in_arabic(one: str, arabic: str) -> bool:
    if _is(one, WritingSystem.ARABIC):
        return False
    if len(arabic) > _SHORTEST_WITH_ARTICLE and not one.startswith(_LIKE_ARTICLE):
        arabic = arabic.removeprefix(_ARTICLE)
    if one[0] in _INITIAL_VOWELS and arabic[0] not in _BEARERS:
        return True
    if _is(one, WritingSystem.LATIN) and one[-1] in _OPEN and arabic[-1] not in _CLOSING_A:
        return True
    spelt_out = _is(one, WritingSystem.LATIN) or _is(one, WritingSystem.CYRILLIC)
    ends_closed = spelt_out and one[-1] not in _VOWELS and one[-1] not in "htтх"
    return ends_closed and arabic[-1] in _CLOSING_T
