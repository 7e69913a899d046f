"""Dates get the value that their words and the day of publication give, and nothing more."""

import pytest

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.temporal.times import evaluate_dates, find_dates


def dates(
    text: str, language: str, published: str | None = "2025-02-11"
) -> list[tuple[str, str | None]]:
    document = Document("s1", text, language, published)
    found = find_dates(document, split_sentences(text, language))
    assert all(text[m.start : m.end] == m.text for m in found)
    return [(m.text, m.value) for m in found]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # Tuesday 11 February 2025 is the day of publication throughout.
        ("وصل مساء الأحد إلى بيروت.", "ar", [("مساء الأحد", "2025-02-09")]),
        ("وقعا الاتفاق في 20 شباط الماضي.", "ar", [("20 شباط الماضي", "2025-02-20")]),
        ("يزور البلاد في حزيران المقبل.", "ar", [("حزيران المقبل", "2025-06")]),
        ("التقيا في ٣٠ أيار ١٩٩٤ بعمان.", "ar", [("٣٠ أيار ١٩٩٤", "1994-05-30")]),
        ("عام ٢٠٠٤ افتتحت السفارة", "ar", [("عام ٢٠٠٤", "2004")]),
        ("في 5 يوليوز 2024 وقعا", "ar", [("5 يوليوز 2024", "2024-07-05")]),
        (
            "غادر يوم الجمعة 7 كانون الثاني 2022",
            "ar",
            [("يوم الجمعة 7 كانون الثاني 2022", "2022-01-07")],
        ),
        ("They met on Thursday.", "en", [("Thursday", "2025-02-06")]),
        ("They will meet on Thursday.", "en", [("Thursday", "2025-02-13")]),
        ("It opened on 16 April 1992.", "en", [("16 April 1992", "1992-04-16")]),
        ("He may march in May.", "en", [("May", "2025-05")]),
        ("She left in September last year.", "en", [("September last year", "2024-09")]),
        ("from 6 to 9 April 1994", "en", [("6 to 9 April 1994", "1994-04-06/1994-04-09")]),
        ("Визит прошёл 16 апреля 1992 года.", "ru", [("16 апреля 1992 года", "1992-04-16")]),
        (
            "В сентябре прошлого года они встретились.",
            "ru",
            [("сентябре прошлого года", "2024-09")],
        ),
        ("Вчера посол уехал.", "ru", [("Вчера", "2025-02-10")]),
        ("2019 жылы ашылды.", "kk", [("2019 жылы", "2019")]),
        ("1992 жылғы 2 наурызда орнатылды", "kk", [("1992 жылғы 2 наурыз", "1992-03-02")]),
        ("Келесі жылдың көктемінде басталады", "kk", [("Келесі жылдың көктемі", "2026-21")]),
        ("令和7年2月6日に会談した。", "ja", [("令和7年2月6日", "2025-02-06")]),
        ("平成28年に訪れた。", "ja", [("平成28年", "2016")]),
        ("昨年8月に延期された。", "ja", [("昨年8月", "2024-08")]),
        ("2025-02-06 signed", "en", [("2025-02-06", "2025-02-06")]),
    ],
)
def test_dates_are_found_and_valued(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert dates(text, language) == expected


def test_a_day_alone_is_the_nearest_one() -> None:
    assert dates("大統領は9日に到着し、28日に帰国した。", "ja") == [
        ("9日", "2025-02-09"),
        ("28日", "2025-01-28"),
    ]


def test_the_same_day_is_the_day_told_last() -> None:
    assert dates("首相は3月18日に会談した。同日、帰国した。", "ja") == [
        ("3月18日", "2025-03-18"),
        ("同日", "2025-03-18"),
    ]


def test_without_a_day_of_publication_nothing_is_invented() -> None:
    assert dates("Вчера посол уехал", "ru", None) == [("Вчера", None)]
    assert all(value is None for _, value in dates("on 5 May", "en", None))
    assert dates("in May 1999", "en", None) == [("May 1999", "1999-05")]


def test_a_hijri_date_keeps_the_doubt_of_the_moon() -> None:
    assert dates("في 14 رمضان 1446 هـ", "ar")[0][1] == "[2025-03-13,2025-03-14,2025-03-15]"
    assert dates("في رمضان 1446 هـ", "ar")[0][1] == "[2025-02,2025-03]"
    assert dates("عام 1446 هـ", "ar")[0][1] == "[2024,2025]"
    both = dates("يوم الخميس 3 شعبان 1447هـ الموافق 22 يناير 2026", "ar")
    assert [value for _, value in both] == ["2026-01-22"]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("He came three days ago", "en", "2025-02-08"),
        ("two years ago", "en", "2023"),
        ("in the early 1990s", "en", "199X"),
        ("in Q3 2025", "en", "2025-07/2025-09"),
        ("قبل ثلاثة أيام", "ar", "2025-02-08"),
        ("قبل عامين", "ar", "2023"),
        ("في تسعينيات القرن الماضي", "ar", "199X"),
        ("в начале 1990-х годов", "ru", "199X"),
        ("в девяностые годы", "ru", "199X"),
        ("пять лет назад", "ru", "2020"),
        ("екі күн бұрын", "kk", "2025-02-09"),
        ("1990 жылдардың басында", "kk", "199X"),
        ("1992-2000 жылдары", "kk", "1992/2000"),
        ("平成三十年十月に", "ja", "2018-10"),
        ("5年前に", "ja", "2020"),
        ("今年前半に", "ja", "2025-01/2025-06"),
        ("2025年後半に", "ja", "2025-07/2025-12"),
        ("90年代に", "ja", "199X"),
    ],
)
def test_distances_decades_and_parts_of_years(text: str, language: str, value: str) -> None:
    assert [v for _, v in dates(text, language)] == [value]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("On February 5 they met. The visit is set for May. The same day they signed.", "en",
         "2025-02-05"),
        ("В среду он прибыл. Летом будет визит. В тот же день его приняли.", "ru", "2025-02-05"),
        ("وصل مساء الأحد. وفي اليوم التالي زار الوزير.", "ar", "2025-02-10"),
        ("وصل مساء الأحد. وفي اليوم ذاته زار الوزير.", "ar", "2025-02-09"),
        ("Ол 5 ақпанда келді. Сапар мамырда болады. Сол күні қол қойылды.", "kk", "2025-02-05"),
        ("5日、27日に予定した訪問は来年5月に延期された。同日、電話した。", "ja", "2025-02-05"),
    ],
)  # fmt: skip
def test_the_same_day_and_the_next_go_back_to_the_day_of_the_account(
    text: str, language: str, value: str
) -> None:
    assert dates(text, language)[-1][1] == value


