"""Words that begin what "others" say go in; what "some" said before it comes out.

«По одним данным, их было 40; по другим – 60», "Some reports give ten. Others speak of thirty."

The halves stand at a comma or a semicolon, or in two sentences one behind the other. They are
accounts of one thing where both give a number, of the same things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sijill.citation import Span
from sijill.documents.expressions import ends_in, expression
from sijill.documents.patterns import Hit
from sijill.reuse.numbers import Number, find_numbers
from sijill.tellings.claim_words import sentence_around
from sijill.text import fold

#: Words that share so many first letters are forms of one.
_STEM = 4
#: Accounts of one thing give numbers no more than so many times as large as each other's.
_FARTHEST = 100
_BREAKS = ";؛；"
_JOINTS = ",،、" + _BREAKS
_BLANKS = " \t\u00a0"
_ENDS = ".!?؟。"
#: So far before "others" the words joined onto it begin: «ووفق أخرى», "and according to others".
_JOINED = 10
_NOUN = re.compile(r"\s*(?:-[^\W\d_]+\s*)?([^\W\d_]{4,})")


def two_accounts(
    text: str, language: str, sign: Hit, firsts: Sequence[Hit], *, is_bare: bool
) -> tuple[Span, Span] | None:
    """Give what some say, and what others do whose words begin with a sign; None for no such two.

    `firsts` are the words in the text that begin what some say. With `is_bare` the sign tells
    nothing itself, so what is told must follow at once.
    """
    if is_bare and not expression(language, "others_tell").match(text, sign.end):
        return None
    head = Span(*sentence_around(text, sign.start, sign.end))
    begin = sign.start
    before_others = ends_in(language, "others_joined")
    joined = before_others.search(text, max(head.start, begin - _JOINED), begin)
    if joined is not None:
        begin = joined.start()
    at = begin - 1
    while at >= head.start and text[at] in _BLANKS:
        at -= 1
    if at >= head.start:
        if text[at] not in _JOINTS:
            return None
        start, end = head.start, at
    else:
        before = _sentence_before(text, head)
        if before is None:
            return None
        start, end = before.start, before.end
    here = [first for first in firsts if start <= first.start and first.end <= end]
    if not here:
        return None
    # What a semicolon parts from it before is another matter.
    start = max([text.rfind(b, start, here[-1].start) + 1 for b in _BREAKS] + [start])
    ends = [i for b in _BREAKS if (i := text.find(b, sign.end, head.end)) >= 0]
    one, other = Span(start, end), Span(begin, min(ends, default=head.end))
    return (one, other) if _number_the_same(text, language, one, other) else None


def _sentence_before(text: str, head: Span) -> Span | None:
    at = head.start - 1
    while at >= 0 and text[at] in _BLANKS:
        at -= 1
    if at < 0 or text[at] not in _ENDS:
        return None
    before = Span(*sentence_around(text, at, at + 1))
    return before if before.end <= head.start else None


def _number_the_same(text: str, language: str, one: Span, other: Span) -> bool:
    """Say whether both have numbers, and what the other counts is named in the one.

    «о десяти гостях – о тридцати» counts guests, “three sports – 40 budgets” does not.
    """
    numbers = find_numbers(text[other.start : other.end], language)
    before = find_numbers(text[one.start : one.end], language)
    if not any(_are_near(a.value, b.value) for a in before for b in numbers):
        return False
    first = fold(text[one.start : one.end])
    counted = [noun for number in numbers if (noun := _counted(text, language, other, number))]
    return not counted or any(noun in first for noun in counted)


def _are_near(one: float, other: float) -> bool:
    low, high = sorted((abs(one), abs(other)))
    return high <= _FARTHEST * max(low, 1)


def _counted(text: str, language: str, words: Span, number: Number) -> str:
    """Give the beginning of the word that a number counts; empty where none follows it."""
    behind = text[words.start + number.end : words.end]
    if language == "ja":
        return behind[:1] if behind[:1].isalpha() else ""
    noun = _NOUN.match(behind)
    return fold(noun.group(1))[:_STEM] if noun else ""
