"""A project goes in; what is to be known of its decisions comes out: where the ledger ends, whether
a digest kept elsewhere is still in it, and which decisions changed nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from sijill import ledger
from sijill.chain_head import find_digest
from sijill.record.items import RECORD_FORMAT, Record
from sijill.serial import read_json
from sijill.sources.verify import Fault
from sijill.standing import not_applied, withdrawn
from sijill.workspace import Workspace


def check_kept(workspace: Workspace, digest: str | None) -> Iterator[Fault]:
    """Yield what speaks against a digest of the ledger that a person kept; nothing without one.

    Raises LedgerBroken when no line has it, or the chain does not hold; UsageError for what is no
    digest.
    """
    if digest is not None:
        entries = ledger.replay(workspace.ledger)
        find_digest(workspace.ledger, [entry.digest for entry in entries], digest)
    yield from ()


def end_of_ledger(workspace: Workspace) -> str:
    """Say in words how many lines the ledger has and what its head is, to be kept elsewhere.

    Raises LedgerBroken when the chain does not hold.
    """
    entries = ledger.replay(workspace.ledger)
    gone = len(withdrawn(entries))
    note = f", {gone} of them withdrawn" if gone else ""
    head = ledger.head_of(entries).digest
    return f"The ledger has {len(entries)} lines{note}; its head is {head}"


def without_effect(workspace: Workspace) -> Iterator[str]:
    """Say which decisions changed nothing in the record as it was built, and why.

    Raises FormatFault when the record cannot be read.
    """
    path = workspace.build / "record" / "record.json"
    if path.exists():
        record = read_json(path, Record, format_name=RECORD_FORMAT)
        for one in record.unapplied:
            yield not_applied(one)
