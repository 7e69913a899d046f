"""A record, its script and its film go in; one page that opens from disk comes out.

The page is a single HTML file: styles, scripts and data stand in it, media beside it. Nothing of
a source is ever read as HTML, and a content security policy lets only the page's own script run.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from sijill.languages import RIGHT_TO_LEFT
from sijill.record.items import Record
from sijill.script.sentence import Script
from sijill.serial import write_atomic
from sijill.site.labels import INTERFACE_LANGUAGES, in_language, interface_words
from sijill.site.media import film_data
from sijill.site.page_data import page_data
from sijill.site.webfonts import write_fonts

#: The modules of the page in the order in which each stands on those before it.
SCRIPTS = (
    "dom.js",
    "words.js",
    "passages.js",
    "search.js",
    "items.js",
    "lists.js",
    "sureness.js",
    "figures.js",
    "differing.js",
    "guests.js",
    "decided.js",
    "threads.js",
    "years.js",
    "findings.js",
    "browse.js",
    "sources.js",
    "film.js",
    "evidence.js",
    "links.js",
)
STYLES = ("theme.css", "stage.css", "record.css", "findings.css", "print.css")


def write_site(
    *,
    record: Record,
    script: Script,
    trace: Mapping[str, Any],
    texts: Mapping[str, str],
    film: Path | None,
    subtitles: Sequence[tuple[str, Path]],
    poster: Path | None,
    out_dir: Path,
    language: str,
    fonts: Path | None = None,
    decisions: Sequence[Mapping[str, Any]] = (),
) -> list[Path]:
    """Write `index.html` and its fonts into `out_dir` and give the files that were written.

    `trace` is the parsed trace.json (empty when there is no film), `texts` the stored text by
    source id, `subtitles` pairs of language and file. `language` is the one the page starts in;
    one that the interface does not have starts in English. Media are pointed to relative to
    `out_dir`, never copied; a film that is not there is said to be missing. `fonts` is the folder
    of font files, the package's own when not given. `decisions` are those of the ledger, in the
    shape that `sijill decisions --json` prints.

    The same input gives the same bytes. Raises FormatFault for a trace of another format,
    WorkspaceFault when the page cannot be written.
    """
    start = language if language in INTERFACE_LANGUAGES else "en"
    data = page_data(record, script, trace, texts, language=start, decisions=decisions)
    data["film"] = film_data(
        film=film, subtitles=subtitles, poster=poster, folder=out_dir, trace=trace
    )
    font_files, font_style = write_fonts(json_for_html(data), out_dir, assets=fonts)
    path = out_dir / "index.html"
    write_atomic(path, render_page(data, font_style=font_style).encode("utf-8"))
    return [path, *font_files]


def render_page(data: Mapping[str, Any], *, font_style: str = "") -> str:
    """Give the HTML of a page from what `page_data` and `film_data` gathered.

    `font_style` holds the `@font-face` rules of the fonts beside the page, if there are any.
    """
    style = "\n".join((font_style, *(_static(name) for name in STYLES)))
    script = "\n".join(_static(name) for name in SCRIPTS)
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    language = data["language"]
    return environment.from_string(_packaged("templates", "index.html")).render(
        data=data,
        language=language,
        direction="rtl" if language in RIGHT_TO_LEFT else "ltr",
        rtl=RIGHT_TO_LEFT,
        t=interface_words(language),
        say=partial(in_language, language=language),
        chapters=_transcript(data),
        style=Markup(style),
        style_hash=_digest(style),
        script=Markup(script),
        script_hash=_digest(script),
        json=Markup(json_for_html(data)),
    )


def json_for_html(value: Any) -> str:
    """Give JSON that may stand inside a `<script>` element: no `<`, `>` or `&` is left in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _transcript(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    by_chapter: dict[str, list[dict[str, Any]]] = {}
    for sentence in data["sentences"]:
        by_chapter.setdefault(sentence["chapter"], []).append(sentence)
    return [
        {"title": chapter["title"], "sentences": by_chapter.get(chapter["id"], [])}
        for chapter in data["chapters"]
    ]


def _static(name: str) -> str:
    return _packaged("static", name)


def _packaged(folder: str, name: str) -> str:
    return files("sijill.site").joinpath(folder, name).read_text("utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()
