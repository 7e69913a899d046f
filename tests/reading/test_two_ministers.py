"""Two people told one behind the other after a post of several are two, and both hold it."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_register())


@pytest.mark.parametrize(
    ("language", "told", "role", "people"),
    [
        ("ar", "وقع وزيرا الخارجية أحمد كمال وخالد سالم مذكرة.", "foreign_minister", 2),
        ("ar", "وقع وزيرا خارجية البلدين أحمد كمال وخالد سالم مذكرة.", "foreign_minister", 2),
        ("ar", "وقع الاتفاق وزيرا الخارجية توماس ريد وكارلوس منديز.", "foreign_minister", 2),
        ("ar", "بحث رئيسا البلدين محمد الغزواني وأداما بارو التعاون.", "head_of_state", 2),
        ("ru", "Министры иностранных дел Том Рид и Карлос Мендес прибыли.", "foreign_minister", 2),
        ("ar", "قال وزير الخارجية أحمد وليد سالم إن العمل بدأ.", "foreign_minister", 1),
        ("ar", "قال وزير الخارجية أحمد وسام إن العمل بدأ.", "foreign_minister", 1),
    ],
)
def test_each_of_two_ministers_is_somebody(
    reader: Reader, language: str, told: str, role: str, people: int
) -> None:
    reading = reader.read(Document("s", f"—\n\n{told}\n", language, "2025-02-11"))
    found = [e for e in reading.entities if e.kind is MentionKind.PERSON]
    assert [[post.post for post in person.posts] for person in found] == [[role]] * people
