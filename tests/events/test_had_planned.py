"""“She had planned to come in May”: the May that is over, or the nearest, and not the next one."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


@pytest.mark.parametrize(
    ("language", "text", "status", "day"),
    [
        ("en", "A headline\n\nMinister Li Wen had planned to visit Kenya in March, but the trip was put off.",
         "postponed", "2025-03"),
        ("en", "A headline\n\nMinister Li Wen had planned to visit Kenya in March but called it off.",
         "cancelled", "2025-03"),
        ("en", "A headline\n\nMinister Li Wen had planned to visit Kenya in October, but the trip was put off.",
         "postponed", "2025-10"),
        ("ar", "عنوان\n\nوكانت الوزيرة وانجيرو كاماو تعتزم زيارة نواكشوط في مارس، لكنها ألغتها.",
         "cancelled", "2025-03"),
        ("ar", "عنوان\n\nوكان الوزير عمر فرج يعتزم زيارة نواكشوط في مارس، لكنه أرجأها.",
         "postponed", "2025-03"),
        ("ru", "Заголовок\n\nМинистр Ли Вэнь собирался посетить Кению в марте, но поездка была отложена.",
         "postponed", "2025-03"),
        ("ja", "見出し\n\n李文外相は3月にケニアを訪問する予定だったが、延期された。",
         "postponed", "2025-03"),
    ],
)  # fmt: skip
def test_what_had_been_planned_is_of_the_nearest_month(reader, language, text, status, day):
    reading = reader.read(Document("x", text, language, "2025-09-07"))
    assert [(e.type, e.status.value, e.date) for e in reading.events] == [("visit", status, day)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A headline\n\nPresident Kwame Asante of Ghana met President Rustam Yuldashev of "
         "Uzbekistan in Accra on 6 April. It was the first visit to Ghana by an Uzbek head of state."),
        ("en", "A headline\n\nPresident Kwame Asante of Ghana met President Rustam Yuldashev of "
         "Uzbekistan in Accra on 6 April. No visit by a Uzbek president had been paid before."),
        ("ar", "عنوان\n\nالتقى الرئيس الغاني كوامي أسانتي الرئيس الأوزبكي رستم يولداشيف في أكرا في 6 أبريل. "
         "وهي أول زيارة لرئيس أوزبكي إلى غانا."),
    ],
)  # fmt: skip
def test_a_visit_by_some_head_of_state_is_not_that_of_the_host(reader, language, text):
    reading = reader.read(Document("x", text, language, "2025-04-14"))
    names = {e.id: e.name for e in reading.entities}
    hosts = [names[p] for e in reading.events if e.type == "visit" for p in e.participants]
    assert not [name for name in hosts if "Asante" in name or "أسانتي" in name]


def test_the_two_men_are_the_two_named_last(reader):
    text = (
        "A headline\n\nPresident Kwame Asante of Ghana received President Rustam Yuldashev of "
        "Uzbekistan in Accra on 6 April. It was the first visit to Ghana by an Uzbek head of state. "
        "The two men had spoken by telephone on 3 April."
    )
    reading = reader.read(Document("x", text, "en", "2025-04-14"))
    names = {e.id: e.name for e in reading.entities}
    call = next(e for e in reading.events if e.type == "phone_call")
    assert {names[p] for p in call.participants} == {"Kwame Asante", "Rustam Yuldashev"}