def test_the_next_day_goes_on_from_the_account_not_from_a_look_back() -> None:
    text = "Сегодня прошли переговоры. Накануне гостью встретили. На следующий день она уедет."
    assert dates(text, "ru")[-1][1] == "2025-02-12"


def test_a_history_told_in_passing_ends_with_its_paragraph() -> None:
    text = "On February 5 they met, as in May 2014.\n\nThe previous afternoon she arrived."
    assert dates(text, "en")[-1][1] == "2025-02-04"


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("She arrived last night.", "en", "2025-02-10"),
        ("первый квартал 2026 года", "ru", "2026-01/2026-03"),
        ("2026 жылдың бірінші тоқсанында", "kk", "2026-01/2026-03"),
        ("мамырдың екінші жартысында", "kk", "2025-05"),
        ("أول من أمس", "ar", "2025-02-09"),
        ("الثالث من مارس", "ar", "2025-03-03"),
        ("в этот четверг", "ru", "2025-02-13"),
    ],
)
def test_parts_of_the_calendar_in_words(text: str, language: str, value: str) -> None:
    assert [v for _, v in dates(text, language)] == [value]


def test_the_end_of_the_year_is_of_this_one() -> None:
    text = "It opens by the end of the year."
    document = Document("s1", text, "en", "2025-02-11")
    span = (text.index("end"), len(text) - 1)
    assert evaluate_dates(document, split_sentences(text, "en"), [span]) == {span: "2025"}


def test_weeks_ago_name_no_day() -> None:
    assert dates("two weeks ago", "en")[0][1] is None
    assert dates("две недели назад", "ru")[0][1] is None


def test_before_something_is_no_distance() -> None:
    assert dates("قبل الحرب", "ar") == []
    assert dates("three days of talks", "en") == []
    assert dates("кездесуден кейін", "kk") == []


@pytest.mark.parametrize("text", ["", "31 February 2025", "99.99.9999", "١" * 5000, "May " * 5000])
def test_odd_input_does_no_harm(text: str) -> None:
    for language in ("ar", "en", "ru", "kk", "ja"):
        dates(text, language)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        # Tuesday 11 February 2025 is the day of publication.
        ("He flies to Lima on Monday.", "2025-02-17"),
        ("The couple land at Oslo on Monday for a visit.", "2025-02-17"),
        ("On Monday the king addresses the parliament.", "2025-02-17"),
        ("On Monday she is also to give a lecture.", "2025-02-17"),
        ("He flew to Lima on Monday.", "2025-02-10"),
        ("He arrived in Lima on Monday and will leave soon.", "2025-02-10"),
        ("He said on Monday that the museum opens its doors in May.", "2025-02-10"),
        ("Li, who heads for home, said on Monday that all was well.", "2025-02-10"),
        ("On Monday, talks opened.", "2025-02-10"),
    ],
)
def test_a_present_tense_beside_a_weekday_tells_what_is_to_be(sentence: str, day: str) -> None:
    assert dates(f"News\n\n{sentence}", "en")[0] == ("Monday", day)


