"""Capitals and states told by their kind alone: «столица Омана», “the sultanate”."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def known_as(reader, text, language, words):
    """Give country and register id of the place that has the words."""
    reading = reader.read(Document("t", f"Head\n\n{text}", language, "2024-10-14"))
    entities = {e.id: e for e in reading.entities}
    return {
        (entities[m.entity].country, entities[m.entity].register_id)
        for m in reading.mentions
        if m.text == words and m.entity
    }


@pytest.mark.parametrize(
    ("language", "text", "words", "known"),
    [
        ("ru", "Министр прибыл в столицу Омана.", "столицу Омана", ("OM", "muscat")),
        ("ru", "МАСКАТ, 14 октября. Его ждут в столице Перу.", "столице Перу", ("PE", "lima")),
        ("en", "MUSCAT, Oct. 14 - Oman will help. The sultanate has sent aid.", "sultanate",
         ("OM", "om")),
        ("en", "MUSCAT, Oct. 14 - Oman will help. The kingdom has sent aid.", "kingdom",
         (None, None)),
        ("ar", "مسقط، 14 أكتوبر - وصل الوزير إلى سلطنة عمان. ورحبت السلطنة به.", "السلطنة",
         ("OM", "om")),
    ],
)  # fmt: skip
def test_a_place_told_by_its_kind_is_known(reader, language, text, words, known):
    assert known_as(reader, text, language, words) == {known}
