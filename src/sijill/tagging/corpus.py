"""A folder of marked texts and a kind of model go in; the texts that it learns from come out.

Texts and marks are pairs `ID.LANG.txt` and `ID.LANG.json`, one folder for each language. A table
`lessons.tsv` beside these folders says which series of texts (the letters that an id begins with) a
model does not learn from, and why.
"""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

from sijill.tables import read_table

#: The models that learn from texts.
TAGGERS, REPORTS = "taggers", "reports"


def lesson_paths(corpus_dir: Path, language: str, model: str) -> list[Path]:
    """Give the marks of the texts that a model of a language learns from, sorted.

    Raises TableFault when `lessons.tsv` is no table.
    """
    path = corpus_dir / "lessons.tsv"
    left_out: set[str] = set()
    if path.exists():
        for row in read_table(path, ("language", "series", "model")):
            if row["language"] in (language, "*") and row["model"] == model:
                left_out.add(row["series"])
    found = sorted((corpus_dir / language).glob("*.json"))
    return [path for path in found if _series(path) not in left_out]


def _series(path: Path) -> str:
    """Give the letters that an id begins with; the oldest texts have none."""
    return "".join(takewhile(str.isalpha, path.name))
