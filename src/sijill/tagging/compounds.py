"""The characters of a Japanese sentence go in; what the compound around each says of it comes out.

A compound is a run of characters that names are made of (太平洋経済研究所). What a name it is tells
its generic word, or what stands right before and behind it; both may stand further off than a
tagger looks.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from functools import cache
from itertools import groupby

from sijill.tagging.channels import ITSELF, Spelling
from sijill.tagging.kernels import KERNELS
from sijill.tagging.phrases import most_telling

#: The kinds of characters that a name is written with: see `characters`.
_NAMING = "ckja"
_COMPOUND = re.compile(f"[{_NAMING}]+")

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
    groups = [""] * len(text)
    for start, end, labels in words:
        groups[start:end] = [_generic(labels)] * (end - start)
    if KERNELS is not None:
        names: list[Hashable] = KERNELS.compounds(
            text, kinds, groups, _NAMING, _spell_run, _spell_sides
        )
        return names
    return _names_of(text, kinds, groups)


def _names_of(text: str, kinds: str, groups: Sequence[str]) -> list[Hashable]:
    """Give the names for each character, by the classes of the generic words that they lie in."""
    out: list[Hashable] = [None] * len(text)
    for compound in _COMPOUND.finditer(kinds):
        begin, end = compound.span()
        makeup = "".join([kind for kind, _ in groupby(compound.group())][:5])
        first, inner, last, made = _spell_run(makeup, min((end - begin) // 2, 6))
        before = f"rb={text[begin - 1]}" if begin else "rb=#"
        around = (before, f"ra={text[end : end + 2] or '#'}", made)
        names: list[_Names] = [(inner, *around)] * (end - begin)
        names[-1] = (last, *around)
        names[0] = (first, *around)
        mine = groups[begin:end]
        if any(mine):
            sides = zip(_beside(mine), reversed(_beside(mine[::-1])), strict=True)
            names = [
                (*_spell_sides(*left, *right), *run)
                for (left, right), run in zip(sides, names, strict=True)
            ]
        out[begin:end] = names
    return out


def spell_compound(names: Hashable) -> Spelling:
    """Spell what `describe_compounds` gives, which are names already."""
    return ((ITSELF, names),) if isinstance(names, tuple) else ()


@cache
def _spell_run(makeup: str, length: int) -> tuple[str, str, str, str]:
    """Spell how long a compound is for its first, inner and last characters, then its makeup.

    That is the first five kinds of characters in it, each once where several follow one another;
    the length is half of its characters, no more than 6.
    """
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
def _spell_sides(before: str, near: int, behind: str, near_behind: int) -> _Names:
    """Spell the nearest generic words on either side: their classes, and how far off they are."""
    names: list[str] = []
    if before:
        names += (f"hl={before}:", f"hld={before}::{near}")
    if behind:
        names += (f"hr={behind}:", f"hrd={behind}::{near_behind}")
    if names:
        names.append(f"hh={before}:|{behind}:")
    return tuple(names)
