from hand import Text, record_of


def types(record, event_type):
    return [e for e in record.events if e.type == event_type]


def palace(source_id, published="2025-12-19", **more):
    return Text(
        source_id, "The Emperor received President Tokayev at the Palace.", published=published
    ).event("audience", "received", "naruhito tokayev", **more)


def test_one_audience_told_by_three_sources_is_one():
    record = record_of(
        palace("a", date="2025-12-18", place="imperial-palace-tokyo", minutes=20),
        palace("b", date="2025-12-18", place="tokyo"),
        palace("c", date="2025-12", place=None),
    )
    [audience] = types(record, "audience")
    assert {c.source_id for c in audience.citations} == {"a", "b", "c"}
    assert audience.date == "2025-12-18"
    assert audience.place == "imperial-palace-tokyo"
    assert audience.disputed == ()


def test_audiences_of_other_guests_on_one_day_stay_apart():
    text = Text(
        "a",
        "The Emperor received Mirziyoyev on 19 December. Then he received Japarov.",
        published="2025-12-20",
    )
    text.event("audience", "received Mirziyoyev", "naruhito mirziyoyev", date="2025-12-19")
    text.event("audience", "received Japarov", "naruhito japarov", date="2025-12-19")
    other = Text("b", "Japarov met the Emperor on Friday.", published="2025-12-20")
    other.event("audience", "met", "naruhito japarov", date="2025-12-19")
    record = record_of(text, other)
    assert sorted(sorted(e.participants) for e in types(record, "audience")) == [
        ["japarov", "naruhito"],
        ["mirziyoyev", "naruhito"],
    ]


def test_talks_of_one_guest_with_two_hosts_are_two():
    one = Text("a", "Takaichi held talks with Tokayev.", published="2025-12-19")
    one.event("talks", "held talks", "takaichi tokayev", date="2025-12-18", place="tokyo")
    two = Text("b", "Tokayev met Toshiaki Endo.", published="2025-12-19")
    two.event("talks", "met", "tokayev endo", date="2025-12-18", place="tokyo")
    assert len(types(record_of(one, two), "talks")) == 2


def test_an_undated_visit_joins_the_one_of_those_weeks():
    dated = Text("a", "Tokayev arrived for an official visit.", published="2025-12-18")
    dated.event("visit", "official visit", "tokayev", date="2025-12-17/2025-12-20", place="jp")
    older = Text("b", "Tokayev visited Tokyo in December 2002.", published="2025-12-18")
    older.event("visit", "visited", "tokayev", date="2002-12-03/2002-12-07", place="tokyo")
    film = Text("c", "The film is about Tokayev's official visit to Japan.", published="2025-12-25")
    film.event("visit", "official visit", "tokayev", place="jp")
    visits = types(record_of(dated, older, film), "visit")
    assert [len(v.citations) for v in visits] == [1, 2]
    assert visits[1].date == "2025-12-17/2025-12-20"


def test_an_undated_visit_that_fits_two_stays_alone():
    first = Text("a", "Nazarbayev visited Japan in April 1994.")
    first.event("visit", "visited", "nazarbayev", date="1994-04", place="jp")
    second = Text("b", "Nazarbayev visited Japan in December 1999.")
    second.event("visit", "visited", "nazarbayev", date="1999-12", place="jp")
    vague = Text("c", "Nazarbayev has been on a visit to Japan.")
    vague.event("visit", "visit", "nazarbayev", place="jp")
    assert len(types(record_of(first, second, vague), "visit")) == 3


def talks(source_id, text, date=None, **more):
    told = Text(source_id, text, **more)
    return told.event("talks", "talks", "tokayev takaichi", date=date, place="tokyo")


def test_a_day_without_its_year_joins_the_one_meeting_of_that_day():
    spring = talks("a", "Tokayev and Takaichi held talks.", "2026-04-07", published="2026-04-08")
    winter = talks("b", "Tokayev and Takaichi held talks.", "2025-12-18", published="2025-12-19")
    words = "On 18 December Tokayev and Takaichi held talks."
    undated = talks("c", words).mention("18 December", kind="date")
    found = types(record_of(spring, winter, undated), "talks")
    assert [len(e.citations) for e in found] == [2, 1]
    assert found[0].date == "2025-12-18"


def test_a_day_without_its_year_joins_no_meeting_of_another_day():
    winter = talks("b", "Tokayev and Takaichi held talks.", "2025-12-18", published="2025-12-19")
    words = "On 19 December Tokayev and Takaichi held talks."
    undated = talks("c", words).mention("19 December", kind="date")
    assert len(types(record_of(winter, undated), "talks")) == 2


