"""The words of a sentence go in; what the phrase around each word says of it comes out.

A long name is told by its generic word («Nam Dinh Institute of Rice Science»), or by what stands
right before and behind it («the shipyard Kaleb said»); both may stand further off than a tagger
looks. Those of Japanese, which writes no words apart, are told by `compounds`.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from functools import cache

from sijill.documents.lexicon import forms_of, word_classes
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

#: Class of a generic word, how far off, and what lies between.
_Around = tuple[str, int, str]
#: Where in its run, how long that is, what stands before and behind it.
_Run = tuple[str, int, str, str]
_NONE: _Around = ("", 0, "")


#: The classes that any form of a word has in the table, sorted, and the most telling of them, ``
#: where none tells much.
Told = tuple[tuple[str, ...], str]


@cache
def told_words(language: str) -> WordTable[Told | None]:
    """Give the classes of each word; None for a word without any, as most are."""
    forms, table = forms_of(language), word_classes(language)

    def tell(word: str) -> Told | None:
        found = [table[form] for form in forms[word] if form in table]
        if not found:
            return None
        classes = tuple(sorted({name for names in found for name in names}))
        return classes, most_telling(classes)

    return WordTable(tell)


def most_telling(classes: Collection[str]) -> str:
    """Give the class that tells most of what a name is, `` where none does."""
    return next((c for c in _TELLING if c in classes), "") if classes else ""


def describe_phrases(words: Sequence[str], language: str) -> list[Hashable]:
    """Give for each word what `spell_phrase` spells: generic words on both sides, and its run.

    None for a word of which there is nothing to spell.
    """
    rows = enumerate(map(told_words(language).__getitem__, words))
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
        length = min(end - begin, 5)
        out[begin] = ("B", length, before, after)
        for index in range(begin + 1, end):
            out[index] = ("E" if index == end - 1 else "I", length, before, after)
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
        place, length, before, after = run
        names += (f"rn={place}{length}", f"rb={before}", f"ra={after}")
    return ((ITSELF, tuple(names)),)
