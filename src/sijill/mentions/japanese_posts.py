"""A stretch of a Japanese text goes in; the words of posts in it or before it come out.

No blank parts Japanese words, so that posts are looked for at each sign.
"""

from __future__ import annotations

from sijill.documents.expressions import ends_in
from sijill.documents.lexicon import find_japanese_words
from sijill.text import fold

#: No word of a post is longer, and so far behind a name its post is looked for (code points).
_LONGEST_POST, _REACH = 16, 8


def post_words(text: str, start: int, end: int) -> list[tuple[int, int, set[str]]]:
    """Give where the words of posts stand in a stretch of a text, and the roles of each."""
    start = max(0, start)
    return [
        (start + s, start + e, {x.removeprefix("post=") for x in labels if x.startswith("post=")})
        for s, e, labels in find_japanese_words(fold(text[start:end]))
        if any(x.startswith("post=") for x in labels)
    ]


def post_before(text: str, start: int) -> set[str] | None:
    """Give the roles of the post before a name, «の» or a comma between them or nothing."""
    link = ends_in("ja", "joins_name").search(text, max(0, start - 1), start)
    end = link.start() if link else start
    words = post_words(text, end - _LONGEST_POST, end)
    return next((roles for _, last, roles in words if last == end), None)


def is_post(text: str, start: int, end: int) -> bool:
    """Say whether a stretch of a text is one word of a post."""
    return any((s, e) == (start, end) for s, e, _ in post_words(text, start, end))


def is_titled(text: str, end: int) -> bool:
    """Say whether a post is written right onto a name that ends at a place."""
    return any(s == end for s, _, _ in post_words(text, end, end + _REACH))
