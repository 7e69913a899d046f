"""A trigger's sentence goes in; the details its type has come out.

How many documents were signed, how long it lasted, when it began, which meal, which format of
visit, the words that say what was agreed or planned, and the amount of money.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sijill.citation import Span
from sijill.documents.counted import numbers_of
from sijill.documents.document import Mention
from sijill.documents.expressions import expression
from sijill.documents.passage import Passage
from sijill.documents.patterns import longest
from sijill.event_types import types_with
from sijill.happenings.arguments import Arguments
from sijill.happenings.lengths import Lengths
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST

_MEETINGS = types_with("timed")
_SIGNED = types_with("documents")
_TOLD_WHAT = types_with("content")
# The signs and codes of currencies, as they are written in every language.
_MONEY = r"(?i:(?:USD|EUR|US\$|\$|€|£|¥)\s?\d[\d.,]*(?:\s?(?:million|billion|trillion|mln|bn|m))?)"


class Details:
    """Finds the details of happenings in one passage; `triggers` are all of its happenings."""

    def __init__(self, passage: Passage, arguments: Arguments, triggers: Sequence[Trigger]) -> None:
        self._passage = passage
        self._arguments = arguments
        self._numbers = numbers_of(passage)
        self._lengths = Lengths(passage, arguments, triggers, self._numbers)

    def details(
        self, trigger: Trigger, kind: str
    ) -> tuple[dict[str, str | int | float], dict[str, Span]]:
        """Give the details of a happening of the type `kind`, empty when none is told.

        With them the sentences behind its own in which some of them are told, by their names.
        """
        out: dict[str, str | int | float] = {}
        told_in: dict[str, Span] = {}
        sentence = self._arguments.span_of(trigger)
        if kind == "visit":
            form = self.visit_format(trigger)
            if form:
                out["visit_format"] = form
        if kind in _SIGNED:
            documents = self._documents(trigger)
            if documents is not None:
                out["documents"] = documents
        lengths = self._lengths
        minutes = lengths.minutes(trigger) if kind in _MEETINGS else None
        if minutes is not None:
            out["minutes"], told_in["minutes"] = minutes
        if kind == "banquet":
            meal = self._role(trigger.start, trigger.end, "meal:") or self._role(
                trigger.window.start, trigger.window.end, "meal:"
            )
            if meal:
                out["meal"] = meal
        begins = lengths.begins(trigger, meeting=kind in _MEETINGS)
        if begins is not None:
            out["begins"], told_in["begins"] = begins
        if kind in _MEETINGS:
            part = self._role(trigger.window.start, trigger.window.end, "part:") or self._role(
                sentence.start, trigger.start, "part:"
            )
            if part:
                out["part_of_day"] = part
        if kind in _TOLD_WHAT:
            what = self._what(trigger)
            if what:
                out["what"] = what
            amount = expression(self._passage.language, "amount", _MONEY)
            money = amount.search(self._passage.in_digits, sentence.start, sentence.end)
            if money:
                out["amount"] = self._passage.text[money.start() : money.end()]
        return out, {name: span for name, span in told_in.items() if not sentence.contains(span)}

    def day_told(self, trigger: Trigger) -> Mention | None:
        """Give the day that the sentences right behind tell of the same happening."""
        return self._lengths.day(trigger)

    def visit_format(self, trigger: Trigger) -> str | None:
        """Give the format of a visit that stands at its trigger."""
        start = max(trigger.window.start, trigger.start - 40)
        end = min(self._arguments.span_of(trigger).end, trigger.end + 30)
        forms = [
            h
            for h in self._arguments.details_in(start, end, "format:")
            if h.start < trigger.end + 12 and h.end > trigger.start - 25
        ]
        if not forms:
            return None
        best = max(forms, key=lambda h: (h.end - h.start, -h.start))
        return best.row["role"].removeprefix("format:")

    def _role(self, start: int, end: int, prefix: str) -> str | None:
        hits = self._arguments.details_in(start, end, prefix)
        return hits[0].row["role"].removeprefix(prefix) if hits else None

    def _documents(self, trigger: Trigger) -> int | None:
        sentence = self._arguments.span_of(trigger)
        counted: list[tuple[int, int]] = []
        for hit in self._arguments.details_in(sentence.start, sentence.end, "document"):
            value = self._numbers.before(hit)
            if value is not None and value >= 1:
                counted.append((abs(hit.start - trigger.start), int(value)))
        if counted:
            return min(counted)[1]
        single = self._arguments.details_in(trigger.window.start, trigger.window.end, "single")
        if not single:
            single = self._arguments.details_in(sentence.start, sentence.end, "single")
        kinds = longest(single)
        return len(kinds) if kinds and self._passage.language == "ja" else (1 if kinds else None)

    def _what(self, trigger: Trigger) -> str | None:
        """Give the words of the source that say what it is about: the rest of the clause."""
        sentence = self._arguments.span_of(trigger)
        if self._passage.language in VERB_LAST:
            span = self._passage.trim(trigger.window.start, trigger.end)
        else:
            end = trigger.window.end
            stop = re.search(r"[;؛]|[,،](?!\d)|\s[–—]\s", self._passage.text[trigger.end : end])
            end = trigger.end + stop.start() if stop else min(end, sentence.end)
            span = self._passage.trim(trigger.start, end)
        if span is None or span.end - span.start > 240:
            return None
        return self._passage.text[span.start : span.end]
