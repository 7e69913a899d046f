"""A Markdown article goes in as text; its front matter and paragraphs come out."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import Any

import yaml

from sijill.dates import parse_edtf
from sijill.errors import FormatFault, SourceUnreadable
from sijill.sources.article import Article
from sijill.text import printable

#: Longest front matter, in characters; what is longer was not written by hand.
MAX_FRONT_MATTER = 20_000
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)


class _FlatLoader(yaml.SafeLoader):
    """Reads YAML without aliases: nine lines of them can stand for a thousand million values."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


def read_markdown(text: str, *, name: str) -> Article:
    """Read Markdown with optional YAML front matter.

    Raises SourceUnreadable when the front matter is not YAML or gives no date where it should.
    """
    match = _FRONT_MATTER.match(text)
    fields: dict[str, Any] = {}
    if match:
        loaded = _load(match.group(1), name=name)
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
        url=_address(_text_field(fields, "url")),
        rights=_text_field(fields, "rights"),
        retold_from=_list_field(fields, "retold_from"),
        also_from=_list_field(fields, "also_from"),
    )


def _load(front: str, *, name: str) -> dict[str, Any] | None:
    if len(front) > MAX_FRONT_MATTER:
        raise SourceUnreadable(
            f"its front matter is longer than {MAX_FRONT_MATTER} characters",
            path=name,
            remedy="Close it with a line “---” before the text begins.",
        )
    try:
        loaded = yaml.load(front, Loader=_FlatLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        # A day such as 2025-13-45 is a ValueError, brackets in thousands end in a RecursionError.
        mark = getattr(fault, "problem_mark", None)
        where = f" (line {mark.line + 2})" if mark is not None else ""
        if not where and not isinstance(fault, RecursionError):
            where = f" ({fault})"
        raise SourceUnreadable(
            f"its front matter is not YAML{where}",
            path=name,
            remedy="Put values that hold a colon or quotation marks into quotation marks.",
        ) from fault
    if loaded is not None and not isinstance(loaded, dict):
        raise SourceUnreadable(
            "its front matter is not a list of “key: value” lines",
            path=name,
            remedy="Write each field on a line of its own, such as  published: 2025-12-25",
        )
    return loaded


def _plain_paragraphs(text: str) -> str:
    blocks = [block.strip() for block in re.split(r"\n[ \t]*\n", text.strip())]
    # Markdown wraps lines at will: inside a paragraph a line end is a blank.
    return "\n\n".join(re.sub(r"[ \t]*\n[ \t]*", " ", block) for block in blocks if block)


def _text_field(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    return None if value is None else _one_line(value) or None


def _address(text: str | None) -> str | None:
    # It becomes a link on the page: nothing but an address of the web may stand there.
    return text if text and text.lower().startswith(("http://", "https://")) else None


def _list_field(fields: dict[str, Any], key: str) -> tuple[str, ...]:
    value = fields.get(key)
    if value is None:
        return ()
    return tuple(map(_one_line, value)) if isinstance(value, list) else (_one_line(value),)


def _one_line(value: Any) -> str:
    # YAML can write any code point as an escape, half of a surrogate pair among them.
    return printable(unicodedata.normalize("NFC", " ".join(str(value).split())))


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
