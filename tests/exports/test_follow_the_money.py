"""FollowTheMoney entities, held against names and types of its schemata."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from made_records import AUDIENCE, EMPTY, MATERIAL, RECORD, few, records, with_event

from sijill.documents.document import Status
from sijill.exports.follow_the_money import follow_the_money_files, ftm_id
from sijill.exports.material import ALONE, Material
from sijill.record.items import AccountItem, AccountVersion, FigureItem

SCHEMATA = json.loads(
    (Path(__file__).parent / "schemas" / "follow_the_money.json").read_text("utf-8")
)["schemata"]

#: What the model takes, by type of a property; it drops the rest without a word.
TYPES = {
    "date": re.compile(r"\d{4}(-\d{2}(-\d{2})?)?"),
    "country": re.compile(r"[a-z]{2}"),
    "language": re.compile(r"[a-z]{3}"),
    "url": re.compile(r"https?:.*", re.DOTALL),
    "entity": re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?"),
    "number": re.compile(r"-?\d+(\.\d+)?(e-?\d+)?"),
}


def entities_of(material):
    lines = follow_the_money_files(material)[ALONE].decode("utf-8").split("\n")
    assert lines.pop() == ""
    found = [json.loads(line) for line in lines]
    assert len({entity["id"] for entity in found}) == len(found)
    return {entity["id"]: entity for entity in found}


def faults(entities):
    """Say what the model would refuse, by the names and types it publishes."""
    for entity in entities.values():
        schema = SCHEMATA[entity["schema"]]
        for name in schema["required"]:
            if name not in entity["properties"]:
                yield entity["id"], f"lacks {name}"
        if not TYPES["entity"].fullmatch(entity["id"]):
            yield entity["id"], "is no id"
        for name, values in entity["properties"].items():
            kind, _, range_ = schema["properties"].get(name, "none").partition(":")
            if kind == "none":
                yield entity["id"], f"{entity['schema']} has no {name}"
            for value in values:
                if kind in TYPES and not TYPES[kind].fullmatch(value):
                    yield entity["id"], f"{name} is no {kind}: {value!r}"
                if range_ and value in entities:
                    target = SCHEMATA[entities[value]["schema"]]
                    if range_ not in target["is"]:
                        yield entity["id"], f"{name} is no {range_}"


def test_the_record_is_made_of_entities_the_model_knows():
    entities = entities_of(MATERIAL)
    assert list(faults(entities)) == []
    kinds = {entity["schema"] for entity in entities.values()}
    assert kinds == {
        "Article", "Person", "Organization", "Address", "Position", "Occupancy", "Event", "Note",
    }  # fmt: skip


def test_a_meeting_names_people_place_words_and_sources():
    entities = entities_of(MATERIAL)
    event = entities[ftm_id("event", AUDIENCE.id)]["properties"]
    assert event["involved"] == [ftm_id("entity", "tokayev"), ftm_id("entity", "naruhito")]
    assert event["date"] == ["2025-12-18"]
    assert event["summary"] == [c.exact for c in AUDIENCE.citations]
    assert event["proof"] == [ftm_id("source", "ar1"), ftm_id("source", "ja1")]
    assert entities[event["addressEntity"][0]]["properties"]["name"] == ["القصر", "Imperial Palace"]


def test_a_statement_keeps_its_words_and_their_place():
    note = entities_of(MATERIAL)[ftm_id("statement", "statement-1")]["properties"]
    assert note["description"] == ["皇居で迎えた"]
    assert note["entity"] == [ftm_id("entity", "naruhito"), ftm_id("event", AUDIENCE.id)]
    assert note["detectedLanguage"] == ["jpn"]
    assert note["notes"][1] == "source ja1, code points 14–20"


def test_a_figure_keeps_its_unit_and_bound():
    words = RECORD.statements[0].citations[0]
    figure = FigureItem(
        "figure-1", "trade", 1.8e9, "USD", (words,), words, "over", "2024", ("JP", "KZ")
    )
    entities = entities_of(Material(replace(RECORD, figures=(figure,))))
    assert list(faults(entities)) == []
    note = entities[ftm_id("figure", "figure-1")]["properties"]
    assert note["name"] == ["trade: over 1800000000 USD"]
    assert note["country"] == ["jp", "kz"]


def test_accounts_that_differ_are_one_note_with_who_tells_each():
    words = RECORD.statements[0].citations[0]
    first, second = (replace(words, end=words.start + n, exact=words.exact[:n]) for n in (2, 3))
    account = AccountItem(
        "account-1", "ja", first, (words,), (AccountVersion(words, first), AccountVersion(second))
    )
    entities = entities_of(Material(replace(RECORD, accounts=(account,))))
    assert list(faults(entities)) == []
    note = entities[ftm_id("account", "account-1")]["properties"]
    assert note["name"] == [f"accounts differ: {first.exact}"]
    assert note["description"] == [f"{first.exact}: {words.exact}", second.exact]
    assert note["proof"] == [ftm_id("source", words.source_id)]
    assert note["notes"][0] == f"source {words.source_id}, code points {first.start}–{first.end}"
    untold = replace(account, versions=())
    entities = entities_of(Material(replace(RECORD, accounts=(untold,))))
    note = entities[ftm_id("account", "account-1")]["properties"]
    assert note["description"] == [words.exact]


def test_somebody_seen_in_a_post_has_a_date_and_no_term():
    entities = entities_of(MATERIAL)
    held = next(e for e in entities.values() if e["schema"] == "Occupancy")["properties"]
    assert held["date"] == ["2025-12-18"]
    assert "startDate" not in held
    assert entities[held["post"][0]]["properties"]["name"] == ["head of state (president), KZ"]


@pytest.mark.parametrize(
    ("edtf", "dates"),
    [
        ("2024-08", {"date": ["2024-08"]}),
        ("2008-06-18/2008-06-23", {"startDate": ["2008-06-18"], "endDate": ["2008-06-23"]}),
        ("2019-03-20/..", {"startDate": ["2019-03-20"]}),
        ("199X", {"notes": ["date (EDTF): 199X"]}),
        ("[1996-02,1997-02]", {"notes": ["date (EDTF): [1996-02,1997-02]"]}),
    ],
)
def test_dates_are_prefixes_and_nothing_is_lost(edtf, dates):
    event = entities_of(with_event(AUDIENCE, date=edtf))[ftm_id("event", AUDIENCE.id)]
    found = {k: v for k, v in event["properties"].items() if k in ("date", "startDate", "endDate", "notes")}  # fmt: skip
    if edtf == "2019-03-20/..":
        assert found.pop("notes") == ["date (EDTF): 2019-03-20/.."]
    assert found == dates


def test_a_plan_says_so_in_its_name():
    material = with_event(AUDIENCE, status=Status.PLANNED)
    event = entities_of(material)[ftm_id("event", AUDIENCE.id)]["properties"]
    assert event["name"][0].startswith("[planned] ")
    assert "planned" in event["keywords"]


def test_ids_are_readable_stable_and_apart():
    assert ftm_id("event", "visit_x-1") == ftm_id("event", "visit_x-1")
    assert ftm_id("event", "visit_x-1") != ftm_id("event", "visit-x-1")
    assert ftm_id("event", "visit_x-1").startswith("event-visit-x-1-")
    assert TYPES["entity"].fullmatch(ftm_id("entity", "皇居"))


@few
@given(records)
@example(EMPTY)
@example(RECORD)
def test_any_record_holds_against_the_schemata(record):
    entities = entities_of(Material(record))
    assert list(faults(entities)) == []
    for said in record.statements:
        note = entities[ftm_id("statement", said.id)]["properties"]
        assert note.get("description", [""]) == [said.text]
