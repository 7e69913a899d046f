"""A text means the same with blank lines between its paragraphs and without."""

import re
from pathlib import Path

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

TEXTS = Path(__file__).parents[1] / "texts" / "own"


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def meaning(reader, text, language):
    reading = reader.read(Document("t", text, language, "2025-05-05"))
    names = {e.id: (e.name, e.country) for e in reading.entities}
    return (
        sorted((*names[e.id], [p.post for p in e.posts]) for e in reading.entities),
        [(e.type, e.date, [names[p] for p in e.participants]) for e in reading.events],
        [(q.text, names.get(q.speaker)) for q in reading.quotations],
    )


@pytest.mark.parametrize("name", ["w02.ar", "w03.en", "w04.ru", "w04.kk", "w02.ja", "w04.en"])
def test_blank_lines_change_nothing(reader, name):
    text = (TEXTS / f"{name}.txt").read_text("utf-8")
    plain = re.sub(r"\n\s*\n", "\n", text)
    assert plain != text
    language = name.partition(".")[2]
    assert meaning(reader, plain, language) == meaning(reader, text, language)
