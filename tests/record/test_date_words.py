import pytest

from sijill.record.wording import date_words


@pytest.mark.parametrize(
    ("edtf", "language", "words"),
    [
        ("2023-21", "en", "spring 2023"),
        ("2023-21", "ar", "ربيع 2023"),
        ("2022-24", "ru", "зима 2022"),
        ("2023-21/2023-22", "ja", "2023年春 – 2023年夏"),
        ("199X", "kk", "1990-жылдар"),
        ("2023", "en", "2023"),
    ],
)
def test_a_season_and_a_decade_are_said_in_words(edtf, language, words):
    assert date_words(edtf, language) == words
