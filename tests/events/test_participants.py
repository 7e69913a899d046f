"""Who takes part in happenings, and where: tellers, lenders, states, guests and those with them."""

import pytest
from marked import read_marked

from sijill.documents.document import Document, MentionKind, Quotation, QuotationKind
from sijill.events.finder import find_events
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

HEAD = "Li and Bo\n\n"
A = "⟦person#e1!head_of_state@PE:{}⟧"
B = "⟦person#e2!head_of_state@GH:{}⟧"


def events(marked, language, published="2025-03-14", quoted=None, speaker=None):
    document, sentences, mentions, entities = read_marked(
        HEAD + marked, language, published=published
    )
    quotations = ()
    if quoted:
        start = document.text.index(quoted)
        kind = QuotationKind.INDIRECT
        end = start + len(quoted)
        quotations = (Quotation("q1", kind, start, end, quoted, speaker),)
    found = find_events(document, sentences, mentions, entities, quotations)
    return {e.type: e for e in found}


def test_who_only_tells_of_a_happening_takes_no_part():
    marked = "⟦person#e1:Li⟧ said ⟦organisation#o1:Andes⟧ opened an exhibition in ⟦place#p1:Lima⟧."
    quoted = "Andes opened an exhibition in Lima"
    assert events(marked, "en")["exhibition"].participants == ("o1", "e1")
    assert events(marked, "en", quoted=quoted, speaker="e1")["exhibition"].participants == ("o1",)


@pytest.mark.parametrize(
    ("language", "marked", "place"),
    [
        (
            "en",
            "The visit of ⟦person#e1:Li⟧ to the ⟦organisation#o1:University⟧ in ⟦place#p1:Lima⟧"
            " was short, yet he gave a lecture at the ⟦organisation#o1:University⟧.",
            "p1",
        ),
        (
            "ar",
            "وكانت زيارة ⟦person#e1:لي⟧ ل⟦organisation#o1:جامعة الأنديز⟧ في ⟦place#p1:ليما⟧ لحظة"
            " مهمة، حيث ألقى محاضرة.",
            "p1",
        ),
        (
            "en",
            "⟦person#e1:Li⟧ goes to ⟦place#p1:Lima⟧, and on Sunday he gives a lecture at the"
            " ⟦organisation#o1:University⟧.",
            None,
        ),
    ],
)
def test_a_town_told_beside_the_house_of_a_lecture_is_its_place(language, marked, place):
    assert events(marked, language)["lecture"].place == place


def test_a_loan_is_of_the_bank_that_gives_it():
    found = events("Банк ⟦organisation#o1:«Вольта»⟧ предоставил кредит в 5 млн долларов.", "ru")
    assert found["loan_grant"].participants == ("o1",)


def test_a_mission_is_opened_by_its_state():
    found = events(
        "⟦place#p1:Peru⟧ opened its embassy in ⟦place#p2:Accra⟧ in ⟦date=1992:1992⟧.", "en"
    )
    assert (found["embassy_opened"].participants, found["embassy_opened"].place) == (("p1",), "p2")


def test_a_mission_opened_again_stands_where_it_stood():
    document = read_marked(
        HEAD + "⟦place#p1:Peru⟧ closed its embassy in ⟦place#p2:Accra⟧ in ⟦date=1992:1992⟧ and "
        "reopened it in ⟦date=2001:2001⟧.",
        "en",
    )
    places = {e.type: e.place for e in find_events(*document)}
    assert places == {"embassy_closed": "p2", "embassy_opened": "p2"}


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "en",
            "{A} knew ⟦place#p2:Accra⟧ well: he had visited it in ⟦date=2002-12:December 2002⟧.",
        ),
        (
            "ru",
            "{A} хорошо знал ⟦place#p2:Аккру⟧: он посетил её в ⟦date=2002-12:декабре 2002 года⟧.",
        ),
        ("ar", "وعرف {A} مدينة ⟦place#p2:أكرا⟧ جيدا، فقد زارها في ⟦date=2002-12:ديسمبر 2002⟧."),
    ],
)
def test_a_visit_to_it_goes_to_the_place_told_before(language, marked):
    name = {"en": "Li", "ru": "Ли", "ar": "لي"}[language]
    assert events(marked.format(A=A.format(name)), language)["visit"].place == "p2"


