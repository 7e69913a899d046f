from dataclasses import replace

import pytest
from marked import read_marked

from sijill.documents.document import HeldPost, Status
from sijill.events.finder import find_events


def events(marked, language, published=None):
    return find_events(*read_marked(marked, language, published=published))


def told(marked, language, published=None):
    return [(e.type, e.status.value) for e in events(marked, language, published)]


def test_a_held_visit_with_day_place_and_traveller():
    (event,) = events(
        "⟦post#e1!head_of_state:President⟧ ⟦person#e1:Li⟧ paid a state visit to ⟦place#p1:Lima⟧ in "
        "⟦date=1993-11:November 1993⟧.",
        "en",
    )
    assert (event.type, event.status, event.date) == ("visit", Status.HELD, "1993-11")
    assert (event.place, event.participants) == ("p1", ("e1",))
    assert event.details["visit_format"] == "state"


def test_plans_are_not_facts_in_any_language():
    rows = [
        ("⟦person#e1:Li⟧ will visit ⟦place#p1:Lima⟧.", "en", "planned"),
        ("⟦person#e1:Li⟧ is due in ⟦place#p1:Lima⟧ for talks.", "en", "planned"),
        ("من المقرر أن يزور ⟦person#e1:سامي⟧ ⟦place#p1:ليما⟧ الشهر المقبل.", "ar", "planned"),
        ("⟦person#e1:Варга⟧ посетит ⟦place#p1:Лиму⟧.", "ru", "planned"),
        ("Ертең ⟦person#e1:Бек⟧ ⟦place#p1:Лима⟧ға барады.", "kk", "planned"),
        ("⟦person#e1:水谷⟧大臣は⟦place#p1:リマ⟧を訪問する予定です。", "ja", "planned"),
        ("⟦person#e1:Li⟧ has postponed a visit to ⟦place#p1:Lima⟧.", "en", "postponed"),
        ("زيارة ⟦person#e1:سامي⟧ ل⟦place#p1:ليما⟧ ألغيت لأسباب أمنية.", "ar", "cancelled"),
        ("Посещение ⟦place#p1:Лимы⟧ исключено из программы ⟦person#e1:Варги⟧.", "ru", "cancelled"),
        ("⟦place#p1:京都⟧訪問は、日程の都合により取りやめとなりました。", "ja", "cancelled"),
        ("⟦person#e1:Bo⟧ invited ⟦person#e1:Li⟧ to visit ⟦place#p1:Lima⟧.", "en", "proposed"),
    ]
    for marked, language, status in rows:
        found = told(marked, language)
        assert ("visit", status) in found, (marked, found)
        assert ("visit", "held") not in found, marked


def test_what_is_denied_is_no_event():
    assert told("⟦person#e1:Li⟧ will not visit ⟦place#p1:Lima⟧.", "en") == []
    assert told("No visit by ⟦person#e1:Li⟧ to ⟦place#p1:Lima⟧ is planned.", "en") == []


def test_a_day_after_publication_is_a_plan():
    marked = (
        "⟦person#e1:Li⟧, talks with ⟦person#e2:Bo⟧ in ⟦place#p1:Lima⟧ on ⟦date=2025-05-09:9 May⟧."
    )
    assert told(marked, "en", "2025-05-01") == [("talks", "planned")]


def test_a_monarch_and_a_premier_are_two_receptions():
    found = events(
        "⟦post#e1!foreign_minister:Foreign Minister⟧ ⟦person#e1:Wir⟧ was received by "
        "⟦post#e2!monarch:King⟧ ⟦person#e2:Sig⟧ on ⟦date=2025-03-13:Thursday⟧ and by "
        "⟦post#e3!head_of_government:Prime Minister⟧ ⟦person#e3:Aas⟧.",
        "en",
    )
    assert [(e.type, set(e.participants)) for e in found] == [
        ("audience", {"e1", "e2"}),
        ("courtesy_call", {"e1", "e3"}),
    ]


def test_guests_received_one_after_another_are_several():
    found = events(
        "⟦post#e0!monarch:The King⟧ ⟦person#e0:Sig⟧ received two presidents on "
        "⟦date=2025-12-19:Friday⟧, one after another. ⟦person#e1:Li⟧ came first. "
        "⟦person#e2:Bo⟧ spoke of water.",
        "en",
        "2025-12-20",
    )
    audiences = [e for e in found if e.type == "audience"]
    assert [set(e.participants) for e in audiences] == [{"e0", "e1"}, {"e0", "e2"}]
    assert {e.date for e in audiences} == {"2025-12-19"}


