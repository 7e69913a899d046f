"""A habit, a rule and the title of a book tell no happening; what has its own day does."""

import pytest
from told import what_when

A = "⟦person#e1!head_of_government@VU:Жан Тари⟧"
NUMEA = "⟦place#p1:Нумеа⟧"


@pytest.mark.parametrize(
    "marked",
    [
        f"{A} жыл сайын {NUMEA}ға сапармен барады.",
        f"{A} {NUMEA}ға жиі барып тұрады.",
        f"Заң бойынша елшілерді {A} тағайындайды.",
        f"{A} қонағына күн сайын түскі ас береді.",
        f"{NUMEA}ға күніне он екі кеме келеді.",
        f"{A} бау-бақшасында ағаш отырғызғанды ұнатады.",
        f"{A} жазған «{NUMEA}ға сапар» романы жарыққа шықты.",
    ],
)
def test_what_is_done_again_and_again_is_no_happening(marked):
    assert what_when(marked, "kk") == set()


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (
            f"{A} әдетте жолға шықпайды, бірақ ⟦date=2025-02-10:дүйсенбіде⟧ {NUMEA}ға сапармен барды.",
            ("visit", "held", "2025-02-10"),
        ),
        (
            f"{A} ⟦date=2025-02-14:14 ақпанда⟧ жыл сайын өтетін жиынға {NUMEA}ға сапармен барады.",
            ("visit", "planned", "2025-02-14"),
        ),
    ],
)  # fmt: skip
def test_what_has_its_own_day_is_one(marked, told):
    assert told in what_when(marked, "kk")


BERGA = "⟦person#e1!ambassador@LV:Berga⟧"
LILONGWE = "⟦place#e2@MW:Lilongwe⟧"


@pytest.mark.parametrize(
    "marked",
    [
        f"{BERGA} visits {LILONGWE} every ⟦date=2025-02-15:Saturday⟧.",
        f"{BERGA} will visit {LILONGWE} every year.",
        f"The ministers meet in {LILONGWE} twice a year.",
    ],
)
def test_what_is_done_every_week_is_no_happening(marked):
    assert what_when(marked, "en") == set()


def test_what_comes_every_year_may_open_on_a_day():
    marked = (
        f"The business forum, held every year in {LILONGWE}, opened on ⟦date=2025-02-10:Monday⟧."
    )
    assert what_when(marked, "en") == {("business_forum", "held", "2025-02-10")}
