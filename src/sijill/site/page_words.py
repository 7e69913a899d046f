"""A record and what was gathered for its page go in; the words for its ids and dates come out.

`data` is what `page_data` has gathered so far: events, statements, claims, entities, occasions and
decisions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sijill.record.items import Record
from sijill.site.labels import (
    country_labels,
    date_labels,
    language_labels,
    protocol_labels,
    status_labels,
)

#: The lists whose items carry decisions.
_DECIDED = ("events", "statements", "claims", "entities")


def page_labels(record: Record, data: Mapping[str, Any]) -> dict[str, Any]:
    """Give the labels of everything a page names by an id: by kind, id and language."""
    countries = {e.country for e in record.entities if e.country} | set(record.between)
    bodies = {p.body for e in record.entities for p in e.posts if p.body}
    countries |= {code for f in record.figures for code in f.countries}
    links = [link for thread in record.threads for link in thread.links]
    bodies |= {link.body for link in links if link.body}
    # The United Nations are two letters too: a code of a state is in capitals.
    countries |= {body for body in bodies if len(body) == 2 and body.isupper()}
    countries |= {code for row in record.peers for code in (row.host, row.country)}
    countries |= {side for event in record.events for side in event.sides}
    countries |= {side for statement in record.statements for side in statement.sides}
    countries |= {side for voice in record.voices for side in voice.sides}
    languages = {s.language for s in record.sources} | set(record.languages)
    languages |= {s.language for s in record.statements} | {c.language for c in record.claims}
    for entity in record.entities:
        languages |= set(entity.names) | {a.language for a in entity.aliases}
    return {
        "type": _used(
            protocol_labels("event_types"),
            # An event that was rejected is known by its id alone, which begins with its type.
            {e.type for e in record.events} | {d["item"].split("-")[0] for d in data["decisions"]},
        ),
        "post": _used(
            protocol_labels("roles"),
            {p.post for e in record.entities for p in e.posts}
            | {s.post for s in record.statements if s.post}
            | {link.post for link in links if link.post},
        ),
        "signal": _used(
            protocol_labels("signals"),
            {signal for e in record.events for signal in e.signals}
            | {note.signal for note in record.signals},
        ),
        "visit_format": protocol_labels("visit_formats"),
        "status": status_labels(
            {e.type for e in record.events} | set(protocol_labels("visit_formats")),
            {e.status.value for e in record.events},
        ),
        "measure": _used(protocol_labels("measures"), {f.measure for f in record.figures}),
        "feature": _used(
            protocol_labels("peer_features", "feature"),
            {value.feature for row in record.peers for value in row.values},
        ),
        "rarity": _used(
            protocol_labels("rarity_features", "feature"), {r.feature for r in record.rarities}
        ),
        "region": _used(protocol_labels("regions"), {r.scope for r in record.rarities}),
        "dimension": protocol_labels("index_dimensions") if record.index else {},
        "country": {code: country_labels(code) for code in sorted(countries)},
        "language": {code: language_labels(code) for code in sorted(languages)},
    }


def _used(labels: Mapping[str, Any], ids: set[str]) -> dict[str, Any]:
    return {i: labels[i] for i in sorted(ids) if i in labels}


def page_dates(record: Record, data: Mapping[str, Any]) -> dict[str, Any]:
    """Give every EDTF date that a page shows, with its words by language and its `years`."""
    dates = {e.date for e in record.events}
    dates |= {t.value for e in record.events for t in e.tellings if t.field == "date"}
    dates |= {s.date for s in record.statements}
    dates |= {s.published for s in record.sources}
    dates |= {p.time for e in record.entities for p in e.posts}
    dates |= {link.date for thread in record.threads for link in thread.links}
    dates |= {f.period for f in record.figures} | {o["week"] for o in data["occasions"]}
    dates |= {v.value for row in record.peers for v in row.values if _is_day(v.value)}
    items = [item for kind in _DECIDED for item in data[kind]]
    noted = [note for item in items for note in item["decisions"]]
    dates |= {decision["day"] for decision in (*data["decisions"], *noted)}
    dates |= {v for d in data["decisions"] for f, v in d["values"] if f in ("date", "published")}
    return {edtf: date_labels(edtf) for edtf in sorted(d for d in dates if d)}


def _is_day(value: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", value))
