"""The words of a text go in; its runs of words come out, and how many of them two texts share.

Runs of words (shingles) as in Broder, "On the resemblance and containment of documents" (1997).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

from sijill.citation import Span
from sijill.text import fold

#: Words in a shingle; Japanese, which has no blanks, counts letters.
_WORDS, _LETTERS = 4, 8
#: Fewer shingles than this say nothing.
FEWEST = 8
_WORD = re.compile(r"\w+")


def shingles(text: str, language: str, without: Sequence[Span] = ()) -> frozenset[int]:
    """Give the shingles of a text, as numbers that are the same in every run.

    `without` are spans left out, such as other people's words in quotation marks: two reporters
    who were in one room have those in common.
    """
    kept = list(text)
    for span in without:
        kept[span.start : span.end] = "\n" * (span.end - span.start)
    found: set[int] = set()
    for part in "".join(kept).split("\n"):
        words = _WORD.findall(fold(part))
        if language == "ja":
            words, size, glue = list("".join(words)), _LETTERS, ""
        else:
            size, glue = _WORDS, " "
        for start in range(len(words) - size + 1):
            found.add(crc32(glue.join(words[start : start + size]).encode()))
    return frozenset(found)


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """Give the share of the shorter text's shingles that the other has, 0 to 1."""
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest >= FEWEST else 0.0
