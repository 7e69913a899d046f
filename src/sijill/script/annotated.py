"""A script and its record go in; a page for people comes out: the narration beside its evidence."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, Template

from sijill.citation import Citation
from sijill.errors import FormatFault
from sijill.languages import RIGHT_TO_LEFT
from sijill.record.items import LocalText, Record, SourceNote
from sijill.script.labels import script_labels
from sijill.script.narration.calendar import date_label
from sijill.script.scenes import Card
from sijill.script.sentence import Scene, Script, ScriptSentence, SentenceKind
from sijill.tables import data_path


@cache
def _template() -> Template:
    text = data_path("script/annotated.html.j2").read_text("utf-8")
    return Environment(autoescape=True).from_string(text)


def annotated_script(script: Script, record: Record, language: str, *, font_style: str = "") -> str:
    """Write the annotated script of one language as an HTML page.

    Each sentence stands beside the exact words it rests on, with headline, outlet and day of
    their source. `language` must be one of the script's. `font_style` are `@font-face` rules for
    machines that lack fonts for one of the five languages; without it the page needs no other file.
    """
    label = script_labels(language)
    sources = {source.id: source for source in record.sources}
    sentences = [s for _, scene in script.scenes() for s in scene.sentences]
    editorial = sum(s.kind is SentenceKind.EDITORIAL for s in sentences)
    counts = label["annotated.counts"]
    counts = counts.replace("{sentences}", str(len(sentences)))
    counts = counts.replace("{editorial}", str(editorial))
    return _template().render(
        language=language,
        direction=_direction(language),
        font_style=font_style,
        title=script.title[language],
        counts=counts,
        words={
            "heading": label["annotated.title"],
            "narration": label["annotated.narration"],
            "notes": label["annotated.notes"],
            "editorial": label["annotated.editorial"],
            "missing": label["annotated.missing"],
        },
        chapters=[
            {
                "id": chapter.id,
                "title": chapter.title[language],
                "scenes": [_scene(scene, language, label, sources) for scene in chapter.scenes],
            }
            for chapter in script.chapters
        ],
        missing=[
            {
                "title": label.get(f"chapter.{chapter.id}", chapter.id),
                "why": chapter.why.get(language, ""),
            }
            for chapter in script.missing
        ],
    )


def _direction(language: str) -> str:
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def _scene(
    scene: Scene, language: str, label: dict[str, str], sources: dict[str, SourceNote]
) -> dict[str, Any]:
    return {
        "id": scene.id,
        "heading": _heading(scene.card).get(language, ""),
        "sentences": [_sentence(s, language, label, sources) for s in scene.sentences],
    }


def _heading(card: Card) -> LocalText:
    """Give the text by which a card is known: its heading, name, title or caption."""
    for name in ("heading", "title", "name", "caption", "day", "speaker"):
        value = getattr(card, name, None)
        if isinstance(value, dict) and value:
            return value
    return {}


def _sentence(
    sentence: ScriptSentence,
    language: str,
    label: dict[str, str],
    sources: dict[str, SourceNote],
) -> dict[str, Any]:
    return {
        "id": sentence.id,
        "lang": language,
        "show": sentence.lines[language].show,
        "kind": sentence.kind.value,
        "kind_label": label[f"kind.{sentence.kind.value}"],
        "notes": [_note(c, language, label, sources) for c in sentence.citations],
    }


def _note(
    citation: Citation, language: str, label: dict[str, str], sources: dict[str, SourceNote]
) -> dict[str, str]:
    source = sources.get(citation.source_id)
    tongue = source.language if source else language
    date = label["annotated.undated"]
    if source and source.published:
        try:
            date = date_label(source.published, language).show
        except FormatFault:
            date = source.published
    return {
        "language": tongue,
        "direction": _direction(tongue),
        "before": _edge(citation.prefix, first=True),
        "exact": citation.exact,
        "after": _edge(citation.suffix, first=False),
        "headline": (source.headline or source.name) if source else citation.source_id,
        "outlet": (source.outlet or source.name) if source else "",
        "date": date,
    }


def _edge(text: str, *, first: bool) -> str:
    """Cut the words around a citation to whole words of its own paragraph."""
    if first:
        text = text.rpartition("\n")[2]
        _, blank, rest = text.partition(" ")
        return f"…{rest}" if blank and rest.strip() else ""
    text = text.partition("\n")[0]
    rest, blank, _ = text.rpartition(" ")
    return f"{rest}…" if blank and rest.strip() else ""
