"""Years told by their last two digits, and numbers beside days that are none of them."""

import pytest

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.temporal.times import evaluate_dates, find_dates


def values(text):
    """Give words and value of each date of a text of 3 March 2026."""
    document, sentences = Document("s1", text, "ja", "2026-03-03"), split_sentences(text, "ja")
    spans = [(m.start, m.end) for m in find_dates(document, sentences)]
    told = evaluate_dates(document, sentences, spans)
    return [(text[start:end], value) for (start, end), value in sorted(told.items())]


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("国交を結んだのは73年。", ("73年", "1973")),
        ("大使館の閉鎖は91年だった。", ("91年", "1991")),
        ("94年の帰国まで教えた。", ("94年", "1994")),
        ("12年には戻った。", ("12年", "2012")),
    ],
)
def test_a_year_of_two_digits_stands_behind_a_whole_one(told, date):
    assert values(f"1961年に独立した。{told}") == [("1961年", "1961"), date]


@pytest.mark.parametrize(
    "told",
    [
        "20年に及ぶ内戦だった。",
        "続いたのは20年だった。",
        "約30年から40年かかる。",
        "20年余りを要した。",
    ],
)
def test_a_length_of_time_is_no_year(told):
    assert values(f"1961年に独立した。{told}") == [("1961年", "1961")]


def test_without_a_whole_year_before_there_is_none():
    assert values("国交を結んだのは73年。") == []


def test_nights_and_days_are_a_length():
    assert values("外相は3日にわたる協議を終え、40年にわたる友情に触れた。") == []
    assert values("首相は16日から2泊3日の日程で訪れる。") == [("16日", "2026-03-16")]
