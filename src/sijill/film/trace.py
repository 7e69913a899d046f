"""A cut goes in; the trace comes out: for every frame what is seen, what is said, on which words.

The rows cover the whole film without a gap, in order. While a sentence is spoken its row names the
sentence; between sentences a row has no sentence, and names all that its scene stands on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sijill.citation import Citation
from sijill.film.cut import Cut, CutScene
from sijill.film.shots.base import FPS
from sijill.record.items import LocalText
from sijill.script.sentence import ScriptSentence
from sijill.serial import write_json

TRACE_FORMAT = "sijill.trace/1"


@dataclass(frozen=True, slots=True)
class TraceChapter:
    """A chapter and its frames `[start, end)`."""

    id: str
    title: LocalText
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TraceRow:
    """The frames `[start, end)`: their scene, the sentence spoken, its items and citations."""

    start: int
    end: int
    chapter: str
    scene: str
    template: str
    sentence: str | None
    kind: str | None
    show: LocalText
    items: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """The whole film, traced."""

    format: str
    name: str
    language: str
    fps: int
    frames: int
    chapters: tuple[TraceChapter, ...]
    rows: tuple[TraceRow, ...]


def make_trace(cut: Cut) -> Trace:
    """Trace every frame of a cut."""
    sentences = cut.sentence_by_id()
    spoken = sorted(cut.narration, key=lambda n: (n.start, n.sentence))
    rows: list[TraceRow] = []
    for start, scene in cut.placed_scenes():
        end = start + scene.length
        at = start
        for line in spoken:
            sentence = sentences.get(line.sentence)
            first, last = max(line.start, at), min(line.end, end)
            if sentence is None or first >= last:
                continue
            if first > at:
                rows.append(_row(at, first, scene, None))
            rows.append(_row(first, last, scene, sentence))
            at = last
        if at < end:
            rows.append(_row(at, end, scene, None))
    return Trace(
        TRACE_FORMAT,
        cut.name,
        cut.language,
        FPS,
        cut.frames,
        tuple(TraceChapter(c.id, c.title, s, e) for c, s, e in cut.chapter_spans()),
        tuple(rows),
    )


def _row(start: int, end: int, scene: CutScene, sentence: ScriptSentence | None) -> TraceRow:
    told: Iterable[ScriptSentence] = (sentence,) if sentence else scene.sentences
    told = tuple(told)
    return TraceRow(
        start,
        end,
        scene.chapter,
        scene.id,
        scene.template,
        sentence.id if sentence else None,
        sentence.kind.value if sentence else None,
        {k: line.show for k, line in sentence.lines.items()} if sentence else {},
        tuple(dict.fromkeys(item for s in told for item in s.items)),
        tuple(dict.fromkeys(c for s in told for c in s.citations)),
    )


def write_trace(cut: Cut, path: Path) -> None:
    """Write the trace of a cut as JSON. Raises WorkspaceFault."""
    write_json(path, make_trace(cut))
