"""Pictures go in; a closed H.264 segment comes out; segments, sound and subtitles become one mp4.

Segments are encoded with one thread and headers that do not depend on the picture, so that the
same pictures give the same bytes and any two segments can be joined without encoding again.
"""

from __future__ import annotations

import errno
import os
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from sijill.errors import ToolMissing, UsageError, WorkspaceFault
from sijill.film.planes import Picture
from sijill.film.shots.base import FPS
from sijill.keeping import forget, keep

_BT709 = 1
_LIMITED = 1


@dataclass(frozen=True, slots=True)
class Quality:
    """Size and x264 settings of a render; a lower `crf` is a better picture.

    `tuning` is added to x264's parameters.
    """

    name: str
    width: int
    height: int
    preset: str
    crf: int
    tuning: str = ""


# Our pictures stand still most of the time and never cut within a scene. On 28 scenes (veryfast,
# crf 20) x264 alone takes 6.9 ms of CPU a frame with these, 10.8 without; files are a quarter
# smaller, the mean PSNR 0.7 dB higher, and still pictures flicker no more than before. Measure
# again with benchmarks/film.py when the preset or the look changes.
_STILL = "bframes=7:b-adapt=0:weightp=0:scenecut=0"

QUALITIES: Mapping[str, Quality] = {
    q.name: q
    for q in (
        Quality("draft", 960, 540, "superfast", 23, _STILL),
        Quality("standard", 1920, 1080, "veryfast", 20, _STILL),
        Quality("master", 1920, 1080, "medium", 16),
    )
}


def find_quality(name: str) -> Quality:
    """Give a quality by its name; raises UsageError with the names there are."""
    if name not in QUALITIES:
        raise UsageError(
            f"there is no quality “{name}”", remedy=f"Choose one of: {', '.join(QUALITIES)}."
        )
    return QUALITIES[name]


@dataclass(frozen=True, slots=True)
class SubtitleTrack:
    """A subtitle file to be put into the mp4: an SRT file, its ISO 639-2 code, its title."""

    path: Path
    language: str
    title: str


@dataclass(frozen=True, slots=True)
class ChapterMark:
    """A chapter of the mp4, in frames."""

    start: int
    end: int
    title: str


def _disk_fault(fault: OSError, path: Path) -> WorkspaceFault:
    full = fault.errno == errno.ENOSPC
    return WorkspaceFault(
        "the disk is full" if full else f"cannot write: {fault.strerror or fault}",
        where=str(path),
        remedy="Free some space, then build again; finished scenes are kept."
        if full
        else "Check the folder's permissions, then build again; finished scenes are kept.",
    )


def open_encoder(target: Any, quality: Quality) -> tuple[Any, Any]:
    """Open an mp4 for pictures of a quality; gives PyAV's container and stream."""
    options = {"fflags": "+bitexact"}
    container = av.open(target, "w", format="mp4", options=options)
    stream = container.add_stream("libx264", rate=FPS)
    stream.width, stream.height, stream.pix_fmt = quality.width, quality.height, "yuv420p"
    context = stream.codec_context
    context.time_base = Fraction(1, FPS)
    context.thread_count = 1
    context.color_primaries = context.color_trc = context.colorspace = _BT709
    context.color_range = _LIMITED
    stream.options = {
        "preset": quality.preset,
        "crf": str(quality.crf),
        "flags": "+bitexact+cgop",
        "x264-params": ":".join(
            filter(None, ("threads=1:stitchable=1:open-gop=0:keyint=250", quality.tuning))
        ),
    }
    return container, stream


class FrameFeed:
    """Feeds pictures to an encoder, sending the same buffer again for a picture that repeats."""

    def __init__(self, stream: Any, quality: Quality) -> None:
        self._stream = stream
        self._frame = av.VideoFrame(quality.width, quality.height, "yuv420p")
        self._planes = []
        for plane in self._frame.planes:
            rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
            self._planes.append(rows[: plane.height, : plane.width])
        self._count = 0

    def send(self, picture: Picture | None) -> list[Any]:
        """Encode a picture, or the last one again for None; gives the packets that are ready."""
        if picture is not None:
            for target, plane in zip(self._planes, (picture.y, picture.u, picture.v), strict=True):
                np.copyto(target, plane)
        self._frame.pts = self._count
        self._frame.time_base = Fraction(1, FPS)
        self._count += 1
        return list(self._stream.encode(self._frame))

    def flush(self) -> list[Any]:
        """Give the last packets."""
        return list(self._stream.encode(None))


