"""A project goes in; what a build sees of the user's own files comes out, and what has changed.

Settings, tables and media carry no digest of their own, and a person may change them at any time.
So a build notes how it found them, and `verify` says which are not so any more: damage and a
change on purpose look alike here, and the person knows which it was. The ledger grows between
builds; the line it ended with must still stand where it stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sijill import ledger
from sijill.digests import sha256_of_file
from sijill.record.own_tables import REFERENCE_FOLDER
from sijill.register.load import PROJECT_FOLDER
from sijill.sources.verify import Fault
from sijill.stages.state import Seen, is_unchanged, output_of
from sijill.workspace import SETTINGS_FILE, Workspace

#: Where a user puts files of his own that a build may take in.
_FOLDERS = (PROJECT_FOLDER, REFERENCE_FOLDER, "media")


def look(workspace: Workspace, before: Seen) -> Seen:
    """Note the user's own files as they are now.

    `before` is what the last build saw: a file of the same time and size is not read again.
    Raises LedgerBroken when the ledger's chain does not hold.
    """
    files = {}
    for name, path in own_files(workspace.root):
        known = before.files.get(name)
        try:
            same = known is not None and is_unchanged(path, known)
            files[name] = known if known is not None and same else output_of(path)
        except OSError:
            continue  # who needs it says that it cannot be read
    entries = ledger.replay(workspace.ledger)
    return Seen(files, len(entries), entries[-1].digest if entries else "")


def own_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Go through settings, tables and media as (path below the project, path)."""
    yield SETTINGS_FILE, root / SETTINGS_FILE
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                yield path.relative_to(root).as_posix(), path


def check_seen(workspace: Workspace, seen: Seen) -> Iterator[Fault]:
    """Yield what is not as the last build saw it; nothing where nothing was ever built.

    Raises LedgerBroken when the ledger's chain does not hold.
    """
    remedy = "If you did that, run: sijill build. If not, restore it from a copy."
    for name, output in sorted(seen.files.items()):
        path = workspace.root / name
        try:
            if sha256_of_file(path) != output.sha256:
                yield Fault("was changed after the last build", str(path), remedy)
        except FileNotFoundError:
            yield Fault("is missing since the last build", str(path), remedy)
        except OSError as fault:
            yield Fault(f"cannot be read: {fault.strerror or fault}", str(path), remedy)
    yield from _check_head(workspace, seen)


def _check_head(workspace: Workspace, seen: Seen) -> Iterator[Fault]:
    entries = ledger.replay(workspace.ledger)
    remedy = "Restore the file from a copy."
    if len(entries) < seen.decisions:
        what = f"ends here; the last build saw {seen.decisions} lines, so the last ones are lost"
        yield Fault(what, f"{workspace.ledger}:{len(entries)}", remedy)
    elif seen.decisions and entries[seen.decisions - 1].digest != seen.head:
        what = "is not the line that the last build saw here"
        yield Fault(what, f"{workspace.ledger}:{seen.decisions}", remedy)


def newer_than(workspace: Workspace, seen: Seen) -> Iterator[str]:
    """Say in words what came after the last build, which is no fault; nothing before the first.

    Raises LedgerBroken when the ledger's chain does not hold.
    """
    if not seen.files:
        return
    lines = len(ledger.replay(workspace.ledger)) - seen.decisions
    if lines > 0:
        yield f"{lines} line{'s' if lines > 1 else ''} of the ledger"
    for name, _ in own_files(workspace.root):
        if name not in seen.files:
            yield name
