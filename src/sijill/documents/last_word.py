"""A text and a place go in; the word that ends before that place comes out.

To look for a word at the end of a stretch costs its letters squared, because each of them may begin
one; so the search begins behind the last blank.
"""

from __future__ import annotations

import re

from sijill.documents.quotation_marks import OPENING

_WORD = re.compile(r"[^\W\d_]++\Z")
_JOINED_WORD = re.compile(r"[^\W\d_]++(?:[-'’.][^\W\d_]++)*+\Z")
#: Every blank (`\s` of expressions).
_BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_EDGE = f"{OPENING}({_BLANKS}"


def word_before(text: str, end: int, most: int) -> str:
    """Give the word of letters that stands with a blank right before a place, `` for none.

    `most` code points before `end` are looked at, the blank among them.
    """
    if end < 1 or text[end - 1] != " ":
        return ""
    begin = max(0, end - most)
    word = text[max(begin, text.rfind(" ", begin, end - 1) + 1) : end - 1]
    if word.isalpha():
        return word
    letters = _WORD.search(word)
    return letters.group() if letters else ""


def last_word(text: str, start: int, end: int) -> re.Match[str] | None:
    """Give the letters in `text[start:end]` that only blanks follow, at least one; else None."""
    if not text[end - 1 : end].isspace():
        return None
    end = start + len(text[start:end].rstrip())
    return _WORD.search(text, max(start, text.rfind(" ", start, end) + 1), end)


def last_joined_word(text: str, start: int, end: int) -> re.Match[str] | None:
    """Give the word in `text[start:end]` that only blanks, brackets and opening marks follow.

    It may have hyphens, apostrophes and full stops inside; None where something else stands last.
    """
    end = start + len(text[start:end].rstrip(_EDGE))
    return _JOINED_WORD.search(text, max(start, text.rfind(" ", start, end) + 1), end)
