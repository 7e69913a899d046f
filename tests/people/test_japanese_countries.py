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
