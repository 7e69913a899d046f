"""Rows of a word table go in; where their words stand in a text comes out.

A pattern is written the way the words are, in a small language that cannot run away:

    visit*              any ending of up to 15 letters
    (state/official)    one of several; may stand inside a word: подписа(л/на)
    (the )?visit        what stands in round brackets before ? may be missing
    signed ~ documents  a gap of up to 60 characters (Arabic 80, of happenings 120; Japanese 40)
                        inside one sentence
    #                   a number in digits

Patterns are folded as texts are, so case, hamza and vowel signs need not be written out. In Arabic
the particles و ف ب ك ل and the article may stand before the first word; Japanese has no word edges.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter

from sijill.citation import Span
from sijill.documents.beginnings import Beginning, Beginnings, beginnings_of
from sijill.documents.kept_answers import kept_while_read
from sijill.documents.pattern_steps import expression_of, steps_of
from sijill.errors import TableFault
from sijill.immutable import immutable
from sijill.tables import Row, check_columns, data_path, open_table
from sijill.text import Folded, fold, fold_with_origins

#: How many characters a gap has at most. An Arabic verb has its subject between itself and its
#: object; in the tables of happenings with all its titles and the day: «وقع معالي وزير …، اليوم
#: الأحد، مع نظيره …، اتفاقية».
_GAP, _ARABIC_GAP, _WIDE_GAP, _JAPANESE_GAP = 60, 80, 120, 40
_WIDE = frozenset({("ar", "event_triggers")})
_WORD = re.compile(r"[^\W_]+")
#: The letters with which the next word surely begins.
_SECOND_WORD = re.compile(r" ([^\W_]{1,2})(?!\?)")
_ANYTHING = frozenset({""})
_start = attrgetter("start")
_SPECIAL = re.compile(r"[(*~#]")
_BRACKETS = re.compile(r"\([^()]*\)")
#: The tables that most texts are held against. All are opened with the first of them, because what
#: the words of a text begin is looked up anew when one is added.
_OF_EACH_TEXT = (
    "claim_cues",
    "event_details",
    "event_triggers",
    "joining_words",
    "quantities",
    "signal_cues",
    "speech_frames",
    "speech_verbs",
    "status_cues",
    "title_nouns",
)
#: So often letters are looked for before a pattern is compiled all the same: it is faster then.
_TRIES = 64


@kept_while_read
def fold_text(text: str) -> Folded:
    """Fold a text; the last one is kept, because several layers read the same one."""
    return fold_with_origins(text)


def fold_stretch(text: str, start: int, end: int) -> str:
    """Give `text[start:end]` folded, for who asks about many stretches of one text.

    It is folded once for all of them.
    """
    folded = fold_text(text)
    if isinstance(folded.origins, range):  # each sign is folded to one
        return folded.text[start:end]
    first, last = (bisect_left(folded.origins, place) for place in (start, end))
    return folded.text[first:last]


@immutable
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


def _alternatives(pattern: str) -> Iterator[tuple[str, str]]:
    """Write a pattern's head out: every way its first letters, or its first word, can be.

    Given with each is what follows it: a special sign, or all that is behind its first word.
    """
    cut = _SPECIAL.search(pattern)
    if cut and cut.group() == "#" and pattern[: cut.start()][-1:] in ("", " "):
        yield from ((pattern[: cut.start()] + digit, "#") for digit in "0123456789")
        return
    if not cut or pattern[cut.start()] != "(":
        yield (pattern[: cut.start()], cut.group()) if cut else (pattern, "")
        return
    head = pattern[: cut.start()]
    choices, rest = _choices(pattern, cut.start())
    if rest.startswith("?"):
        choices.append("")
        rest = rest[1:]
    ends_word = rest[:1] in " ~*#"
    for choice in choices:
        begun = head + choice
        if ends_word and len(begun) > 1 and not _SPECIAL.search(choice):
            yield begun, rest  # what follows begins no word any more
        else:
            yield from _alternatives(begun + rest)


@lru_cache(maxsize=4)
def _second_words(rest: str) -> frozenset[str]:
    """Give the first letters of all that may be the second word, by what follows the first one.

    Of each word the letters that it surely has, up to two; nothing for one that may be any.
    """
    if rest[:2] == " #":
        return frozenset("0123456789")
    if rest[:2] == " (":
        choices, behind = _choices(rest, 1)
        if behind.startswith("?"):
            choices.append("")
            behind = behind[1:]
        return frozenset().union(*(_second_words(f" {choice}{behind}") for choice in choices))
    second = _SECOND_WORD.match(rest)
    return frozenset({second.group(1) if second else ""})


def _choices(pattern: str, opening: int) -> tuple[list[str], str]:
    """Split a bracket into its choices; brackets inside stay whole. Gives what follows, too."""
    closing = pattern.find(")", opening)
    inside = pattern[opening + 1 : closing]
    if closing > 0 and "(" not in inside:
        return inside.split("/"), pattern[closing + 1 :]
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


# A pattern's pieces: brackets, perhaps with what makes them optional, and what lies between them.
_PIECE = re.compile(r"\(([^()]*)\)(\?)?|([^()]+)")
_LETTERS = re.compile(r"[^\s*#~]+")
#: Each piece of a pattern that must be there: its choices, each by the letters that it has.
_Pieces = tuple[tuple[tuple[str, ...], ...], ...]


def _pieces(pattern: str) -> tuple[_Pieces, bool]:
    """Give the pieces that a match must have, and whether it begins with the first of them.

    Of a pattern with brackets in brackets none are given.
    """
    found: list[tuple[tuple[str, ...], ...]] = []
    read = 0
    is_first = True
    for piece in _PIECE.finditer(pattern):
        inside, optional, between = piece.groups()
        read += len(piece.group())
        if optional:
            is_first = is_first and bool(found)
            continue
        choices = [between] if inside is None else inside.split("/")
        if "?" in piece.group() or (inside is None and "/" in between):
            return (), False
        found.append(tuple([tuple(_LETTERS.findall(choice)) for choice in choices]))
        is_first = is_first and (len(found) > 1 or all(c[:1] not in "*#~ " for c in choices))
    return (tuple(found), is_first) if read == len(pattern) else ((), False)


def _is_open(pattern: str) -> bool:
    """Say whether a choice stands in no bracket."""
    depth = 0
    for sign in pattern:
        depth += (sign == "(") - (sign == ")")
        if sign == "/" and not depth:
            return True
    return False


def _longest(pattern: str) -> int:
    """Give the most characters that a match can have."""
    count = pattern.count
    return len(pattern) + 15 * count("*") + 13 * count("#") + 2 * count(" ") + 125 * count("~")


def _gap(language: str, *, wide: bool) -> int:
    if language == "ja":
        return _JAPANESE_GAP
    return _WIDE_GAP if wide else _ARABIC_GAP if language == "ar" else _GAP


class _Pattern:
    """A row; without the kernels it is compiled when a text has the letters it needs near enough.

    To compile it takes a hundred times as long as to look for its letters, and most that begin
    somewhere do not go on there.
    """

    __slots__ = ("_expression", "_is_first", "_longest", "_pattern", "_pieces", "_tries", "row")

    def __init__(self, pattern: str, language: str, row: Row, *, wide: bool = False) -> None:
        self.row = row
        self._pattern = (pattern, language, wide)
        self._expression: re.Pattern[str] | None = None
        self._pieces: _Pieces = ()
        self._is_first = False
        self._longest = 0
        self._tries = 0

    def steps(self) -> bytes:
        """Give what the kernels do to find it."""
        pattern, language, wide = self._pattern
        return steps_of(pattern, _gap(language, wide=wide), is_japanese=language == "ja")

    def end(self, text: str, place: int) -> int:
        """Give where a match that begins at a place ends; the place itself for none."""
        expression = self._expression
        if expression is None:
            self._tries += 1
            if self._tries < _TRIES and not self._may_match(text, place):
                return place
            expression = self._expression = self._compiled()
        match = expression.match(text, place)
        return match.end() if match else place

    def _compiled(self) -> re.Pattern[str]:
        pattern, language, wide = self._pattern
        gap = _gap(language, wide=wide)
        return re.compile(expression_of(pattern, gap, is_japanese=language == "ja"))

    def _may_match(self, text: str, place: int) -> bool:
        """Say whether the letters that a match has stand near enough."""
        if not self._longest:
            self._longest = _longest(self._pattern[0])
            self._pieces, self._is_first = _pieces(self._pattern[0])
        near = text[place : place + self._longest]
        for number, choices in enumerate(self._pieces):
            for letters in choices:
                if not number and self._is_first and not near.startswith(letters[:1]):
                    continue
                if all(letter in near for letter in letters):
                    break
            else:
                return False
        return True


class PatternTable:
    """All patterns of a table, found in one pass over a text; the last text's hits are kept.

    Tables that share their `beginnings` also share the pass.
    `rows` hold the pattern in the column `pattern`; `wide` makes their gaps wide. Raises TableFault
    for a pattern that is empty, begins with a gap, or has a bracket without its fellow.
    """

    def __init__(
        self,
        rows: Iterable[Row],
        language: str,
        *,
        path: str = "",
        beginnings: Beginnings | None = None,
        wide: bool = False,
    ) -> None:
        japanese = language == "ja"
        self._patterns: list[_Pattern] = []
        literals: list[Beginning] = []
        for rank, row in enumerate(rows):
            pattern = _OPTIONAL.sub(_with_blank, fold(row["pattern"]))
            nested = "/" in _BRACKETS.sub("", pattern)
            is_balanced = pattern.count("(") == pattern.count(")")
            if not is_balanced or not pattern.strip() or (nested and _is_open(pattern)):
                raise TableFault(f"“{row['pattern']}” is not a pattern", path=path)
            alternatives = set(_alternatives(pattern))
            if any(not head[:2].strip() for head, _ in alternatives):
                raise TableFault(f"the pattern “{row['pattern']}” begins with a gap", path=path)
            self._patterns.append(_Pattern(pattern, language, row, wide=wide))
            begun: dict[tuple[str, bool], set[str]] = {}
            for alternative in alternatives:
                letters, is_whole, second = _beginning(*alternative, japanese=japanese)
                if nested:  # either side of it may begin a match
                    is_whole, second = False, _ANYTHING
                begun.setdefault((letters, is_whole), set()).update(second)
            for (letters, is_whole), seconds in begun.items():
                following = "" if "" in seconds else " ".join(sorted(seconds))
                literals.append(Beginning(letters, rank, is_whole, following))
        self._beginnings = beginnings or Beginnings(language)
        self._number = self._beginnings.add(literals, self._patterns)
        self._last: tuple[str, list[Hit]] | None = None

    def scan(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """Find every hit in `text[start:end]`, sorted; hits may overlap, one row once per place."""
        last_read = self._last
        if last_read is None or last_read[0] is not text:
            last_read = self._last = (text, self._scan(text))
        hits = last_read[1]
        if start <= 0 and (end is None or end >= len(text)):
            return list(hits)
        first = bisect_left(hits, start, key=_start)
        last = len(hits) if end is None else bisect_left(hits, end, lo=first, key=_start)
        return [hit for hit in hits[first:last] if end is None or hit.end <= end]

    def _scan(self, text: str) -> list[Hit]:
        folded = fold_text(text)
        origins, patterns = folded.origins, self._patterns
        found = self._beginnings.find(folded.text, self._number)
        if not isinstance(origins, range):  # some sign is not folded to one
            found = [(origins[first], -origins[-last - 1] - 1, rank) for first, last, rank in found]
        return [Hit(first, -last, patterns[rank].row) for first, last, rank in sorted(found)]


def _beginning(head: str, following: str, *, japanese: bool) -> tuple[str, bool, frozenset[str]]:
    """Give the first letters of a pattern that stand in its first word, or its first sign.

    Given with them are whether they are always a whole word, and how the next one begins.
    """
    if japanese:
        return head[:2], False, _ANYTHING
    word = _WORD.match(head)
    letters = word.group() if word else head[0]
    after = head[len(letters) :] + following
    is_whole = word is not None and after[:1] not in ("*", "#") and not after[:1].isalnum()
    return letters, is_whole, _second_words(after) if is_whole or not word else _ANYTHING


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
    for other in _OF_EACH_TEXT:
        if data_path(f"{language}/{other}.tsv").exists():
            _opened(language, other)
    check_columns(f"{language}/{name}.tsv", columns)
    return _opened(language, name)


@lru_cache(maxsize=64)
def _opened(language: str, name: str) -> PatternTable:
    file = f"{language}/{name}.tsv"
    rows = open_table(file, ("pattern",))
    shared = beginnings_of(language)
    path, wide = str(data_path(file)), (language, name) in _WIDE
    return PatternTable(rows, language, path=path, beginnings=shared, wide=wide)
