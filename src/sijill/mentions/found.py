"""Candidates go in one behind the other; those of one kind, and those near a place, come out.

Most rules ask for the people alone, the posts or the places, or for what stands beside one of them.
What was found is laid out once for all of them, as far as somebody asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from sijill.documents.document import DATE, ORGANISATION, PERSON, PLACE, POST, MentionKind
from sijill.mentions.candidates import Candidate, Nearby


class Found(list[Candidate]):
    """What was found in a text so far, in order; others are only added behind them."""

    def __init__(self, candidates: Iterable[Candidate] = ()) -> None:
        super().__init__(candidates)
        self._by_kind: dict[MentionKind, list[Candidate]] = {
            PERSON: [], POST: [], ORGANISATION: [], PLACE: [], DATE: []
        }  # fmt: skip
        self._near = Nearby()
        self._parted = self._placed = 0

    def of_kind(self, kind: MentionKind) -> Sequence[Candidate]:
        """Give those of one kind, in order."""
        if self._parted < len(self):
            by_kind = self._by_kind
            for c in islice(self, self._parted, None):
                by_kind[c.kind].append(c)
            self._parted = len(self)
        return self._by_kind[kind]

    def near(self) -> Nearby:
        """Give them by where they stand."""
        if not self._placed:
            self._near = Nearby(self)
        else:
            for c in islice(self, self._placed, None):
                self._near.add(c)
        self._placed = len(self)
        return self._near


def found_of(candidates: Sequence[Candidate]) -> Found:
    """Give what was found, laid out once: as it is where a rule has changed nothing."""
    return candidates if isinstance(candidates, Found) else Found(candidates)


def of_kind(candidates: Iterable[Candidate], kind: MentionKind) -> Sequence[Candidate]:
    """Give the candidates of one kind, in order."""
    if isinstance(candidates, Found):
        return candidates.of_kind(kind)
    return [c for c in candidates if c.kind is kind]


def nearby(candidates: Iterable[Candidate]) -> Nearby:
    """Give candidates by where they stand; none is to be added there."""
    return candidates.near() if isinstance(candidates, Found) else Nearby(candidates)
