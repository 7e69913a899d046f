"""A passage goes in; speech that a dash opens, and words of saying set inside of speech, come out.

Russian and Kazakh open a turn of speech with a dash («– Жауап, – деді ол.») and set the word of
saying between dashes, inside of quotation marks too («А, – сказал он. – Б»): then each part is a
stretch of its own. Interviews do the same in other languages.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from sijill.citation import Span
from sijill.documents.passage import Passage, count_words
from sijill.documents.quotation_marks import MARKS, Quoted
from sijill.documents.stretches import beginning_in
from sijill.immutable import immutable
from sijill.speech.cues import BESIDE_MARKS, Saying, SpeechMarks
from sijill.speech.interviews import find_interview, turn_at

_DASHES = "–—―‒-"
_TURN = re.compile(rf"[{_DASHES}]\s+(?=[^\s{MARKS}{_DASHES}])")
_DASH = re.compile(rf"[{_DASHES}]\s")
_DASHED_LINE = re.compile(rf"\n[{_DASHES}]")
# «…, – said X. – …»: where the words break off, and where they go on.
_BREAKS_OFF = re.compile(rf"(?:[,،]|(?<=[?!؟…]))\s*[{_DASHES}]\s+")
_GOES_ON = re.compile(rf"[.,،;]\s*[{_DASHES}]\s+")
_STOP = re.compile(r"[.!?…]\s")
#: A word of saying with its subject, set inside of speech, is not longer (code points).
LONGEST_INSERTION = 160
# The word of saying is among the first of what is set in.
_NEAR = 60
_LEAST_WORDS = 2
_start = attrgetter("start")
_EDGE = " \t\u00a0,،;:.–—-―"


@immutable
class Part:
    """A stretch of one speech: its span, and the word of saying set beside it, if there is one.

    `is_marked` is false for the words behind a label («ج: …»): neither marks nor a dash open them.
    """

    span: Span
    saying: Saying | None
    is_marked: bool = True


def find_turns(passage: Passage, marks: SpeechMarks) -> list[Part]:
    """Find speech in lines that open with a dash or label; questions of an interview are left out.

    A line with a word of saying between dashes is speech. Without one it is speech in an interview
    only, where other lines ask. So a list of points is none.
    """
    text = passage.text
    found: list[Part] = []
    turns = find_interview(passage)
    for match in _dashed(text):
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        parts = split_speech(text, marks, match.end(), end)
        turn = turn_at(turns, match.start())
        if (turn and not turn.asks) or any(part.saying for part in parts):
            found.extend(parts)
    for turn in turns:
        if turn.goes_on and turn.words is None:
            found.extend(split_speech(text, marks, turn.start, turn.end))
        elif turn.words is not None and not turn.asks:
            span = _trimmed(text, turn.words, turn.end, more="。．")
            found.append(Part(span, None, is_marked=False))
    words = [count_words(text[p.span.start : p.span.end], passage.language) for p in found]
    return [p for p, count in zip(found, words, strict=True) if count >= _LEAST_WORDS]


def _dashed(text: str) -> Iterator[re.Match[str]]:
    """Give the dash, with the blanks behind it, of each line that opens with one."""
    if match := _TURN.match(text):
        yield match
    for line in _DASHED_LINE.finditer(text):
        if match := _TURN.match(text, line.end() - 1):
            yield match


def split_speech(text: str, marks: SpeechMarks, start: int, end: int) -> list[Part]:
    """Cut a speech where words of saying are set into it; one part when there are none."""
    parts: list[Part] = []
    at = start
    while True:
        cut = _insertion(text, marks, at, end)
        if cut is None:
            break
        edge, saying, onward = cut
        parts.append(Part(_trimmed(text, at, edge), saying))
        if onward >= end:
            return _whole(parts)
        at = onward
    last = parts[-1].saying if parts else None
    parts.append(Part(_trimmed(text, at, end), last))
    return _whole(parts)


def _whole(parts: list[Part]) -> list[Part]:
    return [part for part in parts if part.span.start < part.span.end]


def _insertion(
    text: str, marks: SpeechMarks, start: int, end: int
) -> tuple[int, Saying, int] | None:
    """Give where speech breaks off, the word of saying there, and where it goes on."""
    sayings = marks.sayings
    if not beginning_in(sayings, start, end) or not _DASH.search(text, start, end):
        return None  # as in most speech
    for match in _BREAKS_OFF.finditer(text, start, end):
        index = bisect_left(sayings, match.end(), key=_start)
        near = min(end, match.end() + _NEAR)
        if index >= len(sayings) or sayings[index].start >= near:
            continue
        saying = sayings[index]
        if saying.takes.isdisjoint(BESIDE_MARKS) or _STOP.search(text[match.end() : saying.start]):
            continue
        onward = _GOES_ON.search(text, saying.end, min(end, match.end() + LONGEST_INSERTION))
        return match.start(), saying, onward.end() if onward else end
    return None


def _trimmed(text: str, start: int, end: int, *, more: str = "") -> Span:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE + more:
        end -= 1
    return Span(start, end)


def split_quoted(passage: Passage, marks: SpeechMarks, quoted: Quoted) -> list[tuple[Quoted, Part]]:
    """Cut what stands in one pair of marks at words of saying; nothing when none are set in it."""
    parts = split_speech(passage.text, marks, quoted.start, quoted.end)
    if len(parts) < 2:
        return []
    out = []
    for number, part in enumerate(parts):
        start = quoted.outer.start if number == 0 else part.span.start
        end = quoted.outer.end if number == len(parts) - 1 else part.span.end
        out.append((Quoted(part.span.start, part.span.end, Span(start, end), 0, quoted.sign), part))
    return out
