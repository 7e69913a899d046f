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


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("副大臣は9日、来日した。大使が抗議した3日後、領事が帰国した。", "3日後", None),
        ("副大臣は9日、来日した。凍結が報じられた翌日のことだ。", "翌日", None),
        ("副大臣は9日、来日した。国を離れる前日、記者に語った。", "前日", None),
        ("副大臣は9日、来日した。来日した翌日、工場を視察した。", "翌日", "2025-09-10"),
        ("副大臣が9日に抗議した3日後、領事が帰国した。", "3日後", "2025-09-12"),
        ("副大臣は9日、来日した。また翌日、工場を視察した。", "翌日", "2025-09-10"),
    ],
)
def test_what_is_counted_from_a_deed_has_its_day_only_where_it_was_told(text, words, value):
    assert dict(dates(text))[words] == value


def test_years_later_are_the_year_told_beside_them():
    text = "2001年、初めて会った。\n\n国交が結ばれたのは、それから4年後の2005年だ。"
    assert dates(text) == [("2001年", "2001"), ("4年後", "2005"), ("2005年", "2005")]


@pytest.mark.parametrize(
    "words", ["一日も早い再開を願う。", "三日三晩を過ごした。", "祭りは一日がかりで続いた。"]
)
def test_days_that_only_tell_how_long_are_no_dates(words):
    assert dates(words) == []


@pytest.mark.parametrize("sign", ["～", "―", "－", "〜"])
def test_every_dash_of_the_press_joins_two_days(sign):
    assert dates(f"首相は訪問した（11{sign}13日）。") == [
        (f"11{sign}13日", "2025-09-11/2025-09-13")
    ]
    assert dates(f"日誌（4月7日{sign}13日）") == [(f"4月7日{sign}13日", "2025-04-07/2025-04-13")]
    assert dates(f"試合は2{sign}1だった。") == []
