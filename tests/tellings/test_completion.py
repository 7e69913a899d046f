from hand import Text, record_of


def of_type(record, event_type):
    return next(e for e in record.events if e.type == event_type)


def inferred(event):
    return [(t.field, t.value) for t in event.tellings if t.inferred]


def visit(words):
    text = Text("a", "Tokayev is on an official visit to Japan. " + words, published="2025-12-19")
    return text.event("visit", "official visit", "tokayev", date="2025-12-17/..", place="jp")


def test_the_guest_of_the_visit_is_the_guest_of_its_dinner():
    text = visit("The Prime Minister then gave a dinner.")
    text.event("banquet", "dinner", "takaichi", date="2025-12-18", meal="dinner")
    dinner = of_type(record_of(text), "banquet")
    assert sorted(dinner.participants) == ["takaichi", "tokayev"]
    assert ("participants", "tokayev") in inferred(dinner)


def test_a_guest_that_is_named_elsewhere_is_told_and_not_inferred():
    text = visit("The Prime Minister then held talks with him.")
    text.event("talks", "talks", "takaichi", date="2025-12-18")
    other = Text("b", "Tokayev and Takaichi held talks.", published="2025-12-19")
    other.event("talks", "talks", "tokayev takaichi", date="2025-12-18")
    talks = of_type(record_of(text, other), "talks")
    assert ("participants", "tokayev") not in inferred(talks)
    assert len(talks.citations) == 2


def test_another_guest_is_not_joined_by_the_one_of_the_visit():
    text = visit("She also met Mirziyoyev.")
    text.event("talks", "met", "takaichi mirziyoyev", date="2025-12-20")
    assert set(of_type(record_of(text), "talks").participants) == {"takaichi", "mirziyoyev"}


def test_of_two_guests_of_one_time_none_is_chosen():
    text = visit("Mirziyoyev is on a visit as well. The Prime Minister gave a dinner.")
    text.event("visit", "a visit as well", "mirziyoyev", date="2025-12-18/..", place="jp")
    text.event("banquet", "dinner", "takaichi", date="2025-12-19")
    assert of_type(record_of(text), "banquet").participants == ("takaichi",)


def test_a_postponed_visit_brings_no_guest():
    text = Text("a", "Kishida put off his visit. Officials gave a dinner.", published="2024-08-09")
    text.event("visit", "visit", "kishida", status="postponed", date="2024-08", place="kz")
    text.event("banquet", "dinner", "tokayev", date="2024-08")
    assert of_type(record_of(text), "banquet").participants == ("tokayev",)


def test_an_audience_is_with_the_monarch_of_its_day():
    text = Text("a", "Tokayev was received in audience.", published="2025-12-18")
    text.event("audience", "audience", "tokayev", date="2025-12-18", place="imperial-palace-tokyo")
    audience = of_type(record_of(text), "audience")
    assert audience.participants == ("tokayev", "naruhito")
    assert inferred(audience) == [("participants", "naruhito")]


def test_the_monarch_of_an_audience_without_a_day_is_not_guessed():
    text = Text("a", "Tokayev was received in audience.")
    text.event("audience", "audience", "tokayev", place="imperial-palace-tokyo")
    assert of_type(record_of(text), "audience").participants == ("tokayev",)


def test_the_city_of_a_headline_is_where_the_news_was():
    text = Text("a", "The minister in Astana\n\nKishida held talks in Kazakhstan.")
    text.published = "2023-08-26"
    text.mention("Astana", "astana", "place")
    text.event("talks", "talks", "kishida tokayev", date="2023-08-25", place="kz")
    text.event("visit", "in Kazakhstan", "kishida", date="2022-05", place="kz")
    events = {e.type: e for e in record_of(text).events}
    assert events["talks"].place == "astana"
    assert ("place", "astana") in inferred(events["talks"])
    assert events["visit"].place == "kz"


def test_the_city_of_another_state_is_not():
    text = Text("a", "From Astana to the world\n\nTakaichi held talks with Tokayev in Japan.")
    text.published = "2025-12-19"
    text.mention("Astana", "astana", "place")
    text.event("talks", "talks", "takaichi tokayev", date="2025-12-18", place="jp")
    assert of_type(record_of(text), "talks").place == "jp"


