"""A built project goes in; its record comes out, or that it is not as it was built any more."""

from __future__ import annotations

from pathlib import Path

from sijill.errors import FormatFault, WorkspaceFault
from sijill.record.items import RECORD_FORMAT, Record
from sijill.serial import read_json
from sijill.stages.state import STATE_FILE, Output, is_unchanged, load_state
from sijill.workspace import Workspace


def load_built_record(workspace: Workspace) -> Record:
    """Read the record of a project.

    Raises WorkspaceFault when there is none yet, FormatFault when it is not the one that was built
    or of another version.
    """
    path = built_file(workspace, "record.json")
    return read_json(path, Record, format_name=RECORD_FORMAT)


def built_file(workspace: Workspace, name: str) -> Path:
    """Say where a file of the record is, which is as the last build made it.

    A file that is older than the end of the build is taken for unchanged, so that a question about
    a large record does not wait; `verify` reads every byte. While a build makes the record anew, or
    after one was stopped there, any whole file will do. Raises WorkspaceFault when there is none
    yet, FormatFault when it was changed.
    """
    path = workspace.build / "record" / name
    if not path.exists():
        raise WorkspaceFault("there is no record yet", where=str(path), remedy="Run: sijill build")
    if _is_older(path, workspace.build / STATE_FILE):
        return path
    claimed = _claimed(workspace, name)
    while claimed is not None and not is_unchanged(path, claimed):
        again = _claimed(workspace, name)
        if again == claimed:
            raise FormatFault(
                "was changed after it was built",
                where=str(path),
                remedy="Remove it, then run: sijill build. What is wrong in it is put right with"
                " decisions:  sijill review",
            )
        claimed = again  # a build has ended in between
    return path


def _is_older(path: Path, other: Path) -> bool:
    try:
        return path.stat().st_mtime_ns <= other.stat().st_mtime_ns
    except OSError:
        return False


def _claimed(workspace: Workspace, name: str) -> Output | None:
    built = load_state(workspace.build).stages.get("record")
    return built.outputs.get(f"record/{name}") if built else None
