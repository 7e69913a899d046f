from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from weighed import ledger, weigh, words

from sijill.record.items import VersionDifference
from sijill.site.page_data import page_data

if TYPE_CHECKING:
    from conftest import Example


def data_of(example: Example) -> dict[str, Any]:
    return page_data(
        example.record, example.script, example.trace, example.texts, language="ar",
        decisions=ledger(),
    )  # fmt: skip


def said(data: dict[str, Any], number: int) -> str:
    passage = data["passages"][number]
    start, end = passage["points"]
    text: str = data["sources"][passage["source"]]["text"]
    return text[start:end]


def test_a_figure_has_its_number_its_sentence_and_those_it_disagrees_with(
    example: Example,
) -> None:
    data = data_of(weigh(example))
    two, less, _, tests = data["figures"]
    assert said(data, two["number"]) == "2 billion"
    assert said(data, two["passages"][0]) == "Trade came to $2 billion in 2024"
    assert (two["disputed"], less["disputed"]) == (["f-less"], ["f-two"])
    assert two["amount"]["en"] == "2 billion US dollars"
    assert (tests["bound"], tests["period"], tests["countries"]) == ("about", None, ["KZ"])
    assert data["labels"]["measure"]["trade"]["ru"] == "товарооборот"
    assert data["dates"]["2024"]["ja"] == "2024年"


def test_accounts_keep_who_tells_each_in_the_words_of_the_source(example: Example) -> None:
    data = data_of(weigh(example))
    (account,) = data["accounts"]
    assert said(data, account["sign"]) == "لا تتفق المصادر"
    told, untold = account["versions"]
    assert said(data, told["ascribed"]) == "موقع زاكون"
    assert said(data, untold["words"]) == "وموقع أوردا يذكر 468."
    assert untold["ascribed"] is None


def test_a_difference_says_on_which_side_the_words_are_missing(example: Example) -> None:
    data = data_of(weigh(example))
    names = [source["id"] for source in data["sources"]]
    scope, sentence, number = data["versions"]
    for difference in (scope, sentence, number):
        assert [names[n] for n in difference["sources"]] == ["en-trade", "ru-trade"]
    assert (scope["missing"], sentence["missing"], number["missing"]) == (1, 1, None)
    assert sentence["sides"][1] is None
    assert [said(data, n) for n in number["sides"]] == ["2 billion", "1,8 млрд"]


def test_a_sentence_left_out_on_the_left_is_missing_there(example: Example) -> None:
    left_out = VersionDifference(
        "sentence", None, words("ru-trade", "Торговля"), "en-trade", {"en": "a sentence"}
    )
    weighed = weigh(example)
    weighed = replace(weighed, record=replace(weighed.record, versions=(left_out,)))
    (difference,) = data_of(weighed)["versions"]
    assert (difference["missing"], difference["sides"][0]) == (0, None)
    assert [data_of(weighed)["sources"][n]["id"] for n in difference["sources"]] == [
        "en-trade", "ru-trade",
    ]  # fmt: skip


def test_guests_of_a_week_stand_together_and_places_of_tables_have_names(
    example: Example,
) -> None:
    data = data_of(weigh(example))
    (occasion,) = data["occasions"]
    assert (occasion["host"], occasion["week"]) == ("JP", "2025-12-15")
    first, second = occasion["guests"]
    assert (first["entity"], second["entity"]) == ("p-tokayev", None)
    values = {value["feature"]: value for value in first["values"]}
    assert values["received"]["alone"]
    assert values["received_at"]["names"]["en"] == "Imperial Palace"
    assert values["received_at"]["references"] == ["https://e.org/1"]
    assert data["dates"]["2025-12-15"]["en"] == "15 December 2025"
    assert data["features"][0] == ("received", "day")


def test_years_of_the_index_name_only_events_that_the_record_has(example: Example) -> None:
    index = data_of(weigh(example))["index"]
    assert [year["items"] for year in index["years"]] == [[], [], ["v-audience"]]
    assert (index["every_year"], index["fallen"]) == ("contradicted", [2024])
    assert [year["grey"] for year in index["years"]] == [True, False, False]


