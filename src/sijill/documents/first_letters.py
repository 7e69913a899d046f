"""The steps of an expression go in; what looks at the first letters of its matches comes out.

A look at them tells at most places that nothing stands there, where an expression of many
alternatives would try each of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

#: So many letters are looked at, and no fewer than that: too many words begin with one.
_LETTERS, _FEWEST = 3, 2
#: With more beginnings than that, or fewer, to look at them takes longer than what it spares (found
#: by trying each expression on texts of its language); so it does of sets of more letters.
_MOST, _LEAST, _MOST_OF_SET = 160, 4, 8
#: Kinds of letters that are looked at as one; of others too much is a letter.
_BLANK = r"\s"
_KINDS = {"CATEGORY_SPACE": _BLANK, "CATEGORY_DIGIT": r"\d"}
#: Letters from here on have no capitals that a language of ours writes.
MOST_CASED = 0x10000
#: A letter, or a kind of them, as an expression writes it.
_Sign: TypeAlias = str
_Beginning: TypeAlias = tuple[_Sign, ...]
#: What `re` makes of an expression: steps, each a name and what it is about.
_Steps: TypeAlias = Any
#: Gives the letters that are one with another where capitals are small letters.
_Alike: TypeAlias = Callable[[int], Iterable[int]]


class _Useless(Exception):
    """Raised where there are too many beginnings, or what stands before tells more."""


def look_ahead(steps: _Steps, flags: int, alike: _Alike) -> str:
    """Write what matches, and takes nothing, wherever steps may begin to; `` where it is of no use.

    `flags` are those of the steps; those that are written have none.
    """
    walk = _Walk(alike)
    try:
        begun = walk.over(steps, flags, {()}) | walk.ended
    except _Useless:
        return ""
    shortest = {b for b in begun if not any(b[:length] in begun for length in range(len(b)))}
    # Blanks are everywhere, and behind one few alternatives are left.
    if len(shortest) < _LEAST or any(len(b) < _FEWEST or b[0] == _BLANK for b in shortest):
        return ""
    return f"(?={_written(shortest)})"


def _written(beginnings: Iterable[_Beginning]) -> str:
    """Write beginnings as alternatives, those with one first letter as one."""
    behind: dict[_Sign, list[_Beginning]] = {}
    for sign, *rest in sorted(beginnings):
        behind.setdefault(sign, []).append(tuple(rest))
    return "|".join(
        sign if () in rests else f"{sign}(?:{_written(rests)})" for sign, rests in behind.items()
    )


class _Walk:
    """Goes through the steps of an expression with the beginnings that are not long enough yet."""

    def __init__(self, alike: _Alike) -> None:
        self._alike = alike
        #: Those that are long enough, or behind which anything may stand.
        self.ended: set[_Beginning] = set()

    def over(self, steps: _Steps, flags: int, begun: set[_Beginning]) -> set[_Beginning]:
        """Give what beginnings become by steps; those that end on the way are kept.

        Raises _Useless.
        """
        for op, told in steps:
            if not begun:
                break
            if () in self.ended or len(begun) + len(self.ended) > _MOST:
                raise _Useless
            begun = self._over_one(op.name, told, flags, begun)
        return begun

    def _over_one(self, op: str, told: Any, flags: int, begun: set[_Beginning]) -> set[_Beginning]:
        if flags & ~(re.UNICODE | re.IGNORECASE):
            raise _Useless
        match op, told:
            case "AT", place:
                if place.name.startswith("AT_BEGINNING"):
                    raise _Useless
                return begun
            case "ASSERT", (direction, _):
                if direction < 0:
                    raise _Useless
                return begun
            case "ASSERT_NOT", _:
                return begun
            case "FAILURE", _:
                return set()
            case "LITERAL", letter:
                return self._with(begun, [("LITERAL", letter)], flags)
            case "IN", letters:
                return self._with(begun, [(kind.name, which) for kind, which in letters], flags)
            case "BRANCH", (_, parts):
                return set().union(*[self.over(part, flags, begun) for part in parts])
            case (("MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT"), (least, most, part)):
                return self._repeated(part, flags, begun, (least, most))
            case "SUBPATTERN", (_, added, taken, part):
                return self.over(part, (flags | added) & ~taken, begun)
            case _:
                return self._end(begun)

    def _repeated(
        self, part: _Steps, flags: int, begun: set[_Beginning], times: tuple[int, int]
    ) -> set[_Beginning]:
        """Give what beginnings become by a part that stands so many times at least and at most."""
        least, most = times
        found = set(begun) if not least else set()
        for time in range(1, min(most, max(least, _LETTERS)) + 1):
            begun = self.over(part, flags, begun)
            if time >= least:
                found |= begun
        return found

    def _with(
        self, begun: set[_Beginning], letters: Iterable[tuple[str, Any]], flags: int
    ) -> set[_Beginning]:
        """Give beginnings with one letter of a set more, as LITERAL, RANGE or CATEGORY."""
        signs: set[_Sign] = set()
        for kind, which in letters:
            if kind == "CATEGORY" and which.name in _KINDS:
                signs.add(_KINDS[which.name])
                continue
            first, last = which if kind == "RANGE" else (which, which)
            is_any = kind not in ("LITERAL", "RANGE") or last - first > _MOST_OF_SET
            if is_any or (flags & re.IGNORECASE and last >= MOST_CASED):
                return self._end(begun)
            for letter in range(first, last + 1):
                alike = self._alike(letter) if flags & re.IGNORECASE else (letter,)
                signs.update(re.escape(chr(one)) for one in alike)
        if len(signs) > _MOST_OF_SET:
            return self._end(begun)
        longer = {(*beginning, sign) for beginning in begun for sign in signs}
        long_enough = {beginning for beginning in longer if len(beginning) >= _LETTERS}
        self.ended |= long_enough
        return longer - long_enough

    def _end(self, begun: set[_Beginning]) -> set[_Beginning]:
        """Keep beginnings as they are, as anything may stand behind them; none are left."""
        self.ended |= begun
        return set()
