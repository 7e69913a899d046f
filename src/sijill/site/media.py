"""Where the film and its subtitles lie goes in; what a page needs to show them comes out.

Media are never copied: the page points to them from where it stands. Cues are put into the page
itself, because a browser refuses to load `<track>` files from a page opened from disk.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sijill.site.labels import language_labels

_TIME = r"(?:(\d{1,4}):)?(\d{2}):(\d{2})[.,](\d{3})"
_TIMES = re.compile(_TIME + r"[ \t]*-->[ \t]*" + _TIME)


def relative_link(target: Path, folder: Path) -> str:
    """Give the address of a file as seen from a page in `folder`, percent-encoded."""
    path = os.path.relpath(target.resolve(), folder.resolve())
    return quote(Path(path).as_posix())


def read_cues(path: Path) -> list[tuple[float, float, str]]:
    """Read the cues of a WebVTT or SubRip file: start and end in seconds, and the cue's text.

    The text stays in WebVTT markup. A block without times is passed over; a file that cannot be
    read has no cues.
    """
    try:
        text = path.read_text("utf-8-sig", errors="replace")
    except OSError:
        return []
    cues = []
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.split("\n")
        at = next((n for n, line in enumerate(lines) if "-->" in line), -1)
        match = _TIMES.search(lines[at]) if at >= 0 else None
        words = "\n".join(lines[at + 1 :]).strip("\n")
        if match and words.strip():
            parts = [int(part or 0) for part in match.groups()]
            start, end = _seconds(parts[:4]), _seconds(parts[4:])
            if start < end:
                cues.append((start, end, words))
    return sorted(cues, key=lambda cue: cue[:2])


def _seconds(parts: Sequence[int]) -> float:
    hours, minutes, seconds, thousandths = parts
    return round(hours * 3600 + minutes * 60 + seconds + thousandths / 1000, 3)


def film_data(
    *,
    film: Path | None,
    subtitles: Sequence[tuple[str, Path]],
    poster: Path | None,
    folder: Path,
    trace: Mapping[str, Any],
) -> dict[str, Any]:
    """Give what the page needs of the film, addresses relative to `folder`.

    `src` and `poster` are None when the file is not there; `tracks` holds the cues by language;
    `files` lists what a person can take away.
    """
    here = film is not None and film.is_file()
    data: dict[str, Any] = {
        "src": relative_link(film, folder) if here and film else None,
        "poster": relative_link(poster, folder) if poster and poster.is_file() else None,
        "fps": trace.get("fps", 25),
        "frames": trace.get("frames", 0),
        "language": trace.get("language", ""),
        "tracks": [],
        "files": [],
    }
    if here and film:
        data["files"].append({"kind": "film", "name": film.name, "href": data["src"]})
    for language, path in subtitles:
        cues = read_cues(path)
        if cues:
            data["tracks"].append(
                {
                    "language": language,
                    "label": language_labels(language)["own"],
                    "cues": [list(cue) for cue in cues],
                }
            )
        if path.is_file():
            data["files"].append(
                {
                    "kind": "subtitles",
                    "language": language,
                    "name": path.name,
                    "href": relative_link(path, folder),
                }
            )
    return data
