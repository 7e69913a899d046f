"""A folder of texts with marks goes in; one archive of tagger models for each language comes out.

Texts and marks are pairs `ID.LANG.txt` and `ID.LANG.json` in `sijill.gold/1`, one folder for each
language. The second stage learns from a first reading of texts that the first stage had not seen
(three folds), so that it meets the same kind of errors as later. Kinds are learnt side by side,
one process each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from sijill.citation import Span
from sijill.documents.document import MentionKind, Token
from sijill.documents.sentences import split_sentences
from sijill.documents.tokens import tokenize
from sijill.errors import SourceUnreadable
from sijill.immutable import immutable
from sijill.languages import LANGUAGES
from sijill.register.matcher import Matcher
from sijill.serial import write_atomic
from sijill.tables import open_table
from sijill.tagging.agreement import hint
from sijill.tagging.channels import Described
from sijill.tagging.corpus import TAGGERS, lesson_paths
from sijill.tagging.crfsuite_model import read_weights
from sijill.tagging.features import describe
from sijill.tagging.fitting import Course, Outcome, School
from sijill.tagging.labels import encode
from sijill.tagging.shape import Shape
from sijill.tagging.weights import KINDS, STAGES, pack

#: Two halves already give the second stage honest first readings; more folds only cost time.
FOLDS = 2

_Lessons = dict[MentionKind, Future[Outcome]]


@immutable
class _Marked:
    text: str
    spans: dict[MentionKind, list[Span]]


def train(
    corpus_dir: Path,
    out_dir: Path,
    matcher: Matcher,
    *,
    languages: Sequence[str] = LANGUAGES,
    processes: int = 1,
    report: Callable[[str], None] = lambda line: None,
) -> dict[str, int]:
    """Train all models of each language and write `out_dir/<language>.zip`.

    `processes` learn side by side; the result does not depend on how many. `lesson_paths` says
    which texts are learnt from. Returns their number by language; a language without texts is left
    out. The same texts give the same bytes.
    Raises SourceUnreadable for a pair that cannot be read.
    """
    courses: dict[str, Course] = {}
    texts: dict[str, list[_Marked]] = {}
    for language in languages:
        paths = lesson_paths(corpus_dir, language, TAGGERS)
        if paths:
            texts[language] = [_read(path) for path in paths]
    with School(processes) as school:
        first: dict[str, _Lessons] = {}
        for language, marked in texts.items():
            courses[language] = _describe(marked, language, matcher)
            first[language] = school.teach(courses[language], folds=FOLDS)
        models: dict[str, dict[tuple[int, MentionKind], bytes]] = {}
        second: dict[str, _Lessons] = {}
        for language, course in courses.items():
            outcomes = {kind: lesson.result() for kind, lesson in first[language].items()}
            models[language] = {(1, kind): outcome.model for kind, outcome in outcomes.items()}
            hinted = _hint(texts[language], course, outcomes)
            second[language] = school.teach(replace(course, hinted=hinted), folds=0)
        for language, course in courses.items():
            for kind, lesson in second[language].items():
                models[language][2, kind] = lesson.result().model
            weights = [
                [read_weights(models[language][stage, kind]) for kind in KINDS] for stage in STAGES
            ]
            write_atomic(out_dir / f"{language}.zip", pack(weights, course.shape))
            report(f"{language}: {len(texts[language])} texts")
    return {language: len(marked) for language, marked in texts.items()}


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


def _describe(texts: Sequence[_Marked], language: str, matcher: Matcher) -> Course:
    described = []
    labels: dict[MentionKind, list[list[list[str]]]] = {kind: [] for kind in KINDS}
    for marked in texts:
        hits = matcher.find(marked.text, language)
        sentences = split_sentences(marked.text, language)
        seen = describe(marked.text, sentences, language, hits, matcher.kind_by_id)
        described.append(seen)
        for kind in KINDS:
            labels[kind].append([_labels(units, marked.spans[kind]) for units in seen.units])
    return Course(language, _learn_shape(texts, language), described, (), labels)


def _labels(units: Sequence[Token], spans: Sequence[Span]) -> list[str]:
    if not units:
        return []
    low, high = units[0].start, units[-1].end
    return encode(units, [s for s in spans if low <= s.start and s.end <= high])


def _hint(
    texts: Sequence[_Marked], course: Course, outcomes: Mapping[MentionKind, Outcome]
) -> list[Described]:
    """Give the hints of a first reading by models that had not seen the text."""
    out = []
    for index, (marked, described) in enumerate(zip(texts, course.described, strict=True)):
        labelling = [*zip(*(outcomes[kind].readings[index] for kind in KINDS), strict=True)]
        out.append(hint(marked.text, described, labelling, course.language))
    return out


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
