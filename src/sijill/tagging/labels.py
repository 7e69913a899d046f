"""Spans of one kind go in; labels for the units of a sentence come out, and the way back.

Labels are those of the BILOU scheme. Because a span may begin after an attached particle and end
before an attached ending, a label carries how many letters of its unit lie outside: `B1` begins
after one letter (Arabic «ولليابان»), `L2` ends two letters before the unit does (Kazakh
«Астанаға»).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from operator import itemgetter

from sijill.citation import Span
from sijill.documents.document import Token

#: More letters than this are never an attached particle or ending.
MOST_FRONT = 3
MOST_END = 5
_start, _end = itemgetter(0), itemgetter(1)


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


def decode_told(
    units: Sequence[Token], told: Iterable[tuple[int, str]], begins: Container[int] = ()
) -> list[tuple[Span, int, int]]:
    """Give the spans that labels mean, each with its half-open range of units.

    `told` are the places and labels of those units alone that are not labelled `O`. A beginning
    without an end is closed where the labels stop; an end without a beginning, or a span that would
    be empty, is dropped. Units may be of a whole document: no span goes on at the places where
    sentences begin.
    """
    spans: list[tuple[Span, int, int]] = []
    opened: int | None = None
    front = last = -1
    for i, label in told:
        if opened is not None and (label[0] == "B" or last < i - 1 or i in begins):
            spans.append((Span(units[opened].start + front, units[last].end), opened, last + 1))
            opened = None
        if label[0] == "U":
            span = Span(units[i].start + int(label[1]), units[i].end - int(label[2]))
            spans.append((span, i, i + 1))
            opened = None
        elif label[0] == "B":
            opened, front = i, int(label[1])
        elif label[0] == "L":
            if opened is not None:
                span = Span(units[opened].start + front, units[i].end - int(label[1]))
                spans.append((span, opened, i + 1))
            opened = None
        last = i
    if opened is not None:
        spans.append((Span(units[opened].start + front, units[last].end), opened, last + 1))
    return [s for s in spans if s[0].start < s[0].end]
