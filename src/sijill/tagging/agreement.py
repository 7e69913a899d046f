"""A first reading of a document goes in; hints for a second reading come out.

A name is told fully once and shortly later; what the first reading took for a person in one
sentence is a hint for the same word elsewhere. The second tagger also sees what the first one
thought of every kind, so that a post knows of the place inside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from functools import cache
from itertools import accumulate, chain
from typing import cast

from sijill.citation import Span
from sijill.documents.document import ORGANISATION, PERSON, PLACE, POST, MentionKind
from sijill.tagging.channels import ITSELF, Channel, Described, Spelling
from sijill.tagging.features import stems
from sijill.tagging.labels import decode_told
from sijill.tagging.weights import KINDS

#: Kinds whose names come again in other sentences.
_NAMED = (PERSON, POST, ORGANISATION, PLACE)
#: The labels of a unit that no reading put into a name.
OUTSIDE = ("O",) * len(KINDS)
_SHORT = {kind: kind.value[:2] for kind in KINDS}
#: A mark of a character has three bits for each kind: a name begins, goes on, or ends there.
_BEGINNINGS = tuple([1 << 3 * number for number in range(len(_NAMED))])
_NAME_JOINTS = re.compile("[・=＝゠ \u3000]")
_BESIDE = range(-1, 2)

#: For each unit of the document its labels, one for each of `KINDS`.
Labelling = Sequence[tuple[str, ...]]
#: The same of those units that a reading put into a name, each with its place among all.
_Told = Sequence[tuple[int, tuple[str, ...]]]


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
    for position, mine in zip(described.positions, labelling, strict=True):
        labels[position] = mine
    # Most are that very row, which need not be compared.
    told = [row for row in enumerate(labelling) if row[1] is not OUTSIDE and row[1] != OUTSIDE]
    if not told:
        agreed: list[Hashable] = [None] * size
    elif language == "ja":
        agreed = _agree_on_characters(text, described, told)
    else:
        agreed = _agree_on_words(described, told, language)
    return Described(described.units, described.positions, (labels, agreed))


def _agree_on_words(described: Described, told: _Told, language: str) -> list[Hashable]:
    """Tell for a word that comes more than once how often each kind was seen in it."""
    words = cast(Sequence[str], described.values[0])
    stem_of = list(map(stems(language), words))
    seen = [(stem_of[described.positions[place]], mine) for place, mine in told]
    wanted = {stem for stem, _ in seen}
    places = [place for place, stem in enumerate(stem_of) if stem in wanted]
    counts = Counter([stem_of[place] for place in places])
    agreed: dict[str, tuple[str, ...]] = {}
    for kind in _NAMED:
        number = KINDS.index(kind)
        for word, times in Counter([word for word, mine in seen if mine[number] != "O"]).items():
            if len(word) >= 3 and counts[word] >= 2:
                share = "1" if times == counts[word] else "+" if 2 * times >= counts[word] else "-"
                agreed[word] = (*agreed.get(word, ()), _SHORT[kind] + share)
    out: list[Hashable] = [None] * len(words)
    for place in places:
        found = agreed.get(stem_of[place])
        if found is not None and words[place][0].isalpha():
            out[place] = found
    return out


def _agree_on_characters(text: str, described: Described, told: _Told) -> list[Hashable]:
    """Tell for a character whether it lies in a string that was read as a name elsewhere."""
    units = [*chain.from_iterable(described.units)]
    sentences = frozenset(accumulate(map(len, described.units)))
    marks = [0] * len(text)
    for begins, kind in zip(_BEGINNINGS, _NAMED, strict=True):
        inside, ends = begins << 1, begins << 2
        number = KINDS.index(kind)
        mine = [(place, row[number]) for place, row in told if row[number] != "O"]
        spans = [span for span, _, _ in decode_told(units, mine, sentences)]
        for part in _parts_of_names(text, spans, kind):
            start = text.find(part)
            while start >= 0:
                last = start + len(part) - 1
                marks[start] |= begins
                for offset in range(start + 1, last):
                    marks[offset] |= inside
                marks[last] |= ends
                start = text.find(part, start + 1)
    agreed: list[Hashable] = [None] * len(described.values[0])
    for position, unit in zip(described.positions, units, strict=True):
        if mark := marks[unit.start]:
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


def _parts_of_names(text: str, spans: Sequence[Span], kind: MentionKind) -> set[str]:
    """Give the names of a kind, and the parts of people's names, that have two signs at least."""
    parts: set[str] = set()
    for span in spans:
        name = text[span.start : span.end]
        parts.add(name)
        if kind is PERSON:
            parts.update(_NAME_JOINTS.split(name))
            if len(name) >= 4 and all("\u4e00" <= c <= "\u9fff" for c in name):
                parts.add(name[:2])  # the family name of a Japanese
    return {part for part in parts if len(part) >= 2}
