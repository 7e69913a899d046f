"""“After talks with the minister, Owusu said …”: the comma ends what the sentence opens with."""

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
        ("en", "Asked about the pilot, Bekele said that the plane was lost."),
        (
            "en",
            "Speaking after talks with the prime minister, Bekele said that the plane was lost.",
        ),
        ("en", "In a letter to the president, Bekele said that the plane was lost."),
        ("en", "At a dinner for the ambassador, Bekele said that the plane was lost."),
        ("ru", "Выступая после встречи с послом, Бекеле сказал, что самолёт потерян."),
    ],
)
def test_who_speaks_behind_it_does_not_hold_the_post_in_it(reader, language, text):
    who = {
        "en": "A headline\n\nAlemu Bekele is the ministry's spokesman.\n\n",
        "ru": "Заголовок\n\nПресс-секретарь министерства Алему Бекеле дал интервью.\n\n",
    }[language]
    reading = reader.read(Document("x", who + text, language, "2025-05-05"))
    person = next(e for e in reading.entities if e.kind.value == "person")
    assert [q.speaker for q in reading.quotations] == [person.id]
    assert {p.post for p in person.posts} <= {"senior_official"}


@pytest.mark.parametrize(
    "text",
    [
        "The foreign minister, Alemu Bekele, said that the plane was lost.",
        "They met the foreign minister, Alemu Bekele.",
        "They met the foreign minister, Alemu Bekele, and his deputy.",
        "The foreign minister, Alemu Bekele of Ethiopia, said that the plane was lost.",
    ],
)
def test_a_name_between_commas_is_that_of_the_post_before_it(reader, text):
    reading = reader.read(Document("x", f"A headline\n\n{text}", "en", "2025-05-05"))
    person = next(e for e in reading.entities if e.name == "Alemu Bekele")
    assert [p.post for p in person.posts] == ["foreign_minister"]


@pytest.mark.parametrize(
    ("language", "text", "post"),
    [
        ("en", "A headline\n\nHis foreign minister, Celeste d'Almeida, gave a lunch.", "foreign_minister"),
        ("en", "A headline\n\nA former prime minister, Alemu Bekele began as a teacher.", "head_of_government"),
        ("ru", "Заголовок\n\nБывший посол, Алему Бекеле начинал учителем.", "ambassador"),
    ],
)  # fmt: skip
def test_a_post_that_opens_the_sentence_is_his_who_follows(reader, language, text, post):
    reading = reader.read(Document("x", text, language, "2025-05-05"))
    person = next(e for e in reading.entities if e.kind.value == "person")
    assert post in [p.post for p in person.posts]
