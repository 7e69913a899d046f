"""Nothing is counted out of the calendar, and every year is written in four digits."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.temporal.clock import Clock, day_edtf, day_plus, if_edtf, month_shift, year_edtf
from sijill.temporal.hijri import hijri_to_edtf
from sijill.temporal.times import find_dates


def values(text, language, published="2025-05-12"):
    document = Document("x", text, language, published)
    return [m.value for m in find_dates(document, split_sentences(text, language))]


def test_days_end_with_the_calendar():
    assert day_plus(date(2025, 2, 28), 1) == date(2025, 3, 1)
    assert day_plus(date(9999, 12, 31), 1) is None
    assert day_plus(date(1, 1, 1), -1) is None
    assert day_plus(date(2025, 1, 1), 10**12) is None
    assert day_edtf(None) is None
    assert day_edtf(date(987, 3, 1), -1) == "0987-02-28"


def test_years_are_those_of_the_calendar_in_four_digits():
    assert [year_edtf(y) for y in (987, 0, -3, 9999, 10000, None)] == [
        "0987", None, None, "9999", None, None,
    ]  # fmt: skip
    assert month_shift((9999, 12), 1, None) is None
    assert month_shift((1, 1), -1, 5) is None
    assert month_shift((987, 1), -1, 31) == "0986-12-31"


def test_years_of_the_moon_are_written_in_four_digits():
    assert hijri_to_edtf(5, None, None) == "[0626,0627]"
    assert hijri_to_edtf(5, 9, None) == "[0627-01,0627-02]"


def test_what_is_not_edtf_goes_nowhere():
    assert [if_edtf(v) for v in ("2025-02-29", "937", "12017-03", "../2025", None)] == [
        None, None, None, "../2025", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "She left on 31.12.9999. The next day he left Lima.", ["9999-12-31", None]),
        ("ru", "Она уехала 31.12.9999. На следующий день уехал он.", ["9999-12-31", None]),
        ("ar", "غادرت في 31/12/9999. وفي اليوم التالي غادر هو.", ["9999-12-31", None]),
        ("kk", "Ол 31.12.9999 кетті. Келесі күні қайтты.", ["9999-12-31", None]),
        ("ja", "令和9999年3月4日に訪れた。", [None]),
        (
            "en",
            "On 12 March 987 he came. Fifty years earlier, King Olaf visited Iceland.",
            ["0987-03-12", "0937"],
        ),
        ("ja", "990年代の交流。", ["099X"]),
    ],
)
def test_dates_at_the_edges_of_the_calendar(language, text, told):
    assert values(text, language) == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He will leave next week. On Sunday, tomorrow, the weekend. In December 9999."),
        ("ru", "Он уедет на следующей неделе, в воскресенье, завтра, в выходные, зимой."),
        ("ar", "سيغادر الأسبوع المقبل يوم الأحد أو غدا أو الشهر المقبل."),
        ("kk", "Келесі аптада, жексенбіде, ертең, келесі айда кетеді."),
        ("ja", "来週の日曜日、あす、来月、来年に出発する。"),
    ],
)
@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01", "9999-12", "9999", "0001"])
def test_a_text_of_the_first_or_last_day_is_read(language, text, published):
    assert all(v is None or if_edtf(v) == v for v in values(text, language, published))


_days = st.none() | st.dates()
_told = st.sampled_from([None, "", "1990", "2025-03", "2025-01-01", "2024-01-02/2024-01-05"])
_clocks = st.builds(
    Clock,
    published=_days,
    told=_told,
    day=_told,
    here=st.sampled_from([None, 1990]),
    passed=_told,
    week=_days,
    is_fresh=st.booleans(),
)


@given(_clocks, st.lists(st.integers(0, 3), min_size=1, max_size=6))
def test_sentences_without_a_date_leave_the_clock_to_the_next_one(clock, begun):
    walked = clock
    for paragraphs in begun:
        walked = walked.in_new_sentence(paragraphs)
    assert walked == clock.in_new_sentence(sum(begun))
