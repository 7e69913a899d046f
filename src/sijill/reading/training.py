"""A folder of texts with marks goes in; one archive of tagger models for each language comes out.

Texts and marks are pairs `ID.LANG.txt` and `ID.LANG.json` in `sijill.gold/1`, one folder for each
language. The second stage learns from a first reading of texts that the first stage had not seen
(three folds), so that it meets the same kind of errors as later.
"""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from sijill.citation import Span
from sijill.errors import SourceUnreadable
from sijill.reading.agreement import KINDS, hint
from sijill.reading.document import LANGUAGES, MentionKind
from sijill.reading.features import Features, Unit
from sijill.reading.labels import encode
from sijill.reading.sentences import split_sentences
from sijill.reading.tagger import (
    describe_document,
    join_features,
    kinds_of_entries,
    model_name,
)
from sijill.register.matcher import Matcher
from sijill.serial import write_atomic

#: Three folds already give the second stage honest first readings; more only cost time.
FOLDS = 3
#: Weights of the two penalties and rounds of L-BFGS. Tried on one fifth of each language's texts;
#: try again with `benchmarks/reading.py` when the texts have doubled.
PARAMETERS = {"c1": 0.1, "c2": 0.05, "max_iterations": 80}
FOLD_ROUNDS = 50


@dataclass(frozen=True, slots=True)
class _Example:
    text: str
    units: list[tuple[Unit, ...]]
    features: list[Features]
    spans: dict[MentionKind, list[Span]]


def train(
    corpus_dir: Path,
    out_dir: Path,
    matcher: Matcher,
    *,
    languages: Sequence[str] = LANGUAGES,
    report: Callable[[str], None] = lambda line: None,
) -> dict[str, int]:
    """Train all models of each language and write `out_dir/<language>.zip`.

    Returns the number of texts by language; a language without texts is left out. The same texts
    give the same bytes. Raises SourceUnreadable for a pair that cannot be read.
    """
    counts: dict[str, int] = {}
    for language in languages:
        paths = sorted((corpus_dir / language).glob("*.json"))
        if not paths:
            continue
        examples = [_read(path, language, matcher) for path in paths]
        models = _train_language(examples, language)
        write_atomic(out_dir / f"{language}.zip", _pack(models))
        counts[language] = len(examples)
        report(f"{language}: {len(examples)} texts")
    return counts


def _read(path: Path, language: str, matcher: Matcher) -> _Example:
    try:
        text = path.with_suffix(".txt").read_text("utf-8")
        marks = json.loads(path.read_text("utf-8"))["mentions"]
        spans: dict[MentionKind, list[Span]] = {kind: [] for kind in KINDS}
        for mark in marks:
            if text[mark["start"] : mark["end"]] != mark["text"]:
                raise ValueError(f"“{mark['text']}” does not stand at {mark['start']}")
            spans[MentionKind(mark["kind"])].append(Span(mark["start"], mark["end"]))
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise SourceUnreadable(
            f"is no training text: {fault}",
            path=str(path),
            remedy="Each ID.LANG.json of sijill.gold/1 needs its ID.LANG.txt beside it.",
        ) from fault
    sentences = split_sentences(text, language)
    units, features = describe_document(
        text, sentences, language, matcher.find(text), kinds_of_entries(matcher.register)
    )
    return _Example(text, units, features, {k: sorted(v) for k, v in spans.items()})


def _sequences(features: Sequence[Features]) -> list[pycrfsuite.ItemSequence]:
    return [pycrfsuite.ItemSequence(rows) for rows in features]


def _fit(
    examples: Sequence[_Example],
    sequences: Sequence[Sequence[pycrfsuite.ItemSequence]],
    kind: MentionKind,
    rounds: int,
) -> bytes:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({**PARAMETERS, "max_iterations": rounds})
    for example, rows in zip(examples, sequences, strict=True):
        for units, sequence in zip(example.units, rows, strict=True):
            if not units:
                continue
            low, high = units[0].start, units[-1].end
            mine = [s for s in example.spans[kind] if low <= s.start and s.end <= high]
            trainer.append(sequence, encode(units, mine))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return path.read_bytes()


def _open(data: bytes) -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(data)
    return tagger


def _train_language(
    examples: Sequence[_Example], language: str
) -> dict[tuple[int, MentionKind], bytes]:
    rounds = int(PARAMETERS["max_iterations"])
    first = [_sequences(e.features) for e in examples]
    models: dict[tuple[int, MentionKind], bytes] = {}
    readings: list[dict[MentionKind, list[list[str]]]] = [{} for _ in examples]
    folds = min(FOLDS, len(examples))
    for kind in KINDS:
        for fold in range(folds):
            # A single text has no rest to learn from; then it is its own.
            rest = [i for i in range(len(examples)) if i % folds != fold] or [fold]
            data = _fit([examples[i] for i in rest], [first[i] for i in rest], kind, FOLD_ROUNDS)
            tagger = _open(data)
            for i in range(fold, len(examples), folds):
                readings[i][kind] = [tagger.tag(rows) for rows in first[i]]
        models[1, kind] = _fit(examples, first, kind, rounds)
    second = [
        _sequences(join_features(e.features, hint(e.text, e.units, reading, language)))
        for e, reading in zip(examples, readings, strict=True)
    ]
    for kind in KINDS:
        models[2, kind] = _fit(examples, second, kind, rounds)
    return models


def _pack(models: dict[tuple[int, MentionKind], bytes]) -> bytes:
    """Zip the models so that the same models give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for stage, kind in sorted(models, key=lambda key: model_name(*key)):
            entry = zipfile.ZipInfo(model_name(stage, kind), (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, models[stage, kind])
    return out.getvalue()
