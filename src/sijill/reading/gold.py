"""A reading goes in and a gold document (`sijill.gold/1`) comes out, and the other way round.

A gold document is plain JSON: mentions, entities, quotations, events, claims and signals of one
text, with half-open spans in code points. What a reading knows beyond it (rules, confidence,
evidence) is left out on the way there, and takes its default on the way back.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sijill.citation import Span
from sijill.documents.document import (
    DATE,
    Claim,
    ClaimKind,
    Entity,
    Event,
    HeldPost,
    Mention,
    MentionKind,
    Quotation,
    QuotationKind,
    Reading,
    Signal,
    Status,
)
from sijill.errors import FormatFault

GOLD_FORMAT = "sijill.gold/1"

#: The lists of a gold document; one that is missing counts as empty.
LISTS = ("mentions", "entities", "quotations", "events", "claims", "signals")

Plain = dict[str, Any]

# Details of events that the gold format knows; ours hold more.
_GOLD_DETAILS = ("visit_format", "documents")


def load_gold(path: Path) -> Plain:
    """Read one gold file; every list is there afterwards, empty when the file has none.

    Raises FormatFault when the file is not JSON or states another format.
    """
    try:
        plain = json.loads(path.read_text("utf-8"))
    except OSError as fault:
        raise FormatFault(f"cannot be read: {fault.strerror}", where=str(path)) from fault
    except ValueError as fault:
        raise FormatFault(f"is not JSON: {fault}", where=str(path)) from fault
    found = plain.get("format") if isinstance(plain, dict) else None
    if found != GOLD_FORMAT:
        raise FormatFault(
            f"states the format “{found}”, expected “{GOLD_FORMAT}”",
            where=str(path),
            remedy="A gold file is a pair ID.LANG.txt and ID.LANG.json; see docs for its marks.",
        )
    return {**plain, **{key: plain.get(key) or [] for key in LISTS}}


def _span(start: int, end: int, text: str) -> Plain:
    return {"start": start, "end": end, "text": text[start:end]}


def _event_details(event: Event) -> Plain:
    details: Plain = {k: event.details[k] for k in _GOLD_DETAILS if k in event.details}
    if event.type == "visit":
        details.setdefault("visit_format", None)
    return details


def reading_to_gold(reading: Reading, text: str) -> Plain:
    """Give a reading as a gold document; `text` is the stored text that its spans point into."""
    return {
        "format": GOLD_FORMAT,
        "id": reading.source_id,
        "language": reading.language,
        "published": reading.published,
        "outlet": reading.outlet,
        "mentions": [
            {
                "id": m.id,
                "kind": m.kind.value,
                **_span(m.start, m.end, text),
                "entity": None if m.kind is DATE else m.entity,
            }
            for m in reading.mentions
        ],
        "entities": [
            {
                "id": e.id,
                "kind": e.kind.value,
                "name_en": e.name_en or e.name,
                "country": e.country,
                "posts": [
                    {"post": p.post, "body": p.body, "status": p.status, "time": p.time}
                    for p in e.posts
                ],
            }
            for e in reading.entities
        ],
        "quotations": [
            {
                "id": q.id,
                "kind": q.kind.value,
                **_span(q.start, q.end, text),
                "speaker": q.speaker,
                "speaker_text": q.speaker_text,
                "cue": _span(q.cue.start, q.cue.end, text) if q.cue else None,
            }
            for q in reading.quotations
        ],
        "events": [
            {
                "id": v.id,
                "type": v.type,
                "status": v.status.value,
                "date": v.date,
                "place": v.place,
                "participants": list(v.participants),
                "trigger": _span(v.trigger.start, v.trigger.end, text),
                "details": _event_details(v),
            }
            for v in reading.events
        ],
        "claims": [
            {"id": c.id, "kind": c.kind.value, **_span(c.start, c.end, text), "scope": c.scope}
            for c in reading.claims
        ],
        "signals": [{"id": s.signal, **_span(s.start, s.end, text)} for s in reading.signals],
    }


def gold_to_reading(gold: Plain) -> Reading:
    """Make a reading of a gold document.

    Raises FormatFault for a kind, status or claim that is not in the closed lists, or a field
    that is missing.
    """
    try:
        return _reading(gold)
    except (KeyError, ValueError, TypeError) as fault:
        raise FormatFault(f"is no gold document: {fault}", where=str(gold.get("id"))) from fault


def _reading(gold: Plain) -> Reading:
    return Reading(
        source_id=str(gold.get("id") or ""),
        language=gold["language"],
        published=gold.get("published"),
        outlet=gold.get("outlet"),
        mentions=tuple(
            Mention(
                m["id"], MentionKind(m["kind"]), m["start"], m["end"], m["text"], m.get("entity")
            )
            for m in gold.get("mentions") or ()
        ),
        entities=tuple(_entity(e) for e in gold.get("entities") or ()),
        quotations=tuple(_quotation(q) for q in gold.get("quotations") or ()),
        events=tuple(_event(v) for v in gold.get("events") or ()),
        claims=tuple(
            Claim(c["id"], ClaimKind(c["kind"]), c["start"], c["end"], c["text"], c.get("scope"))
            for c in gold.get("claims") or ()
        ),
        signals=tuple(
            Signal(f"s{n}", s["id"], s["start"], s["end"], s["text"])
            for n, s in enumerate(gold.get("signals") or (), 1)
        ),
    )


def _entity(plain: Plain) -> Entity:
    return Entity(
        plain["id"],
        MentionKind(plain["kind"]),
        plain.get("name_en") or "",
        plain.get("name_en"),
        plain.get("country"),
        posts=tuple(
            HeldPost(p["post"], p.get("body"), p.get("status") or "current", p.get("time"))
            for p in plain.get("posts") or ()
        ),
    )


def _quotation(plain: Plain) -> Quotation:
    cue = plain.get("cue")
    return Quotation(
        plain["id"],
        QuotationKind(plain["kind"]),
        plain["start"],
        plain["end"],
        plain["text"],
        plain.get("speaker"),
        plain.get("speaker_text"),
        Span(cue["start"], cue["end"]) if cue else None,
    )


def _event(plain: Plain) -> Event:
    # An event without a trigger has an empty span at the head of the text.
    trigger = plain.get("trigger") or {"start": 0, "end": 0}
    span = Span(trigger["start"], trigger["end"])
    return Event(
        plain["id"],
        plain["type"],
        Status(plain["status"]),
        span,
        span,
        plain.get("date"),
        plain.get("place"),
        tuple(plain.get("participants") or ()),
        {k: v for k, v in (plain.get("details") or {}).items() if v is not None},
    )
