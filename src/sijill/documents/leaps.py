r"""An expression goes in; it comes out compiled so that a search leaps to where it can begin.

Python's compiler tells a search the first letters of an expression only where they open it. Ours
open with what stands before, as `\b(?:was|is)` does, so that each was tried at every letter of a
text. Here the letters are written into the head of the compiled code: a search passes over places
where no match can begin. Where many alternatives may begin with a letter, the next ones are looked
at before each is tried. Nothing else changes. A Python whose `re` was not looked at compiles the
expression alone.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, TypeAlias

from sijill.documents.first_letters import MOST_CASED, look_ahead

#: The Pythons whose `re` has these parts, and compiles all our expressions to the same.
_LOOKED_AT = ("cpython", ((3, 11), (3, 12), (3, 13)))
#: Letters as a set of `re` holds them: LITERAL, RANGE or CATEGORY, and which.
_Letters: TypeAlias = tuple[str, Any]
#: What `re` makes of an expression: steps, each a name and what it is about.
_Steps: TypeAlias = Any


class _Python(NamedTuple):
    """The parts of `re`: its compiler, parser, names, letters that are alike, and engine."""

    compiler: Any
    parser: Any
    names: Any
    cases: Any
    engine: Any


@cache
def _python() -> _Python | None:
    """Give the parts of `re`; None where this Python may have others."""
    kind, versions = _LOOKED_AT
    if sys.implementation.name != kind or sys.version_info[:2] not in versions:
        return None
    names = ("re._compiler", "re._parser", "re._constants", "re._casefix", "_sre")
    return _Python(*map(import_module, names))


class _Unknown(Exception):
    """Raised where it is not told with which letters a match begins."""


def compiled(expression: str) -> re.Pattern[str]:
    """Compile an expression; raises `re.error` for what is none."""
    python = _python()
    if python is None:
        return re.compile(expression)
    tree = python.parser.parse(expression, 0)
    flags, code = tree.state.flags, python.compiler._code(tree, 0)
    # The head: its length, what is known of a beginning, how long a match is at least and at most.
    head, length, known, shortest, longest = code[:5]
    letters = _letters_of(tree, flags) if shortest and not known else ()
    if shortest and not known and _looks_ahead(tree, python):
        code = python.compiler._code(tree, 0)
        length = code[1]
    if letters and head == python.names.INFO:
        begin = [head, 0, python.names.SRE_INFO_CHARSET, shortest, longest]
        told = [(getattr(python.names, kind), which) for kind, which in letters]
        short, _ = python.compiler._optimize_charset(told)
        python.compiler._compile_charset(short, re.UNICODE, begin)
        begin[1] = len(begin) - 1
        code = [*begin, *code[1 + length :]]
    groups = tree.state.groupdict
    names = {number: name for name, number in groups.items()}
    by_number = tuple(map(names.get, range(tree.state.groups)))
    pattern: re.Pattern[str] = python.engine.compile(
        expression, flags, code, tree.state.groups - 1, groups, by_number
    )
    return pattern


def _looks_ahead(tree: _Steps, python: _Python) -> bool:
    """Let steps look at the first letters before they are taken; say whether that is of use."""
    steps, flags, at = tree, tree.state.flags, 0
    while at < len(steps):
        op, told = steps[at]
        if op.name == "SUBPATTERN":
            _, added, taken, steps = told
            flags, at = (flags | added) & ~taken, 0
        elif op.name in ("AT", "ASSERT_NOT"):
            at += 1
        else:
            break
    ahead = look_ahead(steps, flags, _alike)
    if ahead:
        plain = f"(?-i:{ahead})" if flags & re.IGNORECASE else ahead
        steps.data[at:at] = python.parser.parse(plain, 0).data
    return bool(ahead)


def longest_match(pattern: re.Pattern[str]) -> int:
    """Give how many letters a match takes at most; more than any text has where nothing ends it."""
    python = _python()
    if python is None:
        return sys.maxsize
    longest: int = python.parser.parse(pattern.pattern, pattern.flags).getwidth()[1]
    return min(longest, sys.maxsize)


def _letters_of(steps: _Steps, flags: int) -> list[_Letters]:
    """Give the letters with which a match can begin, or more; none where that is not told."""
    found: set[_Letters] = set()
    try:
        may_be_empty = _begin(steps, flags, found)
    except _Unknown:
        return []
    return [] if may_be_empty else sorted(found, key=str)


def _begin(steps: _Steps, flags: int, found: set[_Letters]) -> bool:
    """Add the first letters of steps, one behind the other; say whether they may take none.

    Raises _Unknown for a step that may take any letter but some, or what was found before.
    """
    if flags & ~(re.UNICODE | re.IGNORECASE):
        raise _Unknown
    for op, told in steps:
        match op.name, told:
            case (("AT" | "ASSERT" | "ASSERT_NOT"), _):
                continue
            case "FAILURE", _:
                return False
            case "LITERAL", _:
                found.update(_of_set("LITERAL", told, flags))
                return False
            case "IN", letters:
                for kind, which in letters:
                    found.update(_of_set(kind.name, which, flags))
                return False
            case "BRANCH", (_, parts):
                is_over = True not in [_begin(part, flags, found) for part in parts]
            case (("MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT"), (least, _, part)):
                is_over = not _begin(part, flags, found) and least > 0
            case "SUBPATTERN", (_, added, taken, part):
                is_over = not _begin(part, (flags | added) & ~taken, found)
            case _:
                raise _Unknown
        if is_over:
            return False
    return True


def _of_set(kind: str, which: Any, flags: int) -> Iterable[_Letters]:
    """Give the letters that a part of a set holds, in both cases where these are the same."""
    if kind not in ("LITERAL", "RANGE", "CATEGORY"):
        raise _Unknown
    if kind == "CATEGORY" or not flags & re.IGNORECASE:
        return ((kind, which),)
    first, last = which if kind == "RANGE" else (which, which)
    if last >= MOST_CASED:
        raise _Unknown
    return [("LITERAL", c) for letter in range(first, last + 1) for c in _alike(letter)]


def _alike(letter: int) -> Iterable[int]:
    """Give the letters that are one for who takes capitals and small letters for the same."""
    python = _python()
    if python is None:
        return ()
    small = python.engine.unicode_tolower(letter)
    smalls = (small, *python.cases._EXTRA_CASES.get(small, ()))
    return (letter, *smalls, *[c for one in smalls for c in _capitals().get(one, ())])


@cache
def _capitals() -> Mapping[int, Iterable[int]]:
    """Give the capitals of each small letter."""
    python = _python()
    lower = python.engine.unicode_tolower if python is not None else int
    found: dict[int, list[int]] = {}
    for letter in range(MOST_CASED):
        if (small := lower(letter)) != letter:
            found.setdefault(small, []).append(letter)
    return found
