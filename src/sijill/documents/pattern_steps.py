"""A folded pattern goes in; its steps come out, as an expression and as numbers for the kernels.

What a pattern may hold stands at the head of `patterns`. It is read once into parts; both forms
are written of these, and find the same.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum, IntEnum

from sijill.immutable import immutable

#: How many letters an ending has at most, blanks between two words, digits behind the first.
ENDING, BLANKS, DIGITS = 15, 3, 12
#: A gap stays in its sentence, which in Japanese only 。 and a new line end.
_IN_SENTENCE = (r"[^\n.!?؟;؛。]", r"[^\n。]")
_MARKS = re.compile(r"([()/?*~#]| ~ | )")
#: So many first letters tell most words apart; their number is less than so much, and made by
#: this. All three stand in `native/`, too.
_HEAD, _HEADS, _MIX = 5, 8192, 5063
#: Those that a part begins with, where words are not parted and where they are.
_LETTERS = (re.compile(rf"(?s:.){{1,{_HEAD}}}"), re.compile(rf"[^\W_]{{1,{_HEAD}}}"))


class _Sign(Enum):
    """What is no letter in a pattern."""

    ENDING = "*"
    NUMBER = "#"
    BLANKS = " "
    GAP = "~"


@immutable
class _Choice:
    """One of several ways to go on; an optional one may be left out."""

    ways: tuple[_Parts, ...]
    is_optional: bool = False


_Parts = tuple["str | _Sign | _Choice", ...]


class Step(IntEnum):
    """The steps that the kernels know; what follows each stands in `native/patterns.c`."""

    MATCHED = 0
    LETTERS = 1
    EITHER = 2
    GO_ON = 3
    ENDING = 4
    NUMBER = 5
    BLANKS = 6
    GAP = 7
    EDGE = 8
    EDGE_OR_BLANK = 9
    NO_WORD_BEFORE = 10
    NEAR = 11


@immutable
class _Near:
    """A word that a match must hold: what it may begin with, up to `_HEAD` letters of it.

    It begins at most `reach` signs behind the place where the match does. In Japanese, which parts
    no words, they are any letters of the pattern.
    """

    letters: frozenset[str]
    reach: int


def expression_of(pattern: str, gap: int, *, is_japanese: bool) -> str:
    """Write a folded pattern as a regular expression; `gap` is the most characters of a gap.

    Raises ValueError for “?” with nothing before it.
    """
    within = rf"{_IN_SENTENCE[is_japanese]}{{0,{gap}}}?"
    written = {
        _Sign.ENDING: rf"\w{{0,{ENDING}}}",
        _Sign.NUMBER: rf"\d[\d.,]{{0,{DIGITS}}}",
        _Sign.BLANKS: rf"\s{{1,{BLANKS}}}",
        _Sign.GAP: within if is_japanese else rf"\s{within}(?<!\w)",
    }
    edge = {Step.EDGE: r"(?!\w)", Step.EDGE_OR_BLANK: r"(?:(?!\w)|(?<=\s))"}

    # What stands first keeps a set of all first letters from being made, which only a search needs.
    body = "(?=)" + _written(_parts_of(pattern), written)
    return body + "".join(edge[step] for step in _edge(pattern, is_japanese=is_japanese))


def _written(parts: _Parts, signs: Mapping[_Sign, str]) -> str:
    out = ""
    for part in parts:
        if isinstance(part, str):
            out += re.escape(part)
        elif isinstance(part, _Sign):
            out += signs[part]
        else:
            ways = "|".join([_written(way, signs) for way in part.ways])
            out += f"(?:{ways}){'?' if part.is_optional else ''}"
    return out


def steps_of(pattern: str, gap: int, *, is_japanese: bool) -> bytes:
    """Write a folded pattern as the steps that the kernels take, 32-bit numbers.

    First stand the words that must be near: mostly one of these is not, and no other step is taken.
    Raises ValueError as `expression_of` does.
    """
    within = [Step.GAP, gap, int(is_japanese)]
    written: dict[_Sign, list[int]] = {
        _Sign.ENDING: [Step.ENDING, ENDING],
        _Sign.NUMBER: [Step.NUMBER, DIGITS],
        _Sign.BLANKS: [Step.BLANKS, BLANKS],
        _Sign.GAP: within if is_japanese else [Step.BLANKS, 1, *within, Step.NO_WORD_BEFORE],
    }
    parts = _parts_of(pattern)
    near = _words_near(parts, gap, is_parted=not is_japanese)
    steps = [*near, *_steps(parts, written), *_edge(pattern, is_japanese=is_japanese)]
    return array("i", [*steps, Step.MATCHED]).tobytes()


def _words_near(parts: _Parts, gap: int, *, is_parted: bool) -> Iterator[int]:
    """Give the steps that ask for the words of a match behind its first one."""
    most = {
        _Sign.ENDING: ENDING,
        _Sign.NUMBER: 1 + DIGITS,
        _Sign.BLANKS: BLANKS,
        _Sign.GAP: 1 + gap,
    }
    found, _, _ = _held(parts, most, 0, is_parted=is_parted, begins_word=not is_parted)
    behind = {near for near in found if near.reach}
    for near in sorted(behind, key=lambda n: (len(n.letters), n.reach, sorted(n.letters))):
        numbers = sorted({_number_of(letters) for letters in near.letters})
        yield from (Step.NEAR, near.reach, len(numbers), *numbers)


def _held(
    parts: _Parts, most: Mapping[_Sign, int], reach: int, *, is_parted: bool, begins_word: bool
) -> tuple[list[_Near], int, bool]:
    """Give the words that parts must hold, and of what is behind these the same as is asked.

    That is `reach`, how many signs stand before the parts at most, and whether they surely begin a
    word, as all do in a language that parts none (`is_parted`). `most` are so many signs as each of
    a pattern’s may stand for.
    """
    found: list[_Near] = []
    for part in parts:
        if isinstance(part, _Sign):
            reach += most[part]
            begins_word = not is_parted or part in (_Sign.BLANKS, _Sign.GAP)
        elif isinstance(part, str):
            letters = _LETTERS[is_parted].match(part) if begins_word else None
            if letters:
                found.append(_Near(frozenset({letters.group()}), reach))
            reach += len(part)
            begins_word = not is_parted
        else:
            ways = [
                _held(way, most, reach, is_parted=is_parted, begins_word=begins_word)
                for way in part.ways
            ]
            if not part.is_optional and all(held for held, _, _ in ways):
                found.append(_either_near(min(held, key=_commonness) for held, _, _ in ways))
            reach = max(reach, *(end for _, end, _ in ways))
            begins_word = all(begins for _, _, begins in ways) and (
                begins_word or not part.is_optional
            )
    return found, reach, begins_word


def _commonness(near: _Near) -> tuple[int, int]:
    """Sort words: first those that fewest texts have."""
    return len(near.letters), -min(map(len, near.letters))


def _either_near(ways: Iterable[_Near]) -> _Near:
    """Give what one of several words is."""
    every = tuple(ways)
    letters = frozenset().union(*(near.letters for near in every))
    return _Near(letters, max(near.reach for near in every))


def _number_of(letters: str) -> int:
    """Give the number of a word’s first letters, under which the kernels know where it stands."""
    number = 0
    for letter in letters:
        number = (number * _MIX + ord(letter)) % _HEADS
    return number


def _steps(parts: _Parts, signs: Mapping[_Sign, list[int]]) -> list[int]:
    out: list[int] = []
    for part in parts:
        if isinstance(part, str):
            out += [Step.LETTERS, len(part), *map(ord, part)]
        elif isinstance(part, _Sign):
            out += signs[part]
        else:
            chosen = _either([_steps(way, signs) for way in part.ways])
            out += [Step.EITHER, len(chosen), *chosen] if part.is_optional else chosen
    return out


def _either(ways: Sequence[list[int]]) -> list[int]:
    """Join ways to go on, the first of them first: each but the last tells where the next is."""
    first, *others = ways
    if not others:
        return first
    rest = _either(others)
    return [Step.EITHER, len(first) + 2, *first, Step.GO_ON, len(rest), *rest]


def _edge(pattern: str, *, is_japanese: bool) -> tuple[Step, ...]:
    """Give what must be behind a match: Japanese has no word edges, and neither has a sign."""
    if is_japanese:
        return ()
    if re.search(r"\w\Z", pattern):
        return (Step.EDGE,)
    return (Step.EDGE_OR_BLANK,) if pattern.endswith(("*", ")", "?", "#")) else ()


def _parts_of(pattern: str) -> _Parts:
    ways = _ways(part for part in _MARKS.split(pattern) if part)
    return ways[0] if len(ways) == 1 else (_Choice(ways),)


def _ways(marks: Iterator[str]) -> tuple[_Parts, ...]:
    """Read up to a closing bracket, or to the end."""
    ways: list[list[str | _Sign | _Choice]] = [[]]
    for mark in marks:
        way = ways[-1]
        if mark == ")":
            break
        if mark == "/":
            ways.append([])
        elif mark == "(":
            way.append(_Choice(_ways(marks)))
        elif mark == "?":
            way.append(_optional(way))
        elif mark.strip() in ("", "*", "#", "~"):
            way.append(_Sign(mark.strip() or " "))
        else:
            way.append(mark)
    return tuple(map(tuple, ways))


def _optional(way: list[str | _Sign | _Choice]) -> _Choice:
    """Take what may be missing off what was read: a bracket, or the letter that stands last."""
    if not way:
        raise ValueError("“?” has nothing before it that may be missing")
    last = way.pop()
    if isinstance(last, _Choice):
        return replace(last, is_optional=True)
    if isinstance(last, str) and len(last) > 1:
        way.append(last[:-1])
        last = last[-1]
    return _Choice(((last,),), is_optional=True)
