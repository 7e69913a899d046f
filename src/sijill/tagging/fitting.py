"""Described texts and their labels go in; models of CRFsuite come out, learnt side by side.

A lesson is what one kind learns from the texts of one language. Lessons share nothing but their
texts, so each may run in a process of its own; the models do not depend on it.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Sequence
from concurrent.futures import Executor, Future
from contextlib import ExitStack
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType

import pycrfsuite

from sijill.documents.document import MentionKind
from sijill.processes import processes
from sijill.tagging.agreement import hint_channels
from sijill.tagging.channels import Described, spell_out
from sijill.tagging.features import channels
from sijill.tagging.shape import Shape

#: Weights of the two penalties and rounds of L-BFGS. Tried on one fifth of each language's texts;
#: try again when the texts have doubled.
PARAMETERS = {"c1": 0.1, "c2": 0.05, "max_iterations": 80}
FOLD_ROUNDS = 50


@dataclass(frozen=True)
class Course:
    """The texts of one language: what is seen of each, for the second reading also the hints.

    `labels` are by kind, text and sentence.
    """

    language: str
    shape: Shape
    described: Sequence[Described]
    hinted: Sequence[Described]
    labels: dict[MentionKind, list[list[list[str]]]]


@dataclass(frozen=True)
class Outcome:
    """A model, and for each text the labels that models gave it which had not seen it."""

    model: bytes
    readings: list[list[str]]


class School:
    """Runs lessons; with one process here, with more of them in a pool that ends with the block."""

    def __init__(self, count: int) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._pool: Executor | None = None
        self._open = ExitStack()
        if count > 1:
            self._pool = self._open.enter_context(
                processes(
                    count,
                    doing="trains",
                    where="sijill train",
                    remedy="It may have run out of memory. Train one language at a time:"
                    " --language.",
                )
            )
        self._courses = 0

    def __enter__(self) -> School:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._open.__exit__(kind, fault, trace)
        finally:
            self._folder.cleanup()

    def teach(self, course: Course, *, folds: int) -> dict[MentionKind, Future[Outcome]]:
        """Begin the lessons of all kinds; with `folds` each text is also read by a model of others.

        When a process was stopped from outside, asking for a result ends the school.
        """
        self._courses += 1
        path = Path(self._folder.name) / f"{self._courses}"
        path.write_bytes(pickle.dumps(course, pickle.HIGHEST_PROTOCOL))
        return {kind: self._begin(path, kind, folds) for kind in course.labels}

    def _begin(self, path: Path, kind: MentionKind, folds: int) -> Future[Outcome]:
        if self._pool is not None:
            return self._pool.submit(_learn, path, kind, folds)
        done: Future[Outcome] = Future()
        done.set_result(_learn(path, kind, folds))
        return done


@lru_cache(maxsize=1)
def _open_course(path: Path) -> tuple[Course, list[list[pycrfsuite.ItemSequence]]]:
    """Read a course and spell its features out; the last one is kept, for its other kinds."""
    course: Course = pickle.loads(path.read_bytes())
    first = channels(course.language, course.shape)
    second = hint_channels(course.language)
    sequences = []
    for index, described in enumerate(course.described):
        features = spell_out(described, first)
        if course.hinted:
            more = spell_out(course.hinted[index], second)
            features = [
                [a + b for a, b in zip(x, y, strict=True)]
                for x, y in zip(features, more, strict=True)
            ]
        sequences.append([pycrfsuite.ItemSequence(rows) for rows in features])
    return course, sequences


def _learn(path: Path, kind: MentionKind, folds: int) -> Outcome:
    course, sequences = _open_course(path)
    labels = course.labels[kind]
    count = len(sequences)
    readings: list[list[str]] = [[] for _ in sequences]
    for fold in range(min(folds, count)):
        # A single text has no rest to learn from; then it is its own.
        rest = [i for i in range(count) if i % folds != fold] or [fold]
        tagger = pycrfsuite.Tagger()
        data = fit([sequences[i] for i in rest], [labels[i] for i in rest], FOLD_ROUNDS)
        tagger.open_inmemory(data)
        for i in range(fold, count, folds):
            for rows in sequences[i]:
                readings[i].extend(tagger.tag(rows) if len(rows) else ())
    return Outcome(fit(sequences, labels, int(PARAMETERS["max_iterations"])), readings)


def fit(
    sequences: Sequence[Sequence[pycrfsuite.ItemSequence]],
    labels: Sequence[Sequence[Sequence[str]]],
    rounds: int,
) -> bytes:
    """Train one model on texts of sentences; gives the bytes of CRFsuite's file."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({**PARAMETERS, "max_iterations": rounds})
    for text, mine in zip(sequences, labels, strict=True):
        for sequence, row in zip(text, mine, strict=True):
            if row:
                trainer.append(sequence, row)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return path.read_bytes()
