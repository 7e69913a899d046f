"""A folder of gold texts and a reader go in; how well the reader reads them comes out.

Every `ID.LANG.txt` is read without its marks, then compared with `ID.LANG.json` (format
`sijill.gold/1`) as `sijill.reading.scoring` counts; all texts together, and each language alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Protocol

from sijill.documents.document import Document, Reading
from sijill.errors import UsageError
from sijill.immutable import immutable
from sijill.reading.gold import LISTS, load_gold, reading_to_gold
from sijill.reading.scoring import ACCURACIES, Sums, check_marks, score_document

SCORES_FORMAT = "sijill.scores/1"

Plain = dict[str, Any]


class ReadsDocuments(Protocol):
    """Anything that turns a document into a reading."""

    def read(self, document: Document) -> Reading:
        """Read one document."""


@immutable
class Figure:
    """One figure: precision and recall of what was found, or a share of matched pairs.

    Shares are None when there was nothing to count. `hits` is counted on the side of gold.
    """

    precision: float | None
    recall: float | None
    f1: float | None
    hits: float
    found: int
    gold: int
    is_accuracy: bool = False


@immutable
class Scores:
    """Figures by name for all texts and for each language, with the faults found on the way."""

    files: int
    missing: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    by_group: Mapping[str, Mapping[str, Figure]] = field(default_factory=dict)
    format: str = SCORES_FORMAT

    @property
    def overall(self) -> Mapping[str, Figure]:
        """The figures over all texts."""
        return self.by_group["all"]

    def f1(self, name: str, group: str = "all") -> float:
        """Give the F1 (or the share) of a figure, 0 when it was not counted."""
        figure = self.by_group.get(group, {}).get(name)
        return (figure.f1 or 0.0) if figure else 0.0

    def to_plain(self) -> Plain:
        """Give the scores as plain values for JSON, figures sorted by name."""
        groups: Plain = {}
        for group, figures in self.by_group.items():
            groups[group] = {
                name: (
                    {"accuracy": f.precision, "right": int(f.hits), "of": f.found}
                    if f.is_accuracy
                    else {
                        "precision": f.precision,
                        "recall": f.recall,
                        "f1": f.f1,
                        "hits": round(f.hits, 4),
                        "predicted": f.found,
                        "gold": f.gold,
                    }
                )
                for name, f in sorted(figures.items())
            }
        return {
            "format": self.format,
            "files": self.files,
            "missing": list(self.missing),
            "faults": list(self.faults),
            "scores": groups,
        }

    def to_table(self) -> str:
        """Give the scores as a table for the terminal, one block per group."""
        lines = [
            f"{self.files} texts, {len(self.missing)} not read, {len(self.faults)} faults in marks"
        ]
        lines += [f"  fault: {fault}" for fault in self.faults[:10]]
        for group, figures in self.by_group.items():
            lines += ["", f"{group:32}   prec    rec     F1   hits/found/gold"]
            for name, f in sorted(figures.items()):
                if f.is_accuracy:
                    lines.append(
                        f"{name:32} {_share(f.precision)}                {f.hits:g}/{f.found}"
                    )
                else:
                    shares = f"{_share(f.precision)} {_share(f.recall)} {_share(f.f1)}"
                    lines.append(f"{name:32} {shares}   {f.hits:g}/{f.found}/{f.gold}")
        return "\n".join(lines) + "\n"


def _share(value: float | None) -> str:
    return "     -" if value is None else f"{value:6.3f}"


def figures_of(sums: Sums) -> dict[str, Figure]:
    """Turn sums into figures, sorted by name."""
    out = {}
    for name in sorted(sums.by_name):
        found_hits, found, gold_hits, gold = sums.by_name[name]
        precision = found_hits / found if found else None
        recall = gold_hits / gold if gold else None
        if precision and recall:
            f1: float | None = 2 * precision * recall / (precision + recall)
        else:
            f1 = 0.0 if found or gold else None
        accuracy = name in ACCURACIES
        out[name] = Figure(
            precision,
            recall,
            precision if accuracy else f1,
            gold_hits,
            int(found),
            int(gold),
            accuracy,
        )
    return out


def compare(pairs: Mapping[str, tuple[Plain, Plain | None, str]]) -> Scores:
    """Score found documents against gold ones.

    `pairs` gives for each file name its gold document, the found one (None when there is none,
    which counts as empty) and the text.
    """
    groups: dict[str, Sums] = {"all": Sums()}
    faults: list[str] = []
    missing: list[str] = []
    for name in sorted(pairs):
        gold, found, text = pairs[name]
        if found is None:
            missing.append(name)
            found = {key: [] for key in LISTS}
        faults += [f"{name}: {fault}" for fault in check_marks(found, text)]
        sums = score_document(gold, found)
        groups["all"].merge(sums)
        groups.setdefault(str(gold.get("language")), Sums()).merge(sums)
    order = ["all", *sorted(g for g in groups if g != "all")]
    return Scores(
        len(pairs),
        tuple(missing),
        tuple(faults),
        {group: figures_of(groups[group]) for group in order},
    )


def gold_pairs(gold_dir: Path) -> list[tuple[Path, Path]]:
    """Give the text and the marks of every gold pair of a folder, sorted by name.

    Raises UsageError when the folder holds none.
    """
    found = [
        (path.with_suffix(".txt"), path)
        for path in sorted(gold_dir.glob("*.json"))
        if path.with_suffix(".txt").exists()
    ]
    if not found:
        raise UsageError(
            "holds no pair ID.LANG.txt and ID.LANG.json",
            where=str(gold_dir),
            remedy="Give a folder of gold texts: sijill evaluate GOLD_DIR",
        )
    return found


def evaluate(gold_dir: Path, reader: ReadsDocuments) -> Scores:
    """Read every text of a folder of gold pairs and score the readings.

    Raises UsageError when the folder holds no pair, FormatFault when a gold file is not one.
    """
    pairs: dict[str, tuple[Plain, Plain | None, str]] = {}
    for text_path, gold_path in gold_pairs(Path(gold_dir)):
        gold = load_gold(gold_path)
        text = text_path.read_text("utf-8")
        document = Document(
            str(gold.get("id") or gold_path.stem),
            text,
            str(gold["language"]),
            gold.get("published"),
            gold.get("outlet"),
        )
        pairs[gold_path.name] = (gold, reading_to_gold(reader.read(document), text), text)
    return compare(pairs)
