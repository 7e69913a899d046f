from dataclasses import replace

import hand
import pytest
from hand import Text, record_of

from sijill.documents.document import Mention, MentionKind
from sijill.record.verify import verify_record


def test_guests_stand_before_hosts_and_higher_posts_first():
    text = Text("a", "Endo and Takaichi gave a dinner for Tokayev in Tokyo.")
    text.event("banquet", "dinner", "endo takaichi tokayev", date="2025-12-18", place="tokyo")
    [banquet] = record_of(text).events
    assert banquet.participants == ("tokayev", "takaichi", "endo")


def test_of_equals_the_one_told_first_stands_first():
    text = Text("a", "Komatsu plans to build a plant in Astana; Hitachi takes part.")
    text.event("project", "plans to build", "komatsu hitachi", status="planned", place="astana")
    [project] = record_of(text).events
    assert project.participants == ("komatsu", "hitachi")


def test_a_finer_date_borne_out_by_a_coarser_one_is_no_dispute():
    one = Text("a", "Peña Nieto gave a lecture in April 2013.")
    one.event("lecture", "lecture", "pena-nieto", date="2013-04", place="tokyo")
    two = Text("b", "Peña Nieto gave a lecture on 9 April 2013.")
    two.event("lecture", "lecture", "pena-nieto", date="2013-04-09", place="tokyo")
    [lecture] = record_of(one, two).events
    assert (lecture.date, lecture.disputed) == ("2013-04-09", ())


def test_last_days_of_a_visit_that_differ_are_disputed():
    ends = {"a": "2008-06-23", "b": "2008-06-22", "c": "2008-06-23"}
    texts = [
        Text(name, "Nazarbayev's visit to Japan in June 2008.").event(
            "visit", "visit", "nazarbayev", date=f"2008-06-18/{end}", place="jp"
        )
        for name, end in ends.items()
    ]
    [visit] = record_of(*texts).events
    assert visit.date == "2008-06-18/2008-06-23"
    assert visit.disputed == ("date",)
    assert {t.value for t in visit.tellings if t.field == "date"} == {
        "2008-06-18/2008-06-22",
        "2008-06-18/2008-06-23",
    }


def test_every_value_keeps_who_tells_it():
    one = Text("a", "The talk lasted 15 minutes.", published="2019-05-28")
    one.event("audience", "talk", "naruhito japarov", date="2019-05-27", minutes=15)
    two = Text("b", "The talk lasted 25 minutes.", published="2019-05-28")
    two.event("audience", "talk", "naruhito japarov", date="2019-05-27", minutes=25)
    [audience] = record_of(one, two).events
    told = {t.value: {c.source_id for c in t.citations} for t in audience.tellings}
    assert told["15"] == {"a"}
    assert told["25"] == {"b"}
    assert audience.disputed == ("minutes",)


def test_a_detail_told_behind_the_event_is_cited_where_it_stands():
    text = Text("a", "Naruhito received Japarov. The talk lasted 15 minutes.")
    text.event("audience", "received", "naruhito japarov", date="2019-05-27", minutes=15)
    behind = text.sentence("15 minutes")
    text.events[0] = replace(text.events[0], told_in={"minutes": behind})
    [audience] = record_of(text).events
    told = {t.field: t.citations[0].exact for t in audience.tellings}
    assert "15 minutes" in told["minutes"]
    assert "15 minutes" not in told["date"]


def test_the_id_stays_when_a_further_source_tells_the_same():
    def text(name):
        return Text(name, "Tokayev gave a lecture.").event(
            "lecture", "lecture", "tokayev un-university", date="2025-12-19", place="tokyo"
        )

    [one] = record_of(text("m")).events
    [both] = record_of(text("m"), text("a")).events
    assert one.id == both.id
    assert one.id.startswith("lecture-2025-12-19-")


def test_events_of_one_kind_without_people_have_ids_of_their_own():
    text = Text("a", "Documents were signed. More documents were signed.")
    text.event("signing", "Documents were signed", date="2025-12-18")
    text.event("signing", "More documents", date="2025-12-18")
    assert len({e.id for e in record_of(text).events}) == 2


