"""A text with its sentences and known names goes in; spans of five kinds come out, each weighed.

Linear-chain CRFs (python-crfsuite), one for each kind, because a post may contain a place. They run
twice: the second time they see what the first reading made of the whole document (`agreement`).
`training` makes them; the models lie in `data/models/<language>.zip`, loaded when first used.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pycrfsuite

from sijill.errors import FormatFault
from sijill.reading.agreement import KINDS, hint
from sijill.reading.document import MentionKind, Sentence
from sijill.reading.features import Features, Unit, cut_units, describe
from sijill.reading.labels import decode
from sijill.reading.shape import Shape
from sijill.register.matcher import Hit
from sijill.tables import data_path

STAGES = (1, 2)
SHAPE_NAME = "shape.tsv"


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span that the models took for a name or post; `confidence` between 0 and 1."""

    kind: MentionKind
    start: int
    end: int
    confidence: float


def describe_document(
    text: str,
    sentences: Sequence[Sentence],
    language: str,
    hits: Sequence[Hit],
    kind_by_id: Mapping[str, str],
    shape: Shape | None = None,
) -> tuple[list[tuple[Unit, ...]], list[Features]]:
    """Give units and features of every sentence."""
    all_units: list[tuple[Unit, ...]] = []
    features: list[Features] = []
    position = 0
    for sentence in sentences:
        while position < len(hits) and hits[position].end <= sentence.start:
            position += 1
        index = position
        mine: list[Hit] = []
        while index < len(hits) and hits[index].start < sentence.end:
            mine.append(hits[index])
            index += 1
        units = cut_units(text, sentence, language)
        all_units.append(units)
        features.append(describe(units, language, mine, kind_by_id, shape))
    return all_units, features


def join_features(left: Sequence[Features], right: Sequence[Features]) -> list[Features]:
    """Put the features of two descriptions of one document together."""
    return [[a + b for a, b in zip(x, y, strict=True)] for x, y in zip(left, right, strict=True)]


class Tagger:
    """The models of one language, ready to read."""

    def __init__(
        self, language: str, models: Mapping[tuple[int, MentionKind], bytes], shape: Shape
    ) -> None:
        self.language = language
        self._shape = shape
        # CRFsuite reads the models where they lie, so the bytes must live as long as it does.
        self._data = dict(models)
        self._models: dict[tuple[int, MentionKind], pycrfsuite.Tagger] = {}
        for key, data in self._data.items():
            tagger = pycrfsuite.Tagger()
            tagger.open_inmemory(data)
            self._models[key] = tagger

    def tag(
        self,
        text: str,
        sentences: Sequence[Sentence],
        hits: Sequence[Hit],
        kind_by_id: Mapping[str, str],
    ) -> tuple[Tagged, ...]:
        """Give what the models find, sorted by place; spans of one kind never overlap."""
        units, features = describe_document(
            text, sentences, self.language, hits, kind_by_id, self._shape
        )
        first = [pycrfsuite.ItemSequence(rows) for rows in features]
        labelling = {
            kind: [self._models[1, kind].tag(rows) if len(rows) else [] for rows in first]
            for kind in KINDS
        }
        hints = hint(text, units, labelling, self.language)
        found: list[Tagged] = []
        for mine, rows in zip(units, join_features(features, hints), strict=True):
            if not mine:
                continue
            sequence = pycrfsuite.ItemSequence(rows)
            for kind in KINDS:
                found.extend(self._spans(kind, mine, sequence))
        return tuple(sorted(found, key=lambda t: (t.start, -t.end, t.kind.value)))

    def _spans(
        self, kind: MentionKind, units: Sequence[Unit], sequence: pycrfsuite.ItemSequence
    ) -> list[Tagged]:
        model = self._models[2, kind]
        labels = model.tag(sequence)
        found = []
        for span, first, last in decode(units, labels):
            sure = min(model.marginal(labels[i], i) for i in (first, last - 1))
            found.append(Tagged(kind, span.start, span.end, round(sure, 4)))
        return found


def model_name(stage: int, kind: MentionKind) -> str:
    """Name one model inside the archive of its language."""
    return f"{stage}-{kind.value}.crfsuite"


def read_tagger(path: Path) -> Tagger:
    """Read the archive that `training.train` wrote; its name is the language.

    Raises FormatFault when it is not whole.
    """
    models: dict[tuple[int, MentionKind], bytes] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            for stage in STAGES:
                for kind in KINDS:
                    models[stage, kind] = archive.read(model_name(stage, kind))
            has_shape = SHAPE_NAME in archive.namelist()
            shape = Shape.from_text(archive.read(SHAPE_NAME).decode() if has_shape else "")
    except (OSError, KeyError, zipfile.BadZipFile) as fault:
        raise FormatFault(
            f"is not a whole set of models: {fault}",
            where=str(path),
            remedy="Make it again: sijill train",
        ) from fault
    return Tagger(path.stem, models, shape)


@cache
def load_tagger(language: str, folder: Path | None = None) -> Tagger | None:
    """Load the models of a language once; None when there are none."""
    path = (folder or data_path("models")) / f"{language}.zip"
    if not path.exists():
        return None
    return read_tagger(path)
