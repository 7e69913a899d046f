"""What people decided goes in; the record with their decisions over it comes out.

Decisions are replayed over whatever the machine proposes and never written into it, so that they
last when sources are added and reading improves. A decision whose item is gone is handed back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sijill.dates import parse_edtf
from sijill.errors import UsageError
from sijill.reading.document import Status
from sijill.record.items import ClaimItem, EventItem, Record, StatementItem, Verdict

#: What a person can decide about an item.
ACTIONS = ("confirm", "reject", "correct", "translate", "judge")
_EVENT_FIELDS = ("type", "status", "date", "place", "participants", "part_of")


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision about one item.

    `action` is one of ACTIONS. `correct` has `values`: field to new value (participants as a list
    of entity ids, details by their own names; None takes a value away); `translate` has language
    to text; `judge` has `verdict` and `why` (a language to one sentence).
    """

    item: str
    action: str
    values: Mapping[str, Any] = field(default_factory=dict)
    who: str = ""
    why: str = ""


def corrections_from(entries: Iterable[Mapping[str, Any]]) -> list[Correction]:
    """Read corrections from the fields of ledger entries of the kind "correction".

    Raises UsageError for an unknown action.
    """
    found = []
    for entry in entries:
        action = str(entry.get("action", ""))
        if action not in ACTIONS:
            raise UsageError(
                f"“{action}” is no decision about an item",
                remedy=f"Use one of: {', '.join(ACTIONS)}.",
            )
        found.append(
            Correction(
                str(entry.get("item", "")),
                action,
                dict(entry.get("values", {})),
                str(entry.get("who", "")),
                str(entry.get("why", "")),
            )
        )
    return found


def corrected(
    record: Record, corrections: Sequence[Correction]
) -> tuple[Record, tuple[Correction, ...]]:
    """Replay decisions over a record, in their order; later ones win.

    Returns the record and the decisions whose item is not in it any more.
    """
    events = {e.id: e for e in record.events}
    statements = {s.id: s for s in record.statements}
    claims = {c.id: c for c in record.claims}
    orphaned = []
    for one in corrections:
        if one.item in events:
            _keep_or_drop(events, one, _correct_event)
        elif one.item in statements:
            _keep_or_drop(statements, one, _correct_statement)
        elif one.item in claims:
            _keep_or_drop(claims, one, _correct_claim)
        else:
            orphaned.append(one)
    kept = tuple(
        replace(e, part_of=e.part_of if e.part_of in events else None) for e in events.values()
    )
    return (
        replace(
            record,
            events=kept,
            statements=tuple(
                replace(s, event=s.event if s.event in events else None)
                for s in statements.values()
            ),
            claims=tuple(
                replace(c, about=c.about if c.about in events else None) for c in claims.values()
            ),
            rarities=tuple(r for r in record.rarities if r.event in events),
        ),
        tuple(orphaned),
    )


def _keep_or_drop(items: dict[str, Any], one: Correction, correct: Any) -> None:
    if one.action == "reject":
        del items[one.item]
    else:
        items[one.item] = correct(items[one.item], one)


def _correct_event(event: EventItem, one: Correction) -> EventItem:
    if one.action != "correct":
        return event
    changes: dict[str, Any] = {}
    details = dict(event.details)
    for name, value in one.values.items():
        if name == "status":
            changes[name] = Status(value)
        elif name == "date":
            changes[name] = parse_edtf(value).edtf if value else None
        elif name == "participants":
            changes[name] = tuple(value or ())
        elif name in _EVENT_FIELDS:
            changes[name] = value
        elif value is None:
            details.pop(name, None)
        else:
            details[name] = value
    disputed = tuple(name for name in event.disputed if name not in one.values)
    return replace(event, **changes, details=details, disputed=disputed)


def _correct_statement(statement: StatementItem, one: Correction) -> StatementItem:
    if one.action == "translate":
        words = {k: str(v) for k, v in one.values.items()}
        return replace(statement, translations={**statement.translations, **words})
    if one.action != "correct":
        return statement
    # The words of a source are nobody's to correct: only who, when and where.
    allowed = {
        k: v for k, v in one.values.items() if k in ("speaker", "post", "date", "event", "topic")
    }
    return replace(statement, **allowed)


def _correct_claim(claim: ClaimItem, one: Correction) -> ClaimItem:
    if one.action == "judge":
        before = claim.verdict
        why = {k: str(v) for k, v in dict(one.values.get("why", {})).items()}
        return replace(
            claim,
            verdict=Verdict(
                str(one.values.get("verdict", before.verdict if before else "not_enough")),
                before.reading if before else {},
                why or (before.why if before else {}),
                before.counter if before else (),
                before.searched if before else 0,
                before.references if before else (),
            ),
        )
    if one.action != "correct":
        return claim
    allowed = {k: v for k, v in one.values.items() if k in ("scope", "asserted_by", "about")}
    return replace(claim, **allowed)
