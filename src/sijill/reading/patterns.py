"""Rows of a word table go in; where their words stand in a text comes out.

A pattern is written the way the words are, in a small language that cannot run away:

    visit*              any ending of up to 15 letters
    (state/official)    one of several; may stand inside a word: подписа(л/на)
    (the )?visit        what stands in round brackets before ? may be missing
    signed ~ documents  a gap of up to 60 characters inside one sentence
    #                   a number in digits

Patterns are folded as texts are, so case, hamza and vowel signs need not be written out. In Arabic
the particles و ف ب ك ل and the article may stand before the first word; Japanese has no word edges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sijill.citation import Span
from sijill.errors import TableFault
from sijill.tables import Row, data_path, open_table
from sijill.text import Folded, fold, fold_with_origins

# A gap may not leave its sentence or clause.
_GAP = r"[^\n.!?؟;؛。]{0,60}?"
_JAPANESE_GAP = r"[^\n。]{0,40}?"
_ENDING = r"\w{0,15}"
_NUMBER = r"\d[\d.,]{0,12}"
_WORD = re.compile(r"[^\W_]+")
_ARABIC_FRONT = re.compile(r"([وف])?([بكل])?(ال|ل)?")
# What is left of an Arabic word without its particles must still be a word.
_SHORTEST_STEM = 3


@lru_cache(maxsize=32)
def fold_text(text: str) -> Folded:
    """Fold a text; the last few are kept, because several layers read the same one."""
    return fold_with_origins(text)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a pattern's words stand: its span in the stored text, and its row."""

    start: int
    end: int
    row: Row

    @property
    def span(self) -> Span:
        """The place of the words."""
        return Span(self.start, self.end)


# “visit (abroad)?”: the blank is missing when the bracket is.
_OPTIONAL = re.compile(r" \(((?:[^()/]*[^()/\s]/)*[^()/]*[^()/\s])\)\?")


def _with_blank(match: re.Match[str]) -> str:
    return "(" + "/".join(f" {choice}" for choice in match.group(1).split("/")) + ")?"


def _alternatives(pattern: str) -> Iterator[str]:
    """Write a pattern's head out: every way its first letters can be."""
    cut = re.search(r"[(*~#]", pattern)
    if cut and cut.start() == 0 and pattern[0] == "#":
        yield from "0123456789"
        return
    if not cut or pattern[cut.start()] != "(":
        yield pattern[: cut.start()] if cut else pattern
        return
    head = pattern[: cut.start()]
    choices, rest = _choices(pattern, cut.start())
    if rest.startswith("?"):
        choices.append("")
        rest = rest[1:]
    for choice in choices:
        yield from _alternatives(head + choice + rest)


def _choices(pattern: str, opening: int) -> tuple[list[str], str]:
    """Split a bracket into its choices; brackets inside stay whole. Gives what follows, too."""
    depth = 0
    choices: list[str] = []
    start = opening + 1
    for at in range(opening, len(pattern)):
        sign = pattern[at]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        if (sign == "/" and depth == 1) or depth == 0:
            choices.append(pattern[start:at])
            start = at + 1
        if depth == 0:
            return choices, pattern[at + 1 :]
    return choices, ""


def _expression(pattern: str, *, japanese: bool) -> str:
    out = []
    for part in re.split(r"([()/?*~#]| ~ | )", pattern):
        if part in ("", None):
            continue
        if part == "(":
            out.append("(?:")
        elif part == "/":
            out.append("|")
        elif part in (")", "?"):
            out.append(part)
        elif part == "*":
            out.append(_ENDING)
        elif part == "#":
            out.append(_NUMBER)
        elif part in ("~", " ~ "):
            out.append(_JAPANESE_GAP if japanese else rf"\s{_GAP}(?<!\w)")
        elif part == " ":
            out.append(r"\s{1,3}")
        else:
            out.append(re.escape(part))
    body = "".join(out)
    if japanese:
        return body
    # A pattern that ends in a sign (a colon, a bracket) has no word edge there.
    return body + (r"(?:(?!\w)|(?<=\s))" if re.search(r"[\w*)?#]\Z", pattern) else "")


class PatternTable:
    """All patterns of a table, found in one pass over a text.

    `rows` hold the pattern in the column `pattern`. Raises TableFault for a pattern that is empty,
    begins with a gap, or has a bracket without its fellow.
    """

    def __init__(self, rows: Iterable[Row], language: str, *, path: str = "") -> None:
        self._language = language
        self._japanese = language == "ja"
        self._by_head: dict[str, list[tuple[re.Pattern[str], Row]]] = {}
        for row in rows:
            pattern = _OPTIONAL.sub(_with_blank, fold(row["pattern"]))
            if pattern.count("(") != pattern.count(")") or not pattern.strip():
                raise TableFault(f"“{row['pattern']}” is not a pattern", path=path)
            compiled = re.compile(_expression(pattern, japanese=self._japanese))
            heads = {head[:2] for head in _alternatives(pattern)}
            if any(not head.strip() for head in heads):
                raise TableFault(f"the pattern “{row['pattern']}” begins with a gap", path=path)
            for head in sorted(heads):
                self._by_head.setdefault(head, []).append((compiled, row))

    def scan(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """Find every hit in `text[start:end]`, sorted; hits may overlap, one row once per place."""
        folded = fold_text(text)
        end = len(text) if end is None else end
        hits: list[Hit] = []
        for position in self._starts(folded.text):
            if not start <= folded.origins[position] < end:
                continue
            for head in (folded.text[position : position + 2], folded.text[position]):
                for compiled, row in self._by_head.get(head, ()):
                    match = compiled.match(folded.text, position)
                    if match and match.end() > position:
                        span = folded.span(position, match.end())
                        if span.end <= end:
                            hits.append(Hit(span.start, span.end, row))
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        return hits

    def _starts(self, folded: str) -> Iterator[int]:
        if self._japanese:
            for position, character in enumerate(folded):
                if not character.isspace():
                    yield position
            return
        for word in _WORD.finditer(folded):
            yield word.start()
            if self._language == "ar":
                yield from _stems(word.group(), word.start())
        if any(not head[0].isalnum() for head in self._by_head):
            for sign in re.finditer(r"[^\w\s]", folded):
                yield sign.start()


@lru_cache(maxsize=32768)
def _stem_offsets(word: str) -> tuple[int, ...]:
    front = _ARABIC_FRONT.match(word)
    offsets = set()
    if front:
        first, second, third = (len(g or "") for g in front.groups())
        offsets = {first, first + second, first + second + third}
        if not first and not second and third == 1:
            offsets.add(1)
    # «ورد» may be «و» and «رد»; after the other particles a stem is longer.
    least = {o: 2 if o == 1 and word[0] in "وف" else _SHORTEST_STEM for o in offsets}
    return tuple(sorted(o for o in offsets if 0 < o <= len(word) - least[o]))


def _stems(word: str, start: int) -> Iterator[int]:
    for offset in _stem_offsets(word):
        yield start + offset


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Keep of hits that overlap the one that begins first, and of those the longest."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


@lru_cache(maxsize=64)
def pattern_table(language: str, name: str, columns: tuple[str, ...] = ()) -> PatternTable:
    """Open `data/<language>/<name>.tsv` as patterns; every row needs a `pattern`."""
    file = f"{language}/{name}.tsv"
    rows = open_table(file, ("pattern", *columns))
    return PatternTable(rows, language, path=str(data_path(file)))
