"""What has no day yet, and what two sides have agreed to hold, lies ahead."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def events(reader, language, text):
    found = reader.read(Document("d", text, language, "2024-05-06")).events
    return [(e.type, e.status.value) for e in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "لم يتقرر بعد موعد زيارة رئيس غانا إلى هانوي."),
        ("ar", "ولم يتم تحديد موعد زيارة رئيس غانا إلى هانوي."),
        ("en", "No date has been set for the visit of Ghana's president to Hanoi."),
        ("ru", "Сроки визита президента Ганы в Ханой уточняются."),
        ("ja", "ガーナ大統領のハノイ訪問の日程は未定だ。"),
    ],
)
def test_a_visit_whose_day_is_not_set_was_not_made(reader, language, text):
    assert events(reader, language, text) == [("visit", "planned")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Следующий раунд консультаций стороны договорились провести в Ханое.", "planned"),
        ("Саммит лидеры условились провести в Ханое.", "planned"),
        ("Консультации прошли в Аккре, стороны договорились провести форум.", "held"),
    ],
)
def test_what_russian_sides_agree_to_hold_lies_ahead(reader, text, expected):
    assert events(reader, "ru", text)[0][1] == expected


def test_talks_that_were_due_and_were_not_held_are_called_off(reader):
    text = "لم تعقد المحادثات التي كانت مقررة في هانوي يوم الاثنين."
    assert events(reader, "ar", text) == [("talks", "cancelled")]
