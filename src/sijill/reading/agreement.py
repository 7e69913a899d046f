"""A first reading of a document goes in; hints for a second reading come out.

A name is told fully once and shortly later; what the first reading took for a person in one
sentence is a hint for the same word elsewhere. The second tagger also sees what the first one
thought of every kind, so that a post knows of the place inside it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from sijill.reading.document import MentionKind
from sijill.reading.features import Features, Unit, stem
from sijill.reading.labels import decode

#: The kinds in the order their models are kept.
KINDS = tuple(MentionKind)
#: Kinds whose names come again in other sentences.
_NAMED = (MentionKind.PERSON, MentionKind.POST, MentionKind.ORGANISATION, MentionKind.PLACE)
_SHORT = {kind: kind.value[:2] for kind in KINDS}
_NAME_JOINTS = re.compile("[・=＝゠ \u3000]")

#: For each kind, for each sentence, one label for each unit.
Labelling = Mapping[MentionKind, Sequence[Sequence[str]]]


def hint(
    text: str, sentences: Sequence[Sequence[Unit]], labelling: Labelling, language: str
) -> list[Features]:
    """Give for each sentence, for each unit, the features that the first reading adds."""
    agree = (
        _agree_on_characters(text, sentences, labelling)
        if language == "ja"
        else _agree_on_words(sentences, labelling, language)
    )
    reach = (-1, 1) if language == "ja" else (-2, -1, 1, 2)
    out: list[Features] = []
    for index, units in enumerate(sentences):
        mine = [labelling[kind][index] for kind in KINDS]
        joint = [
            "".join(
                _SHORT[kind] + row[i][0]
                for kind, row in zip(KINDS, mine, strict=True)
                if row[i] != "O"
            )
            for i in range(len(units))
        ]
        agreed = [agree(unit) for unit in units]
        rows: Features = []
        for i in range(len(units)):
            row = [f"S={joint[i]}"]
            for step in reach:
                there = joint[i + step] if 0 <= i + step < len(units) else "#"
                row.append(f"{step}S={there}")
            row.extend(
                f"S{_SHORT[kind]}={labels[i]}" for kind, labels in zip(KINDS, mine, strict=True)
            )
            row.extend(f"A={a}" for a in agreed[i])
            if i + 1 < len(units):
                row.extend(f"1A={a}" for a in agreed[i + 1])
            if i:
                row.extend(f"-1A={a}" for a in agreed[i - 1])
            rows.append(row)
        out.append(rows)
    return out


def _agree_on_words(
    sentences: Sequence[Sequence[Unit]], labelling: Labelling, language: str
) -> Callable[[Unit], list[str]]:
    """Tell for a word that comes more than once how often each kind was seen in it."""
    stems = [[stem(unit.text, language) for unit in units] for units in sentences]
    counts = Counter(word for row in stems for word in row)
    seen: dict[MentionKind, Counter[str]] = {kind: Counter() for kind in _NAMED}
    for kind in _NAMED:
        for row, labels in zip(stems, labelling[kind], strict=True):
            seen[kind].update(word for word, label in zip(row, labels, strict=True) if label != "O")

    def agree(unit: Unit) -> list[str]:
        word = stem(unit.text, language)
        if len(word) < 3 or counts[word] < 2 or not unit.text[0].isalpha():
            return []
        found = []
        for kind in _NAMED:
            times = seen[kind][word]
            if times:
                share = "1" if times == counts[word] else "+" if 2 * times >= counts[word] else "-"
                found.append(_SHORT[kind] + share)
        return found

    return agree


def _agree_on_characters(
    text: str, sentences: Sequence[Sequence[Unit]], labelling: Labelling
) -> Callable[[Unit], list[str]]:
    """Tell for a character whether it lies in a string that was read as a name elsewhere."""
    tags: dict[int, set[str]] = defaultdict(set)
    for kind in _NAMED:
        parts: set[str] = set()
        for units, labels in zip(sentences, labelling[kind], strict=True):
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
    return lambda unit: sorted(tags.get(unit.start, ()))
