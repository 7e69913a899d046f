"""What people decided about the rights of their own stills and footage goes in, as lines of the
ledger; what may be shown comes out, by the SHA-256 of each file's bytes.

A file that is renamed keeps its rights; one whose bytes change has none, for it may be another
picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sijill.dates import parse_edtf
from sijill.digests import sha256_of_file
from sijill.errors import FormatFault, UsageError
from sijill.ledger import Entry
from sijill.serial import from_plain
from sijill.standing import Unapplied
from sijill.workspace import Workspace

#: What such a line of the ledger is called.
WHAT = "rights"


@dataclass(frozen=True, slots=True)
class MediaRights:
    """Whether a file of the user's own may be shown, and on what terms.

    `file` is its path below `media/`; `allowed` whether it may be shown; `licence` names the terms
    (a licence, or "by letter of …"), `holder` who has the rights, `credit` the words to be shown
    with it; `until` is an EDTF date after which it may not, or None.
    """

    file: str
    allowed: bool
    licence: str = ""
    holder: str = ""
    credit: str = ""
    until: str | None = None
    sha256: str = ""
    line: int = 0
    who: str = ""
    at: str = ""


def media_folder(workspace: Workspace) -> Path:
    """Say where a project's own stills, footage and sound are."""
    return workspace.root / "media"


def rights_fields(workspace: Workspace, rights: MediaRights) -> dict[str, Any]:
    """Check a decision on rights and give the fields of its line.

    Raises UsageError when there is no such file, no terms are named for one that may be shown, or
    `until` is no date.
    """
    folder = media_folder(workspace)
    path = folder / rights.file
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
        raise UsageError(
            f"“{rights.file}” is no file in {folder}",
            remedy=f"There are: {', '.join(names[:12])}" if names else "Put it there first.",
        )
    if rights.allowed and not (rights.licence.strip() and rights.holder.strip()):
        raise UsageError(
            "what may be shown needs its terms and who gave them",
            where=rights.file,
            remedy="Give both: licence=… holder=…",
        )
    try:
        until = parse_edtf(rights.until).edtf if rights.until else None
    except FormatFault as fault:
        raise UsageError(fault.what, where="until", remedy=fault.remedy) from fault
    return {
        "file": path.resolve().relative_to(folder.resolve()).as_posix(),
        "sha256": sha256_of_file(path),
        "allowed": rights.allowed,
        "licence": rights.licence.strip(),
        "holder": rights.holder.strip(),
        "credit": rights.credit.strip(),
        "until": until,
    }


def rights_from(entries: Iterable[Entry]) -> dict[str, MediaRights]:
    """Map the SHA-256 of files to their rights; of several lines on one file the last counts.

    `entries` are the lines that stand. A line that is no decision on rights allows nothing.
    """
    read = (_read(entry) for entry in entries if entry.what == WHAT)
    return {one.sha256: one for one in read if one is not None}


def _read(entry: Entry) -> MediaRights | None:
    try:
        plain = {**entry.fields, "line": entry.number, "who": entry.who, "at": entry.at}
        found: MediaRights = from_plain(MediaRights, plain)
    except FormatFault:
        return None
    return found


def without_file(workspace: Workspace, rights: Iterable[MediaRights]) -> list[Unapplied]:
    """Give the decisions on files that are not there any more, or not as they were."""
    folder = media_folder(workspace)
    held = {
        sha256_of_file(path) for path in folder.rglob("*") if path.is_file()
    } if folder.is_dir() else set()  # fmt: skip
    lost = []
    for one in rights:
        if one.sha256 not in held:
            changed = (folder / one.file).exists()
            why = "has other bytes than it had" if changed else "is not in media/ any more"
            reason = f"{one.file} {why}"
            lost.append(Unapplied(one.line, WHAT, one.file, one.who, one.at, reason))
    return lost
