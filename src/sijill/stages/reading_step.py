"""The sources of a project go in; their readings, each in a file of its own, come out.

What was read whole before and has not changed is not read again: it stands in the cache under the
digest of the program, of what is known, and of the source.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sijill.digests import stat_of
from sijill.documents.document import READING_FORMAT, Document, Reading
from sijill.keeping import is_kept, write_kept
from sijill.serial import read_json, write_atomic, write_json
from sijill.sources.source import Source
from sijill.stages.graph import digest_of
from sijill.stages.held import Held, HeldReading
from sijill.tables import data_path

if TYPE_CHECKING:
    from sijill.reading.pipeline import Reader
    from sijill.register.entries import Register
    from sijill.stages.readers import Fault, Read

#: What a reading is made from: when a file of these rooms changes, readings are made again.
READING_ROOMS = (
    "register",
    "documents",
    "temporal",
    "tagging",
    "mentions",
    "houses",
    "people",
    "speech",
    "happenings",
    "events",
    "reading",
    "data",
)
#: Called with a stage's name, how much is done and how much there is.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class ReadingStep:
    """Reads the sources of one project; `known` is the digest of what is known."""

    build: Path
    held: Held
    known: str
    progress: Progress

    @property
    def folder(self) -> Path:
        """The folder of readings."""
        return self.build / "readings"

    def read(
        self,
        sources: Sequence[Source],
        key_of: Callable[[Source], str],
        texts: Mapping[str, str],
        register: Callable[[], Register],
        tables: Path,
    ) -> list[Path]:
        """Read every source that has to be read; return all files, and take away all others.

        `key_of` gives a source as text, `texts` the stored texts by source id; `tables` is the
        folder of the project's own tables, which `register` has. Raises WorkspaceFault when nothing
        can be written.
        """
        code = code_digest(*READING_ROOMS)
        self.held.same = set()
        due: dict[str, tuple[Source, Path]] = {}
        for source in sources:
            if (known := self._held(source)) is not None:
                self.held.same.add(known.path)
                continue
            key = digest_of([code, self.known, key_of(source)])
            cached = self.build / "cache" / "readings" / f"{key}.json"
            self.held.readings.pop(source.id, None)
            if (data := _kept_reading(cached)) is None:
                due[source.id] = source, cached
            else:
                self._put(source, data, is_whole=True)
        documents = [as_document(source, texts[source.id]) for source, _ in due.values()]
        faults: dict[str, list[Fault]] = {}
        done = len(sources) - len(due)
        self.progress("readings", done, len(sources))
        for source_id, data, broken in self._read_anew(documents, register, tables):
            source, cached = due[source_id]
            faults[source_id] = broken
            if not broken:
                write_kept(cached, data)
            self._put(source, data, is_whole=not broken)
            done += 1
            self.progress("readings", done, len(sources))
        made = [self._path(source) for source in sources]
        made.append(self.folder / "faults.json")
        write_json(made[-1], [fault for i in due for fault in faults[i]])
        self._keep_only({path.name for path in made})
        return made

    def _read_anew(
        self, documents: Sequence[Document], register: Callable[[], Register], tables: Path
    ) -> Iterator[Read]:
        if documents:
            from sijill.stages.readers import read_each

            yield from read_each(documents, lambda: self._reader(register), tables)

    def _reader(self, register: Callable[[], Register]) -> Reader:
        from sijill.reading.pipeline import Reader

        self.held.reader = self.held.reader or Reader(register())
        return self.held.reader

    def _path(self, source: Source) -> Path:
        return self.folder / f"{source.id}.json"

    def _put(self, source: Source, data: bytes, *, is_whole: bool) -> None:
        """Write a reading, if it is not there; hold it, if all of its source was read."""
        path = self._path(source)
        if not _holds(path, data):
            write_atomic(path, data)
        if is_whole and (stat := stat_of(path)) is not None:
            reading = read_json(path, Reading, format_name=READING_FORMAT)
            self.held.readings[source.id] = HeldReading(source, path, stat, reading)

    def _keep_only(self, wanted: Collection[str]) -> None:
        """Take away the readings of sources that are there no more."""
        for name in sorted(os.listdir(self.folder)):
            if name.endswith(".json") and name not in wanted:
                (self.folder / name).unlink()

    def make_ready(
        self,
        sources: Sequence[Source],
        texts: Mapping[str, str],
        register: Callable[[], Register],
    ) -> None:
        """Load what reading needs in the languages of these sources, for one that is to come.

        Models and tables are loaded with the first text of a language: so the shortest one of each
        is read, and what is read of it let go.
        """
        reader = self._reader(register)
        shortest: dict[str, Source] = {}
        for source in sources:
            known = shortest.setdefault(source.language, source)
            if len(texts[source.id]) < len(texts[known.id]):
                shortest[source.language] = source
        for source in shortest.values():
            reader.read(as_document(source, texts[source.id]))
        reader.faults.clear()

    def _held(self, source: Source) -> HeldReading | None:
        """Give what a build before read of a source, if its reading is there as it was."""
        known = self.held.readings.get(source.id)
        if known is None or known.source is not source or stat_of(known.path) != known.stat:
            return None
        return known

    def faults(self, sources: Sequence[Source]) -> list[tuple[str, str, str]]:
        """Say which sources were not read whole: their name, the layer, and what happened."""
        path = self.folder / "faults.json"
        found = json.loads(path.read_text("utf-8")) if path.exists() else []
        names = {source.id: source.name for source in sources}
        return [(names.get(source, source), layer, what) for source, layer, what in found]

    def readings(self, sources: Sequence[Source]) -> list[Reading]:
        """Give what was read, source by source.

        Raises FormatFault when a file is not as it was written.
        """
        return [self._reading(source) for source in sources]

    def _reading(self, source: Source) -> Reading:
        held = self.held.readings.get(source.id)
        if held is not None:
            return held.reading
        path = self.folder / f"{source.id}.json"
        stat = stat_of(path)
        reading = read_json(path, Reading, format_name=READING_FORMAT)
        if stat is not None and self.held.keeps:
            self.held.readings[source.id] = HeldReading(source, path, stat, reading)
        return reading


def _holds(path: Path, data: bytes) -> bool:
    """Say whether a file has these bytes: to write thousands anew takes minutes on a slow disk."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _kept_reading(path: Path) -> bytes | None:
    # A file that a disk has damaged is made again, for "build again" must not find it again.
    try:
        return path.read_bytes() if is_kept(path) else None
    except OSError:
        return None


def as_document(source: Source, text: str) -> Document:
    """Give a source's text the shape the readers take."""
    return Document(
        source_id=source.id,
        text=text,
        language=source.language,
        published=source.published,
        outlet=source.outlet,
    )


@cache
def code_digest(*rooms: str) -> str:
    """Stand for the version of the program: names, sizes and times of the files in some rooms.

    The ground floor, on which all rooms stand, always counts. Without rooms it is the version of
    the whole package; a process goes on as it began.
    """
    package = data_path("").parent
    paths = set(package.glob("*.py"))
    for folder in [package / room for room in rooms] or [package]:
        paths.update(folder.rglob("*"))
    parts = []
    for path in sorted(paths):
        if path.is_file() and path.suffix != ".pyc":
            stat = path.stat()
            name = path.relative_to(package).as_posix()
            parts.append(f"{name} {stat.st_size} {stat.st_mtime_ns}")
    return digest_of(parts)
