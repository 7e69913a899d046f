"""A word that opens an English sentence is no part of the name behind it."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Trade was never much. But Lisbon paid for the laboratory.", "Lisbon"),
        ("Suva has not answered. And Lisbon wants more.", "Lisbon"),
        ("Yet Fiji signed.", "Fiji"),
    ],
)
def test_a_state_told_by_its_capital_is_a_place(reader, text, place):
    found = reader.read(Document("d", text, "en", "2024-05-06")).mentions
    assert (place, "place") in [(m.text, m.kind.value) for m in found]
    assert not [m.text for m in found if m.text.split()[0] in ("But", "And", "Yet")]
