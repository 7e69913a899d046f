"""A plural or dual word of a post tells of each who is named behind it what he is."""

import pytest
from test_resolution import posts, read


@pytest.mark.parametrize(
    "post",
    [
        "وزيرا الصحة",
        "وزيرا صحة البلدين",
        "الوزيران",
        "وزيري تجارة الجانبين",
        "وزيرا الصحة في البلدين،",
    ],
)
def test_two_named_behind_a_dual_are_of_two_states(post):
    _, by_name = read(
        f"بين {{L:اليابان}} و{{L:كازاخستان}} وقع {post} {{P:كين ساتو}} و{{P:عمر سيتوف}} اتفاقا.",
        "ar",
    )
    assert posts(by_name["كين ساتو"]) == [("minister", "JP", "current")]
    assert posts(by_name["عمر سيتوف"]) == [("minister", "KZ", "current")]


def test_a_list_tells_the_state_beside_every_name():
    _, by_name = read(
        "اجتمع رؤساء {L:اليابان} {P:كين ساتو} و{L:كازاخستان} {P:عمر سيتوف} أمس.", "ar"
    )
    assert posts(by_name["كين ساتو"]) == [("head_of_state", "JP", "current")]
    assert posts(by_name["عمر سيتوف"]) == [("head_of_state", "KZ", "current")]


def test_two_of_two_matters_are_no_two_of_one():
    _, by_name = read("في {L:اليابان} التقى وزيرا الخارجية والدفاع {P:كين ساتو} أمس.", "ar")
    assert posts(by_name["كين ساتو"]) == []
