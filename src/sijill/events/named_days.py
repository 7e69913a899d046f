"""A happening told beside another one goes in; its day, counted from that one's, comes out.

“On the eve of the signing”, “the day after the dinner”, «في اليوم التالي للمأدبة»: the day is told
where the other happening was (`data/<language>/named_happenings.tsv`; expressions day_before_named,
day_after_named).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from sijill.documents.expressions import expression
from sijill.happenings.drafts import Discourse, Draft
from sijill.happenings.triggers import Trigger
from sijill.tables import data_path, open_table
from sijill.temporal.chronology import first_day, last_day
from sijill.temporal.clock import day_edtf
from sijill.text import fold

# Who did it stands between the words and a trigger that begins its window (code points).
_NEAR = 40
_SIGN = re.compile("[,،;؛:.]")
_LAST = "last"
_LONGEST = timedelta(14)
_COUNTED = (("day_before_named", -1), ("day_after_named", 1))


@cache
def _named(language: str) -> dict[str, tuple[frozenset[str], str]]:
    """Give the types that a noun may tell, and which of its days is meant: first or last."""
    if not data_path(f"{language}/named_happenings.tsv").exists():
        return {}
    rows = open_table(f"{language}/named_happenings.tsv", ("word", "types", "day"))
    return {fold(r["word"]): (frozenset(r["types"].split("/")), r["day"]) for r in rows}


class NamedDays:
    """Finds the days of one discourse that are counted from a happening told by its name."""

    def __init__(self, discourse: Discourse) -> None:
        self._passage = discourse.passage
        self._arguments = discourse.arguments
        #: The words that count, by their stretch: several triggers stand in one sentence.
        self._counted: dict[tuple[int, int], list[tuple[re.Match[str], int]]] = {}

    def day(self, trigger: Trigger, drafts: Sequence[Draft]) -> str | None:
        """Give the EDTF of a trigger's day, None where it is not counted from one of `drafts`."""
        if not drafts or not self._counting(trigger):
            return None  # as for nearly all
        for found, told, days in self._found(trigger, drafts):
            if self._is_of(trigger, found) and not _is_noun(trigger, found):
                return day_edtf(told, days)
        return None

    def is_told(self, trigger: Trigger, drafts: Sequence[Draft]) -> bool:
        """Say whether a trigger is only the name of one of `drafts` from which a day is counted."""
        told = self._found(trigger, drafts) if drafts and self._counting(trigger) else ()
        return any(_is_noun(trigger, found) for found, _, _ in told)

    def _found(
        self, trigger: Trigger, drafts: Sequence[Draft]
    ) -> Iterator[tuple[re.Match[str], date, int]]:
        """Give the words of a sentence that count from a happening told, its day, and how far."""
        named = _named(self._passage.language)
        for found, days in self._counting(trigger):
            words = [fold(found[group] or "") for group in ("noun", "second")]
            types, which = next((named[w] for w in words if w in named), (frozenset(), ""))
            told = [d for d in reversed(drafts) if d.type in types]
            known = [day for d in told if (day := _edge(d, which, days)) is not None]
            if known:
                yield found, known[0], days

    def _counting(self, trigger: Trigger) -> list[tuple[re.Match[str], int]]:
        """Give the words of a trigger's sentence that count from another happening, and how far."""
        sentence = self._arguments.span_of(trigger)
        place = sentence.start, sentence.end
        counted = self._counted.get(place)
        if counted is None:
            counted = self._counted[place] = [
                (found, days)
                for name, days in _COUNTED
                for found in expression(self._passage.language, name).finditer(
                    self._passage.text, *place
                )
            ]
        return counted

    def _is_of(self, trigger: Trigger, found: re.Match[str]) -> bool:
        """Say whether words stand in a trigger's window, or right before it.

        The noun in them may be a trigger, too, and part them from the one they speak of.
        """
        window = trigger.window
        if found.start() >= window.start:
            return found.start() < window.end
        between = self._passage.text[found.end("noun") : max(window.start, found.end("noun"))]
        return len(between) <= _NEAR and _SIGN.search(between.strip(" ,،")) is None


def _is_noun(trigger: Trigger, found: re.Match[str]) -> bool:
    return found.start("noun") < trigger.end and trigger.start < found.end("noun")


def _edge(told: Draft, which: str, days: int) -> date | None:
    """Give the day of a happening that others are counted from: its first or its last one."""
    first, last = first_day(told.date), last_day(told.date)
    if first is None or last is None or len(told.date or "") < len("2025-01-01"):
        return None
    if last - first > _LONGEST:
        return None
    return last if which == _LAST or (which != "first" and days > 0) else first