def test_an_agreement_without_people_is_of_the_two_states():
    found = events("⟦place#p1:Peru⟧ and ⟦place#p2:Ghana⟧ signed a fishing agreement.", "en")
    assert set(found["signing"].participants) == {"p1", "p2"}


def test_those_who_come_along_are_travellers_too():
    found = events(
        f"{A.format('Варга')} прибыл в ⟦place#p1:Лиму⟧ с официальным визитом. "
        f"{A.format('Варгу')} сопровождает ⟦person#e3:Ева Надь⟧.",
        "ru",
    )
    assert found["visit"].participants == ("e1", "e3")


def test_a_meal_that_somebody_gives_is_for_the_guest():
    found = events(
        f"{A.format('Li')} arrived in ⟦place#p1:Accra⟧ on a state visit.\n\n"
        f"They spoke of fish.\n\n{B.format('Bo')} gave a banquet.",
        "en",
    )
    assert set(found["banquet"].participants) == {"e1", "e2"}


def test_talks_stay_in_the_house_of_the_welcome():
    found = events(
        f"A welcome ceremony for {A.format('Li')} was held at the ⟦place#p1:Palace⟧. "
        f"{A.format('Li')} and {B.format('Bo')} held talks.",
        "en",
    )
    assert (found["ceremony"].place, found["talks"].place) == ("p1", "p1")


def test_a_contract_has_no_place():
    found = events(
        "⟦organisation#o1:Andes⟧ in ⟦place#p1:Lima⟧ signed a contract with ⟦organisation#o2:Volta⟧.",
        "en",
    )
    assert found["contract"].place is None


def test_talks_with_him_are_with_the_guest_told_before_and_the_two_who_sign_are_they():
    marked = (
        f"استقبل {A} {B} في القصر.\n\n"
        "وفي مقر الحكومة اصطف حرس الشرف، ثم أجرت ⟦person#e3!head_of_government@PE:مي⟧ محادثات معه. "
        "ووقع الاثنان بيانا مشتركا."
    ).format("لي", "بو")
    found = events("في زيارة إلى ⟦place#p1@PE:بيرو⟧ وصل " + B.format("بو") + ".\n\n" + marked, "ar")
    assert set(found["talks"].participants) == {"e3", "e2"}
    assert set(found["statement_joint"].participants) == {"e3", "e2"}
    assert set(found["ceremony"].participants) == {"e3", "e2"}


def test_a_paper_that_is_signed_gives_its_loan_status_and_day():
    found = events(
        "⟦date=2025-03-10:10 марта⟧ ⟦person#e1:Ли⟧ и ⟦person#e2:Бо⟧ подписали соглашение о гранте: "
        "⟦place#p1@JP:Япония⟧ передаст 5 млн долларов.",
        "ru",
    )
    assert (found["loan_grant"].status.value, found["loan_grant"].date) == ("held", "2025-03-10")
    assert {"e1", "e2"} <= set(found["loan_grant"].participants)


def test_a_plant_that_was_opened_by_nobody_is_no_ceremony():
    marked = (
        "التقت ⟦person#e1:لي⟧ مع وكيلها ⟦person#e2:بو⟧، ثم {} في ⟦place#p1:ليما⟧ مصنع في عام 2024."
    )
    assert "ceremony" not in events(marked.format("افتُتح"), "ar")


def test_who_tells_of_what_its_own_house_has_done_takes_part():
    body = "⟦organisation#o1:الأنديز⟧"
    house = "⟦organisation#o2:مركز الأفلام⟧"
    owned, alone = (
        events(f"أعلن {body} أن {house} {deed}.", "ar", quoted="مركز الأفلام " + deed, speaker="o1")
        for deed in ("التابع له أنجز فيلما", "أنجز فيلما")
    )
    assert owned["project"].participants == ("o2", "o1")
    assert alone["project"].participants == ("o2",)


