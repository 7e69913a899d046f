"""Who met one person and then another met two; words that point back mean the one told before."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

AR = "أجرى وزير الخارجية البيروفي خوان بيريز، أمس الاثنين، مباحثات مع نظيرته الكينية غريس مواي. "
EN = "Foreign Minister Juan Perez of Peru held talks with his Kenyan counterpart, Grace Mwai. "


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def meetings(reader, language, text):
    reading = reader.read(Document("m", f"…\n\n{text}", language, "2025-10-14"))
    names = {e.id: e.name for e in reading.entities}
    return [{names[p].split()[-1] for p in e.participants} for e in reading.events]


@pytest.mark.parametrize(
    "words",
    [
        "والتقى بيريز رئيسة البرلمان إيزابيل أوموندي.",
        "وأكد بيريز خلال لقائه برئيسة البرلمان إيزابيل أوموندي أنه يجب تعزيز التجارة.",
    ],
)
def test_the_second_met_is_another_meeting(reader, words):
    told = meetings(reader, "ar", AR + words)
    assert told == [{"بيريز", "مواي"}, {"بيريز", "أوموندي"}]


@pytest.mark.parametrize(
    "words",
    [
        "Perez met the president of the Senate, Isabel Omondi.",
        "During his meeting with the Senate president, Isabel Omondi, Perez spoke of trade.",
    ],
)
def test_the_second_met_is_another_meeting_in_english(reader, words):
    told = meetings(reader, "en", EN + words)
    assert told == [{"Perez", "Mwai"}, {"Perez", "Omondi"}]


@pytest.mark.parametrize(
    "words",
    ["وأكد بيريز خلال لقائه بمواي أنه يجب تعزيز التجارة.", "وأكد بيريز خلال اللقاء أهمية التجارة."],
)
def test_the_meeting_told_before_is_not_told_again(reader, words):
    assert meetings(reader, "ar", AR + words) == [{"بيريز", "مواي"}]


def test_the_meeting_told_before_is_not_told_again_in_english(reader):
    told = meetings(reader, "en", EN + "During the meeting with Mwai, Perez spoke of trade.")
    assert told == [{"Perez", "Mwai"}]
