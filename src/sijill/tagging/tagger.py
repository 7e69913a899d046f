"""A text with its sentences and known names goes in; spans of five kinds come out, each weighed.

Linear-chain CRFs, one for each kind, because a post may contain a place. They run twice: the second
time they see what the first reading made of the whole document (`agreement`). `training` makes
them; their weights lie in `data/models/<language>.zip`, loaded when first used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sijill.documents.deadline import check
from sijill.documents.document import MentionKind, Sentence, Token
from sijill.immutable import immutable
from sijill.register.matcher import Hit
from sijill.tables import data_path
from sijill.tagging.agreement import hint, hint_channels
from sijill.tagging.channels import Described
from sijill.tagging.decoding import Chains
from sijill.tagging.features import channels, describe
from sijill.tagging.labelling import Labelling, Rows
from sijill.tagging.layout import Layout
from sijill.tagging.spans import Spans
from sijill.tagging.weighing import Weighed, Weigher
from sijill.tagging.weights import KINDS, Archive, Floats, read_archive

#: Sentences longer than this (units) are labelled in stretches; the longest of the corpus has 200.
LONGEST = 512
#: No channel looks further around a unit.
REACH = 4
#: Kinds by what they are called: Python 3.11 takes ten times as long to ask an enumeration.
_KINDS = {kind.value: kind for kind in MentionKind}
#: About so many units are labelled at a time, to keep what is in memory small.
BATCH = 3072

Ints = npt.NDArray[np.int64]


@immutable
class Tagged:
    """A span that the models took for a name or post; `confidence` between 0 and 1."""

    kind: MentionKind
    start: int
    end: int
    confidence: float


class Tagger:
    """The models of one language, ready to read."""

    def __init__(self, language: str, archive: Archive) -> None:
        self.language = language
        layout = Layout(archive)
        self._weigher = Weigher(layout, channels(language, archive.shape))
        self._hint_weigher = Weigher(layout, hint_channels(language))
        self._chains = [Chains(moves) for moves in archive.moves]
        self._rows = [Rows(labels) for labels in archive.labels]
        self._spans = Spans(archive.labels[-1])
        #: For each kind the number of the label that is no span's, in the second reading.
        self._outside = np.array(
            [row.index("O") if "O" in row else -1 for row in archive.labels[-1]]
        )
        #: What was prepared last: the second reading sees most of what the first one saw.
        self._prepared: tuple[Described, Weighed] | None = None

    def tag(
        self,
        text: str,
        sentences: Sequence[Sentence],
        hits: Sequence[Hit],
        kind_by_id: Mapping[str, str],
    ) -> tuple[Tagged, ...]:
        """Give what the models find, sorted by place; spans of one kind never overlap."""
        described = describe(text, sentences, self.language, hits, kind_by_id)
        if not described.positions:
            return ()
        check()
        first, _ = self.read(described)
        hinted = hint(text, described, self.labelling(0, first), self.language)
        check()
        best, sure = self.read(described, hinted)
        # Let go of while it is at hand: when the next text comes, that takes twice as long.
        self._prepared = None
        return tuple(
            [
                Tagged(_KINDS[name], start, -end, round(confidence, 4))
                for start, end, name, confidence in self._spans.of(best, sure, described.units)
            ]
        )

    def read(self, described: Described, hinted: Described | None = None) -> tuple[Ints, Floats]:
        """Label every unit: the first reading, or the second one when hints are given.

        Returns the numbers of the labels by unit and kind and, for the second reading, their
        probability: 1 for kinds of which the sentence has none.
        """
        stage = 0 if hinted is None else 1
        chains = self._chains[stage]
        positions = described.places
        best = np.empty((len(positions), len(KINDS)), dtype=np.int64)
        sure = np.ones(best.shape)
        begin = 0
        for lengths in _batches(described.units):
            check()
            end = begin + int(lengths.sum())
            mine = positions[begin:end]
            scores = chains.unscored(len(mine))
            self._score(self._weigher, stage, described, mine, scores)
            if hinted is not None:
                self._score(self._hint_weigher, stage, hinted, mine, scores)
            best[begin:end] = labels = chains.best(scores, lengths)
            if hinted is not None:
                sure[begin:end] = chains.probabilities(scores, lengths, labels, self._outside)
            begin = end
        return best, sure

    def labelling(self, stage: int, best: Ints) -> Labelling:
        """Give the labels that a reading wrote as numbers by unit and kind."""
        return self._rows[stage].of(best)

    def _score(
        self,
        weigher: Weigher,
        stage: int,
        described: Described,
        positions: Ints,
        scores: Floats,
    ) -> None:
        """Add to the scores of positions, units by kind by label, what they are weighed by."""
        onto = scores.reshape(len(scores), -1)
        if len(positions) == len(described.positions):  # most texts: nothing of them is copied
            if self._prepared is None or self._prepared[0] is not described:
                prepared = weigher.prepare(described.values)
                if weigher is self._weigher:
                    self._prepared = (described, prepared)
            else:
                prepared = self._prepared[1]
            weigher.score(stage, prepared, positions, onto)
            return
        first = max(0, int(positions[0]) - REACH)
        last = int(positions[-1]) + REACH + 1
        if weigher is self._weigher:
            self._prepared = None
        prepared = weigher.prepare([values[first:last] for values in described.values])
        weigher.score(stage, prepared, positions - first, onto)


def _batches(sentences: Sequence[Sequence[Token]]) -> list[Ints]:
    """Put sentences together to batches of lengths; empty ones are left out, long ones are cut."""
    lengths = [*filter(None, map(len, sentences))]
    if sum(lengths) > BATCH or max(lengths, default=0) > LONGEST:
        return _cut_batches(sentences)
    return [np.array(lengths, dtype=np.int64)] if lengths else []


def _cut_batches(sentences: Sequence[Sequence[Token]]) -> list[Ints]:
    """Do the same for a text of many units, or with a long sentence."""
    out: list[list[int]] = [[]]
    size = 0
    for units in sentences:
        begin = 0
        while begin < len(units):
            end = len(units)
            if end - begin > LONGEST:
                end = _cut(units, begin + LONGEST)
            # Also inside a sentence, lest more values come than may be looked up at a time.
            if size >= BATCH:
                out.append([])
                size = 0
            out[-1].append(end - begin)
            size += end - begin
            begin = end
    return [np.array(row, dtype=np.int64) for row in out if row]


def _cut(units: Sequence[Token], end: int) -> int:
    """Give where to cut near `end`: behind a sign, so that no name is cut, if there is one."""
    near = range(end, end - LONGEST // 4, -1)
    return next((i for i in near if not units[i - 1].text[0].isalnum()), end)


@cache
def load_tagger(language: str, folder: Path | None = None) -> Tagger | None:
    """Load the models of a language once; None when there are none.

    Raises FormatFault when they are not whole.
    """
    path = (folder or data_path("models")) / f"{language}.zip"
    return Tagger(language, read_archive(path)) if path.exists() else None
