"""A record goes in; CSV files come out that are safe and readable in a spreadsheet program.

A text that begins like a formula (=, +, -, @, tab, line end, and their full-width forms) gets an
apostrophe before it, also where it follows a sign at which a program set to another separator would
begin a new cell. The rule is OWASP's on CSV injection
(https://owasp.org/www-community/attacks/CSV_Injection), which knows of no cure for all programs.
A byte order mark tells that the file is UTF-8. Three overviews have names in place of ids: of
events, of what was said, and of claims with their verdicts.
"""

from __future__ import annotations

import codecs
import re
from typing import Any

from sijill.citation import Citation
from sijill.exports.csv_tables import cell, csv_bytes
from sijill.exports.material import Files, Material
from sijill.exports.rows import tables_of
from sijill.record.items import ClaimItem, EventItem, StatementItem
from sijill.record.statements import is_denied

# Where a cell begins or may be taken to begin, and what it must not begin with. A program set to
# another separator takes quotation marks inside a cell for its own.
_FORMULA = re.compile(
    r"(^\"*(?=[\t\r\n]| +[=+\-@＝＋－＠])|(?:^|[,;|\t\r\n])\"*(?=[=+\-@\t\r＝＋－＠]))"
)
_EVENTS = (
    "date",
    "event",
    "status",
    "place",
    "participants",
    "words",
    "told by",
    "voices",
    "disputed",
    "id",
)
_SAID = ("date", "speaker", "post", "words", "kind", "language", "occasion", "told by", "id")
_CLAIMED = ("claim", "kind", "verdict", "why", "counter-examples", "claimed by", "told by", "id")


def sheet_files(material: Material) -> Files:
    """Give the tables of the record, guarded, and three overviews in names instead of ids."""
    record = material.record
    files = {
        "overview.csv": _guarded(_EVENTS, [_event(material, e) for e in record.events]),
        "overview_said.csv": _guarded(_SAID, [_said(material, s) for s in record.statements]),
        "overview_claims.csv": _guarded(_CLAIMED, [_claimed(material, c) for c in record.claims]),
    }
    for table in tables_of(record):
        files[f"{table.name}.csv"] = _guarded([c.name for c in table.columns], table.rows)
    return files


def guard(value: Any) -> str:
    """Give the text of a cell so that no program takes it for a formula; numbers stay numbers."""
    text = cell(value)
    if isinstance(value, int | float) or value is None:
        return text
    return _FORMULA.sub(r"\1'", text)


def _guarded(header: Any, rows: Any) -> bytes:
    return codecs.BOM_UTF8 + csv_bytes(header, rows, guard)


def _tellers(material: Material, citations: tuple[Citation, ...]) -> str:
    """Name the outlets of citations, each once, with their day."""
    ids = dict.fromkeys(c.source_id for c in citations)
    notes = [material.note_by_id[s] for s in ids if s in material.note_by_id]
    return " · ".join(f"{n.outlet or n.name} {n.published or ''}".strip() for n in notes)


def _title(material: Material, event_id: str | None) -> str:
    """Name an event: what it is, and when."""
    event = material.event_by_id.get(event_id or "")
    if event is None:
        return event_id or ""
    label = material.label("event_types", event.type, material.language)
    return f"{label} {event.date or ''}".strip()


def _event(material: Material, event: EventItem) -> list[Any]:
    language = material.language
    return [
        event.date or "",
        material.label("event_types", event.type, language),
        event.status.value,
        material.name(event.place, language) if event.place else "",
        " · ".join(material.name(entity, language) for entity in event.participants),
        " · ".join(dict.fromkeys(c.exact for c in event.citations)),
        _tellers(material, event.citations),
        event.voices,
        " ".join(event.disputed),
        event.id,
    ]


def _said(material: Material, said: StatementItem) -> list[Any]:
    language = material.language
    return [
        said.date or "",
        material.name(said.speaker, language) if said.speaker else said.speaker_text or "",
        material.label("roles", said.post, language) if said.post else "",
        said.text,
        f"denied, {said.kind.value}" if is_denied(said) else said.kind.value,
        said.language,
        _title(material, said.event),
        _tellers(material, said.citations),
        said.id,
    ]


def _claimed(material: Material, claim: ClaimItem) -> list[Any]:
    language = material.language
    verdict = claim.verdict
    why = (verdict.why.get(language) or verdict.why.get("en", "")) if verdict else ""
    return [
        claim.text,
        claim.kind.value,
        verdict.verdict if verdict else "",
        why,
        " · ".join(_title(material, event) for event in verdict.counter) if verdict else "",
        material.name(claim.asserted_by, language) if claim.asserted_by else claim.outlet or "",
        _tellers(material, claim.citations),
        claim.id,
    ]
