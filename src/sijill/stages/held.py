"""What a process that keeps a project open holds from one build to the next.

A build of its own begins with nothing held and ends with it. Held things are used again only where
what they were made of is the same; nothing of them is ever needed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sijill.digests import Stat
from sijill.reading.document import Reading
from sijill.sources.holdings import Descriptions
from sijill.sources.source import Source
from sijill.workbook import Workbook

if TYPE_CHECKING:
    from sijill.reading.pipeline import Reader
    from sijill.record.items import Record, SourceNote
    from sijill.register.entries import Register
    from sijill.store.database_change import Store
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
    _files: dict[Path, RowsFile] = field(default_factory=dict)
    _stores: dict[Path, Store] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.open_workbook()

    def open_workbook(self) -> None:
        """Begin a new workbook, in which nothing is worked out yet."""
        self.workbook = Workbook(keeps=self.keeps)

    def file(self, path: Path) -> RowsFile:
        """Give a file of rows, which knows what it was written with."""
        from sijill.store.rows_file import RowsFile

        return self._files.setdefault(path, RowsFile(path))

    def store(self, path: Path) -> Store:
        """Give a record's database, which knows what it was written with."""
        from sijill.store.database_change import Store

        return self._stores.setdefault(path, Store(path))

    def turn(self) -> None:
        """End a build."""
        self.workbook.turn()
        self.is_open = True
