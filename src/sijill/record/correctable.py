"""A field of an item and a value that a person gives it go in; the value as the record keeps it
comes out, or what is wrong with it.

The same check is made when a person decides and when the decision is replayed: what an entity, an
event or a table's row was named by may be gone by then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from sijill.dates import parse_edtf
from sijill.documents.document import QuotationKind, Status
from sijill.errors import FormatFault, UsageError
from sijill.languages import LANGUAGES
from sijill.record.decisions import CLAIM, EVENT, STATEMENT, a_kind
from sijill.record.items import RecordEntity
from sijill.tables import open_table
from sijill.text import fold

#: What a verdict on a claim can be.
VERDICTS = ("supported", "contradicted", "depends", "not_enough", "opinion")
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True)
class Known:
    """What a value may name: the entities of the record, by id, and the ids of its events."""

    entities: Mapping[str, RecordEntity]
    events: Collection[str]

    @property
    def names(self) -> Mapping[str, set[str]]:
        """Map folded names, in every script, to the ids of those who bear them."""
        found: dict[str, set[str]] = {}
        for entity in self.entities.values():
            for name in (*entity.names.values(), *(a.text for a in entity.aliases)):
                found.setdefault(fold(name), set()).add(entity.id)
        return found


def checked(kind: str, field: str, value: Any, known: Known) -> Any:
    """Give a value as it is kept: a date in EDTF, an entity by its id, a number as a number.

    An entity may be given by a name in any script that only one bears; None or "" takes a value
    away. Raises UsageError for a field that items of this kind do not have or nobody may change,
    and for a value it cannot have, with those it can.
    """
    fields = _FIELDS[kind]
    if field not in fields:
        near = get_close_matches(field, fields, 1)
        translates = kind == STATEMENT and field in LANGUAGES
        raise UsageError(
            f"“{field}” can't be set on {a_kind(kind)}",
            remedy=(f"Perhaps {near[0]}? " if near else "")
            + f"What can be set: {', '.join(fields)}."
            " The words of a source are nobody's to change."
            + (f" A translation is given by:  translate {field}=…" if translates else ""),
        )
    if not _has_shape(field, value):
        raise UsageError(f"“{value}” is no value for {field}", remedy=f"Give {field} as a text.")
    if value in (None, ""):
        if field in _NEEDED:
            raise UsageError(f"{field} can't be taken away", remedy=f"Give another {field}.")
        return () if field in _LISTS else None
    return fields[field](field, value, known)


def _has_shape(field: str, value: Any) -> bool:
    if field in _LISTS and isinstance(value, list | tuple):
        return all(isinstance(one, str) for one in value)
    return value is None or (isinstance(value, str | int) and not isinstance(value, bool))


def fields_of_kind(kind: str) -> tuple[str, ...]:
    """Give the names of the fields that a person may set."""
    return tuple(_FIELDS[kind])


def one_of(field: str, value: Any, options: Collection[str]) -> str:
    """Give a word of a closed set. Raises UsageError for any other, with the nearest or all."""
    if value in options:
        return str(value)
    near = get_close_matches(str(value), options, 3)
    shown = near or sorted(options)[:40]
    raise UsageError(
        f"“{value}” is no {field.replace('_', ' ')}",
        remedy=("Perhaps: " if near else "There are: ") + ", ".join(shown),
    )


@cache
def _ids(table: str, column: str = "id") -> frozenset[str]:
    return frozenset(row[column] for row in open_table(f"protocol/{table}.tsv", (column,)))


def _row(table: str, column: str = "id") -> Callable[[str, Any, Known], str]:
    return lambda field, value, known: one_of(field, value, _ids(table, column))


def role_of(value: Any) -> str:
    """Give a role id. Raises UsageError for any other word."""
    return one_of("post", value, _ids("roles"))


def edtf_of(value: Any) -> str:
    """Give a date as EDTF. Raises UsageError for what is none."""
    try:
        return parse_edtf(str(value)).edtf
    except FormatFault as fault:
        raise UsageError(fault.what, remedy=fault.remedy) from fault


def _date(field: str, value: Any, known: Known) -> str:
    return edtf_of(value)


def entity_id(value: Any, known: Known, kinds: Collection[str] = ()) -> str:
    """Give the id of an entity that is given by its id, or by a name that no other bears.

    Raises UsageError when the record holds none, or several.
    """
    if value in known.entities:
        return str(value)
    names = known.names
    found = {
        i
        for i in names.get(fold(str(value)), set())
        if not kinds or known.entities[i].kind in kinds
    }
    if len(found) == 1:
        return found.pop()
    if found:
        raise UsageError(
            f"“{value}” names several", remedy=f"Use the id: {', '.join(sorted(found))}"
        )
    near = get_close_matches(str(value), known.entities, 2)
    near += [
        f"{name} ({', '.join(sorted(names[name]))})"
        for name in get_close_matches(fold(str(value)), names, 2)
    ]
    raise UsageError(
        f"the record knows nobody and nothing called “{value}”",
        remedy=f"Perhaps: {', '.join(dict.fromkeys(near))}"
        if near
        else "All are in: sijill people",
    )


def _entity(field: str, value: Any, known: Known) -> str:
    return entity_id(value, known)


def _place(field: str, value: Any, known: Known) -> str:
    return entity_id(value, known, ("place", "organisation"))


def _participants(field: str, value: Any, known: Known) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entity_id(one, known) for one in _list(value)))


def _signals(field: str, value: Any, known: Known) -> tuple[str, ...]:
    signals = _ids("signals")
    return tuple(sorted({one_of("signal", one, signals) for one in _list(value)}))


def _list(value: Any) -> list[str]:
    if isinstance(value, list | tuple):
        return [str(part) for part in value]
    return [part.strip() for part in re.split(r"[;؛,،、]", str(value)) if part.strip()]


def _event(field: str, value: Any, known: Known) -> str:
    if value in known.events:
        return str(value)
    raise UsageError(f"no event “{value}” is in the record", remedy="Look for it:  sijill find")


def _hour(field: str, value: Any, known: Known) -> str:
    if _HOUR.fullmatch(str(value)):
        return str(value)
    raise UsageError(f"“{value}” is no hour", remedy="Write it as HH:MM, such as 09:30.")


def _count(field: str, value: Any, known: Known) -> int:
    try:
        number = int(str(value))
    except ValueError:
        number = 0
    if number <= 0:
        raise UsageError(f"“{value}” is no number of {field}", remedy="Give a whole number from 1.")
    return number


def _text(field: str, value: Any, known: Known) -> str:
    return str(value)


_STATUS = tuple(status.value for status in Status)
_QUOTATION = tuple(kind.value for kind in QuotationKind)

_Check = Callable[[str, Any, Known], Any]
_FIELDS: dict[str, dict[str, _Check]] = {
    EVENT: {
        "type": _row("event_types"),
        "status": lambda field, value, known: one_of(field, value, _STATUS),
        "date": _date,
        "place": _place,
        "participants": _participants,
        "part_of": _event,
        "signals": _signals,
        "visit_format": _row("visit_formats"),
        "documents": _count,
        "minutes": _count,
        "begins": _hour,
        "part_of_day": _row("day_parts", "word"),
        "meal": _row("day_parts", "word"),
        "amount": _text,
        "what": _text,
    },
    STATEMENT: {
        "speaker": _entity,
        "post": _row("roles"),
        "date": _date,
        "event": _event,
        "topic": _text,
    },
    CLAIM: {"scope": _text, "asserted_by": _entity, "about": _event},
}
#: Fields of an event that are its own; every other one is a detail.
OWN_FIELDS = ("type", "status", "date", "place", "participants", "part_of", "signals")
_LISTS = ("participants", "signals")
_NEEDED = ("type", "status")


def checked_verdict(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give a judgement of a claim as it is kept. Raises UsageError."""
    verdict = one_of("verdict", values.get("verdict"), VERDICTS)
    why = values.get("why") or {}
    if not isinstance(why, Mapping):
        raise UsageError("the reason must name its language", remedy="For example: why.en=…")
    return {"verdict": verdict, "why": checked_texts(why)}


def checked_texts(values: Mapping[str, Any]) -> dict[str, str]:
    """Give texts by language as they are kept. Raises UsageError for an unknown language."""
    if not all(isinstance(text, str) for text in values.values()):
        raise UsageError("a translation or reason is a text", remedy="Give the words.")
    texts = {one_of("language", key, LANGUAGES): text.strip() for key, text in values.items()}
    empty = [language for language, text in texts.items() if not text]
    if empty:
        raise UsageError(f"the text in “{empty[0]}” is empty", remedy="Give the words.")
    return texts


def checked_quotation_kind(value: Any) -> QuotationKind:
    """Give the kind of a quotation, `direct` when none is told. Raises UsageError."""
    return QuotationKind(one_of("kind of quotation", value or "direct", _QUOTATION))
