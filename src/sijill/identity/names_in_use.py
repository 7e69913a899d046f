"""Spellings that sources use for known entities, and entities that nobody knows, go in; judgements
that these are those come out.

A ring name that one text explains is a name of its bearer in every other text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from sijill.identity.judgement import BY_RULE, Judgement, Verdict, judge
from sijill.identity.locals import Local

_SCORE = 0.75

#: A spelling, and the entry of the register that a source calls by it.
Known = tuple[str, str]
#: A spelling, and an entity of which it is the longest one.
Stranger = tuple[str, Local]


class NamesInUse:
    """Judgements that are brought up to date by what comes and goes."""

    def __init__(self) -> None:
        self._entries: dict[str, Counter[str]] = defaultdict(Counter)
        self._strangers: dict[str, dict[str, Local]] = defaultdict(dict)
        #: By spelling the entry it is a name of, and who is judged to be that.
        self._judged: dict[str, tuple[str, dict[str, Judgement]]] = {}

    def update(
        self,
        gone: tuple[Iterable[Known], Iterable[Stranger]],
        come: tuple[Iterable[Known], Iterable[Stranger]],
        cite: Callable[[Judgement], Judgement],
    ) -> tuple[list[Judgement], list[Judgement]]:
        """Give the judgements that do not hold any more, and those that do now."""
        looked_at: dict[str, None] = {}
        lost: list[Judgement] = []
        for spelling, entry_id in gone[0]:
            looked_at[spelling] = None
            self._entries[spelling] -= Counter((entry_id,))
        for spelling, local in gone[1]:
            del self._strangers[spelling][local.key]
            judged = self._judged.get(spelling)
            if judged is not None:
                lost.append(judged[1].pop(local.key))
        for spelling, entry_id in come[0]:
            looked_at[spelling] = None
            self._entries[spelling][entry_id] += 1
        for spelling, local in come[1]:
            looked_at[spelling] = None
            self._strangers[spelling][local.key] = local
        found: list[Judgement] = []
        for spelling in looked_at:
            self._look_at(spelling, cite, lost, found)
        return lost, found

    def _look_at(
        self,
        spelling: str,
        cite: Callable[[Judgement], Judgement],
        lost: list[Judgement],
        found: list[Judgement],
    ) -> None:
        """Judge those of one spelling: who has it now, by the one entry that it is a name of."""
        entries = self._entries.get(spelling, ())
        entry_id = next(iter(entries)) if len(entries) == 1 else None
        known_id, known = self._judged.pop(spelling, (None, {}))
        if known_id != entry_id:
            lost += known.values()
            known = {}
        strangers = self._strangers.get(spelling)
        if entry_id is None or not strangers:
            return
        for key, local in strangers.items():
            if key not in known:
                reason = f"another source calls {entry_id} “{local.names[0]}”"
                by = BY_RULE + "name-in-use"
                judged = judge(key, entry_id, Verdict.POSITIVE, reason, by=by, score=_SCORE)
                known[key] = cite(judged)
                found.append(known[key])
        self._judged[spelling] = entry_id, known
