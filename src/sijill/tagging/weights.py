"""Trained weights of features go in; one compact archive comes out, and again a table to look in.

A tagger has two readings of five kinds, the model of reported speech one of one. The archive
(`data/models/<language>.zip`, `….reports.zip`) holds, sorted and little-endian, so that the same
weights give the same bytes:

    labels.json     `sijill.chains/1`: for each reading, for each kind, the labels in order
    names.txt       the names of features (without their steps), one a line
    counts.u2       how many weights each feature has
    codes.u2        for each weight: step + 8, reading, kind and label, see `code_of`
    weights.f4      the weights
    moves.f8        for each reading, for each kind, the weights from label to label
    shape.tsv       see `shape`
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sijill.documents.document import MentionKind
from sijill.errors import FormatFault
from sijill.tagging.channels import split_name
from sijill.tagging.kernels import KERNELS
from sijill.tagging.shape import Shape

FORMAT = "sijill.chains/1"
KINDS = tuple(MentionKind)
#: The first reading, and the second, which knows what the first one made of the document.
STAGES = (1, 2)
#: Room in a code: labels of one kind, steps to either side.
MOST_LABELS = 32
MOST_STEP = 8
#: All codes are below.
CODES = (2 * MOST_STEP + 1) * len(STAGES) * len(KINDS) * MOST_LABELS

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Weights:
    """What one trained model weighs: labels in order, moves between them, features by name.

    `moves[a, b]` is the weight of label `b` after label `a`; `features` are (name with step,
    number of the label, weight).
    """

    labels: tuple[str, ...]
    moves: Floats
    features: Sequence[tuple[str, int, float]]


@dataclass(frozen=True)
class Archive:
    """All weights of one language.

    `names` are those of the features, one a line; a feature's number is that of its line.
    `labels[stage][kind]` and `moves[stage][kind]` are by number (stages from 0); the weights of
    feature i stand in `codes` and `weights` from `starts[i]` to `starts[i + 1]`.
    """

    labels: tuple[tuple[tuple[str, ...], ...], ...]
    moves: tuple[tuple[Floats, ...], ...]
    names: str
    starts: npt.NDArray[np.int64]
    codes: npt.NDArray[np.uint16]
    weights: npt.NDArray[np.float32]
    shape: Shape

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each feature by its name."""
        count = len(self.starts) - 1
        return dict(zip(self.names.split("\n") if count else (), range(count), strict=True))

    @cached_property
    def table(self) -> Any:
        """The same for the compiled loops."""
        return KERNELS.Names(self.names, len(self.starts) - 1)


def code_of(stage: int, kind: int, label: int, step: int) -> int:
    """Give the number of what a weight is for; stage, kind and label count from 0."""
    row = (step + MOST_STEP) * len(STAGES) + stage
    return (row * len(KINDS) + kind) * MOST_LABELS + label


def pack(models: Sequence[Sequence[Weights]], shape: Shape | None = None) -> bytes:
    """Write models, by reading and kind; features that weigh nothing are left out.

    There is room for two readings of five kinds.
    """
    found: dict[str, dict[int, float]] = {}
    for stage, row in enumerate(models):
        for kind, model in enumerate(row):
            for feature, label, weight in model.features:
                if weight:
                    step, name = split_name(feature)
                    found.setdefault(name, {})[code_of(stage, kind, label, step)] = weight
    names = sorted(found)
    rows = [sorted(found[name].items()) for name in names]
    labels = [[model.labels for model in row] for row in models]
    files = {
        "labels.json": json.dumps({"format": FORMAT, "labels": labels}).encode(),
        "names.txt": "\n".join(names).encode(),
        "counts.u2": np.array([len(row) for row in rows], "<u2").tobytes(),
        "codes.u2": np.array([code for row in rows for code, _ in row], "<u2").tobytes(),
        "weights.f4": np.array([weight for row in rows for _, weight in row], "<f4").tobytes(),
        "moves.f8": b"".join(m.moves.astype("<f8").tobytes() for row in models for m in row),
        "shape.tsv": shape.to_text().encode() if shape else b"",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(files):
            entry = zipfile.ZipInfo(file, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[file])
    return out.getvalue()


def read_archive(path: Path) -> Archive:
    """Read what `pack` wrote.

    Raises FormatFault when the file is not whole or of another format.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        head = json.loads(files["labels.json"])
        if head["format"] != FORMAT:
            raise ValueError(f"its format is {head['format']}, not {FORMAT}")
        labels = tuple(tuple(tuple(row) for row in stage) for stage in head["labels"])
        counts = np.frombuffer(files["counts.u2"], "<u2")
        starts = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))
        names = files["names.txt"].decode()
        codes = np.frombuffer(files["codes.u2"], "<u2")
        weights = np.frombuffer(files["weights.f4"], "<f4")
        lines = names.count("\n") + 1 if len(counts) else 0
        if lines != len(counts) or not starts[-1] == len(codes) == len(weights):
            raise ValueError("its parts are not of one length")
        if len(codes) and codes.max() >= CODES:
            raise ValueError("it weighs what is no label")
        moves = _moves(files["moves.f8"], labels)
        shape = Shape.from_text(files["shape.tsv"].decode())
    except (OSError, KeyError, ValueError, TypeError, zipfile.BadZipFile) as fault:
        raise FormatFault(
            f"is not a whole set of models: {fault}",
            where=str(path),
            remedy="Make it again: sijill train",
        ) from fault
    return Archive(labels, moves, names, starts, codes, weights, shape)


def _moves(
    data: bytes, labels: Iterable[Iterable[Sequence[str]]]
) -> tuple[tuple[Floats, ...], ...]:
    flat = np.frombuffer(data, "<f8").astype(np.float64)
    out: list[tuple[Floats, ...]] = []
    begin = 0
    for stage in labels:
        row: list[Floats] = []
        for names in stage:
            size = len(names)
            row.append(flat[begin : begin + size * size].reshape(size, size))
            begin += size * size
        out.append(tuple(row))
    if begin != len(flat):
        raise ValueError("its moves do not fit its labels")
    return tuple(out)