def test_who_was_met_makes_the_kind_of_meeting():
    found = events(
        "التقى ⟦post#e1!head_of_state:الرئيس⟧ ⟦post#e2!athlete:المصارع⟧ ⟦person#e2:نور⟧ "
        "و⟦post#e3!artist:عازفة الدومبرا⟧ ⟦person#e3:ميو⟧.",
        "ar",
    )
    assert [(e.type, set(e.participants)) for e in found] == [
        ("sport_encounter", {"e1", "e2"}),
        ("cultural_encounter", {"e1", "e3"}),
    ]


def test_documents_are_counted_in_words_and_digits():
    rows = [
        ("⟦person#e1:Li⟧ and ⟦person#e2:Bo⟧ signed fourteen documents.", "en", 14),
        ("وقع ⟦person#e1:سامي⟧ و⟦person#e2:علي⟧ اثنتي عشرة اتفاقية.", "ar", 12),
        ("⟦person#e1:Варга⟧ и ⟦person#e2:Киш⟧ подписали одиннадцать документов.", "ru", 11),
        ("⟦person#e1:Бек⟧ пен ⟦person#e2:Кемал⟧ 16 құжатқа қол қойды.", "kk", 16),
    ]
    for marked, language, number in rows:
        (signing,) = [e for e in events(marked, language) if e.type == "signing"]
        assert signing.details["documents"] == number, marked


def test_signing_a_book_is_no_signing():
    assert told("⟦person#e1:Li⟧ signed the book of condolence.", "en") == []


def test_told_twice_it_is_one():
    marked = (
        "⟦person#e1:Li⟧ arrived in ⟦place#p1:Lima⟧ on ⟦date=2025-03-10:Monday⟧ on an official "
        "visit. After the visit to ⟦place#p1:Lima⟧ ⟦person#e1:Li⟧ went home."
    )
    assert told(marked, "en", "2025-03-14") == [("visit", "held")]


def test_the_eve_of_something_is_not_the_thing():
    assert told("They met a day before the summit.", "en") == []


def test_relations_need_a_date():
    (event,) = events(
        "⟦place#p1:Kenya⟧ and ⟦place#p2:Finland⟧ established diplomatic relations in "
        "⟦date=1965-06:June 1965⟧.",
        "en",
    )
    assert (event.type, event.date, set(event.participants)) == (
        "relations_established",
        "1965-06",
        {"p1", "p2"},
    )
    assert told("Kenya and Finland have diplomatic relations.", "en") == []


def test_several_years_are_several_visits():
    found = events(
        "⟦person#e1:Ли⟧ посетил ⟦place#p1:Лиму⟧ в ⟦date=1994:1994⟧, ⟦date=1999:1999⟧ "
        "и ⟦date=2008:2008⟧ годах.",
        "ru",
    )
    assert [e.date for e in found if e.type == "visit"] == ["1994", "1999", "2008"]


def test_events_are_the_same_each_time_and_survive_anything():
    for language in ("ar", "en", "ru", "kk", "ja"):
        for text in ("", "visit", "زيارة", "訪問", "визит " * 2000, "«»«»\n\n\n", "a" * 50_000):
            first = find_events(*read_marked(text, language))
            assert first == find_events(*read_marked(text, language))


def test_one_meeting_with_compatriots_an_athlete_and_an_artist_is_three():
    found = events(
        "يصور الفيلم لقاءات ⟦post#e1!head_of_state:الرئيس⟧ مع أبناء الجالية في ⟦place#p1:ليما⟧، "
        "ومع ⟦post#e2!athlete:المصارع⟧ ⟦person#e2:سامي⟧، ومع ⟦post#e3!artist:الموسيقي⟧ "
        "⟦person#e3:باسم⟧.",
        "ar",
    )
    assert {(e.type, e.participants) for e in found} == {
        ("diaspora_meeting", ("e1",)),
        ("sport_encounter", ("e1", "e2")),
        ("cultural_encounter", ("e1", "e3")),
    }


