"""Who is told in one breath with somebody takes part, too, though a state stands between."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def people_of(reader, language, text, kind):
    found = reader.read(Document("d", text, language, "2024-05-06"))
    names = {e.id: e.name for e in found.entities}
    return [{names[p] for p in e.participants} for e in found.events if e.type == kind]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("President Óscar Rey of Peru and Trade Minister Ana Prado visited Riga.", "Ana Prado"),
        ("President Óscar Rey of Peru and his wife, Elena, arrived in Riga on Monday.", "Elena"),
        (
            "On Monday, President Óscar Rey of Peru and Ana Prado, his aide, visited Riga.",
            "Ana Prado",
        ),
    ],
)
def test_two_who_come_together_both_travel(reader, text, second):
    assert people_of(reader, "en", text, "visit") == [{"Óscar Rey", second}]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lund thanked Óscar Rey of Peru, and President Mari Tamm of Estonia flew to Oslo.",
        "Bo Lund met President Óscar Rey of Peru and Mari Tamm flew to Oslo on Friday.",
        "Bo Lund, an adviser to President Óscar Rey of Peru, and Mari Tamm flew to Oslo on Friday.",
    ],
)
def test_whom_another_clause_tells_of_does_not_travel(reader, text):
    assert "Óscar Rey" not in people_of(reader, "en", text, "visit")[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Presidents met. President Óscar Rey of Peru and his Estonian counterpart, Mari Tamm, "
               "agreed in a telephone conversation on Tuesday to open embassies."),
        ("en", "In a phone call on Tuesday, President Óscar Rey of Peru and President Mari Tamm "
               "of Estonia discussed trade."),
        ("ru", "Президент Перу Оскар Рей и президент Эстонии Мари Тамм договорились в телефонном "
               "разговоре во вторник открыть посольства."),
        ("ru", "В телефонном разговоре во вторник президент Перу Оскар Рей и президент Эстонии "
               "Мари Тамм обсудили торговлю."),
    ],
)  # fmt: skip
def test_both_who_agree_in_a_call_held_it(reader, language, text):
    ((one, other),) = map(sorted, people_of(reader, language, text, "phone_call"))
    assert {one.split()[-1], other.split()[-1]} in ({"Rey", "Tamm"}, {"Рей", "Тамм"})


_COUPLE = "King Taufa of Tonga and Queen Lupe arrived in Riga on Monday."


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", _COUPLE + " They will fly to Lima on Wednesday."),
        ("en", _COUPLE + " The royal couple will fly to Lima on Wednesday."),
        ("ru", "Король Тонга Тауфа и королева Лупе прибыли в Ригу. В среду они вылетят в Лиму."),
    ],
)
def test_a_couple_travels_on_together(reader, language, text):
    first, second = people_of(reader, language, text, "visit")
    assert len(first) == 2
    assert first == second


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (_COUPLE + " He will fly to Lima on Wednesday.", {"Taufa"}),
        (_COUPLE + " They said Trade Minister Bo Lund would visit Lima in May.", {"Bo Lund"}),
    ],
)
def test_others_travel_on_without_the_couple(reader, text, who):
    assert people_of(reader, "en", text, "visit")[1] == who
