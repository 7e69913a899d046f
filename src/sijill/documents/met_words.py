"""A word goes in; it comes out with its folded form, both the same strings each time they come.

Whoever looks up the very string that is a key finds it at once; one that is only equal to it has to
be compared with it, wherever that lies in memory.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sijill.documents.kernels import KERNELS
from sijill.text import fold_word
from sijill.word_tables import WORD_LENGTH

#: So many words and folded forms are kept before it begins anew.
MOST = 65536


class MetWords(dict[str, tuple[str, str]]):
    """Words with their folded forms; filled as they are met.

    A form is the same string as the word that it is, too. What is longer than a word is not kept.
    """

    def __init__(self, fold: Callable[[str], str], most: int = MOST) -> None:
        super().__init__()
        self._fold = fold
        self._most = most
        self._met: dict[str, str] = {}

    def __missing__(self, word: str) -> tuple[str, str]:
        folded = self._fold(word)
        if len(word) > WORD_LENGTH:
            return word, folded
        if len(self._met) >= self._most:
            self._met.clear()
            self.clear()
        folded = self._met.setdefault(folded, folded)
        told = self[word] = self._met.setdefault(word, word), folded
        return told


PlainMetWords = MetWords

# The same in C, where that was built: there a word of a text is found before it is a string.
if not TYPE_CHECKING and KERNELS is not None:
    MetWords = KERNELS.MetWords

#: The words of all texts.
MET_WORDS = MetWords(fold_word)
