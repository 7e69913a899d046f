import pytest

from sijill.cli.words import day_words


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2023-21", "spring 2023"),
        ("2019-02-04/2019-02-05", "2019-02-04/2019-02-05"),
        ("2019-02", "2019-02"),
        (None, "no date"),
    ],
)
def test_a_season_is_shown_in_words_and_other_dates_as_they_are_kept(edtf, shown):
    assert day_words(edtf) == shown
