"""What is seen of a passage goes in; stretches of reported speech come out, each weighed.

A linear-chain CRF for each language over the words of a paragraph, trained on our own texts by
`sijill train` (`report_training`). It finds stretches and says how probable a given one is, so that
it can arbitrate between rules. Its weights lie in `data/models/<language>.reports.zip`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from functools import cache
from itertools import accumulate, chain
from pathlib import Path

import numpy as np

from sijill.citation import Span
from sijill.documents.document import Token
from sijill.immutable import immutable
from sijill.speech.report_features import report_channels
from sijill.tables import data_path
from sijill.tagging.channels import Described, PlainChannel
from sijill.tagging.decoding import Chains
from sijill.tagging.labels import decode_letters, edge_labels, letter_of, units_in
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
        channels = report_channels(language)
        self._weigher = Weigher(Layout(archive), channels)
        self._each = [c.each if isinstance(c, PlainChannel) else 1 for c in channels]
        self._labels = archive.labels[0][0]
        self._number = {label: index for index, label in enumerate(self._labels)}
        self._letters = [letter_of(label) for label in self._labels]
        self._chains = Chains(archive.moves[0])

    def weigh(
        self, described: Described, proposals: Sequence[Span]
    ) -> tuple[list[Weighed], list[float]]:
        """Give the stretches that the model finds, and the probability of each proposed one.

        A proposal that crosses the edge of a paragraph has the probability 0.
        """
        if not len(described.positions):
            return [], [0.0] * len(proposals)
        scores = self._scores(described)
        counts = [len(units) for units in described.units if units]
        lengths = np.array(counts, dtype=np.int64)
        best = self._chains.best(scores, lengths)[:, 0]
        sure = self._chains.marginals(scores[:, 0], lengths)
        units = [*chain.from_iterable(described.units)]
        ends = [*accumulate(counts)]
        numbers = best.tolist()
        letters = [*map(self._letters.__getitem__, numbers)]
        for end in ends[:-1]:
            letters[end] = letters[end].lower()  # no span goes on into another sentence
        found = []
        for span, first, behind in decode_letters(
            units, "".join(letters), lambda place: self._labels[numbers[place]]
        ):
            edges = [sure.item(place, best.item(place)) for place in (first, behind - 1)]
            found.append(Weighed(span, min(edges)))
        return found, [self._judge(units, ends, span, sure) for span in proposals]

    def _judge(
        self, units: Sequence[Token], ends: Sequence[int], span: Span, sure: Floats
    ) -> float:
        """Give how probable it is that a stretch begins and ends where it does, 0 where none can.

        Its labels are told by its first and last unit alone; `ends` is where paragraphs end.
        """
        first, behind = units_in(units, span)
        if first == behind or bisect_right(ends, first) != bisect_right(ends, behind - 1):
            return 0.0
        edges = edge_labels(units[first], units[behind - 1], span)
        begun, ended = map(self._number.get, edges or _NO_EDGES)
        if begun is None or ended is None:
            return 0.0
        return min(sure.item(first, begun), sure.item(behind - 1, ended))

    def _scores(self, described: Described) -> Floats:
        """Sum up what each label scores at each unit, so many units at a time."""
        positions = np.array(described.positions)
        scores = self._chains.unscored(len(positions))
        for begin in range(0, len(positions), BATCH):
            mine = positions[begin : begin + BATCH]
            first, last = max(0, int(mine[0]) - REACH), int(mine[-1]) + REACH + 1
            # Most texts are short enough to be weighed as they are.
            seen: Sequence[Sequence[Hashable]] = described.values
            if first > 0 or last < len(seen[0]):
                rows = zip(described.values, self._each, strict=True)
                seen = [values[first * each : last * each] for values, each in rows]
            prepared = self._weigher.prepare(seen)
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
