"""The labels of a reading go in as numbers, with their probability; the spans they mean come out.

All kinds of a document are decoded at once: a text has some hundred and fifty spans.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from sijill.documents.document import Token
from sijill.tagging.kernels import KERNELS
from sijill.tagging.labelling import Rows, decode_rows
from sijill.tagging.labels import letter_of
from sijill.tagging.weights import KINDS, Floats

#: Where a span starts, the same for its end below zero, its kind by name, how sure it is.
Found = tuple[int, int, str, float]

_NAMES = tuple([kind.value for kind in KINDS])


class Spans:
    """What the labels of a reading mean, which are given by kind."""

    def __init__(self, labels: Sequence[Sequence[str]]) -> None:
        self._rows = Rows(labels)
        width = max(map(len, labels))
        #: By kind and label for the kernels: the letter, and how many letters lie outside.
        self._told = np.array(
            [[*map(_told, names), *[_told("O")] * (width - len(names))] for names in labels],
            dtype=np.int8,
        )

    def of(
        self,
        best: npt.NDArray[np.int64],
        sure: Floats,
        sentences: Sequence[Sequence[Token]],
    ) -> list[Found]:
        """Give the spans of a document by place, the longest first, as sure as the less sure edge.

        `best` are the numbers of labels and `sure` their probability, by unit and kind.
        """
        if KERNELS is not None:
            found: list[Found] = KERNELS.spans(best, sure, self._told, _NAMES, sentences)
        else:
            by_kind = decode_rows(sentences, self._rows.of(best))
            found = [
                (span.start, -span.end, _NAMES[kind], float(sure[[first, behind - 1], kind].min()))
                for kind, spans in enumerate(by_kind)
                for span, first, behind in spans
            ]
        found.sort()  # those of one kind never overlap, so that no more is asked of two of a place
        return found


def _told(label: str) -> tuple[int, int, int]:
    """Give the letter of a label, and how many letters of its unit lie before and behind a span."""
    letter = letter_of(label)
    front, end = letter in "BU", letter in "LU"
    return ord(letter), int(label[1]) if front else 0, int(label[-1]) if end else 0
