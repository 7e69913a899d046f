"""A day that is a sentence of its own heads what follows; yesterday’s act is no day of the plan."""

import pytest
from told import what_when

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.temporal.times import find_dates

A = "⟦person#e1!head_of_government@FJ:Сакиуса Валу⟧"
B = "⟦person#e2!head_of_government@VU:Жан Тари⟧"
P = "⟦place#p1:Лима⟧"


def test_a_day_that_stands_alone_is_that_of_what_follows_it():
    marked = (
        f"⟦date=2025-02-11:Сейсенбі, 11 ақпан⟧. {A} {P}ға жұмыс сапарымен келеді. "
        f"{B} оны қабылдайды.\n\n⟦date=2025-02-12:Сәрсенбі, 12 ақпан⟧. {B} {P}да көрме ашады."
    )
    assert ("visit", "planned", "2025-02-11") in what_when(marked, "kk")


def test_yesterday_is_when_it_was_put_off():
    marked = f"⟦date=2025-02-10:Кеше⟧ үкімет {A} мырзаның {P}ға сапарын кейінге қалдырды."
    assert what_when(marked, "kk") == {
        ("visit", "postponed", None),
        ("postponement", "held", "2025-02-10"),
    }


def test_the_new_plan_in_the_sentence_of_the_old_one_gives_the_day():
    marked = (
        f"{A} мырзаның {P}ға сапары кейінге шегерілді. Сапар ⟦date=2025-03-10:10 наурыз⟧ға "
        "жоспарланған болатын, енді ол ⟦date=2025-04:сәуір айында⟧ өтеді."
    )
    assert what_when(marked, "kk") == {("visit", "postponed", "2025-04")}


@pytest.mark.parametrize("joint", ["және", "пен"])
def test_two_days_joined_by_with_are_first_and_last(joint):
    text = f"Министр 5 {joint} 8 тамыз аралығында Палауда болды."
    found = find_dates(Document("s1", text, "kk", "2025-09-18"), split_sentences(text, "kk"))
    assert [m.value for m in found] == ["2025-08-05/2025-08-08"]
