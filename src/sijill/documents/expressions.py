"""The name of a small rule of grammar goes in; the language's own expression for it comes out.

What stands before a place, how a verb looks whose deed lies ahead, where a clause turns: each
language writes these once, as regular expressions, in `data/<language>/expressions.tsv` (columns
`name`, `expression`, `source`). Rows of one name are alternatives. A name that a language does
not have matches nothing, so a new language begins with an empty table.
"""

from __future__ import annotations

import re
from functools import cache

from sijill.errors import TableFault
from sijill.tables import data_path, open_table

NOTHING = re.compile(r"(?!)")
# One repeat inside another can take a time that grows without bound: (a+)*, (\w*x)+.
_NESTED_REPEATS = re.compile(r"[*+}][^()\[\]|]*\)(?:[*+]|\{\d*,\d*\})")


@cache
def _rows(language: str) -> dict[str, list[str]]:
    name = f"{language}/expressions.tsv"
    found: dict[str, list[str]] = {}
    for row in open_table(name, ("name", "expression")):
        if _NESTED_REPEATS.search(row["expression"]):
            raise TableFault(
                f"“{row['expression']}” repeats what is repeated already and may never end",
                path=str(data_path(name)),
            )
        found.setdefault(row["name"], []).append(row["expression"])
    return found


@cache
def expression(language: str, name: str, *shared: str) -> re.Pattern[str]:
    """Give a language's expression for `name`, with `shared` ones of all languages beside it.

    Raises TableFault for an expression that is none, or that could run away.
    """
    parts = [*shared, *_rows(language).get(name, ())]
    if not parts:
        return NOTHING
    try:
        return re.compile("|".join(f"(?:{part})" for part in parts))
    except re.error as fault:
        raise TableFault(
            f"the expression “{name}” is none: {fault}",
            path=str(data_path(f"{language}/expressions.tsv")),
        ) from fault


@cache
def ends_in(language: str, name: str) -> re.Pattern[str]:
    """Give a language's expression for what stands right before a place: it must end there."""
    parts = _rows(language).get(name, ())
    return re.compile(f"(?:{'|'.join(parts)})\\Z") if parts else NOTHING
