"""A minister of one house who has no name is not the minister of another whom the text names."""

import pytest

from sijill.documents.document import Document
from sijill.people.ministries import are_of_others
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قال وزير الداخلية البيروفي إن الأمر انتهى. والتقى وزير الخارجية البيروفي لويس سوتو الوفد."),
        ("en", "Peru's interior minister made remarks. Peruvian Foreign Minister Luis Soto met them."),
        ("ru", "Министр внутренних дел Перу сделал заявление. Министр иностранных дел Перу Луис Сото "
               "сказал, что слова вырваны из контекста."),
        ("kk", "Перудің ішкі істер министрі мәлімдеме жасады. Перудің сыртқы істер министрі Луис Сото "
               "сөз сөйледі."),
        ("ja", "ペルーの内相が発言した。ペルーのルイス・ソト外相は、発言は誤解されたと述べた。"),
    ],
)  # fmt: skip
def test_a_minister_without_a_name_is_no_minister_of_another_house(reader, language, text):
    reading = reader.read(Document("t1", f"…\n\n{text}", language, "2024-06-15"))
    posts = [p.post for e in reading.entities for p in e.posts]
    assert posts == ["foreign_minister"]


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("ar", "وزير المالية", ["وزير الاقتصاد"]),
        ("ar", "وزيرة الخارجية", ["وزيرة الخارجية المالية"]),
        ("ar", "وزير الداخلية", ["الوزير"]),
        ("en", "the minister", ["Foreign Minister"]),
        ("en", "commerce minister", ["Trade Minister"]),
        ("en", "foreign minister", ["Deputy Prime Minister", "Foreign Minister"]),
        ("en", "interior minister", ["former interior minister", "Foreign Minister"]),
        ("ru", "министр иностранных дел", ["глава МИД"]),
        ("kk", "министр", ["сыртқы істер министрі"]),
        ("ja", "外務大臣", ["外相"]),
    ],
)
def test_another_word_for_a_ministry_or_none_takes_nobody_apart(language, words, told):
    assert not are_of_others(words, told, language)
