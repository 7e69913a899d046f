"""One source: what was put in, by whom it was published and when; its bytes never change."""

from __future__ import annotations

from dataclasses import dataclass

SOURCE_FORMAT = "sijill.source/1"

#: How many characters of the SHA-256 make a source's id.
ID_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it was taken in.

    `sha256` is that of the bytes, `text_sha256` that of the stored text in UTF-8, to which all
    offsets point. `name` is the file's name as given. `published` and `retrieved` are EDTF or None.
    `retold_from` and `also_from` are addresses or notes on where its facts come from. `notes` say
    what was looked for and not found.
    """

    id: str
    sha256: str
    text_sha256: str
    name: str
    kind: str
    language: str
    headline: str
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    retrieved: str | None = None
    url: str | None = None
    rights: str | None = None
    retold_from: tuple[str, ...] = ()
    also_from: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    format: str = SOURCE_FORMAT
