"""Who is along in Japanese, who was met one by one or without a name, and what is not told."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, text):
    found = reader.read(Document("d", text, "ja", "2024-05-06"))
    names = {e.id: e.name for e in found.entities}
    return [(e.type, e.status.value, {names[p] for p in e.participants}) for e in found.events]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "ペルーのレイ大統領とエストニアのタム大統領は4日夜、電話で約30分間会談し、来年、"
            "互いの首都に大使館を開設することで合意した。",
            ("phone_call", "held", {"レイ", "タム"}),
        ),
        (
            "ペルーのレイ外相は3日、タム大統領を表敬訪問した。4日には環境相のモラ氏とともに"
            "発電所を視察した。",
            ("visit", "held", {"レイ", "モラ"}),
        ),
        (
            "ペルーのレイ大統領は3日、モラ首相と共にリガを訪れた。",
            ("visit", "held", {"レイ", "モラ"}),
        ),
        (
            "ペルーのレイ外相は3日、エストニアのタム外相と会談した。ガーナ外相との会談も予定され"
            "ていたが、航空便の遅れで実現しなかった。",
            ("talks", "cancelled", {"レイ"}),
        ),
        (
            "レイ大統領は、協力を進めるとともに、タム首相をリマに招請した。",
            ("visit", "proposed", {"タム"}),
        ),
        (
            "シオシア国王とマリア王妃は3日、リガを訪れた。",
            ("visit", "held", {"シオシア", "マリア"}),
        ),
    ],
)
def test_what_is_told_is_found(reader, text, event):
    assert event in told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "ペルーのレイ外相は3日、エストニアのタム外相、ガーナのモラ副首相とも個別に会談した。",
        "ペルーのレイ外相は3日、エストニアのタム外相、ガーナのモラ副首相とそれぞれ会談した。",
    ],
)
def test_meetings_held_one_by_one_are_several(reader, text):
    talks = [people for kind, _, people in told(reader, text) if kind == "talks"]
    assert talks == [{"レイ", "タム"}, {"レイ", "モラ"}]


def test_each_side_s_own_view_parts_no_meeting(reader):
    text = "ペルーのレイ外相とエストニアのタム外相、ガーナのモラ外相は3日、それぞれの立場を説明し、会談した。"
    assert len([1 for kind, *_ in told(reader, text) if kind == "talks"]) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("モラ外務次官は、大使が任命されるまでの間は臨時代理大使を置くと説明した。", "appointment"),
        ("ペルーのレイ大統領の訪問が延期されるとの見方を示した。", "visit"),
    ],
)
def test_what_is_only_thought_of_is_not_told(reader, text, kind):
    assert kind not in [event[0] for event in told(reader, text)]


def test_company_of_a_later_sentence_is_none_of_the_visit_before(reader):
    text = (
        "ペルーのレイ外相は3日、リガを訪れた。エストニアのタム外相は「国民とともにいる」と述べた。"
        "4日にはモラ環境相とともに発電所を視察した。"
    )
    assert told(reader, text)[0] == ("visit", "held", {"レイ"})


def test_that_a_visit_may_be_put_off_leaves_it_planned(reader):
    text = (
        "ペルーのレイ大統領は11月3日にリガを訪れる予定だった。高官は「難しい」と話し、"
        "訪問が延期されるとの見方を示した。"
    )
    assert ("visit", "planned", {"レイ"}) in told(reader, text)
