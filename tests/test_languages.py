"""How languages write lists."""

import pytest

from sijill.languages import listed


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "A, B, C"), ("ar", "A، B، C"), ("ja", "A、B、C"), ("kk", "A, B, C"), ("fr", "A, B, C")],
)
def test_a_list_has_the_comma_of_its_language(language, written):
    assert listed(iter("ABC"), language) == written


def test_a_list_of_one_has_none():
    assert listed(["A"], "ar") == "A"
    assert listed([], "ar") == ""
