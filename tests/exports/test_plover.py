"""PLOVER rows, held against the tables of its manual."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from made_records import AUDIENCE, EMPTY, MATERIAL, RECORD, VISIT, few, records, with_event

from sijill.documents.document import Status
from sijill.exports.material import Material
from sijill.exports.plover import plover_files
from sijill.tables import open_table

# PLOVER_MANUAL.tex at openeventdata/PLOVER@5e0c24f, tables "PLOVER JSON" and those of its objects.
FIELDS = {
    "id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event",
    "event_loc", "event_text", "quad_code", "event_scale", "mode", "context", "link", "text",
    "text_info", "cite_info", "coder", "coded_date", "coded_time", "comment",
}  # fmt: skip
REQUIRED = {"id", "date", "actor", "event"}
ENTITY = {"code", "sector", "entity_text", "identifier_id", "identifier_text", "office"}
CITE = {
    "corpus", "citation", "url", "title", "language", "publication", "license", "copyright",
    "coder", "codebook", "version",
}  # fmt: skip


def rows_of(material):
    files = plover_files(material)
    assert set(files) == {"events.jsonl", "left_out.csv", "about.json"}
    lines = files["events.jsonl"].decode("utf-8").split("\n")
    assert lines.pop() == ""
    rows = [json.loads(line) for line in lines]
    left = list(csv.DictReader(io.StringIO(files["left_out.csv"].decode("utf-8"), newline="")))
    return rows, left


def one(material):
    rows, left = rows_of(material)
    assert (len(rows), len(left)) == (1, 0), left
    return rows[0]


def why(material):
    rows, left = rows_of(material)
    assert (len(rows), len(left)) == (0, 1), rows
    return left[0]["class"], left[0]["why"]


def codes(entities):
    return [entity["code"] for entity in entities]


def test_a_meeting_at_the_host_is_a_visit_of_the_guest():
    row = one(with_event(AUDIENCE))
    assert (row["event"], row["mode"], row["event_scale"], row["quad_code"]) == (
        ["CONSULT"],
        ["visit"],
        4.0,
        1,
    )
    assert (codes(row["actor"]), codes(row["recipient"])) == (["KAZ"], ["JPN"])
    assert row["event_text"] == [c.exact for c in AUDIENCE.citations]
    assert (row["date"], row["time"]) == ("2025-12-18", "11:30")


def test_a_visit_has_the_state_for_its_host():
    row = one(with_event(VISIT))
    assert row["recipient"] == [{"code": "JPN"}]
    assert (row["date"], row["enddate"]) == ("2025-12-17", "2025-12-20")


def test_a_meeting_in_a_third_state_is_hosted_by_it():
    third = replace(next(e for e in RECORD.entities if e.id == "tokyo"), country="TR")
    entities = tuple(third if e.id == "tokyo" else e for e in RECORD.entities)
    record = replace(
        RECORD,
        entities=entities,
        events=(replace(AUDIENCE, place="tokyo"),),
        statements=(),
        claims=(),
    )
    row = one(Material(record))
    assert (row["mode"], row["event_scale"]) == (["third-party"], 1.0)
    assert codes(row["actor"]) == ["KAZ", "JPN"]


def test_a_meeting_without_a_place_is_where_its_visit_is():
    record = replace(
        RECORD, events=(VISIT, replace(AUDIENCE, place=None)), statements=(), claims=()
    )
    rows, _ = rows_of(Material(record))
    assert (codes(rows[1]["actor"]), codes(rows[1]["recipient"])) == (["KAZ"], ["JPN"])


def test_meeting_ones_own_people_abroad_is_no_cooperation():
    material = with_event(AUDIENCE, type="sport_encounter", participants=("tokayev",))
    assert "recipient" in why(material)[1]


def test_without_a_place_nobody_is_host():
    row = one(with_event(AUDIENCE, place=None))
    assert "mode" not in row
    assert (row["event_scale"], codes(row["actor"])) == (2.5, ["KAZ", "JPN"])


def test_what_is_foretold_is_a_promise():
    row = one(with_event(AUDIENCE, status=Status.PLANNED))
    assert (row["event"], row["event_scale"]) == (["AGREE"], 2.5)
    assert "planned" in row["comment"]
    retreat = one(with_event(AUDIENCE, type="disarmament", status=Status.PLANNED))
    assert (retreat["event"], retreat["event_scale"]) == (["CONCEDE"], 4.5)


def test_what_it_cannot_say_is_told_with_the_reason():
    assert why(with_event(AUDIENCE, type="lecture")) == (
        "",
        "it dropped CAMEO 01, statements and speeches",
    )
    assert why(with_event(AUDIENCE, date="2024-08"))[0] == "CONSULT"
    assert "whole days" in why(with_event(AUDIENCE, date=None))[1]
    assert "without fault" in why(with_event(AUDIENCE, status=Status.POSTPONED))[1]
    assert "actor" in why(with_event(AUDIENCE, participants=()))[1]
    assert why(with_event(AUDIENCE, type="protest"))[0] == "ACCUSE"
    assert "who did it to whom" in why(with_event(AUDIENCE, type="sanction"))[1]
    assert "recipient" in why(with_event(AUDIENCE, type="loan_grant", place="tokyo"))[1]


def test_a_gift_goes_to_the_state_in_which_it_is_given():
    row = one(with_event(AUDIENCE, type="loan_grant", participants=("naruhito",), place="astana"))
    assert (codes(row["actor"]), codes(row["recipient"])) == (["JPN"], ["KAZ"])
    assert row["event_scale"] == 10.0


def test_the_version_is_named():
    about = json.loads(plover_files(MATERIAL)["about.json"])
    assert about["codebook"] == "openeventdata/PLOVER@5e0c24f"
    assert "CC BY-SA 4.0" in about["licence"]
    assert (about["events"], about["left_out"]) == (2, 2)


def test_every_event_type_has_a_class_or_a_reason():
    types = {row["id"] for row in open_table("protocol/event_types.tsv", ("id",))}
    rows = {
        row["id"]: row for row in open_table("protocol/event_exports.tsv", ("plover_event", "why"))
    }
    assert set(rows) == types
    assert [key for key, row in rows.items() if not (row["plover_event"] or row["why"])] == []


def test_scores_are_those_of_the_manual_and_accusing_is_negative():
    scores = {
        (row["category"], row["mode"]): (float(row["score"]), row["quad"])
        for row in open_table("protocol/plover_scores.tsv", ("category", "mode", "score", "quad"))
    }
    assert scores["ACCUSE", ""] == (-3.0, "3")
    assert scores["CONSULT", "visit"] == (4.0, "1")
    assert scores["RETREAT", "disarm"] == (10.0, "2")
    for row in open_table("protocol/event_exports.tsv", ("plover_event", "plover_mode")):
        if row["plover_event"]:
            assert (row["plover_event"], row["plover_mode"]) in scores


@pytest.mark.parametrize("name", ["visit", "phone", "multilateral", "third-party"])
def test_modes_are_those_of_the_manual(name):
    modes = {row["mode"] for row in open_table("protocol/plover_scores.tsv", ("category", "mode"))}
    assert name in modes


@few
@given(records)
@example(EMPTY)
@example(RECORD)
def test_every_item_is_a_row_or_is_left_out_with_a_reason(record):
    rows, left = rows_of(Material(record))
    items = [item.id for item in (*record.events, *record.statements, *record.claims)]
    assert sorted([*(r["id"] for r in rows), *(r["item"] for r in left)]) == sorted(items)
    assert all(row["why"] for row in left)
    for row in rows:
        assert set(row) <= FIELDS
        assert set(row) >= REQUIRED
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["date"])
        assert row["actor"]
        for entity in (*row["actor"], *row.get("recipient", [])):
            assert set(entity) <= ENTITY
            assert re.fullmatch("[A-Z]{3}", entity["code"])
        for cite in row["cite_info"]:
            assert set(cite) <= CITE
