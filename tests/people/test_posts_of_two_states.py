"""A plural tells the post of two people, each of the state in the same place: «послы A и B X и Y»."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def held(reader, language, words):
    reading = reader.read(Document("s1", f"—\n\n{words}\n", language, "2025-01-30"))
    people = [e for e in reading.entities if e.kind is MentionKind.PERSON]
    return [[(p.post, p.body) for p in person.posts] for person in people]


TEXTS = [
    ("ru", "Состоялась встреча президентов Габона и Латвии Али Мба и Арвида Озолса.", "head_of_state"),
    ("ru", "Послы Габона и Латвии Али Мба и Арвид Озолс подписали письмо.", "ambassador"),
    ("ru", "Состоялась встреча заместителей министров иностранных дел Габона и Латвии Али Мба и Арвида Озолса.", "deputy_minister"),
    ("ru", "Министры экономики Габона и Латвии Али Мба и Арвид Озолс подписали меморандум.", "minister"),
    ("kk", "Габон мен Латвия сыртқы істер министрлері Али Мба мен Арвид Озолс кездесті.", "foreign_minister"),
    ("kk", "Габон және Латвия президенттері Али Мба мен Арвид Озолс кездесті.", "head_of_state"),
    ("kk", "Габон мен Латвия сыртқы істер министрлерінің орынбасарлары Али Мба мен Арвид Озолс кездесті.", "deputy_minister"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "role"), TEXTS)
def test_each_of_two_is_of_the_state_in_his_place(reader, language, words, role):
    assert held(reader, language, words) == [[(role, "GA")], [(role, "LV")]]


def test_states_alone_tell_no_post(reader):
    assert held(reader, "ru", "В матче Габона и Латвии Али Мба и Арвид Озолс забили голы.") == [
        [],
        [],
    ]


def test_no_consul_is_the_ambassador_elsewhere(reader):
    words = "Депутаты предложили отозвать посла в Маниле. Консул Анна Берзиня здорова."
    ((post, _),) = held(reader, "ru", words)[0]
    assert post == "consul"
