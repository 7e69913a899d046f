"""What a ministry announces as its own act it does; what it or a paper only tells of it does not."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_register())


@pytest.mark.parametrize(
    ("language", "told", "body"),
    [
        (
            "en",
            "The Gabonese foreign ministry announced the expulsion of two attachés.",
            "ministry",
        ),
        ("ar", "أعلنت وزارة الخارجية الغابونية طرد اثنين من الدبلوماسيين.", "وزارة"),
        ("ru", "МИД Габона объявил о высылке двух дипломатов Того.", "МИД"),
        ("ru", "МИД Того сообщил, что высланы два дипломата.", None),
        ("en", "Togo's foreign ministry said two of its diplomats had been expelled.", None),
        ("en", "On Monday Reuters reported the expulsion of two diplomats from Gabon.", None),
    ],
)
def test_a_ministry_does_what_it_announces(
    reader: Reader, language: str, told: str, body: str | None
) -> None:
    reading = reader.read(Document("s", f"—\n\n{told}\n", language, "2025-02-11"))
    names = {entity.id: entity.name for entity in reading.entities}
    (event,) = [e for e in reading.events if e.type == "expulsion"]
    assert [body in names[p] for p in event.participants if body] == [True] * bool(body)
    assert bool(event.participants) == bool(body)
