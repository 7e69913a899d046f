"""Of which state or house somebody is whom a Japanese text tells without saying so."""

import pytest
from test_resolution import posts, read


@pytest.mark.parametrize(
    "text",
    [
        "{L:カザフスタン}の{P:森弘}{T:{L:日本}課長}が来た。",
        "{L:カザフスタン}からは{O:港湾公社}の{P:アン・リー}氏と{P:森弘}{T:欧州局長}が来た。",
        "{L:カザフスタン}の{P:アン・リー}{T:首相}は{P:森弘}氏を{T:{L:日本}担当特使}に任命した。",
        "{O:海洋大学}は{L:カザフスタン}の{P:森弘}氏を招いた。かつて{T:公使}を務めた。",
    ],
)
def test_a_state_that_an_office_sees_to_is_not_the_one_it_serves(text: str) -> None:
    _, by_name = read(text, "ja")
    assert posts(by_name["森弘"])[0][1] == "KZ"


def test_where_an_envoy_is_sent_tells_nothing_of_who_is_named_beside_him() -> None:
    _, by_name = read(
        "{L:カザフスタン}は{L:日本}と話した。{P:アン・リー}{T:駐{L:日本}大使}、"
        "{P:バン・コー}{T:首相補佐官}がいた。",
        "ja",
    )
    assert posts(by_name["バン・コー"])[0][1] == "KZ"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # Who is met, called on, or greets is of the other state.
        ("{L:カザフスタン}の{P:アン・リー}{T:財務相}が来た。続いて{P:バン・コー}{T:首相}を表敬した。", "FJ"),
        ("{L:カザフスタン}の{P:アン・リー}{T:財務相}が来た。空港では{P:バン・コー}{T:外相}が出迎えた。", "FJ"),
        ("{L:カザフスタン}の{P:アン・リー}{T:財務相}は{P:バン・コー}{T:経済相}と会談した。", "FJ"),
        # So are two who sign with each other,
        ("{P:バン・コー}{T:運輸相}と{L:カザフスタン}の{P:アン・リー}{T:運輸相}が協定に署名した。", "FJ"),
        ("{L:フィジー}との経済対話が開かれ、{P:バン・コー}{T:運輸相}と{L:カザフスタン}の{P:アン・リー}"
         "{T:財務相}が出席した。", "FJ"),
        # but not who come to see the same third, nor who travel together.
        ("{L:カザフスタン}の{P:アン・リー}{T:財務相}が来る。{P:バン・コー}{T:外相}らが同行する。", "KZ"),
    ],
)  # fmt: skip
def test_who_is_met_is_of_the_other_state_and_who_travels_along_of_the_same(
    text: str, country: str
) -> None:
    # What is told most is the one, but for who faces whom.
    most, least = ("カザフスタン", "フィジー") if country == "FJ" else ("フィジー", "カザフスタン")
    first = f"{{L:{most}}}と{{L:{least}}}、{{L:{most}}}。"
    _, by_name = read(f"{first}\n\n{text}", "ja")
    assert posts(by_name["バン・コー"])[0][1] == country


def test_a_side_named_before_a_name_tells_its_state() -> None:
    _, by_name = read(
        "{L:日本}側からは{P:アン・リー}{T:財務相}、{L:カザフスタン}からは{P:バン・コー}{T:外相}が来た。",
        "ja",
    )
    assert posts(by_name["アン・リー"])[0][1] == "JP"
    assert posts(by_name["バン・コー"])[0][1] == "KZ"


def test_names_in_kanji_are_of_japan_whatever_states_a_text_tells_of() -> None:
    _, by_name = read("{L:カザフスタン}の話を{T:宗教学者}の{P:前田知郷}さんに聞いた。", "ja")
    assert posts(by_name["前田知郷"])[0][1] == "JP"


def test_an_official_told_with_a_province_is_of_it() -> None:
    _, by_name = read("{L:岐阜県}の{P:坪内瞳}{T:国際交流課長}が来た。", "ja")
    (post,) = by_name["坪内瞳"].posts
    assert post.body == by_name["岐阜県"].id


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("{L:フィジー}の{O:港湾公社}の話。{P:バン・コー}{T:{O:アジア局}副局長}が来た。", "FJ"),
        ("{L:フィジー}の{P:バン・コー}{T:{O:外務省}アジア局長}が来た。", "外務省"),
    ],
)
def test_a_regional_department_is_no_house(text: str, house: str) -> None:
    _, by_name = read(text, "ja")
    body = by_name[house].id if house in by_name else house
    assert posts(by_name["バン・コー"])[0][1] == body


def test_a_kanji_byline_is_of_japan_and_no_other() -> None:
    for name, body in (("早乙女航", "JP"), ("アン・リー", None)):
        text = f"{{L:カザフスタン}}の首相が訪問\n\n【アスタナ＝{{P:{name}}}】{{L:カザフスタン}}は話した。"
        _, by_name = read(text, "ja")
        assert posts(by_name[name]) == [("journalist", body, "current")]


def test_a_king_is_none_of_japan() -> None:
    _, by_name = read(
        "{L:日本}は話した。{L:日本}は{L:タイ}と話した。{P:バン2世}{T:国王}の親書が来た。", "ja"
    )
    assert posts(by_name["バン2世"])[0][1] == "TH"
