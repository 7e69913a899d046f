"""Kazakh posts whose house or town is told by a noun, and words that only look like a name."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def read(reader, body):
    return reader.read(Document("s1", f"Хорватия мен Гана\n\n{body}\n", "kk", "2026-03-12"))


def posts(reader, body):
    reading = read(reader, body)
    names = {e.id: e.name for e in reading.entities}
    return {
        (names.get(e.id), p.post, names.get(p.body, p.body))
        for e in reading.entities
        for p in e.posts
    }


HEADS = [
    (
        "Гана сауда-өнеркәсіп палатасында жиын өтті. Палата төрағасы Кофи Менса сөз сөйледі.",
        ("Кофи Менса", "business_association", "Гана сауда-өнеркәсіп палатасы"),
    ),
    (
        "«Ядран Текстил» фабрикасында мата тоқылады. Жиынға кәсіпорын басшысы Ева Мартин келді.",
        ("Ева Мартин", "chief_executive", "«Ядран Текстил» фабрикасы"),
    ),
    (
        "Кездесуге Таяу Шығыс департаментінің директоры Ана Крчова қатысты.",
        ("Ана Крчова", "senior_official", "Таяу Шығыс департаменті"),
    ),
    (
        "Хорватия СІМ мемлекеттік хатшысы Марко Юрич Аккраға келді.",
        ("Марко Юрич", "deputy_minister", "Хорватия СІМ"),
    ),
    (
        "Гана университетінің экономисі Эфуа Амисса пікірін айтты.",
        ("Эфуа Амисса", "expert", "Гана университеті"),
    ),
]


@pytest.mark.parametrize(("body", "post"), HEADS)
def test_a_post_is_of_the_house_that_its_noun_tells(reader, body, post):
    assert post in posts(reader, body)


def test_a_state_secretary_of_a_state_is_its_foreign_minister(reader):
    assert ("Джон Смит", "foreign_minister", "US") in posts(
        reader, "АҚШ Мемлекеттік хатшысы Джон Смит Аккраға келді."
    )


def test_a_city_is_one_with_and_without_the_word_for_it(reader):
    reading = read(reader, "Рәсім Корк қаласында өтеді. Коркте бәрі дайын.")
    places = [e.name for e in reading.entities if "Корк" in e.name]
    assert len(places) == 1


def test_what_a_state_has_in_another_is_no_name(reader):
    texts = {m.text for m in read(reader, "Хорватияның Ганада елшілігі жоқ.").mentions}
    assert "Хорватияның Ганада елшілігі" not in texts


def test_the_case_of_a_title_stands_outside(reader):
    reading = read(reader, "Әуежайда Корольді Премьер-министр Ян Чоу қарсы алды.")
    assert "Король" in {m.text for m in reading.mentions}
