"""Mentions of one person go in, of which others add more; where they stand comes out, in order.

So that who is asked for a thousand times where he was told last is not looked through each time.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from sijill.documents.document import Mention
from sijill.text import fold


class ToldPlaces:
    """Where the mentions of some lists begin.

    It is asked with the lists, to whose ends others add; who takes something away lets it `forget`.
    """

    __slots__ = ("_counts", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self._counts: list[int] = []

    def of(self, *lists: Sequence[Mention]) -> ToldPlaces:
        """Bring what is known up to the lists, and give itself."""
        counts = [*map(len, lists)]
        if counts != self._counts:
            known = self._counts or [0] * len(lists)
            for mentions, first in zip(lists, known, strict=True):
                for mention in mentions[first:]:
                    self._tell(mention)
            self._counts = counts
        return self

    def _tell(self, mention: Mention) -> None:
        insort(self.starts, mention.start)

    def forget(self) -> None:
        """Read the lists anew when they are asked for next."""
        self.starts.clear()
        self._counts = []

    def count_before(self, place: int) -> int:
        """Say how many begin before a place."""
        return bisect_left(self.starts, place)

    def last_before(self, place: int) -> int:
        """Give where the last one before a place begins; -1 if none does."""
        at = bisect_left(self.starts, place)
        return self.starts[at - 1] if at else -1


class ToldWords(ToldPlaces):
    """The same with the folded words of each mention, and where these are told first."""

    __slots__ = ("first_of",)

    def __init__(self) -> None:
        super().__init__()
        self.first_of: dict[str, int] = {}

    def _tell(self, mention: Mention) -> None:
        super()._tell(mention)
        words = fold(mention.text)
        self.first_of[words] = min(self.first_of.get(words, mention.start), mention.start)

    def forget(self) -> None:
        """Read the lists anew when they are asked for next."""
        super().forget()
        self.first_of.clear()