def test_they_who_talk_are_the_two_of_the_sentence_before():
    li, bo = "⟦person#e1!foreign_minister@PE:{}⟧", "⟦person#e2!foreign_minister@GH:{}⟧"
    for language, sentence in (
        ("ru", f"{li.format('Ли')} поблагодарил соседей, а {bo.format('Бо')} говорил о рыбе. "
               "До этого они вели переговоры в ⟦place#p1@PE:Лиме⟧."),
        ("en", f"{li.format('Li')} thanked the port, and {bo.format('Bo')} spoke of fish. "
               "Earlier they held talks in ⟦place#p1@PE:Lima⟧."),
    ):  # fmt: skip
        before = f"⟦person#e3!head_of_state@PE:Май⟧, {bo.format('Бо')}.\n\n"
        assert set(events(before + sentence, language)["talks"].participants) == {"e1", "e2"}


def test_a_city_that_receives_somebody_is_no_host_who_meets_him():
    for language, sentence in (
        ("ar", f"⟦place#p1@PE:ليما⟧ تستقبل {B.format('بو')}."),
        ("en", f"⟦place#p1@PE:Lima⟧ received {B.format('Bo')}."),
        ("ru", f"⟦place#p1@PE:Лима⟧ приняла {B.format('Бо')}."),
    ):
        found = events(f"{A.format('Li')}, {B.format('Bo')}.\n\n" + sentence, language)
        assert not {"talks", "courtesy_call", "audience"} & found.keys()


def test_a_premier_gives_no_audience_for_an_unnamed_monarch():
    marked = (
        "見出し\n\n⟦place=KZ:カザフスタン⟧の⟦person#e1!head_of_state@KZ:トカエフ⟧大統領は"
        "⟦date=2025-12-18:18日⟧、⟦place=JP:皇居⟧を訪れ、⟦post:天皇⟧陛下と会見した。\n\n"
        "同じ日の午後、⟦person#e1:トカエフ⟧大統領は⟦post#e2!head_of_government@JP:首相⟧の"
        "⟦person#e2:高市⟧氏との会談に臨んだ。⟦person#e2:高市⟧氏は歓迎した。"
    )
    found = find_events(*read_marked(marked, "ja", published="2025-12-18"))
    audiences = [e for e in found if e.type == "audience"]
    assert [e.participants for e in audiences] == [("e1",)]


def test_who_was_received_at_a_palace_did_not_receive():
    marked = (
        "Head\n\n⟦post#e1!head_of_state@KZ:President⟧ ⟦person#e1:Li⟧ was received at the "
        "⟦place#p1:Palace⟧ ⟦date=2025-12-18:on Thursday⟧, and stayed for lunch with "
        "⟦post#e2!heir@JP:Crown Prince⟧ ⟦person#e2:Bo⟧."
    )
    found = find_events(*read_marked(marked, "en", published="2025-12-20"))
    assert {(e.type, e.participants) for e in found} == {("banquet", ("e1", "e2"))}


def test_a_summit_ahead_is_not_of_the_two_who_last_met():
    marked = (
        "Head\n\n⟦person#e1!head_of_state@PE:Li⟧ met ⟦person#e2!head_of_state@GH:Bo⟧ in "
        "⟦place#p1:Lima⟧ on ⟦date=2025-03-13:Thursday⟧. A summit of all the coast is planned for "
        "⟦date=2025-05:May⟧."
    )
    document = read_marked(marked, "en", published="2025-03-14")
    people = {e.type: e.participants for e in find_events(*document)}
    assert (set(people["talks"]), people["summit"]) == ({"e1", "e2"}, ())


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "en",
            "They agreed on the attack of ⟦place#p3:Russia⟧ and on the arms of ⟦place#p4:Iran⟧.",
        ),
        ("ja", "⟦place#p3:ロシア⟧による⟦place#p4:イラン⟧攻撃への対応で一致した。"),
    ],
)
def test_states_that_are_only_spoken_of_do_not_agree(language, marked):
    two = {
        "en": "⟦person#e1!head_of_state@PE:Li⟧ met ⟦person#e2!head_of_state@GH:Bo⟧ on {}. ",
        "ja": "⟦person#e1!head_of_state@PE:リー⟧氏は{}、⟦person#e2!head_of_state@GH:ボー⟧氏と会談した。",
    }[language].format("⟦date=2025-03-13:13⟧")
    document = read_marked("Head\n\n" + two + marked, language, published="2025-03-14")
    (agreement,) = [e for e in find_events(*document) if e.type == "agreement"]
    assert set(agreement.participants) == {"e1", "e2"}
    assert agreement.place is None


