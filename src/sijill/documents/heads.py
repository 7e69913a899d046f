"""A text goes in; where its headline, its lead and its first lines lie come out.

A line is a paragraph, as `sentences` has it; blank lines between paragraphs are none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from sijill.citation import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]*[^\s][^\n\r\u2028\u2029]*")


def first_lines(text: str, count: int) -> tuple[Span, ...]:
    """Give the places of the first paragraphs of a text, the headline among them."""
    return tuple(Span(*line.span()) for line in islice(_LINE.finditer(text), count))


@lru_cache(maxsize=4)
def lead_end(text: str) -> int:
    """Give where the first paragraph behind the headline ends; the text's end for none."""
    lines = first_lines(text, 2)
    return lines[1].end if len(lines) > 1 else len(text)
