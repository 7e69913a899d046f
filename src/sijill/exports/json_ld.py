"""A record goes in; JSON-LD in the words of schema.org comes out, for the web and for graphs.

Follows https://schema.org/docs/schemas.html (CC BY-SA 3.0), written as JSON-LD 1.1. Texts carry
their language. `startDate` and `endDate` are as precise as the record: a year stays a year; a date
that ISO 8601 cannot write (a decade, a season, "about", one of several) stands in `sijill:date`
alone, which has every date as EDTF.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sijill.dates import PartialDate, Precision
from sijill.documents.document import Status
from sijill.edtf import read_date
from sijill.exports.material import ALONE, Files, Material, iri
from sijill.record.chains import Thread
from sijill.record.items import (
    AccountItem,
    ClaimItem,
    EventItem,
    FigureItem,
    RecordEntity,
    SourceNote,
    StatementItem,
)
from sijill.record.statements import is_denied
from sijill.serial import dumps
from sijill.tables import open_table

Node = dict[str, Any]

_CONTEXT = {
    "@vocab": "https://schema.org/",
    "sijill": "urn:sijill:",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "sijill:date": {"@type": "edtf:EDTF"},
}
_KINDS = {"person": "Person", "organisation": "Organization", "place": "Place"}
# A meeting that took place needs no word; schema.org has none for one that was only proposed.
_STATUS = {
    Status.PLANNED: "https://schema.org/EventScheduled",
    Status.POSTPONED: "https://schema.org/EventPostponed",
    Status.CANCELLED: "https://schema.org/EventCancelled",
}


def json_ld_files(material: Material) -> Files:
    """Give the record as one JSON-LD document: a context and a graph."""
    record = material.record
    graph: list[Node] = [
        {
            "@id": "urn:sijill:record",
            "@type": "Dataset",
            "name": record.title,
            "sijill:between": list(record.between),
            "inLanguage": sorted({note.language for note in record.sources}),
            "sijill:format": record.format,
        }
    ]
    graph += [_source(note) for note in record.sources]
    graph += [_entity(material, entity) for entity in record.entities]
    graph += [_event(material, event) for event in record.events]
    graph += [_statement(statement) for statement in record.statements]
    for claim in record.claims:
        graph += _claim(claim)
    graph += [_figure(figure) for figure in record.figures]
    for account in record.accounts:
        graph += _accounts(account)
    graph += [_series(thread) for thread in record.threads if thread.kind == "format"]
    document = {"@context": _CONTEXT, "@graph": [_clean(node) for node in graph]}
    return {ALONE: dumps(document).encode("utf-8")}


def iso_dates(edtf: str | None) -> tuple[str | None, str | None]:
    """Give the first and last date that ISO 8601 can write, each as precise as it is told.

    A single date is the first alone; None stands for an open end and for what cannot be written.
    """
    when = read_date(edtf)
    if when is None or not edtf or when.is_set or when.is_approximate:
        return None, None
    ends = edtf.split("/") if when.is_interval else [edtf]
    plain = [end if _is_plain(read_date(end)) else None for end in ends]
    return plain[0], plain[1] if len(plain) > 1 else None


def _is_plain(when: PartialDate | None) -> bool:
    return when is not None and when.precision in (Precision.YEAR, Precision.MONTH, Precision.DAY)


def _clean(node: Node) -> Node:
    """Leave out what is not known."""
    return {key: value for key, value in node.items() if value not in (None, [], {}, "")}


def _text(text: str, language: str | None) -> Any:
    return {"@value": text, "@language": language} if language else text


def _ref(kind: str, key: str | None) -> Node | None:
    return {"@id": iri(kind, key)} if key else None


def _source(note: SourceNote) -> Node:
    return {
        "@id": iri("source", note.id),
        "@type": "NewsArticle",
        "headline": _text(note.headline, note.language),
        "name": note.name,
        "inLanguage": note.language,
        "publisher": {"@type": "Organization", "name": note.outlet} if note.outlet else None,
        "datePublished": iso_dates(note.published)[0],
        "sijill:date": note.published,
        # A page where the same is told; the text itself may be another (see `rights`).
        "isBasedOn": note.url,
        "copyrightNotice": note.rights,
        "wordCount": note.words,
    }


def _entity(material: Material, entity: RecordEntity) -> Node:
    names = set(entity.names.values())
    known = {(a.text, a.language): _text(a.text, a.language) for a in entity.aliases}
    node: Node = {
        "@id": iri("entity", entity.id),
        "@type": _KINDS.get(entity.kind, "Thing"),
        "name": [_text(name, language) for language, name in entity.names.items()],
        "alternateName": [v for (text, _), v in known.items() if text not in names],
        "identifier": entity.register_id,
        "sijill:transliterated": list(entity.transliterated),
    }
    if entity.kind == "place":
        node["containedInPlace"] = _ref("entity", entity.within)
        if entity.country:
            node["address"] = {"@type": "PostalAddress", "addressCountry": entity.country}
        if entity.latitude is not None and entity.longitude is not None:
            node["geo"] = {
                "@type": "GeoCoordinates",
                "latitude": entity.latitude,
                "longitude": entity.longitude,
            }
    elif entity.country:
        key = "nationality" if entity.kind == "person" else "location"
        node[key] = {"@type": "Country", "identifier": entity.country}
    node["hasOccupation"] = [
        _clean(
            {
                "@type": "Role",
                "roleName": _text(material.label("roles", post.post, "en"), "en"),
                "sijill:post": post.post,
                "sijill:body": _ref("entity", post.body)
                if post.body in material.entity_by_id
                else post.body,
                "sijill:status": post.status,
                # When sources show somebody in the post, which is no term of office.
                "sijill:date": post.time,
            }
        )
        for post in entity.posts
    ]
    return node


@cache
def _types() -> dict[str, str]:
    rows = open_table("protocol/event_exports.tsv", ("id", "schema_org"))
    return {row["id"]: row["schema_org"] for row in rows}


def _event(material: Material, event: EventItem) -> Node:
    first, last = iso_dates(event.date)
    words = {(c.exact, material.language_of(c.source_id)) for c in event.citations}
    minutes = event.details.get("minutes")
    return {
        "@id": iri("event", event.id),
        "@type": _types().get(event.type, "Event"),
        "name": [
            _text(_title(material, event, language), language)
            for language in material.record.languages
        ],
        "additionalType": f"urn:sijill:type:{event.type}",
        "sijill:status": event.status.value,
        "eventStatus": _ref_iri(_STATUS.get(event.status)),
        "startDate": first,
        "endDate": last,
        "sijill:date": event.date,
        "sijill:begins": event.details.get("begins"),
        "duration": f"PT{minutes}M" if isinstance(minutes, int) else None,
        "location": _ref("entity", event.place),
        "attendee": [_ref("entity", entity) for entity in event.participants],
        "superEvent": _ref("event", event.part_of),
        "description": [_text(text, language) for text, language in sorted(words, key=str)],
        "subjectOf": [
            _ref("source", source) for source in sorted({c.source_id for c in event.citations})
        ],
        "sijill:disputed": list(event.disputed),
        "sijill:confidence": event.confidence,
        "sijill:voices": event.voices,
        "sijill:sides": list(event.sides),
        "sijill:signal": list(event.signals),
    }


def _ref_iri(address: str | None) -> Node | None:
    return {"@id": address} if address else None


def _title(material: Material, event: EventItem, language: str) -> str:
    people = [material.name(entity, language) for entity in event.participants]
    label = material.label("event_types", event.type, language)
    return f"{label}: {' · '.join(people)}" if people else label


def _statement(said: StatementItem) -> Node:
    return {
        "@id": iri("statement", said.id),
        "@type": "Quotation",
        "text": [
            _text(said.text, said.language),
            *(_text(text, language) for language, text in said.translations.items()),
        ],
        "inLanguage": said.language,
        "spokenByCharacter": _ref("entity", said.speaker)
        or ({"@type": "Thing", "name": said.speaker_text} if said.speaker_text else None),
        "sijill:post": said.post,
        "sijill:kind": said.kind.value,
        "sijill:denied": is_denied(said) or None,
        "sijill:date": said.date,
        "recordedAt": _ref("event", said.event),
        "keywords": said.topic,
        "isPartOf": _ref("source", said.citations[0].source_id),
    }


def _series(thread: Thread) -> Node:
    """Give the meetings of one format as a series, in order of time."""
    return {
        "@id": iri("thread", thread.id),
        "@type": "EventSeries",
        "name": [_text(title, language) for language, title in thread.title.items()],
        "about": [_ref("entity", entity) for entity in thread.about],
        "subEvent": [_ref("event", link.event) for link in thread.links if link.event],
        "sijill:missing": thread.missing,
    }


def _figure(figure: FigureItem) -> Node:
    words = figure.citations[0] if figure.citations else figure.number
    return {
        "@id": iri("figure", figure.id),
        "@type": "Observation",
        "measuredProperty": f"urn:sijill:measure:{figure.measure}",
        "value": figure.value,
        "unitText": figure.unit,
        "sijill:bound": figure.bound,
        "observationDate": iso_dates(figure.period)[0],
        "sijill:date": figure.period,
        "observationAbout": [{"@type": "Country", "identifier": c} for c in figure.countries],
        "about": _ref("event", figure.event),
        "description": words.exact,
        "subjectOf": _ref("source", words.source_id),
        "sijill:disputed": [_ref("figure", other) for other in figure.disputed],
        "sijill:toldOtherwise": [_ref("figure", other) for other in figure.told_otherwise],
    }


def _accounts(account: AccountItem) -> Iterator[Node]:
    """Give accounts that a source says differ: what they are told in, and each as a claim."""
    parts = [f"{account.id}:{number}" for number, _ in enumerate(account.versions, 1)]
    yield {
        "@id": iri("account", account.id),
        "@type": "Collection",
        "additionalType": "urn:sijill:type:differing_accounts",
        "name": _text(account.sign.exact, account.language),
        "description": [_text(c.exact, account.language) for c in account.citations],
        "inLanguage": account.language,
        "hasPart": [_ref("account", part) for part in parts],
        "subjectOf": _ref("source", account.sign.source_id),
    }
    for part, version in zip(parts, account.versions, strict=True):
        # schema.org's `author` is a person or a body; the words may ascribe it to "some".
        yield {
            "@id": iri("account", part),
            "@type": "Claim",
            "text": _text(version.words.exact, account.language),
            "inLanguage": account.language,
            "sijill:ascribed": _text(version.ascribed.exact, account.language)
            if version.ascribed
            else None,
            "appearance": _ref("source", version.words.source_id),
        }


def _claim(claim: ClaimItem) -> Iterator[Node]:
    yield {
        "@id": iri("claim", claim.id),
        "@type": "Claim",
        "text": _text(claim.text, claim.language),
        "inLanguage": claim.language,
        "sijill:kind": claim.kind.value,
        "sijill:scope": claim.scope,
        "author": _ref("entity", claim.asserted_by)
        or ({"@type": "Organization", "name": claim.outlet} if claim.outlet else None),
        "about": _ref("event", claim.about),
        "appearance": _ref("source", claim.citations[0].source_id),
    }
    if claim.verdict is None:
        return
    # Whoever publishes a review signs it; the record names no author for it.
    yield {
        "@id": iri("review", claim.id),
        "@type": "ClaimReview",
        "claimReviewed": _text(claim.text, claim.language),
        "itemReviewed": _ref("claim", claim.id),
        "reviewRating": {"@type": "Rating", "alternateName": claim.verdict.verdict},
        "reviewBody": [_text(text, language) for language, text in claim.verdict.why.items()],
        "sijill:reading": [_text(t, language) for language, t in claim.verdict.reading.items()],
        "sijill:searched": claim.verdict.searched,
        "mentions": [_ref("event", event) for event in claim.verdict.counter],
        "citation": list(claim.verdict.references),
    }
