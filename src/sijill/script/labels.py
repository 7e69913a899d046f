"""The table of a script's fixed words goes in (`<language>/script_labels.tsv`); they come out."""

from __future__ import annotations

from functools import cache

from sijill.tables import open_table


@cache
def script_labels(language: str) -> dict[str, str]:
    """Give the fixed words of a narrated language by their ids."""
    rows = open_table(f"{language}/script_labels.tsv", ("id", "text"))
    return {row["id"]: row["text"] for row in rows}
