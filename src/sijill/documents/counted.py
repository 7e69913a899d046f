"""A passage and a noun in it go in; the number that counts the noun comes out.

«وقعا ثلاث اتفاقيات», “two hours”, «два документа», «3 сағат», 「2時間」.
"""

from __future__ import annotations

import re

from sijill.citation import Span
from sijill.documents.expressions import expression
from sijill.documents.kept_answers import kept_while_read
from sijill.documents.passage import Passage
from sijill.documents.patterns import Hit, longest, pattern_table
from sijill.documents.stretches import beginning_in

_DIGITS = re.compile(r"(?<![\d.,:])\d{1,3}(?![\d.,:]*\d)")
# How far before its noun a number may begin (code points).
_REACH = 30
_REACH_IN_JAPANESE = 4


class Numbers:
    """The numbers of one passage, in digits and in words."""

    def __init__(self, passage: Passage) -> None:
        self._text = passage.text
        self._language = passage.language
        self._plain = passage.in_digits
        table = pattern_table(passage.language, "quantities", ("value",))
        self._in_words = longest(table.scan(passage.text))

    def before(self, hit: Hit) -> float | None:
        """Give the number that counts a noun: the last before it, with few words between.

        A dual counts itself: «وقعا اتفاقين».
        """
        counted = self._counting(hit)
        return counted[1] if counted else None

    def with_noun(self, hit: Hit) -> Span | None:
        """Give the place of a noun with the number that counts it; None for none."""
        counted = self._counting(hit)
        return Span(counted[0], hit.end) if counted else None

    def _counting(self, hit: Hit) -> tuple[int, float] | None:
        """Give where the number that counts a noun begins, and the number."""
        dual = expression(self._language, "two_of_it")
        if dual.match(self._text, hit.start, hit.end):
            return hit.start, 2.0
        start = max(0, hit.start - (_REACH_IN_JAPANESE if self._language == "ja" else _REACH))
        numbers = [
            (m.end(), float(m.group()), m.start())
            for m in _DIGITS.finditer(self._plain, start, hit.start)
        ]
        numbers += [
            (told.end, float(told.row["value"]), told.start)
            for told in beginning_in(self._in_words, start, hit.start)
            if told.end <= hit.start
        ]
        if not numbers:
            return None
        end, value, begin = max(numbers)
        between = self._text[end : hit.start]
        if re.search(r"[.,;،؛。、]", between) or between.count(" ") > 3:
            return None
        return begin, value


#: Gives the numbers of a passage; those of the last one are kept.
numbers_of = kept_while_read(Numbers)
