from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.dates import Precision, parse_edtf, sort_key
from sijill.errors import FormatFault


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2025-12-18", date(2025, 12, 18), date(2025, 12, 18), Precision.DAY),
        ("199X", date(1990, 1, 1), date(1999, 12, 31), Precision.DECADE),
        ("2024-24", date(2024, 12, 1), date(2025, 2, 28), Precision.SEASON),
        ("../2025-05-21", None, date(2025, 5, 21), Precision.DAY),
    ],
)
def test_edtf_gives_first_and_last_possible_day(text, start, end, precision):
    found = parse_edtf(text)
    assert (found.start, found.end, found.precision) == (start, end, precision)
    assert str(found) == text


def test_a_set_covers_both_values_and_is_no_day():
    found = parse_edtf("[1996-02,1997-02]")
    assert found.is_set
    assert not found.is_day
    assert found.covers(parse_edtf("1996-02"))


def test_a_day_may_equal_its_month_but_not_the_next():
    assert parse_edtf("2025-12-18").may_equal(parse_edtf("2025-12"))
    assert not parse_edtf("2025-12-18").may_equal(parse_edtf("2026-01"))


@pytest.mark.parametrize(
    "text", ["2025-13", "2025-02-30", "18.12.2025", "", "2025-12-20/2025-12-01"]
)
def test_what_is_no_date_is_refused_with_examples(text):
    with pytest.raises(FormatFault, match="Write 2025"):
        parse_edtf(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("14.10.2024", "Write 2024-10-14"),
        ("١٤/١٠/٢٠٢٤", "Write 2024-10-14"),
        ("2024/1/5", "Write 2024-01-05"),
        ("4/3/2025", "Write 2025-03-04 or 2025-04-03"),
        ("04.03.2025", "Write 2025-03-04"),
        ("40.13.2025", "Write 2025, 2025-12, "),
        ("14.10.24", "Write 2025, 2025-12, "),
    ],
)
def test_a_day_written_otherwise_is_answered_with_how_to_write_it(text, wanted):
    with pytest.raises(FormatFault) as fault:
        parse_edtf(text)
    remedy = fault.value.remedy
    assert remedy.startswith(wanted) if wanted.endswith(" ") else remedy == wanted


def test_what_has_no_date_comes_last():
    assert sorted([None, "2025", "1991-08-29"], key=sort_key) == ["1991-08-29", "2025", None]


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1)))
def test_every_day_lies_in_its_month_and_year(day):
    whole = parse_edtf(day.isoformat())
    assert whole.is_day
    assert parse_edtf(day.isoformat()[:7]).covers(whole)
    assert parse_edtf(day.isoformat()[:4]).covers(whole)


def test_the_last_month_and_winter_of_the_calendar_end_with_it():
    assert parse_edtf("9999-12").end == parse_edtf("9999-24").end == date.max
    assert parse_edtf("2024-02").end == date(2024, 2, 29)
    assert parse_edtf("2024-24").end == date(2025, 2, 28)
