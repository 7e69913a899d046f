"""Days as Japanese broadcasts say them, and days that share one word for “day”."""

import pytest

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.temporal.times import find_dates


def dates(text):
    """Give words and value of each date of a text of Thursday, 18 September 2025."""
    found = find_dates(Document("s1", text, "ja", "2025-09-18"), split_sentences(text, "ja"))
    return [(m.text, m.value) for m in found]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("きょう", "2025-09-18"),
        ("きのう", "2025-09-17"),
        ("おととい", "2025-09-16"),
        ("昨夕", "2025-09-17"),
        ("あす", "2025-09-19"),
        ("あさって", "2025-09-20"),
        ("月内", "2025-09"),
        ("先々月", "2025-07"),
        ("おととし", "2023"),
        ("再来年", "2027"),
    ],
)
def test_days_are_told_in_syllables_too(word, value):
    assert dates(f"首相は{word}、マセルを訪問する。") == [(word, value)]


def test_every_week_on_sunday_is_no_day():
    assert dates("大使は毎週日曜、昼食会を開く。") == []


def test_a_day_in_syllables_is_part_of_no_other_word():
    assert dates("きょうだいはらっきょうを持ってきた。") == []


def test_from_tomorrow_on():
    assert dates("首相は、あすから3日間、マセルを訪れます。") == [("あす", "2025-09-19")]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("16、17日", "2025-09-16/2025-09-17"),
        ("16、17の両日", "2025-09-16/2025-09-17"),
        ("9月29、30日", "2025-09-29/2025-09-30"),
        ("先月16・17日", "2025-08-16/2025-08-17"),
        ("来月2、3、4日", "2025-10-02/2025-10-04"),
        ("先月16日から17日", "2025-08-16/2025-08-17"),
    ],
)
def test_days_in_a_row_share_their_word_and_their_month(words, value):
    assert dates(f"首相は{words}、マセルを訪問した。") == [(words, value)]
