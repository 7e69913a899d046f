"""Mentions of one person go in, of which others add more; where they stand comes out, in order.

So that who is asked for a thousand times where he was told last is not looked through each time.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from sijill.documents.document import Mention
from sijill.text import fold


class ToldPlaces:
    """Where the mentions of a list begin, and the folded words of each with its first place.

    It is asked with the list, to whose end others add; after any other change all is read anew.
    """

    __slots__ = ("_count", "_last", "first_of", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.first_of: dict[str, int] = {}
        self._count = 0
        self._last: Mention | None = None

    def of(self, mentions: Sequence[Mention]) -> ToldPlaces:
        """Bring what is known up to a list, and give itself."""
        count = len(mentions)
        if count == self._count and (not count or mentions[-1] is self._last):
            return self
        if count < self._count or (self._count and mentions[self._count - 1] is not self._last):
            self.starts.clear()
            self.first_of.clear()
            self._count = 0
        for mention in mentions[self._count :]:
            insort(self.starts, mention.start)
            words = fold(mention.text)
            self.first_of[words] = min(self.first_of.get(words, mention.start), mention.start)
        self._count, self._last = count, mentions[-1] if count else None
        return self

    def count_before(self, place: int) -> int:
        """Say how many begin before a place."""
        return bisect_left(self.starts, place)

    def last_before(self, place: int) -> int:
        """Give where the last one before a place begins; -1 if none does."""
        at = bisect_left(self.starts, place)
        return self.starts[at - 1] if at else -1
