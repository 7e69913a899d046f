"""A project that a process keeps open goes in; its record, brought up to date as often as something
comes, comes out.

What was read, who is who and what tellings came to stay in memory, so that one more source or
decision costs what it changes, not what there is.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sijill.digests import Stat, stat_of
from sijill.record.items import Record
from sijill.stages.build import BuildReport, build_project
from sijill.stages.graph import note_again
from sijill.stages.held import Held
from sijill.stages.seen import own_files
from sijill.workspace import open_workspace

#: The stages that are kept up to date: a film is made when somebody asks for it.
UNTIL = "record"


@dataclass(frozen=True, slots=True)
class Counted:
    """How much a record holds."""

    sources: int = 0
    events: int = 0
    statements: int = 0
    claims: int = 0


class OpenProject:
    """A project while a process keeps it open; only one thread may use it."""

    def __init__(self, root: Path) -> None:
        self.workspace = open_workspace(root)
        self._held = Held()
        self._seen: tuple[object, ...] = ()

    def has_changed(self) -> bool:
        """Say whether sources, decisions, settings or tables are others than at the last update."""
        return self._signature() != self._seen

    def update(
        self, on_stage: Callable[[str, str], None] = lambda stage, what: None
    ) -> BuildReport:
        """Bring the record up to date, with what any command has put into the project since.

        Raises WorkspaceFault when another build runs or nothing can be written. A stage that fails
        is said in the report, and the next update begins from the files again.
        """
        seen, was_open = self._signature(), self._held.is_open
        self.workspace = open_workspace(self.workspace.root)
        with _uncollected():
            report = build_project(self.workspace, until=UNTIL, on_stage=on_stage, held=self._held)
        if report.failed:
            self._held = Held()
        elif not was_open:
            report.steps.make_ready()
        self._seen = seen
        return report

    def close(self) -> None:
        """Leave the files as a build from nothing leaves them, byte for byte.

        Killed before that, the database holds the same and differs only in the order inside of it.
        Raises WorkspaceFault when another build runs or it cannot be written.
        """
        path = self.workspace.build / "record" / "record.sqlite"
        store = self._held.store(path)
        if store.is_changed:
            with self.workspace.building():
                store.settle()
                note_again(self.workspace.build, path)

    @property
    def record(self) -> Record | None:
        """The record that was made last; None where none was made yet."""
        return self._held.record

    def counted(self) -> Counted:
        """Say how much the record holds that was made last."""
        record = self.record
        if record is None:
            return Counted()
        return Counted(
            len(record.sources), len(record.events), len(record.statements), len(record.claims)
        )

    def _signature(self) -> tuple[object, ...]:
        workspace = self.workspace
        files = ((name, stat_of(path)) for name, path in own_files(workspace.root))
        return (stat_of(workspace.ledger), *files)


class Folders:
    """Folders into which somebody puts files: each file is given out once, when it has come whole.

    A file that grows is not whole yet: it is given out when it is as it was a look before.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self._growing: dict[Path, Stat] = {}
        self._given: dict[Path, Stat] = {}

    def come(self, files: Callable[[Iterable[Path]], Iterator[Path]]) -> list[Path]:
        """Give the files that have come; `files` goes through folders."""
        whole = []
        for path in files(self._paths):
            stat = stat_of(path)
            if stat is None or self._given.get(path) == stat:
                continue
            if self._growing.get(path) == stat:
                whole.append(path)
                self._given[path] = stat
            self._growing[path] = stat
        return whole


class _uncollected:  # noqa: N801  used as a word of the with statement
    """Look for no reference cycles for a while: there are next to none, and it takes seconds.

    Afterwards all that is there counts as there to stay, and is not looked through again.
    """

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        gc.freeze()
        if self._was_on:
            gc.enable()
