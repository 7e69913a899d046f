"""Days counted inside of a stay, weekdays of a week told, and ranges over the end of a month."""

import pytest

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.temporal.times import find_dates


def values(text, language, published):
    """Give the values of the dates in a text, in order."""
    found = find_dates(Document("s1", text, language, published), split_sentences(text, language))
    return [m.value for m in found]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("会合は31日から9月2日まで開かれる。", "ja", "2025-08-31/2025-09-02"),
        (
            "Министр 29 тамыздан 2 қыркүйекке дейін Қырғызстанда болды.",
            "kk",
            "2025-08-29/2025-09-02",
        ),
        ("Форум пройдёт с 30 по 2 сентября.", "ru", "2025-08-30/2025-09-02"),
    ],
)
def test_a_range_over_the_end_of_a_month_begins_in_the_one_before(text, language, value) -> None:
    assert values(text, language, "2025-08-27") == [value]


def test_a_distance_in_kazakh_is_no_range() -> None:
    told = values("Елшілік 2010 жылы ашылды. Екі жылдан кейін министр келді.", "kk", "2025-08-27")
    assert told == ["2010", "2012"]


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        (
            "首相は20日から4日間の日程で訪れた。2日目に会談し、最終日に講演した。",
            "ja",
            ["2025-05-20", "2025-05-21", "2025-05-23"],
        ),
        (
            "首相は水曜日に訪れた。初日に会談し、3日目に帰国した。",
            "ja",
            ["2025-05-21", "2025-05-21", "2025-05-23"],
        ),
        (
            "Елші 20-22 мамырда болды. Келген күні министрмен, ертеңінде әкіммен кездесті.",
            "kk",
            ["2025-05-20/2025-05-22", "2025-05-20", "2025-05-21"],
        ),
        (
            "Посол был там с 20 по 22 мая. В день приезда его принял мэр, в день отъезда — ректор.",
            "ru",
            ["2025-05-20/2025-05-22", "2025-05-20", "2025-05-22"],
        ),
    ],
)
def test_days_are_counted_from_the_first_one_of_a_stay(text, language, told) -> None:
    assert values(text, language, "2025-05-26") == told


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Прошлая неделя была полна дел. В понедельник посол читал лекцию.", "ru"),
        ("Өткен аптада елші көп жұмыс істеді. Дүйсенбі күні ол дәріс оқыды.", "kk"),
        ("大使は先週、行事に追われた。月曜日には講演した。", "ja"),
        ("Last week was a busy one. On Monday the envoy gave a lecture.", "en"),
    ],
)
def test_weekdays_are_of_the_week_that_a_paragraph_opens_with(text, language) -> None:
    assert values(text, language, "2025-05-26")[-1] == "2025-05-19"


def test_a_weekday_is_of_the_week_of_its_own_sentence() -> None:
    text = "Он приехал 3 мая. На прошлой неделе, в понедельник, он говорил. В понедельник уехал."
    assert values(text, "ru", "2025-05-26")[1:] == ["2025-05-19", "2025-05-26"]


def test_a_date_tagged_without_its_count_is_whole() -> None:
    text = "Два года спустя он уехал."
    found = find_dates(Document("s1", text, "ru", "2025-05-26"), split_sentences(text, "ru"))
    assert [m.text for m in found] == ["Два года спустя"]


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Ол 3 мамырда келді. Екі күннен соң кетті.", "kk", "2025-05-05"),
        ("Ол 2023 жылғы мамырда келді. Үш айдан соң кетті.", "kk", "2023-08"),
        ("Он был там 3 мая. Неделю спустя он ушёл.", "ru", "2025-05-10"),
    ],
)
def test_a_distance_is_counted_from_the_day_told_last(text, language, told) -> None:
    assert values(text, language, "2025-05-26")[-1] == told


def test_a_name_with_an_ending_is_no_word_of_the_calendar() -> None:
    text = "Ол 2023 жылғы мамырда келді. Бір жылдан кейін Айна Бердиева барды."
    found = find_dates(Document("s1", text, "kk", "2025-05-26"), split_sentences(text, "kk"))
    assert [m.text for m in found][-1] == "Бір жылдан кейін"


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        (
            "Она прибудет 28 сентября и останется до 1 октября. На второй день её примет мэр.",
            "ru",
            29,
        ),
        ("大臣は28日に到着し、10月1日まで滞在する。2日目に会談する。", "ja", 29),
    ],
)
def test_a_stay_may_be_told_by_its_first_day_and_until_when(text, language, told) -> None:
    assert values(text, language, "2025-09-26")[-1] == f"2025-09-{told}"


def test_the_day_before_the_one_told() -> None:
    assert values("Он был там 3 мая. Днём раньше он пел.", "ru", "2025-05-26")[-1] == "2025-05-02"
