"""“The minister”, told by the bare word, is of any house: of foreign affairs as well as another."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


TEXTS = [
    ("ru", "Депутаты расспросили министра\n\nКомиссия заслушала министра иностранных дел Арвида Озолса. «Все здоровы», — сказал министр. Завтра он встретится с министром финансов Габона Карлосом Мба."),
    ("en", "The minister was questioned\n\nForeign Minister Arvid Ozols of Latvia answered. “We are ready,” the minister said. He is to meet Gabon’s finance minister, Carlos Mba, next week."),
    ("kk", "Министр сұхбат берді\n\nЛатвия Сыртқы істер министрі Арвид Озолс жоспарын айтты. «Біз дайынбыз», – деді министр. Ол келесі аптада Габон Қаржы министрі Карлос Мбамен кездеседі."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_the_minister_of_a_headline_is_the_one_of_the_lead(reader, language, text):
    reading = reader.read(Document("s1", f"{text}\n", language, "2025-01-30"))
    names = {e.id: e.name for e in reading.entities}
    said = [names[q.speaker] for q in reading.quotations if q.kind.value == "direct"]
    assert [name.split()[0].rstrip("а") for name in said] in (["Арвид"], ["Arvid"])


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "en",
            "Trade Minister Liga Ozola of Latvia met Foreign Minister Carlos Mba of Gabon in Lima on "
            "Monday. The minister will visit Quito.",
            "Liga",
        ),
        (
            "ru",
            "Министр торговли Латвии Лига Озола встретилась в Лиме с министром иностранных дел "
            "Габона Карлосом Мба. Министр посетит Кито.",
            "Лига",
        ),
    ],
)
def test_the_minister_who_opens_a_sentence_is_whom_the_last_one_began_with(
    reader, language, text, who
):
    reading = reader.read(Document("s1", f"Head\n\n{text}\n", language, "2025-01-30"))
    names = {e.id: e.name for e in reading.entities}
    last = [m for m in reading.mentions if m.kind.value == "post"][-1]
    assert names[last.entity].split()[0] == who


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "en",
            "Trade Minister Luis Arana welcomed Trade Minister Helle Tamm of Estonia in Lima on "
            "Monday. The minister was greeted at the airport.",
            "Helle",
        ),
        (
            "ru",
            "Министр торговли Перу Луис Арана встретился в Лиме с министром торговли Эстонии Хелле "
            "Тамм. Министр прилетела в воскресенье.",
            "Хелле",
        ),
    ],
)
def test_the_minister_who_arrives_is_the_guest_not_the_host_named_first(
    reader, language, text, who
):
    reading = reader.read(Document("s1", f"Head\n\n{text}\n", language, "2025-01-30"))
    names = {e.id: e.name for e in reading.entities}
    last = [m for m in reading.mentions if m.kind.value == "post"][-1]
    assert names[last.entity].split()[0] == who
