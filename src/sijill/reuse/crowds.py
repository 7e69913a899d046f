"""Texts that share runs of words with very many others go in; which of them repeat one that leads
them comes out.

A text that a thousand outlets carry would make half a million pairs. Here each is held against a
few leaders alone, so that the time grows with the number of texts and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

#: So many leaders are known for one run, and so many are asked for one text.
LEADERS = 16


def followers(
    texts: Iterable[str],
    runs: Mapping[str, Iterable[int]],
    likeness: Callable[[str, str], float | None],
    *,
    shared: int,
) -> dict[str, str]:
    """Give for each text that repeats a leader that leader.

    `texts` are ids in the order in which they came out, `runs` those of each that very many have.
    `likeness` gives how like a leader and a text are, None for what is no copy; it is asked where
    at least `shared` runs are common. The first text is a leader, and so is each that repeats none
    it shares runs with. Of the leaders of one run those stay known that were repeated last.
    """
    leaders: dict[int, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for text in texts:
        own = sorted(runs[text])
        common = Counter(leader for run in own for leader in leaders[run])
        likely = sorted(common, key=lambda leader: (-common[leader], leader))[:LEADERS]
        alike = {
            leader: how
            for leader in likely
            if common[leader] >= shared and (how := likeness(leader, text)) is not None
        }
        leader = max(alike, key=lambda one: (alike[one], one), default=text)
        if leader is not text:
            found[text] = leader
        for run in own:
            known = leaders[run]
            if leader in known:
                known.remove(leader)
            known.append(leader)
            del known[:-LEADERS]
    return found
