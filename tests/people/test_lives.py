"""A paragraph of somebody's life names nobody: its posts are of whom the text is about."""

import pytest
from test_resolution import posts, read

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

LEAD = "{P:森弘}氏が死去\n\n{P:森弘}氏が死去した。喪主は妻の{P:陽子}さん。\n\n"


def _told(text: str, name: str) -> list[tuple[str, str]]:
    return [(role, status) for role, _, status in posts(read(text, "ja")[1][name])]


def test_a_life_is_of_whom_the_text_is_about_and_not_of_his_wife() -> None:
    text = (
        f"{LEAD}盛岡市生まれ。外務省に入り、{{T:経済局長}}、{{T:外務次官}}などを経て退官した。"
        "{T:協会会長}を10年間務めた。"
    )
    assert _told(text, "森弘") == [
        ("deputy_minister", "former"),
        ("senior_official", "former"),
        ("business_association", "former"),
    ]
    assert _told(text, "陽子") == []


def test_a_paragraph_that_names_somebody_else_is_not_of_him() -> None:
    text = f"{LEAD}{{P:林光}}氏は盛岡市生まれ。外務省に入り、{{T:外務次官}}などを経て退官した。"
    assert _told(text, "森弘") == []


@pytest.mark.parametrize(
    ("life", "posts_told"),
    [
        ("夫人は東京都出身。大学を卒業後、駐チリ大使を務めた。", ["head_of_state"]),
        ("伝説の外交官、杉原は岐阜県生まれ。外務省に入り、駐チリ大使を務めた。", ["head_of_state"]),
        ("東京都生まれ。外務省に入り、駐チリ大使を務めた。", ["head_of_state", "ambassador"]),
    ],
)
def test_a_life_of_somebody_else_gives_no_post(life: str, posts_told: list[str]) -> None:
    text = f"見出し\n\nペルーのロハス大統領は20日、林外相と会談した。\n\n{life}"
    reading = Reader(load_register()).read(Document("s", text, "ja", "2026-05-20"))
    (man,) = [e for e in reading.entities if e.name == "ロハス"]
    assert [p.post for p in man.posts] == posts_told


def test_what_began_long_ago_and_is_told_as_over_is_over() -> None:
    text = "{T:元{L:日本}大使}の{P:森弘}氏が来た。{D:1994}年に{T:{L:タイ}大使}に就任した。"
    assert _told(text, "森弘") == [("ambassador", "former")]


@pytest.mark.parametrize(
    "text",
    [
        "{L:タイ}の{P:森弘}{T:首相}（当時）の訪日が実現した。",
        "{L:タイ}の{P:森弘}{T:首相}(当時)は笑った。",
    ],
)
def test_who_held_an_office_then_holds_it_no_more(text: str) -> None:
    assert _told(text, "森弘") == [("head_of_government", "former")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("{L:フィジー}の{P:森弘}{T:駐{L:日本}兼{L:タイ}大使}が来た。", "FJ"),
        ("{T:駐{L:日本}兼{L:タイ}大使}の{P:森弘}氏が来た。", None),
        ("{T:駐{L:日本}・{L:タイ}大使}の{P:森弘}氏が来た。", "TH"),
    ],
)
def test_an_envoy_to_two_states_is_of_neither(text: str, country: str | None) -> None:
    assert read(text, "ja")[1]["森弘"].country == country
