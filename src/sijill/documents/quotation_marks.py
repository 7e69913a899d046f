"""A text goes in; what stands between quotation marks comes out, outermost first.

All marks of the five languages are read: « » “ ” „ “ ‘ ’ ‹ › 「 」 『 』 and the straight ones. A
speech that goes on in the next paragraph, where the opening mark is repeated, is one stretch.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from sijill.citation import Span
from sijill.immutable import immutable

#: What closes each opening mark.
PAIRS = {
    "«": "»",
    "“": "”",
    "„": "“”",
    "‹": "›",
    "‘": "’",
    "「": "」",
    "『": "』",
    "〝": "〟",
    "❝": "❞",
}
_CLOSING = frozenset("".join(PAIRS.values()))
_STRAIGHT = '"'
_APOSTROPHE = "'"
#: Marks that stand at the edges of words said, the straight one at both; for classes of patterns.
#: Single ones are left out: they stand inside of words, and inside of other marks.
OPENING = '«“„「『"'
CLOSING = '»”“」』"'
MARKS = '«»“”„「」『』"'
#: Pairs of marks that do nothing else: “ also closes what „ opens, ’ stands inside of words.
SURE_PAIRS = tuple((o, c) for o, c in PAIRS.items() if o not in "„‘")
_SIGNS = re.compile("[" + "".join(PAIRS) + "".join(sorted(_CLOSING)) + "\"'\n" + "]")
# A speech may run over this many paragraphs when each repeats the opening mark.
_MOST_PARAGRAPHS = 8
_outer_start = attrgetter("outer.start")


@immutable
class Quoted:
    """A stretch in quotation marks: `[start, end)` inside them, `outer` with them.

    `depth` is 0 outside of any other quotation marks. `sign` is the opening mark.
    """

    start: int
    end: int
    outer: Span
    depth: int
    sign: str

    @property
    def inner(self) -> Span:
        """What stands inside the marks."""
        return Span(self.start, self.end)


def find_quoted(text: str) -> tuple[Quoted, ...]:
    """Find every quoted stretch, sorted by its start; marks without a fellow are left out."""
    found: list[Quoted] = []
    stack: list[tuple[str, int]] = []
    paragraphs = 0
    for match in _SIGNS.finditer(text):
        sign, at = match.group(), match.start()
        if sign == "\n":
            stack, paragraphs = _over_the_line(text, at, stack, paragraphs)
            continue
        if stack and _closes(sign, stack[-1][0], text, at):
            opened, start = stack.pop()
            _add(found, text, opened, start, at, len(stack))
        elif sign in PAIRS and not (sign == "“" and stack and stack[-1][0] == "„"):
            if not (stack and stack[-1][0] == sign and _begins_line(text, at)):
                stack.append((sign, at))
        elif sign == _STRAIGHT:
            if _may_open(text, at):
                # Two straight marks that both open: the first has lost its fellow.
                if stack and stack[-1][0] == _STRAIGHT:
                    if _begins_line(text, at):
                        continue
                    stack.pop()
                stack.append((sign, at))
        elif sign == _APOSTROPHE and not stack and _opens_word(text, at):
            stack.append((sign, at))
        elif sign in _CLOSING:
            # A closing mark of an outer pair: what was opened inside has lost its fellow.
            depth = next(
                (n for n in range(len(stack) - 1, -1, -1) if sign in PAIRS.get(stack[n][0], "")),
                None,
            )
            if depth is not None:
                opened, start = stack[depth]
                del stack[depth:]
                _add(found, text, opened, start, at, depth)
    found.sort(key=lambda q: (q.outer.start, -q.outer.end))
    return tuple(found)


def _add(found: list[Quoted], text: str, sign: str, opening: int, closing: int, depth: int) -> None:
    start, end = opening + 1, closing
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Quoted(start, end, Span(opening, closing + 1), depth, sign))


def _begins_line(text: str, at: int) -> bool:
    return text[text.rfind("\n", 0, at) + 1 : at].strip() == ""


def _may_open(text: str, at: int) -> bool:
    return at + 1 < len(text) and not text[at + 1].isspace()


def _opens_word(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    return (before.isspace() or before in "([—–-") and text[at + 1 : at + 2].isalnum()


def _closes(sign: str, opened: str, text: str, at: int) -> bool:
    if opened == _STRAIGHT:
        if sign != _STRAIGHT:
            return False
        after = text[at + 1 : at + 2]
        return not (text[at - 1].isspace() and (after.isalnum() or after == "«"))
    if opened in (_APOSTROPHE, "‘"):
        fellow = sign in ("'", "’") if opened == _APOSTROPHE else sign == "’"
        return fellow and not text[at + 1 : at + 2].isalnum() and not text[at - 1].isspace()
    return sign in PAIRS.get(opened, "")


def _over_the_line(
    text: str, at: int, stack: list[tuple[str, int]], paragraphs: int
) -> tuple[list[tuple[str, int]], int]:
    """Keep an open stretch over a line's end when the next line repeats its mark."""
    if not stack:
        return [], 0
    rest = text[at:].lstrip() if len(text) - at < 4096 else text[at : at + 4096].lstrip()
    outer = stack[0]
    if rest.startswith(outer[0]) and outer[0] != _APOSTROPHE and paragraphs < _MOST_PARAGRAPHS:
        return [outer], paragraphs + 1
    return [], 0


def quoted_around(outermost: Sequence[Quoted], offset: int) -> Quoted | None:
    """Give the stretch of an ordered list of outermost ones that holds an offset."""
    at = bisect_right(outermost, offset, key=_outer_start) - 1
    if at >= 0 and outermost[at].start <= offset < outermost[at].end:
        return outermost[at]
    return None
