"""Kazakh clauses in which another one is told before who acts: by case, and by whose invitation."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, words):
    """Give the events of a text: type, status, date, place and who takes part, by name."""
    text = f"Қысқаша\n\n{words}\n"
    reading = reader.read(Document("s1", text, "kk", "2024-06-06"))
    names = {entity.id: entity.name for entity in reading.entities}
    return [
        (e.type, e.status.value, e.date, names.get(e.place), {names[p] for p in e.participants})
        for e in reading.events
    ]


def test_who_invites_does_not_travel(reader):
    words = (
        "Малайзия Премьер-министрі Азлан Идристің шақыруымен Перу Премьер-министрі Хуан Ривас "
        "3-5 маусымда Маскатта ресми сапармен болды."
    )
    expected = ("visit", "held", "2024-06-03/2024-06-05", "Маскат", {"Хуан Ривас"})
    assert expected in told(reader, words)


def test_a_post_of_another_state_before_an_object_is_not_of_whom_it_names(reader):
    words = (
        "Латвия Президенті Ивар Озолс пен Перу Президенті Хуан Ривас кездесті. "
        "Перу Президенті Ивар Озолсты Лимаға жауап сапармен келуге шақырды."
    )
    assert ("visit", "proposed", None, "Лима", {"Ивар Озолс"}) in told(reader, words)


def test_who_goes_in_place_of_somebody_is_told_behind(reader):
    words = (
        "Премьер-министр Азлан Идрис сапарынан бас тартты. "
        "Оның орнына Лимаға Су министрі Хуан Ривас барады."
    )
    assert ("visit", "planned", None, "Лима", {"Хуан Ривас"}) in told(reader, words)
