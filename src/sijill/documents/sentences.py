"""A text goes in; its sentences come out, with their paragraphs and tokens.

A line is a paragraph; the headline, the first line with words, is paragraph 0. A first line that
ends in a full stop, but not in what somebody says or an abbreviation, is no headline, and
paragraphs count from 1. A full stop ends a sentence unless it belongs to an abbreviation or an
initial, or stands inside quotation marks, as long as what is quoted is not longer than
`LONG_QUOTATION`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from sijill.documents.document import Sentence
from sijill.documents.quotation_marks import PAIRS
from sijill.documents.tokens import tokenize
from sijill.languages import CASED, LANGUAGES
from sijill.tables import open_table

#: A quotation longer than this (code points) is cut into its sentences: it is a speech, or its
#: closing mark was forgotten. The longest quotation in our training texts has 420.
LONG_QUOTATION = 600

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
#: Begins with all its signs, so that a search leaps to the next of them.
_STOP = re.compile(r"[.!?؟۔…。！？．](?:(?<=[.!?؟۔…])[.!?؟۔…]*|[。！？．]*)")
_OPENING = {o: c for o, c in PAIRS.items() if o != "‘"} | {"(": ")", "（": "）"}
_CLOSING = "".join(_OPENING.values()) + "\"'’]"
#: For each closing mark the marks that may have opened it; “ closes „ and opens ”.
_OPENERS = {
    mark: "".join(o for o in _OPENING if mark in _OPENING[o]) for mark in "".join(_OPENING.values())
}
_MARKS = re.compile("[" + re.escape("".join(_OPENING) + "".join(_OPENERS) + '"') + "]")
_DASHES = "-–—―"
#: How a line of running text ends; no headline does.
_ENDS_TOLD = re.compile("[.。．۔][" + re.escape(_CLOSING) + r"]?\s*\Z")
#: A line that ends in an abbreviation is a headline up to so many code points.
_LONGEST_HEADLINE = 80
#: A headline may be what somebody says, behind a name: 「外相「対話を続ける。」」, “Li: ‘We go.’”.
_SAID = re.compile(
    r"[^.。．۔,،、]{0,40}[" + re.escape("".join(_OPENING)) + r'"][^\n]*[.。．۔]\S\s*\Z'
)
#: An Arabic initial stands behind a name: no number, and no word with the article (المجموعة ب.).
_INITIAL_BEFORE = re.compile(r"(?:(?<![^\W_])(?!ال)[^\W\d_]{2,}|[^\W_]\.) ?\Z")
_WORD_BEFORE = re.compile(r"[^\W_]+(?:[.\-][^\W_]+)*\Z")


def split_sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """Give the sentences of a text in order; none for a text without words.

    Spans have no blank at either edge, do not overlap, and together hold every sign that is not a
    blank.
    """
    return tuple(
        Sentence(start, end, paragraph, tokenize(text, language, start, end))
        for start, end, paragraph in sentence_places(text, language)
    )


def sentence_places(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """Give the places of a text's sentences alone: start, end and paragraph of each, in order."""
    paragraph = -1
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        paragraph += 1
        if paragraph == 0 and _is_told(line.group(), language):
            paragraph = 1  # a text pasted without its headline
        for start, end in _cut(text, line.start(), line.end(), language):
            if inner := text[start:end].strip():
                first = text.index(inner[0], start)
                yield first, first + len(inner), paragraph


def _is_told(line: str, language: str) -> bool:
    """Say whether a first line ends as running text does, and is no headline."""
    stop = _ENDS_TOLD.search(line)
    if stop is None or _SAID.match(line):
        return False
    word = _WORD_BEFORE.search(line, max(0, stop.start() - 24), stop.start())
    name = word.group() if word else ""
    is_short = name.casefold() in _abbreviations(language) or name[-2:-1] == "."
    return not (is_short and len(line) <= _LONGEST_HEADLINE)  # “Envoy Leaves the U.S.”


