"""JSON-LD, read as a graph by rdflib."""

import json
from dataclasses import replace

import pytest
from hypothesis import example, given
from made_records import AUDIENCE, EMPTY, MATERIAL, RECORD, VISIT, few, records, with_event
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from sijill.documents.document import Status
from sijill.exports.json_ld import iso_dates, json_ld_files
from sijill.exports.material import ALONE, Material, iri
from sijill.record.chains import Thread, ThreadLink
from sijill.record.items import AccountItem, AccountVersion, FigureItem

SCHEMA = Namespace("https://schema.org/")
OWN = Namespace("urn:sijill:")


def graph_of(material):
    return Graph().parse(data=json_ld_files(material)[ALONE].decode("utf-8"), format="json-ld")


@pytest.fixture(scope="module")
def graph():
    return graph_of(MATERIAL)


def node(kind, key):
    return URIRef(iri(kind, key))


def test_an_event_has_its_day_place_and_people(graph):
    event = node("event", AUDIENCE.id)
    assert (event, RDF.type, SCHEMA.Event) in graph
    assert graph.value(event, SCHEMA.startDate) == Literal("2025-12-18")
    assert graph.value(event, SCHEMA.endDate) is None
    assert graph.value(event, SCHEMA.location) == node("entity", "imperial-palace-tokyo")
    assert set(graph.objects(event, SCHEMA.attendee)) == {
        node("entity", "tokayev"),
        node("entity", "naruhito"),
    }
    assert graph.value(event, SCHEMA.superEvent) == node("event", VISIT.id)
    assert graph.value(event, SCHEMA.duration) == Literal("PT20M")


def test_texts_carry_their_language_and_come_back_exactly(graph):
    event = node("event", AUDIENCE.id)
    words = {str(w): w.language for w in graph.objects(event, SCHEMA.description)}
    assert words == {AUDIENCE.citations[0].exact: "ar", AUDIENCE.citations[1].exact: "ja"}
    names = set(graph.objects(node("entity", "tokayev"), SCHEMA.name))
    assert names == {Literal("توكاييف", lang="ar"), Literal("Tokayev", lang="en")}
    said = node("statement", "statement-1")
    assert (said, RDF.type, SCHEMA.Quotation) in graph
    assert graph.value(said, SCHEMA.text) == Literal("皇居で迎えた", lang="ja")
    assert graph.value(said, SCHEMA.spokenByCharacter) == node("entity", "naruhito")


def test_a_claim_has_a_review_with_the_verdict_and_its_reason(graph):
    review = node("review", "claim-1")
    assert (review, RDF.type, SCHEMA.ClaimReview) in graph
    assert graph.value(review, SCHEMA.itemReviewed) == node("claim", "claim-1")
    rating = graph.value(review, SCHEMA.reviewRating)
    assert graph.value(rating, SCHEMA.alternateName) == Literal("contradicted")
    assert Literal("في السجل حالة أسبق.", lang="ar") in set(
        graph.objects(review, SCHEMA.reviewBody)
    )
    # Whoever publishes it signs it.
    assert graph.value(review, SCHEMA.author) is None


def test_meetings_of_one_format_are_a_series():
    link = ThreadLink("2025-12-18", AUDIENCE.citations, AUDIENCE.id, stage="held")
    made = [
        Thread(kind, kind, {"en": "Talks"}, ("tokayev",), (link,)) for kind in ("format", "career")
    ]
    graph = graph_of(Material(replace(RECORD, threads=tuple(made))))
    [series] = graph.subjects(RDF.type, SCHEMA.EventSeries)
    assert series == node("thread", "format")
    assert graph.value(series, SCHEMA.subEvent) == node("event", AUDIENCE.id)
    assert graph.value(series, SCHEMA.name) == Literal("Talks", lang="en")


def test_a_figure_is_an_observation_with_its_unit_and_bound():
    words = RECORD.statements[0].citations[0]
    figure = FigureItem(
        "figure-1", "trade", 1.8e9, "USD", (words,), words, "over", "2024", ("JP", "KZ"), VISIT.id
    )
    graph = graph_of(Material(replace(RECORD, figures=(figure,))))
    found = node("figure", "figure-1")
    assert (found, RDF.type, SCHEMA.Observation) in graph
    assert float(graph.value(found, SCHEMA.value)) == 1.8e9
    assert graph.value(found, SCHEMA.unitText) == Literal("USD")
    assert graph.value(found, OWN.bound) == Literal("over")
    assert graph.value(found, SCHEMA.observationDate) == Literal("2024")
    assert graph.value(found, SCHEMA.about) == node("event", VISIT.id)


