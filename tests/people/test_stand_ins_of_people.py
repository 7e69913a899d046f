"""Who goes in somebody's stead is of the same state, wherever the journey goes."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

TEXTS = [
    (
        "ru",
        "Латвия вызвала посла Мьянмы У Мин Со. Вице-министр Эгле Юшкайте передала ноту. Премьер-"
        "министр Латвии Арвид Озолс отменил поездку в Бангкок. Вместо него в Таиланд отправится "
        "министр Даля Вайткуте. Там она встретится со своим мьянманским коллегой.",
        "Даля Вайткуте",
    ),
    (
        "kk",
        "Латвия Мьянманың елшісі У Мин Соны шақыртты. Вице-министр Эгле Юшкайте нота тапсырды. "
        "Латвия Премьер-министрі Арвид Озолс Бангкокке сапарынан бас тартты. Оның орнына Таиландқа "
        "Сыртқы істер министрі Даля Вайткуте барады. Ол онда мьянмалық әріптесімен кездеседі.",
        "Даля Вайткуте",
    ),
]


@pytest.mark.parametrize(("language", "words", "name"), TEXTS)
def test_who_goes_instead_is_of_the_same_state(language, words, name):
    reading = Reader(load_register()).read(
        Document("s1", f"Коротко\n\n{words}\n", language, "2025-02-07")
    )
    (person,) = [e for e in reading.entities if e.name == name]
    assert person.country == "LV"


AIDES = [
    (
        "ru",
        "Советник министра Юрис Лика доволен. Дела ведёт посол Ганы Ама Аду. Её советник сообщил, "
        "что она приедет в мае.",
    ),
    (
        "en",
        "The presidential spokesman Juris Lika agreed. Ambassador Ama Adu was ill. Her press "
        "secretary said she would come in May.",
    ),
    (
        "kk",
        "Баспасөз хатшысы Юрис Лика риза. Гана елшісі Ама Аду ауырып қалды. Оның кеңесшісі елшінің "
        "мамырда келетінін айтты.",
    ),
]


@pytest.mark.parametrize(("language", "words"), AIDES)
def test_an_aide_of_somebody_is_nobody_told_before_her(language, words):
    reading = Reader(load_register()).read(
        Document("s1", f"Коротко\n\n{words}\n", language, "2025-02-07")
    )
    assert [q.speaker for q in reading.quotations] == [None]


TOLD_BY_AIDES = [
    ("ru", "Дела ведёт посол Ганы Ама Аду. Её советник сообщил, что весной она приедет в Ригу."),
    ("en", "Ambassador Ama Adu was ill. Her press secretary said she would come to Riga in May."),
]


@pytest.mark.parametrize(("language", "words"), TOLD_BY_AIDES)
def test_she_of_whom_her_aide_tells_is_not_the_aide(language, words):
    reading = Reader(load_register()).read(
        Document("s1", f"Коротко\n\n{words}\n", language, "2025-02-07")
    )
    names = {e.id: e.name for e in reading.entities}
    ((who,),) = [e.participants for e in reading.events if e.type == "visit"]
    assert names[who] in words
