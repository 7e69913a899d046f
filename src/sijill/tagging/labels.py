"""Spans of one kind go in; labels for the units of a sentence come out, and the way back.

Labels are those of the BILOU scheme. Because a span may begin after an attached particle and end
before an attached ending, a label carries how many letters of its unit lie outside: `B1` begins
after one letter (Arabic «ولليابان»), `L2` ends two letters before the unit does (Kazakh
«Астанаға»).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from operator import itemgetter

from sijill.citation import Span
from sijill.documents.document import Token

#: More letters than this are never an attached particle or ending.
MOST_FRONT = 3
MOST_END = 5
_start, _end = itemgetter(0), itemgetter(1)
#: The letters of a span. A beginning that a span of one unit breaks off is none.
_RUN = re.compile("[BUbu](?:(?<=[Uu])|I*(?:L|(?![IU])))")


def units_in(units: Sequence[Token], span: Span) -> tuple[int, int]:
    """Give the numbers of the first unit of a stretch and of the one behind its last."""
    first = bisect_right(units, span.start, key=_end)
    return first, bisect_left(units, span.end, lo=first, key=_start)


def encode(units: Sequence[Token], spans: Sequence[Span]) -> list[str]:
    """Give one label for each unit; spans that do not fit the units are left out.

    Spans are of one kind, sorted, and do not overlap.
    """
    labels = ["O"] * len(units)
    for span in spans:
        inside = range(*units_in(units, span))
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        edges = edge_labels(units[first], units[last], span)
        if edges is None or any(labels[i] != "O" for i in inside):
            continue
        labels[first], labels[last] = edges
        for i in inside[1:-1]:
            labels[i] = "I"
    return labels


def edge_labels(first: Token, last: Token, span: Span) -> tuple[str, str] | None:
    """Give the labels of the first and last unit of a span, twice the same when they are one.

    None when more letters of them lie outside than an attached particle or ending has.
    """
    front = span.start - first.start
    end = last.end - span.end
    if not (0 <= front <= MOST_FRONT and 0 <= end <= MOST_END):
        return None
    if first is last:
        return f"U{front}{end}", f"U{front}{end}"
    return f"B{front}", f"L{end}"


@cache
def letter_of(label: str) -> str:
    """Give the letter of a label: `B`, `L`, `U` or `O`; `I` of all others."""
    return label[0] if label == "O" or label[0] in "BLU" else "I"


def decode_letters(
    units: Sequence[Token], letters: str, label_at: Callable[[int], str]
) -> list[tuple[Span, int, int]]:
    """Give the spans that labels mean, each with its half-open range of units.

    `letters` are those of the labels, one for each unit; `label_at` gives the labels themselves. A
    beginning without an end is closed where the labels stop; an end without a beginning, or a span
    that would be empty, is dropped. Units may be of a whole document: no span goes on into a unit
    that has a small letter.
    """
    spans: list[tuple[Span, int, int]] = []
    for run in _RUN.finditer(letters):
        first, behind = run.span()
        ended = label_at(behind - 1)
        start = units[first].start + int(label_at(first)[1])
        end = units[behind - 1].end - (int(ended[-1]) if ended[0] in "LU" else 0)
        if start < end:
            spans.append((Span(start, end), first, behind))
    return spans
