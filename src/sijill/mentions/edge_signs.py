"""A candidate goes in; it comes out without the signs at its edges, and with whole words."""

from __future__ import annotations

import re

from sijill.documents.document import PERSON, Document
from sijill.documents.quotation_marks import SURE_PAIRS
from sijill.mentions.candidates import Candidate

_PAIRS = (*SURE_PAIRS, ("(", ")"))
#: The first half of a double family name: «Сеньор-» of «Сеньор-Торибионг».
_LONGEST_HALF = 40
#: No more of a word is taken in behind a hyphen.
_LONGEST_REST = 40
_HALF = re.compile(r"(?<![\w-])[^\W\d_]{2,}-\Z")
_EDGE_SIGNS = ",،;؛:、。–—-"
_MARK = re.compile("[" + re.escape("".join(sign for pair in _PAIRS for sign in pair)) + "]")
_REST = re.compile(r"(?:-[^\W\d_]+)+")


def without_signs(document: Document, c: Candidate) -> Candidate:
    """Leave blanks, commas and dashes at the edges outside."""
    text = document.text
    start, end = c.start, c.end
    if start < end and text[start].isalnum() and text[end - 1].isalnum():
        # So do nearly all stand; a mark inside may still lack its partner.
        return _balanced(document, c) if _MARK.search(text, start, end) else c
    while start < end and (text[start].isspace() or text[start] in _EDGE_SIGNS):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _EDGE_SIGNS):
        end -= 1
    return _balanced(document, c.at(start, end))


def _balanced(document: Document, c: Candidate) -> Candidate:
    """Take in the closing mark of an opened quotation, and leave a mark without partner outside."""
    text = document.text
    inner = text[c.start : c.end]
    for opening, closing in _PAIRS:
        opened, closed = inner.count(opening), inner.count(closing)
        if opened == closed:
            continue
        if opened > closed and text[c.end : c.end + 1] == closing:
            return c.at(c.start, c.end + 1)
        if closed > opened and inner.endswith(closing):
            return c.at(c.start, c.end - 1)
        if opened > closed and inner.startswith(opening):
            return c.at(c.start + 1, c.end)
    return c


def whole_words(document: Document, c: Candidate) -> Candidate:
    """End a name or post only where a word ends: «Inthavong-Sy», «President-elect».

    For languages with capitals.
    """
    text, start, end = document.text, c.start, c.end
    if text.startswith("-", end) and (rest := _REST.match(text, end, end + _LONGEST_REST)):
        end = rest.end()
    if c.kind is PERSON and text.startswith("-", start - 1):
        start = _with_half(text, start)
    return c.at(start, end)


def _with_half(text: str, start: int) -> int:
    """Take in the first half of a double family name: «Сеньор-» + «Торибионг»."""
    before = _HALF.search(text, max(0, start - _LONGEST_HALF), start)
    return before.start() if before and before.group()[0].isupper() else start