def test_an_hour_goes_on_with_the_day_told_before():
    from sijill.documents.document import Mention, MentionKind

    words = "On 9 August he stayed. Until 12 August he had plans. At 19:15 he telephoned."
    text = Text("a", words, published="2024-08-09")
    for number, (told, value) in enumerate(
        [("9 August", "2024-08-09"), ("12 August", "2024-08-12")], 1
    ):
        span = text.at(told)
        text.mentions.append(
            Mention(f"d{number}", MentionKind.DATE, span.start, span.end, told, value=value)
        )
    text.event("phone_call", "telephoned", "kishida tokayev", begins="19:15")
    call = of_type(record_of(text), "phone_call")
    assert call.date == "2024-08-09"
    assert ("date", "2024-08-09") in inferred(call)


def test_a_visit_to_a_region_and_to_one_of_its_states_can_be_one():
    one = Text("a", "Kishida put off his trip to Central Asia.", published="2024-08-09")
    one.event(
        "visit", "trip", "kishida", status="postponed", date="2024-08-09/..", place="central-asia"
    )
    two = Text("b", "Kishida is to visit Kazakhstan.", published="2024-07-27")
    two.event(
        "visit", "visit", "kishida", status="planned", date="2024-08-09/2024-08-12", place="kz"
    )
    [visit] = record_of(one, two).events
    assert (visit.place, visit.status.value) == ("kz", "postponed")


def test_a_summit_of_a_region_is_one_of_its_states():
    words = "The first summit between Japan and the five Central Asian states was put off."
    text = Text("a", words, published="2024-08-09")
    text.event("summit", "summit", "jp", status="postponed", date="2024-08", place="kz")
    summit = of_type(record_of(text), "summit")
    # Of the five only those that the record knows can be named; here it knows three.
    assert set(summit.participants) == {"jp", "kz", "kg", "uz"}
    assert ("participants", "kz") in inferred(summit)


def test_a_lecture_is_held_in_the_house_its_sentence_names():
    text = Text("a", "Tokayev gave a lecture at the UN University in Tokyo.")
    text.event("lecture", "lecture", "tokayev", date="2025-12-19", place="tokyo")
    text.mention("UN University", "un-university", "organisation")
    lecture = of_type(record_of(text), "lecture")
    assert set(lecture.participants) == {"tokayev", "un-university"}
    assert ("participants", "un-university") in inferred(lecture)


def test_a_traveller_abroad_is_not_at_home():
    text = visit("He met citizens of Kazakhstan who study there.")
    text.event("diaspora_meeting", "met citizens", "tokayev", date="2025-12-18", place="kz")
    assert of_type(record_of(text), "diaspora_meeting").place != "kz"


def test_an_agency_that_reports_a_meeting_was_not_there():
    text = Text("a", "Takaichi and Tokayev signed 14 documents, Hitachi reported.")
    text.event("signing", "signed", "takaichi tokayev hitachi", date="2025-12-18", documents=14)
    text.quotation("Takaichi and Tokayev signed 14 documents", "hitachi")
    assert set(of_type(record_of(text), "signing").participants) == {"takaichi", "tokayev"}


def test_the_president_without_a_name_is_the_one_of_the_report():
    words = "التقى توكاييف مواطنين. والتقى الرئيس توشياكي إندو."
    text = Text("a", words, "ar", published="2025-12-18")
    text.event("diaspora_meeting", "التقى توكاييف مواطنين", "tokayev", date="2025-12-18")
    text.mention("توكاييف", "tokayev").mention("توشياكي إندو", "endo")
    text.event("talks", "والتقى الرئيس توشياكي إندو", "endo", date="2025-12-18")
    talks = of_type(record_of(text), "talks")
    assert set(talks.participants) == {"tokayev", "endo"}
    assert ("participants", "tokayev") in inferred(talks)


def test_who_is_named_in_the_words_and_not_told_to_speak_is_no_speaker():
    words = "同日、岸田文雄総理の表敬を受け、参議院で演説した。"
    text = Text("a", words, "ja", published="2022-12-18")
    text.mention("岸田文雄", "kishida")
    text.event("parliament_address", "演説した", "", date="2022-12-18")
    assert of_type(record_of(text), "parliament_address").participants == ()
    other = Text("b", "岸田文雄が来た。総理は参議院で演説した。", "ja", published="2022-12-18")
    other.mention("岸田文雄", "kishida")
    other.event("parliament_address", "演説した", "", date="2022-12-18")
    assert of_type(record_of(other), "parliament_address").participants == ("kishida",)


