"""Who joins what was told before, in Kazakh."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.mark.parametrize(
    ("told", "who"),
    [
        (
            "Сәрсенбіде Таллинде көрме ашылды. Оған Мәдениет министрі Март Лепик қатысты.",
            {"Март Лепик"},
        ),
        (
            "Сәрсенбіде Таллинде шілдеге дейін көрме өтеді. Көрмені министр Март Лепик ашты.",
            {"Март Лепик"},
        ),
        ("Сәрсенбіде Таллинде бизнес-форум өтті. Оған екі елден 80 компания қатысты.", set()),
    ],
)
def test_whom_a_sentence_joins_to_what_was_told_before(told: str, who: set[str]) -> None:
    text = f"Эстония мен Чили\n\n{told}\n"
    reading = Reader(load_register()).read(Document("x", text, "kk", "2026-02-10"))
    names = {e.id: e.name for e in reading.entities}
    kinds = ("exhibition", "business_forum")
    events = [e for e in reading.events if e.type in kinds]
    assert {names[p] for e in events for p in e.participants} == who
