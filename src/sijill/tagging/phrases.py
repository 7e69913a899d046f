"""The words of a text go in; what the phrase around each word says of it comes out.

A long name is told by its generic word («Nam Dinh Institute of Rice Science»), or by what stands
right before and behind it («the shipyard Kaleb said»); both may stand further off than a tagger
looks. Those of Japanese, which writes no words apart, are told by `compounds`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Sequence
from functools import cache
from itertools import product
from operator import itemgetter

from sijill.documents.lexicon import forms_of, word_classes
from sijill.languages import CASED
from sijill.tagging.channels import ITSELF, Spelling
from sijill.tagging.kernels import KERNELS
from sijill.word_tables import WordTable

#: Classes of `words.tsv` that tell what a name is, the most telling first.
_TELLING = ("mission", "legal_form", "press", "firm", "organisation", "place", "work")
#: The signs of their kinds.
_CLASSES = dict(zip("abcdefg", _TELLING, strict=True))
_SIGNS = {group: sign for sign, group in _CLASSES.items()}
_STOPS = frozenset(".,،;؛:!?؟()[]/–—…")
_QUOTES = frozenset("«»“”„\"'‘’")

#: A generic word by its kind, and up to the next one or what ends the phrase as many kinds behind
#: it as are told.
_GENERIC = re.compile("(?=([a-gA-G][X9xq]{0,6}[^ ]?)).")
#: A run of capitals, which is followed so long.
_CAPITALS = re.compile("[A-GX]{1,12}")

#: Class of a generic word, how far off, and what lies between: `c` only capitals and figures, `m`
#: also small words, with `q` when a quotation mark is among them.
_Around = tuple[str, int, str]
#: Where in its run, how long that is, what stands before and behind it; nothing for no run.
_Run = tuple[str, int, str, str] | tuple[()]
_WAYS = ("c", "cq", "m", "mq")
_kind_of = itemgetter(0)
#: All that may be told of generic words, and last that there is none. Words are told its numbers,
#: which the kernels know, too: they are looked up a thousand times in a text.
_AROUND: tuple[_Around, ...] = (*product(_TELLING, (1, 2, 3), _WAYS), ("", 0, ""))
_NUMBER_OF = {around: number for number, around in enumerate(_AROUND)}
_ALONE = len(_AROUND) - 1


@cache
def told_words(language: str) -> WordTable[tuple[str, tuple[str, ...]]]:
    """Give for each word its kind in a phrase, and the classes its forms have, sorted.

    A kind is one sign: that of a generic word's class, `a` to `g`, or what `_kind` says; `A` to
    `G` and `X` are words with a capital.
    """
    forms, table = forms_of(language), word_classes(language)
    has_none = table.keys().isdisjoint
    plain: WordTable[tuple[str, tuple[str, ...]]] = WordTable(lambda first: (_kind(first), ()))

    def tell(word: str) -> tuple[str, tuple[str, ...]]:
        if has_none(forms[word]):  # most words
            return plain[word[:1]]
        found = {name for form in forms[word] for name in table.get(form, ())}
        kind, classes = _kind(word[:1]), tuple(sorted(found))
        generic = _SIGNS.get(most_telling(classes), kind)
        return generic.upper() if kind == "X" else generic, classes

    return WordTable(tell)


def _kind(first: str) -> str:
    """Give the kind of a word that is not generic, by its first sign.

    `X` has a capital, `9` is a figure, `q` a quotation mark, `.` ends a phrase, `x` are all others;
    a blank is what has no sign, which stands beyond the edge of a sentence.
    """
    if not first:
        return " "
    if first in _STOPS:
        return "."
    if first in _QUOTES:
        return "q"
    return "X" if first.isupper() else "9" if first.isdigit() else "x"


def most_telling(classes: Collection[str]) -> str:
    """Give the class that tells most of what a name is, `` where none does."""
    return next((c for c in _TELLING if c in classes), "") if classes else ""


def describe_phrases(
    words: Sequence[str], folded: Sequence[str | None], language: str
) -> list[Hashable]:
    """Give for each word what `spell_phrase` spells: generic words on both sides, and its run.

    Of generic words there are the numbers in `_AROUND`, in front of what is told of the run. None
    for a word of which there is nothing to spell. Between sentences stand words of no letter,
    which are folded to None.
    """
    kinds = "".join(map(_kind_of, map(told_words(language).__getitem__, words)))
    has_runs = language in CASED
    if KERNELS is not None:
        told: list[Hashable] = KERNELS.phrases(kinds, folded if has_runs else None)
        return told
    before, behind = _nearest(kinds), _nearest(kinds[::-1])[::-1]
    runs = _runs(kinds, folded) if has_runs else [()] * len(kinds)
    rows = zip(before, behind, runs, strict=True)
    return [
        None if (left, right, run) == (_ALONE, _ALONE, ()) else (left, right, *run)
        for left, right, run in rows
    ]


def _nearest(kinds: str) -> list[int]:
    """Say for each word which generic word stands nearest before it in the phrase."""
    out = [_ALONE] * len(kinds)
    for generic in _GENERIC.finditer(kinds):
        stretch, begin = generic[1], generic.start()
        for place in range(1, len(stretch)):
            between = stretch[1:place]
            way = ("m" if "x" in between else "c") + "q" * ("q" in between)
            near = min((place + 1) // 2, 3)
            out[begin + place] = _NUMBER_OF[_CLASSES[stretch[0].lower()], near, way]
    return out


def _runs(kinds: str, folded: Sequence[str | None]) -> list[_Run]:
    """Say for each capitalised word how long its run of capitals is and what stands around it."""
    out: list[_Run] = [()] * len(kinds)
    around = ["#" if word is None else word for word in (None, *folded, None)]
    for run in _CAPITALS.finditer(kinds):
        begin, end = run.span()
        before, after = around[begin], around[end + 1]
        for index in range(begin, end):
            place = "B" if index == begin else "E" if index == end - 1 else "I"
            out[index] = (place, min(end - begin, 5), before, after)
    return out


def spell_phrase(value: Hashable) -> Spelling:
    """Spell the nearest generic words on either side, and the run."""
    if not isinstance(value, tuple):
        return ()
    left, right, *run = value
    names = _spell_sides(left, right)
    if run:
        place, length, before, after = run
        names = (*names, f"rn={place}{length}", f"rb={before}", f"ra={after}")
    return ((ITSELF, names),)


@cache
def _spell_sides(before: int, behind: int) -> tuple[str, ...]:
    """Spell the generic words on either side, by their numbers in `_AROUND`."""
    left, right = _AROUND[before], _AROUND[behind]
    names: list[str] = []
    for side, (group, near, way) in (("l", left), ("r", right)):
        if group:
            names += (f"h{side}={group}:{way}", f"h{side}d={group}:{way}:{near}")
    if left[0] or right[0]:
        names.append(f"hh={left[0]}:{left[2]}|{right[0]}:{right[2]}")
    return tuple(names)
