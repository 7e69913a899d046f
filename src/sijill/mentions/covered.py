"""Candidates go in; whether one of them covers a place in the text comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sijill.mentions.candidates import Candidate


class Covered:
    """The characters of a text that candidates cover, for rules that ask about many places."""

    def __init__(self, text: str, candidates: Iterable[Candidate]) -> None:
        self._signs = bytearray(len(text))
        #: Says whether a candidate covers the character at a place.
        self.holds: Callable[[int], int] = self._signs.__getitem__
        self.add(candidates)

    def add(self, candidates: Iterable[Candidate]) -> None:
        """Let some more cover what they stand on."""
        signs = self._signs
        for c in candidates:
            start, end = c.start, c.end
            signs[start:end] = b"\1" * (end - start)

    def touches(self, start: int, end: int) -> bool:
        """Say whether a candidate shares a character with `[start, end)`."""
        return self._signs.find(1, start, end) >= 0
