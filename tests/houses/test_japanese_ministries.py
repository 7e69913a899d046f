"""A ministry told alone in Japanese is Japan's, or that of the state the text tells of."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def house(reader, text, words):
    """Give the name of the house that the last such words of a text mean."""
    reading = reader.read(Document("s", f"港の一日\n\n{text}", "ja", "2026-02-03"))
    names = {e.id: e.name for e in reading.entities}
    return [names[m.entity] for m in reading.mentions if m.text == words and m.entity][-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ペルー外務省は2日、声明を出した。外務省は大使を呼び出した。", "ペルー外務省"),
        ("ペルー外務省は2日、声明を出した。ラトビアの外務省は反発した。", "外務省"),
        ("ペルー外務省は2日、声明を出した。外務省は邦人に注意を呼びかけた。", "外務省"),
        ("外務省は2日、ペルーに物資を送ると発表した。", "外務省"),
    ],
)
def test_whose_ministry_it_is(reader, text, name):
    assert house(reader, text, "外務省") == name
