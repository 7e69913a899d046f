"""Kazakh ways to report: who is told of, what is called so, half in marks, urged, doubted."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def said(reader, sentence):
    text = f"Хорватия мен Гана\n\n{sentence}\n"
    reading = reader.read(Document("s1", text, "kk", "2026-03-12"))
    names = {e.id: e.name for e in reading.entities}
    return {(q.text, names.get(q.speaker)) for q in reading.quotations}


WAYS = [
    ("Министр Явор Петканов сауданы үш есе арттыруға болады деген еді.", "сауданы үш есе арттыруға болады", "Явор Петканов"),
    ("Министр Зухейр Равахи словак тарапын көрмеге қатысуға үгіттеді.", "словак тарапын көрмеге қатысуға", "Зухейр Равахи"),
    ("Порт ашылады. Бұл жайында министр Томислав Брайкович айтып берді.", "Порт ашылады", "Томислав Брайкович"),
    ("Министр Марко Юрич Президент Нана Боатенг мамырда Загребке келетінін хабарлады.", "Президент Нана Боатенг мамырда Загребке келетінін", "Марко Юрич"),
    ("Министр Марко Юрич оны екі ел достығының негізін қалаушы деп атады.", "екі ел достығының негізін қалаушы", "Марко Юрич"),
    ("Вице-премьер Нуала Маккарти оның «ат үстінде келетінін» еске түсірді.", "оның «ат үстінде келетінін»", "Нуала Маккарти"),
    ("Министр Кирсти Лаурила Алматыға келіп, қағаз комбинатын салуды ұсынған.", "қағаз комбинатын салуды", "Кирсти Лаурила"),
    ("Министр Кирсти Лаурила Алматыға барғанда қағаз комбинатын салуды ұсынды.", "қағаз комбинатын салуды", "Кирсти Лаурила"),
    ("Министр Ана Ковач порттың уақытында ашылатынына күмәнданады.", "порттың уақытында ашылатынына", "Ана Ковач"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "content", "speaker"), WAYS)
def test_what_is_reported_and_by_whom(reader, sentence, content, speaker):
    assert (content, speaker) in said(reader, sentence)


def test_the_occasion_is_no_part_of_what_is_said(reader):
    sentence = (
        "Министр Явор Петканов өткен айда Аккрадағы бизнес-форумда "
        "сауданы үш есе арттыруға болады деген еді."
    )
    assert ("сауданы үш есе арттыруға болады", "Явор Петканов") in said(reader, sentence)
