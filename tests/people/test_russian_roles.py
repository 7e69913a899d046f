"""Roles that the words of a Russian post tell."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Встречу вёл глава армянского правительства Арам Саргсян.", "head_of_government"),
        ("Встречу вела глава малайзийского минторга Нур Азлина.", "minister"),
        ("Встречу вёл генеральный секретарь Управления по инвестициям Том Рид.", "senior_official"),
        ("Встречу вёл госсекретарь по делам молодёжи Перу Луис Рохас.", "deputy_minister"),
        ("Документ подписал управляющий Банком Мадагаскара Хери Разафи.", "senior_official"),
    ],
)
def test_roles_that_the_words_of_a_post_tell(text: str, role: str) -> None:
    reading = Reader(load_register()).read(Document("s", text, "ru", "2026-02-20"))
    assert [p.post for e in reading.entities for p in e.posts] == [role]


def test_a_colleague_of_a_nation_is_a_post() -> None:
    text = (
        "Министр иностранных дел Перу Луис Рохас провёл переговоры с кабо-вердианским коллегой"
        " Ж. Таваришем Эворой."
    )
    reading = Reader(load_register()).read(Document("s", text, "ru", "2026-02-20"))
    assert {(p.post, p.body) for e in reading.entities for p in e.posts} == {
        ("foreign_minister", "PE"),
        ("foreign_minister", "CV"),
    }


def test_whom_a_state_recalls_for_consultations_is_no_consul():
    words = (
        "Министерство иностранных дел Непала отозвало для консультаций посла в Риге Арвида Лика."
    )
    read = Reader(load_register()).read(Document("s1", f"Head\n\n{words}\n", "ru", "2025-05-07"))
    assert [p.post for e in read.entities for p in e.posts] == ["ambassador"]
