"""Who belongs to a happening, and who only to its time and place; whom words without names mean."""

import pytest
from marked import read_marked

from sijill.documents.document import Document
from sijill.events.finder import find_events
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

HEAD = "Ли и Бо\n\n"
A = "⟦person#e1!head_of_state@PE:Ли⟧"
B = "⟦person#e2!head_of_state@GH:Бо⟧"


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def who(reader, words, kind):
    reading = reader.read(Document("s", f"Коротко\n\n{words}\n", "ru", "2025-09-18"))
    names = {e.id: e.name for e in reading.entities}
    return [{names[p] for p in e.participants} for e in reading.events if e.type == kind]


def told(marked, language="ru", published="2025-03-14"):
    document, sentences, mentions, entities = read_marked(
        HEAD + marked, language, published=published
    )
    found = find_events(document, sentences, mentions, entities)
    return {e.type: (e.status.value, set(e.participants)) for e in found}


def test_who_held_an_office_then_and_whose_house_it_was_take_no_part():
    marked = f"⟦person#e3:Ос⟧ подписал договор ещё при ⟦post#e1:министре⟧ {A}."
    assert told(marked)["signing"] == ("held", {"e3"})
    marked = "Утром у здания ⟦organisation#o1:министерства⟧ вышли на пикет горняки."
    assert told(marked)["protest"] == ("held", set())


def test_what_nobody_is_named_for_is_not_of_who_was_told_before():
    marked = f"{A} молчал. ⟦date=2025-03-13:Вчера⟧ открылась выставка кукол."
    assert told(marked)["exhibition"] == ("held", set())
    marked = f"{A} молчал. ⟦date=2025-03-11:Во вторник⟧ выслали двух дипломатов."
    assert told(marked)["expulsion"] == ("held", set())
    marked = f"{A} молчал. ⟦date=2025-03-11:Во вторник⟧ открыл выставку кукол."
    assert told(marked)["exhibition"] == ("held", {"e1"})


def test_a_bare_post_does_a_particular_deed():
    assert told("⟦post:Посол⟧ возложил цветы к памятнику.")["ceremony"][0] == "held"
    assert "ceremony" not in told("Дети возложили цветы к памятнику.")


def test_who_only_tells_of_a_meeting_was_not_there(reader):
    words = (
        "На встрече министра Чили Хуана Ибарры с президентом Того Ивом Аманьей речь шла о рыбе, "
        "сообщила пресс-секретарь Ада Мензах."
    )
    assert who(reader, words, "talks") == [{"Хуана Ибарры", "Ивом Аманьей"}]


def test_a_woman_who_is_received_is_the_one_from_abroad(reader):
    words = (
        "Министр Чили Мария Ибарра прилетела в Ломе в среду, сообщила пресс-секретарь МИД Того "
        "Ада Мензах. В четверг гостью приняла премьер-министр Того Ама Адзо."
    )
    assert who(reader, words, "courtesy_call") == [{"Мария Ибарра", "Ама Адзо"}]