def test_what_follows_in_the_paragraph_is_done_at_the_same_place():
    first = (
        "⟦person#e1!head_of_state@PE:Li⟧ met ⟦person#e2!head_of_state@GH:Bo⟧ in "
        "⟦place#p1:Lima⟧ on ⟦date=2025-03-14:Friday⟧."
    )
    after = " The two leaders signed an agreement on fish."
    document = read_marked("Head\n\n" + first + after, "en", published="2025-03-14")
    places = {e.type: e.place for e in find_events(*document)}
    assert places == {"talks": "p1", "signing": "p1"}
    document = read_marked(
        "Head\n\n" + first + "\n\n" + after.strip(), "en", published="2025-03-14"
    )
    places = {e.type: e.place for e in find_events(*document)}
    assert places == {"talks": "p1", "signing": None}


ONE_MET = [
    ("ja", "⟦person#e1!head_of_state@PE:ロハス⟧大統領は⟦place#p1:ハノイ⟧を訪れた。⟦person#e2!head_of_government@VN:ラム⟧⟦post#e2:首相⟧"
     "を表敬した。", "courtesy_call"),
    ("ja", "⟦person#e1!head_of_state@PE:ロハス⟧大統領は⟦place#p1:ハノイ⟧を訪れた。"
     "⟦person#e2!head_of_government@VN:ラム⟧⟦post#e2:首相⟧と電話で会談した。", "phone_call"),
    ("ar", "وصل ⟦person#e1!head_of_state@PE:روخاس⟧ إلى ⟦place#p1:هانوي⟧. والتقى "
     "⟦date=2025-02-10:الاثنين⟧ ⟦post#e2:السلطان⟧ ⟦person#e2!monarch@OM:ماجد⟧.", "audience"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked", "kind"), ONE_MET)
def test_who_met_somebody_is_the_one_told_of_before(language, marked, kind):
    found = find_events(*read_marked("Title\n\n" + marked, language, published="2025-02-11"))
    assert [set(e.participants) for e in found if e.type == kind] == [{"e1", "e2"}]


def test_whom_a_verb_holds_is_not_met_by_the_one_before():
    marked = (
        "وصل ⟦person#e1!head_of_state@PE:روخاس⟧ إلى ⟦place#p1:هانوي⟧. والتقاه "
        "⟦person#e2!head_of_government@VN:لام⟧."
    )
    found = find_events(*read_marked("Title\n\n" + marked, "ar", published="2025-02-11"))
    assert [e.participants for e in found if e.type == "talks"] in ([], [("e2", "e1")])


def test_a_call_by_phone_is_one_call():
    marked = (
        "وصل ⟦person#e1!head_of_state@PE:روخاس⟧ إلى ⟦place#p1:هانوي⟧. كما أجرى اتصالا هاتفيا بنظيره "
        "⟦person#e2!head_of_government@VN:لام⟧."
    )
    found = find_events(*read_marked("Title\n\n" + marked, "ar", published="2025-02-11"))
    assert [e.type for e in found] == ["visit", "phone_call"]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ar", "كانت ⟦person#e1:سالدياس⟧ قد زارت ⟦place#p1:مسقط⟧ في ⟦date=2024-09:سبتمبر⟧، والتقت "
         "⟦person#e2:حمود⟧."),
        ("en", "⟦person#e1:Saldías⟧ had come to ⟦place#p1:Muscat⟧ in ⟦date=2024-09:September⟧, and "
         "met ⟦person#e2:Hamoud⟧."),
        ("ru", "⟦person#e1:Сальдиас⟧ приезжала в ⟦place#p1:Маскат⟧ в ⟦date=2024-09:сентябре⟧ и "
         "встретилась с ⟦person#e2:Хамудом⟧."),
    ],
)  # fmt: skip
def test_what_was_done_on_a_visit_of_before_is_of_its_month(language, marked):
    found = find_events(*read_marked("Title\n\n" + marked, language, published="2025-02-11"))
    assert [e.date for e in found if e.type == "talks"] == ["2024-09"]


