"""Kazakh days that are counted from a deed, and not from what was told before."""

import pytest

from sijill.documents.document import DATE, Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


TOLD = "Тақырып\n\nПеру 10 мамырда елшіні шығарды. "


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Министр келгеннен келесі күні қайтты.", "келесі күні", "2024-05-11"),
        ("Министр жеткеннен бір аптадан соң кетті.", "бір аптадан соң", None),
        ("Норвегия қол қойғаннан үш күн кейін елшілігін жапты.", "үш күн кейін", None),
    ],
)
def test_a_day_counted_from_a_deed_leaves_the_other_days_their_values(reader, text, words, value):
    reading = reader.read(Document("x", TOLD + text, "kk", "2024-05-20"))
    dates = {m.text: m.value for m in reading.mentions if m.kind is DATE}
    assert not reader.faults
    assert dates["10 мамыр"] == "2024-05-10"
    assert dates[words] == value
