"""A meeting's trigger goes in; how long it lasted and when it began come out.

Both stand in its own clause, or in the sentences right behind it, which go on telling of it until
they tell another happening: “The King received the guest. The talk lasted twenty minutes.”
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sijill.citation import Span
from sijill.documents.counted import Numbers
from sijill.documents.document import DATE, Mention
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.documents.patterns import Hit
from sijill.documents.stretches import beginning_in
from sijill.happenings.arguments import Arguments
from sijill.happenings.triggers import Trigger
from sijill.immutable import immutable
from sijill.temporal.chronology import single_day

_NOON = 12
# How far behind a happening the text goes on telling of it (sentences).
_GOES_ON = 2
# A word of lasting stands this near to the length (code points).
_LASTING = 40
# Hours and the minutes beyond them stand side by side: “an hour and forty minutes”.
_BESIDE = 14
# A longer one (minutes) is no meeting's.
_LONGEST = 600
_CLAUSE = re.compile(r"[,،、;؛:](?!\d)")


@immutable
class _Length:
    start: int
    end: int
    minutes: int


class Lengths:
    """Finds lengths and beginnings of meetings; `numbers` are those of the passage."""

    def __init__(
        self,
        passage: Passage,
        arguments: Arguments,
        triggers: Sequence[Trigger],
        numbers: Numbers,
    ) -> None:
        self._passage = passage
        self._arguments = arguments
        self._triggers = triggers
        self._numbers = numbers

    def minutes(self, trigger: Trigger) -> tuple[int, Span] | None:
        """Give how long a meeting lasted, in minutes, with the sentence that tells it."""
        sentence = self._arguments.span_of(trigger)
        for length in self._lengths(trigger.window.start, trigger.window.end):
            if length.start >= trigger.start or not self._parted(length.end, trigger.start):
                return length.minutes, sentence
        for length in self._lengths(trigger.window.end, sentence.end):
            if not self._triggers_in(trigger.end, length.start):
                return length.minutes, sentence
        for span, other in self._sequels(trigger):
            for length in self._lengths(span.start, span.end):
                own = other is None or self._parted(length.end, other)
                if own and self._lasts(length):
                    return length.minutes, span
        return None

    def begins(self, trigger: Trigger, *, meeting: bool) -> tuple[str, Span] | None:
        """Give the time of day at which it began, as HH:MM, with the sentence that tells it.

        Only of a meeting the sentences behind it may tell the time.
        """
        clock = self._clock(trigger.window.start, trigger.window.end)
        if clock is not None or not meeting:
            return (clock, self._arguments.span_of(trigger)) if clock is not None else None
        for span, other in self._sequels(trigger):
            told = any(self._lasts(n) for n in self._lengths(span.start, span.end))
            if told or self._is_begun(span):
                clock = self._clock(span.start, span.end if other is None else other)
                if clock is not None:
                    return clock, span
        return None

    def day(self, trigger: Trigger) -> Mention | None:
        """Give the day that the next sentences tell: “It began at 11:30 on 18 December”."""
        for span, other in self._sequels(trigger):
            if other is not None or not self._is_begun(span):
                continue
            days = self._passage.mentions_in(span.start, span.end, (DATE,))
            for mention in days:
                if single_day(mention.value) is not None and not self._arguments.is_since(mention):
                    return mention
        return None

    def _sequels(self, trigger: Trigger) -> list[tuple[Span, int | None]]:
        """Give the sentences that go on, each with where it turns to another happening."""
        sentences = self._passage.sentences
        own = sentences[trigger.sentence]
        if own.paragraph == 0 or self._triggers_in(trigger.end, own.end):
            return []
        found: list[tuple[Span, int | None]] = []
        for sentence in sentences[trigger.sentence + 1 : trigger.sentence + 1 + _GOES_ON]:
            if sentence.paragraph != own.paragraph:
                break
            others = self._triggers_in(sentence.start, sentence.end)
            other = others[0].start if others else None
            found.append((Span(sentence.start, sentence.end if other is None else other), other))
            if others:
                break
        return found

    def _is_begun(self, span: Span) -> bool:
        """Say whether a sentence says of what was told before that it began or took place."""
        begun = expression(self._passage.language, "it_begins")
        return begun.search(self._passage.text[span.start : span.end]) is not None

    def _triggers_in(self, start: int, end: int) -> Sequence[Trigger]:
        return beginning_in(self._triggers, start, end)

    def _parted(self, start: int, end: int) -> bool:
        """Say whether a new clause begins between two places."""
        return _CLAUSE.search(self._passage.text, start, end) is not None

    def _lasts(self, length: _Length) -> bool:
        start, end = length.start - _LASTING, length.end + _LASTING
        return bool(self._arguments.details_in(max(0, start), end, "lasted"))

    def _lengths(self, start: int, end: int) -> list[_Length]:
        """Give the lengths of time that a stretch tells, in order, hours with their minutes."""
        units: list[_Length] = []
        for role, factor in (("hour", 60), ("minute", 1)):
            for hit in self._arguments.details_in(start, end, role):
                number = self._numbers.before(hit)
                if number is None and factor > 1 and self._is_lone(hit):
                    number = 1
                if number is not None and 0 < number * factor <= _LONGEST:
                    units.append(_Length(hit.start, hit.end, int(number * factor)))
        units.sort(key=lambda u: u.start)
        joined: list[_Length] = []
        for unit in units:
            last = joined[-1] if joined else None
            if last and last.minutes >= 60 > unit.minutes and unit.start - last.end <= _BESIDE:
                if not _CLAUSE.search(self._passage.text, last.end, unit.start):
                    joined[-1] = _Length(last.start, unit.end, last.minutes + unit.minutes)
                continue
            joined.append(unit)
        return joined

    def _is_lone(self, hour: Hit) -> bool:
        """Say whether an hour without a number is one hour: «نحو ساعة», «больше часа»."""
        before = self._passage.text[max(0, hour.start - 20) : hour.start]
        return ends_in(self._passage.language, "lone_hour").search(before) is not None

    def _clock(self, start: int, end: int) -> str | None:
        text, language = self._passage.text, self._passage.language
        for match in _clock_times(language).finditer(self._passage.in_digits, start, end):
            before = text[max(0, match.start() - 16) : match.start()]
            behind = text[match.end() : match.end() + 12]
            if ends_in(language, "until_before").search(before) or expression(
                language, "until_after"
            ).match(behind):
                continue  # when it ended
            hour = int(match.group(1))
            minute = match.group(2) or ("30" if match.group(3) else "00")
            is_pm = match.group(4) == "p"
            if hour < _NOON and (is_pm or ends_in(language, "afternoon_before").search(before)):
                hour += _NOON
            return f"{hour:02d}:{minute}"
        return None


@cache
def _clock_times(language: str) -> re.Pattern[str]:
    """Give the expression for a time of the day; its groups: hour, minutes, “half”, a or p."""
    sign = expression(language, "hour_sign", "[:.]").pattern
    half = expression(language, "half_hour").pattern
    # What opens with a digit, and not with what stands before it, is tried at digits only.
    hour = r"\d(?<![\d:.]\d)(?:(?<=[01])\d|(?<=2)[0-3])?"
    return re.compile(
        rf"({hour})(?:(?:{sign})([0-5]\d)?({half})?(?![\d%])|(?=\s?[ap]\.?m\b))"
        r"(?:\s?([ap])\.?m\b)?"
    )