def test_closing_a_site_and_giving_up_weapons_are_two_acts():
    found = told(
        "قررت ⟦place#p1@KZ:كازاخستان⟧ إغلاق موقع التجارب النووية والتخلي عن ترسانة نووية. لم يكن "
        "ذلك ضعفا.",
        "ar",
    )
    assert found == [("disarmament", "held")] * 2


def test_the_head_of_a_firm_makes_it_a_business_meeting():
    (event,) = events(
        "خلال اجتماع مع ⟦post#e2!chief_executive:رئيس الشركة⟧ ⟦person#e2:سامي⟧، أكد "
        "⟦post#e1!head_of_state:الرئيس⟧ أهمية الصناعة.",
        "ar",
    )
    assert (event.type, event.participants[0]) == ("business_meeting", "e1")


def test_who_takes_part_in_the_project_joins_the_one_told_before():
    rows = [
        (
            "تخطط ⟦organisation#o1:شركة أطلس⟧ لبناء مجمع في ⟦place#p1:ليما⟧. وتشارك "
            "⟦organisation#o2:شركة نور⟧ في المشروع، الذي يخدم المدينة.",
            "ar",
        ),
        (
            "⟦organisation#o1:Atlas⟧ will build a new plant in ⟦place#p1:Lima⟧. "
            "⟦organisation#o2:Nord⟧ will take part in the project.",
            "en",
        ),
        (
            "⟦organisation#o1:«Атлас»⟧ построит новый завод в ⟦place#p1:Лиме⟧. "
            "В проекте участвует ⟦organisation#o2:«Норд»⟧.",
            "ru",
        ),
        (
            "⟦organisation#o1:«Атлас» компаниясы⟧ ⟦place#p1:Лима⟧да зауыт салмақ. Жобаға "
            "⟦organisation#o2:«Норд» компаниясы⟧ қатысады.",
            "kk",
        ),
        (
            "⟦organisation#o1:アトラス社⟧は⟦place#p1:リマ⟧に工場を建設する。事業には"
            "⟦organisation#o2:ノルド社⟧も参加する。",
            "ja",
        ),
    ]
    for marked, language in rows:
        (event,) = events(marked, language)
        assert (event.type, set(event.participants)) == ("project", {"o1", "o2"}), language


def test_a_meal_for_the_presidents_is_for_those_named_so_before():
    found = events(
        "حضر القمة رؤساء ⟦person#e1:سامي⟧ و⟦person#e2:باسم⟧ و⟦person#e3:كريم⟧. وأقامت "
        "⟦person#e4:ليلى⟧ مأدبة للرؤساء في ⟦place#p1:ليما⟧.",
        "ar",
    )
    (meal,) = [e for e in found if e.type == "banquet"]
    assert set(meal.participants) == {"e1", "e2", "e3", "e4"}


def test_a_guest_who_sees_a_shrine_has_an_encounter_not_a_second_visit():
    found = events(
        "بدأ ⟦person#e1:سامي⟧ زيارة رسمية إلى ⟦place#p1:بيرو⟧. وزار ⟦person#e1:سامي⟧ "
        "⟦place#p2:ضريح الولي⟧.",
        "ar",
    )
    assert [(e.type, e.place) for e in found] == [("visit", "p1"), ("cultural_encounter", "p2")]


def test_a_verb_of_meeting_with_only_an_athlete_behind_it_speaks_of_the_one_before():
    found = events(
        "لم يكتف ⟦person#e1:سامي⟧ بالقصر. ثم التقى ⟦post#e2!athlete:المصارع⟧ ⟦person#e2:باسم⟧.",
        "ar",
    )
    assert [(e.type, e.participants) for e in found] == [("sport_encounter", ("e1", "e2"))]


def test_the_firm_of_whom_a_president_meets_takes_part():
    document, sentences, mentions, entities = read_marked(
        "التقى ⟦post#e1!head_of_state:الرئيس⟧ ⟦post#e2!chief_executive:رئيس "
        "⟦organisation#o1:شركة أطلس⟧⟧ ⟦person#e2:باسم⟧.",
        "ar",
    )
    heads = (HeldPost("chief_executive", "o1"),)
    entities = tuple(replace(e, posts=heads) if e.id == "e2" else e for e in entities)
    (event,) = find_events(document, sentences, mentions, entities)
    assert (event.type, event.participants) == ("business_meeting", ("e1", "e2", "o1"))


