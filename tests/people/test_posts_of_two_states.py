"""Two posts in a row that are of two states are of two people."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


@pytest.mark.parametrize(
    ("language", "text", "name", "expected"),
    [
        (
            "kk",
            "Исландиялық министр Чили Президенті Диего Фуэнтеске хат тапсырды.",
            "Диего Фуэнтес",
            {("head_of_state", "CL")},
        ),
        (
            "kk",
            "Исландия елшісі Чили Сыртқы істер министрі Камила Рохаспен кездесті.",
            "Камила Рохас",
            {("foreign_minister", "CL")},
        ),
        (
            "ru",
            "В переговорах участвовала посол Черногории в Боливии по совместительству Весна Перович.",
            "Весна Перович",
            {("ambassador", "ME")},
        ),
    ],
)
def test_each_is_of_his_own_state(reader, language, text, name, expected):
    found = reader.read(Document("d", text, language, "2024-05-06"))
    assert {(p.post, p.body) for e in found.entities if e.name == name for p in e.posts} == expected
