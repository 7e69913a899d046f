import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def body_of(reading, role):
    return next(p.body for e in reading.entities for p in e.posts if p.post == role)


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        (
            "en",
            "Foreign Minister Jane Odera summoned Peru's ambassador, Luis Vargas.",
            "foreign_minister",
        ),
        (
            "ar",
            "ودع رئيس الوزراء سامي النور سفيرة تشيلي آنا سوتو بمناسبة انتهاء مهامها.",
            "head_of_government",
        ),
        ("ru", "Глава МИД Сами Нур вызвал посла Чили Ану Сото.", "foreign_minister"),
        ("kk", "Премьер-министр Сами Нұр Чили елшісі Ана Сотомен кездесті.", "head_of_government"),
        ("ja", "サミ・ヌール保健相は5日、チリのアナ・ソト大使と面会した。", "minister"),
    ],
)
def test_who_sees_an_ambassador_is_not_of_the_state_that_sent_him(reader, language, text, role):
    reading = reader.read(Document("d", text, language, "2024-05-06"))
    assert body_of(reading, "ambassador") in ("PE", "CL")
    assert body_of(reading, role) is None


def test_the_state_is_told_where_the_text_names_it(reader):
    text = "Foreign Minister Jane Odera summoned Peru's ambassador, Luis Vargas, in Nairobi."
    assert body_of(reader.read(Document("d", text, "en", "2024-05-06")), "foreign_minister") == "KE"


def test_an_envoy_is_of_the_state_whose_other_envoy_is_told_with_him(reader):
    text = "Luis Vargas, the ambassador of Peru, and Ana Diaz, the consul, opened the office."
    assert body_of(reader.read(Document("d", text, "en", "2024-05-06")), "consul") == "PE"