def test_an_event_whose_spans_lie_outside_of_the_text_is_left_out():
    text = Text("a", "Tokayev gave a lecture.").event("lecture", "lecture", "tokayev")
    text.text = "Short."
    assert record_of(text).events == ()


def test_arrival_and_later_days_are_one_stay():
    one = Text("a", "Tokayev arrived on a visit to Japan on 17 December.", published="2025-12-18")
    one.event("visit", "visit", "tokayev", date="2025-12-17", place="jp")
    two = Text("b", "Tokayev's visit to Tokyo on the 18th and 19th.", published="2025-12-20")
    two.event("visit", "visit", "tokayev", date="2025-12-18/2025-12-19", place="tokyo")
    [visit] = record_of(one, two).events
    assert visit.date == "2025-12-17/2025-12-19"


def test_days_that_only_follow_from_what_was_done_do_not_outvote_the_arrival():
    one = Text(
        "a", "Tokayev was on a visit to Japan from 17 to 18 December.", published="2025-12-18"
    )
    one.event("visit", "visit", "tokayev", date="2025-12-17/2025-12-18", place="jp")
    words = one.at("17 to 18 December")
    days = "2025-12-17/2025-12-18"
    one.mentions.append(
        Mention("d1", MentionKind.DATE, words.start, words.end, "17 to 18 December", value=days)
    )
    others = []
    for source in ("b", "c"):
        text = Text(source, "This was Tokayev's first visit to Tokyo.", published="2025-12-20")
        text.event("visit", "visit", "tokayev", date="2025-12-18/2025-12-19", place="tokyo")
        others.append(text)
    [visit] = record_of(one, *others).events
    assert visit.date == "2025-12-17/2025-12-18"


def test_the_day_of_what_was_held_is_not_that_of_its_announcement():
    plans = [
        Text(name, "The summit is to begin on the 19th.", published="2025-12-17").event(
            "summit", "summit", "jp kz uz kg", status="planned", date="2025-12-19", place="tokyo"
        )
        for name in ("a", "b")
    ]
    held = Text("c", "The summit was held on the 20th.", published="2025-12-20")
    held.event("summit", "summit", "jp kz uz kg", date="2025-12-20", place="tokyo")
    [summit] = record_of(*plans, held).events
    assert summit.date == "2025-12-20"


def test_each_further_source_makes_an_event_surer():
    sure = []
    for count in (1, 2):
        texts = []
        for number in range(count):
            text = Text(f"s{number}", "Tokayev gave a lecture.", published="2025-12-20")
            text.event("lecture", "lecture", "tokayev", date="2025-12-19", confidence=0.6)
            texts.append(text)
        [lecture] = record_of(*texts).events
        sure.append(lecture.confidence)
    assert sure == [0.6, 0.84]


@pytest.fixture
def without_tokyo(monkeypatch):
    """A record whose sources name places of Tokyo, and never the city, which the register knows."""
    monkeypatch.setattr(hand, "WORLD", tuple(e for e in hand.WORLD if e.id != "tokyo"))


def test_a_visit_to_a_palace_is_to_its_city_only_where_the_record_has_that(without_tokyo):
    text = Text("a", "Tokayev visits the palace.\n\nTokayev paid a visit to the Imperial Palace.")
    text.mention("palace", "imperial-palace-tokyo", "place")
    text.event("visit", "a visit", "tokayev", date="2025-12-18", place="imperial-palace-tokyo")
    text.event("talks", "paid", "tokayev takaichi", date="2025-12-18")
    record = record_of(text)
    visit = next(e for e in record.events if e.type == "visit")
    assert visit.place == "imperial-palace-tokyo"
    assert verify_record(record, {"a": text.text}) == []


def test_a_day_in_a_city_gives_no_place_that_the_record_has_not(without_tokyo):
    text = Text("a", "Takaichi met Tokayev at her office. She signed a statement with him.")
    text.event("talks", "met", "tokayev takaichi", date="2025-12-18",
               place="prime-ministers-office-tokyo")  # fmt: skip
    text.event("signing", "signed", "tokayev takaichi", date="2025-12-18")
    record = record_of(text)
    assert {e.place for e in record.events} <= {None, *(e.id for e in record.entities)}