def test_a_branch_that_somebody_proposes_is_a_proposal_of_both():
    rows = [
        (
            "اقترح ⟦person#e1:سامي⟧ أن تفتح ⟦organisation#o1:جامعة نور⟧ فرعا في ⟦place#p1:ليما⟧.",
            "ar",
        ),
        (
            "⟦person#e1:Li⟧ proposed that ⟦organisation#o1:Nord University⟧ open a branch in "
            "⟦place#p1:Lima⟧.",
            "en",
        ),
        (
            "⟦person#e1:Варга⟧ предложил ⟦organisation#o1:университету «Норд»⟧ открыть филиал в "
            "⟦place#p1:Лиме⟧.",
            "ru",
        ),
    ]
    for marked, language in rows:
        (event,) = events(marked, language)
        assert (event.type, event.status) == ("project", Status.PROPOSED), language
        assert (event.place, set(event.participants)) == ("p1", {"e1", "o1"}), language


def test_meetings_of_ministers_in_a_list_are_one_each_with_who_sat_there():
    found = events(
        "News\n\nOn ⟦date=2004-08-28:28 August 2004⟧ foreign ministers of ⟦place#s1:Peru⟧ and "
        "⟦place#s2:Chad⟧ sat down together in ⟦place#p1:Lima⟧. Peru was represented by "
        "⟦post#e1!foreign_minister:Foreign Minister⟧ ⟦person#e1:Li⟧.\n\n"
        "The ministers met again in ⟦place#p2:Oslo⟧ on ⟦date=2006-06-05:5 June 2006⟧ and in "
        "⟦place#p3:Bonn⟧ on ⟦date=2010-08-07:7 August 2010⟧.",
        "en",
    )
    assert [(e.type, e.date, e.place, e.participants) for e in found] == [
        ("ministerial_dialogue", "2004-08-28", "p1", ("e1",)),
        ("ministerial_dialogue", "2006-06-05", "p2", ()),
        ("ministerial_dialogue", "2010-08-07", "p3", ()),
    ]


def test_the_ministers_who_sign_are_the_two_ministers_not_the_president():
    found = events(
        "⟦post#e1!foreign_minister:Министр⟧ ⟦person#e1@JP:Ивано⟧ провел переговоры с "
        "⟦post#e2!foreign_minister:министром⟧ ⟦person#e2@PE:Варгой⟧. Его принял и "
        "⟦post#e3!head_of_state:Президент⟧ ⟦person#e3@PE:Сото⟧. Министры подписали соглашение.",
        "ru",
    )
    (signing,) = [e for e in found if e.type == "signing"]
    assert set(signing.participants) == {"e1", "e2"}


def test_countries_in_a_row_are_no_list_of_summits():
    found = events(
        "Leaders of ⟦place#s1:Peru⟧, ⟦place#s2:Chad⟧, ⟦place#s3:Oman⟧ hold a summit in "
        "⟦place#p1:Lima⟧ on ⟦date=2024-08-28:28 August 2024⟧.",
        "en",
    )
    assert [(e.type, e.place) for e in found] == [("summit", "p1")]


def test_this_meeting_is_the_one_of_the_sentence_before_and_of_whom_the_text_is_about():
    (event,) = events(
        "⟦post#e1!artist:Әнші⟧ ⟦person#e1:Ли⟧\n\n⟦person#e1:Ли⟧ ән салады. Оның арманы – "
        "⟦post#e2!artist:күйші⟧ ⟦person#e2:Бек⟧пен кездесу еді. Бұл кездесу ⟦place#p1:Лима⟧да өтті.",
        "kk",
    )
    assert (event.type, event.status, event.place) == ("cultural_encounter", Status.HELD, "p1")
    assert event.participants == ("e1", "e2")


def test_a_clause_without_anybody_goes_on_with_the_firms_of_its_sentence():
    found = events(
        "ل⟦organisation#o1:شركة أطلس⟧ حضور سابق. فقد أنشأت مع وكيلها ⟦organisation#o2:نور⟧ مركزا في "
        "⟦date=2020:عام 2020⟧، ثم افتتح في ⟦place#p1:ليما⟧ مصنع في ⟦date=2024-10-08:8 أكتوبر 2024⟧.",
        "ar",
    )
    assert [(e.type, e.date, set(e.participants)) for e in found] == [
        ("project", "2020", {"o1", "o2"}),
        ("project", "2024-10-08", {"o1", "o2"}),
    ]


