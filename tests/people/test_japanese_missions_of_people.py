"""Whose envoys and officials those are who are told right behind a Japanese embassy or ministry."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("ラトビア大使館のアダ・カルニンシュ大使は「残念だ」と述べた。", "LV"),
        ("式典にはケニア大使館のジョイス・オウマ一等書記官が出席した。", "KE"),
        ("在ペルー日本大使館の村瀬健太郎大使が出席した。", "JP"),
    ],
)
def test_who_is_told_behind_an_embassy_is_of_its_state(reader, text, country):
    reading = reader.read(Document("s", f"港の一日\n\n{text}", "ja", "2026-02-03"))
    people = [e for e in reading.entities if e.kind is MentionKind.PERSON]
    assert [e.country for e in people] == [country]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("ラトビア外務省は2日、声明を出した。", "LV"),
        ("ケニア大使館は2日、声明を出した。", "KE"),
        ("在ケニア日本国大使館は2日、ケニアの大臣を招いた。", "JP"),
        ("在ケニア中国大使館は2日、ケニアの大臣を招いた。", "CN"),
        ("在ケニア・ラトビア大使館は2日、ケニアの大臣を招いた。", "LV"),
    ],
)
def test_a_house_written_onto_a_state_is_its(reader, text, country):
    reading = reader.read(Document("s", f"港の一日\n\n{text}", "ja", "2026-02-03"))
    houses = [e for e in reading.entities if e.kind is MentionKind.ORGANISATION]
    assert [e.country for e in houses] == [country]
