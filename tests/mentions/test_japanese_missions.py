"""Missions and envoys of a Japanese text, with the town in which they are."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, text, kind):
    reading = reader.read(Document("s", f"港の一日\n\n{text}", "ja", "2026-02-03"))
    return [m.text for m in reading.mentions if m.kind.value == kind]


@pytest.mark.parametrize(
    "name", ["アクラの大使館", "レイキャビクのケニア大使館", "在コペンハーゲンのザンビア大使館"]
)
def test_a_mission_has_its_town_in_its_name(reader, name):
    assert told(reader, f"{name}は20日、声明を出した。", "organisation") == [name]


def test_the_mission_of_a_state_is_told_by_itself(reader):
    assert told(reader, "メキシコの大使館が兼轄する。", "organisation") == ["大使館"]


@pytest.mark.parametrize(
    ("text", "country", "status"),
    [
        ("在アビジャンのポーランド大使、マチェイ・グロホラ氏が語った。", "PL", "current"),
        ("ナイロビ駐在のラトビア大使、ヤニス・カルニンシュ氏が語った。", "LV", "current"),
        ("元駐フィリピン・ハンガリー大使のラヨシュ・キシュ氏が死去した。", "HU", "former"),
    ],
)
def test_envoys_are_of_who_sends_them(reader, text, country, status):
    reading = reader.read(Document("s", f"港の一日\n\n{text}", "ja", "2026-02-03"))
    [post] = [p for e in reading.entities for p in getattr(e, "posts", ())]
    assert (post.body, post.status) == (country, status)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("会談には阿比留恒夫駐グアテマラ日本国大使が同席しました。", "阿比留恒夫"),
        ("会合には小鳥遊航外務省アフリカ部長が出席した。", "小鳥遊航"),
        ("ジェナナ・コヴァチ外務省報道官は後で、説明した。", "ジェナナ・コヴァチ"),
    ],
)
def test_a_goal_or_ministry_ends_a_name(reader, text, name):
    assert told(reader, text, "person") == [name]
