"""What is seen of a passage goes in; stretches of reported speech come out, each weighed.

A linear-chain CRF for each language over the words of a paragraph, trained on our own texts by
`sijill train` (`report_training`). It finds stretches and says how probable a given one is, so that
it can arbitrate between rules. Its weights lie in `data/models/<language>.reports.zip`:

    labels.json     `sijill.reports/1`: the labels in order
    moves.tsv       weights from label to label, one row a label
    weights.tsv     feature, label, weight; sorted
"""

from __future__ import annotations

import io
import json
import zipfile
from bisect import bisect_left
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from sijill.citation import Span
from sijill.errors import FormatFault
from sijill.reading.channels import Channel, Described, split_name
from sijill.reading.decoding import Chains
from sijill.reading.document import Token
from sijill.reading.labels import decode, encode
from sijill.reading.report_features import report_channels
from sijill.reading.weights import Floats, Weights
from sijill.tables import data_path

FORMAT = "sijill.reports/1"
#: When so many values of one channel are kept, they are weighed anew.
MOST_VALUES = 5_000


@dataclass(frozen=True, slots=True)
class Weighed:
    """A stretch of reported speech and how probable it is, between 0 and 1."""

    span: Span
    probability: float


class ReportModel:
    """The model of one language, ready to read."""

    def __init__(self, language: str, weights: Weights) -> None:
        self._channels = report_channels(language)
        self._labels = weights.labels
        self._number = {label: index for index, label in enumerate(weights.labels)}
        self._chains = Chains([weights.moves])
        #: By the name of a feature and the step at which it is seen.
        self._weights: dict[str, dict[int, Floats]] = {}
        for feature, label, weight in weights.features:
            step, name = split_name(feature)
            by_step = self._weights.setdefault(name, {})
            row = by_step.setdefault(step, np.zeros(len(self._labels)))
            row[label] = weight
        self._rows: list[dict[Hashable, Floats]] = [{} for _ in self._channels]

    def weigh(
        self, described: Described, proposals: Sequence[Span]
    ) -> tuple[list[Weighed], list[float]]:
        """Give the stretches that the model finds, and the probability of each proposed one.

        A proposal that crosses the edge of a paragraph has the probability 0.
        """
        if not described.positions:
            return [], [0.0] * len(proposals)
        scores = self._chains.shaped(self._scores(described))
        lengths = np.array([len(units) for units in described.units if units], dtype=np.int64)
        best = self._chains.best(scores, lengths)[:, 0]
        sure = self._chains.marginals(scores, lengths)[:, 0, :]
        found: list[Weighed] = []
        judged = [0.0] * len(proposals)
        ordered = sorted(range(len(proposals)), key=lambda n: proposals[n].start)
        begin = 0
        for units in described.units:
            if not units:
                continue
            names = [self._labels[i] for i in best[begin : begin + len(units)]]
            for span, first, last in decode(units, names):
                least = min(sure[begin + i, best[begin + i]] for i in (first, last - 1))
                found.append(Weighed(span, float(least)))
            low = bisect_left(ordered, units[0].start, key=lambda o: proposals[o].start)
            high = bisect_left(ordered, units[-1].end, key=lambda o: proposals[o].start)
            for number in ordered[low:high]:
                span = proposals[number]
                if span.end <= units[-1].end:
                    judged[number] = self._judge(units, span, sure[begin : begin + len(units)])
            begin += len(units)
        return found, judged

    def _judge(self, units: Sequence[Token], span: Span, sure: Floats) -> float:
        labels = encode(units, [span])
        inside = [i for i, label in enumerate(labels) if label != "O"]
        if not inside:
            return 0.0
        edges = (inside[0], inside[-1])
        known = [self._number.get(labels[i]) for i in edges]
        return min(
            float(sure[i, label]) if label is not None else 0.0
            for i, label in zip(edges, known, strict=True)
        )

    def _scores(self, described: Described) -> Floats:
        """Sum up what each label scores at each unit."""
        positions = np.array(described.positions)
        out = np.zeros((len(positions), len(self._labels)))
        for channel, rows, values in zip(self._channels, self._rows, described.values, strict=True):
            if len(rows) > MOST_VALUES:
                rows.clear()
            distinct = {value: number for number, value in enumerate(dict.fromkeys(values))}
            for value in distinct:
                if value not in rows:
                    rows[value] = self._row(channel, value)
            table = np.stack([rows[value] for value in distinct])
            ids = np.array([distinct[value] for value in values])
            for step in range(channel.first, channel.last + 1):
                out += table[ids[positions + step], step - channel.first]
        return out

    def _row(self, channel: Channel, value: Hashable) -> Floats:
        """Give what one value scores: steps by labels."""
        shape = (channel.last - channel.first + 1, len(self._labels))
        row: Floats | None = None
        for steps, names in channel.spell(value):
            for name in names:
                by_step = self._weights.get(name)
                if by_step is None:
                    continue
                for step in steps:
                    weight = by_step.get(step)
                    if weight is not None:
                        row = np.zeros(shape) if row is None else row
                        row[step - channel.first] += weight
        # Most values weigh nothing, and rows are kept: these share one.
        return _nothing(shape) if row is None else row


@cache
def _nothing(shape: tuple[int, ...]) -> Floats:
    return np.zeros(shape)


def pack_reports(weights: Weights) -> bytes:
    """Write a trained model; the same weights give the same bytes."""
    rows = sorted((f, weights.labels[label], w) for f, label, w in weights.features if w)
    files = {
        "labels.json": json.dumps({"format": FORMAT, "labels": list(weights.labels)}),
        "moves.tsv": "".join(
            "\t".join(f"{value:.5g}" for value in row) + "\n" for row in weights.moves.tolist()
        ),
        "weights.tsv": "".join(f"{f}\t{label}\t{w:.4g}\n" for f, label, w in rows),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(files):
            entry = zipfile.ZipInfo(file, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[file].encode())
    return out.getvalue()


def read_reports(path: Path) -> Weights:
    """Read what `pack_reports` wrote.

    Raises FormatFault when the file is not whole or of another format.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(name).decode() for name in archive.namelist()}
        head = json.loads(files["labels.json"])
        if head["format"] != FORMAT:
            raise ValueError(f"its format is {head['format']}, not {FORMAT}")
        labels = tuple(head["labels"])
        moves = [line.split("\t") for line in files["moves.tsv"].splitlines()]
        number = {label: index for index, label in enumerate(labels)}
        features = []
        for line in files["weights.tsv"].split("\n")[:-1]:
            feature, label, weight = line.rsplit("\t", 2)
            features.append((feature, number[label], float(weight)))
        matrix = np.array(moves, dtype=np.float64).reshape(len(labels), len(labels))
    except (OSError, KeyError, ValueError, TypeError, zipfile.BadZipFile) as fault:
        raise FormatFault(
            f"is not a whole model: {fault}",
            where=str(path),
            remedy="Make it again: sijill train",
        ) from fault
    return Weights(labels, matrix, features)


def reports_path(language: str, folder: Path | None = None) -> Path:
    """Give where the model of a language lies, in the package or in a folder."""
    return (folder or data_path("models")) / f"{language}.reports.zip"


@cache
def load_reports(language: str, folder: Path | None = None) -> ReportModel | None:
    """Load the model of a language once; None when there is none.

    Raises FormatFault when it is not whole.
    """
    path = reports_path(language, folder)
    return ReportModel(language, read_reports(path)) if path.exists() else None
