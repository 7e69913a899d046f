"""Who says between marks what others did takes no part in it; what was done then is of that time."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, language, words, kind):
    """Give the day and the people, by name, of the one happening of a kind."""
    reading = reader.read(Document("s", f"...\n\n{words}\n", language, "2024-05-06"))
    names = {e.id: e.name for e in reading.entities}
    found = [e for e in reading.events if e.type == kind]
    return found[0].date, {names[p] for p in found[0].participants}


SAID = [
    ("ru", "«Министр Коджо Адо встретился с послом Луисом Рохасом», — рассказала советник Мария Лим.", False),
    ("en", "“Minister Kojo Ado met ambassador Ana Soto,” adviser Maria Lim said.", False),
    ("ru", "«Министр Коджо Адо встретился со мной», — рассказала советник Мария Лим.", True),
    ("ru", "«Мы с министром Коджо Адо встретились с послом Луисом Рохасом», — рассказала советник Мария Лим.", True),
    ("ru", "«С министром Коджо Адо встретилась в Ломе», — рассказала советник Мария Лим.", True),
    ("en", "“Minister Kojo Ado met me in Lomé,” adviser Maria Lim said.", True),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "was_there"), SAID)
def test_who_speaks_of_what_others_did_was_not_there(reader, language, words, was_there):
    people = told(reader, language, words, "talks")[1]
    assert bool(people & {"Мария Лим", "Maria Lim"}) is was_there


THEN = [
    ("ru", "Премьер Того Коджо Адо посетил Перу в марте 2021 года. Тогда стороны подписали хартию."),
    ("kk", "Того премьері Коджо Адо Перуге 2021 жылдың наурызында барған. Сол кезде тараптар хартияға қол қойды."),
    ("ar", "زار رئيس وزراء توغو كوجو أدو بيرو في مارس 2021. ووقع الجانبان آنذاك ميثاقا."),
    ("ja", "トーゴのコジョ・アド首相は2021年3月にペルーを訪問した。その際、両者は憲章に署名した。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), THEN)
def test_what_two_sides_did_then_is_of_that_time(reader, language, words):
    assert told(reader, language, words, "signing")[0] == "2021-03"


def test_what_others_did_at_no_such_time_is_not(reader):
    words = (
        "Премьер Того Коджо Адо посетил Перу в марте 2021 года. "
        "Тогдашний министр Чили Хуан Лим подписал хартию."
    )
    assert told(reader, "ru", words, "signing")[0] != "2021-03"
