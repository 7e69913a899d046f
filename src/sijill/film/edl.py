"""A cut goes in; CMX 3600 edit decision lists come out: one of its clips, one of its markers.

For editing programs that read no OpenTimelineIO. Our metadata has no place in an EDL, so sentence
ids and citations travel as comments (`to_edl`), and once more as markers in the dialect of DaVinci
Resolve (`to_marker_edl`): `|C:colour |M:name |D:frames`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sijill.film.cut import Cut, CutScene
from sijill.film.shots.base import FPS

_START = 10 * 3600 * FPS


def timecode(frames: int) -> str:
    """Write a frame number as hh:mm:ss:ff at 25 frames a second."""
    seconds, frame = divmod(frames, FPS)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}:{frame:02d}"


def _event(number: int, track: str, source: int, frames: int, record: int) -> str:
    times = (source, source + frames, _START + record, _START + record + frames)
    return f"{number:03d}  AX       {track:<4}  C        " + " ".join(timecode(t) for t in times)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def to_edl(cut: Cut) -> str:
    """List the picture clips (parts of the rendered film) and the spoken lines.

    The record starts at 10:00:00:00. Each citation of a clip's sentences is a comment under it.
    """
    lines = [f"TITLE: {_one_line(cut.title.get(cut.language) or cut.name)}", "FCM: NON-DROP FRAME"]
    number = 0
    for start, scene in cut.placed_scenes():
        number += 1
        first = start + scene.lead
        lines += ["", _event(number, "V", first, scene.frames, first)]
        lines.append(f"* FROM CLIP NAME: {scene.id}")
        lines.append(f"* SOURCE FILE: {cut.file_name}.mp4")
        lines += [f"* {comment}" for comment in _comments(scene)]
    for line in sorted(cut.narration, key=lambda n: (n.start, n.sentence)):
        if line.voice_file:
            number += 1
            lines += ["", _event(number, "A", 0, line.frames, line.start)]
            lines.append(f"* FROM CLIP NAME: {line.sentence}")
            lines.append(f"* SOURCE FILE: {line.voice_file}")
    return "\n".join(lines) + "\n"


def _comments(scene: CutScene) -> Iterator[str]:
    for sentence in scene.sentences:
        if not sentence.citations:
            yield f"SIJILL {sentence.id} {sentence.kind.value}"
        for cited in sentence.citations:
            place = f"{cited.source_id}:{cited.start}-{cited.end}"
            yield f"SIJILL {sentence.id} {place} {_one_line(cited.exact)}"


def to_marker_edl(cut: Cut) -> str:
    """List chapters (blue) and cited sentences (green) as markers for DaVinci Resolve."""
    sentences = cut.sentence_by_id()
    marks = [
        (start, end - start, "ResolveColorBlue", chapter.title.get(cut.language, chapter.id))
        for chapter, start, end in cut.chapter_spans()
    ]
    for line in cut.narration:
        sentence = sentences.get(line.sentence)
        for cited in sentence.citations if sentence else ():
            name = f"{line.sentence} {cited.source_id}:{cited.start}-{cited.end} {cited.exact}"
            marks.append((line.start, line.frames, "ResolveColorGreen", name))
    lines = [f"TITLE: {_one_line(cut.title.get(cut.language) or cut.name)}", "FCM: NON-DROP FRAME"]
    for number, (start, frames, colour, name) in enumerate(sorted(marks), 1):
        # The dialect separates fields with a bar; a bar in a name would end it.
        label = _one_line(name).replace("|", "¦")
        lines += ["", _event(number, "V", _START + start, 1, start)]
        lines.append(f" |C:{colour} |M:{label} |D:{frames}")
    return "\n".join(lines) + "\n"