def test_who_says_i_takes_part():
    said = "I paid a courtesy call on Bo"
    marked = f"I paid a courtesy call on {B.format('Bo')} ⟦date=2025-03-11:on Tuesday⟧. {A.format('Li')} was glad."
    found = events(marked, "en", quoted=said, speaker="e1")
    assert set(found["courtesy_call"].participants) == {"e1", "e2"}
    assert "e1" not in events(marked, "en")["courtesy_call"].participants


def test_who_hopes_to_see_it_takes_no_part():
    said = "Bo will meet, I hope, Juha"
    marked = f"{A.format('Li')} spoke. {B.format('Bo')} will meet, I hope, ⟦person#e3:Juha⟧."
    found = events(marked, "en", quoted=said, speaker="e1")
    assert set(found["talks"].participants) == {"e2", "e3"}


def test_a_palace_is_the_place_of_what_its_own_clause_tells():
    marked = (
        f"{A.format('Li')} will be received by {B.format('Bo')} at the ⟦place#p1:Royal Palace⟧"
        " ⟦date=2025-03-18:on Tuesday⟧, and will lay a wreath at the tomb."
    )
    found = events(marked, "en")
    assert found["talks"].place == "p1"
    assert found["ceremony"].place is None


def test_a_town_is_the_place_of_all_its_sentence_tells():
    marked = (
        f"{A.format('Li')} met {B.format('Bo')} in ⟦place#p1:Lima⟧ ⟦date=2025-03-11:on Tuesday⟧,"
        " and the two signed a memorandum."
    )
    assert events(marked, "en")["signing"].place == "p1"


def test_two_who_come_in_one_breath_both_travel():
    marked = (
        f"{A.format('Li')} and ⟦person#e3@PE:Ana⟧ arrived in ⟦place#p1:Accra⟧"
        " ⟦date=2025-03-11:on Tuesday⟧."
    )
    assert set(events(marked, "en")["visit"].participants) == {"e1", "e3"}


def test_a_day_may_stand_between_a_visit_and_its_place():
    marked = f"وزار {A.format('سامي')} في ⟦date=2025-03-11:اليوم التالي⟧ ⟦place#p1:ليما⟧."
    assert events(marked, "ar")["visit"].place == "p1"


def test_a_portrait_goes_on_with_its_hero():
    marked = (
        f"{A.format('Li')} was born here. {A.format('Li')} came home. {A.format('Li')} wrote much."
        " ⟦person#e3:Ana⟧ said that it was good.\n\nIn ⟦date=2014:2014⟧ he was decorated with the"
        f" Order of the Pearl by {B.format('Bo')}."
    )
    assert set(events(marked, "en")["decoration"].participants) == {"e1", "e2"}


def test_an_office_is_not_appointed_to_itself():
    found = events("أول امرأة تتولى ⟦organisation#o1:رئاسة الوزراء⟧ في ⟦place#p1:بيرو⟧.", "ar")
    assert found["appointment"].participants == ()
    found = events("⟦person#e1:لي⟧ يتولى ⟦organisation#o1:رئاسة الوزراء⟧ في ⟦place#p1:بيرو⟧.", "ar")
    assert found["appointment"].participants == ("e1",)


def test_papers_that_nobody_is_named_to_sign_are_of_the_two_states():
    text = (
        "Гана и Перу готовят визит\n\nПрезидент Ганы Кофи Адом 20 марта посетит Перу. Об этом"
        " сообщила его пресс-служба.\n\nНа переговорах во дворце ожидаются принятие совместного"
        " заявления и подписание шести соглашений."
    )
    reading = Reader(load_register()).read(Document("s", text, "ru", "2026-03-14"))
    names = {e.id: e.country for e in reading.entities if e.kind is MentionKind.PLACE}
    signing = next(e for e in reading.events if e.type == "signing")
    assert {names.get(p) for p in signing.participants} == {"GH", "PE"}
