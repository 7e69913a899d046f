"""The words of a sentence go in; what the phrase around each word says of it comes out.

A long name is told by its generic word («Nam Dinh Institute of Rice Science», 太平洋経済研究所), or
by what stands right before and behind it («the shipyard Kaleb said»); both may stand further off
than a tagger looks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby

from sijill.documents.lexicon import comparable_forms, word_classes
from sijill.languages import CASED
from sijill.tagging.channels import ITSELF, Spelling
from sijill.text import fold_word
from sijill.word_tables import WordTable

#: Classes of `words.tsv` that tell what a name is, the most telling first.
_TELLING = ("mission", "legal_form", "press", "firm", "organisation", "place", "work")
#: How many words off a generic word may stand, and how long a run is followed.
_FURTHEST, _LONGEST = 7, 12
_STOPS = frozenset(".,،;؛:!?؟()[]/–—…")
_QUOTES = frozenset("«»“”„\"'‘’")
#: A run of kinds of Japanese characters that a name is written with: see `characters`.
_NAMING = re.compile("[ckja]+")

#: A word of the tables in Japanese text: start, end, classes.
TableWord = tuple[int, int, tuple[str, ...]]
#: Class of a generic word, how far off, and what lies between.
_Around = tuple[str, int, str]
#: Where in its run, how long that is, what stands before and behind it, kinds of its characters.
_Run = tuple[str, int, str, str, str]
_NONE: _Around = ("", 0, "")


def classes_of(word: str, language: str) -> tuple[str, ...]:
    """Give the classes that any form of a word has in the table, sorted."""
    told = _told(language)[word]
    return told[0] if told else ()


@cache
def _told(language: str) -> WordTable[tuple[tuple[str, ...], str] | None]:
    """Give the classes of each word with the most telling of them, `` for none that tells much.

    None for a word without classes, as most are.
    """
    return WordTable(lambda word: _told_of(word, language))


def _told_of(word: str, language: str) -> tuple[tuple[str, ...], str] | None:
    table = word_classes(language)
    found = [table[form] for form in comparable_forms(word, language) if form in table]
    if not found:
        return None
    classes = tuple(sorted({name for names in found for name in names}))
    return classes, _most_telling(classes)


def _most_telling(classes: Collection[str]) -> str:
    return next((c for c in _TELLING if c in classes), "") if classes else ""


def describe_phrases(words: Sequence[str], language: str) -> list[Hashable]:
    """Give for each word what `spell_phrase` spells: generic words on both sides, and its run.

    None for a word of which there is nothing to spell.
    """
    rows = enumerate(map(_told(language).__getitem__, words))
    generic = {place: row[1] for place, row in rows if row and row[1]}
    left, right = _nearest(words, generic, 1), _nearest(words, generic, -1)
    runs = _runs(words) if language in CASED else [None] * len(words)
    return [
        None if run is None and before is _NONE and behind is _NONE else (before, behind, run)
        for before, behind, run in zip(left, right, runs, strict=True)
    ]


def _nearest(words: Sequence[str], generic: Mapping[int, str], step: int) -> list[_Around]:
    """Say for each word which generic word stands nearest before it in the phrase.

    With a `step` of -1 behind it; `generic` are the classes of generic words by their places. Gives
    its class, how far off it is, and what lies between: `c` only capitals and figures, `m` also
    small words, with `q` when a quotation mark is among them.
    """
    out = [_NONE] * len(words)
    edge = len(words) if step > 0 else -1
    for place, group in generic.items():
        way, mark = "c", ""
        for distance, at in enumerate(range(place + step, edge, step), 1):
            out[at] = (group, min((distance + 1) // 2, 3), way + mark)
            first = words[at][0]
            if at in generic or first in _STOPS or distance == _FURTHEST:
                break
            if first in _QUOTES:
                mark = "q"
            elif not (first.isupper() or first.isdigit()):
                way = "m"
    return out


def _runs(words: Sequence[str]) -> list[_Run | None]:
    """Say for each capitalised word how long its run of capitals is and what stands around it."""
    out: list[_Run | None] = [None] * len(words)
    end = 0
    for begin in [place for place, word in enumerate(words) if word[0].isupper()]:
        if begin < end:
            continue
        end = begin + 1
        while end < len(words) and end - begin < _LONGEST and words[end][0].isupper():
            end += 1
        before = fold_word(words[begin - 1]) if begin else "#"
        after = fold_word(words[end]) if end < len(words) else "#"
        for index in range(begin, end):
            place = "B" if index == begin else "E" if index == end - 1 else "I"
            out[index] = (place, min(end - begin, 5), before, after, "")
    return out


def describe_compounds(text: str, kinds: str, words: Iterable[TableWord]) -> list[Hashable]:
    """Give for each character of a Japanese sentence what `spell_phrase` spells.

    `kinds` are those of the characters, `words` those of the tables in it; a compound is a run of
    characters that names are made of.
    """
    out: list[Hashable] = [None] * len(text)
    told = [""] * len(text)
    for start, end, labels in words:
        told[start:end] = [_generic(labels)] * (end - start)
    for compound in _NAMING.finditer(kinds):
        begin, end = compound.span()
        mine = told[begin:end]
        left, right = _beside(mine), _beside(mine[::-1])[::-1]
        around = (
            min((end - begin) // 2, 6),
            text[begin - 1] if begin else "#",
            text[end : end + 2] or "#",
            _makeup(compound.group()),
        )
        runs: list[_Run] = [("I", *around)] * (end - begin)
        runs[-1] = ("E", *around)
        runs[0] = ("B", *around)
        out[begin:end] = zip(left, right, runs, strict=True)
    return out


@cache
def _generic(labels: tuple[str, ...]) -> str:
    """Give the most telling class of a Japanese table word, or that it is of a post."""
    is_post = any(label.startswith("post=") for label in labels)
    return _most_telling(labels) or ("post" if is_post else "")


def _makeup(kinds: str) -> str:
    """Give the first kinds of a run of signs, each once where several follow one another."""
    if kinds == kinds[0] * len(kinds):
        return kinds[0]
    return "".join([kind for kind, _ in groupby(kinds)][:5])


def _beside(told: Sequence[str]) -> list[_Around]:
    """Say for each character of a compound which table word stands nearest before it."""
    out: list[_Around] = []
    if not any(told):
        return [_NONE] * len(told)
    found, distance = "", 0
    for index, group in enumerate(told):
        out.append((found, min(distance // 2, 3), "") if found else _NONE)
        if group:
            found, distance = group, 0
        elif index:
            distance += 1
    return out


def spell_phrase(value: Hashable) -> Spelling:
    """Spell the nearest generic words on either side, and the run."""
    if not isinstance(value, tuple):
        return ()
    left, right, run = value
    names: list[str] = []
    for side, (group, near, way) in (("l", left), ("r", right)):
        if group:
            names += (f"h{side}={group}:{way}", f"h{side}d={group}:{way}:{near}")
    if left[0] or right[0]:
        names.append(f"hh={left[0]}:{left[2]}|{right[0]}:{right[2]}")
    if run is not None:
        place, length, before, after, makeup = run
        names += (f"rn={place}{length}", f"rb={before}", f"ra={after}")
        if makeup:
            names.append(f"rm={makeup}|{length}")
    return ((ITSELF, tuple(names)),)
