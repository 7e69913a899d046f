"""A first reading of a document goes in; hints for a second reading come out.

A name is told fully once and shortly later; what the first reading took for a person in one
sentence is a hint for the same word elsewhere. The second tagger also sees what the first one
thought of every kind, so that a post knows of the place inside it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

from sijill.documents.document import MentionKind, Token
from sijill.tagging.channels import ITSELF, Channel, Described, Spelling
from sijill.tagging.features import stems
from sijill.tagging.labels import decode
from sijill.tagging.weights import KINDS

#: Kinds whose names come again in other sentences.
_NAMED = (MentionKind.PERSON, MentionKind.POST, MentionKind.ORGANISATION, MentionKind.PLACE)
_SHORT = {kind: kind.value[:2] for kind in KINDS}
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
    agree = _agree_on_characters if language == "ja" else _agree_on_words
    size = len(described.values[0])
    labels: list[Hashable] = [None] * size
    agreed: list[Hashable] = [None] * size
    joint = zip(*(labelling[kind] for kind in KINDS), strict=True)
    for position, mine in zip(described.positions, joint, strict=True):
        labels[position] = mine
    found = agree(text, described.units, labelling, language)
    for position, kinds in zip(described.positions, found, strict=True):
        if kinds:
            agreed[position] = kinds
    return Described(described.units, described.positions, (labels, agreed))


def _agree_on_words(
    text: str, sentences: Sequence[Sequence[Token]], labelling: Labelling, language: str
) -> list[tuple[str, ...]]:
    """Tell for a word that comes more than once how often each kind was seen in it."""
    units = [unit for row in sentences for unit in row]
    stem_of = stems(language)
    mine = [stem_of[unit.text] for unit in units]
    counts = Counter(mine)
    agreed: dict[str, tuple[str, ...]] = {}
    for kind in _NAMED:
        seen = Counter([mine[at] for at, label in enumerate(labelling[kind]) if label != "O"])
        for word, times in seen.items():
            if len(word) >= 3 and counts[word] >= 2:
                share = "1" if times == counts[word] else "+" if 2 * times >= counts[word] else "-"
                agreed[word] = (*agreed.get(word, ()), _SHORT[kind] + share)
    return [
        agreed[word] if word in agreed and unit.text[0].isalpha() else ()
        for word, unit in zip(mine, units, strict=True)
    ]


def _agree_on_characters(
    text: str, sentences: Sequence[Sequence[Token]], labelling: Labelling, language: str
) -> list[tuple[str, ...]]:
    """Tell for a character whether it lies in a string that was read as a name elsewhere."""
    tags: dict[int, set[str]] = defaultdict(set)
    for kind in _NAMED:
        parts: set[str] = set()
        begin = 0
        for units in sentences:
            labels = labelling[kind][begin : begin + len(units)]
            begin += len(units)
            for span, _, _ in decode(units, labels):
                name = text[span.start : span.end]
                parts.add(name)
                if kind is MentionKind.PERSON:
                    parts.update(_NAME_JOINTS.split(name))
                    if len(name) >= 4 and all("\u4e00" <= c <= "\u9fff" for c in name):
                        parts.add(name[:2])  # the family name of a Japanese
        for part in sorted(p for p in parts if len(p) >= 2):
            start = text.find(part)
            while start >= 0:
                last = start + len(part) - 1
                for offset in range(start, last + 1):
                    edge = "B" if offset == start else "E" if offset == last else "I"
                    tags[offset].add(_SHORT[kind] + edge)
                start = text.find(part, start + 1)
    return [tuple(sorted(tags.get(unit.start, ()))) for units in sentences for unit in units]
