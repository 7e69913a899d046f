"""What a press article says of itself, and its text: the shape that every format is read into.

The text that offsets will point to is: the headline, a blank line, then the paragraphs with blank
lines between them. A plain text file keeps its text exactly as it stands, apart from NFC and line
ends.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """What an article says of itself, and its text; what is not told is None."""

    kind: str
    text: str
    headline: str = ""
    byline: str | None = None
    published: str | None = None
    retrieved: str | None = None
    outlet: str | None = None
    language: str | None = None
    url: str | None = None
    rights: str | None = None
    retold_from: tuple[str, ...] = ()
    also_from: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
