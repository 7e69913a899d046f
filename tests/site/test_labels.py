from __future__ import annotations

import pytest

from sijill.site.labels import (
    INTERFACE_LANGUAGES,
    country_labels,
    date_label,
    date_years,
    interface_words,
    language_labels,
)


@pytest.mark.parametrize(
    ("edtf", "arabic", "english"),
    [
        ("2025", "2025", "2025"),
        ("2025-12", "ديسمبر 2025", "December 2025"),
        ("2025-12-18", "18 ديسمبر 2025", "18 December 2025"),
        ("2025-12-17/2025-12-20", "17–20 ديسمبر 2025", "17–20 December 2025"),
        ("2024-11-30/2024-12-02", "30 نوفمبر – 2 ديسمبر 2024", "30 November – 2 December 2024"),
        ("2025-01/2025-05", "يناير – مايو 2025", "January – May 2025"),
        ("../2025-05-21", "حتى 21 مايو 2025", "until 21 May 2025"),
        ("2019-03/..", "من مارس 2019", "from March 2019"),
        ("[1996-02,1997-02]", "فبراير 1996 أو فبراير 1997", "February 1996 or February 1997"),
        ("199X", "السنوات 1990–1999", "1990s"),
        ("2024-21", "ربيع 2024", "spring 2024"),
        ("2004~", "نحو 2004", "about 2004"),
        ("not a date", "not a date", "not a date"),
    ],
)
def test_dates_are_said_as_precisely_as_they_were_told(
    edtf: str, arabic: str, english: str
) -> None:
    assert date_label(edtf, "ar") == arabic
    assert date_label(edtf, "en") == english


def test_years_of_a_date_are_all_it_touches() -> None:
    assert date_years("2023-12-30/2024-01-02") == [2023, 2024]
    assert date_years("../2025-05-21") == [2025]
    assert date_years("1800/1999") == [1800, 1999]
    assert date_years("nothing") == []


def test_both_interfaces_have_the_same_words_with_the_same_blanks() -> None:
    arabic, english = (interface_words(lang) for lang in INTERFACE_LANGUAGES)
    assert list(arabic) == list(english)
    for key, text in arabic.items():
        blanks = {part.split("}")[0] for part in text.split("{")[1:]}
        others = {part.split("}")[0] for part in english[key].split("{")[1:]}
        # A decade is said by its first and last year in Arabic, by its first in English.
        assert blanks == others or key == "date.decade", key


def test_names_of_states_and_languages_come_in_both_languages() -> None:
    assert country_labels("KZ") == {"ar": "كازاخستان", "en": "Kazakhstan"}
    assert country_labels("nowhere") == {"ar": "nowhere", "en": "nowhere"}
    assert language_labels("ja")["en"] == "Japanese"
    assert language_labels("not a language")["own"] == "not a language"
