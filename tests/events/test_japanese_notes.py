"""Notes exchanged, envoys asked to explain and missions closed in Japanese words."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def events(reader, text):
    document = Document("s", f"港の一日\n\n{text}", "ja", "2025-10-14")
    return [(e.type, e.status.value, e.date) for e in reader.read(document).events]


def test_an_envoy_who_is_to_explain_was_called_in(reader):
    text = "コートジボワール外務省は2月20日、ポーランド大使を呼んで説明を求めた。"
    assert events(reader, text) == [("protest", "held", "2025-02-20")]


def test_an_exchange_of_notes_is_a_signing(reader):
    text = "5日、両国は円借款に関する書簡の交換を行いました。"
    assert ("signing", "held", "2025-10-05") in events(reader, text)


def test_the_closing_told_right_behind_is_the_missions(reader):
    text = "ケニアは1973年、アビジャンに大使館を開いた。閉鎖は1991年。"
    assert events(reader, text) == [
        ("embassy_opened", "held", "1973"),
        ("embassy_closed", "held", "1991"),
    ]


def test_talks_that_agree_on_others_were_held(reader):
    text = "オセイ首相は6日、ケニアのムテミ外相と会談し、定期協議を行うことで一致した。"
    assert events(reader, text)[0] == ("talks", "held", "2025-10-06")


def test_a_heading_over_talks_is_none(reader):
    assert events(reader, "1　要人との会談等") == []
