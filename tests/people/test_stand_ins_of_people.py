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
