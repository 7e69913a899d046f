"""What is one happening and what is two: cases in which a guess would invent or hide something."""

from hand import Text, record_of


def told(*texts, kind="talks"):
    """Give (date, number of participants, sources) of the events of a kind."""
    return [
        (e.date, len(e.participants), "".join(sorted({c.source_id for c in e.citations})))
        for e in record_of(*texts).events
        if e.type == kind
    ]


def talks(source_id, who="takaichi tokayev", words="Talks were held.", language="en", **more):
    text = Text(source_id, words, language, published=more.pop("published", "2025-12-21"))
    return text.event("talks", words.split()[0], who, **more)


def test_two_talks_of_one_day_stay_two():
    both = Text("a", "صباحا أجريا محادثات. وفي المساء التقيا مرة أخرى.", "ar", "2025-12-19")
    both.event("talks", "محادثات", "takaichi tokayev", date="2025-12-18", part_of_day="morning")
    both.event("talks", "التقيا", "takaichi tokayev", date="2025-12-18", part_of_day="evening")
    evening = talks("b", words="Вечером прошла встреча.", language="ru", date="2025-12-18",
                    part_of_day="evening")  # fmt: skip
    assert told(both, evening) == [("2025-12-18", 2, "a"), ("2025-12-18", 2, "ab")]


def test_hours_and_parts_of_the_day_are_held_against_each_other():
    both = Text("a", "They met at 10. They met again at night.", published="2025-12-19")
    both.event("talks", "met at 10", "takaichi tokayev", date="2025-12-18", begins="10:00")
    both.event("talks", "met again", "takaichi tokayev", date="2025-12-18", part_of_day="night")
    assert len(told(both)) == 2
    noon = Text("a", "They met at 11:30. The meeting at noon was short.", published="2025-12-19")
    noon.event("talks", "met at 11:30", "takaichi tokayev", date="2025-12-18", begins="11:30")
    noon.event("talks", "meeting", "takaichi tokayev", date="2025-12-18", part_of_day="noon")
    assert len(told(noon)) == 1


def test_a_month_joins_the_only_day_and_no_one_of_two():
    fifth, twentieth = talks("a", date="2025-12-05"), talks("b", date="2025-12-20")
    month = talks("c", words="Желтоқсанда келіссөз өтті.", language="kk", date="2025-12")
    assert told(fifth, month) == [("2025-12-05", 2, "ac")]
    assert sorted(told(fifth, twentieth, month)) == [
        ("2025-12", 2, "c"),
        ("2025-12-05", 2, "a"),
        ("2025-12-20", 2, "b"),
    ]


def test_a_year_joins_no_one_of_two_visits():
    def visit(source_id, words, language, date):
        text = Text(source_id, words, language)
        return text.event("visit", words.split()[0], "nazarbayev", date=date, place="jp")

    march = visit("a", "Visit in March.", "en", "2008-03-02/2008-03-04")
    june = visit("b", "訪問 は6月。", "ja", "2008-06-18/2008-06-20")
    year = visit("c", "Сапар 2008 жылы болды.", "kk", "2008")
    assert told(march, year, kind="visit") == [("2008-03-02/2008-03-04", 1, "ac")]
    assert len(told(march, june, year, kind="visit")) == 3


def test_a_guest_without_a_name_is_no_one_of_two_guests():
    both = Text("a", "He received Mirziyoyev. He received Japarov.", published="2025-12-20")
    both.event("audience", "received Mirziyoyev", "naruhito mirziyoyev", date="2025-12-19")
    both.event("audience", "received Japarov", "naruhito japarov", date="2025-12-19")
    nobody = Text("b", "天皇陛下は客と会見された。", "ja", "2025-12-20")
    nobody.event("audience", "会見", "naruhito", date="2025-12-19")
    assert sorted(told(both, nobody, kind="audience")) == [
        ("2025-12-19", 1, "b"),
        ("2025-12-19", 2, "a"),
        ("2025-12-19", 2, "a"),
    ]


def test_states_join_the_only_meeting_of_their_people_that_day():
    leaders = talks("a", date="2025-12-18")
    states = talks(
        "b", "jp kz", "Жапония мен Қазақстан келіссөз жүргізді.", "kk", date="2025-12-18"
    )
    assert told(leaders, states) == [("2025-12-18", 2, "ab")]
    others = talks("c", "kishida nazarbayev", date="2025-12-18")
    assert len(told(leaders, states, others)) == 3


