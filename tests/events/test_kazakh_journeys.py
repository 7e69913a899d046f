"""Kazakh journeys told in passing: by a converb, a stay, an invitation, the day first thought of."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, sentence):
    text = f"Хорватия мен Гана\n\n{sentence}\n"
    events = reader.read(Document("s1", text, "kk", "2026-03-12")).events
    return [(e.type, e.status.value, e.date) for e in events]


JOURNEYS = [
    ("Сенбіде елші Неда Вукелич ауруханасын аралап, дәрігерлермен әңгімелесті.", ("held", "2026-03-07")),
    ("Хорватия Президенті Звонимир Латин мамырда Аккраға барғанда көшеттер отырғызады.", ("planned", "2026-05")),
    ("Хорватия Президенті Звонимир Латин 2021 жылы Аккраға келгенде көшет отырғызған.", ("held", "2021")),
    ("Гана Президенті Нана Боатенг келесі жылы Загребке келуге шақыруды қабыл алды.", ("planned", "2027")),
    ("Гана министрі Нана Боатенгке келесі жылы Загребке келуге ұсыныс жасалды.", ("proposed", "2027")),
    ("Ол Гана Президентін келесі жылдың көктемінде Загребке келуге шақырады.", ("proposed", "2027-21")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "how"), JOURNEYS)
def test_a_journey_is_told_in_passing(reader, sentence, how):
    assert ("visit", *how) in told(reader, sentence)


def test_who_is_in_a_city_and_does_something_there_has_come(reader):
    sentence = "Хорватияның бұрынғы Президенті Звонимир Латин 2011 жылы Аккрада болып, дәріс оқыды."
    assert [kind for kind, _, _ in told(reader, sentence)] == ["visit", "lecture"]


def test_the_day_a_visit_was_first_set_for_is_no_visit(reader):
    sentence = (
        "Хорватия Президенті Звонимир Латин мамырда Аккраға барады. "
        "Алғашында сапар наурызға белгіленген еді."
    )
    assert told(reader, sentence) == [("visit", "planned", "2026-05")]


def test_what_a_question_comes_to_is_no_journey(reader):
    sentence = "Сауда мәселесіне келгенде Гана Хорватияға 2023 жылы басымдық берді."
    assert told(reader, sentence) == []


def test_who_looks_round_a_house_has_been_there(reader):
    sentence = (
        "Министр Марко Юрич ректор Ева Мартинмен кездесіп, Теңіз биологиясы институтын аралады."
    )
    assert "visit" in {kind for kind, _, _ in told(reader, sentence)}
