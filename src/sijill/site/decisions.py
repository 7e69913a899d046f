"""What people decided goes in, from the ledger and from items of the record; plain values for the
page come out: who, when, what about what, why, what became of it, and on which words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sijill.citation import Citation
from sijill.record.items import (
    DecisionNote,
    Item,
    Record,
    RecordEntity,
)
from sijill.serial import from_plain
from sijill.site.passages import PassageTable
from sijill.site.reasons import reason_in_languages

Plain = dict[str, Any]

# Values that say of whom or of which words an action is, and none of what was settled.
_NO_VALUES = ("with", "fields", "values", "citations", "source", "words", "kind")


def note_data(note: DecisionNote) -> Plain:
    """Give a decision as it stands on its item."""
    return {
        "line": note.line,
        "action": note.action,
        "who": note.who,
        "day": note.at[:10],
        "why": note.why,
        "fields": list(note.fields),
        "contested": list(note.contested),
    }


def ledger_data(
    lines: Iterable[Mapping[str, Any]], record: Record, passages: PassageTable
) -> list[Plain]:
    """Give the decisions of a ledger, the newest first.

    `lines` have the shape that `sijill decisions --json` prints.
    """
    contested = {
        note.line: list(note.contested)
        for item in _decided(record)
        for note in item.decisions
        if note.contested
    }
    retold = {one.line for one in record.retold}
    return [
        _line(line, contested, retold, passages)
        for line in sorted(lines, key=lambda line: -int(line["line"]))
    ]


def _decided(record: Record) -> Iterable[Item | RecordEntity]:
    yield from record.events
    yield from record.statements
    yield from record.claims
    yield from record.entities


def _line(
    line: Mapping[str, Any],
    contested: Mapping[int, list[str]],
    retold: Collection[int],
    passages: PassageTable,
) -> Plain:
    values = line.get("values") or {}
    others = values.get("with") or ()
    others = others if isinstance(others, list | tuple) else (others,)
    cited: tuple[Citation, ...] = from_plain(tuple[Citation, ...], line.get("citations") or [])
    return {
        "line": line["line"],
        "day": str(line["at"])[:10],
        "who": line["who"],
        "why": line["why"],
        "action": line["action"],
        "item": line["item"],
        "others": [str(other) for other in others],
        "values": _settled(line["action"], values),
        "withdrawn_by": line.get("withdrawn_by"),
        "reason": reason_in_languages(str(line.get("reason") or "")),
        "retold": line["line"] in retold,
        "contested": contested.get(line["line"], []),
        "passages": passages.numbers(cited),
    }


def _settled(action: str, values: Mapping[str, Any]) -> list[list[str]]:
    """Give what was settled as pairs of a field and its value, an empty one where it was taken."""
    named = values.get("fields")
    if action == "add" and isinstance(named, Mapping):
        settled: Mapping[str, Any] = named
    elif action == "confirm" and isinstance(named, list):
        seen = values.get("values")
        known = seen if isinstance(seen, Mapping) else {}
        settled = {str(field): known.get(str(field)) for field in named}
    else:
        settled = {key: value for key, value in values.items() if key not in _NO_VALUES}
    return [[field, text] for key, value in settled.items() for field, text in _flat(key, value)]


def _flat(key: str, value: Any) -> Iterable[tuple[str, str]]:
    if isinstance(value, Mapping):
        for part, inner in value.items():
            yield from _flat(f"{key}.{part}", inner)
    elif isinstance(value, list | tuple):
        yield key, ", ".join(map(str, value))
    elif isinstance(value, bool):
        yield key, "yes" if value else "no"
    else:
        yield key, "" if value is None else str(value)