def test_a_record_without_an_index_has_none(example: Example) -> None:
    assert data_of(example)["index"] is None
    refused = replace(example.record, index_refused={"en": "Too few dated events."})
    index = data_of(replace(example, record=refused))["index"]
    assert index == {"refused": {"en": "Too few dated events."}}


def test_a_chain_has_its_links_in_order_and_a_career_its_posts(example: Example) -> None:
    talks, career = data_of(weigh(example))["threads"]
    assert [(one["event"], one["number"], one["stage"]) for one in talks["links"]] == [
        ("v-summit-2024", 1, "postponed"), ("v-talks", 2, "held"),
    ]  # fmt: skip
    assert talks["missing"] == 4
    term, decided = career["links"]
    assert term["label"]["ar"] == "رئيس كازاخستان"
    assert term["label"]["ru"] == "Президент Казахстана"
    assert term["references"] == ["CIA, 2026, https://e.org/f.json, seen"]
    assert not term["passages"]
    assert (term["line"], decided["line"], decided["references"]) == (None, 4, [])


def test_voices_are_told_by_the_places_of_their_sources(example: Example) -> None:
    data = data_of(weigh(example))
    names = [source["id"] for source in data["sources"]]
    shared, alone = data["voices"]
    assert [names[n] for n in shared["sources"]] == ["en-trade", "ru-trade"]
    assert [names[n] for n in alone["sources"]] == ["ar-tests"]
    audience = next(event for event in data["events"] if event["id"] == "v-audience")
    assert (audience["voices"], audience["sides"]) == (3, ["JP", "KZ"])
    assert data["labels"]["country"]["KZ"]["kk"] == "Қазақстан"


def test_decisions_say_what_was_settled_and_what_became_of_it(example: Example) -> None:
    data = data_of(weigh(example))
    lines = {decision["line"]: decision for decision in data["decisions"]}
    assert list(lines) == [8, 7, 6, 5, 4, 3]
    # Only the field that was named is settled, though all values that were seen are kept.
    assert lines[3]["values"] == [["date", "2025-12-18"]]
    assert lines[4]["values"] == [["place", "l-tokyo"], ["minutes", ""]]
    assert lines[4]["contested"] == ["place"]
    assert lines[5]["reason"] == {"en": "its item is gone"}
    assert [said(data, n) for n in lines[5]["passages"]] == ["Trade came to $2 billion in 2024."]
    assert lines[6]["values"] == [["verdict", "contradicted"], ["why.en", "Mexico."]]
    assert lines[6]["withdrawn_by"] == 7
    assert lines[8]["others"] == ["p-naruhito"]
    # What was rejected is named by what its id begins with.
    assert data["labels"]["type"]["lecture"]["en"] == "lecture"
    assert data["dates"]["2026-11-03"]["en"] == "3 November 2026"


@pytest.mark.parametrize("odd", [None, 5, True, "x", [], [1], [{"a": 1}], {}, {"a": [1]}])
@pytest.mark.parametrize("action", ["merge", "confirm", "add", "correct", "rights"])
def test_a_decision_of_another_shape_is_on_the_page_like_any_other(
    example: Example, action: str, odd: object
) -> None:
    line = {**ledger()[0], "action": action, "at": "yesterday"}
    shapes = ({"with": odd}, {"fields": odd}, {"fields": ["date"], "values": odd})
    lines = [{**line, "line": 90 + n, "values": values} for n, values in enumerate(shapes)]
    data = page_data(
        example.record, example.script, {}, example.texts, language="ar", decisions=lines
    )
    assert [decision["line"] for decision in data["decisions"]] == [92, 91, 90]


def test_a_card_knows_who_decided_about_it(example: Example) -> None:
    data = data_of(weigh(example))
    audience = next(event for event in data["events"] if event["id"] == "v-audience")
    (note,) = audience["decisions"]
    assert (note["who"], note["day"], note["why"]) == ("Aigerim", "2026-11-26", "seen it")
    assert note["fields"] == ["date"]
