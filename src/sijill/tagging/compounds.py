"""The characters of a Japanese sentence go in; what the compound around each says of it comes out.

A compound is a run of characters that names are made of (太平洋経済研究所). What a name it is tells
its generic word, or what stands right before and behind it; both may stand further off than a
tagger looks.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from functools import cache, lru_cache
from itertools import groupby

from sijill.tagging.channels import ITSELF, Spelling
from sijill.tagging.phrases import most_telling

#: A run of kinds of characters that a name is written with: see `characters`.
_NAMING = re.compile("[ckja]+")
#: What is longer is seldom met again, and how its kinds are spelled is not kept.
_KEPT = 40

#: A word of the tables in Japanese text: start, end, classes.
TableWord = tuple[int, int, tuple[str, ...]]
#: Class of a generic word beside a character, an empty one for none, and how far off it is.
_Beside = tuple[str, int]
#: Names of features.
_Names = tuple[str, ...]


def describe_compounds(text: str, kinds: str, words: Iterable[TableWord]) -> list[Hashable]:
    """Give for each character of a sentence the names of what its compound says of it.

    `kinds` are those of the characters, `words` those of the tables in it. None for a character
    that is in no compound.
    """
    out: list[Hashable] = [None] * len(text)
    told = [""] * len(text)
    for start, end, labels in words:
        told[start:end] = [_generic(labels)] * (end - start)
    for compound in _NAMING.finditer(kinds):
        begin, end = compound.span()
        names = _spell_run(text, begin, end, compound.group())
        groups = told[begin:end]
        if any(groups):
            sides = map(_spell_sides, _beside(groups), reversed(_beside(groups[::-1])))
            names = [(*side, *run) for side, run in zip(sides, names, strict=True)]
        out[begin:end] = names
    return out


def spell_compound(names: Hashable) -> Spelling:
    """Spell what `describe_compounds` gives, which are names already."""
    return ((ITSELF, names),) if isinstance(names, tuple) else ()


def _spell_run(text: str, begin: int, end: int, kinds: str) -> list[_Names]:
    """Spell for each character of a compound where in it that is, and what stands around it."""
    spell = _spell_kinds if len(kinds) <= _KEPT else _spell_kinds.__wrapped__
    first, inner, last, makeup = spell(kinds)
    before = f"rb={text[begin - 1]}" if begin else "rb=#"
    around = (before, f"ra={text[end : end + 2] or '#'}", makeup)
    names: list[_Names] = [(inner, *around)] * (end - begin)
    names[-1] = (last, *around)
    names[0] = (first, *around)
    return names


@lru_cache(maxsize=1024)
def _spell_kinds(kinds: str) -> tuple[str, str, str, str]:
    """Spell how long a compound is for its first, inner and last characters, and its makeup.

    That is the first kinds of characters in it, each once where several follow one another.
    """
    length = min(len(kinds) // 2, 6)
    makeup = "".join([kind for kind, _ in groupby(kinds)][:5])
    return f"rn=B{length}", f"rn=I{length}", f"rn=E{length}", f"rm={makeup}|{length}"


@cache
def _generic(labels: tuple[str, ...]) -> str:
    """Give the most telling class of a table word, or that it is of a post."""
    is_post = any(label.startswith("post=") for label in labels)
    return most_telling(labels) or ("post" if is_post else "")


def _beside(groups: Sequence[str]) -> list[_Beside]:
    """Say for each character of a compound which generic word stands nearest before it.

    `groups` are the classes of those that the characters lie in.
    """
    out: list[_Beside] = []
    found, last = "", 0
    for index, group in enumerate(groups):
        out.append((found, min((index - last - 1) // 2, 3)) if found else ("", 0))
        if group:
            found, last = group, index
    return out


@cache
def _spell_sides(before: _Beside, behind: _Beside) -> _Names:
    """Spell the nearest generic words on either side."""
    names: list[str] = []
    for side, (group, near) in (("l", before), ("r", behind)):
        if group:
            names += (f"h{side}={group}:", f"h{side}d={group}::{near}")
    if names:
        names.append(f"hh={before[0]}:|{behind[0]}:")
    return tuple(names)
