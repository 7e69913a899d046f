"""Where endings tell it, a guest is where people go to or are, and not where they come from."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


@pytest.mark.parametrize(
    "words",
    [
        "Непалдың Премьер-министрі Рам Тапа дүйсенбіде Эквадорға сапармен барды. Оны Президент "
        "Лусия Андранго қабылдады. Сейсенбіде қонақ Парламентте сөз сөйледі.",
        "Швейцарияның Экономика министрі Клара Цубер дүйсенбіде Зимбабведе болды. Министр "
        "Президент Тендай Мойомен кездесті. Сейсенбіде қонақ елшілікте дәріс оқыды.",
    ],
)
def test_the_guest_is_who_came_from_abroad(reader, words):
    text = f"Катмандудан келген делегация\n\n{words}\n"
    reading = reader.read(Document("s", text, "kk", "2025-09-18"))
    people = [m for m in reading.mentions if m.kind.value == "person"]
    guest = next(m for m in people if m.text == "қонақ")
    assert guest.entity == people[0].entity
