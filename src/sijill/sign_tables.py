"""A function of signs goes in; tables that ask it once for each sign of the texts come out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sijill.word_tables import KERNELS, WordTable


class FoldTable(dict[int | str, str]):
    """What each code point is folded to, by a function; filled as they are met.

    They are looked up by number, as `str.translate` does, and as characters.
    """

    def __init__(self, fold_one: Callable[[str], str]) -> None:
        super().__init__()
        self._fold_one = fold_one

    def __missing__(self, sign: int | str) -> str:
        folded = self[sign] = self._fold_one(sign if isinstance(sign, str) else chr(sign))
        return folded


class Folder:
    """Folds texts sign by sign, by a function that gives any number of letters for one."""

    def __init__(self, fold_one: Callable[[str], str]) -> None:
        self._folded = FoldTable(fold_one)
        #: Fold each sign of a text. Words come again and again: here it is faster to keep them.
        self.fold = WordTable(lambda text: text.translate(self._folded)).__getitem__

    def fold_with_origins(self, text: str) -> tuple[str, list[int] | None]:
        """Fold a text, and give the place of the sign that each sign comes from, the length last.

        None in place of these where each is folded to one.
        """
        parts = [self._folded[sign] for sign in text]
        if all(len(part) == 1 for part in parts):
            return "".join(parts), None
        places = [place for place, part in enumerate(parts) for _ in part]
        return "".join(parts), [*places, len(text)]


PlainFolder = Folder

# The same in C, where that was built: each text has some thousand signs.
if not TYPE_CHECKING and KERNELS is not None:
    Folder = KERNELS.Folder
