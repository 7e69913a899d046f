"""A decision to add an item goes in; the item comes out, with the words that it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sijill.citation import Citation
from sijill.documents.document import Reading, Status
from sijill.edtf import read_date
from sijill.record.correctable import checked_quotation_kind
from sijill.record.decisions import Decision
from sijill.record.items import StatementItem
from sijill.record.statements import statement_id
from sijill.tellings.told import Told


def words_of(decision: Decision) -> Citation:
    """Give the words on which an added item stands."""
    return decision.anchors[decision.item].citations[0]


def made_statement(decision: Decision, languages: Mapping[str, str]) -> StatementItem:
    """Make an added statement without its fields; `languages` are those of the sources, by id."""
    words = words_of(decision)
    return StatementItem(
        id=statement_id(words.source_id, words.start, words.exact),
        kind=checked_quotation_kind(decision.values.get("quotation")),
        language=languages.get(words.source_id, ""),
        text=words.exact,
        citations=(words,),
    )


def made_telling(decision: Decision, fields: Mapping[str, Any], reading: Reading | None) -> Told:
    """Make the telling of an added event, as its source tells it.

    `fields` are its checked values; `reading` is that of its source, for language and day of
    publication.
    """
    words = words_of(decision)
    own = {"type", "status", "date", "place", "participants", "part_of", "signals"}
    return Told(
        source_id=words.source_id,
        local_id=f"line-{decision.number}",
        language=reading.language if reading else "",
        type=fields["type"],
        status=Status(fields.get("status") or "held"),
        trigger=words,
        evidence=words,
        date=read_date(fields.get("date")),
        place=fields.get("place"),
        participants=tuple(fields.get("participants") or ()),
        details={k: v for k, v in sorted(fields.items()) if k not in own and v is not None},
        published=read_date(reading.published) if reading else None,
        signals=tuple((signal, words) for signal in fields.get("signals") or ()),
    )
