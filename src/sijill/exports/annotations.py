"""A record goes in; W3C Web Annotations come out: which words of which source bear out which item.

Follows the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/, W3C Document
License): each citation is an annotation with a TextQuoteSelector and a TextPositionSelector. The
standard leaves open what an offset counts (w3c/web-annotation#206), so it is said: code points of
the text whose SHA-256 stands in the state. Where a thing comes from is told in PROV-O
(https://www.w3.org/TR/prov-o/).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sijill.citation import Citation
from sijill.exports.material import ALONE, Files, Material, iri
from sijill.record.items import Record
from sijill.record.verify import citations_of
from sijill.serial import dumps

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_OWN_CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "sijill": "urn:sijill:",
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "influenced": {"@id": "prov:influenced", "@type": "@id"},
    "wasAssociatedWith": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
}
#: What offsets count.
UNIT = "unicode-code-point"


def annotation_files(material: Material) -> Files:
    """Give one page of annotations, one for each citation, with the agents that made them."""
    record = material.record
    kinds = _kinds(record)
    agents: dict[str, dict[str, Any]] = {}
    items = []
    for item, field, citation in citations_of(record):
        agent = _agent(material, citation)
        agents.setdefault(agent["id"], agent)
        items.append(_annotation(material, kinds.get(item, "entity"), item, field, citation, agent))
    page = {
        "@context": [ANNOTATION_CONTEXT, _OWN_CONTEXT],
        "id": "urn:sijill:annotations",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
        "sijill:agents": [agents[key] for key in sorted(agents)],
        "sijill:decisions": list(_decisions(record)),
        "sijill:sources": list(_sources(material)),
    }
    return {ALONE: dumps(page).encode("utf-8")}


def _kinds(record: Record) -> dict[str, str]:
    found = {entity.id: "entity" for entity in record.entities}
    found |= {event.id: "event" for event in record.events}
    found |= {statement.id: "statement" for statement in record.statements}
    found |= {claim.id: "claim" for claim in record.claims}
    found |= {thread.id: "thread" for thread in record.threads}
    return found | {f"versions/{place}": "version" for place, _ in enumerate(record.versions)}


def _annotation(
    material: Material,
    kind: str,
    item: str,
    field: str,
    citation: Citation,
    agent: dict[str, Any],
) -> dict[str, Any]:
    place = f"{item}|{field}|{citation.source_id}|{citation.start}|{citation.end}"
    mark = hashlib.sha256(place.encode("utf-8")).hexdigest()[:20]
    source = iri("source", citation.source_id)
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": citation.exact,
                "prefix": citation.prefix,
                "suffix": citation.suffix,
            },
            {
                "type": "TextPositionSelector",
                "start": citation.start,
                "end": citation.end,
                "sijill:unit": UNIT,
            },
        ],
    }
    known = material.source_by_id.get(citation.source_id)
    if known is not None:
        target["state"] = {
            "type": "sijill:TextState",
            "sijill:sha256": known.text_sha256,
            "sijill:encoding": "UTF-8",
        }
    return {
        "id": iri("annotation", mark),
        "type": "Annotation",
        "motivation": "identifying" if kind == "entity" else "describing",
        "body": {"id": iri(kind, item), "sijill:field": field},
        "target": target,
        "wasDerivedFrom": source,
        "wasAttributedTo": agent["id"],
    }


def _agent(material: Material, citation: Citation) -> dict[str, Any]:
    """Give who found the words: the rule or model that marked them, else Sijill as a whole.

    What persons decided is told apart from it, as activities of theirs.
    """
    rule = material.rule_by_span.get((citation.source_id, citation.start, citation.end))
    name = f"Sijill {material.version}".strip()
    if rule is None:
        return {"id": "urn:sijill:agent", "type": ["Software", "prov:SoftwareAgent"], "name": name}
    return {
        "id": iri("agent", rule),
        "type": ["Software", "prov:SoftwareAgent"],
        "name": f"{name}, {rule}",
    }


def _decisions(record: Record) -> Iterator[dict[str, Any]]:
    """Go through what people decided about items: an activity of a person, as PROV-O has it."""
    for kind, items in (
        ("event", record.events),
        ("statement", record.statements),
        ("claim", record.claims),
        ("entity", record.entities),
    ):
        for item in items:
            for note in item.decisions:
                found: dict[str, Any] = {
                    "id": iri("decision", f"{item.id}/{note.line}"),
                    "type": "prov:Activity",
                    "influenced": iri(kind, item.id),
                    "wasAssociatedWith": {
                        "id": iri("person", note.who),
                        "type": "prov:Person",
                        "name": note.who,
                    },
                    "prov:endedAtTime": note.at,
                    "sijill:action": note.action,
                    "sijill:why": note.why,
                    "sijill:fields": list(note.fields),
                }
                yield {key: value for key, value in found.items() if value}


def _sources(material: Material) -> Iterator[dict[str, Any]]:
    for note in material.record.sources:
        known = material.source_by_id.get(note.id)
        found = {
            "id": iri("source", note.id),
            "type": "prov:Entity",
            "sijill:name": note.name,
            "sijill:sha256": known.sha256 if known else None,
            "sijill:textSha256": known.text_sha256 if known else None,
        }
        yield {key: value for key, value in found.items() if value}
