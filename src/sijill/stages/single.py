"""One file goes in, outside of any project; what was found in it comes out as text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sijill.dates import parse_edtf
from sijill.digests import sha256
from sijill.documents.document import Document, Reading
from sijill.errors import SourceUnreadable
from sijill.languages import LANGUAGES
from sijill.reading.gold import reading_to_gold
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register
from sijill.serial import dumps
from sijill.sources.formats import language_of_name, read_article, read_file
from sijill.sources.language_guess import find_language


@dataclass(frozen=True, slots=True)
class SingleReading:
    """A text's name without suffixes, the text itself, and what was read in it.

    `faults` are the layers that were not read whole, each with what happened; `notes` say what
    was taken for given.
    """

    stem: str
    text: str
    found: Reading
    faults: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def gold(self) -> str:
        """The marks in the format of gold texts, as JSON text."""
        marks = reading_to_gold(self.found, self.text)
        marks["id"] = self.stem.rsplit(".", 1)[0]
        return json.dumps(marks, ensure_ascii=False, indent=1) + "\n"

    @property
    def reading(self) -> str:
        """The reading, as JSON text."""
        return dumps(self.found)


class TextReader:
    """Reads files one after another; the register and models are loaded once."""

    @cached_property
    def _reader(self) -> Reader:
        return Reader(load_register())

    def read(
        self, path: Path, *, published: str | None = None, language: str | None = None
    ) -> SingleReading:
        """Read one file.

        The language is the one given, else that of a name ID.LANG.txt, else the file's own word,
        else found. Offsets point into the text of the file (for Markdown and HTML, into the
        article's stored text). Raises SourceUnreadable with the reason.
        """
        data = read_file(path)
        article = read_article(data, name=path.name)
        wanted = (
            language
            or language_of_name(path.name)
            or article.language
            or find_language(article.text)
        )
        if wanted not in LANGUAGES:
            raise SourceUnreadable(
                f"seems to be in “{wanted}”; Sijill reads {', '.join(LANGUAGES)}",
                path=str(path),
                remedy="Say which:  --language ar",
            )
        day = published or article.published
        if day is not None:
            day = parse_edtf(day).edtf
        document = Document(
            source_id=sha256(data)[:12],
            text=article.text,
            language=wanted,
            published=day,
            outlet=article.outlet,
        )
        reading = self._reader.read(document)
        faults = tuple((layer, what) for _, layer, what in self._reader.faults)
        self._reader.faults.clear()
        notes = tuple(what for _, _, what in self._reader.notes)
        self._reader.notes.clear()
        stem = path.name.removesuffix(path.suffix)
        if not language_of_name(path.name):
            stem = f"{stem}.{wanted}"
        return SingleReading(stem, article.text, reading, faults, notes)
