"""Days counted from a happening that is told by its name: the eve of the signing."""

import pytest
from told import found_in, what_when

A = "⟦person#e1!foreign_minister@PE:{}⟧"
B = "⟦person#e2!head_of_state@VN:{}⟧"
SIGNED = f"{A.format('Quispe')} signed a treaty on ⟦date=2025-02-04:Tuesday⟧. "
FROM_A_SIGNING = [
    ("On the eve of the signing he was received by ", "2025-02-03"),
    ("The day after the signing he was received by ", "2025-02-05"),
    ("The morning after the formal signing he was received by ", "2025-02-05"),
]


@pytest.mark.parametrize(("words", "day"), FROM_A_SIGNING)
def test_a_day_is_counted_from_a_happening_told_by_its_name(words, day):
    told = what_when(SIGNED + words + f"{B.format('Tran')}.", "en")
    assert ("courtesy_call", "held", day) in told


def test_the_name_tells_no_happening_of_its_own():
    words = "On the eve of the signing he was received by "
    found = found_in(SIGNED + words + f"{B.format('Tran')}.", "en")
    assert [e.type for e in found].count("signing") == 1


def test_the_eve_of_a_departure_is_counted_from_the_last_day_of_the_visit():
    marked = (
        f"{A.format('Quispe')} visited ⟦place#p1@VN:Hanoi⟧ from "
        "⟦date=2025-02-03/2025-02-06:3 to 6 February⟧. On the eve of her departure she was "
        f"received in ⟦place#p2@VN:Hue⟧ by {B.format('Tran')}."
    )
    assert ("courtesy_call", "held", "2025-02-05") in what_when(marked, "en")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (f"وقع {A.format('كيسبي')} اتفاقا ⟦date=2025-02-04:الثلاثاء⟧. واستقبله {B.format('تران')} "
         "عشية التوقيع.", ("courtesy_call", "held", "2025-02-03")),
        (f"أقام {A.format('كيسبي')} مأدبة عشاء ⟦date=2025-02-04:الثلاثاء⟧. وفي اليوم التالي للمأدبة "
         f"استقبله {B.format('تران')}.", ("courtesy_call", "held", "2025-02-05")),
    ],
)  # fmt: skip
def test_arabic_names_happenings_with_the_article(marked, expected):
    assert expected in what_when(marked, "ar")


def test_an_eve_of_nothing_told_counts_from_nothing_named():
    marked = f"On the eve of the summit {A.format('Quispe')} was received by {B.format('Tran')}."
    assert all(e.date is None or len(e.date) < 8 for e in found_in(marked, "en"))
