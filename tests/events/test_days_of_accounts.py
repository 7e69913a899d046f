"""Days in the head of a text, of parts of a day, of trips abroad, and in direct speech."""

import pytest
from told import what_when

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

A = "⟦person#e1!foreign_minister@PE:{}⟧"
B = "⟦person#e2!foreign_minister@VN:{}⟧"
C = "⟦person#e3!head_of_state@VN:{}⟧"


def test_the_day_in_the_head_is_not_that_of_a_deed_with_its_own():
    marked = (
        f"【ハノイ⟦date=2025-02-11:11日⟧＝通信】{A.format('李')}外相は⟦date=2025-02-10:10日⟧午後、"
        f"⟦place#p1:ハノイ⟧を訪れ、{C.format('チャン')}大統領を表敬した。"
    )
    assert ("courtesy_call", "held", "2025-02-10") in what_when(marked, "ja")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A.format('Li')} paid a courtesy call on {C.format('Tran')} "
         f"⟦date=2025-02-10:yesterday morning⟧. In the evening {B.format('Lam')} gave a dinner for "
         f"{A.format('Li')}."),
        ("ru", f"В ⟦date=2025-02-10:понедельник⟧ {A.format('Ли')} провёл переговоры с "
         f"{B.format('Ламом')}.\n\nВечером {B.format('Лам')} дал ужин в честь {A.format('Ли')}."),
    ],
)  # fmt: skip
def test_the_evening_is_that_of_the_day_told_last(language, marked):
    assert ("banquet", "held", "2025-02-10") in what_when(marked, language)


def test_the_evening_behind_a_deed_without_a_day_has_none():
    marked = (
        f"В ⟦date=2025-02-10:понедельник⟧ {A.format('Ли')} посетил завод.\n\n{A.format('Ли')} провёл"
        f" переговоры с {B.format('Ламом')}. Вечером {B.format('Лам')} дал ужин в честь "
        f"{A.format('Ли')}."
    )
    assert ("banquet", "held", "2025-02-10") not in what_when(marked, "ru", "2025-02-15")


def test_each_sentence_of_direct_speech_has_its_own_day():
    marked = (
        f"「⟦date=2025-02-18:来週火曜日⟧、{A.format('李')}外相は{B.format('ラム')}外相と会談します。"
        f"⟦date=2025-04:4月⟧には協定に署名します」と報道官は述べた。"
    )
    found = what_when(marked, "ja")
    assert ("talks", "planned", "2025-02-18") in found
    assert ("signing", "planned", "2025-04") in found


def test_the_two_ministers_signed_on_the_day_of_their_talks():
    marked = (
        f"{A.format('李')}外相は⟦date=2025-02-08:8日⟧、{B.format('ラム')}外相と会談した。\n\n"
        "会談では協力が話し合われた。両外相は覚書に署名した。"
    )
    assert ("signing", "held", "2025-02-08") in what_when(marked, "ja")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway's minister Ana Prado will fly to Lima on Friday."),
        ("ru", "В пятницу министр Анна Прадо вылетит в Лиму."),
    ],
)
def test_who_leaves_for_a_capital_begins_a_visit(language, text):
    document = Document("x", "Head\n\n" + text, language, "2025-02-11")
    visits = [e for e in Reader(load_register()).read(document).events if e.type == "visit"]
    assert [(e.status.value, e.date) for e in visits] == [("planned", "2025-02-14/..")]


def test_an_arabic_present_that_opens_a_sentence_tells_what_is_to_be_that_day():
    marked = "وتسافر ⟦person#e1:إنصاف⟧ ⟦date=2025-02-11:الثلاثاء⟧ إلى ⟦place#p1:كيتو⟧."
    assert what_when(marked, "ar") == {("visit", "planned", "2025-02-11")}


TALKS_ENDED = [
    (
        "ar",
        "أوسلو، 12 يونيو 2024 (وكالة الشمال) – أعلن وزير خارجية غانا كوفي مينساه، في ختام محادثات "
        "عقدت الأربعاء في أوسلو، عودة السفيرين.\n\nوقال مينساه: «طوينا هذه الصفحة».\n\nووقع "
        "الجانبان مذكرة تفاهم بشأن الصيد البحري.",
    ),
    (
        "en",
        "OSLO, June 12, 2024 (Northern Wire) – Talks between Ghana and Norway ended on Wednesday in"
        " Oslo.\n\n“We have turned the page,” Foreign Minister Kofi Mensah said.\n\nThe two sides "
        "signed a memorandum of understanding on fisheries.",
    ),
    (
        "ru",
        "ОСЛО, 12 июня 2024 года. /Северное агентство/. Переговоры министров иностранных дел Ганы и"
        " Норвегии завершились в среду в Осло.\n\n«Мы перевернули страницу», — заявил Кофи Менса."
        "\n\nСтороны подписали меморандум о рыболовстве.",
    ),
]


def days_of(text, language):
    events = Reader(load_register()).read(Document("x", text, language, None)).events
    return [(e.type, e.date) for e in events]


@pytest.mark.parametrize(("language", "text"), TALKS_ENDED)
def test_the_end_of_talks_is_no_departure(language, text):
    assert days_of(text, language) == [("talks", "2024-06-12"), ("signing", "2024-06-12")]


def test_behind_the_end_of_a_visit_the_month_alone_is_sure():
    text = TALKS_ENDED[1][1].replace(
        "Talks between Ghana and Norway ended on Wednesday in Oslo",
        "Ghana’s foreign minister ended a visit to Oslo on Wednesday",
    )
    assert dict(days_of(text, "en"))["signing"] == "2024-06"


def test_a_visit_ended_behind_talks_ends():
    text = (
        "President Juan Quispe of Peru began a visit to Nairobi on Tuesday. After talks with "
        "President Mary Wanjiru he ended the visit on Thursday."
    )
    events = Reader(load_register()).read(Document("x", text, "en", "2025-06-12")).events
    assert (events[0].type, events[0].date) == ("visit", "2025-06-10/2025-06-12")