def write_segment(pictures: Iterable[Picture | None], path: Path, quality: Quality) -> int:
    """Encode pictures (None repeats the last) into a segment; gives the number of frames.

    The file appears whole or not at all. Raises WorkspaceFault when it cannot be written.
    """
    scratch = path.with_name(f".{path.stem}.{os.getpid()}.part")
    count = 0
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        container, stream = open_encoder(str(scratch), quality)
        try:
            feed = FrameFeed(stream, quality)
            for picture in pictures:
                container.mux(feed.send(picture))
                count += 1
            container.mux(feed.flush())
        finally:
            container.close()
        forget(path)
        os.replace(scratch, path)
        keep(path)
    except OSError as fault:
        raise _disk_fault(fault, path) from fault
    finally:
        scratch.unlink(missing_ok=True)
    return count


def _tool() -> str:
    try:
        import imageio_ffmpeg

        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except (ImportError, RuntimeError) as fault:
        raise ToolMissing(
            f"no ffmpeg to join the film with: {fault}",
            remedy="Run: pip install imageio-ffmpeg",
        ) from fault


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "=;#\\\n" else c for c in text)


def _film_facts(title: str, chapters: Sequence[ChapterMark]) -> str:
    lines = [";FFMETADATA1", f"title={_escaped(title)}"]
    for mark in chapters:
        lines += [
            "[CHAPTER]",
            f"TIMEBASE=1/{FPS}",
            f"START={mark.start}",
            f"END={mark.end}",
            f"title={_escaped(mark.title)}",
        ]
    return "\n".join(lines) + "\n"


def join_film(
    segments: Sequence[Path],
    sound: Path,
    out_path: Path,
    *,
    title: str,
    language: str,
    chapters: Sequence[ChapterMark],
    subtitles: Sequence[SubtitleTrack],
) -> None:
    """Join segments, sound, chapters and soft subtitles into an mp4, encoding no picture again.

    `language` is the ISO 639-2 code of the narration. The film appears whole or not at all.
    Raises WorkspaceFault when it cannot be written, ToolMissing without ffmpeg.
    """
    tool = _tool()
    scratch = out_path.with_name(f".{out_path.stem}.{os.getpid()}.part")
    try:
        out_path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="sijill-join-") as name:
            folder = Path(name)
            # Names of our own, so that no path needs to be quoted for ffmpeg.
            rows = ["ffconcat version 1.0"]
            for number, segment in enumerate(segments):
                link = folder / f"{number:05d}.mp4"
                link.symlink_to(segment.resolve())
                rows.append(f"file {link.name}")
            (folder / "list.txt").write_text("\n".join(rows) + "\n", "utf-8")
            (folder / "facts.txt").write_text(_film_facts(title, chapters), "utf-8")
            command = _join_command(tool, folder, sound, scratch, language, subtitles)
            result = subprocess.run(command, capture_output=True, check=False, cwd=folder)
        if result.returncode != 0:
            words = result.stderr.decode("utf-8", "replace").strip()
            full = "No space left" in words
            raise _disk_fault(
                OSError(errno.ENOSPC if full else errno.EIO, words.split("\n")[-1]), out_path
            )
        os.replace(scratch, out_path)
    except OSError as fault:
        raise _disk_fault(fault, out_path) from fault
    finally:
        scratch.unlink(missing_ok=True)


def _join_command(
    tool: str,
    folder: Path,
    sound: Path,
    scratch: Path,
    language: str,
    subtitles: Sequence[SubtitleTrack],
) -> list[str]:
    command = [tool, "-nostdin", "-y", "-hide_banner", "-loglevel", "error"]
    command += ["-f", "concat", "-safe", "0", "-i", "list.txt", "-i", str(sound.resolve())]
    command += ["-f", "ffmetadata", "-i", "facts.txt"]
    for track in subtitles:
        command += ["-f", "srt", "-i", str(track.path.resolve())]
    command += ["-map", "0:v:0", "-map", "1:a:0"]
    for number in range(len(subtitles)):
        command += ["-map", f"{number + 3}:s:0"]
    command += ["-map_metadata", "2", "-map_chapters", "2", "-c", "copy"]
    command += ["-metadata:s:v:0", f"language={language}"]
    command += ["-metadata:s:a:0", f"language={language}"]
    if subtitles:
        command += ["-c:s", "mov_text", "-disposition:s", "0"]
    for number, track in enumerate(subtitles):
        command += [f"-metadata:s:s:{number}", f"language={track.language}"]
        command += [f"-metadata:s:s:{number}", f"handler_name={track.title}"]
    # Left to itself ffmpeg takes a clock that fits all tracks; with subtitles that is so fine that
    # chapters of more than 90 s overflow and all begin at nought.
    command += ["-movie_timescale", "1000"]
    command += ["-fflags", "+bitexact", "-movflags", "+faststart", "-f", "mp4"]
    return [*command, str(scratch.absolute())]