def _cut(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    quoted = _quoted_ranges(text, start, end)
    behind = len(quoted)
    pieces: list[tuple[int, int]] = []
    begin = start
    position = 0  # of the range to be looked at next
    for stop in _STOP.finditer(text, start, end):
        if stop.start() < begin:
            continue
        while position < behind and quoted[position][1] <= stop.start():
            position += 1
        inside = position < behind and quoted[position][0] < stop.start()
        last = stop.end()
        while last < end and text[last] in _CLOSING and not _opens(text, last, end):
            last += 1
        if inside and last < quoted[position][1]:
            continue
        if _ends_sentence(text, stop, last, end, language):
            pieces.append((begin, last))
            begin = last
    if text[begin:end].strip():
        pieces.append((begin, end))
    return pieces


def _quoted_ranges(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the outermost ranges between quotation marks or brackets, marks included."""
    close_by_open = _pairs(text, start, end)
    ranges: list[tuple[int, int]] = []
    reached = start
    for opening in sorted(close_by_open):
        close = close_by_open[opening]
        if opening >= reached and close - opening <= LONG_QUOTATION:
            ranges.append((opening, close + 1))
            reached = close + 1
    return ranges


def _pairs(text: str, start: int, end: int) -> dict[int, int]:
    """Pair opening marks with their closing ones, each kind of mark by itself, in one pass."""
    waiting: dict[str, list[int]] = defaultdict(list)
    straight: int | None = None
    close_by_open: dict[int, int] = {}
    for match in _MARKS.finditer(text, start, end):
        position, mark = match.start(), match.group()
        if mark == '"':
            if straight is None or position - straight > LONG_QUOTATION:
                straight = position
            else:
                close_by_open[straight] = position
                straight = None
            continue
        for opening in _OPENERS.get(mark, ""):
            if waiting.get(opening):
                close_by_open[waiting[opening].pop()] = position
                break
        else:
            if mark in _OPENING:
                waiting[mark].append(position)
    return close_by_open


def _opens(text: str, position: int, end: int) -> bool:
    """Say whether an ambiguous mark opens something here: a blank before, a word after."""
    return (
        text[position] in "\"“'’"
        and position + 1 < end
        and not text[position + 1].isspace()
        and text[position + 1].isalnum()
        and text[position - 1].isspace()
    )


def _ends_sentence(text: str, stop: re.Match[str], last: int, end: int, language: str) -> bool:
    sign = stop.group()
    if sign[0] in "。！？．":
        # 「…。」と述べた goes on after the closing bracket.
        return last == stop.end() or last == end
    following = last
    while following < end and text[following].isspace():
        following += 1
    if following == end:
        return True
    if following == last and (language != "ja" or text[following].isdigit()):
        # «Astana.Kz», 3.5 and a forgotten blank look alike; only a blank or a mark ends.
        return False
    after = text[following]
    if after in ",،;؛:" or (after in _DASHES and last > stop.end()):
        return False
    if after in _DASHES and sign != ".":
        return False
    if not after.isalnum():
        after = next((c for c in text[following + 1 : following + 4] if c.isalnum()), after)
    if after.islower():
        return False
    if sign == ".":
        return not _is_abbreviation(text, stop.start(), language)
    return True


@cache
def _abbreviations(language: str) -> dict[str, bool]:
    if language not in LANGUAGES:
        return {}
    rows = open_table(f"{language}/abbreviations.tsv", ("abbreviation", "ends"))
    return {row["abbreviation"].casefold(): row["ends"] == "yes" for row in rows}


def _is_abbreviation(text: str, stop: int, language: str) -> bool:
    """Say whether the word before the full stop at `stop` is one that goes on after it."""
    first = max(0, stop - 24)
    # A word goes over no blank, so none is looked for before the last one.
    found = _WORD_BEFORE.search(text, max(first, text.rfind(" ", first, stop) + 1), stop)
    if not found:
        return False
    word = found.group()
    listed = _abbreviations(language).get(word.casefold())
    if (
        language == "ar"
        and len(word) == 1
        and _INITIAL_BEFORE.search(text, max(0, stop - 24), stop - 1)
    ):
        return True
    if listed is not None:
        return not listed
    # An initial: one capital letter by itself, as in «А. Токаев» or J. K. Rowling.
    tail = word.rsplit(".", 1)[-1]
    return len(tail) == 1 and tail.isupper() and language in CASED