def test_of_two_presidents_none_is_chosen():
    words = "Tokayev and Mirziyoyev came. The President met Endo."
    text = Text("a", words, published="2025-12-18")
    text.event("summit", "came", "tokayev mirziyoyev", date="2025-12-18")
    text.mention("Tokayev", "tokayev").mention("Mirziyoyev", "mirziyoyev")
    text.event("talks", "met Endo", "endo", date="2025-12-18")
    assert of_type(record_of(text), "talks").participants == ("endo",)


def test_the_next_summit_of_a_text_is_one_of_the_same_states():
    words = "Japan and the Central Asian states met in Tokyo. The next summit will be in Astana."
    text = Text("a", words, published="2025-12-20")
    text.event("summit", "met", "jp kz uz", date="2025-12-20", place="tokyo")
    text.event("summit", "next summit", status="planned", place="astana")
    planned = [e for e in record_of(text).events if e.status.value == "planned"]
    assert {"jp", "kz", "uz"} <= set(planned[0].participants)


def test_a_decree_is_about_the_place_it_names():
    text = Text("a", "Nazarbayev signed the decree that closed the Semipalatinsk site.")
    text.event("signing", "signed", "nazarbayev", date="1991-08-29")
    text.mention("Semipalatinsk site", "semipalatinsk-test-site", "place")
    signing = of_type(record_of(text), "signing")
    assert signing.place == "semipalatinsk-test-site"
    assert ("place", "semipalatinsk-test-site") in inferred(signing)


def test_an_ambassador_is_recalled_in_no_place():
    text = Text("a", "TOKYO, 7 March 2019 – Japan recalled its ambassador for consultations.")
    text.event("ambassador_recalled", "recalled", "jp", date="2019-03-07")
    text.mention("TOKYO", "tokyo", "place")
    assert of_type(record_of(text), "ambassador_recalled").place is None


def test_what_one_sentence_tells_with_a_visit_lies_in_its_days():
    text = Text("a", "Summing up Mirziyoyev's visit, the notes say that he gave a speech.")
    text.event("visit", "visit", "mirziyoyev", date="2001-05-14/2001-05-18")
    text.event("lecture", "gave a speech", "un-university")
    lecture = of_type(record_of(text), "lecture")
    assert lecture.date == "2001-05-14/2001-05-18"
    assert set(lecture.participants) == {"mirziyoyev", "un-university"}


def test_the_premier_of_the_host_is_not_in_the_audience():
    words = "The Emperor and Prime Minister Takaichi received Tokayev."
    text = Text("a", words, published="2025-12-19")
    text.event("audience", "received", "naruhito takaichi tokayev", date="2025-12-18")
    assert set(of_type(record_of(text), "audience").participants) == {"tokayev", "naruhito"}


def test_a_premier_read_for_the_monarch_is_put_right():
    text = Text("a", "Tokayev was received in audience.", published="2025-12-18")
    text.event(
        "audience", "audience", "tokayev takaichi", date="2025-12-18",
        place="imperial-palace-tokyo",
    )  # fmt: skip
    assert of_type(record_of(text), "audience").participants == ("tokayev", "naruhito")


def test_a_visit_without_a_traveller_is_that_of_the_one_named_before():
    words = "The first was Koizumi. On 28 August he arrived in Astana, where Tokayev met him."
    text = Text("a", words, published="2015-10-28")
    text.event("visit", "arrived", date="2006-08-28", place="astana")
    text.mention("Koizumi", "koizumi").mention("Tokayev", "tokayev")
    visit_of = of_type(record_of(text), "visit")
    assert visit_of.participants == ("koizumi",)
    assert ("participants", "koizumi") in inferred(visit_of)


def test_a_visit_by_nobody_is_no_item():
    text = Text("a", "A visit to Astana was spoken of.")
    text.event("visit", "visit", date="2006-08-28", place="astana")
    assert record_of(text).events == ()


def test_nobody_visits_his_own_state():
    words = "Nazarbayev recalled the visits to Kazakhstan: in 2006 Koizumi came."
    text = Text("a", words, published="2017-01-26")
    text.event("visit", "visits", "nazarbayev", date="2006", place="kz")
    text.mention("Nazarbayev", "nazarbayev").mention("Koizumi", "koizumi")
    assert of_type(record_of(text), "visit").participants == ("koizumi",)


