"""A Markdown or plain text article goes in as text; its front matter and paragraphs come out."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import Any

import yaml

from sijill.dates import parse_edtf
from sijill.errors import FormatFault, SourceUnreadable
from sijill.sources.article import Article

#: Longest first line of a plain text that is taken for its headline, in characters.
MAX_HEADLINE = 200
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)


def read_plain(text: str) -> Article:
    """Read a plain text; its first line is the headline when it is short and more follows."""
    first = text.lstrip("\n").split("\n", 1)[0].strip()
    is_headline = 0 < len(first) <= MAX_HEADLINE and "\n" in text.strip()
    return Article(kind="text", text=text, headline=first[:MAX_HEADLINE] if is_headline else "")


def read_markdown(text: str, *, name: str) -> Article:
    """Read Markdown with optional YAML front matter.

    Raises SourceUnreadable when the front matter is not YAML or gives no date where it should.
    """
    match = _FRONT_MATTER.match(text)
    fields: dict[str, Any] = {}
    if match:
        try:
            loaded = yaml.safe_load(match.group(1))
        except yaml.YAMLError as fault:
            mark = getattr(fault, "problem_mark", None)
            line = mark.line + 2 if mark is not None else 1
            raise SourceUnreadable(
                f"its front matter is not YAML (line {line})",
                path=name,
                remedy="Put values that hold a colon or quotation marks into quotation marks.",
            ) from fault
        if loaded is not None and not isinstance(loaded, dict):
            raise SourceUnreadable(
                "its front matter is not a list of “key: value” lines", path=name
            )
        fields = loaded or {}
        text = text[match.end() :]
    body = _plain_paragraphs(text)
    headline = _text_field(fields, "title") or _text_field(fields, "headline") or ""
    if not headline and body.startswith("# "):
        headline, _, body = body[2:].partition("\n")
        body = body.strip("\n")
    headline = unicodedata.normalize("NFC", " ".join(headline.split()))
    return Article(
        kind="markdown",
        text=f"{headline}\n\n{body}\n" if headline else f"{body}\n",
        headline=headline,
        byline=_text_field(fields, "byline") or _text_field(fields, "author"),
        published=_date_field(fields, "published", name) or _date_field(fields, "date", name),
        retrieved=_date_field(fields, "retrieved", name),
        outlet=_text_field(fields, "outlet"),
        language=_text_field(fields, "language"),
        url=_text_field(fields, "url"),
        rights=_text_field(fields, "rights"),
        retold_from=_list_field(fields, "retold_from"),
        also_from=_list_field(fields, "also_from"),
    )


def _plain_paragraphs(text: str) -> str:
    blocks = [block.strip() for block in re.split(r"\n[ \t]*\n", text.strip())]
    # Markdown wraps lines at will: inside a paragraph a line end is a blank.
    return "\n\n".join(re.sub(r"[ \t]*\n[ \t]*", " ", block) for block in blocks if block)


def _text_field(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    return None if value is None else unicodedata.normalize("NFC", str(value)).strip() or None


def _list_field(fields: dict[str, Any], key: str) -> tuple[str, ...]:
    value = fields.get(key)
    if value is None:
        return ()
    return tuple(str(v) for v in value) if isinstance(value, list) else (str(value),)


def _date_field(fields: dict[str, Any], key: str, name: str) -> str | None:
    value = fields.get(key)
    if value is None:
        return None
    if isinstance(value, datetime):
        value = value.date()
    text = value.isoformat() if isinstance(value, date) else str(value).strip()
    try:
        return parse_edtf(text).edtf
    except FormatFault as fault:
        raise SourceUnreadable(
            f"its front matter gives {key} as “{text}”, which is no date",
            path=name,
            remedy=f"Write it as {key}: YYYY-MM-DD, or null when it is not known.",
        ) from fault
