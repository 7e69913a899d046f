"""The marks on texts go in, as they come and go; which texts have how many rare ones in common
comes out.

Only such pairs are compared closely (blocking, with an inverted index). After a change only pairs
are counted again of which one has gained or lost a mark, or that share a mark which has become
rare or common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from sijill.edtf import read_date
from sijill.reuse.traces import Trace

#: Copies and versions of one text come out within these days.
SAME_NEWS_DAYS = 14
#: The ids of two sources, the lesser first.
Pair = tuple[str, str]


def pair_of(one: str, other: str) -> Pair:
    """Give two ids as a pair, the lesser first."""
    return (one, other) if one < other else (other, one)


@dataclass(slots=True, eq=False)
class Candidate:
    """A text that may be the same as another: its trace, and the days on which it may be from.

    `first` and `last` are ordinals (`date.toordinal`): of a text without a day the whole calendar.
    """

    trace: Trace
    first: int = field(init=False)
    last: int = field(init=False)

    def __post_init__(self) -> None:
        known = read_date(self.trace.published)
        first, last = known.sort_key if known else (date.min, date.max)
        self.first, self.last = first.toordinal(), last.toordinal()

    @property
    def id(self) -> str:
        """The id of the source."""
        return self.trace.source_id

    def is_one_news(self, other: Candidate) -> bool:
        """Say whether both came out within SAME_NEWS_DAYS, as far as their days are known."""
        return (
            self.first <= other.last + SAME_NEWS_DAYS and other.first <= self.last + SAME_NEWS_DAYS
        )


T = TypeVar("T", bound=Candidate)
M = TypeVar("M", bound=Hashable)


class SharedMarks(Generic[T, M]):
    """How many rare marks any two texts share, kept up to date.

    A mark that more than `most` texts have brings no two together: after a count it stands in
    `crowded`. `may_pair` says which two are counted at all; it depends on these two alone.
    """

    def __init__(self, most: int, may_pair: Callable[[T, T], bool]) -> None:
        self._most = most
        self._may_pair = may_pair
        self._holders: dict[M, list[T]] = defaultdict(list)
        self._shared: dict[tuple[T, T], int] = {}
        #: The marks that too many texts have.
        self.crowded: set[M] = set()
        #: Whom the marks that were touched since the last count brought together then.
        self._brought: dict[M, tuple[T, ...]] = {}

    def put(self, mark: M, text: T) -> None:
        """Put a mark on a text that does not have it."""
        self._note(mark)
        self._holders[mark].append(text)

    def take(self, mark: M, text: T) -> None:
        """Take a mark from a text that has it."""
        self._note(mark)
        self._holders[mark].remove(text)

    def shared(self, pair: tuple[T, T]) -> int:
        """Give how many rare marks two texts share, the one with the lesser id first."""
        return self._shared.get(pair, 0)

    def holders(self, mark: M) -> Sequence[T]:
        """Give the texts that have a mark."""
        return self._holders.get(mark, ())

    def count(self) -> dict[tuple[T, T], int]:
        """Count what has changed; give for each pair that may share more or fewer, how many it did.

        The one with the lesser id stands first in a pair.
        """
        before: dict[tuple[T, T], int] = {}
        for mark, brought in self._brought.items():
            for pair, more in _differences(brought, self._brings(mark)):
                if self._may_pair(*pair):
                    shared = self._shared.get(pair, 0)
                    before.setdefault(pair, shared)
                    if shared + more:
                        self._shared[pair] = shared + more
                    else:
                        del self._shared[pair]
            is_crowded = len(self._holders[mark]) > self._most
            (self.crowded.add if is_crowded else self.crowded.discard)(mark)
            if not self._holders[mark]:
                del self._holders[mark]
        self._brought.clear()
        return before

    def _note(self, mark: M) -> None:
        if mark not in self._brought:
            self._brought[mark] = self._brings(mark)

    def _brings(self, mark: M) -> tuple[T, ...]:
        holders = self._holders[mark]
        return tuple(holders) if len(holders) <= self._most else ()


def _differences(before: tuple[T, ...], after: tuple[T, ...]) -> Iterator[tuple[tuple[T, T], int]]:
    """Give the pairs among the ones but not among the others: -1 for one lost, 1 for one won."""
    stay = set(before).intersection(after)
    for texts, more in ((before, -1), (after, 1)):
        together = [text for text in texts if text in stay]
        for text in texts:
            if text not in stay:
                for other in together:
                    yield ((text, other) if text.id < other.id else (other, text)), more
                together.append(text)


def came_and_went(
    before: Mapping[str, Trace], now: Mapping[str, Trace]
) -> tuple[dict[str, Trace], list[str]]:
    """Give the traces that came or are others, by source id, and the sources that went or had one.

    A trace that is equal to that of before has neither come nor gone.
    """
    known = before.get
    came = {
        source_id: trace
        for source_id, trace in now.items()
        if (old := known(source_id)) is not trace and old != trace
    }
    return came, [i for i in before if i in came or i not in now]
