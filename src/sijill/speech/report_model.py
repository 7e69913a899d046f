"""What is seen of a passage goes in; stretches of reported speech come out, each weighed.

A linear-chain CRF for each language over the words of a paragraph, trained on our own texts by
`sijill train` (`report_training`). It finds stretches and says how probable a given one is, so that
it can arbitrate between rules. Its weights lie in `data/models/<language>.reports.zip`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from sijill.citation import Span
from sijill.documents.document import Token
from sijill.immutable import immutable
from sijill.speech.report_features import report_channels
from sijill.tables import data_path
from sijill.tagging.channels import Described
from sijill.tagging.decoding import Chains
from sijill.tagging.labels import decode, edge_labels, units_in
from sijill.tagging.layout import Layout
from sijill.tagging.weighing import Weigher
from sijill.tagging.weights import Archive, Floats, read_archive

#: No channel looks further around a unit.
REACH = 3
_NO_EDGES = ("", "")
#: About so many units are weighed at a time.
BATCH = 3072


@immutable
class Weighed:
    """A stretch of reported speech and how probable it is, between 0 and 1."""

    span: Span
    probability: float


class ReportModel:
    """The model of one language, ready to read."""

    def __init__(self, language: str, archive: Archive) -> None:
        self._weigher = Weigher(Layout(archive), report_channels(language))
        self._labels = archive.labels[0][0]
        self._number = {label: index for index, label in enumerate(self._labels)}
        self._outside = self._number.get("O", -1)
        self._chains = Chains(archive.moves[0])

    def weigh(
        self, described: Described, proposals: Sequence[Span]
    ) -> tuple[list[Weighed], list[float]]:
        """Give the stretches that the model finds, and the probability of each proposed one.

        A proposal that crosses the edge of a paragraph has the probability 0.
        """
        if not described.positions:
            return [], [0.0] * len(proposals)
        scores = self._scores(described)
        lengths = np.array([len(units) for units in described.units if units], dtype=np.int64)
        best = self._chains.best(scores, lengths)[:, 0].tolist()
        sure = self._chains.marginals(scores[:, 0], lengths)
        found: list[Weighed] = []
        judged = [0.0] * len(proposals)
        ordered = sorted(range(len(proposals)), key=lambda n: proposals[n].start)
        begin = low = 0
        for units in described.units:
            if not units:
                continue
            mine = best[begin : begin + len(units)]
            # Most paragraphs hold nothing that is told.
            if mine.count(self._outside) < len(mine):
                labels = [self._labels[number] for number in mine]
                for span, first, last in decode(units, labels):
                    edges = (begin + first, begin + last - 1)
                    least = min(sure[place, best[place]] for place in edges)
                    found.append(Weighed(span, float(least)))
            while low < len(ordered) and proposals[ordered[low]].start < units[-1].end:
                number = ordered[low]
                span = proposals[number]
                if units[0].start <= span.start and span.end <= units[-1].end:
                    judged[number] = self._judge(units, span, sure[begin : begin + len(units)])
                low += 1
            begin += len(units)
        return found, judged

    def _judge(self, units: Sequence[Token], span: Span, sure: Floats) -> float:
        """Give how probable it is that a stretch begins and ends where it does, 0 where none can.

        Its labels are told by its first and last unit alone.
        """
        first, last = units_in(units, span)
        if first == last:
            return 0.0
        edges = edge_labels(units[first], units[last - 1], span)
        begun, ended = map(self._number.get, edges or _NO_EDGES)
        if begun is None or ended is None:
            return 0.0
        return min(float(sure[first, begun]), float(sure[last - 1, ended]))

    def _scores(self, described: Described) -> Floats:
        """Sum up what each label scores at each unit, so many units at a time."""
        positions = np.array(described.positions)
        scores = self._chains.unscored(len(positions))
        for begin in range(0, len(positions), BATCH):
            mine = positions[begin : begin + BATCH]
            first, last = max(0, int(mine[0]) - REACH), int(mine[-1]) + REACH + 1
            prepared = self._weigher.prepare([values[first:last] for values in described.values])
            onto = scores[begin : begin + BATCH].reshape(len(mine), -1)
            self._weigher.score(0, prepared, mine - first, onto)
        return scores


def reports_path(language: str, folder: Path | None = None) -> Path:
    """Give where the model of a language lies, in the package or in a folder."""
    return (folder or data_path("models")) / f"{language}.reports.zip"


@cache
def load_reports(language: str, folder: Path | None = None) -> ReportModel | None:
    """Load the model of a language once; None when there is none.

    Raises FormatFault when it is not whole.
    """
    path = reports_path(language, folder)
    return ReportModel(language, read_archive(path)) if path.exists() else None
