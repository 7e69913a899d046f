"""A clause with “who” or “where” tells of whom, and of the place, that stand right before it."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, language, words):
    """Give of each happening its type, day, place and people, by name."""
    reading = reader.read(Document("s", f"...\n\n{words}\n", language, "2024-05-06"))
    names = {e.id: e.name for e in reading.entities}
    return {
        e.type: (e.date, names.get(e.place), {names.get(p) for p in e.participants})
        for e in reading.events
    }


FROM_WHERE = [
    ("ru", "Премьер Того Коджо Адо прилетел в Хельсинки из Лимы, где провёл переговоры с министром Луисом Сото.", "Лимы"),
    ("en", "Prime Minister Kojo Ado of Togo flew to Helsinki from Lima, where he held talks with minister Luis Soto.", "Lima"),
    ("ar", "وصل رئيس وزراء توغو كوجو أدو إلى هلسنكي قادما من ليما حيث أجرى محادثات مع الوزير لويس سوتو.", "ليما"),
    # A clause that is over, or that has a place of its own, tells no other.
    ("ru", "Премьер Того Коджо Адо, прилетевший из Лимы, где живёт его сестра, в Хельсинки провёл переговоры с министром Луисом Сото.", "Хельсинки"),
    ("en", "Prime Minister Kojo Ado of Togo flew to Peru, where he held talks with minister Luis Soto in Lima.", "Lima"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "place"), FROM_WHERE)
def test_where_takes_up_the_place_before_it(reader, language, words, place):
    assert told(reader, language, words)["talks"][1] == place


ALONE = [
    ("ru", "Министр Того Коджо Адо и министр Перу Ана Сото, прибывшая в Ломе в среду, подписали договор.", "Ана Сото"),
    ("ru", "Коджо Адо и Луис Сото, который прилетел в Ломе в среду, подписали договор.", "Луис Сото"),
    ("ru", "Министр Того Коджо Адо встретился с министром Перу Луис Сото, прибывшим в Ломе в среду.", "Луис Сото"),
    ("en", "Kojo Ado and Luis Soto, who arrived in Lomé on Wednesday, signed a treaty.", "Luis Soto"),
    ("ar", "وقع وزير توغو كوجو أدو ووزير بيرو لويس سوتو، الذي وصل إلى لومي يوم الأربعاء، اتفاقا.", "لويس سوتو"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "guest"), ALONE)
def test_a_clause_of_one_tells_of_him_alone(reader, language, words, guest):
    assert told(reader, language, words)["visit"][2] == {guest}


def test_a_clause_of_several_tells_of_them_all(reader):
    words = "Коджо Адо и Луис Сото, прибывшие в Ломе в среду, подписали договор."
    assert told(reader, "ru", words)["visit"][2] == {"Коджо Адо", "Луис Сото"}


@pytest.mark.parametrize(
    ("language", "words"),
    [(language, words) for language, words, _ in (ALONE[0], ALONE[1], ALONE[3])],
)
def test_what_both_did_behind_the_clause_is_not_of_its_day(reader, language, words):
    found = told(reader, language, words)
    assert found["visit"][0] in ("2024-05-01", "2024-05-01/..")
    assert found["signing"][0] == "2024-05"
    assert len(found["signing"][2]) == 2
