"""By when something agreed on is to be done, and days spent somewhere."""

import pytest
from told import found_in, what_when

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

A = "⟦person#e1!foreign_minister@PE:{}⟧"
B = "⟦person#e2!foreign_minister@VN:{}⟧"


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"⟦date=2025-01:Last month⟧ {A.format('Quispe')} and {B.format('Tran')} agreed to "
         "exchange envoys by the ⟦date=2025:end of the year⟧."),
        ("ar", f"في ⟦date=2025-01:الشهر الماضي⟧ اتفق {A.format('كيسبي')} مع {B.format('تران')} على "
         "تبادل السفراء قبل ⟦date=2025:نهاية العام⟧."),
    ],
)  # fmt: skip
def test_the_day_by_which_it_is_to_be_done_is_not_that_of_agreeing(language, marked):
    assert ("agreement", "held", "2025-01") in what_when(marked, language)


def test_days_spent_in_a_town_are_a_visit():
    marked = (
        f"In ⟦date=1986-03:March 1986⟧ {A.format('Quispe')} spent two days in ⟦place#p1:Hanoi⟧."
    )
    assert ("visit", "held", "1986-03") in what_when(marked, "en")


PERU, GHANA, LIMA = ("⟦place#p1:{}⟧", "⟦place#p2:{}⟧", "⟦place#p3:{}⟧")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{PERU.format('Peru')} and {GHANA.format('Ghana')} agreed to begin talks on a free "
         f"trade agreement in {LIMA.format('Lima')} ⟦date=2025-05:in May 2025⟧."),
        ("ar", f"اتفقت {PERU.format('بيرو')} و{GHANA.format('غانا')} على عقد محادثات في "
         f"{LIMA.format('ليما')} في ⟦date=2025-05:مايو 2025⟧."),
        ("ru", f"{PERU.format('Перу')} и {GHANA.format('Гана')} договорились начать переговоры по "
         f"соглашению о свободной торговле в {LIMA.format('Лиме')} ⟦date=2025-05:в мае 2025 года⟧."),
    ],
)  # fmt: skip
def test_who_agrees_to_talk_will_talk(language, marked):
    [talks] = [e for e in found_in(marked, language) if e.type == "talks"]
    assert (talks.status.value, talks.date, talks.place) == ("planned", "2025-05", "p3")
    assert set(talks.participants) == {"p1", "p2"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Turkey agreed to host talks between Russia and Ukraine in Istanbul in June."),
        ("ru", "Турция и Катар договорились провести переговоры между Россией и Украиной в июне."),
        ("ar", "اتفقت تركيا وقطر على عقد مباحثات بين روسيا وأوكرانيا في إسطنبول في يونيو."),
    ],
)
def test_talks_between_others_are_not_of_those_who_agree_to_hold_them(language, text):
    reading = Reader(load_register()).read(Document("s", f"—\n\n{text}", language, "2026-05-20"))
    countries = {e.id: e.country for e in reading.entities}
    [talks] = [e for e in reading.events if e.type == "talks"]
    assert {countries[p] for p in talks.participants} == {"RU", "UA"}
