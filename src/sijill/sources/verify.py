"""A project's collection goes in; every stored byte that does not hold comes out, named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sijill import ledger
from sijill.chain_head import Head, check_head, kept_head
from sijill.digests import sha256
from sijill.errors import FormatFault, SijillError
from sijill.serial import read_json
from sijill.sources.source import ID_LENGTH, SOURCE_FORMAT, Source
from sijill.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold: what, where, and what to do."""

    what: str
    where: str
    remedy: str = ""


def verify_holdings(workspace: Workspace) -> list[Fault]:
    """Re-check every stored byte of the collection against the ledger, and the ledger's end.

    Gives one fault for each file that is missing or changed; an empty list when all holds.
    """
    try:
        entries, faults = _read_ledger(workspace)
        if faults:
            # Seen twice, for somebody may be deciding at the same time.
            entries, faults = _read_ledger(workspace)
    except SijillError as fault:
        return [Fault(fault.what, fault.where, fault.remedy)]
    for entry in entries:
        if entry.what != "accession":
            continue
        name = _name_of(workspace, entry.fields["sha256"])
        for what, file, digest in (
            ("the bytes", entry.fields["file"], entry.fields["sha256"]),
            ("the stored text", f"{entry.fields['sha256']}.stored", entry.fields["text_sha256"]),
            (
                "the description",
                f"{entry.fields['sha256']}.json",
                entry.fields["description_sha256"],
            ),
        ):
            path = workspace.sources / file
            complaint = _check_file(path, digest)
            if complaint:
                remedy = "Restore the file from a copy."
                faults.append(Fault(f"{what} of {name} {complaint}", str(path), remedy))
    return faults


def _read_ledger(workspace: Workspace) -> tuple[list[ledger.Entry], list[Fault]]:
    """Give the lines of the ledger, and what its head says against their end.

    The head is read first: the ledger only grows. Raises LedgerBroken when the chain does not hold.
    """
    kept: Head | None = None
    faults = []
    try:
        kept = kept_head(workspace.ledger)
    except SijillError as fault:
        faults.append(Fault(fault.what, fault.where, fault.remedy))
    entries = ledger.replay(workspace.ledger)
    try:
        if kept is not None:
            check_head(workspace.ledger, [entry.digest for entry in entries], kept)
    except SijillError as fault:
        faults.append(Fault(fault.what, fault.where, fault.remedy))
    return entries, faults


def unfinished_holdings(workspace: Workspace) -> list[str]:
    """Say in words what commands that were killed have left: it counts for nothing, and harms none.

    Raises LedgerBroken when the ledger's chain does not hold.
    """
    notes = []
    entries = ledger.replay(workspace.ledger)
    known = {entry.fields.get("sha256") for entry in entries if entry.what == "accession"}
    stray = {
        path.name
        for path in workspace.sources.glob("*")
        if path.name.startswith(".") or path.name.split(".")[0] not in known
    }
    if stray:
        those = f"{len(stray)} files in {workspace.sources} are"
        those = those if len(stray) > 1 else f"1 file in {workspace.sources} is"
        notes.append(f"{those} of no source; an add that was stopped, or is running, leaves such.")
    if ledger.unfinished_bytes(workspace.ledger):
        notes.append(
            f"{workspace.ledger} ends with a line that was never finished; it does not count, and"
            " the next decision takes its place."
        )
    return notes


def _name_of(workspace: Workspace, digest: str) -> str:
    try:
        path = workspace.sources / f"{digest}.json"
        source = read_json(path, Source, format_name=SOURCE_FORMAT)
    except FormatFault:
        return f"source {digest[:ID_LENGTH]}"
    return f"source {source.id} ({source.name})"


def _check_file(path: Path, digest: str) -> str:
    try:
        found = sha256(path.read_bytes())
    except FileNotFoundError:
        return "are missing" if path.suffix not in (".json", ".stored") else "is missing"
    except OSError as fault:
        return f"cannot be read: {fault.strerror}"
    return "" if found == digest else "changed after it was taken in"
