"""A stretch of a Japanese text goes in; the words of posts in it or before it come out.

No blank parts Japanese words, so that posts are looked for at each sign.
"""

from __future__ import annotations

from collections.abc import Iterable

from sijill.documents.expressions import ends_in
from sijill.documents.lexicon import (
    find_japanese_words,
    japanese_word_at_end,
    japanese_word_at_start,
)
from sijill.documents.patterns import fold_stretch

_POST = "post="
#: No word of a post is longer, and so far behind a name its post is looked for (code points).
_LONGEST_POST, _REACH = 16, 8


def _roles(labels: Iterable[str]) -> set[str]:
    """Give the roles among the classes of a word, none where it is no word of a post."""
    return {label.removeprefix(_POST) for label in labels if label.startswith(_POST)}


def post_words(text: str, start: int, end: int) -> list[tuple[int, int, set[str]]]:
    """Give where the words of posts stand in a stretch of a text, and the roles of each."""
    start = max(0, start)
    return [
        (start + s, start + e, roles)
        for s, e, labels in find_japanese_words(fold_stretch(text, start, end))
        if (roles := _roles(labels))
    ]


def post_ending(text: str, end: int) -> tuple[int, set[str]] | None:
    """Give where the word of a post begins that ends at a place, and its roles; None for none."""
    begin = max(0, end - _LONGEST_POST)
    folded = fold_stretch(text, begin, end)
    if len(folded) != end - begin:
        return next(((s, roles) for s, e, roles in post_words(text, begin, end) if e == end), None)
    word = japanese_word_at_end(folded)
    roles = _roles(word[1]) if word is not None else None
    return (end - word[0], roles) if word is not None and roles else None


def post_beginning(text: str, start: int, end: int) -> tuple[int, set[str]] | None:
    """Give where the longest word of a post ends that begins where a stretch does, and its roles.

    None where the longest word there is none of a post, or no word begins there.
    """
    word = japanese_word_at_start(fold_stretch(text, start, end))
    roles = _roles(word[1]) if word is not None else None
    return (start + word[0], roles) if word is not None and roles else None


def post_before(text: str, start: int) -> set[str] | None:
    """Give the roles of the post before a name, «の» or a comma between them or nothing."""
    link = ends_in("ja", "joins_name").search(text, max(0, start - 1), start)
    post = post_ending(text, link.start() if link else start)
    return post[1] if post is not None else None


def is_post(text: str, start: int, end: int) -> bool:
    """Say whether a stretch of a text is one word of a post."""
    post = post_beginning(text, start, end)
    return post is not None and post[0] == end


def post_behind(text: str, end: int) -> tuple[int, set[str]] | None:
    """Give where the post ends that is written right onto a name, and its roles; None for none."""
    return post_beginning(text, end, end + _REACH)


def is_titled(text: str, end: int) -> bool:
    """Say whether a post is written right onto a name that ends at a place."""
    return post_behind(text, end) is not None
