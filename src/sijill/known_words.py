"""Words go in with what is told of each; where they stand in a text comes out.

All are looked for at once, in a text that need not part its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import ahocorasick

from sijill.word_tables import KERNELS

V = TypeVar("V")


class KnownWords(Generic[V]):
    """Words of one letter or more, and what is told of each.

    Those that are apart begin behind no letter and no digit. Raises TypeError for a word of none.
    """

    def __init__(self, told: dict[str, V], is_apart: bool = False) -> None:
        self._is_apart = is_apart
        self._automaton = ahocorasick.Automaton()
        for word, mine in told.items():
            if not word:
                raise TypeError("a word is a string of one letter or more")
            self._automaton.add_word(word, (len(word), mine))
        self._automaton.make_automaton()

    def find(self, text: str) -> list[tuple[int, int, V]]:
        """Give start and end of all words in a text, and what is told of each.

        From left to right, of those that begin at one place the longest first.
        """
        if not len(self._automaton):  # without words it refuses to look
            return []
        found = [
            (last + 1 - length, last + 1, told)
            for last, (length, told) in self._automaton.iter(text)
        ]
        if self._is_apart:
            found = [w for w in found if not w[0] or not text[w[0] - 1].isalnum()]
        found.sort(key=lambda word: (word[0], -word[1]))
        return found


PlainWords = KnownWords

# The same in C, where that was built: it looks up what may begin at a place, while the automaton
# goes through all first letters, of which Japanese words have a thousand.
if not TYPE_CHECKING and KERNELS is not None:
    KnownWords = KERNELS.KnownWords
