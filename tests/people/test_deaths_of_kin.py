"""The death of somebody's kin ends no office of theirs; their own does."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def status_of(reader, language, text, post):
    reading = reader.read(Document("t", text, language, "2026-05-06"))
    return {p.status for e in reading.entities for p in e.posts if p.post == post}


@pytest.mark.parametrize(
    ("language", "text", "post"),
    [
        ("ru", "Скончался отец министра иностранных дел Ганы Кофи Ансы.", "foreign_minister"),
        (
            "ar",
            "وزير الخارجية الكيني جون موانغي الذي توفي والده أمس وصل إلى ليما.",
            "foreign_minister",
        ),
        ("en", "The funeral of Ambassador Carla Mendoza's mother was held in Lima.", "ambassador"),
        (
            "en",
            "The death of Foreign Minister John Mwangi's father was announced in Nairobi.",
            "foreign_minister",
        ),
    ],
)
def test_who_lost_a_father_keeps_the_post(reader, language, text, post):
    assert status_of(reader, language, text, post) == {"current"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Скончался посол Кении Муса Кибет."),
        ("ar", "توفي السفير الكيني جون موانغي أمس."),
        ("en", "The funeral of Ambassador Carla Mendoza was held in Lima."),
    ],
)
def test_who_died_has_left_it(reader, language, text):
    assert status_of(reader, language, text, "ambassador") == {"former"}