def test_leaders_named_beside_a_summit_stand_for_their_states():
    words = "Japan, Kazakhstan and Uzbekistan held a summit. Takaichi, Tokayev and Mirziyoyev came."
    text = Text("a", words, published="2025-12-20")
    text.event("summit", "summit", "jp kz uz", date="2025-12-20", place="tokyo")
    text.mention("Takaichi", "takaichi").mention("Tokayev", "tokayev")
    text.mention("Mirziyoyev", "mirziyoyev")
    summit = of_type(record_of(text), "summit")
    assert set(summit.participants) == {"takaichi", "tokayev", "mirziyoyev"}
    assert ("participants", "takaichi") in inferred(summit)


def test_a_summit_put_off_has_no_leaders():
    words = "The summit of Japan and Kazakhstan was put off, Takaichi told Tokayev."
    text = Text("a", words, published="2025-12-20")
    text.event("summit", "summit", "jp kz", status="postponed", date="2025-12-20", place="tokyo")
    text.mention("Takaichi", "takaichi").mention("Tokayev", "tokayev")
    assert set(of_type(record_of(text), "summit").participants) == {"jp", "kz"}


def test_two_hosts_without_their_guest_did_not_meet():
    words = "The lecture came a day after the Emperor received him and talks with Takaichi."
    text = Text("a", words, published="2025-12-19")
    text.event("talks", "talks", "naruhito takaichi", date="2025-12-19")
    assert record_of(text).events == ()


def test_what_has_no_day_is_not_put_into_the_city_of_the_headline():
    text = Text(
        "a", "A film about the visit to Tokyo\n\nTokayev is on a visit to Japan. He met Endo."
    )
    text.published = "2025-12-25"
    text.mention("Tokyo", "tokyo", "place")
    text.event("visit", "on a visit to Japan", "tokayev", place="jp")
    text.event("cultural_encounter", "met Endo", "tokayev endo")
    encounter = of_type(record_of(text), "cultural_encounter")
    assert (encounter.date, encounter.place) == (None, None)


def test_a_text_about_one_university_tells_of_lectures_there():
    words = "Who has spoken at UN University?\n\nPeña Nieto gave a lecture in 2013."
    text = Text("a", words)
    text.event("lecture", "lecture", "pena-nieto", date="2013")
    text.mention("UN University", "un-university", "organisation")
    assert "un-university" in of_type(record_of(text), "lecture").participants


def where_met(*, day="2025-12-18", place="tokyo"):
    text = Text("a", "Tokayev came to the city on a visit. He met Endo.")
    text.event("visit", "on a visit", "tokayev", date="2025-12", place=place)
    text.event("talks", "met Endo", "tokayev endo", date=day)
    return of_type(record_of(text), "talks")


def test_who_comes_to_one_city_meets_its_people_there():
    met = where_met()
    assert met.place == "tokyo"
    assert ("place", "tokyo") in inferred(met)
    assert where_met(day=None).place is None
    assert where_met(place="jp").place is None
    assert where_met(day="2024-05-02").place is None


def test_whoever_is_there_for_a_state_makes_it_one_of_a_regions_meeting():
    text = Text(
        "a",
        "Ministers from Japan and Central Asia met in Astana, where Kishida spoke for Japan."
        " They met again in Tashkent in 2023.",
    )
    text.event(
        "ministerial_dialogue", "met in Astana", "kishida", date="2022-12-24", place="astana"
    )
    text.event("ministerial_dialogue", "met again", date="2023")
    first, second = (
        set(e.participants) for e in record_of(text).events if e.type == "ministerial_dialogue"
    )
    assert first == {"kishida", "kz", "kg", "uz"}
    assert second == {"jp", "kz", "kg", "uz"}


def test_somebody_of_no_post_of_a_state_adds_none_to_a_meeting():
    text = Text("a", "The leaders of Central Asia met. Takeguchi played. They met again in 2023.")
    text.event("summit", "met.", "takeguchi", date="2022-12-24")
    text.event("summit", "met again", date="2023")
    *_, second = (set(e.participants) for e in record_of(text).events if e.type == "summit")
    assert second == {"kz", "kg", "uz"}
