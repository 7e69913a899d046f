"""The table of words of amounts (`<language>/money_words.tsv`) goes in; its words come out by kind.

Kinds: `scale` is a size of numbers ("million"), `dual` a word for two of one («مليارا»), `currency`
an ISO 4217 code with its words and signs, `bound` says about, over or under.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sijill.tables import cell_list, open_table

#: Scales that have a name in every language, by their ids; others (万) are named by their size.
SIZE_BY_SCALE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@dataclass(frozen=True, slots=True)
class MoneyWord:
    """One row of the table: `cues` as they stand in sources, `label` the narrator's word."""

    id: str
    kind: str
    cues: tuple[str, ...]
    label: str

    @property
    def size(self) -> int:
        """How much a scale is, or a dual of one. Raises ValueError for a word that is neither."""
        if self.kind not in ("scale", "dual"):
            raise ValueError(f"“{self.id}” is no scale")
        size = SIZE_BY_SCALE.get(self.id) or int(self.id)
        return 2 * size if self.kind == "dual" else size


@cache
def money_words(language: str, *kinds: str) -> tuple[MoneyWord, ...]:
    """Give the words of a language in the order of its table; only some kinds if any are named."""
    rows = open_table(f"{language}/money_words.tsv", ("id", "kind", "cues"))
    return tuple(
        MoneyWord(row["id"], row["kind"], tuple(cell_list(row["cues"])), row.get("label") or "")
        for row in rows
        if not kinds or row["kind"] in kinds
    )
