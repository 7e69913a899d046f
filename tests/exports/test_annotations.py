"""Web Annotations, read as a graph by rdflib and held against the texts."""

import dataclasses
import json
from dataclasses import replace

import pytest
from hypothesis import example, given
from made_records import EMPTY, MATERIAL, RECORD, TEXT_AR, TEXT_JA, few, records
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from sijill.citation import Citation
from sijill.documents.document import Mention, MentionKind, Reading
from sijill.exports.annotations import annotation_files
from sijill.exports.material import ALONE, Material, iri, rules_of
from sijill.record.items import DecisionNote
from sijill.record.verify import citations_of

OA = Namespace("http://www.w3.org/ns/oa#")
PROV = Namespace("http://www.w3.org/ns/prov#")
OWN = Namespace("urn:sijill:")

# The terms of http://www.w3.org/ns/anno.jsonld that are used, for the network is off.
ANNO = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "id": "@id",
    "type": "@type",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "Software": "as:Application",
    "name": "foaf:name",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "state": {"@type": "@id", "@id": "oa:hasState"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "describing": "oa:describing",
    "identifying": "oa:identifying",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": "oa:start",
    "end": "oa:end",
    "startIndex": "as:startIndex",
}


def page_of(material):
    return json.loads(annotation_files(material)[ALONE])


def graph_of(material):
    page = page_of(material)
    remote, own = page["@context"]
    assert remote == "http://www.w3.org/ns/anno.jsonld"
    page["@context"] = [ANNO, own]
    return Graph().parse(data=json.dumps(page), format="json-ld")


@pytest.fixture(scope="module")
def graph():
    return graph_of(MATERIAL)


def test_each_citation_is_an_annotation_with_both_selectors(graph):
    notes = set(graph.subjects(RDF.type, OA.Annotation))
    assert len(notes) == len(list(citations_of(RECORD)))
    for note in notes:
        target = graph.value(note, OA.hasTarget)
        kinds = {graph.value(s, RDF.type) for s in graph.objects(target, OA.hasSelector)}
        assert kinds == {OA.TextQuoteSelector, OA.TextPositionSelector}
        assert graph.value(note, PROV.wasDerivedFrom) == graph.value(target, OA.hasSource)
        agent = graph.value(note, PROV.wasAttributedTo)
        assert (agent, RDF.type, PROV.SoftwareAgent) in graph


def test_positions_count_code_points_of_the_text_and_hold():
    texts = {iri("source", "ar1"): TEXT_AR, iri("source", "ja1"): TEXT_JA}
    for note in page_of(MATERIAL)["items"]:
        quote, place = note["target"]["selector"]
        text = texts[note["target"]["source"]]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert place["sijill:unit"] == "unicode-code-point"


def test_the_state_of_the_source_is_its_digest(graph):
    states = list(graph.subjects(RDF.type, OWN.TextState))
    assert {graph.value(state, OWN.sha256) for state in states} == {Literal("b" * 64)}
    source = URIRef(iri("source", "ar1"))
    assert (source, RDF.type, PROV.Entity) in graph
    assert graph.value(source, OWN.textSha256) == Literal("b" * 64)


def test_the_rule_that_found_the_words_is_the_agent():
    rule = rules_of(
        [
            Reading(
                "ja1",
                "ja",
                None,
                mentions=(Mention("m", MentionKind.PERSON, 6, 13, "", rule="tagger:ja"),),
            )
        ]
    )
    graph = graph_of(replace(MATERIAL, load_rules=lambda: rule))
    agent = URIRef(iri("agent", "tagger:ja"))
    found = list(graph.subjects(PROV.wasAttributedTo, agent))
    assert len(found) == 1
    assert graph.value(found[0], OA.hasBody) == URIRef(iri("entity", "tokayev"))


def test_a_decision_is_an_activity_of_a_person():
    note = DecisionNote(7, "confirm", "aliya", "2026-01-02T03:04:05Z", "the page says so")
    event = replace(RECORD.events[0], decisions=(note,))
    graph = graph_of(Material(replace(RECORD, events=(event,))))
    [activity] = graph.subjects(RDF.type, PROV.Activity)
    person = graph.value(activity, PROV.wasAssociatedWith)
    assert (person, RDF.type, PROV.Person) in graph
    assert graph.value(activity, PROV.influenced) == URIRef(iri("event", event.id))
    assert graph.value(activity, PROV.endedAtTime) == Literal("2026-01-02T03:04:05Z")


@few
@given(records)
@example(EMPTY)
@example(RECORD)
def test_any_words_come_back_exactly(record):
    graph = graph_of(Material(record))
    told = {str(words) for words in graph.objects(None, OA.exact)}
    assert told == {citation.exact for citation in inside(record)}


def inside(value):
    """Find the citations in any value, wherever a field of the record may hold them."""
    if isinstance(value, Citation):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from inside(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from inside(part)
