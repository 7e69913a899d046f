"""A plain text goes in; its article comes out."""

from __future__ import annotations

from sijill.sources.article import Article

#: Longest first line that is taken for the headline, in characters.
MAX_HEADLINE = 200


def read_plain(text: str) -> Article:
    """Read a plain text; its first line is the headline when it is short and more follows."""
    first = text.lstrip("\n").split("\n", 1)[0].strip()
    is_headline = 0 < len(first) <= MAX_HEADLINE and "\n" in text.strip()
    return Article(kind="text", text=text, headline=first[:MAX_HEADLINE] if is_headline else "")
