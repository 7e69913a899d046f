"""A project and what was acknowledged in it go in; what does not hold comes out, in words."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sijill import ledger
from sijill.errors import SijillError
from sijill.sources.holdings import list_sources, read_text
from sijill.workspace import open_workspace

#: Files of `build/` that tell of the way and not of the result: times of files, kept work.
_OF_THE_WAY = ("stages.json", "cache/", "faults/")


@dataclass
class Promised:
    """What commands said was done: ledger lines (digests, numbers), SHA-256 of files taken in."""

    decisions: set[str] = field(default_factory=set)
    lines: set[int] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)


def broken_promises(project: Path, promised: Promised) -> Iterator[str]:
    """Say what was acknowledged and is not there, and what is there half-written."""
    workspace = open_workspace(project)
    try:
        entries = ledger.replay(workspace.ledger)
        kinds = {entry.number: entry.what for entry in entries}
        for number in sorted(promised.lines):
            if kinds.get(number) not in ("decision", "judgement", "withdrawal"):
                yield f"the answer in line {number} was acknowledged and is lost"
        held = {entry.digest for entry in entries}
        for digest in sorted(promised.decisions - held):
            yield f"the decision {digest[:12]} was acknowledged and is lost"
        sources = {source.sha256: source for source in list_sources(workspace)}
        for digest in sorted(promised.sources - set(sources)):
            yield f"the source {digest[:12]} was acknowledged and is lost"
        for digest, source in sources.items():
            read_text(workspace, source)
            files = list(workspace.sources.glob(f"{digest}.txt"))
            if [hashlib.sha256(f.read_bytes()).hexdigest() for f in files] != [digest]:
                yield f"the bytes of source {source.name} are not those that were given"
    except SijillError as fault:
        yield str(fault)
    yield from half_written(project)


def half_written(project: Path) -> Iterator[str]:
    """Name every file under its final name that is cut off."""
    for path in sorted(project.rglob("*")):
        if path.name.startswith(".") or not path.is_file():
            continue
        try:
            if path.suffix == ".json":
                json.loads(path.read_text("utf-8"))
            elif path.suffix == ".sqlite":
                connection = sqlite3.connect(path)  # as who reads next, which undoes half a change
                try:
                    (answer,) = connection.execute("PRAGMA integrity_check").fetchone()
                finally:
                    connection.close()
                if answer != "ok":
                    yield f"{path}: {answer}"
        except (ValueError, sqlite3.Error) as fault:
            yield f"{path} is half-written: {fault}"


def left_over(project: Path) -> list[str]:
    """Name the hidden files that a killed command left and nobody took away."""
    hidden = (p for p in project.rglob(".*") if p.is_file() and p.name != ".lock")
    return sorted(path.relative_to(project).as_posix() for path in hidden)


def built_files(build: Path) -> dict[str, str]:
    """Give the digest of every file of the result, by its path below `build`."""
    found = {}
    for path in sorted(build.rglob("*")):
        name = path.relative_to(build).as_posix()
        if path.is_file() and not name.startswith(_OF_THE_WAY) and path.name != ".lock":
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found
