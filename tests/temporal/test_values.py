from collections import ChainMap
from copy import deepcopy
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.temporal import values as module
from sijill.temporal.clock import Clock
from sijill.temporal.parts import Point
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


_NUMBERS = st.integers(1, 12)
_DAYS = st.sampled_from([date(1, 1, 1), date(2025, 1, 31), date(2025, 12, 8), date(9999, 12, 31)])
_TOLD = st.sampled_from([None, "2024", "2025-03", "2025-02-26", "2026-01-04/2026-01-07"])
#: What the parts of a point may be, where they are told.
_TELLS = {
    "day": st.integers(1, 31),
    "month": _NUMBERS,
    "year": st.integers(1, 9999),
    "weekday": st.integers(1, 7),
    "season": st.integers(21, 24),
    "exact": _DAYS,
    "decade": st.integers(0, 999),
    "units": st.lists(st.sampled_from(["year", "month", "day", "week", "quarter", "half"])),
    "mods": st.lists(st.sampled_from(["-1", "0", "1", "same", "after", "before"])),
    "edges": st.lists(st.sampled_from(["begin", "end"])),
    "parts": st.lists(st.sampled_from(["morning"])),
    "offsets": st.lists(
        st.tuples(
            st.sampled_from(["day", "dayrel", "yearrel", "yearsame", "monthsame", "nthday"]),
            st.integers(-2, 2),
        ),
        max_size=2,
    ),
    "numbers": st.lists(_NUMBERS, max_size=2),
    "ordinals": st.lists(_NUMBERS, max_size=2),
    "is_hijri": st.booleans(),
    "is_open": st.booleans(),
    "part_of_year": st.just((2, 2)),
    "count": _NUMBERS,
    "away": st.tuples(st.sampled_from(["ago", "apart", "within"]), st.sampled_from([-1, 1])),
}
#: Each tells one part; several are put together.
_told = st.one_of(
    *(told.map(lambda part, name=name: {name: part}) for name, told in _TELLS.items())
)
_points = st.lists(_told, max_size=4).map(lambda told: Point(**ChainMap(*told)))
_clocks = st.builds(
    Clock,
    published=st.none() | _DAYS,
    month=st.none() | st.tuples(st.integers(2024, 2026), _NUMBERS),
    year=st.none() | st.just(2025),
    told=_TOLD,
    day=_TOLD,
    head=_TOLD,
    plan=_TOLD,
    here=st.none() | st.just(2019),
    beside=st.none() | st.just(2018),
    stay=_TOLD,
    week=st.none() | st.just(date(2025, 12, 1)),
    done=_TOLD,
)


def test_every_part_of_a_point_may_be_told():
    assert set(_TELLS) == {part.name for part in fields(Point)}


@given(_points, _clocks)
def test_what_is_settled_is_the_same_ahead_and_behind(point, clock):
    if module._is_settled(point, clock):
        tenses = [(False, False), (False, True), (True, False), (True, True)]
        found = {module._resolve(deepcopy(point), clock, *tense) for tense in tenses}
        assert len(found) == 1
