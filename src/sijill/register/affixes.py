"""The table of letters written onto words (`affixes.tsv`) goes in; those of one place come out.

Particles stand before a name, case endings behind it.
"""

from __future__ import annotations

from functools import cache

from sijill.tables import open_table


@cache
def affixes(language: str, where: str) -> tuple[str, ...]:
    """Give the attached letters of one place, longest first; none where there are none of these."""
    rows = open_table(f"{language}/affixes.tsv", ("affix", "where"))
    found = {row["affix"] for row in rows if row["where"] == where}
    return tuple(sorted(found, key=lambda a: (-len(a), a)))
