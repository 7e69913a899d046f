from hand import Text, record_of

from sijill.citation import Citation
from sijill.documents.document import Status
from sijill.record.chronology import in_order
from sijill.record.items import EventItem


def tokyo():
    text = Text(
        "a",
        "Tokayev came to Japan on 17 December. He met Takaichi in Tokyo on the 18th."
        " Later that day they signed a statement. On the 19th he lectured in Tokyo."
        " Takeguchi played for him.",
        published="2025-12-22",
    )
    text.event("visit", "came to Japan", "tokayev", date="2025-12-17", place="jp")
    text.event(
        "talks", "met Takaichi", "tokayev takaichi", date="2025-12-18", place="tokyo",
        begins="15:00",
    )  # fmt: skip
    text.event("statement_joint", "signed", "tokayev takaichi", date="2025-12-18")
    text.event("lecture", "lectured", "tokayev", date="2025-12-19", place="tokyo")
    text.event("cultural_encounter", "played", "tokayev")
    return record_of(text)


def by_type(record):
    return {e.type: e for e in record.events}


def test_meetings_belong_to_the_visit():
    events = by_type(tokyo())
    visit = events["visit"].id
    assert events["talks"].part_of == events["lecture"].part_of == visit
    assert events["cultural_encounter"].part_of is None


def test_the_days_of_a_visit_follow_from_its_parts_and_are_marked():
    visit = by_type(tokyo())["visit"]
    assert visit.date == "2025-12-17/2025-12-19"
    [inferred] = [t for t in visit.tellings if t.inferred]
    assert (inferred.field, inferred.value) == ("date", visit.date)


def test_the_city_of_a_part_follows_from_the_day_and_is_marked():
    statement = by_type(tokyo())["statement_joint"]
    assert statement.place == "tokyo"
    assert [t.field for t in statement.tellings if t.inferred] == ["place"]


def test_neither_day_nor_city_is_made_up_for_what_has_no_day():
    encounter = by_type(tokyo())["cultural_encounter"]
    assert (encounter.date, encounter.place) == (None, None)


def test_events_stand_in_order_of_time_the_visit_before_its_parts():
    assert [e.type for e in tokyo().events] == [
        "visit",
        "statement_joint",
        "talks",
        "lecture",
        "cultural_encounter",
    ]


def test_a_trip_to_a_city_is_part_of_the_visit_to_the_country():
    text = Text("a", "Nazarbayev visited Japan in November 2016. On the 9th he went to Hiroshima.")
    text.event("visit", "visited", "nazarbayev", date="2016-11", place="jp")
    text.event("visit", "went", "nazarbayev", date="2016-11-09", place="hiroshima")
    whole, trip = record_of(text).events
    assert trip.part_of == whole.id
    assert whole.date == "2016-11"


def test_a_postponed_visit_holds_nothing():
    text = Text("a", "The visit was postponed. Kishida telephoned.", published="2024-08-09")
    text.event("visit", "visit", "kishida", status="postponed", date="2024-08", place="kz")
    text.event("talks", "telephoned", "kishida", date="2024-08-09")
    assert all(e.part_of is None for e in record_of(text).events)


def test_a_stay_goes_on_while_its_guest_is_there():
    text = Text("a", "Tokayev's visit to Japan. He lectured in Tokyo. They met in Tokyo.")
    text.published = "2025-12-22"
    text.event("visit", "visit", "tokayev", date="2025-12-17/2025-12-18", place="jp")
    text.event("lecture", "lectured", "tokayev", date="2025-12-19", place="tokyo")
    text.event("summit", "met in Tokyo", "tokayev takaichi", date="2025-12-20", place="tokyo")
    visit = by_type(record_of(text))["visit"]
    assert visit.date == "2025-12-17/2025-12-20"
    assert by_type(record_of(text))["summit"].part_of == visit.id


def test_two_sources_that_tell_the_whole_stay_are_believed():
    texts = []
    for name in ("a", "b"):
        text = Text(name, "Tokayev's visit to Japan. He lectured in Tokyo.")
        text.event("visit", "visit", "tokayev", date="2025-12-17/2025-12-18", place="jp")
        text.event("lecture", "lectured", "tokayev", date="2025-12-19", place="tokyo")
        texts.append(text)
    assert by_type(record_of(*texts))["visit"].date == "2025-12-17/2025-12-18"


def test_dates_of_decades_stand_in_order_however_finely_they_are_told():
    told = [
        "2008-06-18/2008-06-23", "1992", "199X", "2008-06-19", "1992-01-26", "../1991-08-29",
        "1990/1993", "2008", "1992-05", None, "[1996-02,1997-02]", "2024-21", "2024-06-05",
        "2019-10/..",
    ]  # fmt: skip
    cited = (Citation("s", 0, 1, "x"),)
    events = [EventItem(f"e{n}", "talks", Status.HELD, cited, date) for n, date in enumerate(told)]
    expected = [
        "1990/1993", "199X", "../1991-08-29", "1992", "1992-01-26", "1992-05",
        "[1996-02,1997-02]", "2008", "2008-06-18/2008-06-23", "2008-06-19", "2019-10/..",
        "2024-21", "2024-06-05", None,
    ]  # fmt: skip
    assert [e.date for e in in_order(events)] == expected
    assert [e.date for e in in_order(events[::-1])] == expected
