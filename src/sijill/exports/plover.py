"""A record goes in; PLOVER event rows come out, and beside them what PLOVER cannot say, and why.

Follows the manual at openeventdata/PLOVER@5e0c24f (draft 0.8, CC BY-SA 4.0): JSON lines with its
field names. PLOVER knows no statements, lectures or ceremonies, takes only whole days, and codes
what is foretold as AGREE; half of a record lies outside of it. It is a code for interchange.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from babel.core import get_global

from sijill.documents.document import Status
from sijill.exports.agenda import days_of
from sijill.exports.csv_tables import csv_bytes
from sijill.exports.material import Files, Material
from sijill.record.items import EventItem
from sijill.serial import dumps
from sijill.tables import Row, open_table

VERSION = "openeventdata/PLOVER@5e0c24f"
_LEFT_OUT = ("item", "kind", "type", "status", "date", "class", "why")
_COLUMNS = ("id", "plover_event", "plover_mode", "plover_context", "why")
_NO_STATEMENTS = "it dropped CAMEO 01, statements and speeches"
_NO_CLAIMS = "it codes what happened, not what is claimed"
#: Categories that need a recipient (manual, "Requires recipient: Yes").
_TWO_SIDED = ("COOPERATE", "AID")

Entity = dict[str, str]


def plover_files(material: Material) -> Files:
    """Give `events.jsonl`, `left_out.csv` and `about.json`, which names version and licence."""
    rows: list[dict[str, Any]] = []
    left_out: list[tuple[str | None, ...]] = []
    for event in material.record.events:
        row, category, why = _code(material, event)
        if row is not None:
            rows.append(row)
            continue
        how = event.status.value
        left_out.append((event.id, "event", event.type, how, event.date, category, why))
    for said in material.record.statements:
        kind = said.kind.value
        left_out.append((said.id, "statement", kind, None, said.date, None, _NO_STATEMENTS))
    for claim in material.record.claims:
        left_out.append((claim.id, "claim", claim.kind.value, None, None, None, _NO_CLAIMS))
    about = {
        "codebook": VERSION,
        "licence": "The categories and scores are those of PLOVER, CC BY-SA 4.0",
        "events": len(rows),
        "left_out": len(left_out),
    }
    lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    return {
        "events.jsonl": lines.encode("utf-8"),
        "left_out.csv": csv_bytes(_LEFT_OUT, left_out),
        "about.json": dumps(about).encode("utf-8"),
    }


@cache
def _scores() -> dict[tuple[str, str], tuple[float, int]]:
    rows = open_table("protocol/plover_scores.tsv", ("category", "mode", "score", "quad"))
    return {(r["category"], r["mode"]): (float(r["score"]), int(r["quad"])) for r in rows}


@cache
def _classes() -> dict[str, Row]:
    return {row["id"]: row for row in open_table("protocol/event_exports.tsv", _COLUMNS)}


@cache
def _alpha3() -> dict[str, str]:
    """Give the three-letter code of ISO 3166-1 by the two-letter one, from CLDR."""
    aliases = get_global("territory_aliases")
    pairs = [(two[0], three) for three, two in aliases.items() if len(two) == 1]
    return {two: three for two, three in pairs if len(three) == 3 and three.isalpha()}


def _code(
    material: Material, event: EventItem
) -> tuple[dict[str, Any] | None, str | None, str | None]:
    """Give an event's row; or None, the category it would have, and why there is no row."""
    row = _classes().get(event.type)
    if row is None:
        return None, None, "this type has no class in our table"
    category, mode = _foretold(row, event.status)
    if row["why"] or category is None:
        return None, row["plover_event"] or None, row["why"] or _not_held(event.status)
    days = days_of(event.date)
    if days is None:
        return None, category, "it takes whole days (YYYY-MM-DD), and none is told"
    actors, recipients, mode = _sides(material, event, category, mode)
    if not actors:
        return None, category, "it needs an actor, and none with a state is told"
    if category in _TWO_SIDED and not recipients:
        return None, category, "it needs a recipient, and the record does not say which"
    score, quad = _scores()[category, mode]
    first, last = days
    clock = event.details.get("begins")
    coded: dict[str, Any] = {
        "id": event.id,
        "date": first.isoformat(),
        "time": clock if first == last else None,
        "enddate": last.isoformat() if last != first else None,
        "actor": actors,
        "recipient": recipients,
        "event": [category],
        "event_loc": _place(material, event),
        "event_text": [c.exact for c in event.citations],
        "quad_code": quad,
        "event_scale": score,
        "mode": [mode] if mode else [],
        "context": [row["plover_context"]] if row["plover_context"] else [],
        "link": event.part_of,
        "text_info": [{"start": c.start, "end": c.end} for c in event.citations],
        "cite_info": [_cite(material, c.source_id) for c in event.citations],
        "comment": _comment(event, row),
    }
    return {key: value for key, value in coded.items() if value not in (None, [], {})}, None, None


