"""A function of words goes in; a table that asks it once for each word comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from sijill.kernels import load_kernels

V = TypeVar("V")
T = TypeVar("T")

#: That of `native/module.c`.
VERSION = 5
#: So many words are kept: as many as a table of 65,536 places takes before it grows.
MOST = 43690
#: What is not longer is likely to come again.
WORD_LENGTH = 40

#: What is in `native/`; None where that was not built.
KERNELS: Any = load_kernels("sijill._kernels", VERSION)


class WordTable(dict[str, V]):
    """What is told of each word, by a function; filled as they are met.

    A collection has words without end: when it holds `most` of them it begins anew, and what is
    longer than a word is told anew each time.
    """

    def __init__(
        self, tell: Callable[[str], V], most: int = MOST, longest: int = WORD_LENGTH
    ) -> None:
        super().__init__()
        self._tell = tell
        self._most = most
        self._longest = longest

    def __missing__(self, word: str) -> V:
        told = self._tell(word)
        if len(word) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[word] = told
        return told

    def told_among(
        self: WordTable[T | None], words: Sequence[str], capitalised: bool = False
    ) -> list[tuple[int, T]]:
        """Give the places of those words of which anything but None is told, and what that is.

        Asked of are all of them, or those that begin with a capital.
        """
        told = [
            (place, self[word])
            for place, word in enumerate(words)
            if not capitalised or word[:1].isupper()
        ]
        return [(place, found) for place, found in told if found is not None]


PlainTable = WordTable

# The same in C, where that was built: some thousand new words come in each text.
if not TYPE_CHECKING and KERNELS is not None:
    WordTable = KERNELS.WordTable
