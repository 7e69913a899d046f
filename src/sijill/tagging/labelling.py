"""The labels of a reading go in as numbers; the labels of each unit come out, and where spans lie.

A row has the labels of one unit, one for each of `KINDS`. Most units have the row of those that are
in no span, so what is told of a row is made once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import accumulate, chain

import numpy as np
import numpy.typing as npt

from sijill.citation import Span
from sijill.documents.document import Token
from sijill.tagging.labels import decode_letters, letter_of
from sijill.tagging.weights import KINDS

Row = tuple[str, ...]
#: For each unit of a document its row.
Labelling = Sequence[Row]

#: The row of a unit that no reading put into a span; `Rows` gives no other that is equal to it.
OUTSIDE: Row = ("O",) * len(KINDS)
#: So many labels, each of one byte, are one number.
_ROOM = 8
#: More rows are not kept.
_MOST_ROWS = 8192


class Rows(dict[int, Row]):
    """The rows of a reading, each by the number whose bytes are those of its labels.

    Filled as they are met.
    """

    def __init__(self, labels: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self._labels = labels

    def __missing__(self, number: int) -> Row:
        if len(self) >= _MOST_ROWS:
            self.clear()
        numbers = number.to_bytes(_ROOM, sys.byteorder)
        row = tuple([names[label] for names, label in zip(self._labels, numbers, strict=False)])
        self[number] = row = OUTSIDE if row == OUTSIDE else row
        return row

    def of(self, best: npt.NDArray[np.int64]) -> list[Row]:
        """Give the rows of units, whose labels are given as numbers by unit and kind."""
        numbers = np.zeros((len(best), _ROOM), dtype=np.uint8)
        numbers[:, : best.shape[1]] = best
        return [*map(self.__getitem__, numbers.view(np.uint64)[:, 0].tolist())]


class _Letters(dict[Row, str]):
    """The letters of the labels of a row, filled as rows are met."""

    def __missing__(self, row: Row) -> str:
        if len(self) >= _MOST_ROWS:
            self.clear()
        self[row] = letters = "".join(map(letter_of, row))
        return letters


_LETTERS = _Letters()


def decode_rows(
    sentences: Sequence[Sequence[Token]], labelling: Labelling
) -> list[list[tuple[Span, int, int]]]:
    """Give for each of `KINDS` what `decode` does, for the units of all sentences of a document."""
    units = [*chain.from_iterable(sentences)]
    nothing = _LETTERS[OUTSIDE]
    letters = [nothing if row is OUTSIDE else _LETTERS[row] for row in labelling]
    begins = accumulate(map(len, sentences), initial=0)
    for begin, mine in zip(begins, sentences, strict=False):
        if mine:
            letters[begin] = letters[begin].lower()
    joined = "".join(letters)

    def decode_kind(kind: int) -> list[tuple[Span, int, int]]:
        letters = joined[kind :: len(KINDS)]
        return decode_letters(units, letters, lambda place: labelling[place][kind])

    return [*map(decode_kind, range(len(KINDS)))]
