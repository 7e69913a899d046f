"""A first reading of a document goes in; hints for a second reading come out.

A name is told fully once and shortly later; what the first reading took for a person in one
sentence is a hint for the same word elsewhere. The second tagger also sees what the first one
thought of every kind, so that a post knows of the place inside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from functools import cache
from typing import cast

from sijill.documents.document import ORGANISATION, PERSON, PLACE, POST, MentionKind
from sijill.tagging.channels import ITSELF, Channel, Described, Spelling
from sijill.tagging.features import stems
from sijill.tagging.labels import decode
from sijill.tagging.weights import KINDS

#: Kinds whose names come again in other sentences.
_NAMED = (PERSON, POST, ORGANISATION, PLACE)
#: The labels of a unit that no reading put into a name.
_OUTSIDE = ("O",) * len(KINDS)
_SHORT = {kind: kind.value[:2] for kind in KINDS}
#: A mark of a character has three bits for each kind: a name begins, goes on, or ends there.
_BEGINNINGS = tuple([1 << 3 * number for number in range(len(_NAMED))])
_NAME_JOINTS = re.compile("[・=＝゠ \u3000]")
_BESIDE = range(-1, 2)

#: For each kind one label for each unit of the document.
Labelling = Mapping[MentionKind, Sequence[str]]


def hint_channels(language: str) -> tuple[Channel, Channel]:
    """Give the channels that the second reading sees besides those of the first."""
    reach = _BESIDE if language == "ja" else range(-2, 3)
    return (
        Channel(reach[0], reach[-1], lambda labels: _spell_labels(labels, reach)),
        Channel(-1, 1, lambda agreed: ((_BESIDE, tuple(f"A={a}" for a in _items(agreed))),)),
    )


def _items(value: Hashable) -> tuple[Hashable, ...]:
    return value if isinstance(value, tuple) else ()


def _spell_labels(labels: Hashable, reach: range) -> Spelling:
    if not isinstance(labels, tuple):
        return ((reach, ("S=#",)),)
    joint = "".join(
        _SHORT[kind] + label[0] for kind, label in zip(KINDS, labels, strict=True) if label != "O"
    )
    own = tuple(f"S{_SHORT[kind]}={label}" for kind, label in zip(KINDS, labels, strict=True))
    return (reach, (f"S={joint}",)), (ITSELF, own)


def hint(text: str, described: Described, labelling: Labelling, language: str) -> Described:
    """Give the document as the channels of `hint_channels`, made from the labels of a reading."""
    size = len(described.values[0])
    labels: list[Hashable] = [None] * size
    joint = [*zip(*(labelling[kind] for kind in KINDS), strict=True)]
    for position, mine in zip(described.positions, joint, strict=True):
        labels[position] = mine
    if language == "ja":
        agreed = _agree_on_characters(text, described, labelling)
    else:
        agreed = _agree_on_words(described, joint, language)
    return Described(described.units, described.positions, (labels, agreed))


def _agree_on_words(
    described: Described, labels: Sequence[tuple[str, ...]], language: str
) -> list[Hashable]:
    """Tell for a word that comes more than once how often each kind was seen in it.

    `labels` are those of each unit, one for each of `KINDS`.
    """
    words = cast(Sequence[str], described.values[0])
    stem_of = list(map(stems(language), words))
    told = [
        (stem_of[position], mine)
        for position, mine in zip(described.positions, labels, strict=True)
        if mine != _OUTSIDE
    ]
    counts = Counter(stem_of)
    agreed: dict[str, tuple[str, ...]] = {}
    for kind in _NAMED:
        number = KINDS.index(kind)
        for word, times in Counter([word for word, mine in told if mine[number] != "O"]).items():
            if len(word) >= 3 and counts[word] >= 2:
                share = "1" if times == counts[word] else "+" if 2 * times >= counts[word] else "-"
                agreed[word] = (*agreed.get(word, ()), _SHORT[kind] + share)
    return [
        kinds if kinds and word[0].isalpha() else None
        for kinds, word in zip(map(agreed.get, stem_of), words, strict=True)
    ]


def _agree_on_characters(text: str, described: Described, labelling: Labelling) -> list[Hashable]:
    """Tell for a character whether it lies in a string that was read as a name elsewhere."""
    marks = [0] * len(text)
    for begins, kind in zip(_BEGINNINGS, _NAMED, strict=True):
        inside, ends = begins << 1, begins << 2
        for part in _parts_of_names(text, described, labelling[kind], kind):
            start = text.find(part)
            while start >= 0:
                last = start + len(part) - 1
                marks[start] |= begins
                for offset in range(start + 1, last):
                    marks[offset] |= inside
                marks[last] |= ends
                start = text.find(part, start + 1)
    agreed: list[Hashable] = [None] * len(described.values[0])
    mine = [marks[unit.start] for units in described.units for unit in units]
    for position, mark in zip(described.positions, mine, strict=True):
        if mark:
            agreed[position] = _spell_mark(mark)
    return agreed


@cache
def _spell_mark(mark: int) -> tuple[str, ...]:
    """Give the kinds and edges that a mark stands for: it has one bit for each."""
    told = [
        _SHORT[kind] + edge
        for begins, kind in zip(_BEGINNINGS, _NAMED, strict=True)
        for shift, edge in enumerate("BIE")
        if mark & begins << shift
    ]
    return tuple(sorted(told))


def _parts_of_names(
    text: str, described: Described, labels: Sequence[str], kind: MentionKind
) -> set[str]:
    """Give the names of a kind, and the parts of people's names, that have two signs at least."""
    parts: set[str] = set()
    begin = 0
    for units in described.units:
        mine = labels[begin : begin + len(units)]
        begin += len(units)
        for span, _, _ in decode(units, mine) if mine.count("O") < len(mine) else ():
            name = text[span.start : span.end]
            parts.add(name)
            if kind is PERSON:
                parts.update(_NAME_JOINTS.split(name))
                if len(name) >= 4 and all("\u4e00" <= c <= "\u9fff" for c in name):
                    parts.add(name[:2])  # the family name of a Japanese
    return {part for part in parts if len(part) >= 2}
