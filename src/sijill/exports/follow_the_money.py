"""A record goes in; FollowTheMoney entities come out, one JSON object per line, for investigators.

Follows the schema of followthemoney 3.8 (https://followthemoney.tech, MIT). Dates are prefixes of
ISO dates; what has no prefix is left out and stands as EDTF in the notes. The model has no status:
an event that was not held says so in its name and its keywords.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from sijill.documents.document import Status
from sijill.exports.json_ld import iso_dates
from sijill.exports.material import ALONE, Files, Material
from sijill.record.items import (
    AccountItem,
    AccountVersion,
    ClaimItem,
    EventItem,
    FigureItem,
    Occupancy,
    RecordEntity,
    SourceNote,
    StatementItem,
)
from sijill.record.statements import is_denied

Properties = dict[str, list[str]]

#: ISO 639-1 to the codes of three letters that the model takes.
_LANGUAGES = {"ar": "ara", "en": "eng", "ru": "rus", "kk": "kaz", "ja": "jpn"}
_SCHEMATA = {"person": "Person", "organisation": "Organization", "place": "Address"}


def follow_the_money_files(material: Material) -> Files:
    """Give the record as lines of entities, each once, in the order of the record."""
    lines: dict[str, str] = {}
    for entity in _entities(material):
        lines.setdefault(entity["id"], json.dumps(entity, ensure_ascii=False))
    return {ALONE: "".join(f"{line}\n" for line in lines.values()).encode("utf-8")}


def ftm_id(kind: str, key: str) -> str:
    """Give the stable id of a thing: readable, and of the signs that the model allows.

    The model takes ASCII letters, digits, dots and hyphens; the hash tells apart what looks alike.
    """
    readable = re.sub(r"[^0-9A-Za-z]+", "-", key).strip("-")[:60].strip("-")
    mark = hashlib.sha256(f"{kind}\0{key}".encode()).hexdigest()[:10]
    return "-".join(part for part in (kind, readable, mark) if part)


def _entities(material: Material) -> Iterator[dict[str, Any]]:
    record = material.record
    for note in record.sources:
        yield _source(note)
    for entity in record.entities:
        yield _entity(entity)
        if entity.kind == "person":
            for number, held in enumerate(entity.posts):
                yield _position(material, held)
                yield _occupancy(entity, number, held)
    for event in record.events:
        yield _event(material, event)
    for statement in record.statements:
        yield _statement(material, statement)
    for claim in record.claims:
        yield _claim(claim)
    for figure in record.figures:
        yield _figure(figure)
    for account in record.accounts:
        yield _accounts(account)


def _made(kind: str, key: str, schema: str, properties: dict[str, Any]) -> dict[str, Any]:
    """Put an entity together; values that are not there or are said twice are left out."""
    clean: Properties = {}
    for name, values in properties.items():
        listed = values if isinstance(values, list) else [values]
        kept = list(dict.fromkeys(str(v) for v in listed if v not in (None, "")))
        if kept:
            clean[name] = kept
    # What the model requires is never left out, even where the record has it empty.
    for name in ("name", "fileName"):
        if name in properties:
            clean.setdefault(name, [key])
    return {"id": ftm_id(kind, key), "schema": schema, "properties": clean}


def _dates(edtf: str | None) -> dict[str, Any]:
    first, last = iso_dates(edtf)
    whole = edtf is not None and "/" in edtf
    lost = edtf if edtf and (first is None or (whole and last is None)) else None
    note = f"date (EDTF): {lost}" if lost else None
    if whole:
        return {"startDate": first, "endDate": last, "_note": note}
    return {"date": first, "_note": note}


def _country(code: str | None) -> str | None:
    # The body of a post is a country's code or any other text.
    return code.lower() if code and re.fullmatch("[A-Z]{2}", code) else None


def _source(note: SourceNote) -> dict[str, Any]:
    return _made(
        "source",
        note.id,
        "Article",
        {
            "fileName": note.name,
            "title": note.headline,
            "name": note.headline or note.name,
            "publishedAt": iso_dates(note.published)[0],
            "language": _LANGUAGES.get(note.language),
            "publisher": note.outlet,
            "sourceUrl": note.url if note.url and note.url.startswith("http") else None,
            "notes": f"rights: {note.rights}" if note.rights else None,
        },
    )


def _entity(entity: RecordEntity) -> dict[str, Any]:
    names = list(entity.names.values()) or [entity.id]
    properties: dict[str, Any] = {
        "name": names,
        "alias": [a.text for a in entity.aliases if a.text not in names],
        "country": _country(entity.country),
    }
    if entity.kind == "place":
        properties |= {
            "full": names[0],
            "latitude": entity.latitude,
            "longitude": entity.longitude,
        }
    return _made("entity", entity.id, _SCHEMATA.get(entity.kind, "LegalEntity"), properties)


def _post_key(held: Occupancy) -> str:
    return f"{held.post}|{held.body or ''}"


def _position(material: Material, held: Occupancy) -> dict[str, Any]:
    body = material.entity_by_id.get(held.body or "")
    label = material.label("roles", held.post, "en")
    of = material.name(body.id, "en") if body else held.body
    return _made(
        "post",
        _post_key(held),
        "Position",
        {
            "name": f"{label}, {of}" if of else label,
            "country": _country(body.country if body else held.body),
            "organization": ftm_id("entity", body.id)
            if body and body.kind == "organisation"
            else None,
            "subnationalArea": of if body and body.kind == "place" else None,
        },
    )


def _occupancy(person: RecordEntity, number: int, held: Occupancy) -> dict[str, Any]:
    # When sources show somebody in a post is no term of office: a date, no start and no end.
    first, last = iso_dates(held.time)
    return _made(
        "occupancy",
        f"{person.id}|{_post_key(held)}|{held.status}|{held.time}|{number}",
        "Occupancy",
        {
            "holder": ftm_id("entity", person.id),
            "post": ftm_id("post", _post_key(held)),
            "date": [first, last],
            "status": held.status,
            "description": [c.exact for c in held.citations],
        },
    )


def _event(material: Material, event: EventItem) -> dict[str, Any]:
    label = material.label("event_types", event.type, "en")
    state = "" if event.status is Status.HELD else f"[{event.status.value}] "
    people = [material.name(entity, "en") for entity in event.participants]
    title = f"{state}{label}: {', '.join(people)}" if people else f"{state}{label}"
    place = material.entity_by_id.get(event.place or "")
    dates = _dates(event.date)
    lost = dates.pop("_note")
    disputed = f"disputed: {', '.join(event.disputed)}" if event.disputed else None
    return _made(
        "event",
        event.id,
        "Event",
        {
            "name": title,
            **dates,
            "recordId": event.id,
            "summary": [c.exact for c in event.citations],
            "keywords": [event.type, event.status.value],
            "involved": [
                ftm_id("entity", entity)
                for entity in event.participants
                if entity in material.entity_by_id and material.entity_by_id[entity].kind != "place"
            ],
            "location": list(place.names.values()) if place else event.place,
            "addressEntity": ftm_id("entity", place.id) if place else None,
            "country": _country(place.country if place else None),
            "proof": _proof(event.citations),
            "notes": [lost, disputed],
        },
    )


def _proof(citations: Any) -> list[str]:
    return [ftm_id("source", c.source_id) for c in citations]


def _statement(material: Material, said: StatementItem) -> dict[str, Any]:
    who = material.name(said.speaker, "en") if said.speaker else said.speaker_text or "unnamed"
    about = [ftm_id("entity", said.speaker)] if said.speaker else []
    about += [ftm_id("event", said.event)] if said.event else []
    denied = "denied, " if is_denied(said) else ""
    return _made(
        "statement",
        said.id,
        "Note",
        {
            "name": f"{who} ({denied}{said.kind.value})",
            "description": said.text,
            "entity": about,
            "detectedLanguage": _LANGUAGES.get(said.language),
            "keywords": ["statement", said.kind.value, *(["denied"] if denied else [])],
            "proof": _proof(said.citations),
            "notes": [
                f"date (EDTF): {said.date}" if said.date else None,
                *_offsets(said.citations),
            ],
        },
    )


def _claim(claim: ClaimItem) -> dict[str, Any]:
    about = [ftm_id("entity", claim.asserted_by)] if claim.asserted_by else []
    about += [ftm_id("event", claim.about)] if claim.about else []
    verdict = claim.verdict
    return _made(
        "claim",
        claim.id,
        "Note",
        {
            "name": f"claim ({claim.kind.value}): {claim.text}",
            "description": claim.text,
            "entity": about,
            "detectedLanguage": _LANGUAGES.get(claim.language),
            "keywords": ["claim", claim.kind.value, *([verdict.verdict] if verdict else [])],
            "publisher": claim.outlet,
            "summary": list(verdict.why.values()) if verdict else None,
            "proof": _proof(claim.citations),
            "notes": _offsets(claim.citations),
        },
    )


def _figure(figure: FigureItem) -> dict[str, Any]:
    bound = f"{figure.bound} " if figure.bound else ""
    return _made(
        "figure",
        figure.id,
        "Note",
        {
            "name": f"{figure.measure}: {bound}{figure.value:.15g} {figure.unit}",
            "description": [c.exact for c in figure.citations] or figure.number.exact,
            "entity": ftm_id("event", figure.event) if figure.event else None,
            "country": [_country(code) for code in figure.countries],
            "keywords": ["figure", figure.measure],
            "proof": _proof((*figure.citations, figure.number)),
            "notes": [
                f"date (EDTF): {figure.period}" if figure.period else None,
                *_offsets((figure.number,)),
            ],
        },
    )


def _accounts(account: AccountItem) -> dict[str, Any]:
    """Give accounts that a source says differ as one note: the model has no disagreement."""
    cited = [version.words for version in account.versions] or list(account.citations)
    return _made(
        "account",
        account.id,
        "Note",
        {
            "name": f"accounts differ: {account.sign.exact}",
            "description": [_account(version) for version in account.versions]
            or [c.exact for c in account.citations],
            "detectedLanguage": _LANGUAGES.get(account.language),
            "keywords": ["accounts"],
            "proof": _proof(account.citations),
            "notes": _offsets([account.sign, *cited]),
        },
    )


def _account(version: AccountVersion) -> str:
    said = version.words.exact
    return f"{version.ascribed.exact}: {said}" if version.ascribed else said


def _offsets(citations: Any) -> list[str]:
    """Give the places of the words, which the model has no field for."""
    return [f"source {c.source_id}, code points {c.start}–{c.end}" for c in citations]
