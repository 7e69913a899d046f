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
        ("en", "The outgoing ambassador of Peru, Luis Vargas, spoke in Nairobi on Monday."),
        ("ar", "التقت وزيرة الخارجية الكينية سفير بيرو المنتهية مهامه لويس فارغاس."),
        ("ar", "ودع الوزير سامي النور السفير البيروفي المغادر لويس فارغاس."),
        ("ru", "Уходящий посол Перу Луис Варгас встретился с министром."),
    ],
)
def test_who_is_leaving_an_office_still_holds_it(reader, language, text):
    reading = reader.read(Document("d", text, language, "2024-05-06"))
    posts = [(p.post, p.body, p.status) for e in reading.entities for p in e.posts]
    assert ("ambassador", "PE", "current") in posts
