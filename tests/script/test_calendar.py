"""Dates as a narrator shows and says them."""

import pytest

from sijill.errors import FormatFault
from sijill.register.load import load_register
from sijill.script.narration.calendar import card_date, clock, date_label, day_first, on_date
from sijill.script.teller import Teller


@pytest.mark.parametrize(
    ("edtf", "arabic", "english"),
    [
        ("2025-12-18", "في 18 ديسمبر 2025", "on 18 December 2025"),
        ("2024-08", "في أغسطس 2024", "in August 2024"),
        ("2004", "في عام 2004", "in 2004"),
        ("199X", "في تسعينيات القرن العشرين", "in the 1990s"),
        ("2024-21", "في ربيع عام 2024", "in the spring of 2024"),
        ("2025-12-17/2025-12-20", "من 17 إلى 20 ديسمبر 2025", "from 17 to 20 December 2025"),
        (
            "2025-12-30/2026-01-02",
            "من 30 ديسمبر 2025 إلى 2 يناير 2026",
            "from 30 December 2025 to 2 January 2026",
        ),
        ("../2025-05-21", "حتى 21 مايو 2025", "until 21 May 2025"),
        (
            "[1996-02,1997-02]",
            "في فبراير 1996 أو فبراير 1997",
            "in February 1996 or February 1997",
        ),
    ],
)
def test_dates_are_shown_no_more_precise_than_told(edtf: str, arabic: str, english: str) -> None:
    assert on_date(edtf, "ar").show == arabic
    assert on_date(edtf, "en").show == english


def test_dates_are_said_in_words() -> None:
    assert on_date("2025-12-18", "ar").say == "في الثامن عشر من ديسمبر عام ألفين وخمسة وعشرين"
    assert on_date("2025-12-18", "en").say == ("on the eighteenth of December, twenty twenty-five")
    assert on_date("199X", "en").say == "in the nineteen nineties"
    assert on_date("1994-04-06/1994-04-09", "ar").say == (
        "من السادس إلى التاسع من أبريل عام ألف وتسعمئة وأربعة وتسعين"
    )


def test_year_is_left_out_once_it_was_said() -> None:
    assert on_date("2025-12-18", "ar", year=False).show == "في 18 ديسمبر"
    assert on_date("2025-12-18", "en", year=False).say == "on the eighteenth of December"


def test_a_moment_within_an_interval() -> None:
    assert on_date("2001-05-14/2001-05-18", "ar", within=True).show == "بين 14 و18 مايو 2001"
    assert on_date("2001-05-14/2001-05-18", "en", within=True).show == "between 14 and 18 May 2001"


def test_labels_have_no_preposition() -> None:
    assert date_label("2024-08", "ar").show == "أغسطس 2024"
    assert date_label("1991-08-29", "en").show == "29 August 1991"


def test_hours() -> None:
    half, quarter = clock("11:30", "ar"), clock("19:15", "ar")
    assert half is not None
    assert half.say == "عند الساعة الحادية عشرة والنصف صباحاً"
    assert quarter is not None
    assert quarter.say == "عند الساعة السابعة والربع مساءً"
    english = clock("9:07", "en")
    assert english is not None
    assert english.say == "at nine oh seven in the morning"
    assert clock("25:00", "ar") is None


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(FormatFault):
        on_date("yesterday", "en")


def test_a_year_of_antiquity_is_a_year_like_any_other(record):
    told = Teller(record, load_register(), ("ar", "en")).short_date("0751-07")
    assert told["en"].show == "751"


@pytest.mark.parametrize("edtf", ["2025-12-31/2026-01-02", "2016/2017", "../2025-05-21"])
def test_what_lies_in_no_one_year_is_not_known_by_it(record, edtf):
    assert Teller(record, load_register(), ("ar", "en")).short_date(edtf) is None


@pytest.mark.parametrize(
    ("edtf", "arabic", "english"),
    [
        ("1994-04-06/1994-04-09", "6–9 أبريل 1994", "6–9 April 1994"),
        ("2024-11-30/2024-12-02", "30 نوفمبر – 2 ديسمبر 2024", "30 November – 2 December 2024"),
        (
            "2025-12-30/2026-01-02",
            "30 ديسمبر 2025 – 2 يناير 2026",
            "30 December 2025 – 2 January 2026",
        ),
        ("[1996-02,1997-02]", "فبراير 1996 أو 1997", "February 1996 or 1997"),
        ("[1996,1997-02]", "عام 1996 أو فبراير 1997", "1996 or February 1997"),
        ("2025-12-18", "18 ديسمبر 2025", "18 December 2025"),
        ("../2025-05-21", "حتى 21 مايو 2025", "until 21 May 2025"),
        ("199X", "تسعينيات القرن العشرين", "the 1990s"),
    ],
)
def test_a_card_writes_dates_briefly(edtf: str, arabic: str, english: str) -> None:
    assert (card_date(edtf, "ar"), card_date(edtf, "en")) == (arabic, english)


def test_notes_of_the_record_have_their_days_as_the_film_writes_them() -> None:
    assert day_first("It begins with it: Astana, August 28, 2004.") == (
        "It begins with it: Astana, 28 August 2004."
    )
    assert day_first("visit, May 14, 2001 – May 18, 2001") == "visit, 14 May 2001 – 18 May 2001"
    assert day_first("In August 2004, 20 guests came.") == "In August 2004, 20 guests came."
