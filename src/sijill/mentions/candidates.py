"""Spans from several sources go in; those that go together come out, nested and never crossing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sijill.citation import Ranged
from sijill.documents.deadline import check
from sijill.documents.document import MentionKind

#: Kinds in which no other mention may lie.
CLOSED = frozenset(
    (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.DATE)
)
#: An outer name this sure swallows what lies inside it, however sure that is.
SURE_OUTER = 0.45
#: The text is looked at in stretches of this many code points.
CELL = 128


@dataclass(frozen=True, slots=True)
class Candidate(Ranged):
    """A span that may become a mention; `value` is an EDTF or a register id."""

    kind: MentionKind
    start: int
    end: int
    rule: str
    confidence: float
    value: str | None = None

    def at(self, start: int, end: int) -> Candidate:
        """Give the same candidate at another place; a value does not move along."""
        if (start, end) == (self.start, self.end):
            return self
        return Candidate(self.kind, start, end, self.rule, self.confidence)


class Nearby:
    """Candidates by the stretch of text they lie in, so that neighbours are found at once."""

    def __init__(self, candidates: Iterable[Candidate] = ()) -> None:
        self._cells: dict[int, list[Candidate]] = {}
        for candidate in candidates:
            self.add(candidate)

    def add(self, c: Candidate) -> None:
        """Put one more in."""
        for cell in range(c.start // CELL, (c.end - 1) // CELL + 1):
            self._cells.setdefault(cell, []).append(c)

    def overlapping(self, c: Candidate) -> list[Candidate]:
        """Give those that share a character with one, each once; itself too if it was put in."""
        check()
        found: list[Candidate] = []
        first = c.start // CELL
        for cell in range(first, (c.end - 1) // CELL + 1):
            for o in self._cells.get(cell, ()):
                if o.start < c.end and c.start < o.end and cell == max(first, o.start // CELL):
                    found.append(o)
        return found


def _weight(c: Candidate) -> tuple[float, int, int, str]:
    """Who wins when two do not go together: the surer one, then the longer, then the earlier."""
    return (-c.confidence, -(c.end - c.start), c.start, c.kind.value)


def merge(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Join candidates of one kind at one place: found twice is surer."""
    merged: dict[tuple[MentionKind, int, int], Candidate] = {}
    for c in candidates:
        if c.start >= c.end:
            continue
        key = (c.kind, c.start, c.end)
        other = merged.get(key)
        if other is None:
            merged[key] = c
            continue
        best = min(c, other, key=_weight)
        sure = 1 - (1 - c.confidence) * (1 - other.confidence)
        merged[key] = replace(best, confidence=round(sure, 4), value=c.value or other.value)
    return list(merged.values())


def untangle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep what goes together, by place, the outer before the inner one."""
    merged = merge(candidates)
    swallowed = _swallowed(merged)
    kept: list[Candidate] = []
    near = Nearby()
    # Places inside a sure longer name come last: of «Embassy of Japan in Amman» only the whole is
    # kept, but if that name falls out its places are still there.
    for c in sorted(merged, key=lambda c: (c in swallowed, *_weight(c))):
        if all(_go_together(c, other) for other in near.overlapping(c)):
            kept.append(c)
            near.add(c)
    return sorted(kept, key=lambda c: (c.start, -c.end, c.kind.value))


def _swallowed(candidates: list[Candidate]) -> set[Candidate]:
    """Give the places that lie inside a longer name which is sure enough."""
    outer = Nearby(
        c
        for c in candidates
        if c.kind in (MentionKind.ORGANISATION, MentionKind.PLACE) and c.confidence >= SURE_OUTER
    )
    return {
        c
        for c in candidates
        if c.kind is MentionKind.PLACE
        and any(
            o.contains(c) and (o.end - o.start) > (c.end - c.start) for o in outer.overlapping(c)
        )
    }


def _go_together(a: Candidate, b: Candidate) -> bool:
    if not a.overlaps(b):
        return True
    if a.kind is b.kind or (a.start, a.end) == (b.start, b.end):
        return False
    if a.contains(b):
        outer, inner = a, b
    elif b.contains(a):
        outer, inner = b, a
    else:
        return False
    return outer.kind not in CLOSED and inner.kind not in (MentionKind.POST, MentionKind.DATE)