def _foretold(row: Row, status: Status) -> tuple[str | None, str]:
    """Give category and mode of an event by how far it has got; None where it has none."""
    category = row["plover_event"]
    if not category:
        return None, ""
    if status is Status.HELD:
        return category, row["plover_mode"]
    if status in (Status.POSTPONED, Status.CANCELLED):
        return None, ""
    # Manual, sections AGREE and RETREAT: future cooperation is AGREE, an announced retreat CONCEDE.
    return ("CONCEDE" if category == "RETREAT" else "AGREE"), ""


def _not_held(status: Status) -> str:
    return f"it was {status.value}, without fault told, and it has no class for that"


def _sides(
    material: Material, event: EventItem, category: str, mode: str
) -> tuple[list[Entity], list[Entity], str]:
    """Give actors, recipients and mode: who visits and who hosts, where the place tells it."""
    country_by_id = {
        p: country for p in event.participants if (country := material.country_of(p)) is not None
    }
    people = list(country_by_id)
    states = list(dict.fromkeys(country_by_id.values()))
    host = _host(material, event)
    at_home = [p for p in people if country_by_id[p] == host]
    abroad = [p for p in people if country_by_id[p] != host]
    if category in _TWO_SIDED:
        if len(states) > 1 and category != "AID":
            one = [p for p in people if country_by_id[p] == states[0]]
            other = [p for p in people if country_by_id[p] != states[0]]
            return _entities(material, one), _entities(material, other), mode
        # Who gave to whom is plain where the givers alone are named and the place is elsewhere.
        # Of cooperation it is not: a president may meet his own people abroad.
        plain = category == "AID" and len(states) == 1 and not at_home
        there = _state(host) if plain and host else []
        return _entities(material, people), there, mode
    if mode != "visit":
        return _entities(material, people), [], mode
    if host is None or not abroad:
        return _entities(material, people), [], ""
    if not at_home and len(states) > 1:
        return _entities(material, people), [], "third-party"
    if at_home or event.type == "visit":
        hosts = _entities(material, at_home) or _state(host)
        return _entities(material, abroad), hosts, mode
    return _entities(material, abroad), [], ""


def _host(material: Material, event: EventItem) -> str | None:
    """Give the state in which an event is: that of its place, else of what it is part of."""
    seen: set[str] = set()
    now: EventItem | None = event
    while now is not None and now.id not in seen:
        if now.place and (country := material.country_of(now.place)):
            return country
        seen.add(now.id)
        now = material.event_by_id.get(now.part_of or "")
    return None


def _entities(material: Material, ids: Sequence[str]) -> list[Entity]:
    found = []
    for entity in ids:
        country = material.country_of(entity)
        code = _alpha3().get(country or "")
        if code:
            name = material.name(entity, "en")
            found.append({"code": code, "identifier_id": entity, "identifier_text": name})
    return found


def _state(country: str) -> list[Entity]:
    code = _alpha3().get(country)
    return [{"code": code}] if code else []


def _place(material: Material, event: EventItem) -> dict[str, Any]:
    place = material.entity_by_id.get(event.place or "")
    if place is None:
        return {}
    found = {
        "resolved_place": material.name(place.id, "en"),
        "lat": place.latitude,
        "lon": place.longitude,
        "country_code": _alpha3().get(place.country or ""),
    }
    return {key: value for key, value in found.items() if value is not None}


def _cite(material: Material, source_id: str) -> dict[str, str]:
    note = material.note_by_id.get(source_id)
    found = {
        "citation": source_id,
        "url": note.url if note else None,
        "title": note.headline if note else None,
        "language": note.language if note else None,
        "publication": note.outlet if note else None,
        "license": note.rights if note else None,
        "coder": f"Sijill {material.version}".strip(),
        "codebook": VERSION,
    }
    return {key: value for key, value in found.items() if value}


def _comment(event: EventItem, row: Row) -> str | None:
    """Say what the code hides: the type, what was only foretold, and what sources differ on."""
    parts = [f"type: {event.type}"]
    if event.status is not Status.HELD:
        parts.append(f"{event.status.value}: {row['plover_event']}, not yet held")
    if event.disputed:
        parts.append(f"sources differ on: {', '.join(event.disputed)}")
    return "; ".join(parts)
