"""Plans of which the text goes on to tell that they fell through, were put off, or went ahead."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, language, text, published="2024-06-15"):
    reading = reader.read(Document("t1", f"Head\n\n{text}", language, published))
    return {(e.type, e.status.value, e.date) for e in reading.events}


TRIP = [
    ("en", "Foreign Minister Ama Osei of Ghana had been due to travel to Lima next month for the third session of the joint commission. The trip has been called off."),
    ("ar", "وكانت وزيرة خارجية غانا أما أوسي تعتزم زيارة ليما الشهر المقبل لترؤس وفد بلادها في الدورة الثالثة للجنة المشتركة، غير أن الزيارة ألغيت."),
    ("ru", "Министр иностранных дел Ганы Ама Осей должна была посетить Лиму в июле для участия в третьем заседании совместной комиссии. Поездка отменена."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), TRIP)
def test_a_trip_that_is_called_off_takes_what_was_to_be_done_on_it_along(reader, language, text):
    found = told(reader, language, text)
    assert ("visit", "cancelled", "2024-07") in found
    assert {status for _, status, _ in found} == {"cancelled"}


BOTH = [
    ("en", "Foreign Minister Ama Osei of Ghana had been due to hold talks with Serbian President Jovan Lukić and to open Ghana's new embassy in Belgrade on Friday. Both appointments have been cancelled."),
    ("ar", "وكان من المنتظر أن تجري وزيرة خارجية غانا أما أوسي محادثات مع الرئيس الصربي يوفان لوكيتش، وأن تفتتح سفارة بلادها في بلغراد، إلا أن الموعدين ألغيا."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), BOTH)
def test_what_is_told_of_both_plans_holds_of_each(reader, language, text):
    found = {(kind, status) for kind, status, _ in told(reader, language, text)}
    assert found == {("talks", "cancelled"), ("embassy_opened", "cancelled")}


SAME_SENTENCE = [
    ("en", "President Eva Solano of Peru had planned to visit Oman in July, but the trip was postponed to November after the floods in Piura.", ("visit", "postponed", "2024-11")),
    ("en", "The Omani heir, Badr bin Saif, was to be received by Serbian President Jovan Lukić, but the audience was moved to Wednesday.", ("courtesy_call", "postponed", "2024-06-19")),
    ("ru", "Президент Перу Эва Солано планировала посетить Оман в июле, но поездка отложена до ноября.", ("visit", "postponed", "2024-11")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), SAME_SENTENCE)
def test_a_plan_taken_up_behind_but_is_one_happening(reader, language, text, expected):
    assert told(reader, language, text) == {expected}


def test_another_trip_behind_but_is_another_happening(reader):
    text = "Prime Minister Eva Solano of Peru planned to visit Oman in July, but a trip to Chile was cancelled."
    assert told(reader, "en", text) == {
        ("visit", "planned", "2024-07"),
        ("visit", "cancelled", None),
    }


def test_what_went_ahead_as_planned_was_held_on_the_day_gone_by(reader):
    text = "A dinner hosted by Foreign Minister Ama Osei for Serbian Foreign Minister Mila Lukić went ahead as planned on Wednesday night."
    assert told(reader, "en", text) == {("banquet", "held", "2024-06-12")}
    ahead = "The talks between President Kofi Osei of Ghana and President Jovan Lukić of Serbia will go ahead as planned on Thursday."
    assert told(reader, "en", ahead) == {("talks", "planned", "2024-06-20")}


NOT_DONE = [
    "A memorandum on fisheries, which had been expected, was not signed.",
    "The agreement has not yet been signed by Ghana and Serbia.",
]


@pytest.mark.parametrize("text", NOT_DONE)
def test_what_was_not_done_is_no_happening(reader, text):
    assert told(reader, "en", text) == set()


def test_what_was_done_not_only_is_done(reader):
    text = "President Eva Solano of Peru not only visited Muscat on 3 June 2024 but signed a treaty there."
    assert ("visit", "held", "2024-06-03") in told(reader, "en", text)


def test_the_month_of_march_is_no_protest(reader):
    text = "The meeting with Finance Minister Eva Solano of Peru was postponed until March at the request of the Omani side."
    assert {kind for kind, _, _ in told(reader, "en", text)} == {"talks"}


OF_ANOTHER = [
    ("en", "President Rojas of Peru plans to visit Norway in June, but the visit to Latvia was cancelled.", {("visit", "planned", "2024-06"), ("visit", "cancelled", None)}),
    ("ar", "يزور الرئيس كارلوس روخاس أوسلو في يوليو، لكن الزيارة إلى ريغا ألغيت.", {("visit", "planned", "2024-07"), ("visit", "cancelled", None)}),
    ("en", "Ana Kos planned to hold talks with Foreign Minister Juan Ruiz of Peru in July, but the talks with Foreign Minister Li Wen of China were postponed.", {("talks", "planned", "2024-07"), ("talks", "postponed", None)}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), OF_ANOTHER)
def test_what_falls_through_behind_but_leaves_another_plan_as_it_is(
    reader, language, text, expected
):
    assert told(reader, language, text) == expected


PARTS = [
    ("President Rojas of Peru will visit Oslo on 20 June. The dinner has been cancelled.", ("visit", "planned", "2024-06-20")),
    ("President Rojas of Peru will visit Oslo on 20 June. The ceremony was postponed because of rain.", ("visit", "planned", "2024-06-20")),
    ("President Rojas of Peru will visit Oslo on 20 June. The audience has been cancelled.", ("visit", "planned", "2024-06-20")),
    ("Prime Minister Lund will host a dinner for President Rojas of Peru on 20 June. The dinner has been cancelled.", ("banquet", "cancelled", "2024-06-20")),
    ("President Rojas of Peru is to be received by King Olav on 20 June. The audience has been cancelled.", ("audience", "cancelled", "2024-06-20")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_a_part_that_falls_through_is_not_the_whole_visit(reader, text, expected):
    assert told(reader, "en", text) == {expected}


def test_what_goes_ahead_as_planned_is_still_to_come(reader):
    text = "The visit of President Rojas to Norway goes ahead as scheduled next week, the embassy said."
    assert {(kind, status) for kind, status, _ in told(reader, "en", text)} == {
        ("visit", "planned")
    }


def test_what_was_planned_for_may_and_signed_on_friday_was_signed(reader):
    words = (
        "Head\n\nСоглашение предполагали подписать в мае, и в пятницу министр Латвии Арвид Озолс "
        "и министр Габона Али Мба подписали его.\n"
    )
    reading = reader.read(Document("s1", words, "ru", "2025-01-30"))
    assert [(e.type, e.status.value, e.date) for e in reading.events] == [
        ("signing", "held", "2025-01-24")
    ]


EVENTS = [
    ("en", "The two states had planned a trade fair and a concert in Doha in May. Both events were cancelled."),
    ("en", "A concert by Finnish musicians was to be held in Doha on 4 July. The event has been cancelled."),
    ("en", "A Finnish trade forum was to be held in Doha on 4 July. The forum has been cancelled."),
    ("ar", "وكان من المقرر أن يقام معرض فني ومباراة ودية في الدوحة في مايو. لكن الفعاليتين ألغيتا."),
    ("ar", "ومن المقرر أن يقام معرض فني فنلندي في الدوحة في 4 يوليو. وقد ألغيت الفعالية."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), EVENTS)
def test_gatherings_are_called_off_by_a_word_for_them_all(reader, language, text):
    assert {status for _, status, _ in told(reader, language, text)} == {"cancelled"}


TWICE = [
    ("ar", "فالمنتدى الاقتصادي المشترك الذي كان سيعقد في مسقط في مارس الماضي تأجل مرتين."),
    ("ar", "المعرض التشيلي في مسقط تأجل مرتين ولم يحدد له موعد جديد."),
    ("en", "The business forum that was to be held in Muscat last March was postponed twice."),
]


@pytest.mark.parametrize(("language", "text"), TWICE)
def test_what_was_to_be_and_was_put_off_twice_was_not_held(reader, language, text):
    assert {status for _, status, _ in told(reader, language, text)} == {"postponed"}


def test_a_visit_put_off_twice_is_held_at_last(reader):
    text = "وصل الرئيس التشيلي خوان سوسا إلى مسقط أمس في زيارة تأجلت مرتين."
    assert told(reader, "ar", text) == {("visit", "held", "2024-06-14/..")}
