"""The name of a small rule of grammar goes in; the language's own expression for it comes out.

What stands before a place, how a verb looks whose deed lies ahead, where a clause turns: each
language writes these once, as regular expressions, in `data/<language>/expressions.tsv` (columns
`name`, `expression`, `source`). Rows of one name are alternatives; `(?&name)` in an expression
stands for all rows of another name, as in PCRE. A name that a language does not have matches
nothing, so a new language begins with an empty table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby

from sijill.documents.asked_once import asked_once
from sijill.documents.leaps import compiled, longest_match
from sijill.errors import TableFault
from sijill.tables import data_path, open_table

#: Matches nothing; no text is as long as what it looks for, so none is looked through.
NOTHING = re.compile(r"(?!).{1000000000}")
# One repeat inside another can take a time that grows without bound: (a+)*, (\w*x)+.
_NESTED_REPEATS = re.compile(r"[*+}][^()\[\]|]*\)(?:[*+]|\{\d*,\d*\})")
_REFERENCE = re.compile(r"\(\?&(\w+)\)")
#: How an expression asks whether a word begins; what may hold a “|” that parts no whole ones.
_OPENING = re.compile(r"(?:\\b|\(\?<!\\w\))(?![?*+{])")
_SIGNS, _BRACKETS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^]\\])*\]"), re.compile(r"\([^()]*\)")


@cache
def _rows(language: str) -> dict[str, list[str]]:
    """Give the expressions by name, each whole: with what it refers to."""
    written: dict[str, list[str]] = {}
    for row in open_table(_table(language), ("name", "expression")):
        written.setdefault(row["name"], []).append(row["expression"])
    return {name: _whole(language, written, name) for name in written}


def _whole(
    language: str, written: Mapping[str, list[str]], name: str, inside: tuple[str, ...] = ()
) -> list[str]:
    """Give the expressions of a name with those of other names in the place of `(?&other)`.

    `inside` are the names that refer to it.
    """
    if name not in written or name in inside:
        raise _fault(language, f"“(?&{name})” refers to itself, or to nothing")

    def other(reference: re.Match[str]) -> str:
        return f"(?:{'|'.join(_whole(language, written, reference[1], (*inside, name)))})"

    found = [_REFERENCE.sub(other, part) for part in written[name]]
    for part in found:
        if _NESTED_REPEATS.search(part):
            raise _fault(language, f"“{part}” repeats what is repeated already and may never end")
    return found


def _table(language: str) -> str:
    return f"{language}/expressions.tsv"


def _fault(language: str, what: str) -> TableFault:
    return TableFault(what, path=str(data_path(_table(language))))


@asked_once
def expression(language: str, name: str, *shared: str) -> re.Pattern[str]:
    """Give a language's expression for `name`, with `shared` ones of all languages beside it.

    Raises TableFault for an expression that is none, or that could run away.
    """
    parts = [*shared, *_rows(language).get(name, ())]
    if not parts:
        return NOTHING
    try:
        return compiled(_either(parts))
    except re.error as fault:
        raise _fault(language, f"the expression “{name}” is none: {fault}") from fault


@asked_once
def ends_in(language: str, name: str) -> re.Pattern[str]:
    """Give a language's expression for what stands right before a place: it must end there."""
    parts = _rows(language).get(name, ())
    return compiled(f"(?:{_either(parts)})\\Z") if parts else NOTHING


@asked_once
def _ending(language: str, name: str) -> tuple[re.Pattern[str], int]:
    """Give what `ends_in` gives, and how many letters its longest match takes."""
    rule = ends_in(language, name)
    return rule, longest_match(rule)


def found_before(
    language: str, name: str, text: str, begin: int, place: int
) -> re.Match[str] | None:
    """Find what stands right before a place of a text, and not before `begin`.

    As `ends_in` does, which would look through all from `begin` on: a match that ends at the place
    begins no further back than the longest one.
    """
    rule, longest = _ending(language, name)
    return rule.search(text, max(begin, place - longest), place)


def _either(parts: Iterable[str]) -> str:
    """Write alternatives as one expression, which asks once whether a word begins at a place.

    Those side by side are taken together; none is moved, as the first that matches is found.
    """
    either: list[str] = []
    for opening, alike in groupby(parts, key=_opening):
        behind = "|".join(f"(?:{part[len(opening) :]})" for part in alike)
        either.append(f"{opening}(?:{behind})" if opening else behind)
    return "|".join(either)


def _opening(part: str) -> str:
    """Give how an expression says that a word must begin; nothing for one that does not."""
    opening = _OPENING.match(part)
    if opening is None:
        return ""
    without = _SIGNS.sub("", part)
    while (shorter := _BRACKETS.sub("", without)) != without:
        without = shorter
    return "" if "|" in without else opening.group()
