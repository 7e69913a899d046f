"""The lines of a ledger go in; those that still stand come out, without what was withdrawn.

A decision is withdrawn by a later line that names its number; nothing is taken out of the ledger.
A withdrawal can be withdrawn too, which brings the decision back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sijill.errors import UsageError
from sijill.ledger import Entry

#: What a line that withdraws another is called.
WITHDRAWAL = "withdrawal"
#: Lines that say what is in the collection can't be withdrawn: other lines cite those sources.
_LASTING = ("accession",)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The undoing of an earlier decision, by the number of its line."""

    line: int


@dataclass(frozen=True, slots=True)
class Unapplied:
    """A decision that changed nothing: its line, what it was, who took it, and why it could not be
    applied.
    """

    line: int
    action: str
    item: str
    who: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class DecisionNote:
    """A person's decision as it stands on an item: the ledger's line, what was decided, who, when.

    `fields` are the fields it settled (languages, for a translation); `contested` those of them on
    which a source has since told something else: the decided value stands all the same.
    """

    line: int
    action: str
    who: str
    at: str
    why: str = ""
    fields: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()


def not_applied(one: Unapplied) -> str:
    """Put a decision that changed nothing into words for a person, with what to do."""
    return (
        f"line {one.line} of the ledger, “{one.action}” by {one.who} on {one.at[:10]}, changes"
        f" nothing: {one.reason}"
        f"\n      Decide anew, or withdraw it:  sijill decide {one.line} withdraw --why …"
    )


def standing(entries: Sequence[Entry]) -> list[Entry]:
    """Give the lines that stand, in their order, without withdrawn ones and without withdrawals."""
    gone = withdrawn(entries)
    return [e for e in entries if e.number not in gone and e.what != WITHDRAWAL]


def withdrawn(entries: Sequence[Entry]) -> dict[int, Entry]:
    """Map the numbers of withdrawn lines to the line that withdrew each.

    A withdrawal counts for an earlier line alone, and only while it is not withdrawn itself.
    """
    gone: dict[int, Entry] = {}
    for entry in reversed(entries):
        if entry.what != WITHDRAWAL or entry.number in gone:
            continue
        line = entry.fields.get("line")
        if isinstance(line, int) and 0 < line < entry.number and _can_go(entries[line - 1]):
            gone[line] = entry
    return gone


def _can_go(entry: Entry) -> bool:
    return entry.what not in _LASTING


def check_withdrawal(entries: Sequence[Entry], line: int) -> Entry:
    """Give the line that is to be withdrawn.

    Raises UsageError when there is no such line, when it can't be withdrawn or was already.
    """
    if not 0 < line <= len(entries):
        raise UsageError(
            f"the ledger has no line {line}",
            remedy=f"It has {len(entries)} lines. To see them:  sijill decisions",
        )
    entry = entries[line - 1]
    if not _can_go(entry):
        raise UsageError(f"line {line} takes a source in, which can't be withdrawn")
    by = withdrawn(entries).get(line)
    if by is not None:
        raise UsageError(
            f"line {line} was withdrawn already, by {by.who} on {by.at} (line {by.number})",
            remedy=f"To bring it back, withdraw that:  sijill decide {by.number} withdraw",
        )
    return entry
