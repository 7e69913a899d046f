"""A chain of lines goes in; its head, the number and digest of the last line, is kept beside it and
compared later: so it is found that whole lines are missing at the end.

The chain itself cannot tell: what is left of it still holds. Who takes lines off the ledger and
writes the file `head` anew is found only with a digest that was kept elsewhere (`find_digest`).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sijill.errors import LedgerBroken, UsageError, WorkspaceFault

#: What stands before the first line.
GENESIS = "0" * 64
#: So many signs of a digest say surely enough which one is meant.
_ENOUGH = 8


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: how many lines there are, and the digest of the last one."""

    number: int
    digest: str

    def __str__(self) -> str:
        # As long for every number, so that it is written over itself in one piece.
        return f"{self.number:012d} {self.digest}\n"


def head_path(path: Path) -> Path:
    """Say where the head of a ledger is kept, beside it."""
    return path.with_name("head")


def keep_head(path: Path, head: Head) -> None:
    """Write the head over the one before; call it after the line is on the disk.

    The decision is kept already: a head that a crash leaves behind by some lines still holds, and
    one that cannot be written is no reason to say that the decision was lost.
    """
    try:
        out = os.open(head_path(path), os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            os.pwrite(out, str(head).encode("ascii"), 0)
        finally:
            os.close(out)
    except OSError:
        return


def kept_head(path: Path) -> Head | None:
    """Give the head that was kept beside a ledger; None when there is none.

    Raises LedgerBroken when the file is not what Sijill writes, WorkspaceFault when it cannot be
    read.
    """
    where = head_path(path)
    try:
        text = where.read_text("ascii", "replace")
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise WorkspaceFault(
            f"cannot be read: {fault.strerror or fault}",
            where=str(where),
            remedy="Check the file's permissions.",
        ) from fault
    if not text.strip("\0"):
        return None  # made, and not yet written when the machine stopped
    try:
        number, digest = text.split()
        head = Head(int(number), digest)
        if str(head) == text and len(digest) == len(GENESIS):
            return head
    except ValueError:
        pass
    raise LedgerBroken(
        "is not the head of a ledger",
        path=str(where),
        line=1,
        remedy="Restore it from a copy. You may take it away: then only a digest that you kept"
        " yourself shows whether lines are missing at the end of the ledger.",
    )


def check_head(path: Path, digests: Sequence[str], head: Head) -> None:
    """Compare a chain with its head as it was once; the chain may have grown since.

    `digests` are those of its lines, in order. Raises LedgerBroken when lines are missing at the
    end, or are others than they were.
    """
    if head.number > len(digests):
        raise cut_short(path, len(digests), head.number)
    if head.digest != (digests[head.number - 1] if head.number else GENESIS):
        raise LedgerBroken(
            f"is another line than {head_path(path)} says: one of the two was changed, or the chain"
            " was written anew from here or before",
            path=str(path),
            line=head.number,
            remedy="Restore both files from a copy.",
        )


def find_digest(path: Path, digests: Sequence[str], digest: str) -> int:
    """Give the number of the line whose digest was kept elsewhere; its beginning is enough.

    Raises LedgerBroken when no line has it: lines are missing at the end, or all were written
    anew; UsageError for what is no digest.
    """
    wanted = digest.strip().lower()
    if len(wanted) < _ENOUGH or set(wanted) - set("0123456789abcdef"):
        raise UsageError(
            f"“{digest}” is no digest of a ledger",
            remedy=f"Give the one that sijill verify printed, or its first {_ENOUGH} signs.",
        )
    if GENESIS.startswith(wanted):
        return 0
    for number in range(len(digests), 0, -1):
        if digests[number - 1].startswith(wanted):
            return number
    raise LedgerBroken(
        f"no line has the digest {wanted[:12]}…: lines are missing at the end, or were written"
        " anew",
        path=str(path),
        line=len(digests),
        remedy="Restore the file from a copy.",
    )


def cut_short(path: Path, held: int, kept: int) -> LedgerBroken:
    """Make the error of a chain that has fewer lines than there were."""
    return LedgerBroken(
        f"the ledger ends here, but had {kept} lines, as {head_path(path)} says: whole lines are"
        " missing at the end",
        path=str(path),
        line=held,
        remedy=f"Restore the file from a copy. If the loss is meant, take {head_path(path)} away.",
    )
