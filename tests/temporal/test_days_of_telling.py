"""Days on which something was said, yesterday behind an earlier day, weeks of a month."""

import pytest

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.temporal.times import find_dates


def values(text, language):
    document = Document("s1", f"Head\n\n{text}", language, "2025-02-13")  # a Thursday
    return [m.value for m in find_dates(document, split_sentences(document.text, language))]


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("en", "He begins a visit on Monday, his office said on Thursday. The following morning "
         "they meet.", "2025-02-18"),
        ("en", "He begins a visit on Monday, his office said on Thursday. On the first evening "
         "there is a dinner.", "2025-02-17"),
        ("ar", "يبدأ الرئيس الاثنين المقبل زيارة إلى هانوي، وفق ما أعلنت الرئاسة أمس. وفي اليوم "
         "التالي يزور هوي.", "2025-02-18"),
    ],
)  # fmt: skip
def test_the_day_of_telling_is_not_what_the_next_day_is_counted_from(language, text, last):
    assert values(text, language)[-1] == last


def test_what_a_sentence_tells_of_a_day_of_saying_alone_goes_on_from_it():
    assert values("He said on Monday that he was ill. The next day he left.", "en") == [
        "2025-02-10",
        "2025-02-11",
    ]


def test_yesterday_behind_an_earlier_day_is_the_day_of_the_account():
    text = "عاد الثلاثاء إلى ليما، وأمس التقى السفير. وفي مساء اليوم نفسه أقام مأدبة."
    assert values(text, "ar") == ["2025-02-11", "2025-02-12", "2025-02-12"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "زار ليما في الأسبوع الأول من مايو.", "2024-05"),
        ("en", "He came to Lima in the first week of May.", "2024-05"),
    ],
)
def test_a_week_of_a_month_tells_no_day(language, text, expected):
    assert values(text, language)[0] in (expected, expected.replace("2024", "2025"))


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("ar", "جاء عام 2019 وغادر في مارس التالي.", "2020-03"),
        ("ar", "جاء في يناير 2019 وغادر في مارس التالي.", "2019-03"),
        ("en", "He came in May 2019 and left the following March.", "2020-03"),
        ("ar", "التقيا يوم 20 من الشهر الماضي.", "2025-01-20"),
        ("ar", "جاء في مايو 2019. وبعد شهر غادر.", "2019-06"),
        ("ar", "سيعود بعد شهر.", "2025-03"),
        ("ar", "جاء في مايو 2019. وبعد شهر من المحادثات غادر.", None),
        ("ar", "جاء عام 2019. وبعد عام من المحادثات غادر.", None),
    ],
)
def test_months_are_counted_from_what_was_told_or_from_now(language, text, last):
    assert values(text, language)[-1] == last
