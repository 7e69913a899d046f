"""The bytes and the name of a file go in; its article comes out, or why there is none."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from sijill.errors import SourceUnreadable
from sijill.sources.article import Article
from sijill.sources.plaintext import read_markdown, read_plain
from sijill.sources.webpage import read_webpage

KIND_BY_SUFFIX = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
#: A press article is a few kilobytes, a saved page a few megabytes; more is a mistake or an attack.
MAX_BYTES = 20_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_article(data: bytes, *, name: str) -> Article:
    """Read an article; the file's suffix says how.

    Raises SourceUnreadable with the reason: an unknown kind of file, binary data under a text
    name, an encoding that is not known, no text inside.
    """
    suffix = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
    kind = KIND_BY_SUFFIX.get(suffix)
    if kind is None:
        raise SourceUnreadable(
            f"{suffix or 'a file without suffix'} is not a kind of file Sijill reads",
            path=name,
            remedy=f"It reads {', '.join(sorted(KIND_BY_SUFFIX))}. Save the article so.",
        )
    if len(data) > MAX_BYTES:
        raise SourceUnreadable(
            f"holds {len(data) / 1e6:.0f} MB; a source may hold {MAX_BYTES / 1e6:.0f} MB",
            path=name,
            remedy="Cut it into its articles.",
        )
    if kind == "html":
        article = read_webpage(data, name=name)
    else:
        text, note = decode(data, name=name)
        article = read_markdown(text, name=name) if kind == "markdown" else read_plain(text)
        if note:
            article = replace(article, notes=(*article.notes, note))
    if not any(ch.isalpha() for ch in article.text):
        raise SourceUnreadable("holds no words", path=name, remedy="Was the right file given?")
    return article


def decode(data: bytes, *, name: str) -> tuple[str, str | None]:
    """Give the text of a file in NFC with Unix line ends, and a note where it had to be guessed.

    Raises SourceUnreadable for binary data and for an encoding that cannot be told.
    """
    note = None
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = data.decode("utf-16")
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text, note = _decode_legacy(data, name=name)
    control = len(_CONTROL.findall(text))
    if "\x00" in text or control * 200 > len(text):
        raise SourceUnreadable(
            "is not text but binary data under a text file's name",
            path=name,
            remedy="Save the article as text, Markdown or HTML and add that file.",
        )
    text = _CONTROL.sub(" ", text).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text), note


def _decode_legacy(data: bytes, *, name: str) -> tuple[str, str | None]:
    if b"\x00" in data[:8192]:
        raise SourceUnreadable(
            "is not text but binary data under a text file's name",
            path=name,
            remedy="Save the article as text, Markdown or HTML and add that file.",
        )
    from charset_normalizer import from_bytes

    # Only encodings that texts of the five languages were really written in.
    best = from_bytes(
        data[:200_000],
        cp_isolation=["cp1256", "cp1251", "koi8_r", "shift_jis", "euc_jp", "cp1252"],
    ).best()
    if best is None:
        raise SourceUnreadable(
            "is neither UTF-8 nor another encoding that could be told",
            path=name,
            remedy="Open it in an editor, save it as UTF-8, and add it again.",
        )
    try:
        text = data.decode(best.encoding)
    except UnicodeDecodeError as fault:
        raise SourceUnreadable(
            f"is not UTF-8 and breaks off as {best.encoding} at byte {fault.start}",
            path=name,
            remedy="Open it in an editor, save it as UTF-8, and add it again.",
        ) from fault
    return text, f"decoded as {best.encoding}; see whether the text is right"
