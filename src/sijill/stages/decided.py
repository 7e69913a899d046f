"""A project goes in; what is to be known of its decisions comes out: each with what became of it,
where the ledger ends, and whether a digest kept elsewhere is still in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sijill import ledger
from sijill.chain_head import find_digest
from sijill.citation import Citation
from sijill.identity.decisions import WHAT as JUDGEMENT
from sijill.identity.decisions import judgements_from
from sijill.record.asked import SAME
from sijill.record.decisions import Anchor, decisions_from
from sijill.record.items import RECORD_FORMAT, Record
from sijill.rights import WHAT as RIGHTS
from sijill.rights import rights_from, without_file
from sijill.serial import read_json
from sijill.sources.verify import Fault
from sijill.standing import WITHDRAWAL, Unapplied, not_applied, standing, withdrawn
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

    Raises FormatFault when the record cannot be read, LedgerBroken when the chain does not hold.
    """
    for one in _unapplied(workspace):
        yield not_applied(one)


def _unapplied(workspace: Workspace) -> list[Unapplied]:
    lines = standing(ledger.replay(workspace.ledger))
    lost = without_file(workspace, rights_from(lines).values())
    path = workspace.build / "record" / "record.json"
    if path.exists():
        stands = {entry.number for entry in lines}
        record = read_json(path, Record, format_name=RECORD_FORMAT)
        lost += [one for one in record.unapplied if one.line in stands]
    return sorted(lost, key=lambda one: one.line)


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision of the ledger: its line, who, when and why, what was decided about what.

    `action` is that of `Decision`, or same, different, unsure, rights, source-fields, withdraw;
    `values` depend on it. `withdrawn_by` is the line that withdrew it; `reason` says why it
    changes nothing in the record as it was built. `citations` are the words it was taken on.
    """

    line: int
    at: str
    who: str
    why: str
    action: str
    item: str
    values: dict[str, Any]
    withdrawn_by: int | None = None
    reason: str = ""
    citations: tuple[Citation, ...] = ()


def decisions_of(workspace: Workspace, item: str | None = None) -> list[DecisionLine]:
    """Give every decision in the order of the ledger, or those about one item.

    What took sources in is left out. Raises LedgerBroken when the chain does not hold.
    """
    entries = ledger.replay(workspace.ledger)
    gone = withdrawn(entries)
    reasons = {one.line: one.reason for one in _unapplied(workspace)}
    found = []
    for entry in entries:
        if entry.what == "accession":
            continue
        action, about, values = _in_words(entry)
        if item is not None and item not in (about, *_others(values)):
            continue
        by = gone.get(entry.number)
        found.append(
            DecisionLine(
                entry.number,
                entry.at,
                entry.who,
                entry.why,
                action,
                about,
                values,
                by.number if by else None,
                "" if by else reasons.get(entry.number, ""),
                _words_of(entry),
            )
        )
    return found


def _words_of(entry: ledger.Entry) -> tuple[Citation, ...]:
    """Give the words a decision was taken on; none where the line keeps none that can be read."""
    for answer in judgements_from([entry]):
        return (*answer.left_at, *answer.right_at)
    for decision in decisions_from([entry]):
        return decision.anchors.get(decision.item, Anchor()).citations
    return ()


def _others(values: Mapping[str, Any]) -> list[str]:
    given = values.get("with")
    return [str(i) for i in (given if isinstance(given, list) else [given]) if i is not None]


_SAME = {verdict.value: word for word, verdict in SAME.items()}


def _in_words(entry: ledger.Entry) -> tuple[str, str, dict[str, Any]]:
    """Give the action of a line, what it is about, and its values; none of another shape."""
    fields = entry.fields
    told = fields.get("values")
    values = dict(told) if isinstance(told, Mapping) else {}
    if entry.what == WITHDRAWAL:
        return "withdraw", str(fields.get("line", "")), {}
    if entry.what == JUDGEMENT:
        verdict = str(fields.get("verdict", ""))
        other = {"with": fields.get("right", "")}
        return _SAME.get(verdict, verdict), str(fields.get("left", "")), other
    if entry.what == RIGHTS:
        kept = {k: v for k, v in fields.items() if k != "file"}
        return RIGHTS, f"media/{fields.get('file', '')}", kept
    if entry.what == "source-fields":
        return entry.what, str(fields.get("source", "")), values
    return str(fields.get("action", entry.what)), str(fields.get("item", "")), values
