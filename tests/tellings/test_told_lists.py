from hand import Text, record_of

from sijill.documents.document import Mention, MentionKind


def dated(text, *dates):
    for number, (words, value) in enumerate(dates, 1):
        span = text.at(words)
        text.mentions.append(
            Mention(f"d{number}", MentionKind.DATE, span.start, span.end, words, value=value)
        )
    return text


def visits(record):
    return [(e.date, e.participants, e.status.value) for e in record.events if e.type == "visit"]


def test_four_times_are_four_visits():
    words = (
        "زار نزارباييف اليابان أربع مرات: من 6 إلى 9 أبريل 1994، ومن 5 إلى 8 ديسمبر 1999،"
        " وفي يونيو 2008، وفي نوفمبر 2016."
    )
    text = Text("a", words, "ar")
    text.event("visit", "زار", "nazarbayev", date="1994-04-06/1994-04-09", place="jp")
    dated(
        text,
        ("6 إلى 9 أبريل 1994", "1994-04-06/1994-04-09"),
        ("5 إلى 8 ديسمبر 1999", "1999-12-05/1999-12-08"),
        ("يونيو 2008", "2008-06"),
        ("نوفمبر 2016", "2016-11"),
    )
    assert [date for date, *_ in visits(record_of(text))] == [
        "1994-04-06/1994-04-09",
        "1999-12-05/1999-12-08",
        "2008-06",
        "2016-11",
    ]


def test_each_traveller_has_his_own_year_and_was_there():
    words = "He will be the third to visit Kazakhstan, after Koizumi in 2006 and Kishida in 2015."
    text = Text("a", words, published="2024-07-27")
    text.event("visit", "visit", "endo", status="planned", date="2024-08", place="kz")
    dated(text, ("2006", "2006"), ("2015", "2015"))
    text.mention("Koizumi", "koizumi").mention("Kishida", "kishida")
    assert visits(record_of(text)) == [
        ("2006", ("koizumi",), "held"),
        ("2015", ("kishida",), "held"),
        ("2024-08", ("endo",), "planned"),
    ]


def test_a_year_that_stands_apart_is_no_further_visit():
    words = "He visited Japan in 2008, and the embassy that had opened in 1996 received him."
    text = Text("a", words)
    text.event("visit", "visited", "nazarbayev", date="2008", place="jp")
    dated(text, ("2008", "2008"), ("1996", "1996"))
    assert [date for date, *_ in visits(record_of(text))] == ["2008"]


def test_visits_that_the_reader_has_are_not_told_twice():
    words = "He visited Japan in April 1994 and December 1999."
    text = Text("a", words)
    text.event("visit", "visited", "nazarbayev", date="1994-04", place="jp")
    text.event("visit", "visited Japan", "nazarbayev", date="1999-12", place="jp")
    dated(text, ("April 1994", "1994-04"), ("December 1999", "1999-12"))
    assert [date for date, *_ in visits(record_of(text))] == ["1994-04", "1999-12"]


def test_a_place_of_another_sentence_is_a_trip_of_its_own():
    words = "Nazarbayev visited Japan in November 2016. On the 9th he went to Hiroshima."
    text = Text("a", words)
    text.event("visit", "visited", "nazarbayev", date="2016-11", place="hiroshima")
    text.mention("Japan", "jp", "place").mention("Hiroshima", "hiroshima", "place")
    dated(text, ("the 9th", "2016-11-09"))
    found = [(e.date, e.place, e.part_of is None) for e in record_of(text).events]
    assert found == [("2016-11", "jp", True), ("2016-11-09", "hiroshima", False)]


def test_community_wrestler_and_musician_are_three_meetings():
    words = "The film shows Tokayev's meetings with compatriots, Baltagul and Takeguchi."
    text = Text("a", words, published="2025-12-25")
    text.event("diaspora_meeting", "meetings", "tokayev baltagul takeguchi", place="jp")
    found = {e.type: (set(e.participants), e.place) for e in record_of(text).events}
    assert found == {
        "diaspora_meeting": ({"tokayev"}, "jp"),
        "sport_encounter": ({"tokayev", "baltagul"}, None),
        "cultural_encounter": ({"tokayev", "takeguchi"}, None),
    }


def test_talks_with_a_musician_are_a_cultural_encounter():
    text = Text("a", "Takeguchi met Tokayev.", published="2025-12-25")
    text.event("talks", "met", "takeguchi tokayev")
    assert [e.type for e in record_of(text).events] == ["cultural_encounter"]


def test_each_date_of_a_list_is_that_of_the_name_beside_it():
    words = "Two premiers visited Kazakhstan: Koizumi in 2006 and Kishida in 2015."
    text = Text("a", words, published="2024-07-27")
    text.event("visit", "visited", "koizumi", date="2006", place="kz")
    text.event("visit", "visited Kazakhstan", "koizumi", date="2015", place="kz")
    dated(text, ("2006", "2006"), ("2015", "2015"))
    text.mention("Koizumi", "koizumi").mention("Kishida", "kishida")
    assert [(date, who) for date, who, _ in visits(record_of(text))] == [
        ("2006", ("koizumi",)),
        ("2015", ("kishida",)),
    ]
