"""A bare noun for a house means the named one that the text calls so."""

import pytest
from test_resolution import posts, read


@pytest.mark.parametrize(
    ("text", "name", "house"),
    [
        (
            "A fund, {O:Sahel Impact}, bought the cooperative {O:Verde Alto}. The"
            " {T:{O:fund}'s chairman}, {P:Anna Moe}, was glad, the {T:{O:cooperative}'s president},"
            " {P:Juha Salo}, was not.",
            "Anna Moe",
            "Sahel Impact",
        ),
        (
            "A fund, {O:Sahel Impact}, bought the cooperative {O:Verde Alto}. The"
            " {T:{O:fund}'s chairman}, {P:Anna Moe}, was glad, the {T:{O:cooperative}'s president},"
            " {P:Juha Salo}, was not.",
            "Juha Salo",
            "Verde Alto",
        ),
        (
            "{O:Ostrana} sold ships to {O:Belpex}. {O:Ostrana} lost money. {P:Anna Moe}, the"
            " {T:{O:firm}'s chairwoman}, was sorry.",
            "Anna Moe",
            "Ostrana",
        ),
    ],
)
def test_a_bare_noun_means_the_house_that_is_called_so(text: str, name: str, house: str) -> None:
    _, by_name = read(text, "en")
    assert [p.body for p in by_name[name].posts] == [by_name[house].id]


def test_a_head_of_some_part_heads_no_house() -> None:
    _, by_name = read(
        "The {O:Lake Forum} met. The {T:{O:forum}'s head of communications}, {P:Anna Moe}, spoke.",
        "en",
    )
    assert [p.post for p in by_name["Anna Moe"].posts] == ["senior_official"]


def test_a_governor_of_a_department_is_of_the_place_told_last() -> None:
    _, by_name = read(
        "Schools in {L:Lempira} got books. The {T:{O:department}'s governor}, {P:Anna Moe}, came.",
        "en",
    )
    assert posts(by_name["Anna Moe"]) == [("governor", by_name["Lempira"].id, "current")]


def test_a_director_of_prisons_serves_the_state_and_no_house_told_before() -> None:
    _, by_name = read(
        "{T:{L:Norway}'s minister}, {P:Juha Salo}, saw the {O:Chamber of Deputies} with the"
        " {T:Director of Prisons}, {P:Anna Moe}.",
        "en",
    )
    assert posts(by_name["Anna Moe"]) == [("senior_official", "NO", "current")]


def test_a_head_of_some_matter_at_a_house_heads_no_house() -> None:
    _, by_name = read("{P:Ole Aas}, {T:head of cardiology} at {O:Lake Hospital}, came.", "en")
    assert [p.post for p in by_name["Ole Aas"].posts] == ["senior_official"]


def test_whoever_is_named_before_the_head_of_a_house_does_not_head_it() -> None:
    _, by_name = read(
        "{T:Economist} {P:Anna Moe} and the {T:head of the {O:Lake Fund}}, {P:Ole Aas}, spoke.",
        "en",
    )
    assert [p.post for p in by_name["Anna Moe"].posts] == ["expert"]


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("{O:セネガル石油公社}は話した。{O:公社}の{P:森弘}{T:総裁}が来た。", "セネガル石油公社"),
        (
            "{O:水資源局}は話した。{O:港湾庁}が続いた。{O:同局}の{P:森弘}{T:技師}が来た。",
            "水資源局",
        ),
    ],
)
def test_a_japanese_noun_means_the_house_whose_name_ends_so(text: str, house: str) -> None:
    _, by_name = read(text, "ja")
    assert posts(by_name["森弘"])[0][1] == by_name[house].id
