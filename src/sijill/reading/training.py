"""A folder of texts with marks goes in; one archive of tagger models for each language comes out.

Texts and marks are pairs `ID.LANG.txt` and `ID.LANG.json` in `sijill.gold/1`, one folder for each
language. The second stage learns from a first reading of texts that the first stage had not seen
(three folds), so that it meets the same kind of errors as later.
"""

from __future__ import annotations

import io
import json
import re
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from sijill.citation import Span
from sijill.errors import SourceUnreadable
from sijill.languages import LANGUAGES
from sijill.reading.agreement import KINDS, hint
from sijill.reading.document import MentionKind
from sijill.reading.features import Features, Unit
from sijill.reading.labels import encode
from sijill.reading.sentences import split_sentences
from sijill.reading.shape import Shape
from sijill.reading.tagger import (
    SHAPE_NAME,
    describe_document,
    join_features,
    model_name,
)
from sijill.reading.tokens import tokenize
from sijill.register.matcher import Matcher
from sijill.serial import write_atomic
from sijill.tables import open_table

#: Three folds already give the second stage honest first readings; more only cost time.
FOLDS = 3
#: Weights of the two penalties and rounds of L-BFGS. Tried on one fifth of each language's texts;
#: try again with `benchmarks/reading.py` when the texts have doubled.
PARAMETERS = {"c1": 0.1, "c2": 0.05, "max_iterations": 80}
FOLD_ROUNDS = 50


@dataclass(frozen=True, slots=True)
class _Marked:
    text: str
    spans: dict[MentionKind, list[Span]]


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
        texts = [_read(path) for path in paths]
        shape = _learn_shape(texts, language)
        examples = [_describe(text, language, matcher, shape) for text in texts]
        models = _train_language(examples, language)
        write_atomic(out_dir / f"{language}.zip", _pack(models, shape))
        counts[language] = len(examples)
        report(f"{language}: {len(examples)} texts")
    return counts


def _read(path: Path) -> _Marked:
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
    return _Marked(text, {k: sorted(v) for k, v in spans.items()})


def _describe(marked: _Marked, language: str, matcher: Matcher, shape: Shape) -> _Example:
    text = marked.text
    sentences = split_sentences(text, language)
    units, features = describe_document(
        text,
        sentences,
        language,
        matcher.find(text, language),
        matcher.kind_by_id,
        shape,
    )
    return _Example(text, units, features, marked.spans)


def _learn_shape(texts: Sequence[_Marked], language: str) -> Shape:
    """Learn what names look like from the lists of cities, and words from outside of all marks."""
    cities = open_table(f"{language}/gazetteer.tsv", ("name",))
    names = [word for row in cities for word in re.split(r"[ \-]", row["name"])]
    words: list[str] = []
    for marked in texts:
        spans = sorted(s for group in marked.spans.values() for s in group)
        reached = 0
        for span in [*spans, Span(len(marked.text), len(marked.text) + 1)]:
            if span.start > reached:
                tokens = tokenize(marked.text, language, reached, span.start)
                words.extend(t.text for t in tokens if t.text[0].isalpha())
            reached = max(reached, span.end)
    return Shape.learn(names, sorted(words))


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


def _pack(models: dict[tuple[int, MentionKind], bytes], shape: Shape) -> bytes:
    """Zip the models so that the same models give the same bytes."""
    files = {model_name(*key): data for key, data in models.items()}
    files[SHAPE_NAME] = shape.to_text().encode("utf-8")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return out.getvalue()