@pytest.mark.parametrize(
    ("sentence", "language", "day"),
    [
        # Tuesday 11 February 2025 is the day of publication.
        ("Визит завершится в понедельник.", "ru", "2025-02-17"),
        ("В понедельник министры подпишут договор.", "ru", "2025-02-17"),
        ("Визит завершился в понедельник.", "ru", "2025-02-10"),
        ("Он прибыл в понедельник и вылетит в Лиму.", "ru", "2025-02-10"),
        ("وتنتهي الزيارة يوم الاثنين.", "ar", "2025-02-17"),
        ("تبدأ المحادثات يوم الاثنين.", "ar", "2025-02-17"),
        ("انتهت الزيارة يوم الاثنين.", "ar", "2025-02-10"),
        ("لم تبدأ المحادثات يوم الاثنين.", "ar", "2025-02-10"),
        ("Сапар дүйсенбі күні аяқталады.", "kk", "2025-02-17"),
        ("Сапар дүйсенбі күні аяқталды.", "kk", "2025-02-10"),
        ("訪問は月曜日に終わる。", "ja", "2025-02-17"),
        ("訪問は月曜日に終わった。", "ja", "2025-02-10"),
    ],
)
def test_what_ends_or_begins_on_a_day_is_to_be(sentence: str, language: str, day: str) -> None:
    assert [value for _, value in dates(f"News\n\n{sentence}", language)] == [day]


def test_a_headline_tells_in_the_present_what_is_done() -> None:
    assert dates("King addresses parliament on Monday\n\nHe spoke.", "en") == [
        ("Monday", "2025-02-10")
    ]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("In the evening a dinner was given.", "en", ["evening"]),
        ("In the evening of the year he rests.", "en", []),
        ("He reads it in the morning papers.", "en", []),
        ("وفي المساء أقيمت مأدبة.", "ar", ["المساء"]),
        ("He said last week that it rained.", "en", ["last week"]),
        ("خبر\n\nوبعد الظهر ألقى محاضرة.", "ar", ["بعد الظهر"]),
        ("ثم توجه بعد ذلك بيومين إلى ليما.", "ar", ["بعد ذلك بيومين"]),
        ("وعاد بعد ذلك بشهرين.", "ar", ["بعد ذلك بشهرين"]),
    ],
)
def test_parts_of_the_day_of_the_account(text: str, language: str, found: list[str]) -> None:
    assert [words for words, _ in dates(text, language)] == found


def test_a_month_behind_a_hyphen_in_a_name_is_none():
    document = Document("s1", "Линия Санта-Марта ждёт. Она открыта 3 марта.", "ru", "2025-06-09")
    found = find_dates(document, split_sentences(document.text, "ru"))
    assert [m.text for m in found] == ["3 марта"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("عام 1439هـ الموافق 2018م", "2018"),
        ("السابع من الشهر الجاري", "2025-02-07"),
        ("السابع من الشهر المقبل", "2025-03-07"),
        ("مطلع الشهر المقبل", "2025-03"),
    ],
)
def test_days_of_a_month_and_years_of_two_calendars(text: str, value: str) -> None:
    assert dates(f"في {text}", "ar") == [(text, value)]


def test_a_range_of_days_is_of_one_calendar() -> None:
    ((words, value),) = dates("من 15 إلى 17 جمادى الأولى 1446هـ.", "ar")
    assert words == "15 إلى 17 جمادى الأولى 1446هـ"
    assert value is not None
    assert "2024-11" in value


@pytest.mark.parametrize(
    ("text", "language", "words", "value"),
    [
        ("Он ездил туда двадцать два года назад.", "ru", "двадцать два года назад", "2003"),
        ("Он был там одиннадцать лет назад.", "ru", "одиннадцать лет назад", "2014"),
        ("Ол он бір жыл бұрын келді.", "kk", "он бір жыл бұрын", "2014"),
    ],
)
def test_a_spelt_number_counts_back_whole(text, language, words, value):
    found = find_dates(
        Document("s1", text, language, "2025-06-09"), split_sentences(text, language)
    )
    assert [(m.text, m.value) for m in found] == [(words, value)]


@pytest.mark.parametrize(
    ("words", "value"),
    [("86年", "1986"), ("05年", "2005"), ("27年", "2027"), ("91年5月3日", "1991-05-03")],
)
def test_a_japanese_year_of_two_digits_is_the_last_such_year(words: str, value: str) -> None:
    document = Document("s1", f"{words}、大使館が開いた。", "ja", "2025-03-21")
    span = (0, len(words))
    found = evaluate_dates(document, split_sentences(document.text, "ja"), [span])
    assert found == {span: value}


def test_a_japanese_length_of_time_is_no_year() -> None:
    document = Document("s1", "20年前に大使館が開いた。", "ja", "2025-03-21")
    assert evaluate_dates(document, split_sentences(document.text, "ja"), [(0, 4)]) == {
        (0, 4): "2005"
    }


def test_an_open_verb_at_the_beginning_tells_what_is_to_be() -> None:
    assert dates("خبر\n\nوتقام مراسم الوداع الخميس في ليما.", "ar") == [("الخميس", "2025-02-13")]
    assert dates("خبر\n\nوأقيمت مراسم الوداع الخميس في ليما.", "ar") == [("الخميس", "2025-02-06")]


def test_the_last_day_is_not_yesterday() -> None:
    assert dates("On the last day they went home.", "en") == [("last day", None)]
