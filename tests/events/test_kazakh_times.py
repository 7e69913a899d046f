"""Kazakh words that are no plan, no date, or tell the season of a plan."""

import pytest

from sijill.documents.document import Document, Mention, MentionKind
from sijill.people.past_holders import has_died
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def read(reader, sentence):
    text = f"Хорватия мен Гана\n\n{sentence}\n"
    return reader.read(Document("s1", text, "kk", "2026-03-12"))


TOLD = [
    ("Президент Нана Боатенгтің күзге жоспарланған Загреб сапары өз күшінде.", ("visit", "planned", "2026-23")),
    ("Министр Марко Юрич өткен айда Аккрадағы бизнес-форумда сауданы арттыруға болады деген еді.", ("business_forum", "held", "2026-02")),
    ("Министрлік Марко Юричтің Аккраға 3–5 наурызда жасаған жұмыс сапарының қорытындысын жариялайды.", ("visit", "held", "2026-03-03/2026-03-05")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "event"), TOLD)
def test_what_is_possible_or_published_is_no_plan(reader, sentence, event):
    assert event in {(e.type, e.status.value, e.date) for e in read(reader, sentence).events}


def test_our_time_is_no_date(reader):
    mentions = read(reader, "Бүгінде ол Загребте тұрады.").mentions
    assert [m.text for m in mentions if m.kind.value == "date"] == []


DEATHS = (
    "Марко Юрич өткен жұмада Сплит қаласындағы үйінде көз жұмды.",
    "Марко Юрич (1941–2026) Загребте туған.",
)


@pytest.mark.parametrize("sentence", DEATHS)
def test_who_closed_his_eyes_at_home_has_died(sentence):
    name = Mention("m1", MentionKind.PERSON, 0, 10, "Марко Юрич")
    assert has_died([name], sentence, "kk")