def test_accounts_that_differ_are_claims_in_one_collection():
    words = RECORD.statements[0].citations[0]
    first, second = (replace(words, end=words.start + n, exact=words.exact[:n]) for n in (2, 3))
    account = AccountItem(
        "account-1", "ja", first, (words,), (AccountVersion(words, first), AccountVersion(second))
    )
    graph = graph_of(Material(replace(RECORD, accounts=(account,))))
    whole = node("account", "account-1")
    assert (whole, RDF.type, SCHEMA.Collection) in graph
    assert graph.value(whole, SCHEMA.name) == Literal(first.exact, lang="ja")
    assert graph.value(whole, SCHEMA.subjectOf) == node("source", words.source_id)
    told, untold = sorted(graph.objects(whole, SCHEMA.hasPart))
    for part, said in ((told, words), (untold, second)):
        assert (part, RDF.type, SCHEMA.Claim) in graph
        assert graph.value(part, SCHEMA.text) == Literal(said.exact, lang="ja")
        assert graph.value(part, SCHEMA.appearance) == node("source", words.source_id)
    assert graph.value(told, OWN.ascribed) == Literal(first.exact, lang="ja")
    assert graph.value(untold, OWN.ascribed) is None


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-12-18", "2025-12-18", None),
        ("2024-08", "2024-08", None),
        ("2019", "2019", None),
        ("2008-06-18/2008-06-23", "2008-06-18", "2008-06-23"),
        ("../2025-05-21", None, "2025-05-21"),
        ("2019-03-20/..", "2019-03-20", None),
        ("199X", None, None),
        ("2024-21", None, None),
        ("2004~", None, None),
        ("[1996-02,1997-02]", None, None),
        (None, None, None),
    ],
)
def test_no_day_is_invented(edtf, first, last):
    assert iso_dates(edtf) == (first, last)
    graph = graph_of(with_event(AUDIENCE, date=edtf))
    event = node("event", AUDIENCE.id)
    assert graph.value(event, SCHEMA.startDate) == (Literal(first) if first else None)
    assert graph.value(event, SCHEMA.endDate) == (Literal(last) if last else None)
    told = graph.value(event, OWN.date)
    assert (str(told) if told is not None else None) == edtf


def test_what_was_not_held_says_so():
    for status, address in (
        (Status.HELD, None),
        (Status.PLANNED, SCHEMA.EventScheduled),
        (Status.PROPOSED, None),
        (Status.POSTPONED, SCHEMA.EventPostponed),
        (Status.CANCELLED, SCHEMA.EventCancelled),
    ):
        graph = graph_of(with_event(AUDIENCE, status=status))
        event = node("event", AUDIENCE.id)
        assert graph.value(event, SCHEMA.eventStatus) == address
        assert graph.value(event, OWN.status) == Literal(status.value)


def test_kinds_of_events_have_their_own_types():
    for kind, name in (("lecture", "EducationEvent"), ("banquet", "SocialEvent")):
        graph = graph_of(with_event(AUDIENCE, type=kind))
        assert (node("event", AUDIENCE.id), RDF.type, SCHEMA[name]) in graph


@few
@given(records)
@example(EMPTY)
@example(RECORD)
def test_any_record_is_a_graph_with_all_its_items_and_words(record):
    graph = graph_of(Material(record))
    items = [
        *(node("event", e.id) for e in record.events),
        *(node("statement", s.id) for s in record.statements),
        *(node("claim", c.id) for c in record.claims),
        *(node("entity", e.id) for e in record.entities),
    ]
    assert all((item, RDF.type, None) in graph for item in items)
    for said in record.statements:
        if said.text:
            words = {
                (str(t), t.language) for t in graph.objects(node("statement", said.id), SCHEMA.text)
            }
            assert (said.text, said.language) in words


def test_the_document_needs_nothing_from_the_network():
    document = json.loads(json_ld_files(MATERIAL)[ALONE])
    assert isinstance(document["@context"], dict)
    assert all(v not in (None, "", []) for n in document["@graph"] for v in n.values())
