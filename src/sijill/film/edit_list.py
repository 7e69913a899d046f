"""A cut goes in, an OpenTimelineIO timeline comes out, and the other way round.

Every clip carries, under `metadata["sijill"]`, its scene or sentence with items and citations, so
that the timeline can be opened in an editing program, changed, and rendered again. The picture
clips refer to the rendered film itself, the narration clips to the spoken sentences.
See https://opentimelineio.readthedocs.io/en/stable/tutorials/otio-serialized-schema.html.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import opentimelineio as otio

from sijill.errors import FormatFault
from sijill.film.cut import CUT_FORMAT, Cut, CutChapter, CutScene, SpokenLine
from sijill.film.shots.base import FPS
from sijill.record.items import LocalText
from sijill.script.scenes import Card
from sijill.script.sentence import ScriptSentence
from sijill.serial import from_plain, to_plain, write_atomic

_START_HOURS = 10
_KEY = "sijill"
_REMEDY = "Take the .otio file of the last build, make the change again, and keep all metadata."


def _time(frames: int) -> Any:
    return otio.opentime.RationalTime(frames, FPS)


def _range(start: int, frames: int) -> Any:
    return otio.opentime.TimeRange(_time(start), _time(frames))


def _frames(time: Any) -> int:
    frames: int = round(time.rescaled_to(FPS).value)
    return frames


def to_timeline(cut: Cut, *, film_url: str, voice_url: str) -> Any:
    """Give the cut as an `opentimelineio.schema.Timeline`.

    `film_url` is where the rendered film will be, `voice_url` the folder of spoken sentences, both
    relative to where the timeline is kept.
    """
    title = cut.title.get(cut.language) or cut.name
    timeline = otio.schema.Timeline(title)
    timeline.global_start_time = _time(_START_HOURS * 3600 * FPS)
    timeline.metadata[_KEY] = to_plain(
        {
            "format": cut.format,
            "name": cut.name,
            "title": cut.title,
            "language": cut.language,
            "subtitle_languages": cut.subtitle_languages,
            "profile": cut.profile,
            "voice": cut.voice,
            "chapters": cut.chapters,
            "notes": cut.notes,
        }
    )
    timeline.tracks.append(_picture_track(cut, film_url))
    timeline.tracks.append(_narration_track(cut, voice_url))
    for chapter, start, end in cut.chapter_spans():
        timeline.tracks.markers.append(
            otio.schema.Marker(
                chapter.title.get(cut.language, chapter.id),
                _range(start, end - start),
                otio.schema.MarkerColor.BLUE,
                metadata={_KEY: {"chapter": chapter.id}},
            )
        )
    return timeline


def _picture_track(cut: Cut, film_url: str) -> Any:
    track = otio.schema.Track("V1 picture", kind=otio.schema.TrackKind.Video)
    media = otio.schema.ExternalReference(film_url, _range(0, cut.frames))
    for start, scene in cut.placed_scenes():
        if scene.lead:
            track.append(otio.schema.Gap(source_range=_range(0, scene.lead)))
        first = start + scene.lead
        facts = to_plain(scene)
        for name in ("frames", "lead"):  # said by the clip itself, which an editor may change
            del facts[name]
        facts["template"] = scene.template
        clip = otio.schema.Clip(
            scene.id,
            media.clone(),
            _range(first, scene.frames),
            metadata={_KEY: facts},
        )
        clip.markers.extend(_citation_markers(cut, scene))
        track.append(clip)
    return track


def _citation_markers(cut: Cut, scene: CutScene) -> Iterator[Any]:
    sentences = {s.id: s for s in scene.sentences}
    for line in cut.narration:
        sentence = sentences.get(line.sentence)
        if line.scene != scene.id or sentence is None:
            continue
        for number, citation in enumerate(sentence.citations, 1):
            yield otio.schema.Marker(
                f"CITE {sentence.id} {number}/{len(sentence.citations)}",
                _range(line.start, line.frames),
                otio.schema.MarkerColor.GREEN,
                metadata={_KEY: {"sentence": sentence.id, "citation": to_plain(citation)}},
                comment=f"{citation.source_id}:{citation.start}-{citation.end} {citation.exact}",
            )


def _narration_track(cut: Cut, voice_url: str) -> Any:
    track = otio.schema.Track("A1 narration", kind=otio.schema.TrackKind.Audio)
    sentences = cut.sentence_by_id()
    clock = 0
    for line in sorted(cut.narration, key=lambda n: (n.start, n.sentence)):
        start = max(line.start, clock)
        if start > clock:
            track.append(otio.schema.Gap(source_range=_range(0, start - clock)))
        facts = to_plain(line)
        for name in ("start", "frames"):
            del facts[name]
        sentence = sentences.get(line.sentence)
        if sentence:
            facts["kind"] = sentence.kind.value
            facts["show"] = {k: v.show for k, v in sentence.lines.items()}
            facts["items"] = to_plain(sentence.items)
            facts["citations"] = to_plain(sentence.citations)
        media = otio.schema.MissingReference()
        if line.voice_file:
            url = f"{voice_url}/{line.voice_file}"
            media = otio.schema.ExternalReference(url, _range(0, line.frames))
        track.append(
            otio.schema.Clip(line.sentence, media, _range(0, line.frames), metadata={_KEY: facts})
        )
        clock = start + line.frames
    return track


def write_edit_list(cut: Cut, path: Path, *, film_url: str, voice_url: str) -> None:
    """Write the cut as an .otio file; see `to_timeline`. Raises WorkspaceFault."""
    timeline = to_timeline(cut, film_url=film_url, voice_url=voice_url)
    write_atomic(path, (timeline.to_json_string(indent=1) + "\n").encode("utf-8"))


def read_edit_list(path: Path) -> Cut:
    """Read a cut from an .otio file, with whatever an editor changed in it.

    Durations, order and gaps are those of the tracks. Raises FormatFault for a file that is not a
    timeline of ours, or a clip that has lost what it shows.
    """
    try:
        timeline = otio.schema.Timeline.from_json_string(path.read_text("utf-8"))
    except OSError as fault:
        raise FormatFault(f"cannot be read: {fault.strerror}", where=str(path)) from fault
    except Exception as fault:  # opentimelineio raises several kinds, without a common base
        raise FormatFault(
            f"is not an OpenTimelineIO timeline: {fault}", where=str(path), remedy=_REMEDY
        ) from fault
    if not isinstance(timeline, otio.schema.Timeline):
        raise FormatFault("holds no timeline", where=str(path), remedy=_REMEDY)
    try:
        return to_cut(timeline)
    except FormatFault as fault:
        where = f"{path}, {fault.where}" if fault.where else str(path)
        raise FormatFault(fault.what, where=where, remedy=fault.remedy or _REMEDY) from fault


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if hasattr(value, "__iter__") and not isinstance(value, str):
        return [_plain(v) for v in value]
    return value


def _facts(thing: Any, where: str) -> dict[str, Any]:
    facts = _plain(thing.metadata.get(_KEY))
    if not isinstance(facts, dict):
        raise FormatFault("carries no Sijill metadata, so it cannot be drawn", where=where)
    return facts


def to_cut(timeline: Any) -> Cut:
    """Give the cut that an `opentimelineio.schema.Timeline` of ours stands for."""
    facts = _facts(timeline, "the timeline")
    if facts.get("format") != CUT_FORMAT:
        raise FormatFault(f"states the format “{facts.get('format')}”, expected “{CUT_FORMAT}”")
    scenes: list[CutScene] = []
    for track in timeline.video_tracks():
        scenes += _read_scenes(track)
    lines: list[SpokenLine] = []
    for track in timeline.audio_tracks():
        lines += _read_lines(track)
    if not scenes:
        raise FormatFault("has no picture clips")
    # The film opens from black and closes to black, whichever scenes now stand there.
    opening = max(scene.from_black for scene in scenes)
    closing = max(scene.to_black for scene in scenes)
    scenes = [dataclasses.replace(s, from_black=0, to_black=0) for s in scenes]
    scenes[0] = dataclasses.replace(scenes[0], from_black=opening)
    scenes[-1] = dataclasses.replace(scenes[-1], to_black=closing)
    return Cut(
        name=_word(facts, "name"),
        title=_local(facts.get("title", {})),
        language=_word(facts, "language"),
        subtitle_languages=tuple(str(v) for v in facts.get("subtitle_languages", ())),
        profile=_word(facts, "profile"),
        voice=facts.get("voice"),
        chapters=from_plain(tuple[CutChapter, ...], facts.get("chapters", [])),
        scenes=tuple(scenes),
        narration=tuple(sorted(lines, key=lambda n: (n.start, n.sentence))),
        notes=tuple(str(v) for v in facts.get("notes", ())),
    )


def _word(facts: Mapping[str, Any], name: str) -> str:
    value = facts.get(name)
    if not isinstance(value, str) or not value:
        raise FormatFault(f"lacks “{name}”", where="the timeline")
    return value


def _local(plain: Any) -> LocalText:
    return {str(k): str(v) for k, v in plain.items()} if isinstance(plain, dict) else {}


def _parts(track: Any) -> Iterator[tuple[Any, int]]:
    """Go through a track's clips and gaps with their lengths in frames; transitions take none."""
    for part in track:
        if isinstance(part, (otio.schema.Clip, otio.schema.Gap)):
            yield part, max(0, _frames(part.duration()))


