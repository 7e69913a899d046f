"""The bytes and the name of a file go in; its article comes out, or why there is none."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

from sijill.errors import SourceUnreadable
from sijill.languages import LANGUAGES
from sijill.sources.article import Article
from sijill.sources.decoding import decode
from sijill.sources.plaintext import read_plain

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
#: Some forty thousand words, many times the longest article; reading so much takes minutes.
MAX_CHARACTERS = 250_000
_PAGE_BEGINS = ("<!doctype html", "<html")


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
        raise _too_large(len(data), name)
    # Who reads a plain text does not wait for what reads HTML and YAML.
    if kind == "html":
        from sijill.sources.webpage import read_webpage

        article = read_webpage(data, name=name)
    else:
        text, note = decode(data, name=name)
        if text[:200].lstrip().lower().startswith(_PAGE_BEGINS):
            raise SourceUnreadable(
                f"is a web page under the name of a {kind} file",
                path=name,
                remedy="Rename it so that it ends in .html, and add it again.",
            )
        if kind == "markdown":
            from sijill.sources.markdown import read_markdown

            article = read_markdown(text, name=name)
        else:
            article = read_plain(text)
        if note:
            article = replace(article, notes=(*article.notes, note))
    if len(article.text) > MAX_CHARACTERS:
        raise SourceUnreadable(
            f"holds {len(article.text):,} characters of text; a source may hold {MAX_CHARACTERS:,}",
            path=name,
            remedy="Cut it into its articles.",
        )
    if not any(ch.isalpha() for ch in article.text):
        raise SourceUnreadable("holds no words", path=name, remedy="Was the right file given?")
    return article


def read_file(path: Path) -> bytes:
    """Give the bytes of a file that may become a source.

    Raises SourceUnreadable for what cannot be opened, is no plain file (a pipe or device would
    never end), is too large or empty.
    """
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            os.listdir(path)
            if path.is_symlink():
                raise SourceUnreadable(
                    "is a link to a folder, and links are not followed",
                    path=str(path),
                    remedy="Name the folder itself:  sijill add FOLDER",
                )
        if not stat.S_ISREG(status.st_mode):
            raise SourceUnreadable(
                "is no file but a folder, a pipe or a device",
                path=str(path),
                remedy="Name a file that holds an article.",
            )
        if status.st_size > MAX_BYTES:
            raise _too_large(status.st_size, str(path))
        data = path.read_bytes()
    except OSError as fault:
        raise SourceUnreadable(
            f"cannot be opened: {fault.strerror or fault}",
            path=str(path),
            remedy="Check the name and the permissions.",
        ) from fault
    if not data.strip():
        raise SourceUnreadable("is empty", path=str(path), remedy="Was the right file given?")
    return data


def _too_large(size: int, path: str) -> SourceUnreadable:
    return SourceUnreadable(
        f"holds {size / 1e6:.1f} MB; a source may hold {MAX_BYTES / 1e6:.0f} MB",
        path=path,
        remedy="Cut it into its articles.",
    )


def language_of_name(name: str) -> str | None:
    """Give the language that a file's name tells: `ID.LANG.txt`; None if it tells none."""
    parts = name.split(".")
    return parts[-2] if len(parts) > 2 and parts[-2] in LANGUAGES else None
