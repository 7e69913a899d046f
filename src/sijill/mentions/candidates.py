"""Spans from several sources go in; those that go together come out, nested and never crossing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from sijill.citation import Ranged
from sijill.documents.deadline import check
from sijill.documents.document import DATE, ORGANISATION, PERSON, PLACE, POST, MentionKind
from sijill.immutable import immutable
from sijill.word_tables import KERNELS

#: Kinds in which no other mention may lie.
CLOSED = frozenset((PERSON, ORGANISATION, PLACE, DATE))
#: Names of kinds, and kinds by name: Python 3.11 takes ten times as long to ask an enumeration.
KIND_NAMES = {kind: kind.value for kind in MentionKind}
KIND_BY_NAME = {kind.value: kind for kind in MentionKind}
#: How sure a name of the register is; a person's name is believed before the tagger.
KNOWN_PERSON, KNOWN_STATE, KNOWN_BODY, KNOWN_PLACE = 0.9999, 0.9, 0.85, 0.75
#: An outer name this sure swallows what lies inside it, however sure that is.
SURE_OUTER = 0.45
#: The text is looked at in stretches of this many code points, …
CELL = 128
#: … but so many times all candidates are looked through, which takes less than laying them out.
FEW = 6


@immutable
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
        if start == self.start and end == self.end:
            return self
        return Candidate(self.kind, start, end, self.rule, self.confidence)


class Nearby:
    """Candidates by the stretch of text they lie in, so that neighbours are found at once.

    They are laid out when somebody asks more than a few times: many a text has little to ask about.
    """

    def __init__(self, candidates: Iterable[Candidate] = ()) -> None:
        self._added = list(candidates)
        self._cells: defaultdict[int, list[Candidate]] = defaultdict(list)
        self._looks = FEW

    def add(self, c: Candidate) -> None:
        """Put one more in."""
        self._added.append(c)

    def overlapping(self, c: Candidate) -> list[Candidate]:
        """Give those that share a character with one, each once; itself too if it was put in."""
        return self.within(c.start, c.end)

    def within(self, start: int, end: int) -> list[Candidate]:
        """Give those that share a character with `text[start:end]`, each once."""
        check()
        first, last = start // CELL, (end - 1) // CELL
        if self._added:
            # Those of one stretch are given in the order in which they were put in.
            if self._looks and first == last and not self._cells:
                self._looks -= 1
                return [o for o in self._added if o.start < end and start < o.end]
            self._lay_out()
        if first == last:
            return [o for o in self._cells.get(first, ()) if o.start < end and start < o.end]
        return [
            o
            for cell in range(first, last + 1)
            for o in self._cells.get(cell, ())
            if o.start < end and start < o.end and cell == max(first, o.start // CELL)
        ]

    def _lay_out(self) -> None:
        """Put those that were added into all stretches that they touch."""
        cells = self._cells
        for c in self._added:
            first, last = c.start // CELL, (c.end - 1) // CELL
            if first == last:
                cells[first].append(c)
            else:
                for cell in range(first, last + 1):
                    cells[cell].append(c)
        self._added = []


PlainNearby = Nearby

# The same in C, where that was built: a text asks some hundred times.
if not TYPE_CHECKING and KERNELS is not None:
    Nearby = partial(KERNELS.Nearby, check, CELL)


def _weight(c: Candidate) -> tuple[float, int, int, str]:
    """Who wins when two do not go together: the surer one, then the longer, then the earlier."""
    return (-c.confidence, -(c.end - c.start), c.start, KIND_NAMES[c.kind])


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
        rule = other.rule if other.confidence > c.confidence else c.rule
        sure = round(1 - (1 - c.confidence) * (1 - other.confidence), 4)
        merged[key] = Candidate(*key, rule, sure, c.value or other.value)
    return list(merged.values())


def untangle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep what goes together, by place, the outer before the inner one."""
    kept: list[Candidate] = []
    # Those that hang together: no other shares a character with one of them.
    group: list[Candidate] = []
    end = 0
    for c in sorted(candidates, key=attrgetter("start")):
        if c.start < end:
            group.append(c)
            end = max(end, c.end)
        elif c.start < c.end:
            kept += _untangled(group) if len(group) > 1 else group
            group, end = [c], c.end
    kept += _untangled(group) if len(group) > 1 else group
    return kept


def _untangled(group: list[Candidate]) -> list[Candidate]:
    """Keep of several that hang together what goes together, by place."""
    group = merge(group)
    if len(group) == 1:
        return group
    outer = [c for c in group if c.kind in (ORGANISATION, PLACE) and c.confidence >= SURE_OUTER]
    kept: list[Candidate] = []
    ranked = sorted(group, key=_weight)
    if outer:
        # Places inside a sure longer name come last: of «Embassy of Japan in Amman» only the whole
        # is kept, but if that name falls out its places are still there.
        ranked.sort(key=lambda c: _is_swallowed(c, outer))
    for c in ranked:
        check()
        if all(not c.overlaps(other) or _go_together(c, other) for other in kept):
            kept.append(c)
    # No two at one place go together, so that nothing else has to tell which comes first.
    return sorted(kept, key=lambda c: (c.start, -c.end))


def _is_swallowed(c: Candidate, outer: Iterable[Candidate]) -> bool:
    """Say whether a place lies inside a longer name which is sure enough."""
    return c.kind is PLACE and any(
        o.contains(c) and (o.end - o.start) > (c.end - c.start) for o in outer
    )


def _go_together(a: Candidate, b: Candidate) -> bool:
    """Say whether two that share a character may both stay."""
    if a.kind is b.kind or (a.start, a.end) == (b.start, b.end):
        return False
    if a.contains(b):
        outer, inner = a, b
    elif b.contains(a):
        outer, inner = b, a
    else:
        return False
    return outer.kind not in CLOSED and inner.kind not in (POST, DATE)