def _read_scenes(track: Any) -> Iterator[CutScene]:
    lead = 0
    for part, frames in _parts(track):
        if isinstance(part, otio.schema.Gap):
            lead += frames
            continue
        where = f"picture clip “{part.name}”"
        facts = _facts(part, where)
        if frames < 1:
            continue
        try:
            yield CutScene(
                id=str(facts["id"]),
                chapter=str(facts["chapter"]),
                card=from_plain(Card, facts["card"]),
                sentences=from_plain(tuple[ScriptSentence, ...], facts["sentences"]),
                frames=frames,
                fade_in=int(facts["fade_in"]),
                fade_out=int(facts["fade_out"]),
                lead=lead,
                from_black=int(facts.get("from_black", 0)),
                to_black=int(facts.get("to_black", 0)),
            )
        except (KeyError, TypeError, ValueError) as fault:
            raise FormatFault(f"has lost a part of its metadata: {fault}", where=where) from fault
        except FormatFault as fault:
            raise FormatFault(fault.what, where=f"{where}, {fault.where}") from fault
        lead = 0


def _read_lines(track: Any) -> Iterator[SpokenLine]:
    clock = 0
    for part, frames in _parts(track):
        if isinstance(part, otio.schema.Clip) and frames and _KEY in part.metadata:
            facts = _facts(part, f"narration clip “{part.name}”")
            yield SpokenLine(
                str(facts.get("sentence", part.name)),
                str(facts.get("scene", "")),
                clock,
                frames,
                facts.get("voice_file"),
                facts.get("voice_sha256"),
            )
        clock += frames