def test_a_day_without_its_year_that_two_meetings_have_stays_alone():
    first = talks("a", "Tokayev and Takaichi held talks.", "2026-12-18", published="2026-12-19")
    winter = talks("b", "Tokayev and Takaichi held talks.", "2025-12-18", published="2025-12-19")
    words = "On 18 December Tokayev and Takaichi held talks."
    undated = talks("c", words).mention("18 December", kind="date")
    assert len(types(record_of(first, winter, undated), "talks")) == 3


def test_relations_of_other_pairs_of_states_are_others():
    texts = []
    for name, pair in (("a", "jp kz"), ("b", "jp uz"), ("c", "kz jp")):
        text = Text(name, "They established relations in January 1992.")
        texts.append(text.event("relations_established", "established", pair, date="1992-01"))
    found = types(record_of(*texts), "relations_established")
    assert sorted((sorted(e.participants), len(e.citations)) for e in found) == [
        (["jp", "kz"], 2),
        (["jp", "uz"], 1),
    ]


def test_what_happens_once_keeps_both_dates():
    one = Text("a", "The embassy of Kazakhstan in Tokyo opened in February 1996.")
    one.event("embassy_opened", "opened", "kz", date="1996-02", place="tokyo")
    two = Text("b", "The embassy of Kazakhstan in Tokyo opened in February 1997.")
    two.event("embassy_opened", "opened", "kz", date="1997-02", place="tokyo")
    three = Text("c", "The embassy of Japan in Almaty opened in January 1993.")
    three.event("embassy_opened", "opened", "jp", date="1993-01", place="almaty")
    almaty, tokyo = types(record_of(one, two, three), "embassy_opened")
    assert almaty.date == "1993-01"
    assert tokyo.disputed == ("date",)
    assert [t.value for t in tokyo.tellings if t.field == "date"] == ["1996-02", "1997-02"]


def test_projects_of_other_firms_stay_apart():
    one = Text("a", "Komatsu plans a plant in Astana.", published="2025-12-25")
    one.event("project", "plans", "komatsu", status="planned", place="astana")
    two = Text("b", "Hitachi opened a plant.", published="2025-12-25")
    two.event("project", "opened", "hitachi", date="2024-10-08", place="kz")
    assert len(types(record_of(one, two), "project")) == 2


def test_the_next_summit_is_not_the_one_just_held():
    text = Text(
        "a",
        "The summit was held in Astana on Saturday. The next summit will be in Astana.",
        published="2025-12-20",
    )
    text.event("summit", "summit was held", "jp kz", date="2025-12-20", place="astana")
    text.event("summit", "next summit", "jp kz", status="planned", place="astana")
    other = Text("b", "The next summit will be held in Astana.", published="2025-12-21")
    other.event("summit", "next summit", "jp kz", status="planned", place="astana")
    held, planned = types(record_of(text, other), "summit")
    assert (held.status.value, planned.status.value) == ("held", "planned")
    assert len(planned.citations) == 2


def test_order_of_sources_changes_nothing():
    texts = [palace("a", date="2025-12-18"), palace("b", date="2025-12"), palace("c")]
    assert record_of(*texts).events == record_of(*reversed(texts)).events


def test_a_dated_visit_is_better_known_than_an_undated_plan():
    dated = Text(
        "a", "Tokayev's official visit to Japan began on the 17th.", published="2025-12-18"
    )
    dated.event("visit", "official visit", "tokayev", date="2025-12-17/2025-12-18", place="jp")
    plan = Text("b", "Tokayev will visit Japan.", published="2025-12-18")
    plan.event("visit", "visit", "tokayev", status="planned", place="tokyo")
    news = Text("c", "Tokayev's official visit to Japan is over.", published="2025-12-18")
    news.event("visit", "official visit", "tokayev", place="tokyo")
    groups = types(record_of(dated, plan, news), "visit")
    assert groups[0].date == "2025-12-17/2025-12-18"
    assert {"a", "c"} <= {c.source_id for c in groups[0].citations}


def test_the_opening_day_of_a_summit_is_the_summits():
    plan = Text("a", "The Central Asia summit begins in Tokyo on the 19th.", published="2025-12-18")
    plan.event(
        "summit", "summit", "jp kz uz kg", status="planned", date="2025-12-19", place="tokyo"
    )
    held = Text("b", "The Central Asia summit was held in Tokyo.", published="2025-12-20")
    held.event("summit", "summit", "jp kz uz kg", date="2025-12-20", place="tokyo")
    [summit] = types(record_of(plan, held), "summit")
    assert (summit.status.value, summit.date) == ("held", "2025-12-20")
