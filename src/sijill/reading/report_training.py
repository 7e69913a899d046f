"""A folder of texts with marks goes in; one model of reported speech for each language comes out.

Texts and marks are pairs `ID.LANG.txt` and `ID.LANG.json` in `sijill.gold/1`, one folder for each
language. The texts are read up to who is who, with the taggers of the folder that is written to,
so `training.train` comes first.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from sijill.citation import Span
from sijill.documents.document import Document, Entity, Mention, Sentence
from sijill.documents.passage import Passage
from sijill.documents.sentences import split_sentences
from sijill.errors import SourceUnreadable
from sijill.languages import LANGUAGES
from sijill.mentions.finder import find_mentions
from sijill.people.resolution import resolve
from sijill.reading.gold import load_gold
from sijill.register.entries import Register
from sijill.register.matcher import Matcher
from sijill.serial import write_atomic
from sijill.speech.arbitration import proposals
from sijill.speech.cues import find_speech_marks
from sijill.speech.quotations import find_said
from sijill.speech.quoted_speech import judge_quoted
from sijill.speech.report_features import describe_reports, report_channels
from sijill.speech.report_model import reports_path
from sijill.tagging.channels import Features, spell_out
from sijill.tagging.corpus import REPORTS, lesson_paths
from sijill.tagging.crfsuite_model import read_weights
from sijill.tagging.labels import encode
from sijill.tagging.tagger import load_tagger
from sijill.tagging.weights import Weights, pack
from sijill.temporal.times import with_values

#: Weights of the two penalties and rounds of L-BFGS; between .1 and .5 they make no difference.
PARAMETERS = {"c1": 0.5, "c2": 0.2, "max_iterations": 100}


@dataclass(frozen=True)
class Lesson:
    """One text to learn from: features and labels of the words, paragraph by paragraph."""

    features: list[Features]
    labels: list[list[str]]


def train_reports(
    corpus_dir: Path,
    out_dir: Path,
    register: Register,
    *,
    languages: Sequence[str] = LANGUAGES,
    report: Callable[[str], None] = lambda line: None,
) -> dict[str, int]:
    """Train the model of each language and write `out_dir/<language>.reports.zip`.

    Returns the number of texts by language; a language without texts is left out. The same texts
    and tables give the same bytes. Raises SourceUnreadable for a pair that cannot be read.
    """
    counts: dict[str, int] = {}
    matcher = Matcher(register)
    for language in languages:
        paths = lesson_paths(corpus_dir, language, REPORTS)
        if not paths:
            continue
        taught = []
        for path in paths:
            document, marked = _read(path, language)
            sentences = split_sentences(document.text, language)
            tagger = load_tagger(language, out_dir) or load_tagger(language)
            found = find_mentions(document, sentences, matcher, tagger)
            found = with_values(document, sentences, found)
            mentions, entities = resolve(document, sentences, found, register=register)
            taught.append(make_lesson(document, sentences, mentions, entities, marked))
        write_atomic(reports_path(language, out_dir), pack([[learn(taught)]]))
        counts[language] = len(taught)
        report(f"{language}: {len(taught)} texts with reported speech")
    return counts


def _read(path: Path, language: str) -> tuple[Document, list[Span]]:
    try:
        text = path.with_suffix(".txt").read_text("utf-8")
        gold = load_gold(path)
        # What stands in marks the rules find; the model learns what is told without them.
        spans = [Span(q["start"], q["end"]) for q in gold["quotations"] if q["kind"] != "direct"]
    except (OSError, KeyError, TypeError) as fault:
        raise SourceUnreadable(
            f"is no training text: {fault}",
            path=str(path),
            remedy="Each ID.LANG.json of sijill.gold/1 needs its ID.LANG.txt beside it.",
        ) from fault
    return Document(path.stem, text, language, gold.get("published")), spans


def make_lesson(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Iterable[Mention],
    entities: Iterable[Entity],
    spans: Iterable[Span],
) -> Lesson:
    """Give what is to be learnt from one read text whose reported speech is `spans`."""
    passage = Passage(document, sentences, mentions, entities)
    marks = find_speech_marks(passage)
    judged = judge_quoted(passage, marks)
    found = find_said(passage, marks, judged)
    described = describe_reports(passage, marks, judged, proposals(found))
    outer = _outermost(spans)
    labels = []
    for units in described.units:
        low, high = (units[0].start, units[-1].end) if units else (0, 0)
        labels.append(encode(units, [s for s in outer if low <= s.start and s.end <= high]))
    return Lesson(spell_out(described, report_channels(document.language)), labels)


def _outermost(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


def learn(lessons: Iterable[Lesson]) -> Weights:
    """Train one model."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PARAMETERS)
    for lesson in lessons:
        for features, labels in zip(lesson.features, lesson.labels, strict=True):
            if labels:
                trainer.append(features, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return read_weights(path.read_bytes())
