"""What a process that keeps a project open holds from one build to the next.

A build of its own begins with nothing held and ends with it. Held things are used again only where
what they were made of is the same; nothing of them is ever needed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sijill.digests import Stat
from sijill.documents.document import Reading
from sijill.sources.holdings import Descriptions
from sijill.sources.source import Source
from sijill.workbook import Workbook

if TYPE_CHECKING:
    from sijill.reading.pipeline import Reader
    from sijill.record.items import Record, SourceNote
    from sijill.register.entries import Register
    from sijill.store.database_change import Store
    from sijill.store.rows_change import Changes
    from sijill.store.rows_file import RowsFile


@dataclass(frozen=True, slots=True)
class HeldReading:
    """A reading, the source that was read, and the file it stands in with its state."""

    source: Source
    path: Path
    stat: Stat
    reading: Reading


@dataclass
class Held:
    """What is held, by source id; texts and descriptions with the state of their files."""

    #: Whether there will be another build; where not, no unit of work is kept for it.
    keeps: bool = True
    workbook: Workbook = field(init=False)
    readings: dict[str, HeldReading] = field(default_factory=dict)
    texts: dict[str, tuple[Source, Stat, str]] = field(default_factory=dict)
    descriptions: Descriptions = field(default_factory=dict)
    keys: dict[str, tuple[Source, str]] = field(default_factory=dict)
    notes: dict[str, tuple[Source, str, SourceNote]] = field(default_factory=dict)
    register: tuple[str, Register] | None = None
    reader: Reader | None = None
    #: The record that was made last.
    record: Record | None = None
    #: Whether a build was done already: then files that look unchanged are.
    is_open: bool = False
    #: The files of readings that this build has found to be as they were.
    same: set[Path] = field(default_factory=set)
    #: The digests of the bytes that were written into files of rows.
    written: dict[Path, str] = field(default_factory=dict)
    _files: dict[Path, RowsFile] = field(default_factory=dict)
    _stores: dict[Path, Store] = field(default_factory=dict)
    _changes_in: dict[Path, Changes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.open_workbook()

    def open_workbook(self) -> None:
        """Begin a new workbook, in which nothing is worked out yet."""
        self.workbook = Workbook(keeps=self.keeps)

    def file(self, path: Path, *, is_sealed: bool = False) -> RowsFile:
        """Give a file of rows, which knows what it was written with."""
        from sijill.store.rows_file import RowsFile

        return self._files.setdefault(path, RowsFile(path, self._changes(path), is_sealed))

    def store(self, path: Path) -> Store:
        """Give a record's database, which knows what it was written with."""
        from sijill.store.database_change import Store

        return self._stores.setdefault(path, Store(path, self._changes(path)))

    def _changes(self, path: Path) -> Changes:
        """Give what finds the changes of all files of one folder, which hold the same."""
        from sijill.store.rows_change import Changes

        return self._changes_in.setdefault(path.parent, Changes())

    def turn(self) -> None:
        """End a build."""
        self.workbook.turn()
        self.is_open = True