def test_two_who_speak_in_one_house_give_two_lectures():
    found = events(
        "⟦person#e1:Li⟧ gave a lecture at ⟦organisation#o1:Nord University⟧ on "
        "⟦date=2013-04-09:9 April 2013⟧.\n\nIn a working visit to ⟦place#p1:Peru⟧ from "
        "⟦date=2001-05-14/2001-05-18:14 to 18 May 2001⟧ ⟦person#e2:Bo⟧ met ⟦person#e3:Sy⟧ and gave "
        "a speech at ⟦organisation#o1:Nord University⟧.",
        "en",
    )
    lectures = [(e.date, e.participants) for e in found if e.type == "lecture"]
    assert lectures == [("2013-04-09", ("e1", "o1")), ("2001-05-14/2001-05-18", ("e2", "o1"))]


def test_the_place_of_compatriots_is_not_that_of_the_athlete_met_as_well():
    found = events(
        "يصور الفيلم لقاءات ⟦post#e1!head_of_state:الرئيس⟧ مع أبناء الجالية في ⟦place#p1:ليما⟧، "
        "ومع ⟦post#e2!athlete:المصارع⟧ ⟦person#e2:سامي⟧ الذي يعيش في ⟦place#p2:بيرو⟧.",
        "ar",
    )
    assert {(e.type, e.place) for e in found} == {
        ("diaspora_meeting", "p1"),
        ("sport_encounter", None),
    }


def test_a_lecture_is_given_in_the_university_that_the_sentence_has_told_of():
    (lecture,) = [
        e
        for e in events(
            "كانت زيارة ⟦person#e1:سامي⟧ ل⟦organisation#o1:جامعة نور⟧ لحظة تاريخية، حيث ألقى محاضرة.",
            "ar",
        )
        if e.type == "lecture"
    ]
    assert lecture.participants == ("e1", "o1")


def test_talks_only_spoken_of_are_no_talks():
    text = (
        "خبر\n\nيظهر في الفيلم ⟦post#e1!head_of_state:رئيس⟧ ⟦person#e1@PE:سامي⟧ "
        "و⟦post#e2!head_of_state:رئيس⟧ ⟦person#e2@JP:كين⟧. {}"
    )
    assert told(text.format("ويعود الفيلم إلى المفاوضات الرسمية."), "ar") == []
    assert told(text.format("وأجرى ⟦person#e1@PE:سامي⟧ محادثات."), "ar") == [("talks", "held")]


def test_protocol_and_the_sum_of_a_year_are_no_happenings():
    assert not events("وقال ⟦person#e1:لي⟧ إن هذا نادر في المراسم.", "ar", "2025-03-14")
    marked = "بلغت استثمارات الشركات 7 مليارات دولار، منها 400 مليون في ⟦date=2024:عام 2024⟧."
    assert not events(marked, "ar", "2025-03-14")


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("⟦organisation#o1:Parliament⟧ was recalled on ⟦date:Monday⟧.", "en"),
        ("Between ⟦place#p1:Oslo⟧ and ⟦place#p2:Accra⟧ there are no direct flights yet.", "en"),
        ("Прямых рейсов между ⟦place#p1:Осло⟧ и ⟦place#p2:Аккрой⟧ пока нет.", "ru"),
        ("وفي غياب رحلات جوية مباشرة إلى ⟦place#p1:أوسلو⟧ يسافرون بحرا.", "ar"),
        (
            "وقال ⟦person#e1:بدران⟧ إن ⟦place#p1:ميناء تيما⟧ سيستقبل أول سفينة"
            " بحضور ⟦person#e2:هربار⟧.",
            "ar",
        ),
        ("Тікелей рейс әлі жоқ, бірақ ⟦place#p1:Осло⟧ оны ашпақ.", "kk"),
        ("⟦place#p1:Осло⟧ мен ⟦place#p2:Аккра⟧ арасында елшілік те, тікелей рейс те жоқ.", "kk"),
        ("⟦place#p1:オスロ⟧への直行便もまだない。", "ja"),
        ("店の壁には⟦person#e1:ルンド⟧氏の写真が飾られている。", "ja"),
    ],
)
def test_what_is_no_happening_between_states(marked, language):
    assert told(marked, language) == []
