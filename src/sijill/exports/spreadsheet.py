"""A record goes in; CSV files come out that are safe and readable in a spreadsheet program.

A text that begins like a formula (=, +, -, @, tab, line end, and their full-width forms) gets an
apostrophe before it, also where it follows a sign at which a program set to another separator would
begin a new cell. The rule is OWASP's on CSV injection
(https://owasp.org/www-community/attacks/CSV_Injection), which knows of no cure for all programs.
A byte order mark tells that the file is UTF-8. `overview.csv` has the events with names for ids.
"""

from __future__ import annotations

import codecs
import re
from typing import Any

from sijill.exports.csv_tables import cell, csv_bytes
from sijill.exports.material import Files, Material
from sijill.exports.rows import tables_of
from sijill.record.items import EventItem

# Where a cell begins or may be taken to begin, and what it must not begin with. A program set to
# another separator takes quotation marks inside a cell for its own.
_FORMULA = re.compile(
    r"(^\"*(?=[\t\r\n]| +[=+\-@＝＋－＠])|(?:^|[,;|\t\r\n])\"*(?=[=+\-@\t\r＝＋－＠]))"
)
_OVERVIEW = (
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


def sheet_files(material: Material) -> Files:
    """Give the tables of the record, guarded, and an overview in names instead of ids."""
    rows = [_overview(material, event) for event in material.record.events]
    files = {"overview.csv": _guarded(_OVERVIEW, rows)}
    for table in tables_of(material.record):
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


def _overview(material: Material, event: EventItem) -> list[Any]:
    language = material.language
    tellers = dict.fromkeys(c.source_id for c in event.citations)
    notes = [material.note_by_id[s] for s in tellers if s in material.note_by_id]
    return [
        event.date or "",
        material.label("event_types", event.type, language),
        event.status.value,
        material.name(event.place, language) if event.place else "",
        " · ".join(material.name(entity, language) for entity in event.participants),
        " · ".join(dict.fromkeys(c.exact for c in event.citations)),
        " · ".join(f"{n.outlet or n.name} {n.published or ''}".strip() for n in notes),
        event.voices,
        " ".join(event.disputed),
        event.id,
    ]