def test_a_meal_that_is_neither_lunch_nor_dinner_is_no_one_of_both():
    both = Text("a", "Lunch with the Emperor. Dinner with Takaichi.", published="2025-12-19")
    both.event("banquet", "Lunch", "naruhito tokayev", date="2025-12-18", meal="luncheon")
    both.event("banquet", "Dinner", "takaichi tokayev", date="2025-12-18", meal="dinner")
    dinner = Text("b", "В честь гостя был дан ужин.", "ru", "2025-12-19")
    dinner.event("banquet", "ужин", "tokayev", date="2025-12-18", meal="dinner")
    meal = Text("c", "وأقيمت مأدبة للضيف.", "ar", "2025-12-19")
    meal.event("banquet", "مأدبة", "tokayev", date="2025-12-18")
    found = told(both, dinner, meal, kind="banquet")
    assert ("2025-12-18", 2, "ab") in found
    assert ("2025-12-18", 1, "c") in found


def signing(source_id, words, language, documents, who="takaichi tokayev", date="2025-12-18"):
    text = Text(source_id, words, language, published="2025-12-21")
    return text.event("signing", words.split()[0], who, date=date, documents=documents)


def test_counts_of_other_things_are_other_facts_and_no_dispute():
    state = signing("a", "وُقعت 14 وثيقة بين الدولتين.", "ar", 14)
    business = signing("b", "Подписано более 40 коммерческих соглашений.", "ru", 40)
    region = signing("c", "Over 150 papers of all five were signed.", "en", 150,
                     "jp kz uz kg", "2025-12-20")  # fmt: skip
    events = [e for e in record_of(state, business, region).events if e.type == "signing"]
    assert [e.details["documents"] for e in events] == [14, 40, 150]
    assert all(e.disputed == () for e in events)


def test_counts_of_one_thing_that_differ_are_a_dispute():
    one, two = (
        signing("a", "14 құжатқа қол қойылды.", "kk", 14),
        signing("b", "15文書に署名。", "ja", 15),
    )
    [event] = record_of(one, two, signing("c", "14 papers were signed.", "en", 14)).events
    assert (event.details["documents"], event.disputed) == (14, ("documents",))
    assert {t.value for t in event.tellings if t.field == "documents"} == {"14", "15"}


def test_one_source_that_tells_two_counts_tells_of_two_things():
    text = Text("a", "14 documents were signed. Firms signed 15 papers.", published="2025-12-19")
    text.event("signing", "14 documents", "takaichi tokayev", date="2025-12-18", documents=14)
    text.event("signing", "15 papers", "takaichi tokayev", date="2025-12-18", documents=15)
    assert len(told(text, kind="signing")) == 2


def test_the_states_of_a_headline_are_those_whose_people_the_lead_names():
    def recall(second):
        text = Text("a", "Japan recalls its envoy. He left on Friday.", published="2025-12-19")
        text.event("ambassador_recalled", "recalls", "jp", date="2025-12-19")
        return text.event("ambassador_recalled", "left", second, date="2025-12-19")

    assert told(recall("kishida"), kind="ambassador_recalled") == [("2025-12-19", 2, "a")]
    assert len(told(recall("tokayev"), kind="ambassador_recalled")) == 2
    assert len(told(recall("kz"), kind="ambassador_recalled")) == 2


def test_a_signing_without_a_count_still_joins():
    state, business = signing("a", "14 papers.", "en", 14), signing("b", "40 papers.", "en", 40)
    plain = Text("c", "署名式が行われた。", "ja", "2025-12-19")
    plain.event("signing", "署名式", "takaichi tokayev", date="2025-12-18")
    assert len(told(state, business, plain, kind="signing")) == 2


def test_a_meeting_told_for_the_days_of_the_visit_is_that_of_its_day():
    whole = Text("a", "Визит длился три дня. Прошли переговоры.", "ru", "2025-12-20")
    whole.event("visit", "Визит", "tokayev", date="2025-12-17/2025-12-19", place="jp")
    whole.event("talks", "переговоры", "tokayev takaichi", date="2025-12-17/2025-12-19")
    day = talks("b", date="2025-12-18", place="tokyo")
    [visit, meeting] = record_of(whole, day).events
    assert (visit.type, meeting.date, meeting.part_of) == ("visit", "2025-12-18", visit.id)


def test_the_stages_of_one_journey_do_not_make_its_report_doubtful():
    stages = Text("a", "He flies to Kazakhstan, then to Uzbekistan.", published="2024-08-07")
    stages.event("visit", "flies", "kishida", status="postponed", date="2024-08-09", place="kz")
    stages.event("visit", "then", "kishida", status="postponed", date="2024-08-12", place="uz")
    short = Text("b", "8月に予定された訪問は延期された。", "ja", "2024-08-10")
    short.event("visit", "訪問", "kishida", status="postponed", date="2024-08")
    assert len(told(stages, short, kind="visit")) == 2
