"""The posts, houses and names of a text go in; where the words around a place are free comes out.

A description is told by words that belong to no post, no house and no other name.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from sijill.documents.document import Mention


class FreeStretches:
    """Tells how far words are free; laid out where it is asked first, as few texts do.

    `mentions` are the posts and houses, `people` the names in the order of the text.
    """

    def __init__(self, mentions: Sequence[Mention], people: Sequence[Mention]) -> None:
        self.mentions = mentions
        self.people = people

    @cached_property
    def _starts(self) -> list[int]:
        return sorted([m.start for m in self.mentions])

    @cached_property
    def _ends(self) -> list[int]:
        return sorted([m.end for m in (*self.mentions, *self.people)])

    def begin_before(self, place: int) -> int:
        """Give where the words right before a place become free; 0 if they always were."""
        at = bisect_right(self._ends, place)
        return self._ends[at - 1] if at else 0

    def end_behind(self, place: int) -> int | None:
        """Give where the first post or house behind a place begins; None if none does."""
        at = bisect_left(self._starts, place)
        return self._starts[at] if at < len(self._starts) else None
