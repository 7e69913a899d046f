"""Days told without their year are read in five languages, and compared with dates."""

import pytest

from sijill.citation import Span
from sijill.dates import parse_edtf
from sijill.documents.document import Event, Mention, MentionKind, Reading, Status
from sijill.tellings.yearless import YearDay, year_day_of


def read(language, *words, date=None):
    """Read an event told with dates, the first of which stands nearest to its words."""
    text = "X " + " … ".join(words)
    mentions, start = [], 2
    for number, told in enumerate(words):
        end = start + len(told)
        mentions.append(Mention(f"m{number}", MentionKind.DATE, start, end, told))
        start = end + len(" … ")
    whole = Span(0, len(text))
    event = Event("v1", "talks", Status.HELD, Span(0, 1), whole, date)
    reading = Reading("s", language, None, None, tuple(mentions), (), (), (event,), (), ())
    return year_day_of(reading, event, text)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "May 19"),
        ("en", "the 19th of May"),
        ("en", "Monday, 19 May"),
        ("ar", "19 مايو"),
        ("ar", "19 أيار/مايو"),
        ("ru", "19 мая"),
        ("kk", "19 мамыр күні"),
        ("ja", "5月19日"),
    ],
)
def test_day_and_month_are_read(language, words):
    assert read(language, words) == YearDay(5, 19)


def test_a_bare_day_has_no_month():
    assert read("ja", "19日") == YearDay(None, 19)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "19-21 May"), ("en", "May"), ("en", "yesterday"), ("ru", "с 19 по 21 мая")],
)
def test_spans_and_vague_words_are_no_day(language, words):
    assert read(language, words) is None


def test_the_day_nearest_to_the_words_counts_and_none_beside_a_date():
    assert read("en", "19 May", "3 June") == YearDay(5, 19)
    assert read("en", "19 May", date="2020-05-19") is None


@pytest.mark.parametrize(
    ("edtf", "fits"),
    [
        ("2020-05-19", True),
        ("2020-05-20", False),
        ("2020-05-18/2020-05-20", True),
        ("2020-05-18/..", True),
        ("2020-04-18/..", False),
        ("2020-05", None),
        ("2020", None),
    ],
)
def test_a_day_lies_in_a_date_or_not_or_nobody_can_say(edtf, fits):
    assert YearDay(5, 19).fits(parse_edtf(edtf)) is fits


def test_without_a_month_every_such_day_fits():
    assert YearDay(None, 19).fits(parse_edtf("2020-07-19")) is True
    assert YearDay(None, 19).fits(parse_edtf("2020-07-20")) is False
