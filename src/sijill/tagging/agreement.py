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
from itertools import chain, product
from typing import cast

from sijill.citation import Span
from sijill.documents.document import ORGANISATION, PERSON, PLACE, POST, MentionKind
from sijill.tagging.channels import ITSELF, Channel, Described, Spelling
from sijill.tagging.features import stems
from sijill.tagging.kernels import KERNELS
from sijill.tagging.labelling import OUTSIDE, Labelling, decode_rows
from sijill.tagging.weights import KINDS

#: Kinds whose names come again in other sentences.
_NAMED = (PERSON, POST, ORGANISATION, PLACE)
_SHORT = {kind: kind.value[:2] for kind in KINDS}
#: A mark of a character has three bits for each kind: a name begins, goes on, or ends there.
_BEGINNINGS = tuple([1 << 3 * number for number in range(len(_NAMED))])
_NAME_JOINTS = re.compile("[・=＝゠ \u3000]")
_BESIDE = range(-1, 2)
#: A stem of fewer letters tells no word.
_SHORTEST = 3
#: Where the named kinds stand among the labels of a unit.
_COLUMNS = tuple([KINDS.index(kind) for kind in _NAMED])
#: In how many of the words of a stem a kind was seen: none, fewer than half, half at least, all.
_SHARES = ("", "-", "+", "1")
#: What is told of a stem by its shares of the named kinds, that of the first one changing fastest.
_AGREED: tuple[tuple[str, ...] | None, ...] = tuple(
    [
        tuple(
            [
                _SHORT[kind] + share
                for kind, share in zip(_NAMED, reversed(row), strict=True)
                if share
            ]
        )
        or None
        for row in product(_SHARES, repeat=len(_NAMED))
    ]
)


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
    labels: list[Hashable] = [None] * len(described.values[0])
    begin = 0
    for units in filter(None, described.units):
        # The units of a sentence stand side by side.
        first, end = described.positions[begin], begin + len(units)
        labels[first : first + len(units)] = labelling[begin:end]
        begin = end
    if language == "ja":
        agreed = _agree_on_characters(text, described, labelling)
    else:
        # Of words the values are a tuple.
        agreed = _agree_on_words(cast(tuple[str, ...], described.values[0]), labels, language)
    return Described(described.units, described.positions, (labels, agreed))


def _agree_on_words(
    words: tuple[str, ...], labels: Sequence[Hashable], language: str
) -> list[Hashable]:
    """Tell for a word that comes more than once how often each kind was seen in it.

    `labels` are those of each word, None beyond sentences.
    """
    stem_at = [*map(stems(language), words)]
    if KERNELS is not None:
        told: list[Hashable] = KERNELS.agree(words, stem_at, labels, OUTSIDE, _COLUMNS, _AGREED)
        return told
    seen = [
        (stem, row)
        for stem, row in zip(stem_at, labels, strict=True)
        if isinstance(row, tuple) and row is not OUTSIDE and len(stem) >= _SHORTEST
    ]
    counts = Counter(stem_at)
    ways = dict.fromkeys([stem for stem, _ in seen if counts[stem] >= 2], 0)
    for place, column in enumerate(_COLUMNS):
        for stem, times in Counter([stem for stem, row in seen if row[column] != "O"]).items():
            if stem in ways:
                share = "1" if times == counts[stem] else "+" if 2 * times >= counts[stem] else "-"
                ways[stem] += _SHARES.index(share) * len(_SHARES) ** place
    return [
        _AGREED[ways.get(stem, 0)] if word[:1].isalpha() else None
        for word, stem in zip(words, stem_at, strict=True)
    ]


def _agree_on_characters(text: str, described: Described, labelling: Labelling) -> list[Hashable]:
    """Tell for a character whether it lies in a string that was read as a name elsewhere."""
    marks = [0] * len(text)
    found = decode_rows(described.units, labelling)
    for begins, kind in zip(_BEGINNINGS, _NAMED, strict=True):
        inside, ends = begins << 1, begins << 2
        spans = [span for span, _, _ in found[KINDS.index(kind)]]
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
    units = chain.from_iterable(described.units)
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
