"""Two words that sound alike go in; whether they begin or end as two names do comes out.

Alignments forgive a vowel, yet some are written in every script: the one a word begins with, which
Arabic gives a bearer, and the closing -a that parts Gabriela from Gabriel and نورة from نور.
"""

from __future__ import annotations

from functools import cache, lru_cache

from sijill.tables import open_table
from sijill.text import WritingSystem, letter_system

_ARTICLE = "ال"
_SHORTEST_WITH_ARTICLE = 4
_MEN_AND_WOMEN = frozenset(("man", "woman"))


@cache
def _letters(kind: str) -> frozenset[str]:
    rows = open_table("world/name_edges.tsv", ("class", "letters"))
    return frozenset(sign for r in rows if r["class"] == kind for sign in r["letters"].split())


@cache
def _beginnings(kind: str) -> tuple[str, ...]:
    return tuple(sorted(_letters(kind)))


@cache
def _vowels() -> frozenset[str]:
    return _letters("initial") | _letters("glide")


def _is(word: str, system: WritingSystem) -> bool:
    return letter_system(word[0]) is system


@lru_cache(maxsize=65_536)
def part_at_edges(one: str, other: str, one_role: str = "", other_role: str = "") -> bool:
    """Say whether two words, in small letters, begin or end as two names.

    The roles are those of `names.Word`: no h is silent in a name on -ov.
    """
    if {one_role, other_role} <= _MEN_AND_WOMEN and _begin_apart_by_h(one, other):
        return True
    return _part(one, other) or _part(other, one)


def _begin_apart_by_h(one: str, other: str) -> bool:
    return any(
        x.startswith(_beginnings("breath")) and y[0] in _letters("initial")
        for x, y in ((one, other), (other, one))
    )


def _part(one: str, other: str) -> bool:
    if _is(other, WritingSystem.ARABIC):
        return _part_in_arabic(one, other)
    # A closing а in Cyrillic may be a case; in Latin it is the name's.
    ends_open = _is(one, WritingSystem.LATIN) and one[-1] in _letters("open")
    return ends_open and _is(other, WritingSystem.CYRILLIC) and other[-1] not in _vowels()


def _part_in_arabic(one: str, arabic: str) -> bool:
    if _is(one, WritingSystem.ARABIC):
        return False
    if len(arabic) > _SHORTEST_WITH_ARTICLE and not one.startswith(_beginnings("like_article")):
        arabic = arabic.removeprefix(_ARTICLE)
    if one[0] in _letters("initial") and arabic[0] not in _letters("bearer"):
        return True
    if (
        _is(one, WritingSystem.LATIN)
        and one[-1] in _letters("open")
        and arabic[-1] not in _letters("closing_a")
    ):
        return True
    spelt_out = _is(one, WritingSystem.LATIN) or _is(one, WritingSystem.CYRILLIC)
    is_heard = one[-1] not in _vowels() and one[-1] not in _letters("silent")
    return spelt_out and is_heard and arabic[-1] in _letters("closing_t")
