"""“An Uzbek head of state” is nobody of the host’s, and “the two men” are those named last."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


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
