import pytest

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.temporal.times import find_dates


def values(language, published, text):
    document = Document("x", text, language, published)
    return [m.value for m in find_dates(document, split_sentences(text, language))]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Во второй половине дня 18 декабря 2025 года он провел переговоры.", "2025-12-18"),
        ("Во второй половине 2024 года товарооборот вырос.", "2024-07/2024-12"),
    ],
)
def test_the_second_half_of_a_day_is_no_half_year(words, value):
    assert values("ru", "2025-12-22", words) == [value]


def test_a_history_counts_on_from_what_it_told():
    words = "平成20年の訪問は6月18日に始まった。会見は19日だった。"
    assert values("ja", None, words) == ["2008", "2008-06-18", "2008-06-19"]


def test_a_day_that_was_lies_in_the_past():
    assert values("en", "2025-12-20", "On April 15 he met the Emperor.") == ["2025-04-15"]


def test_a_day_to_come_lies_ahead():
    assert values("en", "2025-12-20", "He will arrive in April.") == ["2026-04"]


def test_an_aside_of_another_year_does_not_take_the_month_away():
    words = "平成28年の訪問では11月7日に会談した。その前は平成3年である。9日には広島を訪れた。"
    assert values("ja", None, words)[-1] == "2016-11-09"


def test_a_span_of_hijri_days_is_one_of_days():
    words = "زار الرئيس ليما خلال الفترة من 15 إلى 17 جمادى الأولى 1447هـ."
    assert values("ar", "2025-11-08", words) == ["2025-11-06/2025-11-08"]
