"""The words of a Japanese title tell of what kind of house or town it is."""

import pytest
from test_resolution import posts, read


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("{L:根室市}は遠い。雪が降った。{L:北海道}の話だ。{P:森弘}{T:市長}が来た。", "根室市"),
        ("{L:北海道}の{O:根室市役所}で{P:森弘}{T:市長}が話した。", "根室市役所"),
        ("{L:北海道}の{L:根室市}で{P:森弘}{T:知事}が話した。", "北海道"),
        ("{L:霊山寺}で{P:森弘}{T:住職}が話した。", "霊山寺"),
        ("夜は{T:{L:東大寺}の別当}、{P:森弘}師が話した。", "東大寺"),
    ],
)
def test_a_title_finds_its_kind_of_house(text: str, house: str) -> None:
    _, by_name = read(text, "ja")
    assert posts(by_name["森弘"])[0][1] == by_name[house].id
