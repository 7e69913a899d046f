"""iCalendar, read by the library icalendar."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from icalendar import Calendar
from made_records import AUDIENCE, EMPTY, MATERIAL, RECORD, VISIT, few, records, with_event

from sijill.documents.document import Status
from sijill.exports.agenda import agenda_files, days_of, folded
from sijill.exports.material import ALONE, Material


def events_of(material):
    calendar = Calendar.from_ical(agenda_files(material)[ALONE])
    assert calendar["VERSION"] == "2.0"
    assert not calendar.errors
    events = calendar.walk("VEVENT")
    assert not [event.errors for event in events if event.errors]
    return events


def test_an_hour_is_that_of_the_place_and_has_its_length():
    audience = events_of(MATERIAL)[1]
    # No time zone: the sources tell the hour of the place.
    assert audience["DTSTART"].dt == datetime(2025, 12, 18, 11, 30)
    assert audience["DURATION"].dt == timedelta(minutes=20)
    assert audience["UID"] == f"{AUDIENCE.id}@sijill"
    assert audience["RELATED-TO"] == f"{VISIT.id}@sijill"


def test_a_visit_of_several_days_ends_on_the_day_after_the_last():
    visit = events_of(MATERIAL)[0]
    assert visit["DTSTART"].dt == date(2025, 12, 17)
    assert visit["DTEND"].dt == date(2025, 12, 21)
    assert visit["GEO"].to_ical() == "35.7;139.7"


def test_words_are_arabic_and_come_back_exactly():
    audience = events_of(MATERIAL)[1]
    assert audience["SUMMARY"] == "استقبال العاهل (مقابلة ملكية): توكاييف، ناروهيتو"
    assert audience["SUMMARY"].params["LANGUAGE"] == "ar"
    assert audience["LOCATION"] == "القصر"
    assert AUDIENCE.citations[1].exact in audience["DESCRIPTION"]


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (Status.HELD, "CONFIRMED"),
        (Status.PLANNED, "TENTATIVE"),
        (Status.PROPOSED, "TENTATIVE"),
        (Status.POSTPONED, "CANCELLED"),
        (Status.CANCELLED, "CANCELLED"),
    ],
)
def test_a_plan_is_tentative_and_what_fell_through_is_cancelled(status, told):
    assert events_of(with_event(AUDIENCE, status=status))[0]["STATUS"] == told


@pytest.mark.parametrize(
    "edtf", [None, "2025-12", "2019", "199X", "2004~", "2019-03-20/..", "2019/2020-02", "[1996-02,1997-02]"]
)  # fmt: skip
def test_what_has_no_day_is_not_in_a_calendar(edtf):
    assert days_of(edtf) is None
    assert events_of(with_event(AUDIENCE, date=edtf)) == []


def test_an_hour_that_is_none_leaves_the_day():
    event = events_of(with_event(AUDIENCE, details={"begins": "noon"}))[0]
    assert event["DTSTART"].dt == date(2025, 12, 18)


def test_the_stamp_is_the_day_of_the_newest_source():
    assert events_of(MATERIAL)[0]["DTSTAMP"].dt.date() == date(2025, 12, 19)


@few
@given(records)
@example(EMPTY)
@example(RECORD)
def test_any_record_is_a_calendar_that_folds_right(record):
    data = agenda_files(Material(record))[ALONE]
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= 75
        # No letter is cut in two, and no line end is left inside of a line.
        assert "\n" not in line.decode("utf-8")
        assert "\r" not in line.decode("utf-8")
    found = {str(event["UID"]) for event in events_of(Material(record))}
    with_day = [event for event in record.events if days_of(event.date)]
    assert len(found) == len(with_day)


@few
@given(records)
def test_the_words_of_an_event_come_back_but_for_control_characters(record):
    material = Material(record)
    told = {str(e["UID"]): str(e.get("DESCRIPTION")) for e in events_of(material)}
    for event in record.events:
        uid = printable(f"{event.id}@sijill")
        if days_of(event.date) and uid in told:
            for citation in event.citations:
                assert printable(citation.exact) in printable(told[uid])


def printable(text):
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(" " if (ord(c) < 32 and c not in "\n\t") or ord(c) == 127 else c for c in text)


def test_a_long_word_is_folded_between_letters():
    line = "SUMMARY:" + "ﻅ" * 60
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode("utf-8")) <= 75 for piece in pieces)
    assert "".join(p.removeprefix(" ") for p in pieces) == line
