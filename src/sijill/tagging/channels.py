"""What is seen of the units of a text goes in; the features that a tagger weighs come out.

A channel holds one value for each unit: the word itself, what the register knows of it, a pair of
words. A value tells features of its own unit and of the units around it (`steps`). Training spells
all of them out as strings; reading weighs each value once and then only adds up (`weighing`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sijill.documents.document import Token

#: The features of each unit of one sentence.
Features = list[list[str]]

ITSELF = (0,)


#: How many letters a group has that goes on to the end of its word.
REST = 2**31 - 1


class Letters(NamedTuple):
    """Which groups of letters of a word are names of features, with what stands before them.

    Of each of `parts` there are what stands before it (7 plain signs at most), where it begins,
    from the end of the word where that is below zero, and how many letters it has at most.
    `ends`: up to how many letters groups at either end have, fewer than the word and 9 at most
    (`p2=`, `e2=`); `inner`: how many those have that touch neither end, 0 for none (`g=`).

    They are the most of what a word spells, so the compiled loops look them up without making the
    names (`summing.c`).
    """

    parts: tuple[tuple[str, int, int], ...] = ()
    ends: int = 0
    inner: int = 0

    def of(self, word: str) -> Iterator[str]:
        """Give the names that a word has."""
        for before, begin, length in self.parts:
            first = begin if begin >= 0 else max(0, len(word) + begin)
            yield before + word[first : first + length]
        for length in range(1, min(self.ends + 1, len(word))):
            yield f"p{length}={word[:length]}"
            yield f"e{length}={word[-length:]}"
        if self.inner:
            for begin in range(1, len(word) - self.inner):
                yield f"g={word[begin : begin + self.inner]}"


#: At which steps from a unit a value that has some features is seen by that unit.
Steps = range | tuple[int, ...]
#: The names of features with their steps: as they are, or those of the letters of a word.
Spelling = tuple[tuple[Steps, tuple[str, ...]] | tuple[Steps, Letters, str], ...]


def names_in(spelled: Spelling) -> Iterator[tuple[Steps, Iterable[str]]]:
    """Give the names of features that are spelled, with their steps."""
    for part in spelled:
        yield part[0], part[1] if len(part) == 2 else part[1].of(part[2])


@dataclass(frozen=True)
class Channel:
    """One kind of values: how far around a unit they count, and which features a value spells.

    `first` and `last` are the outermost steps. A feature's name begins with a letter, belongs to
    one channel, and is always spelled with the same steps.
    """

    first: int
    last: int
    spell: Callable[[Hashable], Spelling]


@dataclass(frozen=True)
class PlainChannel:
    """A channel whose features are names by themselves: most weigh nothing, so none is kept.

    A name is `before` and then as many values as `length` says, joined by `joint`; there is none
    where one of them is None. It is seen at all `steps`, counted from where the first value stands.
    `each` is how many values a unit has, side by side; a name begins with the first of them.
    """

    steps: tuple[int, ...]
    before: str = ""
    length: int = 1
    joint: str = ""
    each: int = 1

    @property
    def first(self) -> int:
        """The step furthest before a unit."""
        return self.steps[0]

    @property
    def last(self) -> int:
        """The step furthest behind a unit."""
        return self.steps[-1]

    def names(self, values: Sequence[Hashable]) -> list[str | None]:
        """Give for each unit the name that begins there, None for none."""
        rows = zip(*(values[number :: self.each] for number in range(self.length)), strict=False)
        names = [
            None if None in row else self.before + self.joint.join(map(str, row)) for row in rows
        ]
        return [*names, *[None] * (len(values) // self.each - len(names))]

    def spell(self, name: Hashable) -> Spelling:
        """Give the feature that has a name."""
        return () if name is None else ((self.steps, (str(name),)),)


Channels = Sequence[Channel | PlainChannel]


@dataclass(frozen=True)
class Described:
    """A document as its channels: `values[c]` is one flat list over all sentences.

    Around each sentence stand values for what lies beyond it. `positions` says where in the lists
    the units of the document stand, `units` gives them by sentence. A plain channel may have more
    than one value at each position.
    """

    units: list[tuple[Token, ...]]
    positions: list[int] | npt.NDArray[np.int64]
    values: tuple[Sequence[Hashable], ...]

    @cached_property
    def places(self) -> npt.NDArray[np.int64]:
        """The positions as an array."""
        return np.array(self.positions, dtype=np.int64)


def feature_name(step: int, name: str) -> str:
    """Write a feature as the models know it: `w=...` of the unit, `-1:w=...` of the one before."""
    return f"{step}:{name}" if step else name


def split_name(feature: str) -> tuple[int, str]:
    """Undo `feature_name`."""
    if feature[0] in "-0123456789":
        step, _, name = feature.partition(":")
        return int(step), name
    return 0, feature


def spell_out(described: Described, channels: Channels) -> list[Features]:
    """Give the features of every unit by sentence, from all channels."""
    rows: Features = [[] for _ in described.positions]
    for channel, given in zip(channels, described.values, strict=True):
        values = channel.names(given) if isinstance(channel, PlainChannel) else given
        spelled: dict[Hashable, dict[int, list[str]]] = {}
        for value in set(values):
            by_step: dict[int, list[str]] = {}
            for steps, names in names_in(channel.spell(value)):
                told = [*names]
                for step in steps:
                    by_step.setdefault(step, []).extend(feature_name(step, n) for n in told)
            spelled[value] = by_step
        for row, position in zip(rows, described.positions, strict=True):
            for step in range(channel.first, channel.last + 1):
                row.extend(spelled[values[position + step]].get(step, ()))
    out: list[Features] = []
    begin = 0
    for units in described.units:
        out.append(rows[begin : begin + len(units)])
        begin += len(units)
    return out
