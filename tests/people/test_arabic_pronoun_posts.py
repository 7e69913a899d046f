"""The post that an Arabic verb with a pronoun gives: not of who is named behind it, but of him."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def posts():
    reader = Reader(load_register())

    def read(text, language="ar"):
        reading = reader.read(Document("p", text, language, "2025-10-14"))
        return {e.name: {(p.post, p.status) for p in e.posts} for e in reading.entities if e.posts}

    return read


def test_whom_a_pronoun_means_was_appointed(posts):
    words = "رحل خوان بيريز في ليما. اختاره الرئيس كارل نيلسن مستشارا له عام 1996."
    assert posts(words) == {
        "خوان بيريز": {("senior_official", "former")},
        "كارل نيلسن": {("head_of_state", "former")},
    }


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ar", "رحيل خوان بيريز\n\nتوفي سفير بيرو في نيروبي خوان بيريز السبت.", "خوان بيريز"),
        (
            "en",
            "Juan Perez, envoy\n\nJuan Perez, ambassador of Peru to Kenya, died on Saturday.",
            "Juan Perez",
        ),
    ],
)
def test_the_dead_hold_no_office(posts, language, text, name):
    assert posts(text, language)[name] == {("ambassador", "former")}
